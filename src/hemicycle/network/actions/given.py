"""The register as it comes in, from a file or a form; keys stand for rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class SourceGiven:
    """What facts cite."""

    key: str
    title: str
    edition: str = ""
    licence: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class CountryGiven:
    """A country or territory; sources are keys."""

    key: str
    iso3: str
    iso_numeric: str
    m49: str
    names: Mapping[str, str]
    un_status: str
    names_source: str = ""
    codes_source: str = ""
    un_status_source: str = ""
    region_source: str = ""
    note: str = ""
    column: int | None = None
    row: int | None = None


@dataclass(frozen=True)
class BodyGiven:
    """A body; parent, country and sources are keys."""

    kind: str
    key: str
    name: str
    parent: str = ""
    country: str = ""
    chamber_kind: str = ""
    name_local: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    name_source: str = ""
    name_doubtful: bool = False
    name_local_source: str = ""
    name_local_doubtful: bool = False
    name_note: str = ""
    note: str = ""


@dataclass(frozen=True)
class FactGiven:
    """A fact about the body with this key, for a period, from the source with this key."""

    body: str
    name: str
    value: str
    source: str
    since: str = ""
    until: str = ""
    as_of: str = ""
    doubtful: bool = False
    note: str = ""


@dataclass(frozen=True)
class RegisterGiven:
    """The whole register as it ships; parliaments stand before their chambers."""

    sources: Sequence[SourceGiven]
    countries: Sequence[CountryGiven]
    bodies: Sequence[BodyGiven]
    facts: Sequence[FactGiven]


@dataclass(frozen=True)
class ProjectGiven:
    """A project with its parties (part and key of a body) and steps; source and topics are keys."""

    key: str
    title: str
    purpose: str
    since: str = ""
    until: str = ""
    topics: Sequence[str] = ()
    source: str = ""
    parties: Sequence[tuple[str, str]] = ()
    steps: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True)
class AgreementGiven:
    """An agreement that public sources tell of; bodies, hub, project and the agreement before it are keys."""

    key: str
    body: str
    columns: Mapping[str, Any]
    hub: str = ""
    project: str = ""
    takes_over: str = ""
    gives: str = ""
    contributions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # By key.


@dataclass(frozen=True)
class PartnersGiven:
    """All partners as they ship; `bodies` are organisations and the hubs that agreements name."""

    sources: Sequence[SourceGiven]
    bodies: Sequence[BodyGiven]
    facts: Sequence[FactGiven]
    projects: Sequence[ProjectGiven]
    agreements: Sequence[AgreementGiven]
