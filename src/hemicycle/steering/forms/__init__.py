"""What people may type about the committee; forms clean and never save."""

from hemicycle.steering.forms.decisions import (
    AdviceForm,
    DecisionForm,
    EndForm,
    FollowUpForm,
    QuestionForm,
    SeatForm,
    SettleForm,
    TitledForm,
)
from hemicycle.steering.forms.sittings import AgendaForm, MinutesForm, PaperForm, SittingForm

__all__ = [
    "AdviceForm",
    "AgendaForm",
    "DecisionForm",
    "EndForm",
    "FollowUpForm",
    "MinutesForm",
    "PaperForm",
    "QuestionForm",
    "SeatForm",
    "SettleForm",
    "SittingForm",
    "TitledForm",
]
