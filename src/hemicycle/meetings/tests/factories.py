"""Meetings for tests: this package knows no body that holds any, so regional bodies stand in for hubs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.meetings import actions, hosts
from hemicycle.meetings.actions import Planned
from hemicycle.meetings.hosts import Host
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import Opening, Sort
from hemicycle.network.models import Body
from hemicycle.ui.parts import Link

LINK = "https://meet.example.org/secret-room"


class Circle:
    """Who runs a body, and who is inside, for a test."""

    def __init__(self, body: Body, *, runners: list[Person], members: list[Person]) -> None:
        self.body, self.runners, self.members = body, list(runners), list(members)
        self.signs: list[str] = []


@contextmanager
def holding(*circles: Circle) -> Iterator[None]:
    """For the length of a test these bodies, all of one kind, hold meetings."""
    by_pk = {circle.body.pk: circle for circle in circles}
    kind = circles[0].body.kind

    def members(body: Body) -> set[UUID]:
        circle = by_pk[body.pk]
        return {person.uid for person in (*circle.members, *circle.runners)}

    before = hosts.HOSTS.pop(kind, None)
    hosts.host(
        kind,
        Host(
            runs=lambda person, body: body.pk in by_pk and person in by_pk[body.pk].runners,
            run_by=lambda person: {pk for pk, circle in by_pk.items() if person in circle.runners},
            inside=lambda person: {pk for pk, circle in by_pk.items() if person in circle.members},
            members=members,
            named=lambda bodies: {body.pk: Link(body.name, f"/en/bodies/{body.key}/") for body in bodies},
            alive=lambda body, by: by_pk[body.pk].signs.append(by.name),
        ),
    )
    try:
        yield
    finally:
        del hosts.HOSTS[kind]
        if before is not None:
            hosts.HOSTS[kind] = before


def afresh(person: Any) -> Person:
    """The person as another request would know them: what a person may do is asked once for each object."""
    return Person.objects.get(pk=person.pk)


def planned(**fields: Any) -> Planned:
    begins = fields.pop("begins_at", timezone.now() + timedelta(days=7))
    said: dict[str, Any] = {
        "title": "Open data, an introduction",
        "text": "What it is, and what it is not.",
        "language": "en",
        "begins_at": begins,
        "ends_at": begins + timedelta(minutes=90),
        "zone": "Asia/Kathmandu",
        "sort": Sort.WEBINAR,
        "opening": Opening.PUBLIC,
        "languages": ("en", "fr"),
        "joining_address": LINK,
        **fields,
    }
    return Planned(**said)


def a_meeting(circle: Circle, **fields: Any) -> Meeting:
    return actions.announce(circle.body, planned(**fields), by=circle.runners[0])


def moved(meeting: Meeting, **by: timedelta) -> Meeting:
    """The same meeting at another time, as if it had been so from the first."""
    length = meeting.ends_at - meeting.begins_at
    meeting.begins_at = timezone.now() + by["begins_in"]
    meeting.ends_at = meeting.begins_at + length
    meeting.save()
    return meeting
