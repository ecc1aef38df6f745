"""Run the worker: deliver the journal to its readers, run background tasks, keep the timetable."""

import argparse
import signal
import threading

from hemicycle.project.commands import OperatorError, set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is due and stop")


def run(options: argparse.Namespace) -> int:
    set_up()
    from hemicycle.project import database, work

    if not database.is_there():
        raise OperatorError("There is no database yet; run “hemicycle upgrade” first.")
    stop = threading.Event()
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_given: stop.set())
    while True:
        busy = work.do_what_is_due()
        if options.once and not busy:
            return 0
        if stop.wait(0 if busy else work.PAUSE):
            return 0
