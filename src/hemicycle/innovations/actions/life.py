"""The verbs that lead a case or use case from a draft to the public pages, and off them again."""

from collections.abc import Collection, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import days, journal, texts
from hemicycle.core.dates import PARTIAL_DATE
from hemicycle.innovations import drafts, policy, states
from hemicycle.innovations.actions import describing, rewording, spreading, waiting
from hemicycle.innovations.actions.doors import free_slug, locked, require, require_state, step
from hemicycle.innovations.given import Described
from hemicycle.innovations.models import Case
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.ready import require_ready
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import Evidence, Stage
from hemicycle.network import policy as network
from hemicycle.network.models import Body
from hemicycle.threads import actions as threads

# Addresses of pages that stand where cases do.
RESERVED = frozenset({"new", "by-country"})

__all__ = [
    "change_stage",
    "confirm",
    "draft",
    "edit",
    "publish",
    "restore",
    "send_back",
    "submit",
    "take",
    "withdraw",
]


@transaction.atomic
def draft(
    body: Body, fields: dict[str, Any], *, language: str, by: Person, described: Sequence[Described] = ()
) -> Case:
    """Begin the description of what a body did. Only people with a seat in the house, and editors, may.

    `fields` are its words; whatever else is known already comes as steps that are `described`. What an editor of
    another house describes is compiled, since nobody from the house has said it.
    """
    require(policy.may_draft(by, body))
    title = str(fields.get("title", "")).strip()
    if not title:
        raise ValidationError({"title": _("Give the case a title.")})
    countries = [body.country.key] if body.country else []
    taken = set(Case.objects.values_list("slug", flat=True)) | RESERVED
    evidence = Evidence.SUBMITTED if network.belongs_to(by, body) else Evidence.COMPILED
    slug = free_slug(title, taken)
    case = Case.objects.create(body=body, author=by, slug=slug, countries=countries, evidence=evidence)
    texts.write(texts.Draft(case.uid, language, fields, original=True), by=by.uid, publish=True)
    for said in described:
        describing.store(case, said, by=by)
    journal.record(states.DRAFTED, case, by=by)
    return case


@transaction.atomic
def edit(case: Case, fields: dict[str, Any], *, language: str, by: Person) -> None:
    """Change the words of a draft. Only its author and those who speak for the body may."""
    case = locked(case)
    require(policy.may_edit(by, case))
    reading = drafts.original(case)
    original = reading.language == language
    suggested = waiting_original(case.uid) if original else None
    texts.write(texts.Draft(case.uid, language, fields, original=original), by=by.uid, publish=True)
    waiting.carry(case, suggested, reading.fields)
    journal.record(states.DRAFTED, case, by=by, language=language)


@transaction.atomic
def submit(case: Case, *, met: Collection[str], by: Person) -> None:
    """Hand a draft in for review. Editors will hear of it.

    Nothing may be empty that could say “not known”, and whoever hands it in says what of `ACCEPTANCE` it has `met`.
    """
    case = locked(case)
    require(policy.is_party(by, case))
    require_state(case, "submit")
    require_ready(case, met)
    step(case, "submit", "submitted", by=by)


@transaction.atomic
def take(case: Case, *, by: Person) -> None:
    """Begin the review. Nobody reviews for their own chamber."""
    case = locked(case)
    require(policy.may_review(by, case))
    case.reviewer = by
    step(case, "take", "taken", by=by)


@transaction.atomic
def send_back(case: Case, *, by: Person, reason: str = "") -> None:
    """Give the case back to its author, who may edit and submit it again. The reason goes into its thread."""
    case = locked(case)
    require(policy.may_review(by, case))
    step(case, "send_back", "sent_back", by=by)
    if reason:
        threads.post(threads.open_thread(case, by=by), reason, by=by)


@transaction.atomic
def publish(case: Case, *, by: Person, with_suggestions: bool = False) -> None:
    """Make the case public, with what editors suggested if so wished. Nobody publishes for their own chamber."""
    case = locked(case)
    require(policy.may_review(by, case))
    if with_suggestions:
        rewording.take_over_waiting(case)
    waiting.put_away(case, by=by.uid)
    case.published_at = timezone.now()
    case.asked_after = 0
    spreading.join_own_case(case)
    if case.evidence != Evidence.CONFIRMED:
        case.evidence = Evidence.CHECKED
    step(case, "publish", "published", by=by)


@transaction.atomic
def confirm(case: Case, *, by: Person, stage: str | None = None) -> None:
    """Say for the chamber that the case is true, and at what stage it is today."""
    case = locked(case)
    require(policy.may_confirm(by, case))
    if stage is not None:
        case.stage = Stage(stage)
        case.stage_as_of = days.today().isoformat()
    case.evidence = Evidence.CONFIRMED
    case.confirmed_on = days.today()
    case.confirmed_by = by
    case.confirmed_as = policy.speaking_role(by, case)
    case.save()
    journal.record(states.CONFIRMED, case, by=by, stage=case.stage)


@transaction.atomic
def change_stage(case: Case, stage: str, *, as_of: str, by: Person) -> None:
    """Record the stage that a newer source states, with its date. Those who speak for the body, and editors, may."""
    case = locked(case)
    require(policy.may_change_stage(by, case))
    PARTIAL_DATE(as_of)
    case.stage = Stage(stage)
    case.stage_as_of = as_of
    case.save()
    journal.record(states.STAGE_CHANGED, case, by=by, stage=case.stage)


@transaction.atomic
def withdraw(thing: Innovation, *, by: Person) -> None:
    """Take it off the public pages; its address will say that it was withdrawn."""
    thing = locked(thing)
    require(policy.may_withdraw(by, thing))
    step(thing, "withdraw", "withdrawn", by=by)


@transaction.atomic
def restore(thing: Innovation, *, by: Person) -> None:
    """Bring back what was withdrawn, at the same address."""
    thing = locked(thing)
    require(policy.may_withdraw(by, thing))
    step(thing, "restore", "restored", by=by)
