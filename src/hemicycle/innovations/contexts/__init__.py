"""What each page of cases, use cases and their spread receives."""

from hemicycle.innovations.contexts.case import CasePage, case_page
from hemicycle.innovations.contexts.listing import CasesPage, UseCasesPage, cases_page, use_cases_page
from hemicycle.innovations.contexts.spread import SpreadsPage, spreads_page
from hemicycle.innovations.contexts.use_case import UseCasePage, use_case_page

__all__ = [
    "CasePage",
    "CasesPage",
    "SpreadsPage",
    "UseCasePage",
    "UseCasesPage",
    "case_page",
    "cases_page",
    "spreads_page",
    "use_case_page",
    "use_cases_page",
]
