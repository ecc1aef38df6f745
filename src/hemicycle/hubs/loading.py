"""Reads the files about hubs, checks every row, and hands them to the actions."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from hemicycle.accounts.models import Person
from hemicycle.core.dates import fault_of_period
from hemicycle.core.loading import LoadRefused, Row, rows, unique, unique_by
from hemicycle.hubs import actions
from hemicycle.hubs.given import HubGiven, HubsGiven, MemberGiven, OutputGiven, WordsGiven
from hemicycle.hubs.states import PUBLIC_STATES, HubKind, Joining, OutputKind
from hemicycle.network.models import Body, Country
from hemicycle.network.states import PUBLIC_KINDS, REGIONS, BodyKind
from hemicycle.topics.queries import vocabulary

DATA = Path(__file__).parent / "data"
PREFIX = "HUB-"
# In which language the files are written first; the others are translations of it.
ORIGINAL = "en"

HUBS = (
    *("key", "sort", "state", "joining", "began", "languages", "region", "countries", "topics"),
    *("compiled_on", "sources"),
)
HUB_WORDS = ("purpose", "focus", "members_note", "hosts_note")
HUB_TEXTS = ("hub", "language", *HUB_WORDS, "credit")
MEMBERS = ("hub", "body", "since", "until")
OUTPUTS = ("key", "hub", "sort", "dated", "address", "sources")
OUTPUT_WORDS = ("title", "text")
OUTPUT_TEXTS = ("output", "language", *OUTPUT_WORDS, "credit")


def load(folder: Path | None = None, *, by: Person | None = None) -> dict[str, int]:
    """Load hubs from a folder of CSV files, the shipped one if none is named; how many of each it holds.

    Register, partners and vocabulary are there by then. Raises `LoadRefused` with file, row and column at the first
    mistake, before anything is written.
    """
    given = read(folder or DATA)
    actions.load_hubs(given, by=by)
    return {"hubs": len(given.hubs), "hub_members": len(given.members), "hub_outputs": len(given.outputs)}


def read(folder: Path) -> HubsGiven:
    """All hubs from their files, checked."""
    if not folder.is_dir():
        raise LoadRefused(folder, "there is no such folder.")
    found = _keyed(folder / "hubs.csv", HUBS)
    _check_bodies(found)
    hubs = {row["key"] for row in found}
    outputs = _keyed(folder / "outputs.csv", OUTPUTS)
    hub_words = _words(folder / "hub_texts.csv", HUB_TEXTS, hubs, HUB_WORDS, "hubs.csv")
    output_words = _words(
        folder / "output_texts.csv", OUTPUT_TEXTS, {row["key"] for row in outputs}, OUTPUT_WORDS, "outputs.csv"
    )
    return HubsGiven(
        hubs=_hubs(found, hub_words),
        members=_members(folder / "members.csv", hubs),
        outputs=[_output(row, hubs, output_words) for row in outputs],
    )


def _keyed(file: Path, columns: Sequence[str]) -> list[Row]:
    found = rows(file, columns)
    for row in found:
        row.needed("key", most=80)
    unique(found, "key")
    return found


def _check_bodies(found: Sequence[Row]) -> None:
    bodies = set(Body.objects.filter(kind=BodyKind.HUB).values_list("key", flat=True))
    for row in found:
        if f"{PREFIX}{row['key']}" not in bodies:
            raise row.refuse("key", f"“{PREFIX}{row['key']}” is not in hub_bodies.csv of the network.")


def _hubs(found: Sequence[Row], words: Mapping[str, Sequence[WordsGiven]]) -> list[HubGiven]:
    countries = set(Country.objects.values_list("key", flat=True))
    return [_hub(row, countries, words) for row in found]


def _hub(row: Row, countries: Collection[str], words: Mapping[str, Sequence[WordsGiven]]) -> HubGiven:
    return HubGiven(
        body=f"{PREFIX}{row['key']}",
        columns={
            "slug": row["key"],
            "sort": row.one_of("sort", HubKind.values),
            "state": row.one_of("state", [state.value for state in PUBLIC_STATES]),
            "joining": row.one_of("joining", Joining.values),
            "began": _moment(row, "began"),
            "languages": _each(row, "languages", dict(settings.LANGUAGES), "the languages of this site"),
            "region": row.one_of("region", {"", *REGIONS}),
            "countries": _each(row, "countries", countries, "countries.csv of the network"),
            "compiled_on": _day(row, "compiled_on"),
            "sources": _addresses(row),
        },
        topics=_each(row, "topics", vocabulary().terms, "the vocabulary"),
        words=_told(row, words),
    )


def _members(file: Path, hubs: Collection[str]) -> list[MemberGiven]:
    kinds = (*PUBLIC_KINDS, BodyKind.ORGANISATION)
    bodies = set(Body.objects.filter(kind__in=kinds).values_list("key", flat=True))
    found = rows(file, MEMBERS)
    for row in found:
        row.known("hub", hubs, "hubs.csv")
        row.known("body", bodies, "the register or among the partners")
        for column, since, until in (("since", row["since"], ""), ("until", row["since"], row["until"])):
            if fault := fault_of_period(since, until):
                raise row.refuse(column, fault)
    unique_by(found, "body", lambda row: (row["hub"], row["body"]))
    return [MemberGiven(f"{PREFIX}{row['hub']}", row["body"], row["since"], row["until"]) for row in found]


def _output(row: Row, hubs: Collection[str], words: Mapping[str, Sequence[WordsGiven]]) -> OutputGiven:
    return OutputGiven(
        key=row["key"],
        hub=f"{PREFIX}{row.known('hub', hubs, 'hubs.csv')}",
        columns={
            "sort": row.one_of("sort", OutputKind.values),
            "dated": _moment(row, "dated"),
            "address": _address(row, "address", row.text("address", most=400)),
            "sources": _addresses(row),
        },
        words=_told(row, words),
    )


def _words(
    file: Path, columns: Sequence[str], keys: Collection[str], fields: Sequence[str], keys_file: str
) -> dict[str, list[WordsGiven]]:
    """The texts of each thing, by its key, the original first."""
    about = columns[0]
    found = rows(file, columns)
    unique_by(found, "language", lambda row: (row[about], row["language"]))
    told: dict[str, list[WordsGiven]] = {}
    for row in sorted(found, key=lambda row: row["language"] != ORIGINAL):
        row.needed(fields[0], most=400)
        one = WordsGiven(
            language=row.one_of("language", dict(settings.LANGUAGES)),
            fields={name: row[name] for name in fields},
            credit=_credit(row),
        )
        told.setdefault(row.known(about, keys, keys_file), []).append(one)
    return told


def _credit(row: Row) -> str:
    """Whoever reads a translation is told who made it; an original has no translator."""
    if bool(row["credit"]) == (row["language"] == ORIGINAL):
        raise row.refuse("credit", "say who translated this; the original has nobody here.")
    return row.text("credit", most=200)


def _told(row: Row, words: Mapping[str, Sequence[WordsGiven]]) -> Sequence[WordsGiven]:
    told = words.get(row["key"], ())
    if not told or told[0].language != ORIGINAL:
        raise row.refuse("key", f"it has no text in “{ORIGINAL}”.")
    return told


def _each(row: Row, column: str, allowed: Collection[str], what: str) -> list[str]:
    values: list[str] = row[column].split()
    for value in values:
        if value not in allowed:
            raise row.refuse(column, f"“{value}” is not in {what}.")
    return values


def _moment(row: Row, column: str) -> str:
    if fault := fault_of_period(row[column], ""):
        raise row.refuse(column, fault)
    return row[column]


def _day(row: Row, column: str) -> Any:
    try:
        return date.fromisoformat(row[column])
    except ValueError as error:
        raise row.refuse(column, f"“{row[column]}” is not a day, such as 2026-11-22.") from error


def _addresses(row: Row) -> list[str]:
    return [_address(row, "sources", address) for address in row.needed("sources").split()]


def _address(row: Row, column: str, address: str) -> str:
    if address and not address.startswith(("https://", "http://")):
        raise row.refuse(column, f"“{address}” is not an address; it begins with https:// or http://.")
    return address
