"""Joins several rankings into one, and says how good a ranking is."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)

# The constant of the published method; it was found there to be of little weight between 20 and 100.
RRF_K = 60


def fused(
    rankings: Iterable[Sequence[Thing]], *, weights: Sequence[float] | None = None, k: int = RRF_K
) -> dict[Thing, float]:
    """Reciprocal rank fusion: the sum over the rankings of weight / (k + rank), best first.

    Ranks start at 1; what a ranking does not hold gains nothing from it. Source: G. V. Cormack, C. L. A. Clarke and
    S. Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009.
    """
    scores: dict[Thing, float] = {}
    for position, ranking in enumerate(rankings):
        weight = 1.0 if weights is None else weights[position]
        for rank, thing in enumerate(ranking, 1):
            scores[thing] = scores.get(thing, 0.0) + weight / (k + rank)
    return by_score(scores)


def by_score(scores: Mapping[Thing, float]) -> dict[Thing, float]:
    """The same scores, greatest first; equals keep their order."""
    return dict(sorted(scores.items(), key=lambda item: -item[1]))


def recall_at(k: int, found: Sequence[Thing], wanted: Collection[Thing]) -> float:
    """The share of what was wanted that stands among the first `k`, of at most `k` places."""
    if not wanted:
        raise ValueError("recall of nothing is not defined")
    return len(set(found[:k]) & set(wanted)) / min(len(set(wanted)), k)


def reciprocal_rank(found: Sequence[Thing], wanted: Collection[Thing]) -> float:
    """One over the rank of the first thing that was wanted, 0 if none was found; its mean is the MRR."""
    return next((1 / rank for rank, thing in enumerate(found, 1) if thing in wanted), 0.0)
