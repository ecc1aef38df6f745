"""The history of a record: the journal never holds a name, and erasing people leaves it whole."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.models import Person
from hemicycle.core import history, seals
from hemicycle.core.models import Entry
from hemicycle.innovations import actions
from hemicycle.innovations.models import Case
from hemicycle.innovations.tests.factories import hand_in
from hemicycle.network import actions as network
from hemicycle.project import command
from hemicycle.threads import actions as threads

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WORDS = {"title": "Benches that count the quorum", "lead": "A chamber measures who is in the room."}
SAID = "Is the number of benches right?"


@pytest.fixture
def people(contributor, focal_point, editor, colleague):
    return {"contributor": contributor, "focal_point": focal_point, "editor": editor, "colleague": colleague}


@pytest.fixture
def lived(zambia, malawi, people) -> Case:
    """A case to which everything happened that people do with one."""
    case = actions.draft(zambia, WORDS, language="en", by=people["contributor"])
    actions.ask_colleague(case, "effort", "helper@example.org", by=people["contributor"], name="A helper")
    hand_in(case, by=people["contributor"])
    actions.take(case, by=people["editor"])
    threads.post(threads.open_thread(case, by=people["editor"]), SAID, by=people["editor"])
    actions.publish(case, by=people["editor"])
    actions.confirm(case, by=people["focal_point"], stage="in_use")
    actions.translate(case, WORDS, language="fr", credit="A. Translator", by=people["contributor"])
    actions.adopt(case, malawi, by=people["colleague"], words={"took": "The benches", "changed": "Their colour"})
    network.invite_to_seat("new@example.org", zambia, "contributor", by=people["focal_point"], name="Somebody new")
    actions.withdraw(case, by=people["editor"])
    return case


def whole_journal() -> str:
    return json.dumps(list(Entry.objects.values()), cls=DjangoJSONEncoder)


def test_the_journal_holds_no_name_no_address_and_no_words(lived):
    names = [words for row in Person.objects.values_list("name", "email") for words in row if words]
    typed = [*WORDS.values(), SAID, "A. Translator", "The benches", "Their colour"]

    kept = whole_journal()

    assert [words for words in (*names, *typed) if words in kept] == []


def test_when_everybody_has_left_the_history_stands_names_nobody_and_verifies(lived, people, administrator, capsys):
    seals.seal_all()
    before = history.of("case", lived.uid, viewer=administrator)
    first = list(Entry.objects.order_by("pk").values())

    for person in people.values():
        accounts.leave(person)
    seals.seal_all()

    after = history.of("case", lived.uid, viewer=administrator)
    by_people = [event for event in before if event.by != "The platform itself"]
    assert [(event.date, event.text) for event in after] == [(event.date, event.text) for event in before]
    assert len(by_people) == len(before)
    assert {event.by for event in after} == {"Somebody who has left"}
    assert list(Entry.objects.order_by("pk").values())[: len(first)] == first
    assert of_the_journal(capsys) == []


def test_erasing_people_for_good_leaves_the_same(lived, people, administrator, capsys):
    seals.seal_all()
    before = [event.text for event in history.of("case", lived.uid, viewer=administrator)]

    for person in people.values():
        Person.objects.get(pk=person.pk).delete()

    after = history.of("case", lived.uid, viewer=administrator)
    assert [(event.text, event.by) for event in after] == [(text, "Somebody who has left") for text in before]
    assert of_the_journal(capsys) == []


def of_the_journal(capsys) -> list[str]:
    """What the doctor finds wrong with the chain, from its first seal to its last."""
    capsys.readouterr()
    command.main(["doctor", "--journal", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["facts"]["seals verified"] == Entry.objects.count()
    return [fault for fault in found["faults"] if "journal" in fault]
