"""Reads the register's CSV files, checks every row, and hands them to the actions; nothing is half-loaded."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from hemicycle.accounts.models import Person
from hemicycle.core.dates import fault_of_period
from hemicycle.core.loading import LoadRefused, Row, rows, unique, unique_by
from hemicycle.network import actions
from hemicycle.network.actions import BodyGiven, CountryGiven, FactGiven, RegisterGiven, SourceGiven
from hemicycle.network.periods import fault_of
from hemicycle.network.states import REGION_SLUGS, BodyKind, ChamberKind, FactName

DATA = Path(__file__).parents[1] / "data"
LANGUAGES = ("en", "fr", "es", "pt", "ar")
UN_STATUSES = ("un_member", "un_observer", "associated_state", "other")

SOURCES = ("key", "title", "version_or_date", "licence", "address_or_description", "independent_note")
COUNTRY_SOURCES = ("names_source", "codes_source", "un_status_source", "region_source")
REGION_COLUMNS = ("region", "subregion", "intermediate_region")
COUNTRY_NAMES = tuple(f"name_{language}" for language in LANGUAGES)
COUNTRIES = ("key", "iso3", "numeric", "m49", *COUNTRY_NAMES, "un_status", *REGION_COLUMNS, *COUNTRY_SOURCES, "note")
NAMES = ("name_en", "name_local", "name_note")
NAME_SOURCES = ("name_en_source", "name_en_doubtful", "name_local_source", "name_local_doubtful")
# The last three repeat the latest fact for people who read the file; the facts themselves are loaded.
PARLIAMENTS = ("key", "country", *NAMES, *NAME_SOURCES, "structure", "status", "website")
CHAMBERS = ("key", "parliament", "kind", *NAMES, *NAME_SOURCES)
REPEATED = ("structure", "kind", "arrangement", "status", "website")
REGIONAL_BODIES = ("key", *COUNTRY_NAMES, "names_source", "note", *REPEATED)
FACTS = ("body", "name", "value", "from", "until", "as_of", "source", "doubtful", "note")
TILES = ("key", "col", "row")


def load(folder: Path | None = None, *, by: Person | None = None) -> dict[str, int]:
    """Load the register from a folder of CSV files, the shipped one if none is named; how many of each it holds.

    Raises `LoadRefused` with file, row and column at the first mistake, before anything is written.
    """
    given = read(folder or DATA)
    actions.load_register(given, by=by)
    kinds = [body.kind for body in given.bodies]
    return {
        "parliaments": kinds.count(BodyKind.PARLIAMENT),
        "chambers": kinds.count(BodyKind.CHAMBER),
        "regional_bodies": kinds.count(BodyKind.REGIONAL_BODY),
        "countries": len(given.countries),
        "facts": len(given.facts),
        "sources": len(given.sources),
    }


def read(folder: Path) -> RegisterGiven:
    """The whole register from its files, checked."""
    if not folder.is_dir():
        raise LoadRefused(folder, "there is no such folder.")
    sources = read_sources(folder)
    citable = {source.key for source in sources}
    countries = _countries(folder, citable)
    parliaments = _parliaments(folder / "parliaments.csv", {country.key for country in countries}, citable)
    chambers = _chambers(folder / "chambers.csv", {body.key: body.country for body in parliaments}, citable)
    regional = [_regional(row, citable) for row in keyed(folder / "regional_bodies.csv", REGIONAL_BODIES)]
    bodies = [*parliaments, *chambers, *regional]
    return RegisterGiven(
        sources, countries, bodies, _facts(folder / "facts.csv", {body.key for body in bodies}, citable)
    )


def read_sources(folder: Path) -> list[SourceGiven]:
    return [_source(row) for row in keyed(folder / "sources.csv", SOURCES)]


def keyed(file: Path, columns: tuple[str, ...]) -> list[Row]:
    found = rows(file, columns)
    for row in found:
        row.needed("key", most=40)
    unique(found, "key")
    return found


def _source(row: Row) -> SourceGiven:
    return SourceGiven(
        key=row["key"],
        title=row.needed("title", most=250),
        edition=row.text("version_or_date", most=250),
        licence=row.text("licence", most=120),
        address=row.text("address_or_description", most=300),
        note=row["independent_note"],
    )


def _countries(folder: Path, citable: Collection[str]) -> list[CountryGiven]:
    cells = {row["key"]: row for row in keyed(folder / "tilegrid.csv", TILES)}
    unique_by(list(cells.values()), "row", lambda row: (row["col"], row["row"]))
    return [_country(row, cells, citable) for row in keyed(folder / "countries.csv", COUNTRIES)]


def _country(row: Row, cells: dict[str, Row], citable: Collection[str]) -> CountryGiven:
    cell = cells.get(row["key"])
    for column in REGION_COLUMNS:
        row.one_of(column, {"", *REGION_SLUGS})
    return CountryGiven(
        key=row.needed("key", most=2),
        iso3=row.needed("iso3", most=3),
        iso_numeric=row.text("numeric", most=3),
        m49=row.text("m49", most=3),
        names={language: row.needed(f"name_{language}", most=120) for language in LANGUAGES},
        un_status=row.one_of("un_status", UN_STATUSES),
        note=row["note"],
        column=cell.number_from("col", 1) if cell else None,
        row=cell.number_from("row", 1) if cell else None,
        **{column: _cited(row, column, citable) for column in COUNTRY_SOURCES},
    )


def _parliaments(file: Path, countries: Collection[str], citable: Collection[str]) -> list[BodyGiven]:
    return [
        BodyGiven(
            kind=BodyKind.PARLIAMENT.value,
            key=row["key"],
            country=row.known("country", countries, "countries.csv"),
            **_names(row, citable),
        )
        for row in keyed(file, PARLIAMENTS)
    ]


def _chambers(file: Path, parliaments: dict[str, str], citable: Collection[str]) -> list[BodyGiven]:
    return [
        BodyGiven(
            kind=BodyKind.CHAMBER.value,
            key=row["key"],
            parent=row.known("parliament", parliaments, "parliaments.csv"),
            country=parliaments[row["parliament"]],
            chamber_kind=row.one_of("kind", ChamberKind.values),
            **_names(row, citable),
        )
        for row in keyed(file, CHAMBERS)
    ]


def _names(row: Row, citable: Collection[str]) -> dict[str, Any]:
    """Institutions' names are never translated: one in English, one of their own, each with its source."""
    return {
        "name": row.needed("name_en", most=200),
        "name_local": row.text("name_local", most=200),
        "name_source": _cited(row, "name_en_source", citable),
        "name_doubtful": row.flag("name_en_doubtful"),
        "name_local_source": _cited(row, "name_local_source", citable),
        "name_local_doubtful": row.flag("name_local_doubtful"),
        "name_note": row["name_note"],
    }


