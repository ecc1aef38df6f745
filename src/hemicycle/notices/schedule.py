"""When a person hears: at once, or at seven in the morning where they are, every day or on Mondays."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hemicycle.accounts.states import Often
from hemicycle.notices.states import DIGEST_DAY, DIGEST_HOUR


def due_at(often: str, now: datetime, zone: str) -> datetime:
    """The moment from which a notice may be sent; `often` is anything but never."""
    if often == Often.AT_ONCE:
        return now
    here = zone_of(zone)
    day = now.astimezone(here).date()
    morning = _morning(day, here)
    while morning <= now or (often == Often.WEEKLY and day.weekday() != DIGEST_DAY):
        day += timedelta(days=1)
        morning = _morning(day, here)
    return morning


def zone_of(name: str) -> tzinfo:
    """A time zone by its name; one that this machine does not know counts as UTC."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _morning(day: date, here: tzinfo) -> datetime:
    return datetime.combine(day, time(DIGEST_HOUR), here).astimezone(UTC)
