"""Run the worker: deliver the journal to its readers, run background tasks, keep the timetable."""

import argparse

from hemicycle.project.commands import OperatorError, set_up
from hemicycle.project.stopping import Stop


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is due and stop")


def run(options: argparse.Namespace) -> int:
    set_up()
    from hemicycle.project import database, work

    if not database.is_there():
        raise OperatorError("There is no database yet; run “hemicycle upgrade” first.")
    stop = Stop()
    stop.listen()
    while True:
        busy = work.do_what_is_due()
        if options.once and not busy:
            return 0
        if stop.wait(0 if busy else work.PAUSE):
            return 0
