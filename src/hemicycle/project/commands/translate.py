"""Bring the catalogues up to the strings in the code and say what awaits a translator; for developers."""

import argparse

from hemicycle.project.commands import set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if anything is untranslated or out of date"
    )


def run(options: argparse.Namespace) -> int:
    set_up()
    from hemicycle.project import catalogues, translation

    if not options.check:
        catalogues.update_all()
    faults = translation.faults()
    for fault in faults:
        print(fault)  # noqa: T201
    return 1 if options.check and faults else 0
