"""Run one of Django's own management commands, for developers."""

import argparse

from hemicycle.project.commands import set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…")


def run(options: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    set_up()
    execute_from_command_line(["hemicycle manage", *options.rest])
    return 0
