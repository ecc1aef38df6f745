"""What hubs keep about a person, as they may have it themselves, and how long it is kept."""

from typing import Any

from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.accounts.retention import Rule
from hemicycle.hubs import actions
from hemicycle.hubs.models import Activity, Correspondent, Membership, Update


def collect(person: Person) -> dict[str, Any]:
    """For whom they write, what they asked and wrote, and in which plans they are named."""
    named = Correspondent.objects.filter(person=person).order_by("pk")
    asked = Membership.objects.filter(asked_by=person.uid).order_by("pk")
    wrote = Update.objects.filter(author=person).order_by("pk")
    planned = Activity.objects.filter(people=person).order_by("plan", "order")
    return {
        "correspondences": list(named.values("membership__hub__slug", "membership__body__key", "since")),
        "requests_and_invitations": list(asked.values("uid", "hub__slug", "body__key", "state", "note", "asked_at")),
        "updates": list(wrote.values("uid", "hub__slug", "made_at", "published_at", "withdrawn_at")),
        "activities": list(planned.values("uid", "plan__hub__slug", "plan__year", "plan__number", "title")),
    }


PART = Part("hubs", collect)
RULES = (
    Rule(
        "hub_requests",
        "What was said in requests and invitations to hubs, a year after the decision.",
        actions.forget_notes,
    ),
)
