"""Make the first administrator and print a link that signs them in once, within the hour."""

import argparse

from hemicycle.project.commands import OperatorError, set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="ADMIN_EMAIL")


def run(options: argparse.Namespace) -> int:
    set_up()
    from django.core.exceptions import ValidationError

    from hemicycle.accounts import actions as accounts
    from hemicycle.accounts import entry
    from hemicycle.network import actions as network
    from hemicycle.project import database

    database.bring_up_to_date()
    try:
        person = accounts.invite(options.email, by=None)
    except ValidationError as error:
        raise OperatorError(f"“{options.email}” cannot be used: {' '.join(error.messages)}") from error
    network.make_administrator(person)
    print(f"{person.email} is an administrator. Open this within an hour, once:\n{entry.link_for(person)}")  # noqa: T201
    return 0
