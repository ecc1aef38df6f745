"""Reads of the vocabulary: the whole tree is held in memory and follows its counter."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language

from hemicycle.core.snapshots import Snapshot
from hemicycle.topics.models import Topic


@dataclass(frozen=True)
class Term:
    """A topic as everything else knows it."""

    pk: int
    uid: UUID
    code: str
    parent: str
    labels: Mapping[str, str]
    note: str
    origin: str = ""  # S: from a source of the network; I: added with the vocabulary; P: added since.

    @property
    def label(self) -> str:
        return self.labels.get(get_language() or "en") or self.labels["en"]

    def get_absolute_url(self) -> str:
        below = self.code.replace(".", "/", 1)
        return f"/{get_language()}/topics/{below}/"

    @property
    def branch(self) -> str:
        return self.code.partition(".")[0]

    @property
    def slug(self) -> str:
        return self.code.partition(".")[2] or self.code


@dataclass(frozen=True)
class Vocabulary:
    """All topics, by code, in their order."""

    terms: Mapping[str, Term]

    def branch(self, name: str) -> tuple[Term, ...]:
        return self.branches.get(name, ())

    @cached_property
    def branches(self) -> Mapping[str, tuple[Term, ...]]:
        found: dict[str, list[Term]] = {}
        for term in self.terms.values():
            if term.parent:
                found.setdefault(term.branch, []).append(term)
        return {name: tuple(terms) for name, terms in found.items()}

    @cached_property
    def by_pk(self) -> Mapping[int, Term]:
        return {term.pk: term for term in self.terms.values()}


def visible_to(viewer: Any) -> QuerySet[Topic]:  # noqa: ARG001 - the vocabulary is open to everybody.
    return Topic.objects.all()


def vocabulary() -> Vocabulary:
    return _vocabulary.now()


def labels_of(branch: str) -> Mapping[str, str]:
    """Slug to label, in order, in the language of the page; what a facet calls its values."""
    return {term.slug: term.label for term in vocabulary().branch(branch)}


def _build() -> Vocabulary:
    rows = Topic.objects.order_by("order").values_list("pk", "uid", "code", "parent__code", "labels", "note", "origin")
    return Vocabulary({row[2]: Term(*row[:3], row[3] or "", *row[4:]) for row in rows})


_vocabulary: Snapshot[Vocabulary] = Snapshot("topic", build=_build)
