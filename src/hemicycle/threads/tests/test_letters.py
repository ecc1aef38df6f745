"""Posting letters: who may, what is kept, who hears, and what the journal does not hold."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.exporting import PARTS
from hemicycle.core.catalogue import MESSAGES, NotOffered
from hemicycle.core.models import Entry
from hemicycle.threads import actions, policy, queries, states
from hemicycle.threads.models import Letter, Thread


def test_opening_a_thread_twice_gives_the_same_one(matter, contributor, focal_point):
    first = actions.open_thread(matter, by=contributor)
    second = actions.open_thread(matter, by=focal_point)

    assert (first, Entry.objects.filter(verb=states.OPENED).count()) == (second, 1)


def test_nobody_outside_the_circle_opens_a_thread(matter, outsider):
    with pytest.raises(PermissionDenied):
        actions.open_thread(matter, by=outsider)

    assert Thread.objects.count() == 0


def test_a_kind_without_a_circle_is_not_talked_about(zambia, contributor):
    with pytest.raises(NotOffered):
        actions.open_thread(zambia, by=contributor)


def test_letters_are_numbered_and_bear_the_office_of_their_author(thread, contributor, editor):
    actions.post(thread, "Is it in use?", by=editor)
    actions.post(thread, "  Yes.\r\nSince 2021. ", by=contributor)

    said = Letter.objects.values_list("number", "author", "office__role", "text")
    assert list(said) == [
        (1, editor.pk, "editor", "Is it in use?"),
        (2, contributor.pk, "contributor", "Yes.\nSince 2021."),
    ]


def test_the_journal_holds_the_number_of_a_letter_and_nothing_of_its_text(thread, contributor):
    actions.post(thread, "Nobody must find this in the journal.", by=contributor)

    entry = Entry.objects.get(verb=states.LETTER_POSTED)
    assert (entry.subject, entry.actor, entry.facts) == (thread.uid, contributor.uid, {"letter": 1})


@pytest.mark.parametrize("text", ["", "  \n ", "\u202e", "\x00"])
def test_an_empty_letter_is_refused_in_one_sentence(thread, contributor, text):
    with pytest.raises(ValidationError) as refused:
        actions.post(thread, text, by=contributor)

    assert refused.value.messages == ["Write something first; an empty letter says nothing."]


def test_a_huge_letter_is_refused_in_one_sentence(thread, contributor):
    with pytest.raises(ValidationError) as refused:
        actions.post(thread, "x" * 20_001, by=contributor)

    assert refused.value.messages == [
        "The letter has 20,001 characters; shorten it to 20,000, or send it in two parts."
    ]
    assert Letter.objects.count() == 0


def test_tricks_with_the_direction_of_writing_are_taken_out(thread, contributor):
    letter = actions.post(thread, "pay \u202elap\u202c\x00 now", by=contributor)

    assert letter.text == "pay lap now"


def test_the_same_message_is_posted_once(thread, contributor):
    first = actions.post(thread, "Yes.", by=contributor, message_id="<1@example.org>")
    second = actions.post(thread, "Yes.", by=contributor, message_id="<1@example.org>")

    assert (first, Entry.objects.filter(verb=states.LETTER_POSTED).count()) == (second, 1)


def test_the_same_words_are_posted_once_however_often_the_button_is_pressed(thread, contributor, focal_point):
    first = actions.post(thread, "Yes.", by=contributor)
    pressed_again = actions.post(thread, "Yes.", by=contributor)
    another = actions.post(thread, "Yes.", by=focal_point)
    Letter.objects.update(posted_at=timezone.now() - states.SAME_PRESS)
    said_again = actions.post(thread, "Yes.", by=focal_point)

    assert pressed_again == first
    assert [first.number, another.number, said_again.number] == [1, 2, 3]


def test_nobody_outside_the_circle_posts(thread, outsider, colleague):
    for person in (outsider, colleague):
        with pytest.raises(PermissionDenied):
            actions.post(thread, "Hello", by=person)

    assert Letter.objects.count() == 0


def test_somebody_added_takes_part_and_brings_in_nobody(thread, contributor, colleague, outsider):
    actions.add(thread, [colleague], by=contributor)

    actions.post(thread, "I can help.", by=colleague)

    with pytest.raises(PermissionDenied):
        actions.add(thread, [outsider], by=colleague)
    assert set(queries.visible_to(colleague)) == {thread}


def test_a_thread_is_seen_by_its_circle_and_goes_with_its_thing(
    thread, matter, contributor, focal_point, colleague, editor, outsider
):
    everybody = (contributor, focal_point, editor, colleague, outsider)
    seen = [policy.may_see(person, thread) for person in everybody]
    listed = [queries.visible_to(person).exists() for person in everybody]
    matter.is_there = False
    seen_later = [policy.may_see(person, thread) for person in everybody]

    assert seen == listed == [True, True, True, False, False]
    assert seen_later == [False] * 5


def test_the_secretariat_reads_along_only_where_the_circle_says_so(thread, matter, editor):
    matter.staff = False

    assert policy.may_see(editor, thread) is False


def test_editors_hear_of_a_first_letter_and_later_only_who_has_written(
    thread, contributor, focal_point, editor, person, secretariat
):
    another = person("editor", secretariat)
    at_first = queries.audience_of(thread)
    actions.post(thread, "I take this one.", by=editor)

    people = {contributor.uid, focal_point.uid}
    assert at_first == people | {editor.uid, another.uid}
    assert queries.audience_of(thread) == people | {editor.uid}


def test_a_mail_tells_of_a_letter_only_to_those_who_may_still_see_it(thread, matter, contributor, focal_point):
    actions.post(thread, "Is <b>this</b> so?", by=contributor)
    entry = Entry.objects.get(verb=states.LETTER_POSTED)
    message = MESSAGES[states.LETTER_POSTED]

    told = message.about(entry, focal_point)
    matter.people = {contributor.uid}
    later = message.about(entry, focal_point)

    assert (told.author, told.text, later) == ("Contributor of Zambia", "Is <b>this</b> so?", None)
    assert message.thread(entry) == thread.uid


def test_who_leaves_is_no_longer_named_and_their_words_stay(thread, contributor):
    actions.post(thread, "Since 2021.", by=contributor)

    contributor.delete()

    assert list(Letter.objects.values_list("author", "office", "text")) == [(None, None, "Since 2021.")]


def test_who_closes_their_account_is_not_named_either(client, thread, contributor, focal_point, colleague):
    actions.add(thread, [colleague], by=contributor)
    actions.post(thread, "I can help.", by=colleague)
    told = PARTS["letters"].collect(colleague)

    accounts.leave(colleague)

    client.force_login(focal_point)
    page = client.get(f"/en/threads/{thread.uid}/").content.decode()
    assert [(letter["number"], letter["text"]) for letter in told] == [(1, "I can help.")]
    assert "<bdi>Somebody who has left</bdi>" in page
    assert "I can help." in page
    assert thread.participants.count() == 0
