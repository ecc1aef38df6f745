"""What pages of hubs cost with 500 hubs, 5,000 memberships and 20,000 updates, and a discussion of 2,000 messages.

Measured inside the process with Django's test client. The page cache is emptied before each request; what the process
holds of register, partners and lists stays. Pages for people are never cached, and are measured as they are.

Usage: python bench/hubs.py [HOW_MANY_HUBS]; on PostgreSQL: python tests/postgres.py -- python bench/hubs.py
"""

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent), str(HERE)]
MEMBERS, UPDATES, OUTPUTS = 10, 40, 6  # Of each hub.
LONG, SHORT = 2_000, 20
ROUNDS = 25
BATCH = 500
LANGUAGES = ("en", "ar")
MARK = "(made for measuring)"
WORDS = {
    "en": "A made hub, so that pages can be measured. It meets twice a year and tells what it did.",
    "fr": "Un pôle fabriqué, pour mesurer des pages. Il se réunit deux fois par an et raconte ce qu’il a fait.",
    "ar": "مركز فرعي مصنوع لقياس الصفحات. يجتمع مرتين في السنة ويروي ما فعله.",
}


@dataclass(frozen=True)
class Measured:
    """One address and what was promised for it."""

    name: str
    path: str
    queries: int
    time: float


PUBLIC = (
    Measured("a hub", "hubs/made-hub-7/", 8, 12.0),
    Measured("a hub that ships", "hubs/pacific-hub/", 8, 12.0),
    Measured("list of hubs", "hubs/", 5, 20.0),
    Measured("list, narrowed", "hubs/?sort=regional&region=africa", 5, 20.0),
    Measured("updates of all hubs", "hubs/updates/", 5, 20.0),
    Measured("updates of one hub", "hubs/updates/?hub=made-hub-7", 5, 20.0),
    Measured("a parliament", "parliaments/BR/", 14, 20.0),
)


