"""How this node calls countries, where its operator has a convention of their own."""

import csv
from pathlib import Path

from django.conf import settings


class CountryNamesRefused(ValueError):
    """The operator's file of country names cannot be used; the message says where and why."""


def own_country_names(file: Path | None) -> dict[str, dict[str, str]]:
    """The operator's convention: rows of country,language,name that stand over the shipped names."""
    if file is None:
        return {}
    languages = dict(settings.LANGUAGES)
    names: dict[str, dict[str, str]] = {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            for number, row in enumerate(csv.DictReader(handle), start=2):
                if row.get("language") not in languages or not row.get("country") or not row.get("name"):
                    raise CountryNamesRefused(
                        f"{file}, row {number}: give country, language ({', '.join(languages)}) and name."
                    )
                names.setdefault(row["country"], {})[row["language"]] = row["name"]
    except OSError as error:
        raise CountryNamesRefused(
            f"{file}: {error.strerror}; HEMICYCLE_COUNTRY_NAMES must name a readable file."
        ) from error
    return names
