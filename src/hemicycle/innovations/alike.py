"""“Already told elsewhere?”: public cases that share telling words with what is being typed, or mean what it means."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from uuid import UUID

from hemicycle.core import texts
from hemicycle.core.snapshots import Snapshot
from hemicycle.innovations import wording
from hemicycle.innovations.models import Case
from hemicycle.innovations.queries import visible_to
from hemicycle.kit import ranking
from hemicycle.kit.words import analyse, query_words
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link

# Finds the things of a kind that mean what a text means, nearest first: find(text, kind).
Finder = Callable[[str, str], Sequence[UUID]]

MOST = 5
LONGEST = 300
# Of the weight of the words that were typed, so much must be shared.
LEAST_SHARED = 0.34

_finders: list[Finder] = []


@dataclass(frozen=True)
class Known:
    """Which cases hold a word, and how much it tells."""

    holders: Mapping[str, frozenset[UUID]]
    slugs: Mapping[UUID, str]

    def weight(self, found: frozenset[UUID]) -> float:
        return log(1 + len(self.slugs) / max(len(found), 1))


def meant_by(finder: Finder) -> None:
    """Let somebody who knows what texts mean find cases as well; words alone are compared here."""
    _finders.append(finder)


def alike(title: str) -> tuple[Link, ...]:
    """The public cases that are most like the title, in any language, most alike first.

    Whatever is found elsewhere, only what everybody may read today is shown.
    """
    title = title[:LONGEST]
    known = _known.now()
    found = [_by_words(title, known), *(finder(title, Case.kind) for finder in _finders)]
    best = [uid for uid in ranking.fused(found) if uid in known.slugs][:MOST]
    readings = texts.read(best, active_language()) if best else {}
    return tuple(
        Link(readings[uid]["title"], wording.address(f"/cases/{known.slugs[uid]}/"), language=readings[uid].language)
        for uid in best
        if uid in readings
    )


def _by_words(title: str, known: Known) -> list[UUID]:
    scores: Counter[UUID] = Counter()
    total = 0.0
    for word in query_words(title):
        found = frozenset().union(*(known.holders.get(term, frozenset()) for term in (*word.exact, *word.stems)))
        weight = known.weight(found)
        total += weight
        scores.update(dict.fromkeys(found, weight))
    return [uid for uid, score in scores.most_common(MOST) if score >= LEAST_SHARED * total]


def _build() -> Known:
    slugs = dict(visible_to(None).values_list("uid", "slug"))
    holders: dict[str, set[UUID]] = defaultdict(set)
    for uid, versions in texts.all_languages(slugs).items():
        for language, fields in versions.items():
            found = analyse(f"{fields.get('title', '')}\n{fields.get('lead', '')}", language)
            for term in {*found.words, *found.stems}:
                holders[term].add(uid)
    return Known({term: frozenset(found) for term, found in holders.items()}, slugs)


_known: Snapshot[Known] = Snapshot(Case.kind, build=_build)
