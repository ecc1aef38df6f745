"""What can be chosen in the forms of the committee, and what a choice means."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import days, texts
from hemicycle.network.models import Body
from hemicycle.network.states import SECRETARIAT_KEY
from hemicycle.steering import queries, wording
from hemicycle.steering.actions import Followed, Taken
from hemicycle.steering.models import Decision, Procedure, Sitting
from hemicycle.ui.languages import active_language

PERSON, BODY = "person", "body"
Choices = list[tuple[str, list[tuple[str, str]]]]


def body_choices() -> Choices:
    """Who may be invited to the committee: whoever has no seat by right today, by kind."""
    by_right = {held.body.pk for held in queries.seats_on() if held.by_right}
    found: dict[str, list[tuple[str, str]]] = {}
    for body in queries.bodies_to_invite():
        if body.pk not in by_right:
            found.setdefault(str(body.get_kind_display()), []).append((body.key, wording.body(body).label))
    return [(kind, sorted(choices, key=_by_label)) for kind, choices in found.items()]


def followers(decision: Decision | None = None) -> Choices:
    """Who can follow a decision up: people of the committee and the secretariat, bodies that sit, and who does now."""
    people = {office.person.uid: wording.person(office.person) for office in queries.people_who_can_follow()}
    bodies = {body.key: wording.body(body).label for body in queries.bodies_that_can_follow()}
    if decision is not None and decision.person is not None:
        people.setdefault(decision.person.uid, wording.person(decision.person))
    if decision is not None and decision.body is not None:
        bodies.setdefault(decision.body.key, wording.body(decision.body).label)
    return [
        (_("People"), sorted(((f"{PERSON}:{uid}", name) for uid, name in people.items()), key=_by_label)),
        (_("Bodies"), [(f"{BODY}:{key}", name) for key, name in bodies.items()]),
    ]


def follower_of(decision: Decision) -> str:
    if decision.person is not None:
        return f"{PERSON}:{decision.person.uid}"
    return f"{BODY}:{decision.body.key}" if decision.body is not None else ""


def followed_from(form: Any) -> Followed:
    """Who was chosen; the form has seen that the choice is one."""
    kind, _colon, name = form.cleaned_data["who"].partition(":")
    due = form.cleaned_data["due"]
    if kind == PERSON:
        return Followed(person=Person.objects.filter(uid=name, is_active=True).first(), due=due)
    return Followed(body=Body.objects.filter(key=name).first(), due=due)


def taken_from(form: Any) -> Taken:
    said = form.cleaned_data
    return Taken(
        words={"title": said["title"], "text": said["text"]},
        language=said["language"],
        taken_on=said["taken_on"],
        followed=followed_from(form),
    )


def items_of(sitting: Sitting) -> list[tuple[str, str]]:
    """The items of the agenda by number and title."""
    items = list(sitting.items.all())
    words = texts.read([item.uid for item in items], active_language())
    return [(str(item.uid), f"{item.number}. {words[item.uid]['title']}") for item in items if item.uid in words]


def decision_at(sitting: Sitting) -> dict[str, Any]:
    """A decision at a sitting was most likely taken on its day."""
    day = min(sitting.meeting.begins_at.date(), days.today())
    return {"language": active_language(), "taken_on": day, "who": f"{BODY}:{SECRETARIAT_KEY}"}


def decision_proposed(procedure: Procedure) -> dict[str, Any]:
    """What was asked is most likely what is decided."""
    words = texts.read_one(procedure.uid, active_language())
    return {
        "title": words["title"],
        "text": words["question"],
        "language": words.language,
        "taken_on": days.today(),
        "who": f"{BODY}:{SECRETARIAT_KEY}",
    }


def uid_of(text: str) -> UUID:
    """What somebody sent as a uid; one that is none belongs to nothing."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _by_label(choice: tuple[str, str]) -> str:
    return choice[1].casefold()
