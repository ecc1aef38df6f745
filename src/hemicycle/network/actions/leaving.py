"""Letting go of what is personal: when somebody leaves, and when it has been kept for long enough."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.models import Person, Token
from hemicycle.core import days, files
from hemicycle.core.models import File
from hemicycle.network import states
from hemicycle.network.actions.offices import revoke_office
from hemicycle.network.models import ContactList, DirectoryEntry, Introduction, Office, SeatRequest
from hemicycle.network.states import RequestState


@transaction.atomic
def forget_member(person: Person) -> None:
    """End what a person holds and empty what they wrote; that the offices were held stays true."""
    today = days.today()
    held = Office.objects.filter(person=person, revoked_at__isnull=True).exclude(until__lt=today)
    for office in held:
        revoke_office(office, by=None)
    requests = SeatRequest.objects.filter(person=person)
    requests.filter(state=RequestState.WAITING).update(state=RequestState.WITHDRAWN, decided_at=timezone.now())
    _empty(requests)
    DirectoryEntry.objects.filter(person=person).delete()
    Introduction.objects.filter(Q(writer=person) | Q(reader=person)).update(text="")
    ContactList.objects.filter(handed_in_by=person, loaded_at__isnull=True).delete()


@transaction.atomic
def forget_decided_requests(now: datetime) -> int:
    """Empty requests that were decided a year ago, and their letters; what was decided stays."""
    before = now - timedelta(days=states.REQUEST_KEPT_DAYS)
    old = SeatRequest.objects.filter(decided_at__lt=before).exclude(state=RequestState.WAITING)
    return _empty(old)


def close_unused_accounts(now: datetime) -> int:
    """Close accounts that nobody used, and that held no office, for two years; each as if its person had left."""
    before = now - timedelta(days=states.UNUSED_DAYS)
    held = Office.objects.filter(Q(until=None) | Q(until__gte=before.date()))
    waiting = SeatRequest.objects.filter(state=RequestState.WAITING)
    read = Token.objects.filter(used_on__gte=before.date())
    idle = Person.objects.filter(is_active=True, joined_at__lt=before).exclude(last_login__gte=before)
    unused = idle.exclude(pk__in=held.values("person")).exclude(pk__in=waiting.values("person"))
    found = list(unused.exclude(pk__in=read.values("person")))
    for person in found:
        accounts.leave(person, asked=False)
    return len(found)


def letters_with(requests: QuerySet[SeatRequest]) -> QuerySet[File]:
    return File.objects.filter(kind=SeatRequest.kind, subject__in=requests.values("uid"))


def _empty(requests: QuerySet[SeatRequest]) -> int:
    found = requests.filter(~Q(note="") | ~Q(reason="") | Q(uid__in=File.objects.values("subject")))
    number = found.count()
    files.discard(letters_with(requests))
    requests.update(note="", reason="")
    return number
