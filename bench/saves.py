"""Two hundred people who save a step every five seconds at random: saves per second, waiting times, and nothing lost.

Each person types into a step of a case of their own or, for every fourth, into one that somebody else types into too.
Saves go through the action that the page uses, with real commits, from as many threads as the server has. First as many
saves as the database takes, then at the pace of people.

Usage: python bench/saves.py [PEOPLE] [SECONDS]; on PostgreSQL: python tests/postgres.py -- python bench/saves.py
"""

import os
import random
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]
EVERY = 5.0
THREADS = 8
SENTENCE = "Members vote by tablet from their seats, and the clerk reads the result at once. "


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        os.environ |= {"HEMICYCLE_DATA": folder, "HEMICYCLE_LOG": "ERROR"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection, connections

        call_command("migrate", verbosity=0)
        typists = prepare(people)
        print(f"{connection.vendor}: {people} people, {THREADS} threads")
        report("as fast as it goes", typists, hurry(typists, seconds / 2))
        report("every five seconds", typists, stroll(typists, seconds))
        connections.close_all()


class Typist:
    """Somebody at a form: what they have typed so far, and on which page."""

    def __init__(self, number: int, person, case) -> None:
        self.number = number
        self.person = person
        self.case = case
        self.field = "problem" if number % 2 else "done"
        self.typed = {"problem": "", "done": ""}
        self.saved = 0
        self.held = threading.Lock()

    def save(self) -> float:
        from hemicycle.innovations import actions
        from hemicycle.innovations.steps import STEP

        with self.held:
            self.typed[self.field] = f"{SENTENCE * (1 + self.saved % 20)}[{self.number}:{self.saved}]"
            began = perf_counter()
            actions.save_step(
                self.case, STEP["problem"], self.typed, page=f"{self.number:032x}", seen=0, by=self.person
            )
            self.saved += 1
            return perf_counter() - began

    def is_kept(self) -> bool:
        """The newest words of this person are what the step holds, whoever else has typed into it."""
        from hemicycle.innovations import drafts
        from hemicycle.innovations.steps import STEP

        return bool(drafts.held(self.case, STEP["problem"]).values[self.field] == self.typed[self.field])


def prepare(people: int) -> list[Typist]:
    """People with a seat in one house, and their drafts; every fourth shares one with the neighbour."""
    from hemicycle.accounts.tests.factories import a_person
    from hemicycle.innovations import actions
    from hemicycle.network.states import Role
    from hemicycle.network.tests.factories import a_chamber, an_office

    body = a_chamber()
    typists: list[Typist] = []
    for number in range(people):
        person = a_person()
        shares = number % 4 == 3
        an_office(person, body, Role.FOCAL_POINT)
        case = (
            typists[-1].case
            if shares
            else actions.draft(body, {"title": f"Made case {number}"}, language="en", by=person)
        )
        typists.append(Typist(number, person, case))
    return typists


def hurry(typists: list[Typist], seconds: float) -> tuple[list[float], float]:
    end = perf_counter() + seconds

    def work(mine: list[Typist], times: list[float]) -> None:
        while perf_counter() < end:
            times.append(random.choice(mine).save())

    return together(typists, work)


def stroll(typists: list[Typist], seconds: float) -> tuple[list[float], float]:
    start = perf_counter()

    def work(mine: list[Typist], times: list[float]) -> None:
        due = sorted((start + random.uniform(0, EVERY), each.number, each) for each in mine)
        while due and due[0][0] < start + seconds:
            when, number, typist = due.pop(0)
            sleep(max(0.0, when - perf_counter()))
            typist.save()
            # Waiting in the queue counts: a person waits from the moment at which the save was due.
            times.append(perf_counter() - when)
            due.append((when + random.uniform(0.5, 1.5) * EVERY, number, typist))
            due.sort(key=lambda each: each[:2])

    return together(typists, work)


def together(typists: list[Typist], work: Callable[[list[Typist], list[float]], None]) -> tuple[list[float], float]:
    from django.db import connections

    times: list[float] = []

    def run(mine: list[Typist]) -> None:
        own: list[float] = []
        try:
            work(mine, own)
        finally:
            times.extend(own)
            connections.close_all()

    threads = [threading.Thread(target=run, args=(typists[number::THREADS],)) for number in range(THREADS)]
    began = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, perf_counter() - began


def report(name: str, typists: list[Typist], measured: tuple[list[float], float]) -> None:
    times, seconds = measured
    kept = sum(each.is_kept() for each in typists if each.saved)
    typed = sum(1 for each in typists if each.saved)
    late = quantiles(times, n=20)[-1]
    print(
        f"{name}: {len(times)} saves, {len(times) / seconds:.0f} a second, median {1000 * median(times):.1f} ms, "
        f"p95 {1000 * late:.1f} ms, worst {1000 * max(times):.0f} ms; kept {kept} of {typed}"
    )


if __name__ == "__main__":
    main()
