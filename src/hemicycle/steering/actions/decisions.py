"""The verbs about decisions: taken and numbered, followed up or dropped, handed to somebody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import days, journal
from hemicycle.kit.typed import plain
from hemicycle.network.models import Body
from hemicycle.network.states import SECRETARIAT_KEY
from hemicycle.steering import policy, states
from hemicycle.steering.actions.doors import SteeringRefused, check_day, held, require, too_long, write
from hemicycle.steering.models import AgendaItem, Decision, Procedure, Sitting
from hemicycle.steering.states import FollowUp

WORDS = ("title", "text")


@dataclass(frozen=True)
class Followed:
    """Who follows a decision up, and by when."""

    person: Person | None = None
    body: Body | None = None
    due: date | None = None


@dataclass(frozen=True)
class Taken:
    """A decision as it was taken: its words, and who follows up by when."""

    words: Mapping[str, str]  # title, text
    language: str
    taken_on: date
    followed: Followed


@transaction.atomic
def decide(
    sitting: Sitting, taken: Taken, *, by: Person, item: AgendaItem | None = None, once: UUID | None = None
) -> Decision:
    """The committee decided at a sitting. Who follows up hears, and finds it on the desk."""
    sitting = held(sitting, by)
    if not sitting.meeting.has_begun():
        raise SteeringRefused(_("This sitting has not begun yet; record its decisions when it has."))
    if item is not None and item.sitting_id != sitting.pk:
        raise SteeringRefused({"item": _("Choose an item of this agenda.")})
    return take_decision(taken, by=by, sitting=sitting, item=item, once=once)


@transaction.atomic
def take_decision(
    taken: Taken,
    *,
    by: Person,
    sitting: Sitting | None = None,
    procedure: Procedure | None = None,
    item: AgendaItem | None = None,
    once: UUID | None = None,
) -> Decision:
    """Numbered through the year; the secretariat's row is held, so that no number is given twice.

    The same `once` again, as from a second press, is the same decision.
    """
    require(policy.may_keep(by))
    secretariat = Body.objects.select_for_update().get(key=SECRETARIAT_KEY)
    uid = uuid5(secretariat.uid, f"decision:{once or uuid4()}")
    known = Decision.objects.filter(uid=uid).first()
    if known is not None:
        return known
    _check(taken)
    year = taken.taken_on.year
    newest = Decision.objects.filter(year=year).order_by("-number").first()
    decision = Decision(
        uid=uid,
        sitting=sitting,
        procedure=procedure,
        item=item,
        year=year,
        number=newest.number + 1 if newest is not None else 1,
        taken_on=taken.taken_on,
    )
    _follow(decision, taken.followed)
    decision.save()
    write(decision.uid, WORDS, taken.words, taken.language, by)
    journal.record(states.DECIDED, decision, by=by, year=year, number=decision.number)
    return decision


@transaction.atomic
def change_follow_up(decision: Decision, followed: Followed, *, by: Person) -> None:
    """Somebody else follows up, or by another day; who does hears of it."""
    decision = _held(decision)
    require(policy.may_keep(by))
    if decision.state != FollowUp.OPEN:
        raise SteeringRefused(_("This decision is settled; open it again first."))
    _check_due(decision.taken_on, followed)
    _follow(decision, followed)
    # A new day is a new promise, of which somebody is reminded anew.
    decision.reminded_on = None
    decision.save(update_fields=["person", "body", "due", "reminded_on"])
    journal.record(states.DECISION_CHANGED, decision, by=by, follower=True)


@transaction.atomic
def word_decision(decision: Decision, words: Mapping[str, str], *, language: str, by: Person) -> None:
    """The words of a decision, better or in another language; what was decided stays what it is."""
    decision = _held(decision)
    require(policy.may_keep(by))
    write(decision.uid, WORDS, words, language, by)
    journal.record(states.DECISION_CHANGED, decision, by=by, follower=False, language=language)


@transaction.atomic
def settle_decision(decision: Decision, state: str, *, outcome: str, by: Person) -> None:
    """A decision was followed up, or is no longer pursued; a sentence says what came of it."""
    decision = _held(decision)
    require(policy.may_settle(by, decision))
    if decision.state != FollowUp.OPEN:
        raise SteeringRefused(_("Somebody has settled this decision already; what they said stands on its page."))
    outcome = plain(outcome).strip()
    if state not in {FollowUp.DONE, FollowUp.DROPPED}:
        raise SteeringRefused({"state": _("Say whether it was followed up, or is no longer pursued.")})
    if not outcome:
        raise SteeringRefused({"outcome": _("Say in a sentence what came of it.")})
    if fault := too_long(outcome, states.LONGEST_OUTCOME):
        raise SteeringRefused({"outcome": fault})
    decision.state, decision.outcome, decision.settled_on = FollowUp(state), outcome, days.today()
    decision.save(update_fields=["state", "outcome", "settled_on"])
    journal.record(states.FOLLOWED_UP if state == FollowUp.DONE else states.DROPPED, decision, by=by)


@transaction.atomic
def reopen_decision(decision: Decision, *, by: Person) -> None:
    """A decision that was settled too early is to be followed up after all; what was said of it stays."""
    decision = _held(decision)
    require(policy.may_keep(by))
    if decision.state == FollowUp.OPEN:
        return
    decision.state, decision.settled_on, decision.reminded_on = FollowUp.OPEN, None, None
    decision.save(update_fields=["state", "settled_on", "reminded_on"])
    journal.record(states.REOPENED, decision, by=by)


def _held(decision: Decision) -> Decision:
    rows = Decision.objects.select_for_update(of=("self",)).select_related("sitting", "procedure", "body__parent")
    return rows.get(pk=decision.pk)


def _follow(decision: Decision, followed: Followed) -> None:
    decision.person, decision.body, decision.due = followed.person, followed.body, followed.due


def _check(taken: Taken) -> None:
    if taken.taken_on > days.today():
        raise SteeringRefused({"taken_on": _("This day is still to come.")})
    check_day("taken_on", taken.taken_on)
    _check_due(taken.taken_on, taken.followed)


def _check_due(taken_on: date, followed: Followed) -> None:
    if (followed.person is None) == (followed.body is None):
        raise SteeringRefused({"who": _("Say who follows up: one person, or one body.")})
    if followed.due is None:
        return
    if followed.due < taken_on:
        raise SteeringRefused({"due": _("The follow-up would be due before the decision was taken.")})
    check_day("due", followed.due)
