"""The verbs about cases and use cases; the only file of this package that writes."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, texts
from hemicycle.innovations import policy, states
from hemicycle.innovations.models import Adoption, Case
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.states import STEPS, Evidence, Relation, Stage, State
from hemicycle.network.models import Body

Kind = TypeVar("Kind", bound=Innovation)


class StepRefused(ValidationError):
    """The thing is not in a state from which this step may start; somebody else may have been faster."""


@transaction.atomic
def draft(body: Body, fields: dict[str, Any], *, language: str, by: Person) -> Case:
    """Begin the description of what a body did. Only people with a seat in the house, and editors, may."""
    _require(policy.may_draft(by, body))
    title = str(fields.get("title", "")).strip()
    if not title:
        raise ValidationError({"title": _("Give the case a title.")})
    case = Case.objects.create(
        body=body, author=by, slug=_free_slug(title), countries=[body.country.key] if body.country else []
    )
    texts.write(texts.Draft(case.uid, language, fields, original=True), by=by.uid, publish=True)
    journal.record(states.DRAFTED, case, by=by)
    return case


@transaction.atomic
def edit(case: Case, fields: dict[str, Any], *, language: str, by: Person) -> None:
    """Change the words of a draft. Only its author and those who speak for the body may."""
    case = _locked(case)
    _require(policy.may_edit(by, case))
    original = not texts.all_languages([case.uid]) or texts.read_one(case.uid, language).original == language
    texts.write(texts.Draft(case.uid, language, fields, original=original), by=by.uid, publish=True)
    journal.record(states.DRAFTED, case, by=by, language=language)


@transaction.atomic
def submit(case: Case, *, by: Person) -> None:
    """Hand a draft in for review. Editors will hear of it."""
    case = _locked(case)
    _require(policy.may_edit(by, case) or case.state not in states.EDITABLE_STATES)
    _step(case, "submit", states.SUBMITTED, by=by)


@transaction.atomic
def take(case: Case, *, by: Person) -> None:
    """Begin the review. Nobody reviews for their own chamber."""
    case = _locked(case)
    _require(policy.may_review(by, case))
    case.reviewer = by
    _step(case, "take", states.TAKEN, by=by)


@transaction.atomic
def send_back(case: Case, *, by: Person) -> None:
    """Give the case back to its author, who may edit and submit it again. The reason goes into its thread."""
    case = _locked(case)
    _require(policy.may_review(by, case))
    _step(case, "send_back", states.SENT_BACK, by=by)


@transaction.atomic
def publish(case: Case, *, by: Person) -> None:
    """Make the case public. Nobody publishes for their own chamber."""
    case = _locked(case)
    _require(policy.may_review(by, case))
    case.published_at = timezone.now()
    if case.evidence == Evidence.SUBMITTED:
        case.evidence = Evidence.CHECKED
    _step(case, "publish", states.PUBLISHED, by=by)


@transaction.atomic
def confirm(case: Case, *, by: Person, stage: str | None = None) -> None:
    """Say for the chamber that the case is true, and at what stage it is today."""
    case = _locked(case)
    _require(policy.may_confirm(by, case))
    if stage is not None:
        case.stage = Stage(stage)
        case.stage_as_of = timezone.localdate().isoformat()
    case.evidence = Evidence.CONFIRMED
    case.confirmed_on = timezone.localdate()
    case.confirmed_by = by
    case.save()
    journal.record(states.CONFIRMED, case, by=by, stage=case.stage)


@transaction.atomic
def adopt(case: Case, body: Body, *, by: Person, since: str = "", relation: str = Relation.ADAPTED) -> Adoption:
    """Say that another body took this over. Only a person of that body may."""
    case = _locked(case)
    _require(policy.may_adopt(by, case, body))
    adoption = Adoption(relation=relation, origin_case=case, taker_body=body, since=since, evidence=Evidence.SUBMITTED)
    adoption.full_clean()
    adoption.save()
    journal.record(states.ADOPTED, case, by=by, body=body.key)
    return adoption


@transaction.atomic
def withdraw(thing: Innovation, *, by: Person) -> None:
    """Take it off the public pages; its address will say that it was withdrawn."""
    thing = _locked(thing)
    _require(policy.may_withdraw(by, thing))
    _step(thing, "withdraw", states.WITHDRAWN, by=by)


@transaction.atomic
def restore(thing: Innovation, *, by: Person) -> None:
    """Bring back what was withdrawn, at the same address."""
    thing = _locked(thing)
    _require(policy.may_withdraw(by, thing))
    _step(thing, "restore", states.RESTORED, by=by)


@transaction.atomic
def translate(thing: Innovation, fields: dict[str, Any], *, language: str, credit: str, by: Person) -> None:
    """Publish a language version made by a person, with credit."""
    thing = _locked(thing)
    _require(policy.may_translate(by, thing))
    written = texts.Draft(thing.uid, language, fields, credit=credit, translator=by.uid)
    texts.write(written, by=by.uid, publish=True)
    journal.record(states.TRANSLATED, thing, by=by, language=language)


def _require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied


def _locked(thing: Kind) -> Kind:
    """The row as it is now, held until the transaction ends."""
    model = type(thing)
    return model._default_manager.select_for_update(of=("self",)).get(pk=thing.pk)  # noqa: SLF001


def _step(thing: Innovation, name: str, verb: str, *, by: Person) -> None:
    starts, leads_to = STEPS[name]
    if thing.state not in starts:
        message = _("This cannot be done now: the record is “%(state)s”. Open it again to see what changed.")
        raise StepRefused(message % {"state": State(thing.state).label})
    thing.state = leads_to
    thing.save()
    journal.record(verb, thing, by=by)


def _free_slug(title: str) -> str:
    """An address from the title; a number is added until it is free. Scripts without Latin letters get “case”."""
    base = slugify(title)[:110].strip("-") or "case"
    taken = set(Case.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
