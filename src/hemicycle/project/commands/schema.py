"""Make the shipped schema template anew from the migrations; for developers, after a change of models."""

import argparse
import os
import tempfile

from hemicycle.project.commands import set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if the template is not what migrations make"
    )


def run(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="hemicycle-schema-") as folder:
        # The settings are read after this, so that nothing of this node is looked at or touched.
        os.environ["HEMICYCLE_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        set_up()
        from django.conf import settings

        from hemicycle.project import database, schema

        scratch = schema.migrated()
        same = schema.same(scratch, settings.SCHEMA_TEMPLATE)
        if not same and not options.check:
            database.write_template(settings.SCHEMA_TEMPLATE, scratch)
    if same:
        print("The template is what the migrations make.")  # noqa: T201
        return 0
    print("The template differs from the migrations." if options.check else "The template was made anew.")  # noqa: T201
    return 1 if options.check else 0
