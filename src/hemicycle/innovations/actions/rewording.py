"""The verbs by which editors suggest words to authors, and chambers propose words for what is public."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, texts
from hemicycle.innovations import drafts, policy, states
from hemicycle.innovations.actions.doors import locked, require
from hemicycle.innovations.actions.waiting import put_away
from hemicycle.innovations.models import Case, DraftSave
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import State
from hemicycle.innovations.steps import STEPS

Fields = dict[str, Any]


class WordsMoved(ValidationError):
    """Somebody else has written other words since these were read; both must be looked at."""


@transaction.atomic
def suggest(case: Case, fields: Fields, *, seen: int, by: Person) -> None:
    """Wait with other words beside those handed in; the author takes them over, or the reviewer publishes them."""
    case = locked(case)
    require(policy.may_review(by, case) and case.state == State.IN_REVIEW)
    if _wait_with(case, fields, seen=seen, by=by):
        journal.record(states.SUGGESTED, case, by=by)


@transaction.atomic
def take_over(case: Case, *, by: Person) -> None:
    """The author agrees with what an editor suggested."""
    case = locked(case)
    require(policy.may_edit(by, case))
    take_over_waiting(case)
    _keep_as_typed(case, by=by)
    journal.record(states.DRAFTED, case, by=by)


@transaction.atomic
def propose(case: Case, fields: Fields, *, seen: int, by: Person) -> bool:
    """Other words for a public case. An editor's hold at once; those of its chamber wait for an editor."""
    case = locked(case)
    require(policy.may_amend(by, case))
    if not _wait_with(case, fields, seen=seen, by=by):
        return False
    if policy.may_review(by, case):
        take_over_waiting(case)
        journal.record(states.AMENDED, case, by=by)
        return True
    journal.record(states.SUGGESTED, case, by=by)
    return False


@transaction.atomic
def decide(case: Case, *, accept: bool, seen: int, by: Person) -> None:
    """An editor accepts or refuses what a chamber proposed; a refusal leaves the words that are public."""
    case = locked(case)
    require(policy.may_review(by, case) and case.state == State.PUBLISHED)
    waiting = waiting_original(case.uid)
    if waiting is None or waiting.number != seen:
        raise WordsMoved(_("Somebody has decided on this already, or proposed other words. Open it again."))
    if accept:
        texts.make_current(waiting)
        journal.record(states.AMENDED, case, by=by)
        return
    put_away(case, by=by.uid)
    journal.record(states.DRAFTED, case, by=by)


def take_over_waiting(case: Case) -> None:
    waiting = waiting_original(case.uid)
    if waiting is not None:
        texts.make_current(waiting)


def _wait_with(case: Case, fields: Fields, *, seen: int, by: Person) -> bool:
    """Write them as the next revision, unless they say what the newest says; whether they were written."""
    reading = drafts.original(case)
    waiting = waiting_original(case.uid)
    if (waiting.number if waiting else 0) != seen:
        raise WordsMoved(_("Somebody else has changed these words since you opened them. Both are shown below."))
    before = waiting.fields if waiting else reading.fields
    wanted = {**{name: value for name, value in reading.fields.items() if name not in states.CASE_TEXTS}, **fields}
    if wanted == dict(before):
        return False
    texts.write(texts.Draft(case.uid, reading.language, wanted, original=True), by=by.uid, publish=False)
    return True


def _keep_as_typed(case: Case, *, by: Person) -> None:
    """The steps that were typed before show the words that stand now."""
    typed = set(DraftSave.objects.filter(case=case).values_list("step", flat=True))
    DraftSave.objects.bulk_create(
        DraftSave(case=case, person=by, step=step.name, page="", fields={}, whole=drafts.stored(case, step))
        for step in STEPS
        if step.name in typed
    )
