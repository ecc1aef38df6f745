"""The steering committee as the matrix asks about it: the colleague sits on it for their house, which was invited."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from hemicycle.core import days
from hemicycle.network.models import Body
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import an_office, the_secretariat
from hemicycle.steering import actions
from hemicycle.steering.models import Paper, Procedure, Sitting
from hemicycle.steering.tests.factories import (
    PDF,
    a_decision,
    a_question,
    a_seat,
    a_sitting,
    an_agenda,
    it_is_over,
    taken,
)

Arguments = Mapping[str, Any]


def committee(house: Body, people: Mapping[str, Any]) -> dict[str, Arguments]:
    """A sitting, a question and a decision each as they are inside, and as everybody sees them."""
    keeper = people["administrator"]
    seat = a_seat(house)
    an_office(people["colleague"], house, Role.STEERING_MEMBER)
    sittings = {name: _sitting(keeper, name) for name in ("inside", "public")}
    papers = {name: _paper(sitting, keeper) for name, sitting in sittings.items()}
    decisions = {name: a_decision(sitting, keeper, the_secretariat()) for name, sitting in sittings.items()}
    _publish(sittings["public"], keeper)
    questions = {"open": a_question(keeper), "decided": _decided(people)}
    return {
        "steering:seat": {"uid": seat.uid},
        "steering:decisions_data": {"form": "csv"},
        **{f"file: paper {name}": {"uid": paper.file_id} for name, paper in papers.items()},
        **_each(sittings, "sitting", "sitting_data", "agenda", "papers", "minutes", "decide"),
        **_each(questions, "procedure", "procedure_papers", "procedure_words", "close"),
        **_each(decisions, "decision", "decision_data", "settle", "follow_up", "decision_words"),
        **{
            f"desk:history: {thing.kind}": {"kind": thing.kind, "uid": thing.uid}
            for thing in (seat, sittings["public"], questions["open"], decisions["inside"])
        },
    }


def _sitting(keeper: Any, name: str) -> Sitting:
    sitting = it_is_over(a_sitting(keeper, title=f"Sitting {name}"))
    an_agenda(sitting, keeper, "Budget")
    actions.write_minutes(sitting, "We met.", language="en", by=keeper)
    return sitting


def _paper(sitting: Sitting, keeper: Any) -> Paper:
    return actions.keep_paper(sitting, PDF, title="Budget", language="en", by=keeper)


def _publish(sitting: Sitting, keeper: Any) -> None:
    actions.publish_papers(sitting, by=keeper)
    actions.publish_minutes(sitting, by=keeper)


def _decided(people: Mapping[str, Any]) -> Procedure:
    question = a_question(people["administrator"], title="A third pilot")
    actions.advise(question, "agree", by=people["colleague"])
    Procedure.objects.filter(pk=question.pk).update(closes_on=days.today() - timedelta(days=1))
    actions.close_procedure(question, taken(the_secretariat()), by=people["administrator"])
    return question


def _each(things: Mapping[str, Any], *names: str) -> dict[str, Arguments]:
    return {f"steering:{name}: {state}": {"uid": thing.uid} for name in names for state, thing in things.items()}
