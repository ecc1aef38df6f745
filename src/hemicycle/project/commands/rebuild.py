"""Make a reader's projection anew from what is public now, for example after a restore: `hemicycle rebuild search`."""

import argparse

from hemicycle.project.commands import OperatorError, set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reader", metavar="READER", help="the reader whose projection is made anew")


def run(options: argparse.Namespace) -> int:
    set_up()
    from hemicycle.core.journal import READERS

    reader = READERS.get(options.reader)
    if reader is None or reader.replay is None:
        able = ", ".join(name for name, each in READERS.items() if each.replay is not None)
        raise OperatorError(f"“{options.reader}” cannot be rebuilt; these can: {able}.")
    reader.replay()
    print(f"{reader.name}: made anew.")  # noqa: T201
    return 0
