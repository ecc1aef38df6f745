"""Fetch, call, show: the pages, the data and the pictures."""

from hemicycle.innovations.views.data import case_data, cases_data, spread_data, use_case_data, use_cases_data
from hemicycle.innovations.views.describing import alike, begin, hand_in, resume, step
from hemicycle.innovations.views.pages import case, cases, spread, use_case, use_cases
from hemicycle.innovations.views.pictures import case_preview, cases_chart, use_case_preview
from hemicycle.innovations.views.reviewing import review, words
from hemicycle.innovations.views.translating import translate
from hemicycle.innovations.views.upkeep import adopt, confirm, withdraw

__all__ = [
    "adopt",
    "alike",
    "begin",
    "case",
    "case_data",
    "case_preview",
    "cases",
    "cases_chart",
    "cases_data",
    "confirm",
    "hand_in",
    "resume",
    "review",
    "spread",
    "spread_data",
    "step",
    "translate",
    "use_case",
    "use_case_data",
    "use_case_preview",
    "use_cases",
    "use_cases_data",
    "withdraw",
    "words",
]
