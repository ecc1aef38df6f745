"""The page of a case."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.texts import Reading
from hemicycle.innovations import units, wording
from hemicycle.innovations.analysis import spread_of
from hemicycle.innovations.contexts.record import RecordPage, shared
from hemicycle.innovations.contexts.spread import ShownSpread, shown_spread
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import CASE_TEXTS, UNKNOWN, Answer, CostBand, Stage, TeamBand
from hemicycle.innovations.ways import ways_for
from hemicycle.network.states import Role
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Fact


@dataclass(frozen=True)
class Figure:
    """One measure of a case."""

    what: str  # what was measured, in the language of the words
    value: str  # with its unit
    date: str  # ISO date, possibly partial; empty if nobody knows
    scope: str  # of what, in the original language of the record; may be empty
    source: int | None  # the number of its source


@dataclass(frozen=True)
class CasePage(RecordPage):
    """What a body did, and what came of it."""

    template: ClassVar[str] = "innovations/case.html"
    section: ClassVar[str] = "innovations:cases"

    facts: tuple[Fact, ...]  # what is known of stage, time, effort and cost
    figures: tuple[Figure, ...]  # what was measured
    spread: ShownSpread | None  # where it came from and where it went


def case_page(case: Any, viewer: Any) -> CasePage:
    """A case that was read whole (`queries.whole_cases`), told in the nearest language; one query more for visitors."""
    spread = spread_of(case.uid)
    readings = texts.read([case.uid, *(spread.told if spread else ())], active_language())
    reading = readings[case.uid]
    return CasePage(
        **shared(case, reading, CASE_TEXTS, _("Cases"), ways_for(viewer, case)),
        facts=tuple(facts(case)),
        figures=figures(case, reading),
        spread=shown_spread(spread, readings, case.uid) if spread else None,
    )


def facts(case: Case) -> list[Fact]:
    """What is known; what is not is gathered in one line elsewhere."""
    found = [
        Fact(_("Stage"), str(Stage(case.stage).label), note=stage_note(case)),
        Fact(_("When"), wording.dates(case.began, case.ended)),
        Fact(_("Time to first use"), wording.months(case.months_to_first_use) if case.months_to_first_use else ""),
        Fact(_("Team"), _label(TeamBand, case.team)),
        Fact(_("Cost"), _label(CostBand, case.cost), note=cost_note(case)),
        Fact(_("Running cost"), _label(CostBand, case.running_cost)),
        Fact(_("Depends on donors"), _label(Answer, case.donor_dependence)),
        Fact(_("Open code"), _label(Answer, case.code_open), note=case.code_address, source=case.code_address),
    ]
    return [fact for fact in found if fact.value]


def stage_note(case: Case) -> str:
    """Of when the stage is, and whether the parliament itself says so."""
    if case.confirmed_on and case.stage_as_of <= case.confirmed_on.isoformat():
        words = {"date": format_date(case.confirmed_on), "office": _label(Role, case.confirmed_as)}
        if case.asked_on and case.asked_on > case.confirmed_on:
            return _("last confirmed on %(date)s; asked since, without an answer") % words
        if case.confirmed_as:
            return _("confirmed on %(date)s, %(office)s") % words
        return _("confirmed on %(date)s") % words
    if case.stage == Stage.UNKNOWN:
        return ""
    if case.stage_as_of:
        return _("as of %(date)s; not confirmed by the parliament") % {"date": format_date(case.stage_as_of)}
    return _("date not stated; not confirmed by the parliament")


def cost_note(case: Case) -> str:
    return " ".join(str(part) for part in (case.cost_currency, case.cost_year) if part)


def figures(case: Any, reading: Reading) -> tuple[Figure, ...]:
    labels = reading.fields.get("measures", {})
    return tuple(
        Figure(
            what=labels.get(row["key"]) or row["key"].replace("_", " "),
            value=units.counted(row["value"], row["unit"]),
            date=row["date"],
            scope=row["scope"],
            source=row["citation"],
        )
        for row in case.figures
    )


def _label(choices: Any, value: str) -> str:
    return str(choices(value).label) if value and value != UNKNOWN else ""
