"""The pages of the committee."""

from hemicycle.steering.views.committee import advised, centre, committee, seat, seats
from hemicycle.steering.views.decisions import (
    decide,
    decision,
    decision_data,
    decision_words,
    decisions,
    decisions_data,
    follow_up,
    settle,
)
from hemicycle.steering.views.procedures import (
    ask,
    close,
    procedure,
    procedure_papers,
    procedure_words,
    procedures,
)
from hemicycle.steering.views.sittings import agenda, call, minutes, papers, sitting, sitting_data

__all__ = [
    "advised",
    "agenda",
    "ask",
    "call",
    "centre",
    "close",
    "committee",
    "decide",
    "decision",
    "decision_data",
    "decision_words",
    "decisions",
    "decisions_data",
    "follow_up",
    "minutes",
    "papers",
    "procedure",
    "procedure_papers",
    "procedure_words",
    "procedures",
    "seat",
    "seats",
    "settle",
    "sitting",
    "sitting_data",
]
