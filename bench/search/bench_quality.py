"""How well the search answers: recall at 5 and mean reciprocal rank of questions.toml over the shipped library.

Words only, meaning only, and both; by sort of question, and for the questions that were kept apart from tuning.

Usage: python bench/search/bench_quality.py [--misses]
"""

import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from statistics import mean

from scratch import site

QUESTIONS = Path(__file__).parent / "questions.toml"
BOTH = {"by_words": True, "by_meaning": True}
MODES = {"words only": {**BOTH, "by_meaning": False}, "meaning only": {**BOTH, "by_words": False}, "both": BOTH}
FIRST = 5


def main() -> None:
    questions = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["questions"]
    with site():
        fill()
        print(
            f"{len(questions)} questions, {sum(not each['finds'] for each in questions)} of them about nothing here\n"
        )
        print(f"{'':14} {'recall@5':>9} {'MRR':>6} {'median hits':>12} {'hits of nonsense':>17}")
        for name, mode in MODES.items():
            show(name, [judged(each, mode) for each in questions])
        print("\nBoth, by sort of question and apart from tuning:")
        results = [judged(each, BOTH) for each in questions]
        for name, group in grouped(results).items():
            show(name, group)
        if "--misses" in sys.argv:
            show_misses(results)


def fill() -> None:
    from hemicycle.core import deliveries
    from hemicycle.project import content
    from hemicycle.search import actions

    content.load()
    deliveries.deliver_all()
    actions.keep_up()


def judged(question: dict, mode: dict[str, bool]) -> dict:
    from hemicycle.kit.ranking import recall_at, reciprocal_rank
    from hemicycle.search.index import index
    from hemicycle.search.states import Question

    hits = index().search(Question(question["q"], question["language"], **mode))
    keys = [hit.key for hit in hits.hits]
    wanted = question["finds"]
    return {
        **question,
        "keys": keys,
        "total": hits.total,
        "recall": recall_at(FIRST, keys, wanted) if wanted else None,
        "rank": reciprocal_rank(keys, wanted) if wanted else None,
    }


def grouped(results: list[dict]) -> dict[str, list[dict]]:
    groups = defaultdict(list)
    for each in results:
        groups[each["sort"]].append(each)
        groups["in " + each["language"]].append(each)
        groups["kept apart" if each.get("apart") else "tuned on"].append(each)
    return dict(sorted(groups.items()))


def show(name: str, results: list[dict]) -> None:
    real = [each for each in results if each["recall"] is not None]
    nonsense = [each["total"] for each in results if each["recall"] is None]
    totals = sorted(each["total"] for each in real)
    if real:
        recall, rank = mean(each["recall"] for each in real), mean(each["rank"] for each in real)
        found = f"{mean(nonsense):17.1f}" if nonsense else ""
        print(f"{name:14} {recall:9.3f} {rank:6.3f} {totals[len(totals) // 2]:12} {found}")


def show_misses(results: list[dict]) -> None:
    print("\nQuestions without everything wanted among the first five:")
    for each in results:
        missing = [key for key in each["finds"] if key not in each["keys"][:FIRST]]
        if missing and each["recall"] < 1:
            print(f"  [{each['language']}] {each['q']}\n      missing {', '.join(missing)}")


if __name__ == "__main__":
    main()
