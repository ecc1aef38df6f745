"""The verbs of those who ask in writing: a procedure is opened, put into other languages, and closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.accounts.models import Person
from hemicycle.core import days, journal
from hemicycle.network.models import Body
from hemicycle.network.states import SECRETARIAT_KEY
from hemicycle.steering import policy, queries, states
from hemicycle.steering.actions.advice import take_letters
from hemicycle.steering.actions.decisions import Taken, take_decision
from hemicycle.steering.actions.doors import SteeringRefused, check_day, held_procedure, require, write
from hemicycle.steering.actions.papers import keep_paper
from hemicycle.steering.models import Decision, Procedure
from hemicycle.threads import actions as threads
from hemicycle.ui.formatting import format_date, format_number

WORDS = ("title", "question")


@dataclass(frozen=True)
class Enclosed:
    """A paper that goes with a question."""

    title: str
    language: str
    content: bytes


@transaction.atomic
def open_procedure(
    words: Mapping[str, str],
    *,
    language: str,
    closes_on: date,
    by: Person,
    enclosed: Sequence[Enclosed] = (),
    once: UUID | None = None,
) -> Procedure:
    """A question is asked in writing of every body that has a seat today; their members hear by mail."""
    require(policy.may_keep(by))
    secretariat = Body.objects.select_for_update().get(key=SECRETARIAT_KEY)
    uid = uuid5(secretariat.uid, f"procedure:{once or uuid4()}")
    known = Procedure.objects.filter(uid=uid).first()
    if known is not None:
        return known
    bodies = _asked(closes_on)
    procedure = Procedure.objects.create(uid=uid, closes_on=closes_on)
    procedure.asked.set(bodies)
    write(procedure.uid, WORDS, words, language, by)
    for paper in enclosed:
        keep_paper(procedure, paper.content, title=paper.title, language=paper.language, by=by)
    threads.open_thread(procedure, by=by)
    journal.record(states.PROCEDURE_OPENED, procedure, by=by, seats=len(bodies))
    return procedure


@transaction.atomic
def word_procedure(procedure: Procedure, words: Mapping[str, str], *, language: str, by: Person) -> None:
    """The question in another language. As it was first asked it stays, since advice was given on it."""
    require(policy.may_keep(by))
    procedure = held_procedure(procedure)
    if language in queries.languages_of(procedure.uid)[:1]:
        raise SteeringRefused(
            {"language": _("In this language the question was asked; it cannot be changed any more.")}
        )
    write(procedure.uid, WORDS, words, language, by)
    journal.record(states.PROCEDURE_TRANSLATED, procedure, by=by, language=language)


@transaction.atomic
def close_procedure(procedure: Procedure, taken: Taken | None, *, by: Person) -> Decision | None:
    """No more advice is taken; with what was decided, if something was. What came in by mail so far is heard first."""
    require(policy.may_keep(by))
    procedure = held_procedure(procedure)
    if procedure.closed_at is not None:
        raise SteeringRefused(_("This procedure is closed; its outcome stands on its page."))
    take_letters(procedure)
    if taken is not None:
        _check_everybody_was_heard(procedure)
    procedure.closed_at = timezone.now()
    procedure.save(update_fields=["closed_at"])
    journal.record(states.PROCEDURE_CLOSED, procedure, by=by, decided=taken is not None)
    return take_decision(taken, by=by, procedure=procedure) if taken is not None else None


@transaction.atomic
def publish_outcome(procedure: Procedure, *, by: Person) -> None:
    """Everybody reads what was decided in writing; what each seat advised stays inside."""
    require(policy.may_keep(by))
    procedure = held_procedure(procedure)
    decisions = list(procedure.decisions.all())
    if not decisions:
        raise SteeringRefused(_("Nothing was decided here, so there is nothing to publish."))
    if procedure.published_at is not None:
        return
    procedure.published_at = timezone.now()
    procedure.save(update_fields=["published_at"])
    journal.record(states.OUTCOME_PUBLISHED, procedure, by=by)
    journal.record_all(states.DECISION_PUBLISHED, decisions, by=by)


def _asked(closes_on: date) -> list[Body]:
    if closes_on < days.today():
        raise SteeringRefused({"closes_on": _("This day is over; give one that is still to come.")})
    check_day("closes_on", closes_on)
    bodies = queries.seated_bodies()
    if not queries.members_of([body.pk for body in bodies]).exists():
        raise SteeringRefused(_("Nobody sits on the committee yet, so there is nobody to ask."))
    return bodies


def _check_everybody_was_heard(procedure: Procedure) -> None:
    """Whoever was promised a day keeps it, unless all have answered before."""
    waiting = queries.awaited(procedure)
    if not waiting or procedure.closes_on < days.today():
        return
    message = ngettext(
        "%(n)s seat may still answer until %(date)s. Decide after that day, or close it without a decision.",
        "%(n)s seats may still answer until %(date)s. Decide after that day, or close it without a decision.",
        len(waiting),
    )
    words = {"n": format_number(len(waiting)), "date": format_date(procedure.closes_on)}
    raise SteeringRefused(message % words)
