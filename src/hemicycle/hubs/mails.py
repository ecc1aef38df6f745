"""What mails say about membership in a hub."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import audiences, hub_deeds, policy, wording
from hemicycle.hubs.audiences import membership_of
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.states import HubState, MemberState
from hemicycle.ui.frame import absolute
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Told:
    """What a mail about a hub says."""

    subject: str
    sentence: str
    said: str  # words of the other side; may be empty
    links: tuple[Link, ...]  # what can be done, the first one foremost; absolute


Say = Callable[[Hub, Any, Person], Told | None]  # say(hub, entry, person)


def link_to(label: str, hub: Hub, below: str) -> Link:
    return Link(label, absolute(wording.address(f"{hub.path}{below}")))


def words_of(hub: Hub, membership: Membership) -> dict[str, str]:
    return {"hub": hub.body.name, "body": hub_deeds.body_name(membership)}


def membership_asked(hub: Hub, entry: Any, person: Person) -> Told | None:
    membership = membership_of(entry, MemberState.ASKED)
    if membership is None or not policy.runs(person, hub):
        return None
    words = words_of(hub, membership)
    links = (
        Link(_("Accept"), hub_deeds.link_to(hub_deeds.ACCEPT, person, membership)),
        link_to(_("Look at the request, or refuse it"), hub, "run/members/"),
    )
    sentence = _("%(body)s asks to take part in “%(hub)s”.") % words
    return Told(_("Asks to join: %(body)s") % words, sentence, membership.note, links)


def member_invited(hub: Hub, entry: Any, person: Person) -> Told | None:
    membership = membership_of(entry, MemberState.INVITED)
    if membership is None or hub.state != HubState.OPEN or not policy.may_answer_for(person, membership.body):
        return None
    words = words_of(hub, membership)
    links = (
        Link(_("Take part"), hub_deeds.link_to(hub_deeds.JOIN, person, membership)),
        Link(_("Decline"), hub_deeds.link_to(hub_deeds.DECLINE, person, membership)),
        link_to(_("Look at the hub"), hub, ""),
    )
    sentence = _("“%(hub)s” invites %(body)s to take part.") % words
    return Told(_("Invitation: %(hub)s") % words, sentence, membership.note, links)


def member_joined(hub: Hub, entry: Any, person: Person) -> Told | None:
    membership = membership_of(entry, MemberState.MEMBER)
    if membership is None:
        return None
    words = words_of(hub, membership)
    if policy.may_answer_for(person, membership.body):
        sentence = _("%(body)s takes part in “%(hub)s” from today. Say who writes for it there.") % words
        links = (link_to(_("Name correspondents"), hub, "join/"), link_to(_("Look at the hub"), hub, ""))
        return Told(_("Member of %(hub)s") % words, sentence, "", links)
    if not policy.runs(person, hub):
        return None
    sentence = _("%(body)s takes part in “%(hub)s” from today.") % words
    return Told(_("New member: %(body)s") % words, sentence, "", (link_to(_("Members"), hub, "run/members/"),))


def member_refused(hub: Hub, entry: Any, person: Person) -> Told | None:
    membership = membership_of(entry, MemberState.REFUSED)
    if membership is None or not policy.may_answer_for(person, membership.body):
        return None
    words = words_of(hub, membership)
    sentence = _("“%(hub)s” has not accepted %(body)s. You may ask again. This is why:") % words
    return Told(
        _("Not accepted: %(hub)s") % words, sentence, membership.reason, (link_to(_("Ask again"), hub, "join/"),)
    )


def invitation_declined(hub: Hub, entry: Any, person: Person) -> Told | None:
    membership = membership_of(entry, MemberState.DECLINED)
    if membership is None or not policy.runs(person, hub):
        return None
    words = words_of(hub, membership)
    sentence = _("%(body)s does not take part in “%(hub)s” for now.") % words
    return Told(_("Declined: %(body)s") % words, sentence, "", (link_to(_("Members"), hub, "run/members/"),))


def member_left(hub: Hub, entry: Any, person: Person) -> Told | None:
    membership = membership_of(entry, MemberState.LEFT)
    if membership is None or not (policy.may_answer_for(person, membership.body) or policy.runs(person, hub)):
        return None
    words = words_of(hub, membership)
    sentence = _("%(body)s takes part in “%(hub)s” no longer. Its term stays on record, and it may come back.") % words
    return Told(_("Left: %(body)s") % words, sentence, "", (link_to(_("Look at the hub"), hub, ""),))


def correspondent_named(hub: Hub, entry: Any, person: Person) -> Told | None:
    if not policy.is_member(person, hub):
        return None
    words = {"hub": hub.body.name, "body": audiences.named_body(entry)}
    sentence = _("You write for %(body)s in “%(hub)s”: you read what its members discuss, and answer by mail.") % words
    links = (link_to(_("Discussions"), hub, "discussions/"), link_to(_("Look at the hub"), hub, ""))
    return Told(_("You write for your parliament in %(hub)s") % words, sentence, "", links)
