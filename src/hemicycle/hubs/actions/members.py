"""The verbs of membership: a body asks or is invited, is accepted or refused, names who writes for it, leaves."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import policy, states
from hemicycle.hubs.actions.doors import HubRefused, locked, open_hub_only, require, tell
from hemicycle.hubs.models import Correspondent, Hub, Membership
from hemicycle.hubs.states import Joining, MemberState
from hemicycle.network.models import Body
from hemicycle.network.queries.agreements import running_hosts_of


@transaction.atomic
def ask_to_join(hub: Hub, body: Body, *, by: Person, note: str = "") -> Membership:
    """A body asks to take part; where the hub is open to all it is a member at once. Those who run the hub hear."""
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_ask_to_join(by, hub, body))
    waiting = hub.memberships.filter(body=body, state__in=states.WAITING_STATES).first()
    if waiting is not None and waiting.state == MemberState.ASKED:
        # The same request sent twice is one request.
        return waiting
    if waiting is not None:
        return answer_invitation(waiting, accept=True, by=by)
    membership = _begun(hub, body, MemberState.ASKED, note, by)
    tell(hub, states.MEMBERSHIP_ASKED, by=by, body=body.key)
    if hub.joining == Joining.OPEN:
        _join(membership, hub, by)
    return membership


@transaction.atomic
def invite_member(hub: Hub, body: Body, *, by: Person, note: str = "") -> Membership:
    """Those who run the hub invite a body; whoever speaks for it hears. A body that had asked is accepted."""
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_decide_members(by, hub))
    if body.kind not in policy.HOSTING_KINDS:
        raise HubRefused({"body": _("Choose a parliament, a chamber, a regional body or an organisation.")})
    waiting = hub.memberships.filter(body=body, state__in=states.WAITING_STATES).first()
    if waiting is not None and waiting.state == MemberState.ASKED:
        return accept_member(waiting, by=by)
    if waiting is not None:
        return waiting
    membership = _begun(hub, body, MemberState.INVITED, note, by)
    tell(hub, states.MEMBER_INVITED, by=by, body=body.key)
    return membership


@transaction.atomic
def accept_member(membership: Membership, *, by: Person) -> Membership:
    """Those who run the hub accept a body that asked. It hears."""
    hub, membership = _held(membership)
    require(policy.may_decide_members(by, hub))
    _must_be(membership, MemberState.ASKED)
    return _join(membership, hub, by)


@transaction.atomic
def refuse_member(membership: Membership, *, reason: str, by: Person) -> Membership:
    """Those who run the hub refuse a body that asked, with a reason that it reads. It may ask again."""
    hub, membership = _held(membership)
    require(policy.may_decide_members(by, hub))
    _must_be(membership, MemberState.ASKED)
    if not reason.strip():
        raise HubRefused({"reason": _("Say why, in a sentence that the body that asked can act on.")})
    membership.reason = _short(reason)
    return _settle(membership, MemberState.REFUSED, states.MEMBER_REFUSED, hub, by)


@transaction.atomic
def answer_invitation(membership: Membership, *, accept: bool, by: Person) -> Membership:
    """Whoever speaks for the invited body joins or declines. Those who run the hub hear."""
    hub, membership = _held(membership)
    require(policy.may_answer_for(by, membership.body))
    _must_be(membership, MemberState.INVITED)
    if accept:
        open_hub_only(hub)
        return _join(membership, hub, by)
    return _settle(membership, MemberState.DECLINED, states.INVITATION_DECLINED, hub, by)


@transaction.atomic
def take_back(membership: Membership, *, by: Person) -> Membership:
    """Whoever speaks for a body takes back what it asked; those who run the hub take back an invitation."""
    hub, membership = _held(membership)
    require(policy.may_take_back(by, membership))
    if membership.state not in states.WAITING_STATES:
        _must_be(membership, MemberState.ASKED)
    return _settle(membership, MemberState.WITHDRAWN, states.MEMBERSHIP_WITHDRAWN, hub, by)


@transaction.atomic
def leave_hub(membership: Membership, *, by: Person) -> Membership:
    """A membership ends today; the term stays on record, and the body may come back as a new one."""
    hub, membership = _held(membership)
    require(policy.may_leave(by, membership))
    _must_be(membership, MemberState.MEMBER)
    membership.until = timezone.localdate().isoformat()
    membership.correspondents.all().delete()
    return _settle(membership, MemberState.LEFT, states.MEMBER_LEFT, hub, by)


@transaction.atomic
def name_correspondents(membership: Membership, people: Sequence[Person], *, by: Person) -> None:
    """Whoever speaks for a member says who writes for it; who is not named any more takes no part any more.

    A correspondent has a seat in the member: whoever loses it writes for it no longer.
    """
    hub, membership = _held(membership)
    require(policy.may_name_correspondents(by, membership))
    _check_seated(membership, people)
    wanted = {person.pk: person for person in people}
    gone = membership.correspondents.exclude(person__in=wanted).select_related("person")
    for correspondent in gone:
        tell(hub, states.CORRESPONDENT_ENDED, by=by, person=str(correspondent.person.uid), body=membership.body.key)
    gone.delete()
    known = set(membership.correspondents.values_list("person", flat=True))
    for pk, person in wanted.items():
        if pk not in known:
            Correspondent.objects.create(membership=membership, person=person, named_by=by.uid)
            tell(hub, states.CORRESPONDENT_NAMED, by=by, person=str(person.uid), body=membership.body.key)


def _check_seated(membership: Membership, people: Sequence[Person]) -> None:
    known = set(membership.correspondents.values_list("person", flat=True))
    for person in people:
        if person.pk not in known and not policy.has_place_in(person, membership.body):
            message = _("%(person)s has no seat in %(body)s. Invite them there first.")
            words = {"person": person.name or person.email, "body": membership.body.name}
            raise HubRefused({"people": message % words})


def _begun(hub: Hub, body: Body, state: str, note: str, by: Person) -> Membership:
    if hub.memberships.filter(body=body, state=MemberState.MEMBER).exists():
        raise HubRefused(_("%(body)s is a member already.") % {"body": body.name})
    if any(agreement.body_id == body.pk for agreement in running_hosts_of(hub.body)):
        raise HubRefused(_("%(body)s hosts this hub and takes part already.") % {"body": body.name})
    try:
        with transaction.atomic():
            return Membership.objects.create(hub=hub, body=body, state=state, note=_short(note), asked_by=by.uid)
    except IntegrityError as error:
        raise HubRefused(_("%(body)s has asked or was invited already.") % {"body": body.name}) from error


def _short(words: str) -> str:
    if len(words.strip()) > states.LONGEST_NOTE:
        raise HubRefused(_("This is too long to be read with a request; shorten it."))
    return words.strip()


def _join(membership: Membership, hub: Hub, by: Person) -> Membership:
    membership.since = timezone.localdate().isoformat()
    return _settle(membership, MemberState.MEMBER, states.MEMBER_JOINED, hub, by)


def _settle(membership: Membership, state: str, verb: str, hub: Hub, by: Person) -> Membership:
    membership.state = state
    membership.decided_at = timezone.now()
    membership.full_clean()
    membership.save()
    tell(hub, verb, by=by, body=membership.body.key)
    return membership


def _held(membership: Membership) -> tuple[Hub, Membership]:
    """The hub first, as everywhere, so that two deciders wait for one another instead of blocking each other."""
    hub = locked(membership.hub)
    rows = Membership.objects.select_for_update(of=("self",)).select_related("hub__body", "body__parent")
    return hub, rows.get(pk=membership.pk)


def _must_be(membership: Membership, state: MemberState) -> None:
    if membership.state != state:
        message = _("This was decided already: “%(state)s”. Open the list again to see what changed.")
        raise HubRefused(message % {"state": MemberState(membership.state).label})