def _regional(row: Row, citable: Collection[str]) -> BodyGiven:
    names = {language: row[f"name_{language}"] for language in LANGUAGES if row[f"name_{language}"]}
    source = _cited(row, "names_source", citable)
    return BodyGiven(
        kind=BodyKind.REGIONAL_BODY.value,
        key=row["key"],
        name=row.needed("name_en", most=200),
        names=names,
        name_source=source,
        name_doubtful=source == "general-knowledge",
        note=row["note"],
    )


def _facts(file: Path, bodies: Collection[str], citable: Collection[str]) -> list[FactGiven]:
    found = rows(file, FACTS)
    given = [_fact(row, bodies, citable) for row in found]
    unique_by(found, "value", lambda row: tuple(row[column] for column in ("body", "name", "value", "from", "as_of")))
    return given


def _fact(row: Row, bodies: Collection[str], citable: Collection[str]) -> FactGiven:
    row.known("body", bodies, "parliaments.csv, chambers.csv or regional_bodies.csv")
    row.one_of("name", FactName.values)
    if fault := fault_of(row["name"], row.needed("value", most=250)):
        raise row.refuse("value", fault)
    for column, since, until in (("from", row["from"], ""), ("until", row["from"], row["until"])):
        if fault := fault_of_period(since, until):
            raise row.refuse(column, fault)
    return FactGiven(
        body=row["body"],
        name=row["name"],
        value=row["value"],
        since=row["from"],
        until=row["until"],
        as_of=row.text("as_of", most=20),
        source=row.known("source", citable, "sources.csv"),
        doubtful=row.flag("doubtful"),
        note=row["note"],
    )


def _cited(row: Row, column: str, citable: Collection[str]) -> str:
    return row.known(column, citable, "sources.csv") if row[column] else ""
