"""Bring the database up to this release: make it if there is none, apply what is missing."""

import argparse

from hemicycle.project.commands import set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="name what would be applied and change nothing")


def run(options: argparse.Namespace) -> int:
    set_up()
    from hemicycle.project import database

    if options.dry_run:
        missing = database.unapplied() if database.is_there() else ["the whole schema"]
        print("Would apply:", ", ".join(missing) or "nothing")  # noqa: T201
        return 0
    applied = database.bring_up_to_date()
    print("Applied:", ", ".join(applied) or "nothing, the database is up to date.")  # noqa: T201
    return 0
