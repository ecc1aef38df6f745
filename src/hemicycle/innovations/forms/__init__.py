"""What people may type about cases; everything is cleaned here and saved elsewhere."""

from hemicycle.innovations.forms.begin import BeginForm
from hemicycle.innovations.forms.sheet import Sheet
from hemicycle.innovations.forms.work import (
    AdoptForm,
    ColleagueForm,
    ConfirmForm,
    ReasonForm,
    SubmitForm,
    SwitchForm,
    WordsForm,
)

__all__ = [
    "AdoptForm",
    "BeginForm",
    "ColleagueForm",
    "ConfirmForm",
    "ReasonForm",
    "Sheet",
    "SubmitForm",
    "SwitchForm",
    "WordsForm",
]
