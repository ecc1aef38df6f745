"""What the committee keeps about a person, as they may have it themselves."""

from typing import Any

from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.steering.models import Advice, Decision


def collect(person: Person) -> dict[str, Any]:
    """What they advised for which seat, and what they follow up; their letters are with the conversations."""
    advice = Advice.objects.filter(person=person).order_by("pk")
    decisions = Decision.objects.filter(person=person).order_by("pk")
    return {
        "advice": list(advice.values("procedure__uid", "body__key", "answer", "text", "by_mail", "given_at")),
        "decisions_to_follow_up": list(decisions.values("uid", "year", "number", "due", "state", "outcome")),
    }


PART = Part("steering", collect)
