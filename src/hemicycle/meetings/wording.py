"""How meetings are said to a reader, in the language of the page."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hemicycle.meetings import moments
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.moments import Span
from hemicycle.meetings.states import Opening, Sort, State
from hemicycle.ui.formatting import format_list, language_name


def when(meeting: Meeting) -> Span:
    """In the zone in which it was set."""
    return moments.span(meeting.begins_at, meeting.ends_at, meeting.zone)


def when_for(meeting: Meeting, zone: str) -> Span | None:
    """In the reader's own zone; nothing where clocks there show the same."""
    if not zone or _shows(meeting.begins_at, zone) == _shows(meeting.begins_at, meeting.zone):
        return None
    return moments.span(meeting.begins_at, meeting.ends_at, zone)


def remarks(meeting: Meeting) -> tuple[str, ...]:
    """What sort it is, where it is held, and for whom, where not for everybody."""
    where = meeting.place or pgettext("place", "Online")
    said = [str(Sort(meeting.sort).label), where]
    return (*said, opening(meeting)) if meeting.opening != Opening.PUBLIC else tuple(said)


def opening(meeting: Meeting) -> str:
    if meeting.opening == Opening.MEMBERS:
        return _("For members")
    return _("By invitation") if meeting.opening == Opening.INVITED else _("Open to everybody")


def private(meeting: Meeting) -> str:
    """Who alone sees a meeting that is not for everybody."""
    if meeting.opening == Opening.INVITED:
        return _("Not public: those who are invited see this, and who holds it.")
    return _("Not public: members see this, and who holds it.")


def sign_in() -> str:
    return str(reverse(settings.LOGIN_URL))


def mark(meeting: Meeting) -> str:
    """What everybody has to know before the date: that it does not hold."""
    return str(State(meeting.state).label) if meeting.state != State.PLANNED else ""


def languages(meeting: Meeting) -> str:
    """What is spoken, in the words of the page; empty where nobody has said it."""
    return format_list([language_name(code) for code in meeting.languages]) if meeting.languages else ""


def comes(coming: bool | None) -> str:  # noqa: FBT001 - three answers, of which none is an answer too.
    """What the reader has said themselves."""
    if coming is None:
        return _("You are invited")
    return _("You come") if coming else _("You do not come")


def _shows(moment: datetime, zone: str) -> datetime:
    return moments.on_the_wall(moment, zone)


def said(coming: bool | None) -> str:  # noqa: FBT001
    """What somebody else has said, for those who hold the meeting."""
    if coming is None:
        return pgettext("somebody invited", "Has not answered")
    return pgettext("somebody", "Comes") if coming else pgettext("somebody", "Does not come")
