"""A colleague is asked by mail to fill one step: by the link, for a while, once or again, and no other step."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry
from hemicycle.innovations import actions, policy
from hemicycle.innovations.given import Described
from hemicycle.innovations.models import DraftSave, HelpAsked
from hemicycle.innovations.models.drafting import HELP_LASTS
from hemicycle.innovations.steps import NAMES, STEP
from hemicycle.innovations.tests.factories import hand_in

ADDRESS = "figures@example.org"


@pytest.fixture
def draft(contributor, zambia):
    return actions.draft(zambia, {"title": "Papers on tablets"}, language="en", by=contributor)


@pytest.fixture
def asked(draft, contributor):
    return actions.ask_colleague(draft, "results", ADDRESS, by=contributor, name="F", language="fr")


def mails():
    """What was mailed, as reader and the address of its first link."""
    return [
        (person.email, MESSAGES[entry.verb].about(entry, person).links[0].address)
        for entry in Entry.objects.filter(verb="case.colleague_asked").order_by("id")
        for person in Person.objects.filter(uid__in=MESSAGES[entry.verb].audience(entry))
        if MESSAGES[entry.verb].about(entry, person)
    ]


def opened(address):
    return "/" + address.split("/", 3)[3]


def grow_old(asked):
    HelpAsked.objects.filter(pk=asked.pk).update(asked_at=timezone.now() - HELP_LASTS - timedelta(minutes=1))


def test_the_link_asks_who_one_is_and_opens_the_step_alone(client, draft, asked):
    ((address, link),) = mails()
    step = opened(link)
    stranger = client.get(step)
    client.force_login(asked.person)

    page = client.get(step).content.decode()
    sent = client.post(step, {"page": "a" * 32, "act": "next", "result": "Less paper."})
    others = {name: client.get(step.replace("results", name)).status_code for name in NAMES if name != "results"}
    posts = {
        name: client.post(step.replace("results", name), {"page": "a" * 32, "title": "Mine", "act": "next"}).status_code
        for name in NAMES
        if name != "results"
    }

    assert address == ADDRESS
    assert (stranger.status_code, "/account/" in stranger["Location"]) == (302, True)
    assert "A colleague asked you to fill this step." in page
    assert "step-way" not in page
    assert sent["Location"] == f"{step}?saved=1"
    assert set(others.values()) | set(posts.values()) == {404}
    assert texts.read_one(draft.uid, "en")["title"] == "Papers on tablets"
    assert texts.read_one(draft.uid, "en")["result"] == "Less paper."


def test_another_person_with_the_link_finds_nothing(client, outsider, colleague, asked):
    step = opened(mails()[0][1])

    for person in (outsider, colleague):
        client.force_login(person)
        assert [client.get(step).status_code, client.post(step, {"result": "x"}).status_code] == [404, 404]
    assert DraftSave.objects.count() == 0


def test_asking_twice_mails_once(draft, asked, contributor):
    again = actions.ask_colleague(draft, "results", ADDRESS.upper(), by=contributor)

    assert (again.pk, len(mails()), HelpAsked.objects.count()) == (asked.pk, 1, 1)


def test_a_request_grows_old_and_can_be_made_anew(client, draft, asked, contributor):
    step = opened(mails()[0][1])
    grow_old(asked)
    client.force_login(asked.person)

    late = client.post(step, {"page": "a" * 32, "act": "next", "result": "Typed with much care."})
    awaiting = list(DUTIES["innovations.help"].awaiting(asked.person))

    assert (client.get(step).status_code, late.status_code, awaiting) == (404, 404, [])
    assert "Typed with much care." in late.content.decode()
    with pytest.raises(PermissionDenied):
        actions.store_step(draft, STEP["results"], Described(texts={"result": "x"}), by=asked.person)
    assert mails() == []

    actions.ask_colleague(draft, "results", ADDRESS, by=contributor)
    assert client.get(step).status_code == 200
    assert [task.address for task in DUTIES["innovations.help"].awaiting(asked.person)] == [step]


def test_who_has_done_their_part_can_be_asked_once_more(draft, asked, contributor):
    actions.store_step(draft, STEP["results"], Described(texts={"result": "Less."}), by=asked.person)
    done = list(DUTIES["innovations.help"].awaiting(asked.person))

    actions.ask_colleague(draft, "results", ADDRESS, by=contributor)

    assert (done, len(list(DUTIES["innovations.help"].awaiting(asked.person)))) == ([], 1)
    assert Entry.objects.filter(verb="case.colleague_asked").count() == 2


def test_once_it_is_handed_in_the_step_is_closed(client, draft, asked, contributor):
    hand_in(draft, by=contributor)
    client.force_login(asked.person)

    answer = client.post(f"/en/cases/{draft.slug}/edit/results/", {"result": "Typed with much care."})

    assert answer.status_code == 404
    assert "Typed with much care." in answer.content.decode()


def test_a_colleague_asks_nobody_else_and_hands_nothing_in(client, draft, asked):
    client.force_login(asked.person)

    answer = client.post(
        f"/en/cases/{draft.slug}/hand-in/", {"act": "ask", "email": "x@example.org", "language": "en", "step": "what"}
    )

    assert (answer.status_code, HelpAsked.objects.count()) == (404, 1)
    assert not policy.may_edit(asked.person, draft)


@pytest.mark.parametrize(
    "said",
    [
        {"email": "nobody", "step": "what"},
        {"email": "", "step": "what"},
        {"email": "a@example.org\nBcc: b@example.org", "step": "what"},
        {"email": "a@example.org", "step": "nothing"},
        {"email": "a@example.org", "step": "what", "language": "de"},
        {"email": "a" * 300 + "@example.org", "step": "what"},
    ],
)
def test_a_wrong_request_is_named_and_nobody_is_asked(client, contributor, draft, said):
    client.force_login(contributor)

    answer = client.post(f"/en/cases/{draft.slug}/hand-in/", {"act": "ask", "language": "en", "name": "F", **said})

    assert (answer.status_code, HelpAsked.objects.count()) == (422, 0)


def test_ten_colleagues_are_the_most(draft, contributor):
    for number in range(10):
        actions.ask_colleague(draft, "results", f"c{number}@example.org", by=contributor)

    with pytest.raises(ValidationError) as refused:
        actions.ask_colleague(draft, "results", "c10@example.org", by=contributor)

    assert refused.value.messages == ["Ten colleagues have been asked about this case; that is the most."]
    assert not Person.objects.filter(email="c10@example.org").exists()
