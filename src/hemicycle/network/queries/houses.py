"""Countries, bodies and sources as everything else knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from hemicycle.network.periods import region_path, seats_band
from hemicycle.network.states import BodyKind


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
    names: Mapping[str, str]  # Official names by language, English among them.
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
    def name_language(self) -> str:
        """The language in which `name` is."""
        language = get_language() or "en"
        return language if self.names.get(language) else "en"

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
