"""What a mailed link lets somebody do with a case: confirm it, or say that it has ended."""

from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.accounts.deeds import Asked, Deed
from hemicycle.core import texts
from hemicycle.innovations import actions, policy
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import Stage
from hemicycle.ui.languages import active_language


def ask_confirm(person: Any, uid: UUID) -> Asked | None:
    title = _title_for(person, uid)
    if title is None:
        return None
    sentence = _("You confirm for your house that “%(title)s” is true and still so.") % {"title": title}
    return Asked(_("Confirm this case"), sentence, _("Confirm"))


def ask_ended(person: Any, uid: UUID) -> Asked | None:
    title = _title_for(person, uid)
    if title is None:
        return None
    sentence = _("You say for your house that what “%(title)s” tells of has ended. The case stays public and says so.")
    return Asked(_("Say that it has ended"), sentence % {"title": title}, _("It has ended"))


def ask_stage(stage: str, person: Any, uid: UUID) -> Asked | None:
    title = _title_for(person, uid)
    if title is None:
        return None
    words = {"title": title, "stage": Stage(stage).label}
    sentence = _("You confirm for your house that “%(title)s” is true, and that it stands today at: %(stage)s.") % words
    return Asked(_("Say how far it is"), sentence, _("It is so"))


def confirm(person: Any, uid: UUID) -> str:
    case = Case.objects.select_related("body__parent").get(uid=uid)
    actions.confirm(case, by=person)
    return case.get_absolute_url()


def ended(person: Any, uid: UUID) -> str:
    case = Case.objects.select_related("body__parent").get(uid=uid)
    actions.confirm(case, by=person, stage=Stage.ENDED)
    return case.get_absolute_url()


def _title_for(person: Any, uid: UUID) -> str | None:
    """What the case is called, if this person may confirm it now."""
    case = Case.objects.select_related("body__parent").filter(uid=uid).first()
    if case is None or not policy.may_confirm(person, case):
        return None
    reading = texts.read([uid], active_language()).get(uid)
    return str(reading["title"]) if reading else None


def at_stage(stage: str, person: Any, uid: UUID) -> str:
    case = Case.objects.select_related("body__parent").get(uid=uid)
    actions.confirm(case, by=person, stage=stage)
    return case.get_absolute_url()


# What one press can say instead of “it is still so”; that it has ended has words of its own.
OTHER_STAGES = tuple(stage for stage in Stage if stage not in {Stage.ENDED, Stage.UNKNOWN})
DEEDS = (
    Deed("case.confirm", ask_confirm, confirm),
    Deed("case.ended", ask_ended, ended),
    *(Deed(f"case.{stage}", partial(ask_stage, stage), partial(at_stage, stage)) for stage in OTHER_STAGES),
)
