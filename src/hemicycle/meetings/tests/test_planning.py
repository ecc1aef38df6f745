"""Announcing, changing, postponing, cancelling and recording: who may, what is refused, what is kept."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.core import texts
from hemicycle.core.models import Entry, Listing, Revision
from hemicycle.meetings import actions, states
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import State
from hemicycle.meetings.tests.factories import LINK, a_meeting, moved, planned


def test_a_meeting_is_announced_with_its_words_and_its_host_lives(circle, coordinator):
    meeting = a_meeting(circle)

    words = texts.read_one(meeting.uid, "fr")
    assert (words["title"], words.language, meeting.sequence) == ("Open data, an introduction", "en", 0)
    assert (circle.signs, Listing.objects.get(uid=meeting.uid).path) == (["Coordinator"], meeting.path)


def test_only_those_who_run_the_body_hold_its_meetings(circle, member, editor):
    for person in (member, editor):
        with pytest.raises(PermissionDenied):
            actions.announce(circle.body, planned(), by=person)

    assert Meeting.objects.count() == 0


def test_the_second_press_of_a_button_announces_nothing_new(circle, coordinator):
    once = uuid4()

    made = [actions.announce(circle.body, planned(), by=coordinator, once=once) for _press in range(2)]

    assert (made[0], Entry.objects.filter(verb=states.ANNOUNCED).count()) == (made[1], 1)


def test_nobody_chooses_the_identity_of_a_meeting(circle, coordinator, zambia):
    meeting = actions.announce(circle.body, planned(), by=coordinator, once=zambia.uid)

    assert meeting.uid != zambia.uid
    assert Listing.objects.get(uid=zambia.uid).kind == "chamber"


@pytest.mark.parametrize(
    ("fields", "name", "sentence"),
    [
        ({"title": " \u202e "}, "title", "Give the meeting a title."),
        ({"title": "x" * 201}, "title", "This has 201 characters; shorten it to 200."),
        ({"text": "x" * 10_001}, "text", "This has 10,001 characters; shorten it to 10,000."),
        ({"zone": "Mars/Olympus"}, "zone", "Choose a time zone from the list."),
        ({"zone": "../../etc/passwd"}, "zone", "Choose a time zone from the list."),
        ({"joining_address": "javascript:alert(1)"}, "joining_address", "Write the whole address"),
        ({"joining_address": "ftp://example.org"}, "joining_address", "Write the whole address"),
        ({"begins_at": datetime(2926, 1, 1, tzinfo=UTC)}, "begins_at", "This day is too far away"),
    ],
)
def test_each_mistake_gets_one_sentence_beside_its_field(circle, fields, name, sentence):
    with pytest.raises(ValidationError) as refused:
        a_meeting(circle, **fields)

    assert list(refused.value.message_dict) == [name]
    assert refused.value.message_dict[name][0].startswith(sentence)
    assert Meeting.objects.count() == 0


@pytest.mark.parametrize(
    ("length", "sentence"),
    [
        (timedelta(0), "The meeting ends before it begins."),
        (timedelta(hours=-1), "The meeting ends before it begins."),
        (timedelta(days=15), "The meeting would last longer than two weeks"),
    ],
)
def test_a_meeting_ends_after_it_begins_and_soon(circle, length, sentence):
    begins = timezone.now() + timedelta(days=3)

    with pytest.raises(ValidationError) as refused:
        a_meeting(circle, begins_at=begins, ends_at=begins + length)

    assert refused.value.message_dict["ends_at"][0].startswith(sentence)


def test_tricks_with_the_direction_of_writing_are_taken_out(circle):
    meeting = a_meeting(circle, title="pay \u202elap\x00\n now", place="Room\r\n1")

    words = texts.read_one(meeting.uid, "en")
    assert (words["title"], meeting.place) == ("pay lap now", "Room 1")


def test_a_change_says_what_moved_and_counts(circle, coordinator):
    meeting = a_meeting(circle)
    later = planned(begins_at=meeting.begins_at + timedelta(days=1))

    actions.change(meeting, later, by=coordinator)
    actions.change(meeting, planned(begins_at=later.begins_at, title="Open data"), by=coordinator)

    meeting.refresh_from_db()
    facts = list(Entry.objects.filter(verb=states.CHANGED).order_by("pk").values_list("facts", flat=True))
    assert (meeting.sequence, facts) == (2, [{"moved": True, "way": False}, {"moved": False, "way": False}])


def test_of_two_who_change_at_once_the_second_is_told(circle, coordinator):
    meeting = a_meeting(circle)
    actions.change(meeting, planned(title="First"), by=coordinator, seen=0)

    with pytest.raises(ValidationError, match="Somebody else has changed this meeting meanwhile"):
        actions.change(meeting, planned(title="Second"), by=coordinator, seen=0)

    assert texts.read_one(meeting.uid, "en")["title"] == "First"


def test_a_postponed_meeting_is_planned_again_once_it_has_a_new_date(circle, coordinator):
    meeting = a_meeting(circle)
    actions.postpone(meeting, by=coordinator)
    actions.postpone(meeting, by=coordinator)
    postponed = Meeting.objects.get().state

    actions.change(meeting, planned(begins_at=meeting.begins_at + timedelta(days=30)), by=coordinator)

    meeting.refresh_from_db()
    assert (postponed, meeting.state, meeting.sequence) == (State.POSTPONED, State.PLANNED, 2)
    assert Entry.objects.filter(verb=states.POSTPONED).count() == 1


def test_what_was_cancelled_stays_cancelled(circle, coordinator):
    meeting = a_meeting(circle)
    actions.cancel(meeting, by=coordinator)
    actions.cancel(meeting, by=coordinator)

    with pytest.raises(PermissionDenied):
        actions.change(meeting, planned(), by=coordinator)
    with pytest.raises(PermissionDenied):
        actions.postpone(meeting, by=coordinator)

    meeting.refresh_from_db()
    assert (meeting.state, Entry.objects.filter(verb=states.CANCELLED).count()) == (State.CANCELLED, 1)


def test_what_is_over_is_changed_no_more_and_recorded_now(circle, coordinator):
    meeting = moved(a_meeting(circle), begins_in=timedelta(days=-2))

    with pytest.raises(PermissionDenied):
        actions.change(meeting, planned(), by=coordinator)
    actions.record(
        meeting, recording_address="https://video.example.org/1", notes="We agreed.", language="en", by=coordinator
    )

    meeting.refresh_from_db()
    words = texts.read_one(meeting.uid, "en")
    assert (meeting.recording_address, words["notes"], words["text"]) == (
        "https://video.example.org/1",
        "We agreed.",
        "What it is, and what it is not.",
    )


def test_nothing_is_recorded_before_it_begins_or_in_a_language_without_a_title(circle, coordinator, member):
    meeting = a_meeting(circle)
    said = {"recording_address": "", "notes": "Notes"}

    with pytest.raises(ValidationError, match="has not begun yet"):
        actions.record(meeting, **said, language="en", by=coordinator)
    moved(meeting, begins_in=timedelta(days=-1))
    with pytest.raises(ValidationError, match="no title in that language"):
        actions.record(meeting, **said, language="fr", by=coordinator)
    with pytest.raises(PermissionDenied):
        actions.record(meeting, **said, language="en", by=member)


def test_words_in_another_language_stand_beside_the_first(circle, coordinator, member):
    meeting = a_meeting(circle)
    with pytest.raises(PermissionDenied):
        actions.translate(meeting, "fr", title="Non", text="", by=member)

    actions.translate(meeting, "fr", title="Données ouvertes", text="Ce que c’est.", by=coordinator)

    french, english = (texts.read_one(meeting.uid, language) for language in ("fr", "en"))
    assert (french["title"], english["title"], french.original) == (
        "Données ouvertes",
        "Open data, an introduction",
        "en",
    )


def test_the_same_words_again_leave_no_trace(circle, coordinator):
    meeting = moved(a_meeting(circle), begins_in=timedelta(days=-1))
    said = {"recording_address": "https://video.example.org/1", "notes": "We agreed.", "language": "en"}

    for _press in range(2):
        actions.record(meeting, **said, by=coordinator)
        actions.translate(meeting, "fr", title="Données", text="", by=coordinator)

    verbs = (states.RECORDED, states.TRANSLATED)
    assert [Entry.objects.filter(verb=verb).count() for verb in verbs] == [1, 1]
    assert Revision.objects.filter(text__subject=meeting.uid).count() == 3


def test_the_way_in_stands_in_no_record_and_in_no_journal(circle, coordinator):
    meeting = a_meeting(circle)
    actions.change(meeting, planned(joining_address=f"{LINK}-2"), by=coordinator)

    facts = str(list(Entry.objects.values_list("facts", flat=True)))
    texts_kept = str(texts.read_one(meeting.uid, "en").fields)
    assert "secret-room" not in facts + texts_kept
