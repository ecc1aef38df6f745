"""“Still so?”, six and eighteen months after publication: the clock moves, people press once, or nobody answers."""

from datetime import date, datetime

import pytest
from django.utils import timezone, translation

from hemicycle.accounts import deeds
from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry
from hemicycle.innovations import actions
from hemicycle.innovations.case_deeds import DEEDS
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import Evidence, Stage
from hemicycle.innovations.tests.factories import a_case, hand_in
from hemicycle.ui.formatting import format_date

PUBLISHED_ON = date(2024, 9, 14)


@pytest.fixture
def clock(monkeypatch):
    """Moves the day that it is for everything that asks Django."""

    def move(day: date) -> None:
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=timezone.get_default_timezone())
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return move


@pytest.fixture
def told(clock, contributor, editor, zambia):
    """A case that went the whole way, published on a day in September 2024."""
    clock(PUBLISHED_ON)
    case = hand_in(actions.draft(zambia, {"title": "Tablets"}, language="en", by=contributor), by=contributor)
    actions.take(case, by=editor)
    actions.publish(case, by=editor)
    return Case.objects.get(pk=case.pk)


def asked():
    return Entry.objects.filter(verb="case.confirmation_asked").order_by("id")


def mail(entry, person):
    return MESSAGES[entry.verb].about(entry, person)


def waits(person):
    return len(list(DUTIES["innovations.confirm"].awaiting(person)))


def opened(address):
    return "/" + address.split("/", 3)[3]


def test_both_rounds_are_asked_in_their_time_and_silence_shows_the_date_of_the_last_answer(
    client, clock, told, focal_point
):
    rounds, pages = {}, {}
    for day in (date(2025, 3, 13), date(2025, 3, 14), date(2026, 3, 13), date(2026, 3, 14), date(2027, 3, 14)):
        clock(day)
        rounds[day.isoformat()] = [actions.ask_what_is_due() for _twice in range(2)]
        pages[day.isoformat()] = client.get(told.get_absolute_url()).content.decode()
        if day == date(2025, 3, 14):
            actions.confirm(told, by=focal_point)

    silent = "last confirmed on 14 March 2025"
    assert [entry.facts["months"] for entry in asked()] == [6, 18]
    assert rounds == {
        "2025-03-13": [0, 0],
        "2025-03-14": [1, 0],
        "2026-03-13": [0, 0],
        "2026-03-14": [1, 0],
        "2027-03-14": [0, 0],
    }
    assert [silent in page for page in pages.values()] == [False, False, False, True, True]
    assert waits(focal_point) == 1


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_the_date_is_written_as_each_language_writes_it(client, zambia, language):
    day = date(2025, 3, 14)
    case = a_case(
        body=zambia,
        evidence=Evidence.CONFIRMED,
        confirmed_on=day,
        confirmed_as="focal_point",
        asked_on=date(2026, 3, 14),
        asked_after=18,
    )
    with translation.override(language):
        written = format_date(day)

    assert written in client.get(f"/{language}/cases/{case.slug}/").content.decode()


@pytest.mark.parametrize(
    ("name", "stage"),
    [("case.confirm", "in_use"), ("case.scaled", "scaled"), ("case.replaced", "replaced"), ("case.ended", "ended")],
)
def test_one_press_confirms_updates_the_stage_or_ends_it(client, clock, told, focal_point, name, stage):
    clock(date(2025, 4, 1))
    actions.ask_what_is_due()
    entry = asked().get()
    links = {link.label: opened(link.address) for link in mail(entry, focal_point).links}
    address = next(address for address in links.values() if f"/{name}~" in address)
    before = Case.objects.get(pk=told.pk).confirmed_on

    looked = [client.get(address).status_code, client.head(address).status_code, Case.objects.get(pk=told.pk).stage]
    pressed = client.post(address)

    told.refresh_from_db()
    assert (before, looked) == (None, [200, 200, "in_use"])
    assert pressed["Location"] == told.get_absolute_url()
    assert (told.stage, told.evidence, told.confirmed_on) == (stage, Evidence.CONFIRMED, date(2025, 4, 1))
    assert (mail(entry, focal_point), waits(focal_point)) == (None, 0)


def test_the_mail_offers_every_stage_but_the_present_one(clock, told, focal_point):
    clock(date(2025, 4, 1))
    actions.ask_what_is_due()

    labels = [link.label for link in mail(asked().get(), focal_point).links]

    assert labels == [
        "Confirm",
        "It has ended",
        "It is now: In development",
        "It is now: Pilot",
        "It is now: Scaled or shared with others",
        "It is now: Replaced",
    ]


def test_a_press_after_the_office_has_ended_changes_nothing(client, told, focal_point):
    addresses = [opened(deeds.link_for(focal_point, each.name, told.uid)) for each in DEEDS]
    focal_point.offices.update(until=PUBLISHED_ON.replace(day=13))

    codes = {client.post(address).status_code for address in addresses}

    told.refresh_from_db()
    assert codes <= {403, 404, 410}
    assert (told.evidence, told.confirmed_on, told.stage) == (Evidence.CHECKED, None, Stage.IN_USE)
