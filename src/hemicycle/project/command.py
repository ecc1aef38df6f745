"""The operator's command: `hemicycle NAME …`."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

NAMES = (
    "build",
    "init",
    "serve",
    "worker",
    "upgrade",
    "load",
    "rebuild",
    "search",
    "retain",
    "demo",
    "doctor",
    "translate",
    "schema",
    "manage",
)
OLDEST = (3, 11)
WRONG_USE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors that a person can act on are one sentence, not a trace."""
    if sys.version_info < OLDEST:
        print("Hemicycle needs Python 3.11 or later; this is", sys.version.split()[0] + ".", file=sys.stderr)  # noqa: T201
        return WRONG_USE
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
    from hemicycle.project.commands import OperatorError
    from hemicycle.project.reader import SettingRefused

    try:
        options = _parser().parse_args(arguments)
        return options.run(options) or 0
    except (OperatorError, SettingRefused) as error:
        print(f"hemicycle: {error}", file=sys.stderr)  # noqa: T201
        return WRONG_USE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever reads the output has had enough of it; Python must not complain again when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hemicycle", description="Runs and keeps a Hemicycle node.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="NAME")
    for name in NAMES:
        module = importlib.import_module(f"hemicycle.project.commands.{name}")
        sub = commands.add_parser(name, help=module.__doc__.splitlines()[0], description=module.__doc__)
        module.arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
