"""How the hubs' conversations, mailboxes and meetings are known to the packages below: who takes part, what is what."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.accounts import exporting
from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.core import history
from hemicycle.core.history import Thing
from hemicycle.hubs import policy, queries, states, wording
from hemicycle.hubs.actions import discussions as actions
from hemicycle.hubs.models import Discussion, Hub
from hemicycle.hubs.queries import discussions as reads
from hemicycle.hubs.queries import inside
from hemicycle.hubs.states import HubState
from hemicycle.meetings import hosts
from hemicycle.meetings.hosts import Host
from hemicycle.network.models import Body
from hemicycle.network.states import BodyKind
from hemicycle.threads import actions as threads
from hemicycle.threads import mailboxes
from hemicycle.threads import queries as conversations
from hemicycle.threads.circles import Circle, Listed, Named
from hemicycle.threads.mailboxes import FirstLetter, Mailbox
from hemicycle.threads.states import Via
from hemicycle.ui.parts import Link

WORD = "hub"


def members(uid: UUID) -> Circle | None:
    """Those who are told of each letter."""
    discussion = reads.discussion(uid)
    return Circle(queries.members_people(discussion.hub), staff=False) if discussion else None


def takes_part(uid: UUID, person: Any) -> bool:
    """Also whoever speaks for a member that has named others."""
    discussion = reads.discussion(uid)
    return discussion is not None and policy.may_see_discussion(person, discussion)


def is_open(uid: UUID) -> bool:
    discussion = reads.discussion(uid)
    return discussion is not None and discussion.closed_at is None and discussion.hub.state == HubState.OPEN


def named(uid: UUID) -> Named | None:
    discussion = reads.discussion(uid)
    return Named(discussion.title, wording.address(f"{discussion.hub.path}discussions/")) if discussion else None


def ways(uid: UUID, reader: Any) -> Sequence[Link]:
    discussion = reads.discussion(uid)
    if discussion is None or discussion.closed_at or not policy.may_close_discussion(reader, discussion):
        return ()
    return (Link(_("Close this discussion"), f"{discussion.get_absolute_url()}close/"),)


def listed(uid: UUID) -> Listed | None:
    discussion = reads.discussion(uid)
    return Listed(f"{WORD}+{discussion.hub.slug}", discussion.hub.body.name) if discussion else None


def address_of(hub: Hub) -> str:
    """The hub's own mail address; empty on a node to which no mail comes."""
    return mailboxes.address_of(WORD, hub.slug) if hub.state == HubState.OPEN else ""


def known(name: str) -> bool:
    return Hub.objects.filter(slug=name, state=HubState.OPEN).exists()


def admits(name: str, person: Person) -> bool:
    hub = _open_hub(name)
    return hub is not None and policy.may_discuss(person, hub)


def take(name: str, person: Person, letter: FirstLetter) -> UUID:
    """A member's letter begins a discussion, or goes on with the one of the hub that it answers."""
    hub = _open_hub(name)
    if hub is None:
        raise PermissionDenied
    thread = _answered(hub, letter)
    if thread is not None:
        threads.post(thread, letter.text, by=person, via=Via.MAIL, message_id=letter.message_id)
        return UUID(str(thread.uid))
    title = letter.subject or letter.text.strip().partition("\n")[0]
    made = actions.open_discussion(hub, title, letter.text, by=person, via=Via.MAIL, message_id=letter.message_id)
    found = conversations.thread_of(Discussion.kind, made.uid)
    if found is None:
        raise PermissionDenied
    return found.uid


def collect(person: Person) -> list[dict[str, Any]]:
    """What somebody began to talk about; what they wrote is among their letters."""
    rows = Discussion.objects.filter(opened_by=person).order_by("pk")
    return [dict(row) for row in rows.values("uid", "hub__slug", "title", "opened_at", "closed_at")]


def standing(viewer: Any, uid: UUID) -> frozenset[str]:
    seen = reads.discussions_visible_to(viewer).filter(uid=uid).exists()
    return history.PARTIES if seen else history.NOBODY


def thing(uid: UUID) -> Thing | None:
    discussion = reads.discussion(uid)
    return Thing(discussion.title, discussion.get_absolute_url()) if discussion else None


def names(bodies: Iterable[Body]) -> Mapping[int, Link]:
    hubs = queries.by_body([body.pk for body in bodies])
    return {pk: Link(hub.body.name, hub.get_absolute_url()) for pk, hub in hubs.items()}


def holds_meetings(person: Any, body: Body) -> bool:
    hub = queries.by_body([body.pk]).get(body.pk)
    return hub is not None and policy.runs(person, hub)


def hears_of_meetings(body: Body) -> set[UUID]:
    hub = queries.by_body([body.pk]).get(body.pk)
    return queries.members_people(hub) if hub is not None and hub.state == HubState.OPEN else set()


def _open_hub(name: str) -> Hub | None:
    found: Hub | None = Hub.objects.select_related("body").filter(slug=name, state=HubState.OPEN).first()
    return found


def _answered(hub: Hub, letter: FirstLetter) -> Any:
    """The conversation that the letter answers, if it is one of this hub and still open; else it begins a new one."""
    thread = conversations.thread_by_uid(letter.answers) if letter.answers else None
    discussion = reads.discussion(thread.about) if thread is not None else None
    mine = discussion is not None and discussion.hub_id == hub.pk and discussion.closed_at is None
    return thread if mine else None


conversations.circle(
    Discussion.kind,
    members,
    named,
    admits=takes_part,
    is_open=is_open,
    posted=actions.discussion_lives,
    ways=ways,
    listed=listed,
)
mailboxes.mailbox(Mailbox(WORD, known, admits, take))
hosts.host(
    BodyKind.HUB,
    Host(
        runs=holds_meetings,
        run_by=inside.bodies_run_by,
        inside=inside.bodies_inside,
        members=hears_of_meetings,
        named=names,
        alive=actions.body_lives,
    ),
)
exporting.export(Part("discussions", collect))
history.words(
    {
        states.DISCUSSION_OPENED: gettext_lazy("Discussion opened"),
        states.DISCUSSION_CLOSED: gettext_lazy("Discussion closed"),
    }
)
history.standing(Discussion.kind, standing)
history.thing(Discussion.kind, thing)
