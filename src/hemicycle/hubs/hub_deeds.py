"""What a mailed link lets somebody do for a hub: accept who asked, and answer an invitation."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.accounts import deeds
from hemicycle.accounts.deeds import Asked, Deed
from hemicycle.accounts.models import Person
from hemicycle.hubs import actions, policy, wording
from hemicycle.hubs.models import Membership
from hemicycle.hubs.states import HubState, MemberState
from hemicycle.network.queries.partnership import party

DAYS = 60
ACCEPT, JOIN, DECLINE = "hub.accept", "hub.join", "hub.decline"


def held(uid: UUID) -> Membership | None:
    rows = Membership.objects.select_related("hub__body", "body__parent")
    return rows.filter(uid=uid).first()


def body_name(membership: Membership) -> str:
    known = party(membership.body_id)
    return known.title if known is not None else membership.body.name


def link_to(deed: str, person: Person, membership: Membership) -> str:
    return deeds.link_for(person, deed, membership.uid, days=DAYS)


def ask_accept(person: Any, uid: UUID) -> Asked | None:
    membership = held(uid)
    if membership is None or membership.state != MemberState.ASKED or not policy.runs(person, membership.hub):
        return None
    words = {"body": body_name(membership), "hub": membership.hub.body.name}
    sentence = _("%(body)s becomes a member of %(hub)s, and hears of it.") % words
    return Asked(_("Accept a member"), sentence, _("Accept"))


def ask_join(person: Any, uid: UUID) -> Asked | None:
    sentence = _("You say for %(body)s that it takes part in %(hub)s.")
    return _invited(person, uid, _("Accept the invitation"), sentence, _("Take part"))


def ask_decline(person: Any, uid: UUID) -> Asked | None:
    sentence = _("You say for %(body)s that it does not take part in %(hub)s. It may still ask later.")
    return _invited(person, uid, _("Decline the invitation"), sentence, _("Decline"))


def accept(person: Any, uid: UUID) -> str:
    membership = Membership.objects.select_related("hub__body").get(uid=uid)
    actions.accept_member(membership, by=person)
    return membership.hub.get_absolute_url()


def _answer(*, joins: bool) -> Callable[[Person, UUID], str]:
    def do(person: Person, uid: UUID) -> str:
        membership = Membership.objects.select_related("hub__body").get(uid=uid)
        actions.answer_invitation(membership, accept=joins, by=person)
        return wording.address(membership.hub.path)

    return do


def _invited(person: Any, uid: UUID, title: str, sentence: str, button: str) -> Asked | None:
    membership = held(uid)
    if membership is None or membership.state != MemberState.INVITED or membership.hub.state != HubState.OPEN:
        return None
    if not policy.may_answer_for(person, membership.body):
        return None
    return Asked(title, sentence % {"body": body_name(membership), "hub": membership.hub.body.name}, button)


DEEDS = (
    Deed(ACCEPT, ask_accept, accept),
    Deed(JOIN, ask_join, _answer(joins=True)),
    Deed(DECLINE, ask_decline, _answer(joins=False)),
)
