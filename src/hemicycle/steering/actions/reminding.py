"""What happens by itself: reminders before a procedure closes and as follow-ups fall due; who leaves is let go."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core import days, journal
from hemicycle.steering import queries, states
from hemicycle.steering.models import Advice, Decision, Procedure
from hemicycle.steering.states import FollowUp


def remind(day: date | None = None) -> int:
    """Tell those who have not answered, and those who follow up, each once; how much was told."""
    on = day or days.today()
    asked = sum(_remind_of_question(one) for one in queries.to_remind(on))
    return asked + sum(_remind_of_decision(one, on) for one in queries.to_remind_of(on))


def forget_person(person: Person) -> None:
    """Who leaves follows up nothing any more, and the secretariat finds somebody else; advice stays the seat's."""
    for decision in Decision.objects.filter(person=person, state=FollowUp.OPEN):
        decision.person = None
        decision.save(update_fields=["person"])
        journal.record(states.DECISION_CHANGED, decision, by=None, follower=True)
    Advice.objects.filter(person=person).update(person=None)


@transaction.atomic
def _remind_of_question(procedure: Procedure) -> int:
    """Only one of two workers finds the row as it was."""
    waiting = Procedure.objects.filter(pk=procedure.pk, closed_at=None, reminded_at=None)
    if not queries.awaited(procedure) or not waiting.update(reminded_at=timezone.now()):
        return 0
    journal.record(states.PROCEDURE_REMINDED, procedure, by=None)
    return 1


@transaction.atomic
def _remind_of_decision(decision: Decision, day: date) -> int:
    as_it_was = Decision.objects.filter(pk=decision.pk, state=FollowUp.OPEN, reminded_on=decision.reminded_on)
    if not as_it_was.update(reminded_on=day):
        return 0
    journal.record(states.FOLLOW_UP_REMINDED, decision, by=None)
    return 1
