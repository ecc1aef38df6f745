"""Who may do what with hubs, one sentence each; the secretariat decides on opening and hosts, the hub on the rest."""

from typing import Any

from django.db.models import Q

from hemicycle.hubs.models import Discussion, Hub, HubPaper, Membership, Output, Update, YearReport
from hemicycle.hubs.states import PUBLIC_STATES, HubState, MemberState
from hemicycle.network import policy as network
from hemicycle.network.models import Agreement, Body
from hemicycle.network.policy.agreements import may_keep_agreement, represents
from hemicycle.network.states import PUBLIC_KINDS, SEAT_ROLES, SPEAKING_ROLES, BodyKind, Role

HOSTING_KINDS = (*PUBLIC_KINDS, BodyKind.ORGANISATION)
SPEAKING = frozenset({*SPEAKING_ROLES, Role.PARTNER})
SEATED = frozenset({*SEAT_ROLES, Role.PARTNER})


def may_see(person: Any, hub: Hub) -> bool:
    """Everybody sees hubs that were opened; offers are between the body that offers and the secretariat."""
    return hub.state in PUBLIC_STATES or network.is_secretariat(person) or _offers(person, hub)


def may_offer(person: Any, body: Body) -> bool:
    """Whoever speaks for a body may offer that it hosts a hub."""
    return body.kind in HOSTING_KINDS and represents(person, body)


def may_open(person: Any, hub: Hub) -> bool:  # noqa: ARG001 - whether its hosting is signed is asked when it opens.
    """An administrator opens a hub whose hosting is signed."""
    return network.is_administrator(person)


def may_close(person: Any, hub: Hub) -> bool:  # noqa: ARG001
    """An administrator closes a hub."""
    return network.is_administrator(person)


def may_see_states(person: Any) -> bool:
    """The secretariat sees of every hub, also of those that are offered, how it stands."""
    return network.is_secretariat(person)


def may_see_offer(person: Any, agreement: Agreement) -> bool:
    """What is said about an offer is between the body that offers and the secretariat."""
    return agreement.hub_id is not None and (network.is_secretariat(person) or represents(person, agreement.body))


def may_end_talks(person: Any, agreement: Agreement) -> bool:
    """An administrator, or the body that offers, ends the talks about an offer."""
    return may_keep_agreement(person, agreement)


def runs(person: Any, hub: Hub) -> bool:
    """Coordinators, and whoever speaks for the host, run the hub; a hub that was closed is run by nobody."""
    return hub.state == HubState.OPEN and network.runs_hub(person, hub.body)


def may_change(person: Any, hub: Hub) -> bool:
    """Those who run the hub decide on its words, languages and look."""
    return runs(person, hub)


def may_decide_members(person: Any, hub: Hub) -> bool:
    """Those who run the hub accept, refuse and invite members."""
    return runs(person, hub)


def may_plan(person: Any, hub: Hub) -> bool:
    """Those who run the hub adopt and revise its plan, and publish its outputs, updates and reports."""
    return runs(person, hub)


def may_ask_to_join(person: Any, hub: Hub, body: Body) -> bool:
    """Whoever speaks for a body may ask that it takes part."""
    return hub.state == HubState.OPEN and body.kind in HOSTING_KINDS and represents(person, body)


def may_answer_for(person: Any, body: Body) -> bool:
    """Whoever speaks for an invited body answers for it."""
    return represents(person, body)


def may_take_back(person: Any, membership: Membership) -> bool:
    """What waits is taken back by the side that began it."""
    if membership.state == MemberState.INVITED:
        return runs(person, membership.hub)
    return represents(person, membership.body)


def may_leave(person: Any, membership: Membership) -> bool:
    """Whoever speaks for a member may end its membership; so may those who run the hub."""
    return represents(person, membership.body) or runs(person, membership.hub)


def may_see_membership(person: Any, membership: Membership) -> bool:
    """Members are public; requests, invitations and refusals are for the two sides."""
    if membership.state in {MemberState.MEMBER, MemberState.LEFT}:
        return True
    return represents(person, membership.body) or network.runs_hub(person, membership.hub.body)


def may_name_correspondents(person: Any, membership: Membership) -> bool:
    """Whoever speaks for a member names who writes for it."""
    return membership.state == MemberState.MEMBER and represents(person, membership.body)


def is_member(person: Any, hub: Hub) -> bool:
    """Correspondents, those who speak for a member, those who run the hub, and those who hold an office in it."""
    offices = network.offices_today(person)
    if any(office.body_id == hub.body_id for office in offices):
        return True
    if not offices:
        return False
    return Membership.objects.filter(taking_part(person), hub=hub).exists() or network.runs_hub(person, hub.body)


def taking_part(person: Any) -> Q:
    """The memberships in which this person acts: for a member that they speak for, or that has named them.

    Whoever was named acts as long as they have a seat there.
    """
    offices = network.offices_today(person)
    spoken = {office.body_id for office in offices if office.role in SPEAKING}
    seated = {pk for office in offices if office.role in SEATED for pk in (office.body_id, office.body.parent_id) if pk}
    named = Q(correspondents__person=person) & (Q(body__in=seated) | Q(body__parent__in=seated))
    return Q(state=MemberState.MEMBER) & (Q(body__in=spoken) | Q(body__parent__in=spoken) | named)


def has_place_in(person: Any, body: Body) -> bool:
    """Whoever has a seat in the house, or represents the organisation."""
    return network.belongs_to(person, body) or network.holds(person, (Role.PARTNER,), bodies=[body])


def may_discuss(person: Any, hub: Hub) -> bool:
    """Members talk among themselves while the hub is open."""
    return hub.state == HubState.OPEN and is_member(person, hub)


def may_see_discussion(person: Any, discussion: Discussion) -> bool:
    """What members say is for members."""
    return is_member(person, discussion.hub)


def may_close_discussion(person: Any, discussion: Discussion) -> bool:
    """Those who run the hub moderate it; whoever opened a discussion may close it."""
    mine = person is not None and person.is_authenticated and discussion.opened_by_id == person.pk
    return runs(person, discussion.hub) or (mine and may_discuss(person, discussion.hub))


def may_see_paper(person: Any, paper: HubPaper) -> bool:
    """Public papers are for everybody, the others for members."""
    return (paper.public and paper.hub.state in PUBLIC_STATES) or is_member(person, paper.hub)


def may_see_update(person: Any, update: Update) -> bool:
    """What was published, and drafts for those who run the hub."""
    return _is_told(update) or network.runs_hub(person, update.hub.body)


def may_see_output(person: Any, output: Output) -> bool:
    """What was published; those who run the hub see drafts and what was withdrawn."""
    return _is_told(output) or network.runs_hub(person, output.hub.body)


def may_see_report(person: Any, report: YearReport) -> bool:
    """What was published; those who run the hub see what is being drawn up."""
    public = report.published_at is not None and report.hub.state in PUBLIC_STATES
    return public or network.runs_hub(person, report.hub.body)


def may_translate(person: Any, hub: Hub) -> bool:
    """Those who run the hub publish versions in other languages."""
    return runs(person, hub)


def _is_told(thing: Output | Update) -> bool:
    return thing.published_at is not None and thing.withdrawn_at is None and thing.hub.state in PUBLIC_STATES


def _offers(person: Any, hub: Hub) -> bool:
    return any(represents(person, agreement.body) for agreement in hub.body.hosted_by.select_related("body__parent"))
