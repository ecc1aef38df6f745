"""How seats, sittings, answers and decisions are said to a reader, in the language of the page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.meetings import moments
from hemicycle.meetings import wording as meetings
from hemicycle.meetings.models import Meeting
from hemicycle.network.models import Body
from hemicycle.network.queries.partnership import party
from hemicycle.network.states import BodyKind
from hemicycle.steering.models import Decision, Procedure
from hemicycle.steering.seats import Held
from hemicycle.steering.states import FollowUp
from hemicycle.ui.formatting import format_date
from hemicycle.ui.parts import Link


def address(path: str) -> str:
    """A path of ours in the reader's language."""
    return f"/{get_language()}{path}"


def committee() -> Link:
    return Link(_("Steering committee"), reverse("steering:committee"))


def body(named: Body) -> Link:
    """A body with its country, and its page where it has one."""
    if named.kind == BodyKind.SECRETARIAT:
        return Link(_("Secretariat of the Centre"), "")
    known = party(named.pk)
    return Link(known.title, known.address, language=known.language) if known else Link(named.name, "")


def person(named: Person | None) -> str:
    """A name, for those inside; never an address."""
    if named is None or not named.is_active:
        return _("Somebody who has left")
    return named.name.strip() or _("Somebody who has not given a name")


def seat(held: Held) -> str:
    """By what a body sits, and until when."""
    if held.seat is None:
        return _("By right, as a keystone partner")
    return _("Invited until %(date)s") % {"date": format_date(held.seat.until)}


def when(meeting: Meeting) -> str:
    return moments.in_one_line(meetings.when(meeting))


def when_for(meeting: Meeting, viewer: Any) -> str:
    """In the reader's own zone, where clocks show otherwise there."""
    own = meetings.when_for(meeting, viewer.time_zone) if viewer.is_authenticated else None
    return moments.in_one_line(own) if own else ""


def decision_name(decision: Decision) -> str:
    return _("Decision %(number)s") % {"number": decision.name}


def follower(decision: Decision, *, inside: bool) -> Link:
    """Who follows up. The names of people are for those inside; others read that it is somebody."""
    if decision.body is not None:
        return body(decision.body)
    if decision.person is None:
        return Link(_("Nobody at the moment"), "")
    return Link(person(decision.person) if inside else _("A person whom the committee has named"), "")


def due(decision: Decision) -> str:
    return format_date(decision.due) if decision.due else _("No day was set")


def standing(decision: Decision, today: Any) -> str:
    """Where the follow-up stands, in one or two words."""
    if decision.state != FollowUp.OPEN:
        return str(FollowUp(decision.state).label)
    late = decision.due is not None and decision.due < today
    return _("Late") if late else str(FollowUp.OPEN.label)


def asked_until(procedure: Procedure) -> str:
    if procedure.closed_at is not None:
        return _("Closed on %(date)s") % {"date": format_date(procedure.closed_at)}
    return _("Answers until %(date)s") % {"date": format_date(procedure.closes_on)}
