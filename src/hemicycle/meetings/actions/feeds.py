"""The address of a person's own calendar, and what is forgotten of who came."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.meetings.models import Feed, Registration
from hemicycle.meetings.states import KEEP_REGISTRATIONS


@transaction.atomic
def new_feed(person: Person) -> Feed:
    """Give the person's calendar an address; the one before, if there was one, works no more."""
    said = {"secret": secrets.token_hex(16), "made_at": timezone.now()}
    feed, _made = Feed.objects.update_or_create(person=person, defaults=said)
    return feed


def forget_registrations(now: datetime) -> int:
    """Who came is nobody's business any more; the meeting itself stays."""
    return Registration.objects.filter(meeting__ends_at__lt=now - KEEP_REGISTRATIONS).delete()[0]


def forget_person(person: Person) -> None:
    """Who leaves comes to nothing any more."""
    Registration.objects.filter(person=person).delete()
    Feed.objects.filter(person=person).delete()
