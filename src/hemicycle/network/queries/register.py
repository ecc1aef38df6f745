"""The whole register, held in memory as long as nothing of it changes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings

from hemicycle.core.snapshots import Snapshot
from hemicycle.network.models import Source
from hemicycle.network.periods import official_names
from hemicycle.network.queries.bodies import visible_to
from hemicycle.network.queries.countries import own_country_names
from hemicycle.network.queries.houses import House, Place, Reference
from hemicycle.network.states import PUBLIC_KINDS, BodyKind

OF_COUNTRY = ("key", "iso3", "iso_numeric", "m49", "names", "un_status", "column", "row")
OF_BODY = (
    *("pk", "uid", "kind", "key", "parent__key", "name", "name_local", "names", "chamber_kind", "current", "note"),
    *("name_source__key", "name_doubtful", "name_local_source__key", "name_local_doubtful", "name_note"),
)


@dataclass(frozen=True)
class Register:
    """All public bodies, by key."""

    houses: Mapping[str, House]
    places: Mapping[str, Place]

    def __getitem__(self, key: str) -> House:
        return self.houses[key]

    def get(self, key: str) -> House | None:
        return self.houses.get(key)

    @cached_property
    def as_of(self) -> str:
        """The time of which most numbers of seats speak; an overview of all of them is dated by it."""
        dates = Counter(house.current.get("seats_as_of", "") for house in self.houses.values() if house.parent)
        return max(dates, key=lambda moment: (dates[moment], moment), default="")

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
    """Every public body with its country; one query when something has changed, else none."""
    return _register.now()


def sources() -> Mapping[str, Reference]:
    """Every source by key, for the names of bodies; facts bring their own."""
    return _sources.now()


def _build() -> Register:
    rows = visible_to(None).order_by("key").values(*OF_BODY, *(f"country__{name}" for name in OF_COUNTRY))
    read = list(rows)
    over = own_country_names(settings.COUNTRY_NAMES)
    places = {row["country__key"]: _place(row, over) for row in read if row["country__key"]}
    languages = {row["key"]: row["current"].get("language", ()) for row in read}
    houses = {row["key"]: _house(row, places, languages.get(row["parent__key"] or row["key"], ())) for row in read}
    return Register(houses, places)


def _place(row: Mapping[str, Any], over: Mapping[str, Mapping[str, str]]) -> Place:
    columns = {name: row[f"country__{name}"] for name in OF_COUNTRY}
    return Place(**{**columns, "names": {**columns["names"], **over.get(columns["key"], {})}})


def _house(row: Mapping[str, Any], places: Mapping[str, Place], languages: list[str]) -> House:
    plain = {name: row[name] for name in ("pk", "uid", "kind", "key", "name_local", "chamber_kind", "current", "note")}
    remarks = {name: row[name] for name in ("name_doubtful", "name_local_doubtful", "name_note")}
    return House(
        **plain,
        **remarks,
        own_name=row["name"],
        parent=row["parent__key"] or "",
        place=places.get(row["country__key"]),
        names=official_names(row["name"], row["name_local"], row["names"], languages),
        name_source=row["name_source__key"] or "",
        name_local_source=row["name_local_source__key"] or "",
    )


def _build_sources() -> Mapping[str, Reference]:
    columns = ("key", "title", "edition", "licence", "address", "note")
    return {row[0]: Reference(*row) for row in Source.objects.values_list(*columns)}


_register: Snapshot[Register] = Snapshot(*PUBLIC_KINDS, build=_build)
_sources: Snapshot[Mapping[str, Reference]] = Snapshot(*PUBLIC_KINDS, build=_build_sources)
