"""What people may type about the register, seats, agreements and partners; forms clean and never save."""

from hemicycle.network.forms.agreements import (
    ContributionForm,
    HandOverForm,
    LastDayForm,
    NothingForm,
    OpenTermsForm,
    PaperForm,
    RenewForm,
    SignForm,
    TermsForm,
)
from hemicycle.network.forms.directory import ListingForm, SearchForm, WriteForm
from hemicycle.network.forms.partners import (
    EndOfFormForm,
    InnovationFormForm,
    OrganisationForm,
    PartyForm,
    ProjectForm,
    StepForm,
    initial_of,
    partner_choices,
)
from hemicycle.network.forms.register import BodyForm, ChamberForm, EndOfFactForm, FactForm, RegionalBodyForm
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
    "BodyForm",
    "ChamberForm",
    "ContactsForm",
    "ContributionForm",
    "EndForm",
    "EndOfFactForm",
    "EndOfFormForm",
    "FactForm",
    "HandOverForm",
    "InnovationFormForm",
    "InviteForm",
    "LastDayForm",
    "LetterForm",
    "ListingForm",
    "NothingForm",
    "OpenTermsForm",
    "OrganisationForm",
    "PaperForm",
    "PartyForm",
    "ProjectForm",
    "RefuseForm",
    "RegionalBodyForm",
    "RenewForm",
    "SearchForm",
    "SignForm",
    "StepForm",
    "TermsForm",
    "WriteForm",
    "initial_of",
    "partner_choices",
]
