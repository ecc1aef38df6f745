"""Two who may give a seat decide on one request at the same moment, with real commits; the first decision stands."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from hemicycle.accounts.tests.factories import a_person
from hemicycle.core.models import Entry
from hemicycle.network import actions
from hemicycle.network.models import Office, SeatRequest
from hemicycle.network.states import RequestState, Role
from hemicycle.network.tests.factories import a_chamber, an_office

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
TOO_LATE = "This request has been decided already; open it again to see how."


@pytest.fixture
def request_of_somebody():
    return actions.ask_for_seat(a_chamber(), Role.CONTRIBUTOR, note="I keep the minutes.", by=a_person())


@pytest.fixture
def deciders(request_of_somebody):
    """A focal point and a secretary general of the same house."""
    found = [a_person(), a_person()]
    for person, role in zip(found, (Role.FOCAL_POINT, Role.SECRETARY_GENERAL), strict=True):
        an_office(person, request_of_somebody.body, role)
    return found


def at_once(*deeds) -> list[str]:
    """What each was told; all of them begin in the same moment, each with a connection of its own."""
    start = threading.Barrier(len(deeds))
    told: list[str] = []

    def run(deed):
        try:
            start.wait()
            deed()
            told.append("done")
        except ValidationError as refused:
            told.extend(refused.messages)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(told)


def test_of_two_who_accept_one_gives_the_seat(request_of_somebody, deciders):
    first, second = deciders

    told = at_once(
        lambda: actions.accept_request(request_of_somebody, by=first),
        lambda: actions.accept_request(request_of_somebody, by=second),
    )

    assert told == [TOO_LATE, "done"]
    assert Office.objects.filter(person=request_of_somebody.person).count() == 1
    assert Entry.objects.filter(verb="seat.given").count() == 1


def test_of_one_who_accepts_and_one_who_refuses_the_first_is_right(request_of_somebody, deciders):
    first, second = deciders

    told = at_once(
        lambda: actions.accept_request(request_of_somebody, by=first),
        lambda: actions.refuse_request(request_of_somebody, "Nobody here knows you.", by=second),
    )

    decided = SeatRequest.objects.get(pk=request_of_somebody.pk)
    given = Office.objects.filter(person=request_of_somebody.person).count()
    entries = sorted(Entry.objects.filter(verb__in=("seat.given", "seat.refused")).values_list("verb", flat=True))
    assert told == [TOO_LATE, "done"]
    assert (decided.state, given, entries) in (
        (RequestState.ACCEPTED, 1, ["seat.given"]),
        (RequestState.REFUSED, 0, ["seat.refused"]),
    )
