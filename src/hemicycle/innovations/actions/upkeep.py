"""The verb that asks chambers, some time after publication, whether a case still is as it was told."""

from calendar import monthrange
from datetime import date, timedelta

from django.db import transaction

from hemicycle.core import days, journal
from hemicycle.innovations import queries, states
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import State

# Months after publication.
ROUNDS = (6, 18)
# No six months are shorter.
SHORTEST_FIRST_ROUND = timedelta(days=181)
# Whoever has confirmed so lately is not asked again.
FRESH = timedelta(days=60)


def ask_what_is_due(today: date | None = None) -> int:
    """Ask “still so?” for every public case whose time has come; how many were asked. Asking twice asks once.

    A case for whose chamber nobody speaks yet waits until somebody does.
    """
    today = today or days.today()
    return sum(_ask(pk, today) for pk in _due(today))


def _due(today: date) -> list[int]:
    rows = Case.objects.filter(state=State.PUBLISHED, asked_after__lt=ROUNDS[-1], body__isnull=False)
    first = today - SHORTEST_FIRST_ROUND
    return list(rows.filter(published_at__date__lte=first).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _ask(pk: int, today: date) -> bool:
    case = Case.objects.select_for_update(of=("self",)).get(pk=pk)
    months = _round_of(case, today)
    if case.state != State.PUBLISHED or months <= case.asked_after or not queries.speakers_of(case):
        return False
    case.asked_after = months
    fresh = case.confirmed_on is not None and case.confirmed_on > today - FRESH
    if not fresh:
        case.asked_on = today
    case.save(update_fields=("asked_after", "asked_on"))
    if fresh:
        return False
    journal.record(states.CONFIRMATION_ASKED, case, by=None, months=months)
    return True


def _round_of(case: Case, today: date) -> int:
    """The latest round whose time has come; a round that was missed is not asked afterwards."""
    if case.published_at is None:
        return 0
    published = case.published_at.date()
    return max((months for months in ROUNDS if today >= _months_after(published, months)), default=0)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month; the last of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
