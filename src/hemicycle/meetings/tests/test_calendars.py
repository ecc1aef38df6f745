"""iCalendar: valid, the same moment in every zone, without the way in but for those who come."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.core.cache import caches

from hemicycle.meetings import actions, feeds
from hemicycle.meetings.models import Feed
from hemicycle.meetings.states import Opening
from hemicycle.meetings.tests.factories import LINK, a_meeting, moved


def events(response) -> list[icalendar.Event]:
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return list(icalendar.Calendar.from_ical(response.content).walk("VEVENT"))


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Pacific/Chatham", "Europe/Paris"])
def test_the_moment_is_the_same_whatever_the_zone(client, circle, zone):
    begins = datetime(2027, 3, 28, 9, 0, tzinfo=ZoneInfo(zone))
    meeting = a_meeting(circle, begins_at=begins, zone=zone)

    (event,) = events(client.get("/en/calendar.ics"))

    assert (event.start, event.end - event.start) == (begins, timedelta(minutes=90))
    assert (str(event["UID"]).partition("@")[0], event["SEQUENCE"], event["STATUS"]) == (
        str(meeting.uid),
        0,
        "CONFIRMED",
    )


def test_the_file_has_what_the_standard_asks_for(client, circle):
    a_meeting(circle, text="Several; words, with \\ and\nlines, é" * 20)

    content = client.get("/en/calendar.ics").content
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")

    lines = content.split(b"\r\n")
    assert (lines[0], lines[-2], max(map(len, lines)) <= 75) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR", True)
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "URL"} <= set(event)
    assert "Several; words, with \\ and\nlines, é" in str(event["DESCRIPTION"])


def test_words_of_people_put_no_lines_of_their_own_into_a_calendar(client, circle):
    a_meeting(circle, title="Hello\r\nATTACH:https://evil.example.org", place="Hall\r\nBEGIN:VALARM")

    (event,) = events(client.get("/en/calendar.ics"))

    assert ("ATTACH" in event, str(event["SUMMARY"])) == (False, "Hello ATTACH:https://evil.example.org")
    assert str(event["LOCATION"]) == "Hall BEGIN:VALARM"


def test_what_was_cancelled_stays_in_calendars_and_says_so(client, circle, coordinator):
    meeting = a_meeting(circle)
    actions.cancel(meeting, by=coordinator)

    (event,) = events(client.get("/fr/calendar.ics"))

    assert (event["STATUS"], event["SEQUENCE"], event["TRANSP"]) == ("CANCELLED", 1, "TRANSPARENT")


def test_the_public_calendar_holds_public_meetings_alone_and_no_way_in(client, circle, coordinator):
    shown = a_meeting(circle)
    a_meeting(circle, opening=Opening.MEMBERS)
    moved(a_meeting(circle), begins_in=timedelta(days=-400))
    client.force_login(coordinator)

    response = client.get("/en/calendar.ics")

    assert [str(event["UID"]).partition("@")[0] for event in events(response)] == [str(shown.uid)]
    assert b"secret-room" not in response.content.replace(b"\r\n ", b"")


def test_one_body_has_a_calendar_of_its_own(client, circle):
    a_meeting(circle)

    mine, unknown = (client.get(f"/en/calendar.ics?hub={key}") for key in (circle.body.key, "HUB-nowhere"))

    assert (len(events(mine)), unknown.status_code) == (1, 404)
    assert b"X-WR-CALNAME:European Parliament" in mine.content


def test_one_meeting_as_a_file_has_the_way_in_for_those_who_come(client, circle, member, outsider):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)
    address = f"/en/calendar/{meeting.uid}.ics"
    for_nobody = client.get(address).content
    client.force_login(outsider)
    for_outsider = client.get(address).content

    client.force_login(member)
    response = client.get(address)

    assert [LINK.encode() in page.replace(b"\r\n ", b"") for page in (for_nobody, for_outsider)] == [False, False]
    assert LINK.encode() in response.content.replace(b"\r\n ", b"")
    assert "private" in response.headers["Cache-Control"]


def test_a_meeting_of_members_is_no_file_for_others(client, circle, outsider):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)
    client.force_login(outsider)

    forms = [client.get(f"/en/calendar/{meeting.uid}{form}").status_code for form in ("/", ".ics", ".json")]

    assert forms == [404, 404, 404]


def test_a_persons_own_calendar_follows_what_they_register_for(client, circle, member):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)
    address = feeds.address_of(actions.new_feed(member)).partition("8000")[2]
    before = events(client.get(address))
    actions.register(meeting, by=member)

    (event,) = events(client.get(address))

    assert (before, str(event["LOCATION"])) == ([], LINK)
    circle.members.remove(member)
    assert events(client.get(address)) == []


def test_a_new_address_takes_the_old_one_away(client, circle, member):
    old = feeds.address_of(actions.new_feed(member)).partition("8000")[2]

    new = feeds.address_of(actions.new_feed(member)).partition("8000")[2]

    assert [client.get(address).status_code for address in (old, new)] == [404, 200]


def test_addresses_that_were_made_up_open_nothing(client, circle, member, other_member):
    token = feeds.address_of(actions.new_feed(member)).rpartition("/")[2].removesuffix(".ics")
    actions.new_feed(other_member)
    forged = [
        token[:-1],
        token.replace(str(member.pk), str(other_member.pk), 1),
        f"{member.pk}.{Feed.objects.get(person=member).secret}",
        "x" * 5000,
        "..",
    ]

    assert [client.get(f"/en/calendar/mine/{made_up}.ics").status_code for made_up in forged] == [404] * 5


@pytest.mark.parametrize("number", [1, 3])
def test_a_calendar_takes_as_many_queries_for_many_meetings_as_for_few(
    client, circle, number, django_assert_num_queries
):
    for _meeting in range(number):
        a_meeting(circle)
    client.get("/en/calendar.ics")
    caches["pages"].clear()

    with django_assert_num_queries(3):
        client.get("/en/calendar.ics")
