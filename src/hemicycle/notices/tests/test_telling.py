"""Who hears of what, when, and in which words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.core import deliveries, journal
from hemicycle.core.models import Entry
from hemicycle.notices import actions, schedule
from hemicycle.notices.models import Mail, Notice
from hemicycle.threads import actions as threads

# Queries of one digest, and of each piece of news in it.
OF_A_DIGEST, OF_A_PIECE = 11, 2
WEDNESDAY = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


def later(**passed: int) -> None:
    """Let time pass for every notice."""
    for notice in Notice.objects.all():
        notice.due_at -= timedelta(**passed)
        notice.save()


def test_everybody_in_the_circle_hears_except_who_wrote(thread, contributor, focal_point, editor, outsider, tell):
    threads.post(thread, "Since 2021.", by=contributor)

    tell()

    assert set(Mail.objects.values_list("person", flat=True)) == {focal_point.pk, editor.pk}


def test_reading_the_journal_twice_tells_once(thread, contributor, focal_point, tell):
    threads.post(thread, "Since 2021.", by=contributor)
    tell()
    entries = [notice.entry for notice in Notice.objects.all()]

    actions.note(entries)
    actions.write_due()

    assert (Notice.objects.count(), Mail.objects.count()) == (1, 1)


def test_who_may_no_longer_see_it_hears_nothing(thread, matter, contributor, focal_point, tell):
    threads.post(thread, "Since 2021.", by=contributor)
    deliveries.deliver_all()
    later(days=1)
    Notice.objects.update(settled_at=None, mail=None)
    Mail.objects.all().delete()
    matter.people = {contributor.uid}

    actions.write_due()

    assert Mail.objects.count() == 0
    assert Notice.objects.filter(settled_at=None).count() == 0


def test_who_wants_to_hear_nothing_hears_nothing(thread, contributor, focal_point, tell):
    accounts.hear(focal_point, "threads", "never")
    threads.post(thread, "Since 2021.", by=contributor)

    tell()

    assert Notice.objects.count() == 0


@pytest.mark.parametrize(
    ("often", "zone", "expected"),
    [
        ("at_once", "Africa/Lusaka", WEDNESDAY),
        ("daily", "UTC", datetime(2026, 3, 12, 7, tzinfo=UTC)),
        ("daily", "Africa/Lusaka", datetime(2026, 3, 12, 5, tzinfo=UTC)),
        # Seven in the morning is still to come today.
        ("daily", "Pacific/Honolulu", datetime(2026, 3, 11, 17, tzinfo=UTC)),
        # Tomorrow has long begun there.
        ("daily", "Pacific/Kiritimati", datetime(2026, 3, 11, 17, tzinfo=UTC)),
        ("weekly", "Africa/Lusaka", datetime(2026, 3, 16, 5, tzinfo=UTC)),
        ("weekly", "Asia/Kathmandu", datetime(2026, 3, 16, 1, 15, tzinfo=UTC)),
        ("daily", "No/Such_Place", datetime(2026, 3, 12, 7, tzinfo=UTC)),
    ],
)
def test_digests_come_at_seven_where_the_reader_is(often, zone, expected):
    assert schedule.due_at(often, WEDNESDAY, zone) == expected


def test_the_morning_keeps_its_hour_when_the_clocks_change():
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)

    assert schedule.due_at("daily", before, "Europe/Lisbon") == datetime(2026, 3, 29, 6, tzinfo=UTC)


def test_a_digest_holds_what_has_gathered(thread, contributor, focal_point, tell):
    accounts.hear(focal_point, "threads", "daily")
    for text in ("Since 2021.", "In both chambers.", "With three people."):
        threads.post(thread, text, by=contributor)
    tell()
    before = Mail.objects.count()

    later(days=2)
    actions.write_due()

    mail = Mail.objects.get()
    assert (before, mail.subject, mail.topic, mail.thread) == (0, "3 pieces of news for you", "threads", None)
    assert [text in mail.text for text in ("Since 2021.", "In both chambers.", "With three people.")] == [True] * 3


def test_who_leaves_a_list_hears_no_more_of_what_has_gathered(thread, contributor, focal_point, tell):
    accounts.hear(focal_point, "threads", "daily")
    threads.post(thread, "Since 2021.", by=contributor)
    tell()

    accounts.hear(focal_point, "threads", "never")
    later(days=2)
    actions.write_due()

    assert (Mail.objects.count(), Notice.objects.filter(settled_at=None).count()) == (0, 0)


def test_one_morning_is_one_mail_however_much_has_gathered(thread, contributor, focal_point, tell):
    accounts.hear(focal_point, "threads", "weekly")
    threads.post(thread, "Since 2021.", by=contributor)
    tell()
    (first,) = Notice.objects.all()
    entries = [journal.record("thread.letter_posted", thread, by=contributor, letter=1) for _each in range(600)]
    Notice.objects.bulk_create(
        Notice(person=focal_point, entry=entry, topic=first.topic, often=first.often, due_at=first.due_at)
        for entry in entries
    )
    later(days=8)

    written = [actions.write_due(), actions.write_due()]

    assert (written, Mail.objects.get().subject) == ([1, 0], "601 pieces of news for you")


@pytest.mark.parametrize(
    ("often", "zone", "times"),
    [
        # Clocks go forward in the night before, and back in the night before.
        ("daily", "Europe/Lisbon", ("2026-03-28T18:00Z", "2026-03-29T05:59Z", "2026-03-29T06:00Z")),
        ("daily", "Europe/Lisbon", ("2026-10-24T18:00Z", "2026-10-25T06:59Z", "2026-10-25T07:00Z")),
        ("weekly", "Europe/Lisbon", ("2026-03-26T18:00Z", "2026-03-30T05:59Z", "2026-03-30T06:00Z")),
        ("weekly", "America/Santiago", ("2026-04-02T18:00Z", "2026-04-06T10:59Z", "2026-04-06T11:00Z")),
        ("daily", "Africa/Casablanca", ("2026-02-14T18:00Z", "2026-02-15T06:59Z", "2026-02-15T07:00Z")),
    ],
)
def test_a_digest_comes_at_its_hour_once_and_in_the_words_of_its_reader(
    thread, contributor, focal_point, clock, often, zone, times
):
    focal_point.language, focal_point.time_zone = "fr", zone
    focal_point.save()
    accounts.hear(focal_point, "threads", often)
    for text in ("Since 2021.", "In both chambers."):
        threads.post(thread, text, by=contributor)
    posted, too_early, due = times
    clock(posted)
    actions.note(Entry.objects.all())

    clock(too_early)
    early = actions.write_due()
    clock(due)
    on_time = [actions.write_due(), actions.write_due()]

    mail = Mail.objects.get(person=focal_point)
    assert (early, on_time) == (0, [1, 0])
    assert f"/fr/threads/{thread.uid}/" in mail.text
    assert mail.html.count('<html lang="fr" dir="ltr">') == 1


def test_a_digest_that_nobody_sent_in_time_is_sent_late_and_once(thread, contributor, focal_point, clock):
    """The machine was off for a fortnight."""
    accounts.hear(focal_point, "threads", "daily")
    threads.post(thread, "Since 2021.", by=contributor)
    clock("2026-03-11T12:00Z")
    actions.note(Entry.objects.all())
    clock("2026-03-25T12:00Z")

    written = [actions.write_due() for _round in range(3)]

    assert (written, Mail.objects.filter(person=focal_point).count()) == ([1, 0, 0], 1)


@pytest.fixture
def clock(monkeypatch):
    """Sets the time for all that asks Django for it."""

    def set_to(moment: str) -> None:
        monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat(moment))

    return set_to


@pytest.mark.parametrize("many", [1, 12])
def test_noting_an_entry_costs_the_same_for_one_reader_and_for_many(
    thread, matter, contributor, person, many, django_assert_num_queries
):
    for _each in range(many):
        matter.people.add(person().uid)
    threads.post(thread, "Since 2021.", by=contributor)
    (entry,) = Entry.objects.filter(verb="thread.letter_posted")

    with django_assert_num_queries(6):
        actions.note([entry])

    assert Notice.objects.count() == many + 1


@pytest.mark.parametrize("many", [1, 12])
def test_writing_a_digest_costs_a_fixed_number_of_queries_for_each_piece_of_news(
    thread, contributor, focal_point, tell, many
):
    accounts.hear(focal_point, "threads", "daily")
    for number in range(many):
        threads.post(thread, f"Since {number}.", by=contributor)
    tell()
    later(days=2)

    with CaptureQueriesContext(connection) as captured:
        actions.write_due()

    assert (len(captured) - OF_A_DIGEST) / many == OF_A_PIECE


def test_a_message_that_fails_holds_up_no_other(thread, matter, contributor, focal_point, editor, tell, caplog):
    threads.post(thread, "Since 2021.", by=contributor)
    deliveries.deliver_all()
    Mail.objects.all().delete()
    broken = Notice.objects.get(person=focal_point)
    Notice.objects.update(settled_at=None, mail=None)
    Notice.objects.filter(pk=broken.pk).update(entry=broken_entry(thread))

    actions.write_due()

    broken.refresh_from_db()
    assert list(Mail.objects.values_list("person", flat=True)) == [editor.pk]
    assert (broken.settled_at, broken.attempts, broken.due_at > timezone.now()) == (None, 1, True)


def broken_entry(thread):
    """An entry whose facts are not those that the message needs."""
    from hemicycle.core import journal
    from hemicycle.threads import states

    return journal.record(states.LETTER_POSTED, thread, by=None)


def test_nothing_more_is_told_to_an_address_that_does_not_work(thread, contributor, focal_point, tell):
    from hemicycle.notices.models import Unreachable

    Unreachable.objects.create(person=focal_point, address=focal_point.email, status="5.1.1")
    threads.post(thread, "Since 2021.", by=contributor)
    tell()
    told = Mail.objects.count()
    focal_point.email = "new@example.org"
    focal_point.save()

    threads.post(thread, "In both chambers.", by=contributor)
    tell()

    assert (told, Mail.objects.get().person) == (0, focal_point)
