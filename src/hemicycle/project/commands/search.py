"""Ask the search a question from the command line."""

import argparse
import json

from hemicycle.project.commands import OperatorError, set_up

LANGUAGES = ("en", "fr", "es", "pt", "ar")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", metavar="QUESTION")
    parser.add_argument("--language", default="en", help=f"the language of the question: {', '.join(LANGUAGES)}")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON array: uid, kind, title, title_en, language, address"
    )


def run(options: argparse.Namespace) -> int:
    if options.language not in LANGUAGES:
        raise OperatorError(f"“{options.language}” is not offered; use one of: {', '.join(LANGUAGES)}.")
    set_up()
    from django.utils import translation

    from hemicycle.project import database
    from hemicycle.search import queries

    if not database.is_there():
        raise OperatorError("There is no database yet; run “hemicycle upgrade” and “hemicycle load” first.")
    with translation.override(options.language):
        found = queries.as_json(queries.search(options.question, language=options.language))
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))  # noqa: T201
    else:
        for hit in found:
            print(f"{hit['title']}  [{hit['language']}]\n  {hit['address']}")  # noqa: T201
    return 0
