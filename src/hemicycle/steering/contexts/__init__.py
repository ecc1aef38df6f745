"""What the pages of the committee receive."""

from hemicycle.steering.contexts.committee import (
    advised_page,
    centre_page,
    committee_page,
)
from hemicycle.steering.contexts.decision import decision_page, decisions_page
from hemicycle.steering.contexts.procedure import close_page, procedure_page, procedures_page
from hemicycle.steering.contexts.seats import seats_link, seats_page
from hemicycle.steering.contexts.sitting import sitting_page
from hemicycle.steering.contexts.work import (
    form_page,
    title_of,
    unsent_page,
)

__all__ = [
    "advised_page",
    "centre_page",
    "close_page",
    "committee_page",
    "decision_page",
    "decisions_page",
    "form_page",
    "procedure_page",
    "procedures_page",
    "seats_link",
    "seats_page",
    "sitting_page",
    "title_of",
    "unsent_page",
]
