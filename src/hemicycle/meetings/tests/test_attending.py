"""Registering, not coming after all, being invited, being reminded: each once, and told to whom it concerns."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.accounts import retention
from hemicycle.accounts.exporting import PARTS
from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry
from hemicycle.meetings import actions, feeds, queries, states
from hemicycle.meetings.models import Feed, Meeting, Registration
from hemicycle.meetings.states import Opening
from hemicycle.meetings.tests.factories import LINK, a_meeting, afresh, moved, planned


def told(verb, person):
    """What a mail about the newest entry of the verb says to the person; nothing if they do not hear of it."""
    entry = Entry.objects.filter(verb=verb).latest("pk")
    message = MESSAGES[verb]
    if person.uid not in message.audience(entry):
        return None
    return message.about(entry, afresh(person))


def test_registering_twice_is_registering_once(circle, outsider):
    meeting = a_meeting(circle)

    actions.register(meeting, by=outsider)
    actions.register(meeting, by=outsider)

    assert Entry.objects.filter(verb=states.REGISTERED).count() == 1
    assert queries.people_coming_to(meeting) == {outsider.uid}


def test_who_may_not_come_to_a_meeting_of_members_cannot_register(circle, outsider):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)

    with pytest.raises(PermissionDenied):
        actions.register(meeting, by=outsider)

    assert Registration.objects.count() == 0


def test_who_comes_too_late_is_told_why(circle, coordinator, outsider):
    over = moved(a_meeting(circle), begins_in=timedelta(days=-1))
    cancelled = a_meeting(circle)
    actions.cancel(cancelled, by=coordinator)

    for meeting, sentence in ((over, "This meeting is over."), (cancelled, "This meeting was cancelled.")):
        with pytest.raises(ValidationError) as refused:
            actions.register(meeting, by=outsider)
        assert refused.value.messages == [sentence]


def test_who_registers_is_sent_the_way_in_and_a_file(circle, member):
    meeting = a_meeting(circle)

    actions.register(meeting, by=member)

    confirmation = told(states.REGISTERED, member)
    assert [fact.value for fact in confirmation.facts if fact.label == "Join here"] == [LINK]
    assert f"CONFERENCE;FEATURE=VIDEO;VALUE=URI:{LINK}" in confirmation.calendar.replace("\r\n ", "")
    assert MESSAGES[states.REGISTERED].to_actor is True


def test_members_hear_of_a_meeting_without_the_way_in(circle, coordinator, member, outsider):
    meeting = a_meeting(circle)

    news = told(states.ANNOUNCED, member)

    assert (news.subject, news.calendar) == ("Meeting: Open data, an introduction", "")
    assert [link.label for link in news.links] == ["Register me", "Read more"]
    assert LINK not in str(news)
    assert told(states.ANNOUNCED, outsider) is None
    actions.register(meeting, by=member)
    assert told(states.ANNOUNCED, member) is None


def test_what_is_over_when_it_is_entered_is_announced_to_nobody(circle, member):
    a_meeting(circle, begins_at=timezone.now() - timedelta(days=30))

    assert told(states.ANNOUNCED, member) is None


def test_a_mail_shows_the_time_where_it_is_held_and_where_the_reader_is(circle, member):
    a_meeting(circle)

    labels = [fact.label for fact in told(states.ANNOUNCED, member).facts]

    assert labels == ["When", "Where you are", "Held by"]


def test_the_button_of_the_mail_registers_and_opening_it_does_not(client, settings, circle, member):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)
    address = told(states.ANNOUNCED, member).links[0].address.removeprefix(settings.HEMICYCLE_URL)

    opened = client.get(address)
    before = queries.people_coming_to(meeting)
    pressed = client.post(address)
    again = client.post(address)

    assert (opened.status_code, before) == (200, set())
    assert (pressed.status_code, pressed.url, again.status_code) == (302, "/en/calendar/registered/", 410)
    assert queries.people_coming_to(meeting) == {member.uid}
    assert client.get(pressed.url).status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_link_of_somebody_who_is_no_member_any_more_does_nothing(client, settings, circle, member):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)
    address = told(states.ANNOUNCED, member).links[0].address.removeprefix(settings.HEMICYCLE_URL)
    circle.members.remove(member)

    assert (client.get(address).status_code, client.post(address).status_code) == (410, 410)
    assert queries.people_coming_to(meeting) == set()


def test_those_who_come_hear_of_another_time_and_nobody_of_other_words(circle, coordinator, member, other_member):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)
    actions.change(meeting, planned(begins_at=meeting.begins_at, title="Open data"), by=coordinator)
    silent = told(states.CHANGED, member)

    actions.change(meeting, planned(begins_at=meeting.begins_at + timedelta(days=1)), by=coordinator)

    news = told(states.CHANGED, member)
    assert (silent, told(states.CHANGED, other_member)) == (None, None)
    assert (news.subject, "SEQUENCE:2" in news.calendar) == ("Changed: Open data, an introduction", True)


def test_those_who_come_hear_that_it_is_postponed_and_cancelled(circle, coordinator, member):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)

    actions.postpone(meeting, by=coordinator)
    postponed = told(states.POSTPONED, member)
    actions.cancel(meeting, by=coordinator)
    cancelled = told(states.CANCELLED, member)

    assert "STATUS:TENTATIVE" in postponed.calendar
    assert ("STATUS:CANCELLED" in cancelled.calendar, "SEQUENCE:2" in cancelled.calendar) == (True, True)
    assert LINK not in postponed.calendar + cancelled.calendar
    # Of what does not hold any more nothing is told.
    assert (told(states.POSTPONED, member), told(states.REGISTERED, member)) == (None, None)


def test_each_is_reminded_once_a_day_before(circle, coordinator, member, other_member):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)
    actions.register(meeting, by=other_member)
    actions.unregister(meeting, by=other_member)
    early = actions.remind(meeting.begins_at - timedelta(hours=25))

    counted = [actions.remind(meeting.begins_at - timedelta(hours=hours)) for hours in (24, 23, 1)]

    assert (early, counted) == (0, [1, 0, 0])
    assert told(states.REMINDED, member).subject == "Soon: Open data, an introduction"


def test_whoever_registers_on_the_last_day_needs_no_reminder(circle, member):
    meeting = moved(a_meeting(circle), begins_in=timedelta(hours=5))

    actions.register(meeting, by=member)

    assert actions.remind() == 0


def test_what_is_moved_is_reminded_of_again_and_what_is_cancelled_never(circle, coordinator, member):
    meeting = a_meeting(circle)
    actions.register(meeting, by=member)
    actions.remind(meeting.begins_at - timedelta(hours=3))
    later = meeting.begins_at + timedelta(days=7)
    actions.change(meeting, planned(begins_at=later), by=coordinator)

    again = actions.remind(later - timedelta(hours=3))
    actions.change(meeting, planned(begins_at=later + timedelta(days=7)), by=coordinator)
    actions.cancel(meeting, by=coordinator)

    assert (again, actions.remind(later + timedelta(days=7) - timedelta(hours=3))) == (1, 0)


def test_an_invitation_is_sent_once_and_awaits_its_answer(circle, coordinator, member, outsider):
    meeting = a_meeting(circle, opening=Opening.INVITED)

    counted = [actions.invite(meeting, [member, outsider, member], by=coordinator) for _time in range(2)]

    tasks = [task.title for task in DUTIES["meetings.invitations"].awaiting(outsider)]
    assert (counted, tasks) == ([2, 0], ["Say whether you come: Open data, an introduction"])
    assert [link.label for link in told(states.INVITED, outsider).links] == ["I come", "I do not come", "Read more"]
    actions.unregister(meeting, by=outsider)
    assert DUTIES["meetings.invitations"].awaiting(outsider) == []
    assert told(states.ANNOUNCED, member) is None


def test_an_invitation_that_is_taken_back_shows_nothing_any_more(circle, coordinator, member, outsider):
    meeting = a_meeting(circle, opening=Opening.INVITED)
    actions.invite(meeting, [outsider], by=coordinator)
    with pytest.raises(PermissionDenied):
        actions.uninvite(meeting, outsider, by=member)

    actions.uninvite(meeting, outsider, by=coordinator)

    assert list(queries.visible_to(outsider)) == []
    assert told(states.INVITED, outsider) is None


def test_who_leaves_comes_to_nothing_and_takes_along_what_was_kept(circle, outsider):
    meeting = a_meeting(circle)
    actions.register(meeting, by=outsider)
    token = feeds.address_of(actions.new_feed(outsider)).rpartition("/")[2].removesuffix(".ics")
    kept = PARTS["meetings"].collect(outsider)

    accounts.leave(outsider)

    assert [row["meeting__uid"] for row in kept["registrations"]] == [meeting.uid]
    assert (Registration.objects.count(), Feed.objects.count(), feeds.person_of(token)) == (0, 0, None)


def test_who_came_is_forgotten_a_year_later(circle, outsider):
    meeting = a_meeting(circle)
    actions.register(meeting, by=outsider)
    moved(meeting, begins_in=timedelta(days=-400))

    forgotten = retention.retain()["registrations"]

    assert (forgotten, Registration.objects.count(), Meeting.objects.count()) == (1, 0, 1)
