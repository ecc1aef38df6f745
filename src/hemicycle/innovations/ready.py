"""Whether a description can be handed in: what is still empty, and the questions that only a person can answer."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.innovations import drafts
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import ACCEPTANCE, UNSTATED, Stage
from hemicycle.innovations.steps import STEPS, Step
from hemicycle.ui.formatting import format_number

# What a number cannot say is not asked again before handing in.
MAY_STAY_EMPTY = frozenset({"began", "months_to_first_use"})
ASKED = frozenset({"title", "lead", "done", "work", *UNSTATED}) - MAY_STAY_EMPTY


class NotReady(ValidationError):
    """Something is empty that could say “expected” or “not known”, or nobody has vouched for it."""


@dataclass(frozen=True)
class Gap:
    """One thing that has not been said."""

    step: Step
    name: str  # of the field


def gaps(case: Case) -> tuple[Gap, ...]:
    """What is empty and could say “expected” or “not known”, in the order of the steps."""
    found = []
    for step in STEPS:
        values = drafts.stored(case, step)
        names = (*step.texts, *step.columns, *step.branches)
        found += [Gap(step, name) for name in names if name in ASKED and not values.get(name)]
        if "stage" in step.columns and case.stage == Stage.UNKNOWN and not case.stage_as_of:
            found.append(Gap(step, "stage"))
    return tuple(found)


def require_ready(case: Case, met: Collection[str]) -> None:
    """Refuse in one sentence what lacks an answer, or what nobody says meets the acceptance test."""
    empty = len(gaps(case))
    if empty:
        message = ngettext(
            "%(n)s question has no answer yet. Where nobody knows, say so.",
            "%(n)s questions have no answer yet. Where nobody knows, say so.",
            empty,
        )
        raise NotReady(message % {"n": format_number(empty)}, code="empty")
    if not set(ACCEPTANCE) <= set(met):
        raise NotReady(_("Say of all four questions that they are met before you hand it in."), code="not_met")
