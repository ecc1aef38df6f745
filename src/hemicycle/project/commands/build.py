"""Build what is served: one stylesheet, one script, the catalogues of the five languages, compressed static files."""

import argparse
import shutil
from pathlib import Path

from hemicycle.project.commands import set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing when all is well")


def run(options: argparse.Namespace) -> int:
    set_up()
    from django.conf import settings
    from django.core.management import call_command

    from hemicycle.project import catalogues
    from hemicycle.ui.bundle import bundle

    built = Path(settings.BUILD_DIR)
    shutil.rmtree(built / "static", ignore_errors=True)
    bundle(built / "static" / "ui")
    catalogues.compile_all()
    # Files of the release before stay: a node that still runs names them, and their names hold their content.
    call_command("collectstatic", interactive=False, verbosity=0)
    if not options.quiet:
        print(f"Built into {built}.")  # noqa: T201
    return 0
