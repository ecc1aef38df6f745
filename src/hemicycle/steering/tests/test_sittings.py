"""Sittings: calling one, its agenda in languages, papers that nobody guesses, minutes, and what is seen by whom."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hemicycle.core import files, texts
from hemicycle.core.models import File
from hemicycle.meetings import actions as meetings
from hemicycle.meetings import policy as meeting_policy
from hemicycle.meetings.models import Meeting
from hemicycle.network.models import Office
from hemicycle.steering import actions, analysis, policy, queries
from hemicycle.steering.actions import Item, SteeringRefused
from hemicycle.steering.models import Paper, Sitting
from hemicycle.steering.tests.factories import (
    PDF,
    a_decision,
    a_member,
    a_seat,
    a_sitting,
    an_agenda,
    an_organisation,
    it_is_over,
    planned,
)

pytestmark = pytest.mark.django_db


def a_paper(before, by, **fields) -> Paper:
    return actions.keep_paper(before, PDF, title="Budget", by=by, **{"language": "en", **fields})


def asked(client, address: str) -> int:
    """What a file's address answers; what is sent is read to its end."""
    answer = client.get(address)
    if answer.streaming:
        answer.getvalue()
    return answer.status_code


def test_members_are_invited_and_see_the_way_in_once_they_come(sitting, keystone_member, invited_member, outsider):
    meeting = sitting.meeting
    asked = set(meeting.registrations.values_list("person", flat=True))
    meetings.register(meeting, by=keystone_member)

    joins = [meeting_policy.may_join(person, meeting) for person in (keystone_member, invited_member, outsider)]

    assert (asked, joins) == ({keystone_member.pk, invited_member.pk}, [True, False, False])


def test_a_second_press_calls_one_sitting(administrator, keystone_member):
    once = uuid4()

    sittings = [actions.call_sitting(planned(), by=administrator, once=once) for _time in range(2)]

    assert (sittings[0], Sitting.objects.count(), Meeting.objects.count()) == (sittings[1], 1, 1)


def test_only_administrators_call_sittings(editor, invited_member):
    for person in (editor, invited_member):
        with pytest.raises(PermissionDenied):
            actions.call_sitting(planned(), by=person)


def test_who_joins_the_committee_later_is_invited_by_one_press(sitting, administrator, client):
    body = an_organisation("Latecomers")
    a_seat(body)
    late = a_member(body)
    client.force_login(administrator)
    before = client.get(sitting.get_absolute_url()).content.decode()

    after = client.post(sitting.get_absolute_url(), {"act": "invite"}).content.decode()

    assert "1 member of the committee has not been invited yet." in before
    assert "They are invited by mail." in after
    assert sitting.meeting.registrations.filter(person=late).exists()


def test_a_past_sitting_is_kept_without_inviting_anybody(administrator, keystone_member):
    sitting = a_sitting(administrator, days_ahead=-10)

    assert sitting.meeting.registrations.count() == 0


def test_an_agenda_is_written_in_two_languages_and_put_into_another_order(sitting, administrator):
    an_agenda(sitting, administrator, "Budget", "Hubs")
    first, second = sitting.items.all()
    french = [Item("Les pôles", uid=second.uid), Item("", uid=first.uid), Item("Divers")]

    actions.set_agenda(sitting, french, language="fr", by=administrator)

    items = list(sitting.items.all())
    words = texts.all_languages([item.uid for item in items])
    titles = [{language: said["title"] for language, said in words[item.uid].items()} for item in items]
    assert titles == [{"en": "Hubs", "fr": "Les pôles"}, {"en": "Budget"}, {"fr": "Divers"}]


def test_items_that_a_form_did_not_know_stay(sitting, administrator):
    an_agenda(sitting, administrator, "Budget", "Hubs", "Any other business")
    middle = sitting.items.get(number=2)

    actions.set_agenda(sitting, [Item("New"), Item("Pôles", uid=middle.uid)], language="en", by=administrator)

    items = list(sitting.items.all())
    words = texts.read([item.uid for item in items], "en")
    told = [(item.number, words[item.uid]["title"]) for item in items]
    assert told == [(1, "New"), (2, "Pôles"), (3, "Budget"), (4, "Any other business")]


