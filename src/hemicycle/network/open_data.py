"""The register as tables: the columns of `parliaments.csv` and `chambers.csv`, which stay what they are."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from hemicycle.core import days
from hemicycle.core.catalogue import Record
from hemicycle.core.exports import Columns
from hemicycle.network.periods import latest
from hemicycle.network.states import FactName

COUNTRY_LANGUAGES = ("en", "fr", "es", "pt", "ar")
NOT_OF_PARLIAMENTS = {FactName.TERM_YEARS, FactName.ELECTION_SYSTEM, FactName.ORGANISATION_TYPE}
OF_PARLIAMENTS = tuple(name for name in FactName if name not in NOT_OF_PARLIAMENTS)
OF_CHAMBERS = (FactName.SEATS, FactName.TERM_YEARS, FactName.ELECTION_SYSTEM, FactName.INNOVATION_FORM)


def parliament_columns() -> Columns:
    """`uid, key, name_en, name_local, country, iso3, m49, un_status, country_en … country_ar, chambers`, then facts.

    Each fact `f` has the columns `f, f_since, f_until, f_as_of, f_source, f_doubtful`; `seats` is the sum of the
    chambers and has the value alone. Sources are keys; their titles are in the JSON.
    """
    facts = [name for name in OF_PARLIAMENTS if name != FactName.SEATS]
    return {
        **_identity(),
        **_country(),
        "chambers": lambda record: len(record.facts.get("chambers", ())),
        "seats": _current(FactName.SEATS),
        **{column: read for name in facts for column, read in _fact_columns(name).items()},
    }


def chamber_columns() -> Columns:
    """`uid, key, name_en, name_local, parliament, chamber_kind, country, …`, then facts as in `parliament_columns`."""
    return {
        **_identity(),
        "parliament": lambda record: record.facts.get("parliament", ""),
        "chamber_kind": lambda record: record.facts.get("chamber_kind", ""),
        **_country(),
        **{column: read for name in OF_CHAMBERS for column, read in _fact_columns(name).items()},
    }


def _identity() -> Columns:
    return {
        "uid": lambda record: record.uid,
        "key": lambda record: record.key,
        "name_en": lambda record: record.facts["name"],
        "name_local": lambda record: record.facts.get("name_local", ""),
        "name_en_doubtful": lambda record: record.facts["name_doubtful"],
        "name_local_doubtful": lambda record: record.facts["name_local_doubtful"],
    }


def _country() -> Columns:
    columns: dict[str, Callable[[Record], Any]] = {
        "country": lambda record: _of_country(record, "key"),
        "iso3": lambda record: _of_country(record, "iso3"),
        "m49": lambda record: _of_country(record, "m49"),
        "un_status": lambda record: _of_country(record, "un_status"),
    }
    for language in COUNTRY_LANGUAGES:
        columns[f"country_{language}"] = _named(language)
    return columns


def _of_country(record: Record, name: str) -> Any:
    return record.facts.get("country", {}).get(name, "")


def _named(language: str) -> Callable[[Record], Any]:
    return lambda record: _of_country(record, "names").get(language, "") if record.facts.get("country") else ""


def _current(name: str) -> Callable[[Record], Any]:
    return lambda record: record.facts["current"].get(name, "")


def _fact_columns(name: str) -> Columns:
    return {
        name: lambda record: [period.value for period in _latest(record, name)],
        f"{name}_since": _first(name, "since"),
        f"{name}_until": _first(name, "until"),
        f"{name}_as_of": _first(name, "as_of"),
        f"{name}_source": lambda record: list(dict.fromkeys(period.source for period in _latest(record, name))),
        f"{name}_doubtful": lambda record: _doubted(_latest(record, name)),
    }


def _first(name: str, part: str) -> Callable[[Record], Any]:
    return lambda record: next((getattr(period, part) for period in _latest(record, name)), "")


def _doubted(periods: list[Any]) -> Any:
    return any(period.doubtful for period in periods) if periods else ""


def _latest(record: Record, name: str) -> list[Any]:
    periods = [SimpleNamespace(**period) for period in record.facts.get("periods", ()) if period["name"] == name]
    return list(latest(periods, name, days.today()))
