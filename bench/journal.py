"""What sealing costs: entries sealed and verified in a second, and how long writers wait with and without it.

Four threads write entries about topics faster than any house would: alone, beside a worker that looks once a second as
the real one does when nothing else is due, and beside one that seals a hundred times a second. DATABASE_URL chooses
PostgreSQL (see tests/postgres.py).

Usage: python bench/journal.py [HOW_MANY_ENTRIES]
"""

import os
import random
import sys
import tempfile
import threading
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from uuid import uuid4

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]
WRITERS, SAVES = 4, 250
LONGEST_PAUSE = 0.04


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        os.environ |= {"HEMICYCLE_DATA": folder, "HEMICYCLE_LOG": "ERROR"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
        import django

        django.setup()
        from django.db import connection, connections

        from hemicycle.project import database

        database.bring_up_to_date()
        print(f"on {connection.vendor}")
        chain(entries)
        topics = made_topics()
        for name, pause in 2 * (("alone", None), ("beside a worker", 1.0), ("beside a restless one", 0.01)):
            times = write(topics, pause)
            middle, late = quantiles(times, n=20)[9], quantiles(times, n=20)[18]
            print(f"writers {name:<22} median {middle:6.1f} ms   p95 {late:6.1f} ms")
        connections.close_all()


def chain(entries: int) -> None:
    """Seal what was written at once, then verify all of it."""
    from hemicycle.core import seals
    from hemicycle.core.models import Entry

    rows = [
        Entry(verb="topic.loaded", kind="topic", subject=uuid4(), audience="public", facts={"order": number})
        for number in range(entries)
    ]
    timed("written", entries, lambda: Entry.objects.bulk_create(rows, batch_size=500))
    timed("sealed", entries, seals.seal_all)
    timed("verified", entries, seals.verify)


def timed(what: str, entries: int, work) -> None:
    started = perf_counter()
    work()
    seconds = perf_counter() - started
    print(f"{entries:,} entries {what} in {seconds:.1f} s, {entries / seconds:,.0f} in a second")


def made_topics() -> list:
    from hemicycle.topics import actions
    from hemicycle.topics.actions import TermGiven
    from hemicycle.topics.models import Topic

    codes = ["work", *(f"work.made-{number}" for number in range(40))]
    actions.load([TermGiven(code, "" if code == "work" else "work", {"en": code}) for code in codes], by=None)
    return list(Topic.objects.all())


def write(topics: list, pause: float | None) -> list[float]:
    """Milliseconds of every save by every writer, beside a worker that seals after each pause."""
    from django.db import connections

    from hemicycle.core import journal, seals

    times: list[float] = []
    done = threading.Event()

    def save() -> None:
        for _number in range(SAVES):
            topic = random.choice(topics)
            started = perf_counter()
            journal.record("topic.loaded", topic, by=None)
            times.append((perf_counter() - started) * 1000)
            sleep(random.random() * LONGEST_PAUSE)
        connections.close_all()

    def seal() -> None:
        while not done.is_set():
            seals.seal()
            done.wait(pause)
        connections.close_all()

    writers = [threading.Thread(target=save) for _ in range(WRITERS)]
    sealer = threading.Thread(target=seal)
    for thread in (*writers, *([sealer] if pause else [])):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    if pause:
        sealer.join()
    return times


if __name__ == "__main__":
    main()
