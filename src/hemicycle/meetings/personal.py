"""What meetings keep about a person, as they may have it themselves, and how long it is kept."""

from typing import Any

from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.accounts.retention import Rule
from hemicycle.meetings import actions
from hemicycle.meetings.models import Feed, Registration


def collect(person: Person) -> dict[str, Any]:
    rows = Registration.objects.filter(person=person).order_by("pk")
    return {
        "registrations": list(rows.values("meeting__uid", "meeting__begins_at", "coming", "since", "reminded_at")),
        # The secret of the address is named by its day, and not told.
        "calendar_address_made": Feed.objects.filter(person=person).values_list("made_at", flat=True).first(),
    }


PART = Part("meetings", collect)
RULES = (Rule("registrations", "Who came to a meeting, a year after it.", actions.forget_registrations),)
