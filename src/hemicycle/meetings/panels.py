"""What is to come, on the page of the body that holds it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.catalogue import Panel
from hemicycle.meetings import moments, queries, wording
from hemicycle.meetings.models import Meeting
from hemicycle.ui.parts import Link

MOST = 3
# The kinds of bodies whose pages tell of meetings.
ON = ("hub",)


@dataclass(frozen=True)
class ComingUp:
    """The next public meetings of a body."""

    title: str
    meetings: tuple[Link, ...]  # with their dates as notes
    more: Link  # the calendar of the body


def coming_up(uid: UUID, key: str, language: str) -> ComingUp | None:  # noqa: ARG001 - more than it needs.
    found = list(queries.of_body(None, uid).filter(~Q(state="cancelled"))[:MOST])
    if not found:
        return None
    words = texts.read([meeting.uid for meeting in found], language)
    links = [_link(meeting, words[meeting.uid]) for meeting in found if meeting.uid in words]
    calendar = f"{reverse('meetings:calendar')}?hub={found[0].body.key}"
    return ComingUp(_("Meetings"), tuple(links), Link(_("All its meetings"), calendar))


def _link(meeting: Meeting, words: texts.Reading) -> Link:
    mark = wording.mark(meeting)
    when = moments.in_one_line(wording.when(meeting))
    return Link(
        words["title"],
        meeting.get_absolute_url(),
        note=_("%(state)s: %(when)s") % {"state": mark, "when": when} if mark else when,
        language=words.language if words.is_other_language else "",
    )


PANELS = tuple(Panel(f"meetings_{kind}", kind, "meetings/panel.html", coming_up, shows=(Meeting.kind,)) for kind in ON)
