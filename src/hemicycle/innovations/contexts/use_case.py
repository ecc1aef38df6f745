"""The page of a use case."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.innovations.contexts.record import RecordPage, shared
from hemicycle.innovations.models import UseCase
from hemicycle.innovations.states import USE_CASE_TEXTS, Category
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Fact


@dataclass(frozen=True)
class UseCasePage(RecordPage):
    """How something should work."""

    template: ClassVar[str] = "innovations/use_case.html"
    section: ClassVar[str] = "innovations:use_cases"

    facts: tuple[Fact, ...]  # category, number in its collection, date


def use_case_page(use_case: Any) -> UseCasePage:
    """A use case that was read whole (`queries.whole_use_cases`), told in the nearest language; one query more."""
    reading = texts.read_one(use_case.uid, active_language())
    return UseCasePage(**shared(use_case, reading, USE_CASE_TEXTS, _("Use cases")), facts=tuple(facts(use_case)))


def facts(use_case: UseCase) -> list[Fact]:
    inferred = _("concluded from the text; the source does not say") if use_case.category_inferred else ""
    found = [
        Fact(_("Category"), str(Category(use_case.category).label) if use_case.category else "", note=inferred),
        Fact(_("Number in its collection"), use_case.number),
        Fact(_("Date"), format_date(use_case.dated) if use_case.dated else ""),
    ]
    return [fact for fact in found if fact.value]
