"""Two people press at the same moment, with real commits; the database decides who was first, and nothing is lost."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from hemicycle.accounts.tests.factories import a_person
from hemicycle.innovations import actions, drafts
from hemicycle.innovations.actions import StepRefused
from hemicycle.innovations.models import Adoption, Case
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import State
from hemicycle.innovations.steps import STEP
from hemicycle.innovations.tests.factories import a_case
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import a_chamber, an_office, the_secretariat


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_one_of_two_reviewers_takes_it_and_the_other_is_told():
    case = a_case(body=a_chamber(), state=State.SUBMITTED)
    editors = [a_person(), a_person()]
    for editor in editors:
        an_office(editor, the_secretariat(), Role.EDITOR)
    start = threading.Barrier(2)
    outcomes: list[str] = []

    def take(editor):
        try:
            start.wait()
            actions.take(case, by=editor)
            outcomes.append("taken")
        except StepRefused as refused:
            outcomes.extend(refused.messages)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=take, args=(editor,)) for editor in editors]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    refusal = "This cannot be done now: the record is “In review”. Open it again to see what changed."
    assert sorted(outcomes) == [refusal, "taken"]
    assert Case.objects.get(pk=case.pk).state == State.IN_REVIEW


def at_once(*acts):
    """Do all at the same moment, each with a connection of its own; what each came to, or why it was refused."""
    start = threading.Barrier(len(acts))
    outcomes: list[str] = []

    def do(act):
        try:
            start.wait()
            act()
            outcomes.append("done")
        except ValidationError as refused:
            outcomes.extend(refused.messages)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def two_of(role, body):
    people = [a_person(), a_person()]
    for person in people:
        an_office(person, body, role)
    return people


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_two_who_type_into_one_field_at_once_lose_nothing():
    house = a_chamber()
    one, other = two_of(Role.CONTRIBUTOR, house)
    case = actions.draft(house, {"title": "Papers on tablets"}, language="en", by=one)
    an_office(other, house, Role.FOCAL_POINT)
    step = STEP["problem"]

    outcomes = at_once(
        lambda: actions.save_step(case, step, {"problem": "First"}, page="a" * 32, seen=0, by=one),
        lambda: actions.save_step(case, step, {"problem": "Second"}, page="b" * 32, seen=0, by=other),
    )

    held = drafts.held(case, step)
    assert outcomes == ["done", "done"]
    assert {held.values["problem"], *(each["value"] for each in held.both)} == {"First", "Second"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_two_editors_who_suggest_at_once_one_is_told():
    case = a_case(body=a_chamber(), state=State.IN_REVIEW)
    one, other = two_of(Role.EDITOR, the_secretariat())

    outcomes = at_once(
        lambda: actions.suggest(case, {"title": "First"}, seen=0, by=one),
        lambda: actions.suggest(case, {"title": "Second"}, seen=0, by=other),
    )

    assert outcomes == ["Somebody else has changed these words since you opened them. Both are shown below.", "done"]
    assert waiting_original(case.uid).fields["title"] in {"First", "Second"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_a_house_that_says_twice_at_once_that_it_took_something_over_has_said_it_once():
    case, house = a_case(body=a_chamber()), a_chamber("MW-LC01", country="MW")
    one, other = two_of(Role.CONTRIBUTOR, house)

    outcomes = at_once(
        lambda: actions.adopt(case, house, by=one),
        lambda: actions.adopt(case, house, by=other),
    )

    assert outcomes == ["It has been said already that this house took this over.", "done"]
    assert Adoption.objects.count() == 1
