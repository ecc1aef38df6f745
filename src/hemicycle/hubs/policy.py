"""Who may do what with hubs, one sentence each; the secretariat decides on opening and hosts, the hub on the rest."""

from typing import Any

from django.db.models import Q

from hemicycle.hubs.models import Correspondent, Discussion, Hub, HubPaper, Membership, Output, Update
from hemicycle.hubs.states import PUBLIC_STATES, HubState, MemberState
from hemicycle.network import policy as network
from hemicycle.network.models import Body
from hemicycle.network.policy.agreements import represents
from hemicycle.network.states import PUBLIC_KINDS, BodyKind

HOSTING_KINDS = (*PUBLIC_KINDS, BodyKind.ORGANISATION)


def may_see(person: Any, hub: Hub) -> bool:
    """Everybody sees hubs that were opened; offers are between the body that offers and the secretariat."""
    return hub.state in PUBLIC_STATES or network.is_secretariat(person) or _offers(person, hub)


def may_offer(person: Any, body: Body) -> bool:
    """Whoever speaks for a body may offer that it hosts a hub."""
    return body.kind in HOSTING_KINDS and represents(person, body)


def may_open(person: Any, hub: Hub) -> bool:
    """An administrator opens a hub whose hosting is signed, and turns an offer down."""
    return hub.state == HubState.OFFERED and network.is_administrator(person)


def may_close(person: Any, hub: Hub) -> bool:
    """An administrator closes a hub."""
    return hub.state == HubState.OPEN and network.is_administrator(person)


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


def may_answer_invitation(person: Any, membership: Membership) -> bool:
    """Whoever speaks for the invited body answers for it."""
    return membership.state == MemberState.INVITED and represents(person, membership.body)


def may_leave(person: Any, membership: Membership) -> bool:
    """Whoever speaks for a member may end its membership; so may those who run the hub."""
    running = membership.state == MemberState.MEMBER
    return running and (represents(person, membership.body) or runs(person, membership.hub))


def may_see_membership(person: Any, membership: Membership) -> bool:
    """Members are public; requests, invitations and refusals are for the two sides."""
    if membership.state in {MemberState.MEMBER, MemberState.LEFT}:
        return True
    return represents(person, membership.body) or network.runs_hub(person, membership.hub.body)


def may_name_correspondents(person: Any, membership: Membership) -> bool:
    """Whoever speaks for a member names who writes for it."""
    return membership.state == MemberState.MEMBER and represents(person, membership.body)


def is_member(person: Any, hub: Hub) -> bool:
    """Correspondents, those who speak for a member, those who run the hub, and its own steering group."""
    if person is None or not person.is_authenticated or not person.is_active:
        return False
    offices = network.offices_today(person)
    if network.runs_hub(person, hub.body) or any(office.body_id == hub.body_id for office in offices):
        return True
    spoken = [office.body_id for office in offices if represents(person, office.body)]
    mine = Q(body__in=spoken) | Q(body__parent__in=spoken) | Q(correspondents__person=person)
    return Membership.objects.filter(mine, hub=hub, state=MemberState.MEMBER).exists()


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
    if update.published_at is not None and update.withdrawn_at is None and update.hub.state in PUBLIC_STATES:
        return True
    return network.runs_hub(person, update.hub.body)


def may_see_output(person: Any, output: Output) -> bool:
    """What was not withdrawn; those who run the hub see the rest."""
    if output.withdrawn_at is None and output.hub.state in PUBLIC_STATES:
        return True
    return network.runs_hub(person, output.hub.body)


def may_translate(person: Any, hub: Hub) -> bool:
    """Those who run the hub publish versions in other languages."""
    return runs(person, hub)


def is_correspondent(person: Any, hub: Hub) -> bool:
    """Whether a member has named this person."""
    running = Correspondent.objects.filter(membership__hub=hub, membership__state=MemberState.MEMBER)
    return person is not None and person.is_authenticated and running.filter(person=person).exists()


def _offers(person: Any, hub: Hub) -> bool:
    return any(represents(person, agreement.body) for agreement in hub.body.hosted_by.select_related("body__parent"))
