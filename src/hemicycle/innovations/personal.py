"""What innovations keep about a person, as they may have it themselves, and what goes when they leave."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.core import counters
from hemicycle.core.models import Revision
from hemicycle.innovations.models import Case, DraftSave, HelpAsked, UseCase


def collect(person: Person) -> dict[str, Any]:
    """What they described, decided, typed, translated and were asked, in plain values."""
    return {
        "described": _things(Q(author=person)),
        "reviewed": _things(Q(reviewer=person)),
        "confirmed": list(
            Case.objects.filter(confirmed_by=person).order_by("pk").values("slug", "confirmed_on", "confirmed_as")
        ),
        "typed": list(
            DraftSave.objects.filter(person=person).order_by("pk").values("case__slug", "step", "fields", "at")
        ),
        "help": list(
            HelpAsked.objects.filter(Q(person=person) | Q(asked_by=person))
            .order_by("pk")
            .values("case__slug", "step", "person__uid", "asked_by__uid", "asked_at", "done_at")
        ),
        "texts": list(
            _written_by(person.uid)
            .order_by("pk")
            .values("text__subject", "text__language", "number", "fields", "credit", "made_at")
        ),
    }


def forget(person: Person) -> None:
    """Nobody waits for their help any more, and translations lose the name of who made them; words stay."""
    HelpAsked.objects.filter(person=person, done_at=None).delete()
    texts = _written_by(person.uid).values("text")
    named = Q(translator=person.uid) | Q(credit=person.name, text__in=texts)
    if Revision.objects.filter(named).exclude(credit="").update(credit=""):
        counters.move((Case.kind, UseCase.kind))


def _things(which: Q) -> list[dict[str, Any]]:
    return [
        {"kind": model.kind, **row}
        for model in (Case, UseCase)
        for row in model.objects.filter(which).order_by("pk").values("uid", "slug", "state")
    ]


def _written_by(uid: UUID) -> QuerySet[Revision]:
    return Revision.objects.filter(Q(translator=uid) | Q(made_by=uid))


PART = Part("cases", collect)
