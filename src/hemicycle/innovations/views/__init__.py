"""Fetch, call, show: the pages, the data and the pictures."""

from hemicycle.innovations.views.data import case_data, cases_data, spread_data, use_case_data, use_cases_data
from hemicycle.innovations.views.pages import case, cases, spread, use_case, use_cases
from hemicycle.innovations.views.pictures import case_preview, cases_chart, use_case_preview

__all__ = [
    "case",
    "case_data",
    "case_preview",
    "cases",
    "cases_chart",
    "cases_data",
    "spread",
    "spread_data",
    "use_case",
    "use_case_data",
    "use_case_preview",
    "use_cases",
    "use_cases_data",
]
