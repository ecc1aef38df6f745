"""Two reviewers press at the same moment, with real commits; the database decides who was first."""

import threading

import pytest
from django.db import connections

from hemicycle.accounts.tests.factories import a_person
from hemicycle.innovations import actions
from hemicycle.innovations.actions import StepRefused
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import State
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