def test_an_item_is_taken_off_unless_a_paper_belongs_to_it(sitting, administrator):
    an_agenda(sitting, administrator, "Budget", "Hubs")
    first, second = sitting.items.all()
    a_paper(sitting, administrator, item=second)
    without = [Item("Budget", uid=first.uid), Item("Hubs", uid=second.uid, goes=True)]

    with pytest.raises(SteeringRefused):
        actions.set_agenda(sitting, without, language="en", by=administrator)

    actions.remove_paper(Paper.objects.get(), by=administrator)
    actions.set_agenda(sitting, without, language="en", by=administrator)
    assert [item.uid for item in sitting.items.all()] == [first.uid]


def test_a_title_that_was_emptied_is_missed(sitting, administrator):
    an_agenda(sitting, administrator, "Budget")

    with pytest.raises(SteeringRefused) as refused:
        actions.set_agenda(sitting, [Item("", uid=sitting.items.get().uid)], language="en", by=administrator)

    assert refused.value.message_dict == {"title": ["Give it a title."]}


def test_of_two_who_write_the_agenda_the_second_is_told(sitting, administrator):
    seen = analysis.mark_of_agenda(sitting)
    actions.set_agenda(sitting, [Item("Budget")], language="en", by=administrator, seen=seen)

    with pytest.raises(SteeringRefused) as refused:
        actions.set_agenda(sitting, [Item("Hubs")], language="en", by=administrator, seen=seen)

    assert refused.value.messages[0].startswith("Somebody else has changed the agenda meanwhile.")


def test_a_paper_is_read_inside_alone_until_it_is_published(
    client, sitting, administrator, editor, invited_member, outsider, focal_point
):
    an_agenda(sitting, administrator, "Budget")
    address = f"/files/{a_paper(sitting, administrator).file_id}"

    def answers() -> list[int]:
        found = []
        for person in (None, outsider, focal_point, invited_member, editor, administrator):
            client.logout()
            if person is not None:
                client.force_login(person)
            found.append(asked(client, address))
        return found

    before = answers()
    actions.publish_papers(sitting, by=administrator)

    assert (before, answers()) == ([404, 404, 404, 200, 200, 200], [200] * 6)


def test_a_paper_is_closed_to_a_member_whose_office_ended(client, sitting, administrator, invited_member):
    address = f"/files/{a_paper(sitting, administrator).file_id}"
    client.force_login(invited_member)
    before = asked(client, address)
    Office.objects.filter(person=invited_member).update(until=timezone.now().date() - timedelta(days=1))

    assert (before, asked(client, address)) == (200, 404)


def test_the_same_paper_is_kept_once_and_its_bytes_go_with_it(sitting, administrator):
    papers = [a_paper(sitting, administrator) for _time in range(2)]
    place = files.path_of(papers[0].file)
    french = a_paper(sitting, administrator, language="fr")

    assert (papers[0], sitting.papers.count(), place.exists()) == (papers[1], 2, True)
    actions.remove_paper(french, by=administrator)
    assert File.objects.filter(pk=french.file_id).count() == 0


@pytest.mark.parametrize("content", [b"", b"MZ\x90", b"%PDF-1.7\n/JavaScript\n%%EOF", b"x" * 10_000_001])
def test_what_is_no_plain_paper_gets_one_sentence(sitting, administrator, content):
    with pytest.raises(SteeringRefused) as refused:
        actions.keep_paper(sitting, content, title="Budget", language="en", by=administrator)

    assert (list(refused.value.message_dict), Paper.objects.count()) == (["file"], 0)


def test_nothing_is_published_without_an_agenda_or_minutes(sitting, administrator):
    for publish in (actions.publish_papers, actions.publish_minutes, actions.send_papers):
        with pytest.raises(SteeringRefused):
            publish(sitting, by=administrator)


def test_minutes_are_kept_once_the_sitting_has_begun(sitting, administrator):
    with pytest.raises(SteeringRefused):
        actions.write_minutes(sitting, "We met.", language="en", by=administrator)

    actions.write_minutes(it_is_over(sitting), "We met.", language="en", by=administrator)
    actions.write_minutes(sitting, "Nous nous sommes réunis.", language="fr", by=administrator)

    assert list(texts.all_languages([sitting.uid])[sitting.uid]) == ["en", "fr"]