def main() -> None:
    hubs = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        os.environ |= {"HEMICYCLE_DATA": folder, "HEMICYCLE_LOG": "ERROR"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
        import django

        django.setup()
        from django.db import connection, connections

        from hemicycle.project import content, database

        database.bring_up_to_date()
        content.load()
        print(f"on {connection.vendor}: ", end="")
        fill(hubs)
        heading()
        for page in PUBLIC:
            for language in LANGUAGES:
                show(page, language, client=None)
        inside()
        print("\nEach figure stands before what was promised; ! marks what is more.")
        connections.close_all()


def fill(hubs: int) -> None:
    """Made hubs through the verb by which real ones are loaded, then what each of them told."""
    from hemicycle.hubs import actions
    from hemicycle.hubs.given import HubsGiven
    from hemicycle.hubs.models import Hub

    started = perf_counter()
    dice = random.Random(7)
    houses = bodies(hubs)
    made = list(given(hubs, houses, dice))
    whole = HubsGiven(
        hubs=[hub for hub, _members, _outputs in made],
        members=[member for _hub, members, _outputs in made for member in members],
        outputs=[output for _hub, _members, outputs in made for output in outputs],
    )
    actions.load_hubs(whole, by=None)
    rows = list(Hub.objects.filter(slug__startswith="made-hub-").order_by("pk"))
    hosts(rows, houses, dice)
    told = updates(rows)
    seconds = perf_counter() - started
    print(f"{len(rows)} hubs, {len(whole.members):,} memberships, {told:,} updates made in {seconds:.0f} s")


def bodies(hubs: int) -> list[str]:
    """The bodies of the made hubs, and the keys of all chambers."""
    from hemicycle.network.models import Body

    Body.objects.bulk_create(
        [Body(kind="hub", key=f"HUB-made-hub-{number}", name=f"Made hub {number} {MARK}") for number in range(hubs)]
    )
    return list(Body.objects.filter(kind="chamber").order_by("key").values_list("key", flat=True))


def given(hubs: int, houses: list[str], dice: random.Random) -> Iterator[tuple]:
    from hemicycle.hubs.given import HubGiven, MemberGiven, OutputGiven, WordsGiven
    from hemicycle.topics.models import Topic

    codes = sorted(Topic.objects.filter(code__regex=r"^(work|technology|practice)\.").values_list("code", flat=True))
    regions = ("eastern-africa", "western-africa", "caribbean", "oceania", "southern-europe", "eastern-asia")
    from django.utils import timezone

    for number in range(hubs):
        key, regional = f"HUB-made-hub-{number}", number % 2 == 1
        columns = {
            "slug": f"made-hub-{number}",
            "sort": "regional" if regional else "thematic",
            "state": "open",
            "joining": "on_request",
            "began": str(dice.randint(2015, 2026)),
            "languages": dice.sample(["en", "fr", "es", "pt", "ar"], 2),
            "region": dice.choice(regions) if regional else "",
            "countries": [],
            "compiled_on": timezone.localdate(),
            "sources": ["https://example.org/made"],
        }
        words = [WordsGiven(language, {"purpose": said, "focus": said * 3}) for language, said in WORDS.items()]
        members = [MemberGiven(key, house) for house in dice.sample(houses, MEMBERS)]
        outputs = [
            OutputGiven(
                f"made-{number}-{one}",
                key,
                {"sort": "survey", "dated": f"{2020 + one}", "address": "", "sources": ["https://example.org/made"]},
                [
                    WordsGiven(language, {"title": f"{said[:40]} {one}", "text": said})
                    for language, said in WORDS.items()
                ],
            )
            for one in range(OUTPUTS)
        ]
        yield HubGiven(key, columns, dice.sample(codes, 3), words), members, outputs


def hosts(rows: list, houses: list[str], dice: random.Random) -> None:
    """Each hub is hosted by a chamber that took over from another."""
    from hemicycle.core import listings
    from hemicycle.network.models import Agreement, Body

    of = dict(Body.objects.filter(key__in=houses).values_list("key", "pk"))
    deal = {"level": "keystone", "state": "signed", "shipped": True}
    before = Agreement.objects.bulk_create(
        [
            Agreement(body_id=of[dice.choice(houses)], hub_id=row.body_id, since="2018", until="2023", **deal)
            for row in rows
        ],
        batch_size=BATCH,
    )
    after = [
        Agreement(body_id=of[dice.choice(houses)], hub_id=row.body_id, since="2024", takes_over=old, **deal)
        for row, old in zip(rows, before, strict=True)
    ]
    listings.refresh([*before, *Agreement.objects.bulk_create(after, batch_size=BATCH), *rows])


def updates(rows: list) -> int:
    from django.utils import timezone

    from hemicycle.core import journal, texts
    from hemicycle.hubs import states
    from hemicycle.hubs.models import Update

    now = timezone.now()
    made = Update.objects.bulk_create(
        [
            Update(hub=row, published_at=now - timedelta(days=one, minutes=row.pk % 600))
            for row in rows
            for one in range(UPDATES)
        ],
        batch_size=BATCH,
    )
    for start in range(0, len(made), BATCH):
        batch = made[start : start + BATCH]
        texts.write_all(
            [
                texts.Draft(one.uid, language, {"title": said[:60], "text": said}, original=language == "en")
                for one in batch
                for language, said in list(WORDS.items())[: 1 + one.pk % 2]
            ],
            by=None,
        )
        journal.record_all(states.UPDATE_PUBLISHED, batch, by=None)
    return len(made)


def inside() -> None:
    """What coordinators and the secretariat see; with the offices and the rights of a real one."""
    from django.test import Client
    from django.urls import NoReverseMatch, reverse

    coordinator, administrator = people()
    try:
        listed = reverse("hubs:states").partition("/en/")[2]
        show(Measured("secretariat’s list", listed, 8, 30.0), "en", client=signed_in(administrator))
    except NoReverseMatch:
        print("secretariat’s list: not there yet")
    client: Client = signed_in(coordinator)
    for messages in (SHORT, LONG):
        path = discussion(coordinator, messages)
        show(Measured(f"{messages:,} messages, last page", path, 14, 20.0), "en", client=client)


def people() -> tuple:
    from hemicycle.accounts.tests.factories import a_person, a_second_factor
    from hemicycle.hubs.models import Hub
    from hemicycle.network.states import Role
    from hemicycle.network.tests.factories import an_office

    coordinator, administrator = a_person(name="Made coordinator"), a_person(name="Made administrator")
    an_office(coordinator, Hub.objects.select_related("body").get(slug="made-hub-7").body, Role.COORDINATOR)
    an_office(administrator, None, Role.ADMINISTRATOR)
    a_second_factor(administrator)
    return coordinator, administrator


def signed_in(person):
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


def discussion(coordinator, messages: int) -> str:
    """A discussion of so many messages, all but the first written at once; the path of its thread."""
    from django.utils import timezone

    from hemicycle.hubs.actions import discussions
    from hemicycle.hubs.models import Hub
    from hemicycle.threads.models import Letter
    from hemicycle.threads.queries import thread_of

    hub = Hub.objects.select_related("body").get(slug="made-hub-7")
    one = discussions.open_discussion(hub, f"Made for measuring, {messages}", WORDS["en"], by=coordinator)
    thread = thread_of(one.kind, one.uid)
    now = timezone.now()
    Letter.objects.bulk_create(
        [
            Letter(thread=thread, number=number, author=coordinator, text=WORDS["en"], posted_at=now)
            for number in range(2, messages + 1)
        ],
        batch_size=BATCH,
    )
    return f"threads/{thread.uid}/"


def heading() -> None:
    print(f"\n{'page':<28}{'':>4}{'queries':>16}{'ms':>17}{'weight B':>18}")


def show(page: Measured, language: str, *, client) -> None:
    from django.test import Client

    client = client or Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip, br"})
    queries, time, weight = measure(f"/{language}/{page.path}", client)
    figures = f"{_beside(queries, page.queries):>16}{_beside(time, page.time):>17}{weight:>18,}"
    print(f"{page.name:<28}{language:>4}{figures}", flush=True)


def measure(path: str, client) -> tuple[int, float, int]:
    """Queries and median time of a page that is not kept, and its bytes as they are sent."""
    from django.core.cache import caches
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    first = client.get(path)
    if first.status_code != 200:
        raise SystemExit(f"{path} answers {first.status_code}")
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    # Counted at once: each request empties Django's log.
    queries = len(captured)
    times = []
    for _round in range(ROUNDS):
        caches["pages"].clear()
        started = perf_counter()
        client.get(path)
        times.append(perf_counter() - started)
    return queries, median(times) * 1000, len(first.content)


def _beside(figure: float, promised: float) -> str:
    written = f"{figure:.1f}" if isinstance(figure, float) else f"{figure:,}"
    return f"{'! ' if figure > promised else ''}{written} / {promised:,g}"


if __name__ == "__main__":
    main()
