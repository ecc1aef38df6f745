"""Writes the rows of loaded records, and only those that differ from what is there."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils import timezone

from hemicycle.core.identity import shipped_uid
from hemicycle.innovations.actions.doors import free_slug
from hemicycle.innovations.given import InnovationGiven, LinkGiven, SourceGiven
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
from hemicycle.innovations.states import Evidence, State
from hemicycle.network.models import Body
from hemicycle.topics.models import Topic

BATCH = 500
Row = dict[str, Any]


@dataclass(frozen=True)
class Tables:
    """The tables of one kind."""

    thing: Any
    citation: Any
    tagging: Any
    own: str  # What citations and taggings call the thing they belong to.

    def uid_of(self, key: str) -> UUID:
        return shipped_uid(self.thing.kind, key)


CASES = Tables(Case, CaseCitation, CaseTagging, "case")
USE_CASES = Tables(UseCase, UseCaseCitation, UseCaseTagging, "use_case")


class Known:
    """Which row each key means, asked once for a whole load and only if it is needed."""

    @cached_property
    def bodies(self) -> Mapping[str, int]:
        return dict(Body.objects.values_list("key", "pk"))

    @cached_property
    def topics(self) -> Mapping[str, int]:
        return dict(Topic.objects.values_list("code", "pk"))

    @cached_property
    def cases(self) -> Mapping[UUID | str, int]:
        """By uid, and by address for those that did not come from a file."""
        rows = list(Case.objects.values_list("uid", "slug", "pk"))
        return {**{slug: pk for _uid, slug, pk in rows}, **{uid: pk for uid, _slug, pk in rows}}

    def case(self, key: str) -> int:
        return self.cases.get(CASES.uid_of(key)) or self.cases[key]


def found(tables: Tables, given: Sequence[InnovationGiven]) -> dict[UUID, Any]:
    rows = tables.thing.objects.filter(uid__in=[tables.uid_of(each.key) for each in given])
    return {thing.uid: thing for thing in rows}


def is_untouched(thing: Any) -> bool:
    """Whether files still have the say: nobody has confirmed, rewritten or withdrawn the thing."""
    if thing is None:
        return True
    return thing.author_id is None and thing.evidence == Evidence.COMPILED and thing.state == State.PUBLISHED


def write(tables: Tables, given: Sequence[InnovationGiven]) -> set[UUID]:
    """Write what is new or other than before; the uids of the things that were written.

    All things come before any link, since links may lead to things that come in with them.
    """
    known = Known()
    changed = _write_things(tables, {tables.uid_of(each.key): each for each in given}, known)
    things = found(tables, given)
    owners = {things[tables.uid_of(each.key)].pk: each for each in given}
    own = f"{tables.own}_id"
    altered = _write_parts(tables.citation, own, {pk: _citations(each) for pk, each in owners.items()})
    altered |= _write_parts(tables.tagging, own, {pk: _taggings(each, known) for pk, each in owners.items()})
    if tables is CASES:
        altered |= _write_parts(Measure, own, {pk: _measures(each) for pk, each in owners.items()})
        altered |= _write_parts(Adoption, "taker_case_id", {pk: _links(each, known) for pk, each in owners.items()})
    return changed | {uid for uid, thing in things.items() if thing.pk in altered}


def _write_things(tables: Tables, given: Mapping[UUID, InnovationGiven], known: Known) -> set[UUID]:
    before = found(tables, list(given.values()))
    columns = {uid: _columns(each, known) for uid, each in given.items()}
    new = [uid for uid in given if uid not in before]
    taken = set(tables.thing.objects.values_list("slug", flat=True)) if new else set()
    tables.thing.objects.bulk_create(
        [
            tables.thing(
                uid=uid,
                slug=free_slug(given[uid].key, taken),
                state=State.PUBLISHED,
                evidence=Evidence.COMPILED,
                published_at=timezone.now(),
                **columns[uid],
            )
            for uid in new
        ],
        batch_size=BATCH,
    )
    changed = [
        thing
        for uid, thing in before.items()
        if any(getattr(thing, name) != value for name, value in columns[uid].items())
    ]
    for thing in changed:
        vars(thing).update(columns[thing.uid])
        thing.save(update_fields=[name.removesuffix("_id") for name in columns[thing.uid]])
    return {*new, *(thing.uid for thing in changed)}


def _write_parts(table: Any, own: str, wanted: Mapping[int, list[Row]]) -> set[int]:
    """Make the rows of each owner what is wanted; the owners for which they were not."""
    columns = next((tuple(row) for rows in wanted.values() for row in rows), ("pk",))
    mine = table.objects.filter(**{f"{own}__in": list(wanted)})
    if table is Adoption:
        # What people have said about the spread is theirs.
        mine = mine.filter(evidence=Evidence.COMPILED)
    kept: dict[int, set[tuple[Any, ...]]] = defaultdict(set)
    for owner, *row in mine.values_list(own, *columns):
        kept[owner].add(tuple(row))
    altered = {owner for owner, rows in wanted.items() if kept[owner] != {tuple(row.values()) for row in rows}}
    mine.filter(**{f"{own}__in": altered}).delete()
    rows = [table(**{own: owner}, **row) for owner in sorted(altered) for row in wanted[owner]]
    table.objects.bulk_create(rows, batch_size=BATCH)
    return altered


def _columns(given: InnovationGiven, known: Known) -> Row:
    return {
        "body_id": known.bodies[given.body] if given.body else None,
        "body_name": given.body_name,
        "countries": list(given.countries),
        **given.columns,
    }


def _citations(given: InnovationGiven) -> list[Row]:
    return [
        {"order": order, "address": source.address, "title": source.title, "note": source.note, "dated": source.dated}
        for order, source in enumerate(given.sources, start=1)
    ]


def _taggings(given: InnovationGiven, known: Known) -> list[Row]:
    return [{"order": order, "topic_id": known.topics[code]} for order, code in enumerate(given.topics, start=1)]


def _measures(given: InnovationGiven) -> list[Row]:
    return [
        {
            "order": order,
            "key": measure.key,
            "value": measure.value,
            "unit": measure.unit,
            "date": measure.date,
            "scope": measure.scope,
            "citation": measure.source,
        }
        for order, measure in enumerate(given.measures, start=1)
    ]


def _links(given: InnovationGiven, known: Known) -> list[Row]:
    return [_link(given, link, known) for link in given.links]


def _link(given: InnovationGiven, link: LinkGiven, known: Known) -> Row:
    source = given.sources[link.source - 1] if link.source else SourceGiven("")
    return {
        "uid": shipped_uid("adoption", f"{given.key}:{link.relation}:{link.case or link.body or link.name}"),
        "relation": link.relation,
        "origin_case_id": known.case(link.case) if link.case else None,
        "origin_body_id": known.bodies[link.body] if link.body else None,
        "origin_name": link.name,
        "since": link.since,
        "evidence": Evidence.COMPILED,
        "source_address": source.address,
        "source_title": source.title,
    }
