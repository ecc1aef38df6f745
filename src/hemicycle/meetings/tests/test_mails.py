"""What arrives by mail about a meeting: the announcement, the confirmation with its file, the reminder, once each."""

from datetime import timedelta

import icalendar
import pytest

from hemicycle.accounts import actions as accounts
from hemicycle.core import deliveries
from hemicycle.meetings import actions, tasks  # noqa: F401 - the timetable is part of what is tested.
from hemicycle.meetings.tests.factories import LINK, a_meeting, moved, planned
from hemicycle.notices import actions as notices
from hemicycle.notices.models import Mail
from hemicycle.notices.tests.servers import post_office


@pytest.fixture
def office(settings):
    with post_office() as opened:
        settings.SMTP_URL = opened.url
        settings.MAIL_FOLDER = None
        settings.MAIL_DOMAIN = settings.MAIL_NAMES = "mail.example.org"
        yield opened


def tell():
    deliveries.deliver_all()
    notices.write_due()
    notices.hand_over()


def got(office, person, begins: str):
    return [mail for mail in office.taken if mail["To"] == person.email and mail["Subject"].startswith(begins)]


def test_members_are_told_once_and_the_coordinator_knows(office, circle, coordinator, member, other_member, outsider):
    a_meeting(circle)

    for _round in range(2):
        tell()

    told = [len(got(office, person, "Meeting: ")) for person in (member, other_member, coordinator, outsider)]
    assert told == [1, 1, 0, 0]
    (mail,) = got(office, member, "Meeting: ")
    assert (LINK in mail.as_string(), "Register me" in mail.get_body(("plain",)).get_content()) == (False, True)
    assert mail["List-Id"] == "<meetings.mail.example.org>"


def test_the_confirmation_goes_to_who_registered_with_the_way_in_and_a_file(office, circle, outsider):
    meeting = a_meeting(circle)
    actions.register(meeting, by=outsider)

    tell()

    (mail,) = got(office, outsider, "Registered: ")
    (file,) = mail.iter_attachments()
    (event,) = icalendar.Calendar.from_ical(file.get_payload(decode=True)).walk("VEVENT")
    assert (file.get_content_type(), file.get_filename()) == ("text/calendar", "meeting.ics")
    assert (event.start, str(event["CONFERENCE"])) == (meeting.begins_at, LINK)
    assert LINK in mail.get_body(("plain",)).get_content()
    assert LINK in mail.get_body(("html",)).get_content()


def test_the_reminder_comes_once_to_those_who_come(office, circle, member, other_member):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)
    moved(meeting, begins_in=timedelta(hours=23))

    for _round in range(3):
        actions.remind()
        tell()

    assert [len(got(office, person, "Soon: ")) for person in (member, other_member)] == [1, 0]


def test_who_leaves_the_list_hears_of_no_new_meeting_and_still_of_what_they_come_to(office, circle, member):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)
    accounts.hear(member, "meetings", "never")
    a_meeting(circle, title="Another")
    actions.cancel(meeting, by=circle.runners[0])

    tell()

    assert [mail["Subject"] for mail in office.taken if mail["To"] == member.email] == [
        "Cancelled: Open data, an introduction"
    ]


def test_several_announcements_in_one_digest_bring_no_files(office, circle, member):
    accounts.hear(member, "meetings", "daily")
    for title in ("First", "Second"):
        a_meeting(circle, title=title)
    deliveries.deliver_all()
    member.notices.update(due_at=member.notices.first().entry.at)

    tell()

    (mail,) = [mail for mail in office.taken if mail["To"] == member.email]
    assert (mail["Subject"], list(mail.iter_attachments())) == ("2 pieces of news for you", [])
    assert Mail.objects.filter(person=member).count() == 1


def test_who_registered_after_the_announcement_was_due_is_not_invited_again(office, circle, member):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)

    tell()

    assert (len(got(office, member, "Meeting: ")), len(got(office, member, "Registered: "))) == (0, 1)


def test_a_host_that_comes_is_told_of_what_it_changed_itself(office, circle, coordinator):
    """Their calendar has to follow as well."""
    meeting = a_meeting(circle)
    actions.register(meeting, by=coordinator)
    actions.change(meeting, planned(begins_at=meeting.begins_at + timedelta(days=1)), by=coordinator)

    tell()

    assert len(got(office, coordinator, "Changed: ")) == 1
