"""Run the worker: deliver the journal to its readers, run background tasks, keep the timetable, take in mail."""

import argparse

from hemicycle.project.commands import OperatorError, set_up
from hemicycle.project.stopping import Stop


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is due and stop")


def run(options: argparse.Namespace) -> int:
    set_up()
    from django.conf import settings

    from hemicycle.notices.incoming.listener import ListenerRefused, listening
    from hemicycle.project import database

    if not database.is_there():
        raise OperatorError("There is no database yet; run “hemicycle upgrade” first.")
    stop = Stop()
    stop.listen()
    try:
        with listening("" if options.once else settings.MAIL_LISTEN):
            return keep_working(stop, once=options.once)
    except ListenerRefused as refused:
        raise OperatorError(str(refused)) from refused


def keep_working(stop: Stop, *, once: bool) -> int:
    from hemicycle.project import work

    while True:
        busy = work.do_what_is_due()
        if once and not busy:
            return 0
        if stop.wait(0 if busy else work.PAUSE):
            return 0
