"""The open-data form of cases and use cases: what is known, what is not, with figures, sources and words."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from hemicycle.core import texts
from hemicycle.core.catalogue import Record
from hemicycle.core.texts import Reading
from hemicycle.innovations.analysis import newest_date, not_stated
from hemicycle.innovations.models import Case, UseCase
from hemicycle.innovations.queries import End, Link, links_of
from hemicycle.innovations.states import CASE_TEXTS, OPEN_COLUMNS, OPEN_USE_CASE_COLUMNS, RELATION_NAMES, USE_CASE_TEXTS
from hemicycle.network.analysis import region_path
from hemicycle.network.queries import Register, register
from hemicycle.topics.queries import Vocabulary, vocabulary

# A facet that is named like a branch of the vocabulary has its terms as values; topic pages rest on this.
BRANCHES = ("work", "technology", "change", "beneficiary", "challenge", "resource", "practice", "policy")
WORDS = "\n\n"


def case_records(cases: Iterable[Case]) -> Iterable[Record]:
    """The records of these cases in seven queries, however many there are."""
    rows = list(cases)
    prefetch_related_objects(rows, "citations", "taggings", "measures")
    reading = _Reading(rows, links_of([case.uid for case in rows]))
    return [reading.case(case) for case in rows if case.uid in reading.words]


def use_case_records(use_cases: Iterable[UseCase]) -> Iterable[Record]:
    """The records of these use cases in five queries, however many there are."""
    rows = list(use_cases)
    prefetch_related_objects(rows, "citations", "taggings")
    reading = _Reading(rows, ())
    return [reading.use_case(use_case) for use_case in rows if use_case.uid in reading.words]


class _Reading:
    """Everything that was read for one batch, and how a record is put together from it."""

    def __init__(self, rows: Sequence[Any], links: Sequence[Link]) -> None:
        uids = [row.uid for row in rows]
        self.held: Register = register()
        self.vocabulary: Vocabulary = vocabulary()
        self.words = texts.all_languages(uids)
        self.readings: Mapping[UUID, Reading] = texts.read(uids, "en")
        self.links = links

    def case(self, case: Case) -> Record:
        given = [link for link in self.links if link.origin.case == case.uid]
        taken = [link for link in self.links if link.taker.case == case.uid]
        facets: dict[str, tuple[str, ...]] = {"stage": (term_slug(case.stage),)}
        facts = {
            "measures": self.measures(case),
            **{
                name: [self.end(link, link.origin) for link in taken if link.relation == relation]
                for relation, (name, _inverse) in RELATION_NAMES.items()
            },
            **{
                name: [self.end(link, link.taker) for link in given if link.relation == relation]
                for relation, (_forward, name) in RELATION_NAMES.items()
            },
        }
        return self.record(case, "lead", CASE_TEXTS, OPEN_COLUMNS, facets, facts, self.link_targets(taken))

    def use_case(self, use_case: UseCase) -> Record:
        facets: dict[str, tuple[str, ...]] = {"category": (use_case.category,)} if use_case.category else {}
        return self.record(use_case, "objective", USE_CASE_TEXTS, OPEN_USE_CASE_COLUMNS, facets, {}, ())

    def record(
        self,
        thing: Any,
        lead: str,
        fields: Sequence[str],
        columns: Sequence[str],
        facets: dict[str, tuple[str, ...]],
        facts: dict[str, Any],
        links: Sequence[tuple[str, UUID]],
    ) -> Record:
        words = self.words[thing.uid]
        house = self.held.by_pk.get(thing.body_id)
        by = (("done_by", house.uid),) if house else ()
        return Record(
            uid=thing.uid,
            kind=thing.kind,
            key=thing.slug,
            path=thing.path,
            original=self.readings[thing.uid].original,
            titles={language: text["title"] for language, text in words.items()},
            order=newest_date(thing, (citation.dated for citation in thing.citations.all())),
            leads={language: text[lead] for language, text in words.items() if text.get(lead)},
            bodies={language: _body(text, fields[2:]) for language, text in words.items()},
            facets=self.facets(thing) | facets,
            places=tuple(thing.countries),
            links=(*by, *links),
            facts=self.shared_facts(thing, fields, columns) | facts,
        )

    def facets(self, thing: Any) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for term in self.terms(thing):
            if term.branch in BRANCHES:
                found.setdefault(term.branch, []).append(term.slug)
        regions = [slug for key in thing.countries for slug in self.regions(key)]
        marks = {
            **{name: tuple(values) for name, values in found.items()},
            "region": tuple(dict.fromkeys(regions)),
            "country": tuple(thing.countries),
            # No list is narrowed by it; the home page counts the chambers that the library tells about.
            "body": self.body_keys(thing),
            "evidence": (thing.evidence,),
            "language": tuple(sorted(self.words[thing.uid])),
        }
        return {name: values for name, values in marks.items() if values}

    def body_keys(self, thing: Any) -> tuple[str, ...]:
        house = self.held.by_pk.get(thing.body_id)
        return (house.key,) if house else ()

    def regions(self, country: str) -> tuple[str, ...]:
        parliament = self.held.get(country)
        return region_path(parliament.current.get("region", "")) if parliament else ()

    def terms(self, thing: Any) -> list[Any]:
        return [self.vocabulary.by_pk[tagging.topic_id] for tagging in thing.taggings.all()]

    def shared_facts(self, thing: Any, fields: Sequence[str], columns: Sequence[str]) -> dict[str, Any]:
        words = self.words[thing.uid]
        versions = self.readings[thing.uid].versions
        house = self.held.by_pk.get(thing.body_id)
        said = {
            **{name: plain(getattr(thing, name)) for name in columns},
            "body": house.key if house else "",
            "body_name": house.own_name if house else thing.body_name or (thing.body.name if thing.body else ""),
            "evidence": thing.evidence,
            "topics": [term.code for term in self.terms(thing)],
            "texts": {
                language: {name: text[name] for name in fields if text.get(name)} for language, text in words.items()
            },
            "versions": [
                {"language": each.language, "state": each.state, "credit": each.credit, "behind": each.behind}
                for each in versions
            ],
            "sources": [
                {
                    "number": each.order,
                    "title": each.title,
                    "address": each.address,
                    "note": each.note,
                    "date": each.dated,
                }
                for each in thing.citations.all()
            ],
            "not_stated": not_stated(thing, words[self.readings[thing.uid].original]),
        }
        return {name: value for name, value in said.items() if value not in ("", None, [])}

    def measures(self, case: Case) -> list[dict[str, Any]]:
        labels = {language: text.get("measures", {}) for language, text in self.words[case.uid].items()}
        return [
            {
                "key": each.key,
                "what": {language: named[each.key] for language, named in labels.items() if each.key in named},
                "value": plain(each.value),
                "unit": each.unit,
                "date": each.date,
                "scope": each.scope,
                "source": each.citation,
            }
            for each in case.measures.all()
        ]

    def link_targets(self, taken: Sequence[Link]) -> tuple[tuple[str, UUID], ...]:
        targets = [(RELATION_NAMES[link.relation][0], self.uid_of(link.origin)) for link in taken]
        return tuple((relation, uid) for relation, uid in targets if uid)

    def uid_of(self, end: End) -> UUID | None:
        house = self.held.by_pk.get(end.body) if end.body else None
        return end.case or (house.uid if house else None)

    def end(self, link: Link, end: End) -> dict[str, Any]:
        house = self.held.by_pk.get(end.body) if end.body else None
        said = {
            "case": end.slug,
            "body": house.key if house else "",
            "body_name": house.own_name if house else end.body_name,
            "since": link.since,
            "evidence": link.evidence,
            "source": link.source_address,
        }
        return {name: value for name, value in said.items() if value}


def term_slug(code: str) -> str:
    """A stage as the vocabulary writes it."""
    return code.replace("_", "-")


def plain(value: Any) -> Any:
    """A value as JSON has it: decimals as numbers, dates as ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _body(text: Mapping[str, Any], fields: Sequence[str]) -> str:
    parts = [text[name] for name in fields if text.get(name)]
    return WORDS.join([*parts, *text.get("measures", {}).values()])
