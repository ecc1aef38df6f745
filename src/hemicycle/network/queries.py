"""Reads of the register: the whole of it is held in memory and follows its counters."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language

from hemicycle.core.snapshots import Snapshot
from hemicycle.network.analysis import held_on, region_path, seats_band
from hemicycle.network.models import Body, Country, Fact, Source
from hemicycle.network.states import PUBLIC_KINDS, BodyKind

__all__ = [
    "CountryNamesRefused",
    "House",
    "Place",
    "Register",
    "Reference",
    "facts_of",
    "held_on",
    "own_country_names",
    "parliaments",
    "register",
    "visible_to",
]


class CountryNamesRefused(ValueError):
    """The operator's file of country names cannot be used; the message says where and why."""


@dataclass(frozen=True)
class Reference:
    """A source as everything else knows it."""

    key: str
    title: str
    edition: str
    licence: str
    address: str
    note: str


@dataclass(frozen=True)
class Place:
    """A country as everything else knows it."""

    key: str
    iso3: str
    iso_numeric: str
    m49: str
    names: Mapping[str, str]
    un_status: str
    column: int | None
    row: int | None

    @property
    def name(self) -> str:
        return self.names.get(get_language() or "en") or self.names["en"]


@dataclass(frozen=True)
class House:
    """A body of the register as everything else knows it, with what holds now."""

    pk: int
    uid: UUID
    kind: str
    key: str
    parent: str
    place: Place | None
    own_name: str
    name_local: str
    names: Mapping[str, str]
    chamber_kind: str
    current: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    name_source: str = ""  # Keys of sources.
    name_doubtful: bool = False
    name_local_source: str = ""
    name_local_doubtful: bool = False
    name_note: str = ""

    @property
    def name(self) -> str:
        """The body's official name in the reader's language where it has one, else in English."""
        return self.names.get(get_language() or "en") or self.own_name

    @property
    def path(self) -> str:
        if self.kind == BodyKind.CHAMBER:
            return f"/parliaments/{self.parent}/{self.key}/"
        if self.kind == BodyKind.REGIONAL_BODY:
            return f"/regional-bodies/{self.key}/"
        return f"/parliaments/{self.key}/"

    def get_absolute_url(self) -> str:
        if self.kind == BodyKind.CHAMBER:
            return f"/{get_language()}/parliaments/{self.parent}/#{self.key}"
        return f"/{get_language()}{self.path}"

    @property
    def title(self) -> str:
        """The name with its country, since many bodies bear the same name."""
        return f"{self.place.name} · {self.name}" if self.place else self.name

    @property
    def seats(self) -> int | None:
        value = self.current.get("seats")
        return int(value) if value else None

    @property
    def seats_band(self) -> str:
        return seats_band(self.seats)

    @property
    def regions(self) -> tuple[str, ...]:
        """Its region and all above it, the widest first."""
        return region_path(self.current.get("region", ""))


@dataclass(frozen=True)
class Register:
    """All public bodies, by key."""

    houses: Mapping[str, House]
    places: Mapping[str, Place]
    sources: Mapping[str, Reference] = field(default_factory=dict)

    def __getitem__(self, key: str) -> House:
        return self.houses[key]

    def get(self, key: str) -> House | None:
        return self.houses.get(key)

    @cached_property
    def by_uid(self) -> Mapping[UUID, House]:
        return {house.uid: house for house in self.houses.values()}

    @cached_property
    def by_pk(self) -> Mapping[int, House]:
        return {house.pk: house for house in self.houses.values()}

    @cached_property
    def parliaments(self) -> tuple[House, ...]:
        return tuple(house for house in self.houses.values() if house.kind == BodyKind.PARLIAMENT)

    @cached_property
    def regional_bodies(self) -> tuple[House, ...]:
        return tuple(house for house in self.houses.values() if house.kind == BodyKind.REGIONAL_BODY)

    @cached_property
    def _chambers(self) -> Mapping[str, tuple[House, ...]]:
        found: dict[str, list[House]] = {}
        for house in self.houses.values():
            if house.kind == BodyKind.CHAMBER:
                found.setdefault(house.parent, []).append(house)
        return {parent: tuple(chambers) for parent, chambers in found.items()}

    def chambers_of(self, key: str) -> tuple[House, ...]:
        return self._chambers.get(key, ())

    def parliament_of(self, house: House) -> House:
        return self.houses[house.parent] if house.kind == BodyKind.CHAMBER else house


def register() -> Register:
    return _register.now()


def visible_to(viewer: Any) -> QuerySet[Body]:  # noqa: ARG001 - the register is open to everybody.
    return Body.objects.filter(kind__in=PUBLIC_KINDS)


def parliaments(viewer: Any = None) -> QuerySet[Body]:
    return visible_to(viewer).filter(kind=BodyKind.PARLIAMENT)


def facts_of(bodies: Iterable[int]) -> list[Fact]:
    """Every fact of these bodies (primary keys) with its source, in one query, newest period first."""
    rows = Fact.objects.filter(body__in=list(bodies)).select_related("source")
    return sorted(rows, key=lambda fact: (fact.since or fact.as_of, fact.pk), reverse=True)


COLUMNS = (
    *("pk", "uid", "kind", "key", "parent__key", "country__key", "name", "name_local", "names", "chamber_kind"),
    *(
        "current",
        "note",
        "name_source__key",
        "name_doubtful",
        "name_local_source__key",
        "name_local_doubtful",
        "name_note",
    ),
)


def _build() -> Register:
    places = {place.key: place for place in _places()}
    rows = visible_to(None).order_by("key").values_list(*COLUMNS)
    houses = {row[3]: _house(places, *row) for row in rows}
    columns = ("key", "title", "edition", "licence", "address", "note")
    sources = {row[0]: Reference(*row) for row in Source.objects.values_list(*columns)}
    return Register(houses, places, sources)


def _house(places: Mapping[str, Place], *row: Any) -> House:
    parent, country, source, local_source = row[4], row[5], row[12], row[14]
    return House(
        *row[:4], parent or "", places.get(country), *row[6:12], source or "", row[13], local_source or "", *row[15:]
    )


def _places() -> Iterable[Place]:
    over = own_country_names(settings.COUNTRY_NAMES)
    for row in Country.objects.values_list("key", "iso3", "iso_numeric", "m49", "names", "un_status", "column", "row"):
        yield Place(*row[:4], {**row[4], **over.get(row[0], {})}, *row[5:])


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


_register: Snapshot[Register] = Snapshot(*PUBLIC_KINDS, build=_build)
