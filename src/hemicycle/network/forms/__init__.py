"""What people may type about seats and the directory; forms clean and never save."""

from hemicycle.network.forms.directory import ListingForm, SearchForm, WriteForm
from hemicycle.network.forms.seats import (
    AcceptForm,
    AskForm,
    ContactsForm,
    EndForm,
    InviteForm,
    LetterForm,
    RefuseForm,
)

__all__ = [
    "AcceptForm",
    "AskForm",
    "ContactsForm",
    "EndForm",
    "InviteForm",
    "LetterForm",
    "ListingForm",
    "RefuseForm",
    "SearchForm",
    "WriteForm",
]
