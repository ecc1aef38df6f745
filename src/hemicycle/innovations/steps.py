"""The five steps in which a case is described: their names, and what each holds."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Step:
    """One page of the description."""

    name: str  # in the address
    title: Any
    lead: Any  # what it asks for, in one sentence
    texts: tuple[str, ...] = ()  # words, kept once per language
    columns: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()  # of the vocabulary
    rows: tuple[str, ...] = ()  # "measures", "sources", "links"


STEPS = (
    Step(
        "what",
        pgettext_lazy("step", "What"),
        _("What did you do, in one line and in two sentences?"),
        texts=("title", "lead"),
        columns=("began", "ended"),
    ),
    Step(
        "problem",
        pgettext_lazy("step", "Problem and work"),
        _("What was the problem, and what was done about it?"),
        texts=("problem", "done"),
    ),
    Step(
        "effort",
        pgettext_lazy("step", "What it took"),
        _("How far is it, and what did it take? “Not known” is an answer; so is “prefer not to say”."),
        columns=(
            "stage",
            "stage_as_of",
            "team",
            "months_to_first_use",
            "cost",
            "cost_year",
            "cost_currency",
            "running_cost",
            "donor_dependence",
            "code_open",
            "code_address",
        ),
        branches=("resource",),
    ),
    Step(
        "results",
        pgettext_lazy("step", "Results and lessons"),
        _("What came of it, and what should others know before they try?"),
        texts=("result", "conditions", "challenges", "lessons"),
        branches=("challenge",),
        rows=("measures",),
    ),
    Step(
        "sources",
        pgettext_lazy("step", "Sources and topics"),
        _("Where can this be read, what is it about, and from whom did you take it?"),
        branches=("work", "technology", "change", "beneficiary", "practice", "policy"),
        rows=("sources", "links"),
    ),
)
STEP: dict[str, Step] = {step.name: step for step in STEPS}
NAMES = tuple(STEP)
MOST_ROWS = {"measures": 12, "sources": 20, "links": 6}


def after(name: str) -> str:
    """The name of the next step; empty after the last."""
    following = NAMES[NAMES.index(name) + 1 :]
    return following[0] if following else ""


def titles() -> dict[str, Any]:
    return {step.name: step.title for step in STEPS}
