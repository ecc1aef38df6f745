"""Reads of the index: answers to questions, and what is like a thing."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from hemicycle.core.texts import LAST_RESORT
from hemicycle.kit import vectors
from hemicycle.search.index import index, matching
from hemicycle.search.index.memory import memory
from hemicycle.search.index.visibility import still_public
from hemicycle.search.models import IndexedThing
from hemicycle.search.states import LONGEST_QUESTION, PAGE_SIZE, Hit, Hits, Question, Similar

MOST_SIMILAR = 6


def search(
    question: str,
    *,
    language: str,
    kinds: Sequence[str] = (),
    facets: Mapping[str, Sequence[str]] | None = None,
    page: int = 1,
    size: int = PAGE_SIZE,
) -> Hits:
    """What answers the question, best first: `size` hits of page `page`, the total, and counts of further choices.

    `language` is that of the page: hits are shown in it where they can be, and its texts rank a little higher. The
    question itself may be in any language. An empty question finds nothing.
    """
    text = " ".join(question.split())[:LONGEST_QUESTION]
    if not text:
        return Hits()
    return index().search(Question(text, language, tuple(kinds), facets or {}, size, (page - 1) * size))


def similar(uid: UUID, language: str, limit: int = MOST_SIMILAR) -> list[Similar]:
    """Public things that are most like this one, nearest first, titled in the language of the page; one query."""
    rows = IndexedThing.objects.filter(still_public("uid"), as_neighbour__thing__uid=uid).order_by("as_neighbour__rank")
    return [_similar(row, language) for row in rows.defer("facets", "labels")[:limit]]


def alike(text: str, kind: str, limit: int = MOST_SIMILAR) -> list[UUID]:
    """Public things of a kind whose texts mean what these words mean, in whatever languages; nearest first, one query.

    Nothing is found before the worker has made the vectors, or where the encoder is not installed.
    """
    held = memory()
    if not len(held.matrix) or not text.strip():
        return []
    keys = matching.nearest_of_kind(held, vectors.encoder().encode([text[:LONGEST_QUESTION]])[0], kind, limit)
    uids = dict(IndexedThing.objects.filter(still_public("uid"), pk__in=keys).values_list("pk", "uid"))
    return [uids[key] for key in keys if key in uids]


def as_json(hits: Hits) -> list[dict[str, Any]]:
    """The hits in order, as plain values: uid, kind, title, title_en, language, address."""
    return [
        {
            "uid": str(hit.uid),
            "kind": hit.kind,
            "title": hit.title,
            "title_en": hit.titles.get(LAST_RESORT, ""),
            "language": hit.language,
            "address": address(hit),
        }
        for hit in hits.hits
    ]


def address(hit: Hit) -> str:
    """The address in the language of the page, which falls back as every page does."""
    return f"/{get_language()}{hit.path}"


def _similar(row: IndexedThing, language: str) -> Similar:
    titles = row.titles
    shown = next(code for code in (language, LAST_RESORT, row.original, *titles) if code in titles)
    return Similar(row.uid, row.kind, row.key, row.path, titles[shown], shown)
