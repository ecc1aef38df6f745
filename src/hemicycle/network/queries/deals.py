"""What everything else knows of an agreement, of what was given, of an organisation and of a project."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from hemicycle.core.dates import earliest, latest
from hemicycle.network.queries.houses import Reference
from hemicycle.network.states.agreements import Standing

ORGANISATION_PREFIX = "ORG-"
Words = Mapping[str, Mapping[str, Any]]  # Fields by language, the original first.


@dataclass(frozen=True)
class Gave:
    """One thing that a partner gives."""

    uid: UUID
    gift: str
    what: str
    language: str  # of `what` and `led_to`
    amount: Decimal | None
    currency: str
    working_days: int | None
    since: str
    until: str
    led_to: str
    led_to_address: str


@dataclass(frozen=True)
class Deal:
    """One agreement with one partner for one period."""

    pk: int
    uid: UUID
    body_id: int
    level: str
    state: str
    hub_id: int | None
    project_id: int | None
    signed_on: str
    signatories: str
    since: str
    until: str
    role_note: str
    sources: tuple[str, ...]
    doubtful: bool
    shipped: bool
    renews: UUID | None = None
    takes_over: UUID | None = None
    followed_by: UUID | None = None  # The renewal or the handover that came after it.
    gave: tuple[Gave, ...] = ()
    texts: Words = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"/agreements/{self.uid}/"

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    def standing(self, day: date) -> Standing:
        """Where the day finds it; an end that only nobody knows of is no promise that it goes on."""
        on = day.isoformat()
        if latest(self.until) < on:
            return Standing.ENDED
        if self.since and earliest(self.since) > on:
            return Standing.LATER
        return Standing.OPEN if self.shipped and not self.until else Standing.RUNNING

    def words(self, name: str, language: str) -> tuple[str, str]:
        """One of its texts for a reader of a language, and the language that it is in."""
        return nearest(self.texts, name, language)


@dataclass(frozen=True)
class Organisation:
    """A partner that is no parliament."""

    pk: int
    uid: UUID
    key: str
    name: str
    name_local: str
    note: str
    current: Mapping[str, Any]

    @property
    def slug(self) -> str:
        return self.key.removeprefix(ORGANISATION_PREFIX)

    @property
    def path(self) -> str:
        return f"/partners/{self.slug}/"

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"


@dataclass(frozen=True)
class Step:
    """An activity or an output of a project."""

    pk: int
    is_output: bool
    title: str
    language: str
    dated: str
    address: str


@dataclass(frozen=True)
class Undertaking:
    """A project of the network."""

    pk: int
    uid: UUID
    slug: str
    since: str
    until: str
    source: Reference | None
    topics: tuple[str, ...]  # codes
    parties: tuple[tuple[str, int], ...]  # part and body
    steps: tuple[Step, ...]
    texts: Words

    @property
    def path(self) -> str:
        return f"/projects/{self.slug}/"

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    def words(self, name: str, language: str) -> tuple[str, str]:
        return nearest(self.texts, name, language)

    def standing(self, day: date) -> Standing:
        on = day.isoformat()
        if latest(self.until) < on:
            return Standing.ENDED
        if self.since and earliest(self.since) > on:
            return Standing.LATER
        return Standing.RUNNING if self.until else Standing.OPEN


def nearest(texts: Words, name: str, language: str) -> tuple[str, str]:
    """A text in the reader's language, else in English, else as it was first written; empty if there is none."""
    for chosen in (language, "en", *texts):
        if texts.get(chosen, {}).get(name):
            return str(texts[chosen][name]), chosen
    return "", ""
