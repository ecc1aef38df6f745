"""Reads of cases and use cases."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Subquery, Value

from hemicycle.core.models import Entry, Listing
from hemicycle.core.rows import OuterRef, Rows
from hemicycle.core.snapshots import Snapshot
from hemicycle.innovations.models import (
    Adoption,
    Case,
    CaseCitation,
    CaseTagging,
    Measure,
    UseCase,
    UseCaseCitation,
    UseCaseTagging,
)
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.states import PUBLIC_STATES
from hemicycle.network import policy as network
from hemicycle.network.states import SEAT_ROLES, SPEAKING_ROLES, BodyKind

Kind = TypeVar("Kind", bound=Innovation)
CITATION = ("order", "address", "title", "note", "dated")
MEASURE = ("order", "key", "value", "unit", "date", "scope", "citation")
PATHS = {"case": "/cases/{}/", "use_case": "/use-cases/{}/"}
NOTHING = Value("", output_field=CharField())
SHARED = ("uid", "slug", "body_id", "body__name", "body_name", "countries", "evidence")


class CardRow(NamedTuple):
    """What a list says of a case or use case."""

    kind: str
    uid: UUID
    slug: str
    body: int | None
    house_name: str | None
    body_name: str
    countries: list[str]
    evidence: str
    newest: str | None
    stage: str
    stage_as_of: str
    category: str
    dated: str


@dataclass(frozen=True)
class End:
    """One end of a link: a public case, or a body without one."""

    case: UUID | None
    slug: str
    body: int | None
    body_name: str  # For a body that the public register does not hold.
    countries: tuple[str, ...]
    began: str


@dataclass(frozen=True)
class Link:
    """One public link: the taker adapted, was helped by or continues what the origin did."""

    uid: UUID
    relation: str
    origin: End
    taker: End
    since: str
    evidence: str
    source_title: str
    source_address: str


def visible_to(viewer: Any) -> QuerySet[Case]:
    """The cases that this person may see; agrees with `policy.may_see`, by test."""
    return _visible(Case.objects.all(), viewer)


def use_cases_visible_to(viewer: Any) -> QuerySet[UseCase]:
    return _visible(UseCase.objects.all(), viewer)


def whole_cases(viewer: Any) -> QuerySet[Case]:
    """The same with all their parts and their public history, as JSON rows, in one query."""
    return visible_to(viewer).annotate(
        sources=Rows(CaseCitation.objects.filter(case=OuterRef("pk")).order_by("order"), *CITATION),
        topics=Rows(CaseTagging.objects.filter(case=OuterRef("pk")).order_by("order"), "topic_id"),
        figures=Rows(Measure.objects.filter(case=OuterRef("pk")).order_by("order"), *MEASURE),
        happened=_history(),
    )


def whole_use_cases(viewer: Any) -> QuerySet[UseCase]:
    return use_cases_visible_to(viewer).annotate(
        sources=Rows(UseCaseCitation.objects.filter(use_case=OuterRef("pk")).order_by("order"), *CITATION),
        topics=Rows(UseCaseTagging.objects.filter(use_case=OuterRef("pk")).order_by("order"), "topic_id"),
        happened=_history(),
    )


def case_rows() -> QuerySet[Case, Any]:
    """What a list says of public cases, as values of `CardRow`; in the same order as `use_case_rows`, so they unite."""
    return _rows(visible_to(None), "stage", "stage_as_of", NOTHING, NOTHING)


def use_case_rows() -> QuerySet[UseCase, Any]:
    return _rows(use_cases_visible_to(None), NOTHING, NOTHING, "category", "dated")


def about_bodies(bodies: Sequence[int], most: int, *, taken: Collection[UUID] = ()) -> QuerySet[Any, Any]:
    """The newest public cases and use cases of some bodies, and the cases that they have `taken` over, in one query."""
    both: QuerySet[Any, Any] = case_rows().filter(Q(body__in=bodies) | Q(uid__in=taken))
    both = both.union(use_case_rows().filter(body__in=bodies), all=True)
    return both.order_by("-newest", "slug")[:most]


def linked_to(case: Case) -> list[Case]:
    """The cases that this one was taken from, and those that took something from it."""
    return list(Case.objects.filter(Q(given__taker_case=case) | Q(taken__origin_case=case)).distinct())


def links() -> tuple[Link, ...]:
    """Every public link, oldest first; those towards a case that is not public are left out."""
    return _links.now()


def cases_by_country() -> Mapping[str, int]:
    """How many public cases each country has."""
    return _countries.now()


def _rows(things: QuerySet[Any], *own: Any) -> QuerySet[Any, Any]:
    order = Subquery(Listing.objects.filter(uid=OuterRef("uid")).values("order"))
    # Rows of both kinds become one list: what has no order of its own in the model must not bring one.
    plain: Any = things.order_by().annotate(newest=order)
    rows: QuerySet[Any, Any] = plain.values_list(Value(things.model.kind), *SHARED, "newest", *own)
    return rows


def _history() -> Rows:
    public = Entry.objects.filter(subject=OuterRef("uid"), audience="public")
    return Rows(public.order_by("-id"), "verb", "at")


def _visible(rows: QuerySet[Kind], viewer: Any) -> QuerySet[Kind]:
    public = Q(state__in=PUBLIC_STATES)
    if viewer is None or not viewer.is_authenticated:
        return rows.filter(public)
    if network.is_secretariat(viewer):
        return rows
    return rows.filter(public | begun_by(viewer) | spoken_for(viewer))


def begun_by(person: Any) -> Q:
    """What the person began, as long as an office lets them describe what that house does."""
    mine = Q(author=person)
    return mine if network.is_editor(person) else mine & spoken_for(person, SEAT_ROLES)


def spoken_for(viewer: Any, roles: Collection[str] = SPEAKING_ROLES) -> Q:
    """What is about a house for which the viewer speaks: the body itself, its parliament, or its chambers."""
    bodies = [office.body for office in network.offices_today(viewer) if office.role in roles]
    whole = [body.pk for body in bodies if body.kind != BodyKind.CHAMBER]
    near = [pk for body in bodies for pk in (body.pk, body.parent_id) if pk is not None]
    return Q(body__in=near) | Q(body__kind=BodyKind.CHAMBER, body__parent__in=whole)


def links_of(cases: Iterable[UUID]) -> tuple[Link, ...]:
    """The public links from and to these cases, read anew: what is written in this transaction is seen."""
    uids = list(cases)
    return _read_links(Q(origin_case__uid__in=uids) | Q(taker_case__uid__in=uids))


def _read_links(which: Q | None = None) -> tuple[Link, ...]:
    public = Adoption.objects.filter(
        Q(origin_case=None) | Q(origin_case__state__in=PUBLIC_STATES),
        Q(taker_case=None) | Q(taker_case__state__in=PUBLIC_STATES),
    )
    own = ("uid", "relation", "since", "evidence", "source_title", "source_address")
    rows = (
        (public.filter(which) if which else public)
        .order_by("since", "pk")
        .values(*own, **_end_columns("origin"), **_end_columns("taker"))
    )
    return tuple(
        Link(**{name: row[name] for name in own}, origin=_end(row, "origin"), taker=_end(row, "taker")) for row in rows
    )


def _end_columns(end: str) -> dict[str, Any]:
    columns = ("uid", "slug", "body_id", "body_name", "countries", "began")
    return {
        **{f"{end}_its_{column}": F(f"{end}_case__{column}") for column in columns},
        f"{end}_its_house": F(f"{end}_case__body__name"),
        f"{end}_own_body": F(f"{end}_body_id"),
        f"{end}_own_house": F(f"{end}_body__name"),
        f"{end}_own_name": F(f"{end}_name"),
    }


def _end(row: Mapping[str, Any], end: str) -> End:
    its = f"{end}_its_"
    if row[f"{its}uid"] is None:
        return End(None, "", row[f"{end}_own_body"], row[f"{end}_own_name"] or row[f"{end}_own_house"], (), "")
    return End(
        case=row[f"{its}uid"],
        slug=row[f"{its}slug"],
        body=row[f"{its}body_id"],
        body_name=row[f"{its}body_name"] or row[f"{its}house"] or "",
        countries=tuple(row[f"{its}countries"]),
        began=row[f"{its}began"],
    )


def _count_countries() -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for countries in visible_to(None).values_list("countries", flat=True):
        for country in countries:
            counts[country] = counts.get(country, 0) + 1
    return counts


_links: Snapshot[tuple[Link, ...]] = Snapshot(Case.kind, build=_read_links)
_countries: Snapshot[Mapping[str, int]] = Snapshot(Case.kind, build=_count_countries)
