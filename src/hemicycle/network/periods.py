"""Periods of facts: which hold on a day, what follows from them, and what is wrong with one. Pure; reads nothing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from hemicycle.network.states import (
    FACT_VALUES,
    PLURAL_FACTS,
    REGION_SLUGS,
    REGIONS,
    SEAT_BANDS,
    SIDE_BY_SIDE,
    FactName,
    InnovationForm,
)


class Dated(Protocol):
    """A value with the period for which a source gives it."""

    name: Any
    value: Any
    since: Any
    until: Any
    as_of: Any


def begun(fact: Dated, day: date) -> bool:
    """A bound that is not known does not exclude; a month or a year begins with its first day."""
    return not fact.since or fact.since <= day.isoformat()[: len(fact.since)]


def over(fact: Dated, day: date) -> bool:
    return bool(fact.until) and fact.until < day.isoformat()[: len(fact.until)]


def latest(facts: Iterable[Dated], name: str, day: date) -> list[Dated]:
    """The facts of this name in the latest period that has begun; several only where a body may have several.

    A period that is over stays the latest known until a later one is recorded: sources are late, and a page gives
    the period beside the value.
    """
    candidates = [fact for fact in facts if fact.name == name and begun(fact, day)]
    if not candidates:
        return []
    if name in SIDE_BY_SIDE:
        return _side_by_side(candidates, day)
    # Among values without a beginning, the source that speaks of the later time is followed.
    newest = max((not over(fact, day), fact.since, fact.as_of) for fact in candidates)
    if name not in PLURAL_FACTS:
        return [fact for fact in candidates if (not over(fact, day), fact.since, fact.as_of) == newest][:1]
    return [fact for fact in candidates if (not over(fact, day), fact.since) == newest[:2]]


def _side_by_side(facts: Sequence[Dated], day: date) -> list[Dated]:
    """All that are not over; that none is known gives way to one that is, and is said once."""
    running = [fact for fact in facts if not over(fact, day)]
    found = [fact for fact in running if fact.value != InnovationForm.NONE_KNOWN]
    return found or sorted(running, key=lambda fact: (fact.since, fact.as_of))[-1:]


def current_of(facts: Sequence[Dated], day: date) -> dict[str, Any]:
    """What holds on a day, as `Body.current` keeps it: lists where a body may have several, the region as its slug."""
    found: dict[str, Any] = {}
    for name in FactName.values:
        held = latest(facts, name, day)
        values = [fact.value for fact in held]
        if values and name in PLURAL_FACTS:
            found[name] = values
        elif values:
            found[name] = REGION_SLUGS.get(values[0], values[0]) if name == FactName.REGION else values[0]
        if values and name == FactName.SEATS:
            found["seats_as_of"] = held[0].as_of
    return found


def held_on(facts: Iterable[Dated], name: str, day: date) -> list[str]:
    """The values of a fact on a day; a bound that is not known does not exclude. Surveys freeze these."""
    return [fact.value for fact in facts if fact.name == name and begun(fact, day) and not over(fact, day)]


def seats_of_all(chambers: Sequence[Mapping[str, Any]]) -> str:
    """The seats of a parliament: those of its chambers together, or nothing if one is not known."""
    seats = [chamber.get(FactName.SEATS, "") for chamber in chambers]
    return str(sum(map(int, seats))) if seats and all(seats) else ""


def official_names(english: str, local: str, names: Mapping[str, str], languages: Sequence[str]) -> Mapping[str, str]:
    """An institution's own names by language. None is a translation of ours: where a parliament works in one
    language alone, its local name is its name in that language, unless it is only spelt in Latin letters.
    """
    found = {"en": english, **names}
    if local and len(languages) == 1 and _is_written_in(local, languages[0]):
        found.setdefault(languages[0], local)
    return found


def _is_written_in(text: str, language: str) -> bool:
    if language == "ar":
        return any("\u0600" <= letter <= "\u06ff" for letter in text)
    return language in {"fr", "es", "pt"}


def seats_band(seats: int | None) -> str:
    if not seats:
        return ""
    return next(band for band, (least, most) in SEAT_BANDS.items() if least <= seats <= most)


def region_path(slug: str) -> tuple[str, ...]:
    """A region and all above it, the widest first."""
    path: list[str] = []
    while slug:
        path.insert(0, slug)
        slug = REGIONS[slug][2]
    return tuple(path)


def fault_of(name: str, value: str) -> str:
    """What is wrong with the value of a fact, in a sentence for whoever wrote it; empty if nothing is."""
    if name in FACT_VALUES and value not in FACT_VALUES[name]:
        return f"“{value}” is not known here; allowed: {', '.join(sorted(FACT_VALUES[name]))}."
    if name in {FactName.SEATS, FactName.POPULATION} and not (value.isascii() and value.isdigit() and int(value)):
        return f"“{value}” is not a whole number from 1."
    if name == FactName.TERM_YEARS and not _is_years(value):
        return f"“{value}” is not a number of years."
    if name == FactName.LANGUAGE and not (
        value.isascii() and value.isalpha() and value.islower() and len(value) in {2, 3}
    ):
        return f"“{value}” is not a language code of two or three letters."
    if name == FactName.WEBSITE and not value.startswith(("https://", "http://")):
        return f"“{value}” is not an address; it begins with https:// or http://."
    return ""


def _is_years(value: str) -> bool:
    try:
        return 0 < float(value) <= 20
    except ValueError:
        return False
