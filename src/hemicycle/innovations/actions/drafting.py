"""The verbs of describing: keep what is typed, store a step, ask a colleague, send oneself the way back."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.innovations import drafts, policy, states
from hemicycle.innovations.actions import describing
from hemicycle.innovations.actions.doors import locked, require
from hemicycle.innovations.drafts import Joined, Typed
from hemicycle.innovations.given import Described
from hemicycle.innovations.models import Case, DraftSave, HelpAsked
from hemicycle.innovations.models.drafting import HELP_LASTS
from hemicycle.innovations.steps import STEP, Step

MOST_HELPERS = 10
KEPT_AFTER_PUBLICATION = timedelta(days=90)


@transaction.atomic
def save_step(case: Case, step: Step, typed: Typed, *, page: str, seen: int, by: Person) -> DraftSave:
    """Keep what somebody has typed, whole or half; nobody's words are lost if two type at once.

    `page` names the open page, `seen` the save that it showed when it was opened. Nothing is judged here, nothing
    is stored with the case, and the journal is silent.
    """
    case = locked(case)
    require(policy.may_fill(by, case, step.name))
    newest = drafts.newest_save(case, step) or _first_save(case, step)
    mine = DraftSave.objects.filter(case=case, step=step.name, page=page).order_by("-pk").first()
    if mine is not None:
        base = mine.fields
    else:
        shown = DraftSave.objects.filter(case=case, step=step.name, pk=seen).first()
        base = (shown or DraftSave.objects.filter(case=case, step=step.name).earliest("pk")).whole
    if mine is not None and mine.pk == newest.pk and mine.fields == typed:
        return mine
    joined = drafts.joined(typed, page=page, base=base, newest=Joined(newest.whole, newest.pages, newest.both))
    return DraftSave.objects.create(
        case=case,
        person=by,
        step=step.name,
        page=page,
        fields=dict(typed),
        whole=joined.whole,
        pages=joined.pages,
        both=joined.both,
    )


@transaction.atomic
def store_step(case: Case, step: Step, said: Described, *, by: Person) -> None:
    """Make the case say what the step says. A colleague who was asked has done their part by it."""
    case = locked(case)
    require(policy.may_fill(by, case, step.name))
    HelpAsked.objects.filter(case=case, step=step.name, person=by, done_at=None).update(done_at=timezone.now())
    if describing.store(case, said, by=by):
        journal.record(states.DRAFTED, case, by=by, step=step.name)


@transaction.atomic
def settle(case: Case, step: Step, save: DraftSave, *, by: Person) -> None:
    """Somebody has looked at what two people wrote at once, and what stands is meant."""
    case = locked(case)
    require(policy.may_fill(by, case, step.name))
    newest = drafts.newest_save(case, step)
    if newest is not None and newest.pk == save.pk and newest.both:
        DraftSave.objects.create(
            case=case, person=by, step=step.name, page=save.page, fields=save.fields, whole=save.whole, pages=save.pages
        )


@transaction.atomic
def ask_colleague(case: Case, step: str, email: str, *, by: Person, name: str = "", language: str = "en") -> HelpAsked:
    """Ask somebody to fill one step; they hear by mail, may sign in, and see that step and nothing else.

    Asking again while they have not answered changes nothing; afterwards, it asks anew.
    """
    case = locked(case)
    require(policy.may_edit(by, case))
    if step not in STEP:
        raise ValidationError({"step": _("There is no such step.")})
    person = accounts.invite(email, by=by, language=language, name=name)
    asked = HelpAsked.objects.filter(case=case, person=person, step=step).first()
    if asked is not None and asked.done_at is None and asked.asked_at > timezone.now() - HELP_LASTS:
        return asked
    if asked is None and case.help_asked.count() >= MOST_HELPERS:
        raise ValidationError(_("Ten colleagues have been asked about this case; that is the most."))
    anew = {"asked_by": by, "asked_at": timezone.now(), "done_at": None}
    asked, _made = HelpAsked.objects.update_or_create(case=case, person=person, step=step, defaults=anew)
    journal.record(states.COLLEAGUE_ASKED, case, by=by, person=str(person.uid), step=step)
    return asked


@transaction.atomic
def want_link(case: Case, step: str, *, by: Person) -> None:
    """Have the way back to this step sent by mail."""
    require(policy.may_fill(by, case, step))
    # The site is the actor: who acts does not hear of it, and this letter is for them.
    journal.record(states.LINK_WANTED, case, by=None, person=str(by.uid), step=step)


def _first_save(case: Case, step: Step) -> DraftSave:
    """What every page has shown that was opened before anybody typed."""
    whole: dict[str, Any] = drafts.stored(case, step)
    return DraftSave.objects.create(case=case, person=None, step=step.name, page="", fields={}, whole=whole)


def forget_old_saves() -> int:
    """Drop what was typed into cases that have long been public: the texts keep every word that was handed in."""
    long_ago = timezone.now() - KEPT_AFTER_PUBLICATION
    gone, _each = DraftSave.objects.filter(case__published_at__lt=long_ago, at__lt=long_ago).delete()
    return gone
