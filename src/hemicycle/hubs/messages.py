"""Who hears by mail of what happens in a hub, in what words, and which one thing a mail lets them do."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.core.catalogue import Message
from hemicycle.hubs import audiences, mails, policy, queries, states, talking, wording
from hemicycle.hubs.audiences import agreement_of, hub_of
from hemicycle.hubs.mails import Say, Told, link_to
from hemicycle.hubs.models import Hub, Output, Update
from hemicycle.hubs.states import HubState
from hemicycle.network import policy as network
from hemicycle.network.states.agreements import AgreementState
from hemicycle.threads.queries import thread_of
from hemicycle.ui.formatting import format_date
from hemicycle.ui.frame import absolute
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link

TEMPLATE = "hubs/mail.html"


def offered(hub: Hub, entry: Any, person: Person) -> Told | None:
    agreement = agreement_of(entry)
    if agreement is None or agreement.state != AgreementState.TALKS or not network.is_secretariat(person):
        return None
    words = {"body": audiences.body_name(agreement.body), "hub": hub.body.name}
    gives = texts.read([agreement.uid], active_language()).get(agreement.uid)
    return Told(
        _("Offer to host a hub: %(hub)s") % words,
        _("%(body)s offers to host “%(hub)s”. Answer them, and record the agreement once it is signed.") % words,
        gives["gives"] if gives else "",
        (Link(_("Look at the offer"), absolute(talking.address_of(agreement))),),
    )


def offer_declined(hub: Hub, entry: Any, person: Person) -> Told | None:
    agreement = agreement_of(entry)
    if agreement is None or agreement.state != AgreementState.DECLINED or not policy.may_see_offer(person, agreement):
        return None
    sentence = _("The talks about hosting “%(hub)s” have ended without an agreement.") % {"hub": hub.body.name}
    link = Link(_("Look at the offer"), absolute(talking.address_of(agreement)))
    return Told(_("Talks ended: %(hub)s") % {"hub": hub.body.name}, sentence, "", (link,))


def opened(hub: Hub, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if not policy.runs(person, hub):
        return None
    sentence = _("“%(hub)s” is open: everybody can read of it, and parliaments can ask to take part. You run it.")
    links = (link_to(_("Run the hub"), hub, "run/"), link_to(_("Name a coordinator"), hub, "run/people/"))
    return Told(_("Open: %(hub)s") % {"hub": hub.body.name}, sentence % {"hub": hub.body.name}, "", links)


def handed_over(hub: Hub, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    names = audiences.named(entry, "from_body", "to_body")
    if names is None:
        return None
    words = {"hub": hub.body.name, "before": names[0], "after": names[1]}
    sentence = _("“%(hub)s” passes from %(before)s to %(after)s, which hosts it from now on.") % words
    return Told(_("Handed over: %(hub)s") % words, sentence, "", (link_to(_("Look at the hub"), hub, ""),))


def closed(hub: Hub, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if hub.state != HubState.CLOSED:
        return None
    sentence = _("“%(hub)s” is closed. Its page stays, so that what it did can be found.") % {"hub": hub.body.name}
    return Told(_("Closed: %(hub)s") % {"hub": hub.body.name}, sentence, "", (link_to(_("Look at the hub"), hub, ""),))


def planned(hub: Hub, entry: Any, person: Person) -> Told | None:
    year = entry.facts.get("year")
    if not policy.is_member(person, hub) or not isinstance(year, int):
        return None
    words = {"hub": hub.body.name, "year": year}
    if entry.verb == states.PLAN_ADOPTED:
        subject, sentence = _("Work plan %(year)s: %(hub)s"), _("“%(hub)s” has adopted its work plan for %(year)s.")
    else:
        subject = _("Work plan %(year)s revised: %(hub)s")
        sentence = _("“%(hub)s” has revised its work plan for %(year)s. The page shows what changed.")
    return Told(subject % words, sentence % words, "", (link_to(_("Read the plan"), hub, f"plan/{year}/"),))


def reported(hub: Hub, entry: Any, person: Person) -> Told | None:
    year = entry.facts.get("year")
    if not policy.is_member(person, hub) or not isinstance(year, int):
        return None
    words = {"hub": hub.body.name, "year": year}
    sentence = _("“%(hub)s” tells what %(year)s brought: members, plan, outputs, meetings.") % words
    link = link_to(_("Read the report"), hub, f"reports/{year}/")
    return Told(_("Report on %(year)s: %(hub)s") % words, sentence, "", (link,))


def fell_quiet(hub: Hub, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    """Something may have happened since the reminder was due."""
    if not queries.is_quiet(hub) or hub.last_sign_at is None or not policy.runs(person, hub):
        return None
    words = {"hub": hub.body.name, "date": format_date(hub.last_sign_at)}
    sentence = _(
        "Nothing has been recorded in “%(hub)s” since %(date)s, and its page says that it is quiet. A short update, a "
        "meeting, a step of the plan moved on: each is enough."
    )
    links = (link_to(_("Run the hub"), hub, "run/"), link_to(_("Write an update"), hub, "run/updates/new/"))
    return Told(_("Quiet: %(hub)s") % words, sentence % words, "", links)


def shown(hub: Hub, entry: Any, person: Person) -> Told | None:
    """An output or an update that is public still."""
    kind: Any = Output if entry.kind == Output.kind else Update
    thing = kind.objects.filter(uid=entry.subject, withdrawn_at=None, published_at__isnull=False).first()
    reading = texts.read([entry.subject], active_language()).get(entry.subject)
    if thing is None or reading is None or not policy.is_member(person, hub):
        return None
    words = {"hub": hub.body.name, "title": reading["title"]}
    if entry.kind == Output.kind:
        sentence = _("“%(hub)s” has made something: %(title)s.") % words
    else:
        sentence = _("“%(hub)s” tells: %(title)s.") % words
    address = absolute(
        wording.address(f"{hub.path}{'outputs' if entry.kind == Output.kind else 'updates'}/{thing.uid}/")
    )
    return Told(_("%(hub)s: %(title)s") % words, sentence, "", (Link(_("Read it"), address),))


def talks(entry: Any) -> UUID | None:
    """A reply to the mail about an offer is a letter in its talks, once these have begun."""
    agreement = agreement_of(entry)
    thread = thread_of(agreement.kind, agreement.uid) if agreement is not None else None
    return thread.uid if thread is not None else None


def _about(say: Say) -> Callable[[Any, Any], Told | None]:
    def about(entry: Any, person: Any) -> Told | None:
        hub = hub_of(entry)
        return say(hub, entry, person) if hub is not None else None

    return about


def _message(verb: str, audience: Callable[[Any], set[UUID]], say: Say, *, urgent: bool = False) -> Message:
    return Message(verb, states.TOPIC, audience, _about(say), TEMPLATE, urgent=urgent)


MESSAGES = (
    Message(
        states.OFFERED, states.TOPIC, audiences.to_secretariat, _about(offered), TEMPLATE, urgent=True, thread=talks
    ),
    _message(states.OFFER_DECLINED, audiences.to_offering, offer_declined, urgent=True),
    _message(states.OPENED, audiences.to_runners, opened, urgent=True),
    _message(states.HANDED_OVER, audiences.to_all_inside, handed_over),
    _message(states.CLOSED, audiences.to_all_inside, closed),
    _message(states.MEMBERSHIP_ASKED, audiences.to_runners, mails.membership_asked),
    # An answer or an invitation is not something to hear of next week.
    _message(states.MEMBER_INVITED, audiences.to_the_body, mails.member_invited, urgent=True),
    _message(states.MEMBER_JOINED, audiences.to_both_sides, mails.member_joined),
    _message(states.MEMBER_REFUSED, audiences.to_the_body, mails.member_refused, urgent=True),
    _message(states.INVITATION_DECLINED, audiences.to_runners, mails.invitation_declined),
    _message(states.MEMBER_LEFT, audiences.to_both_sides, mails.member_left),
    _message(states.CORRESPONDENT_NAMED, audiences.to_the_one, mails.correspondent_named, urgent=True),
    _message(states.PLAN_ADOPTED, audiences.to_all_inside, planned),
    _message(states.PLAN_REVISED, audiences.to_all_inside, planned),
    _message(states.REPORT_PUBLISHED, audiences.to_all_inside, reported),
    _message(states.FELL_QUIET, audiences.to_runners, fell_quiet, urgent=True),
    _message(states.OUTPUT_PUBLISHED, audiences.to_all_inside, shown),
    _message(states.UPDATE_PUBLISHED, audiences.to_all_inside, shown),
)
