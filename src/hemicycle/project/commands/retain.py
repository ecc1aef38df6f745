"""Forget what has been kept long enough: the rules of all packages; the timetable does the same once a day."""

import argparse

from hemicycle.project.commands import OperatorError, set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--list", action="store_true", help="say what the rules are and forget nothing")


def run(options: argparse.Namespace) -> int:
    set_up()
    from hemicycle.accounts import retention
    from hemicycle.project import database

    if options.list:
        for rule in retention.RULES.values():
            print(f"{rule.name:<24} {rule.sentence}")  # noqa: T201
        return 0
    if not database.is_there():
        raise OperatorError("There is no database yet; run “hemicycle upgrade” first.")
    for name, count in retention.retain().items():
        print(f"{name:<24} {count}")  # noqa: T201
    return 0