def test_of_two_who_write_the_minutes_the_second_is_told(sitting, administrator):
    sitting = it_is_over(sitting)
    seen = analysis.mark("")
    actions.write_minutes(sitting, "We met.", language="en", by=administrator, seen=seen)

    with pytest.raises(SteeringRefused) as refused:
        actions.write_minutes(sitting, "They met.", language="en", by=administrator, seen=seen)

    assert refused.value.messages[0].startswith("Somebody else has changed the minutes meanwhile.")


def test_everybody_sees_what_was_published_and_nothing_else(client, sitting, administrator, partner):
    an_agenda(sitting, administrator, "Secret of the agenda")
    sitting = it_is_over(sitting)
    actions.write_minutes(sitting, "Secret of the minutes", language="en", by=administrator)
    a_decision(sitting, administrator, partner, title="Secret of the decision")
    address = sitting.get_absolute_url()

    def seen() -> list[str]:
        answer = client.get(address)
        page = answer.content.decode()
        found = [name for name in ("agenda", "minutes", "decision") if f"Secret of the {name}" in page]
        return found if answer.status_code == 200 else ["not found"]

    stages = [seen()]
    actions.publish_papers(sitting, by=administrator)
    stages.append(seen())
    actions.publish_minutes(sitting, by=administrator)
    stages.append(seen())
    data = client.get(f"{address.rstrip('/')}.json").json()

    assert stages == [["not found"], ["agenda"], ["agenda", "minutes", "decision"]]
    assert "meet.example.org" not in client.get(address).content.decode() + str(data)
    assert data["facts"]["minutes"] == {"en": "Secret of the minutes"}


def test_minutes_alone_do_not_publish_the_agenda(client, sitting, administrator):
    an_agenda(sitting, administrator, "Secret of the agenda")
    sitting = it_is_over(sitting)
    actions.write_minutes(sitting, "We met.", language="en", by=administrator)
    actions.publish_minutes(sitting, by=administrator)

    page = client.get(sitting.get_absolute_url()).content.decode()

    assert ("We met." in page, "Secret" in page) == (True, False)
    assert "Secret" not in client.get(f"{sitting.get_absolute_url().rstrip('/')}.json").content.decode()


def test_a_sitting_that_is_moved_is_so_at_once_on_the_public_page(client, sitting, administrator):
    an_agenda(sitting, administrator, "Budget")
    actions.publish_papers(sitting, by=administrator)
    before = client.get(sitting.get_absolute_url()).content.decode()
    winter = replace(planned(title="Winter sitting"), sort="steering", opening="invited")

    meetings.change(sitting.meeting, winter, by=administrator)

    assert "Autumn sitting" in before
    assert "Winter sitting" in client.get(sitting.get_absolute_url()).content.decode()


@pytest.mark.parametrize("items", [1, 3])
def test_the_page_takes_as_many_queries_with_one_item_as_with_three(client, sitting, administrator, items):
    an_agenda(sitting, administrator, *(f"Item {number}" for number in range(items)))
    for item in sitting.items.all():
        a_paper(sitting, administrator, item=item, language="fr")
    actions.publish_papers(sitting, by=administrator)

    with CaptureQueriesContext(connection) as counted:
        client.get(sitting.get_absolute_url())

    assert len(counted) == 5


def test_visible_sittings_and_papers_follow_the_policy(sitting, administrator, invited_member, editor, outsider):
    an_agenda(sitting, administrator, "Budget")
    paper = a_paper(sitting, administrator)
    published = a_sitting(administrator, title="Spring sitting", days_ahead=40)
    an_agenda(published, administrator, "Hubs")
    actions.publish_papers(published, by=administrator)
    published.refresh_from_db()

    for person in (None, outsider, invited_member, editor, administrator):
        for each in (sitting, published):
            seen = queries.sittings_visible_to(person).filter(pk=each.pk).exists()
            assert seen == policy.may_see_sitting(person, each)
        assert queries.papers_visible_to(person).filter(pk=paper.pk).exists() == policy.may_see_paper(person, paper)
