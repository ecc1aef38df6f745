"""Who takes part in a hub: for those who run it, and for those who speak for a body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.hubs import wording
from hemicycle.hubs.contexts.shared import body_choices, body_link, body_title, person_name, run_trail, trail_of
from hemicycle.hubs.forms.belonging import InviteForm
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.queries import running
from hemicycle.hubs.states import Joining, MemberState
from hemicycle.network.models import Body
from hemicycle.ui.formatting import format_date, format_list, format_number
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Asked:
    """A request or an invitation that waits."""

    uid: str  # by which its form names it
    body: Link  # who it is about
    since: str  # ISO date
    note: str  # what was said
    refuse: Any  # the form by which a request is refused; nothing for an invitation


@dataclass(frozen=True)
class MemberRow:
    """A body that takes part."""

    uid: str  # by which its form names it
    body: Link  # who it is, and since when as the note
    people: str  # whom it has named


@dataclass(frozen=True)
class MembersPage:
    """Requests, invitations and members of a hub, for those who run it."""

    template: ClassVar[str] = "hubs/run/members.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how many take part
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    error: str  # why what was pressed could not be done
    asked: tuple[Asked, ...]  # that wait for those who run the hub
    invited: tuple[Asked, ...]  # that wait for an answer
    members: tuple[MemberRow, ...]  # who takes part now
    form: Any  # by which a body is invited


@dataclass(frozen=True)
class Term:
    """One request, invitation or membership of a body."""

    state: str  # in words
    period: str  # from when until when; empty for what never became a membership
    note: str  # what was said when it began
    reason: str  # why it was refused


@dataclass(frozen=True)
class Standing:
    """How one body stands to the hub, and what its reader may do for it."""

    key: str  # of the body
    name: str  # of the body
    terms: tuple[Term, ...]  # the latest first
    uid: str  # of the latest request, invitation or membership
    acts: tuple[tuple[str, str], ...]  # what can be pressed, and its verb
    leaves: bool  # whether it can leave
    correspondents: Any  # the form by which the member names who writes for it; nothing for others


@dataclass(frozen=True)
class JoinPage:
    """Asking to take part, answering an invitation, naming correspondents, leaving."""

    template: ClassVar[str] = "hubs/run/join.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who may join
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    error: str  # why what was pressed could not be done
    bodies: tuple[Standing, ...]  # those for which the reader speaks
    form: Any  # by which one of them asks; nothing if none can


def members_page(hub: Hub, form: Any, refusals: Mapping[str, Any], *, error: str = "") -> MembersPage:
    waiting = running.waiting_in(hub)
    members = running.members_of(hub)
    count = ngettext("%(n)s member", "%(n)s members", len(members)) % {"n": format_number(len(members))}
    return MembersPage(
        title=_("Members"),
        lead=count,
        place=hub.body.name,
        trail=run_trail(hub),
        error=error,
        asked=tuple(_asked(row, refusals[str(row.uid)]) for row in waiting if row.state == MemberState.ASKED),
        invited=tuple(_asked(row, None) for row in waiting if row.state == MemberState.INVITED),
        members=tuple(_member(row) for row in members),
        form=form,
    )


def invite_form(hub: Hub, **sent: Any) -> InviteForm:
    return InviteForm(**sent, bodies=[("", _("Choose one")), *body_choices(running.bodies_to_invite(hub))])


def join_page(hub: Hub, viewer: Any, form: Any, named: Mapping[str, Any], *, error: str = "") -> JoinPage:
    bodies = sorted(running.bodies_spoken_for(viewer), key=body_title)
    terms = running.terms_of(hub, bodies)
    known = {body.pk: [term for term in terms if term.body_id == body.pk] for body in bodies}
    shown = [body for body in bodies if known[body.pk]]
    return JoinPage(
        title=_("Taking part"),
        lead=_who_may_join(hub),
        place=hub.body.name,
        trail=trail_of(hub),
        error=error,
        bodies=tuple(_standing(body, known[body.pk], named.get(body.key)) for body in shown),
        form=form,
    )


def bodies_that_may_ask(hub: Hub, viewer: Any) -> list[Body]:
    """For which the reader speaks, and which neither take part, nor host, nor wait for an answer."""
    spoken = {body.pk for body in running.bodies_spoken_for(viewer)}
    return [body for body in running.bodies_to_invite(hub).filter(pk__in=spoken) if body.pk in spoken]


def running_term(terms: Sequence[Membership], body: Body) -> Membership | None:
    """The membership of a body that runs today."""
    return next((row for row in terms if row.body_id == body.pk and row.state == MemberState.MEMBER), None)


def _who_may_join(hub: Hub) -> str:
    if hub.joining == Joining.OPEN:
        return _("Every body that asks is a member at once.")
    return _("Those who run the hub decide on each request, and say why if they refuse one.")


def _asked(row: Membership, refuse: Any) -> Asked:
    since = timezone.localdate(row.asked_at).isoformat()
    return Asked(str(row.uid), body_link(row.body), since, row.note, refuse)


def _member(row: Membership) -> MemberRow:
    named = [person_name(each.person) for each in row.correspondents.all()]
    since = wording.period(row.since, "") if row.since else ""
    return MemberRow(str(row.uid), body_link(row.body, since), format_list(named) if named else "")


def _standing(body: Body, terms: Sequence[Membership], named: Any) -> Standing:
    latest = terms[0]
    acts = {
        MemberState.INVITED: (("accept", _("Accept the invitation")), ("decline", _("Decline it"))),
        MemberState.ASKED: (("take_back", _("Take the request back")),),
    }
    return Standing(
        key=body.key,
        name=body_title(body),
        terms=tuple(_term(row) for row in terms),
        uid=str(latest.uid),
        acts=acts.get(MemberState(latest.state), ()),
        leaves=latest.state == MemberState.MEMBER,
        correspondents=named,
    )


def _term(row: Membership) -> Term:
    if row.state in {MemberState.MEMBER, MemberState.LEFT}:
        period = wording.period(row.since, row.until)
    else:
        period = _("asked on %(date)s") % {"date": format_date(timezone.localdate(row.asked_at))}
        if row.state in {MemberState.INVITED, MemberState.DECLINED}:
            period = _("invited on %(date)s") % {"date": format_date(timezone.localdate(row.asked_at))}
    return Term(str(MemberState(row.state).label), period, row.note, row.reason)
