"""“Already told elsewhere?”: public cases whose titles and leads share telling words with what is being typed."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from uuid import UUID

from hemicycle.core import texts
from hemicycle.core.snapshots import Snapshot
from hemicycle.innovations import wording
from hemicycle.innovations.models import Case
from hemicycle.innovations.queries import visible_to
from hemicycle.kit.words import analyse, query_words
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link

MOST = 5
# Of the weight of the words that were typed, so much must be shared.
LEAST_SHARED = 0.34


@dataclass(frozen=True)
class Known:
    """Which cases hold a word, and how much it tells."""

    holders: Mapping[str, frozenset[UUID]]
    slugs: Mapping[UUID, str]

    def weight(self, found: frozenset[UUID]) -> float:
        return log(1 + len(self.slugs) / max(len(found), 1))


def alike(title: str) -> tuple[Link, ...]:
    """The public cases that are most like the title, in any language, most alike first; one query at most."""
    known = _known.now()
    scores: Counter[UUID] = Counter()
    total = 0.0
    for word in query_words(title[:300]):
        found = frozenset().union(*(known.holders.get(term, frozenset()) for term in (*word.exact, *word.stems)))
        weight = known.weight(found)
        total += weight
        scores.update(dict.fromkeys(found, weight))  # type: ignore[arg-type]
    best = [uid for uid, score in scores.most_common(MOST) if score >= LEAST_SHARED * total]
    readings = texts.read(best, active_language()) if best else {}
    return tuple(
        Link(readings[uid]["title"], wording.address(f"/cases/{known.slugs[uid]}/"), language=readings[uid].language)
        for uid in best
        if uid in readings
    )


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
