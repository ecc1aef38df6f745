"""What each kind of page costs with 2,000 made cases beside the real ones: queries, time cold and warm, weight.

Measured inside the process with Django's test client, so neither the network nor the server is in the figures.
Cold means that the page is not in the page cache; what the process holds of the register stays.

Usage: python bench/pages.py [HOW_MANY_CASES]
"""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]
COLD_ROUNDS, WARM_ROUNDS = 25, 200
WARM = 2.0
LANGUAGES = ("en", "ar")


@dataclass(frozen=True)
class Measured:
    """One kind of page and what was promised for it."""

    name: str
    path: str
    queries: int = 5
    cold: float = 12.0
    weight: int = 20_000


PAGES = (
    Measured("home", ""),
    Measured("list of cases", "cases/", cold=20.0),
    Measured("list, narrowed", "cases/?region=africa&work=sittings", cold=20.0),
    Measured("case", "cases/zm-echamber-app/"),
    Measured("made case", "{made}"),
    Measured("use case", "use-cases/bh-automated-hansard/"),
    Measured("parliament", "parliaments/BR/", queries=6),
    Measured("list of parliaments", "parliaments/", cold=20.0),
    Measured("comparison", "parliaments/compare/?key=ZM&key=MW&key=BR"),
    Measured("topic", "topics/technology/mobile-app/"),
)


def main() -> None:
    things = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        os.environ |= {"HEMICYCLE_DATA": folder, "HEMICYCLE_LOG": "ERROR"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
        import django

        django.setup()
        made = prepare(things)
        show(made)
        from django.db import connections

        connections.close_all()


def prepare(things: int) -> str:
    """A loaded node with made cases; the path of one of them."""
    import data_maker

    from hemicycle.core.models import Listing
    from hemicycle.project import content, database

    started = perf_counter()
    database.bring_up_to_date()
    content.load()
    loaded = perf_counter()
    data_maker.fill(things)
    done = perf_counter()
    print(f"real content loaded in {loaded - started:.1f} s, {things} made cases in {done - loaded:.1f} s")
    return Listing.objects.filter(kind="case", key__contains="made-").values_list("path", flat=True)[0].lstrip("/")


def show(made: str) -> None:
    print(f"\n{'page':<22}{'':>4}{'queries':>16}{'cold ms':>17}{'warm ms':>17}{'weight B':>18}")
    panels = _panels("parliament")
    for page in PAGES:
        for language in LANGUAGES:
            path = f"/{language}/{page.path.format(made=made)}"
            extra = 2 * panels if page.name == "parliament" else 0
            queries, cold, warm, weight = measure(path)
            figures = f"{_beside(queries, page.queries + extra):>16}{_beside(cold, page.cold):>17}"
            figures += f"{_beside(warm, WARM):>17}{_beside(weight, page.weight):>18}"
            print(f"{page.name:<22}{language:>4}{figures}")
    print("\nEach figure stands before what was promised; ! marks what is more.")


def measure(path: str) -> tuple[int, float, float, int]:
    """Queries and median time of a page that is not kept, median time of one that is, and its bytes with brotli."""
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip, br"})
    first = client.get(path)
    if first.status_code != 200:
        raise SystemExit(f"{path} answers {first.status_code}")

    def cold() -> None:
        caches["pages"].clear()
        client.get(path)

    with CaptureQueriesContext(connection) as captured:
        cold()
    queries = len(captured)
    return queries, _median(cold, COLD_ROUNDS), _median(lambda: client.get(path), WARM_ROUNDS), len(first.content)


def _median(work, rounds: int) -> float:
    times = []
    for _round in range(rounds):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return median(times) * 1000


def _panels(kind: str) -> int:
    from hemicycle.core.catalogue import PANELS

    return sum(panel.kind == kind for panel in PANELS.values())


def _beside(figure: float, promised: float) -> str:
    written = f"{figure:.1f}" if isinstance(figure, float) else f"{figure:,}"
    return f"{'! ' if figure > promised else ''}{written} / {promised:,g}"


if __name__ == "__main__":
    main()
