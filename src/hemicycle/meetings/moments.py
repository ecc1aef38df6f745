"""Days and hours: from what a clock on a wall shows to the moment that is meant, and back for a reader."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hemicycle.ui.formatting import format_day, format_time, format_zone

# Names of the zone database that mean no place, or are there only for old programs.
NO_PLACES = ("Etc/", "SystemV/", "US/", "posix", "right")


@dataclass(frozen=True)
class Span:
    """From when until when, as a reader in one zone sees it."""

    day: str  # "Wednesday, 25 November 2026"
    until_day: str  # the last day, where it is another
    begins: str  # "14:00"
    ends: str  # "15:30"
    zone: str  # "Kathmandu · GMT+05:45"
    zone_name: str  # its name in the zone database, for programs
    machine: str  # the beginning as ISO 8601, in UTC
    machine_end: str  # the end, in UTC


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """The zones that can be chosen: those of a place, and UTC."""
    named = {name for name in available_timezones() if "/" in name and not name.startswith(NO_PLACES)}
    return ("UTC", *sorted(named))


def is_zone(name: str) -> bool:
    return name in available_timezones()


def zone_of(name: str) -> tzinfo:
    """A zone by its name; one that this machine does not know counts as UTC."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return UTC


def meant(wall: datetime, zone: str) -> datetime:
    """The moment at which clocks in the zone show this; where they show it twice, the first is meant.

    In the night in which clocks are put forward they skip an hour, and a meeting cannot begin in it.
    """
    here = zone_of(zone)
    moment = wall.replace(tzinfo=here, fold=0).astimezone(UTC)
    if moment.astimezone(here).replace(tzinfo=None) != wall.replace(tzinfo=None):
        words = {"time": format_time(wall.replace(tzinfo=UTC)), "zone": zone}
        raise ValidationError(_("Clocks in %(zone)s never show %(time)s on this day: they are put forward.") % words)
    return moment


def on_the_wall(moment: datetime, zone: str) -> datetime:
    """What clocks in the zone show at that moment, without the zone: for fields that people type into."""
    return moment.astimezone(zone_of(zone)).replace(tzinfo=None, second=0, microsecond=0)


def span(begins_at: datetime, ends_at: datetime, zone: str) -> Span:
    here = zone_of(zone)
    begins, ends = begins_at.astimezone(here), ends_at.astimezone(here)
    return Span(
        day=format_day(begins),
        until_day=format_day(ends) if ends.date() != begins.date() else "",
        begins=format_time(begins),
        ends=format_time(ends),
        zone=format_zone(begins, zone if is_zone(zone) else "UTC"),
        zone_name=zone,
        machine=_machine(begins_at),
        machine_end=_machine(ends_at),
    )


def in_one_line(shown: Span) -> str:
    """A span as a sentence part, for mails and calendars."""
    words = {
        "day": shown.day,
        "until_day": shown.until_day,
        "begins": shown.begins,
        "ends": shown.ends,
        "zone": shown.zone,
    }
    if shown.until_day:
        return _("%(day)s, %(begins)s, to %(until_day)s, %(ends)s (%(zone)s)") % words
    return _("%(day)s, %(begins)s to %(ends)s (%(zone)s)") % words


def _machine(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
