"""Take the demonstration away for good, with all that its people began; or make it again."""

import argparse

from hemicycle.project.commands import OperatorError, set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("add", "remove"), help="remove it for good, or make it again")


def run(options: argparse.Namespace) -> int:
    set_up()
    from django.conf import settings

    from hemicycle.demo import actions, memory
    from hemicycle.project import database

    if not database.is_there():
        raise OperatorError("There is no database yet; run “hemicycle upgrade” first.")
    if options.what == "remove":
        people, records = actions.remove()
        print(f"Removed: {people} people, {records} records. The journal keeps its entries, which name nobody.")  # noqa: T201
        return 0
    if not settings.DEMO:
        raise OperatorError(
            "This node has a database server, a public address or a proxy, or HEMICYCLE_DEMO is “no”: no demonstration."
        )
    memory.forget()
    print(f"The demonstration has {actions.add()} people: {settings.HEMICYCLE_URL}/en/demo/")  # noqa: T201
    return 0
