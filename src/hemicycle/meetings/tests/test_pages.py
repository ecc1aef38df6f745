"""The calendar and a meeting's page: what is shown to whom, how lists are narrowed, and how few queries it takes."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import caches
from django.utils import timezone

from hemicycle.core import journal
from hemicycle.meetings import actions, queries, states
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import Opening, State
from hemicycle.meetings.tests.factories import LINK, a_meeting, moved


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_the_calendar_shows_meetings_under_their_months_in_every_language(client, circle, language):
    a_meeting(circle, begins_at=datetime(2027, 1, 31, 20, 0, tzinfo=ZoneInfo("UTC")), zone="Pacific/Chatham")

    shown = page(client, f"/{language}/calendar/")

    # In Chatham it is February already, and so the calendar has it there.
    assert 'id="month-2027-02"' in shown
    assert 'datetime="2027-01-31T20:00:00Z"' in shown


def test_past_and_coming_are_apart(client, circle):
    moved(a_meeting(circle, title="Long ago"), begins_in=timedelta(days=-30))
    a_meeting(circle, title="Soon")

    coming, past = (page(client, f"/en/calendar/{query}") for query in ("", "?when=past"))

    assert [("Long ago" in shown, "Soon" in shown) for shown in (coming, past)] == [(False, True), (True, False)]


def test_the_calendar_is_narrowed_by_who_holds_it_and_by_language(client, circle):
    a_meeting(circle, title="In French", languages=("fr",))
    a_meeting(circle, title="In English", languages=("en",))

    french, body = (page(client, f"/en/calendar/?{query}") for query in ("spoken=fr", f"hub={circle.body.key}"))
    both = page(client, f"/en/calendar/?hub={circle.body.key}&spoken=en")

    assert [("In French" in shown, "In English" in shown) for shown in (french, body, both)] == [
        (True, False),
        (True, True),
        (False, True),
    ]
    assert ["1 meeting<" in shown for shown in (french, body, both)] == [True, False, True]


@pytest.mark.parametrize("query", ["when=now", "spoken=xx", "hub=ZM-LC01", "hub=HUB-nowhere", "page=2", "page=x"])
def test_what_the_calendar_does_not_have_is_not_found(client, circle, zambia, query):
    a_meeting(circle)

    assert "This list has no" in page(client, f"/en/calendar/?{query}", status=404)


def test_pages_follow_each_other_and_lose_nothing(client, circle):
    for number in range(23):
        a_meeting(circle, title=f"Numbered {number:02}", begins_at=timezone.now() + timedelta(days=number + 1))

    pages = [page(client, f"/en/calendar/?page={number}") for number in (1, 2)]

    counted = [shown.count('class="meeting"') for shown in pages]
    assert (counted, "Numbered 22" in pages[1], "Numbered 00" in pages[0]) == ([20, 3], True, True)


def test_members_find_their_own_meetings_and_others_do_not(client, circle, member, outsider):
    a_meeting(circle, title="Among ourselves", opening=Opening.MEMBERS)
    for_nobody = page(client, "/en/calendar/")
    client.force_login(outsider)
    for_outsider = page(client, "/en/calendar/")

    client.force_login(member)

    assert ["Among ourselves" in shown for shown in (for_nobody, for_outsider, page(client, "/en/calendar/"))] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_calendar_takes_as_many_queries_for_many_as_for_few(client, circle, number, django_assert_num_queries):
    for _meeting in range(number):
        a_meeting(circle)
    page(client, "/en/calendar/")
    caches["pages"].clear()

    with django_assert_num_queries(5):
        page(client, "/en/calendar/")


def test_a_page_that_is_kept_reads_the_counters_alone(client, circle, django_assert_num_queries):
    meeting = a_meeting(circle)
    page(client, meeting.get_absolute_url())

    with django_assert_num_queries(1):
        page(client, meeting.get_absolute_url())


def test_a_meetings_page_takes_three_queries(client, circle, django_assert_num_queries):
    meeting = a_meeting(circle)
    page(client, meeting.get_absolute_url())
    caches["pages"].clear()

    with django_assert_num_queries(3):
        page(client, meeting.get_absolute_url())


def test_the_way_in_stands_on_no_page_but_that_of_who_comes(client, circle, member, outsider):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)
    everywhere = ("/en/calendar/", meeting.get_absolute_url(), "/en/calendar.json", "/en/calendar.csv")
    addresses = (*everywhere, f"/en/calendar/{meeting.uid}.json", "/en/search/?q=open+data")

    seen = {address: LINK in page(client, address) for address in addresses}
    client.force_login(outsider)
    seen_by_outsider = {address: LINK in page(client, address) for address in addresses}
    client.force_login(member)

    assert set(seen.values()) | set(seen_by_outsider.values()) == {False}
    assert [LINK in page(client, address) for address in everywhere] == [False, True, False, False]


def test_one_press_registers_and_one_takes_it_back(client, circle, outsider):
    meeting = a_meeting(circle)
    client.force_login(outsider)

    pressed = client.post(meeting.get_absolute_url(), {"act": "register"})
    coming = queries.people_coming_to(meeting)
    said = page(client, pressed.url)
    client.post(meeting.get_absolute_url(), {"act": "unregister"})

    assert (pressed.status_code, coming, queries.people_coming_to(meeting)) == (302, {outsider.uid}, set())
    assert "You are registered, and a mail" in said
    assert "You are registered, and a mail" not in page(client, pressed.url)


def test_whoever_is_not_signed_in_is_led_there_and_back(client, circle):
    meeting = a_meeting(circle)

    pressed = client.post(meeting.get_absolute_url(), {"act": "register"})

    assert pressed.url == f"/en/account/login/?next=/en/calendar/{meeting.uid}/"
    assert f'href="/en/account/login/?next=/en/calendar/{meeting.uid}/"' in page(client, meeting.get_absolute_url())


def test_a_meeting_that_one_may_not_see_cannot_be_registered_for(client, circle, outsider):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)
    client.force_login(outsider)

    assert client.post(meeting.get_absolute_url(), {"act": "register"}).status_code == 404


def test_who_comes_too_late_is_told_on_the_page(client, circle, coordinator, outsider):
    meeting = a_meeting(circle)
    actions.cancel(meeting, by=coordinator)
    client.force_login(outsider)

    answer = client.post(meeting.get_absolute_url(), {"act": "register"})

    assert (answer.status_code, "This meeting was cancelled." in answer.content.decode()) == (422, True)


def test_what_was_public_and_is_not_any_more_says_that_it_is_gone(client, circle):
    meeting = a_meeting(circle)
    page(client, meeting.get_absolute_url())
    Meeting.objects.update(opening=Opening.MEMBERS)
    journal.record(states.CHANGED, meeting, by=None, moved=False, way=False)

    assert client.get(meeting.get_absolute_url()).status_code == 410


def test_open_data_hold_what_is_known_and_count_what_is_public(client, circle):
    meeting = a_meeting(circle)
    a_meeting(circle, opening=Opening.MEMBERS)

    held = json.loads(page(client, "/en/calendar.json"))
    rows = page(client, "/en/calendar.csv").splitlines()

    (item,) = held["items"]
    assert (held["count"], item["uid"], item["facts"]["zone"]) == (1, str(meeting.uid), "Asia/Kathmandu")
    assert (len(rows), rows[0].split(",")[:3]) == (2, ["uid", "title", "begins"])


def form_of(**fields):
    return {
        "title": "A webinar",
        "language": "en",
        "text": "Long words about what it is about.",
        "begins_at": "2027-03-28T02:30",
        "ends_at": "2027-03-28T04:00",
        "zone": "Europe/London",
        "sort": "webinar",
        "opening": "public",
        "languages": ["en"],
        "joining_address": LINK,
        **fields,
    }


def test_a_coordinator_announces_a_meeting_on_the_page(client, circle, coordinator):
    client.force_login(coordinator)
    address = f"/en/calendar/new/?body={circle.body.key}"
    once = "6f1d3c1e-6c0e-4d0b-9a53-8a1f6c0b7e21"

    shown = page(client, address)
    sent = [client.post(address, form_of(once=once, zone="Asia/Kathmandu")) for _press in range(2)]

    meeting = Meeting.objects.get()
    assert ("Announce a meeting" in shown, {answer.url for answer in sent}) == (True, {meeting.get_absolute_url()})
    assert meeting.begins_at.isoformat() == "2027-03-27T20:45:00+00:00"


def test_a_skipped_hour_comes_back_with_a_sentence_and_all_that_was_typed(client, circle, coordinator):
    client.force_login(coordinator)

    answer = client.post(f"/en/calendar/new/?body={circle.body.key}", form_of(zone="Europe/Paris"))

    shown = answer.content.decode()
    assert (answer.status_code, Meeting.objects.count()) == (422, 0)
    assert "Clocks in Europe/Paris never show 02:30 on this day" in shown
    assert ("Long words about what it is about." in shown, 'value="2027-03-28T02:30"' in shown) == (True, True)


@pytest.mark.parametrize(
    "typed",
    [
        {"begins_at": "tomorrow"},
        {"begins_at": "2027-03-28T02:30+05:00"},
        {"begins_at": "0001-01-01T00:00", "ends_at": "0001-01-01T01:00", "zone": "Asia/Kathmandu"},
        {"begins_at": "9999-12-31T23:59", "ends_at": "9999-12-31T23:59", "zone": "America/New_York"},
        {"zone": "Europe/Atlantis"},
        {"opening": "everybody"},
        {"languages": ["en", "xx"]},
        {"joining_address": "javascript:alert(1)"},
        {"once": "not-a-uuid"},
        {"title": "\u202e\u200b\x00"},
        {"language": "xx"},
    ],
)
def test_hostile_input_is_asked_again(client, circle, coordinator, typed):
    client.force_login(coordinator)

    answer = client.post(f"/en/calendar/new/?body={circle.body.key}", form_of(zone="UTC") | typed)

    assert (answer.status_code, Meeting.objects.count()) == (422, 0)


def test_nobody_else_finds_the_pages_of_the_host(client, circle, member, editor):
    meeting = a_meeting(circle)
    pages = [f"/en/calendar/{meeting.uid}/{name}/" for name in ("edit", "words", "people")]
    for person in (member, editor):
        client.force_login(person)

        asked = [client.get(address).status_code for address in (*pages, f"/en/calendar/new/?body={circle.body.key}")]
        sent = [client.post(address, form_of()).status_code for address in pages]

        assert (asked, sent) == ([404] * 4, [404] * 3)


def test_the_host_changes_postpones_and_cancels_on_one_page(client, circle, coordinator):
    meeting = a_meeting(circle)
    client.force_login(coordinator)
    address = f"/en/calendar/{meeting.uid}/edit/"
    shown = page(client, address)

    changed = client.post(address, form_of(zone="UTC", act="change", seen="0"))
    stale = client.post(address, form_of(zone="UTC", act="change", seen="0", title="Too late"))
    client.post(address, {"act": "postpone"})
    postponed = Meeting.objects.get().state
    client.post(address, {"act": "cancel"})
    late = client.post(address, form_of(zone="UTC", act="change", seen="3"))

    assert (changed.status_code, stale.status_code, late.status_code) == (302, 422, 422)
    assert ("Asia/Kathmandu" in shown, "Too late" in stale.content.decode()) == (True, True)
    assert (postponed, Meeting.objects.get().state) == (State.POSTPONED, State.CANCELLED)
    assert "This meeting was cancelled." in late.content.decode()
    assert "Long words about what it is about." in late.content.decode()


def test_recording_and_notes_stand_on_the_page_afterwards(client, circle, coordinator):
    meeting = moved(a_meeting(circle), begins_in=timedelta(days=-1))
    client.force_login(coordinator)
    address = f"/en/calendar/{meeting.uid}/edit/"

    said = {
        "act": "record",
        "recording_address": "https://video.example.org/1",
        "notes": "We agreed.",
        "language": "en",
    }
    sent = client.post(address, said)

    client.logout()
    shown = page(client, meeting.get_absolute_url())
    assert (sent.status_code, "https://video.example.org/1" in shown, "We agreed." in shown) == (302, True, True)


def test_words_are_put_into_another_language_beside_the_original(client, circle, coordinator):
    meeting = a_meeting(circle)
    client.force_login(coordinator)

    client.post(f"/en/calendar/{meeting.uid}/words/", {"language": "ar", "title": "بيانات مفتوحة", "text": ""})

    client.logout()
    arabic, spanish = (page(client, f"/{language}/calendar/{meeting.uid}/") for language in ("ar", "es"))
    assert "بيانات مفتوحة" in arabic
    assert '<h1 lang="en" dir="ltr">Open data, an introduction</h1>' in spanish


def test_the_host_sees_who_comes_and_asks_members(client, circle, coordinator, member, outsider):
    meeting = a_meeting(circle)
    actions.register(meeting, by=outsider)
    client.force_login(coordinator)
    address = f"/en/calendar/{meeting.uid}/people/"

    shown = page(client, address)
    client.post(address, {"people": [str(member.uid)]})
    forged = client.post(address, {"people": [str(outsider.uid)]})

    asked = list(meeting.registrations.filter(coming=None).values_list("person", flat=True))
    assert ("Outsider" in shown, outsider.email in shown) == (True, False)
    assert (asked, forged.status_code) == ([member.pk], 422)


def test_words_typed_by_whoever_was_signed_out_come_back(client, circle):
    answer = client.post(f"/en/calendar/new/?body={circle.body.key}", form_of())

    assert (answer.status_code, "Long words about what it is about." in answer.content.decode()) == (403, True)


def test_a_person_makes_an_address_for_their_calendar_and_replaces_it(client, circle, outsider):
    client.force_login(outsider)
    before = page(client, "/en/calendar/mine/")
    client.post("/en/calendar/mine/")

    made = page(client, "/en/calendar/mine/")
    client.post("/en/calendar/mine/")

    assert [".ics" in shown for shown in (before, made)] == [False, True]
    assert page(client, "/en/calendar/mine/") != made
