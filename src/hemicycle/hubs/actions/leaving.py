"""Letting go of what is personal in hubs: when somebody leaves, and when it has been kept for long enough."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from hemicycle.accounts.models import Person
from hemicycle.hubs import states
from hemicycle.hubs.models import Activity, Correspondent, Membership
from hemicycle.hubs.states import WAITING_STATES


@transaction.atomic
def forget_person(person: Person) -> None:
    """Who leaves writes for nobody any more and is named in no plan; what they did for a hub names nobody."""
    Correspondent.objects.filter(person=person).delete()
    Activity.people.through.objects.filter(person=person).delete()
    # What they wrote with a request may name them; that the body asked stays true.
    Membership.objects.filter(asked_by=person.uid).update(note="")


@transaction.atomic
def forget_notes(now: datetime) -> int:
    """Empty what was said in requests, invitations and refusals that were decided a year ago."""
    before = now - states.NOTES_KEPT
    old = Membership.objects.filter(decided_at__lt=before).exclude(state__in=WAITING_STATES)
    return old.filter(~Q(note="") | ~Q(reason="")).update(note="", reason="")
