"""How fast the search is over 10,000 texts: 2,000 things in five languages, composed by maker.py.

Prints medians and what part of the promised 25 ms they take; DATABASE_URL chooses PostgreSQL (see tests/postgres.py).

Usage: python bench/search/bench_speed.py [--words-only]
"""

import sys
from statistics import median
from time import perf_counter

from scratch import site

THINGS = 2_000
PROMISED = 25.0
ROUNDS = 9
QUESTIONS = (
    "vote électronique à distance",
    "petições eletrônicas",
    "open data",
    "speech recognition first draft record",
    "how can members on leave vote from home",
    "البيانات المفتوحة",
    "التصويت عن بعد",
    "presupuesto debate",
    "security",
    "Zambia",
    "library research requests archive",
    "licença",
    "transcripcion",
    "amendmnet votng",
    "Zambia open data committees 2015",
)


def main() -> None:
    with site():
        fill(meaning="--words-only" not in sys.argv)
        started = perf_counter()
        ask(QUESTIONS[0])
        print(f"first answer, memory read: {(perf_counter() - started) * 1000:8.1f} ms\n")
        medians = []
        for question in QUESTIONS:
            hits, queries = counted(question)
            times = sorted(timed(question) for _ in range(ROUNDS))
            medians.append(median(times))
            print(f"{medians[-1]:7.1f} ms  worst {times[-1]:6.1f}  {hits.total:5} hits  {queries} queries  {question}")
        middle = median(medians)
        print(f"\nmedian {middle:.1f} ms, {middle / PROMISED:.2f} of the promised {PROMISED:.0f} ms")
        print(f"slowest {max(medians):.1f} ms")


def fill(*, meaning: bool) -> None:
    from maker import records

    from hemicycle.search import actions
    from hemicycle.search.index import index

    made = list(records(THINGS))
    started = perf_counter()
    index().put(made)
    print(f"{THINGS} things, {5 * THINGS} texts indexed by words in {perf_counter() - started:.1f} s")
    if meaning:
        started = perf_counter()
        actions.keep_up()
        print(f"vectors and neighbours made in {perf_counter() - started:.1f} s, in the background")


def ask(question: str) -> object:
    from hemicycle.search import queries

    return queries.search(question, language="en")


def timed(question: str) -> float:
    started = perf_counter()
    ask(question)
    return (perf_counter() - started) * 1000


def counted(question: str) -> tuple[object, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        hits = ask(question)
    return hits, len(captured)


if __name__ == "__main__":
    main()
