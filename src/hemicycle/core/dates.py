"""Dates as precise as their source is: a day, a month or a year; empty means not known."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models

PARTIAL_DATE = RegexValidator(r"^\d{4}(-\d{2}(-\d{2})?)?$")
LATEST = "9999-12-31"


def partial_date() -> "models.CharField[str, str]":
    return models.CharField(max_length=10, blank=True, validators=[PARTIAL_DATE])


def earliest(moment: str) -> str:
    """The first day that a partial date may mean; a beginning that is not known is before all others."""
    return moment + "-01-01"[len(moment) - 4 :] if moment else ""


def latest(moment: str) -> str:
    """The last day that a partial date may mean, written so that it compares; an end that is not known never comes."""
    return moment + "-12-31"[len(moment) - 4 :] if moment else LATEST


def holds(since: str, until: str, day: date) -> bool:
    """Whether a period with partial bounds holds a day; a bound that is not known does not exclude."""
    return earliest(since) <= day.isoformat() <= latest(until)


def overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two periods (since, until) surely have a day in common.

    Of a month or a year in which one ends and the other begins nobody knows that they do. A beginning that is not
    known lies before, and an end that is not known never comes.
    """
    begins = max(latest(since) if since else "" for since, _until in (one, other))
    ends = min(earliest(until) if until else LATEST for _since, until in (one, other))
    return begins <= ends


def fault_of_period(since: str, until: str) -> str:
    """What is wrong with a period; empty if nothing is."""
    for moment in (since, until):
        if moment and not is_partial_date(moment):
            return f"“{moment}” is not a date; write 2026, 2026-01 or 2026-01-05."
    if since and until and until < since[: len(until)]:
        return f"the period ends ({until}) before it begins ({since})."
    return ""


def is_partial_date(text: str) -> bool:
    if not PARTIAL_DATE.regex.match(text):  # type: ignore[union-attr]
        return False
    year, month, day = [*text.split("-"), "01", "01"][:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
