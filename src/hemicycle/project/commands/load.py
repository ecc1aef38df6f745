"""Load the data that ships with the project, or files of the same form from a folder of yours."""

import argparse
from pathlib import Path

from hemicycle.project.commands import OperatorError, set_up

NAMES = ("topics", "network", "innovations", "pages")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(NAMES)}; all if none is named")
    parser.add_argument("--folder", type=Path, help="a folder with files of the same form; needs exactly one NAME")


def run(options: argparse.Namespace) -> int:
    unknown = [name for name in options.names if name not in NAMES]
    if unknown:
        raise OperatorError(f"There is nothing to load by the name of {unknown[0]}; use one of: {', '.join(NAMES)}.")
    if options.folder and len(options.names) != 1:
        raise OperatorError(
            "With --folder, name the one thing to load, for example: hemicycle load network --folder DATA."
        )
    set_up()
    from hemicycle.core.loading import LoadRefused
    from hemicycle.project import content, database

    if not database.is_there():
        raise OperatorError("There is no database yet; run “hemicycle upgrade” first.")
    try:
        counts = content.load(options.names or None, folder=options.folder)
    except LoadRefused as refused:
        raise OperatorError(f"{refused} Nothing was loaded.") from refused
    for name, count in counts.items():
        print(f"{name}: {count}")  # noqa: T201
    return 0
