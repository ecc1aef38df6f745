"""Who hears of what, when, and in which words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.core import deliveries
from hemicycle.notices import actions, schedule
from hemicycle.notices.models import Mail, Notice
from hemicycle.threads import actions as threads

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
