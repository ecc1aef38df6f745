"""The tables of innovations, by noun."""

from hemicycle.innovations.models.case import Case, CaseCitation, CaseTagging, Measure
from hemicycle.innovations.models.drafting import DraftSave, HelpAsked
from hemicycle.innovations.models.spread import Adoption
from hemicycle.innovations.models.use_case import UseCase, UseCaseCitation, UseCaseTagging

__all__ = [
    "Adoption",
    "Case",
    "CaseCitation",
    "CaseTagging",
    "DraftSave",
    "HelpAsked",
    "Measure",
    "UseCase",
    "UseCaseCitation",
    "UseCaseTagging",
]
