"""What each page of cases, use cases and their spread receives."""

from hemicycle.innovations.contexts.case import CasePage, case_page
from hemicycle.innovations.contexts.describing import (
    alike_page,
    begin_page,
    hand_in_page,
    kept_words_page,
    missing,
    step_address,
    step_page,
    trail,
)
from hemicycle.innovations.contexts.listing import CasesPage, UseCasesPage, cases_page, use_cases_page
from hemicycle.innovations.contexts.rewording import (
    review_page,
    words_form,
    words_page,
)
from hemicycle.innovations.contexts.spread import SpreadsPage, spreads_page
from hemicycle.innovations.contexts.translating import translate_page, translation_form
from hemicycle.innovations.contexts.upkeep import DeedPage
from hemicycle.innovations.contexts.use_case import UseCasePage, use_case_page

__all__ = [
    "CasePage",
    "CasesPage",
    "DeedPage",
    "SpreadsPage",
    "UseCasePage",
    "UseCasesPage",
    "alike_page",
    "begin_page",
    "case_page",
    "cases_page",
    "hand_in_page",
    "kept_words_page",
    "missing",
    "review_page",
    "spreads_page",
    "step_address",
    "step_page",
    "trail",
    "translate_page",
    "translation_form",
    "use_case_page",
    "use_cases_page",
    "words_form",
    "words_page",
]
