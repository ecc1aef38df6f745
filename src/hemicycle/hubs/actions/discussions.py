"""The verbs of what members talk about: opening a matter with a first letter, and closing it."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import counters
from hemicycle.hubs import policy, states
from hemicycle.hubs.actions.doors import locked, open_hub_only, require, tell
from hemicycle.hubs.models import Discussion, Hub
from hemicycle.kit.typed import one_line
from hemicycle.network.models import Body
from hemicycle.threads import actions as threads
from hemicycle.threads.states import Via

LONGEST_TITLE = 200


@transaction.atomic
def open_discussion(
    hub: Hub, title: str, text: str, *, by: Person, via: str = Via.PAGE, message_id: str = ""
) -> Discussion:
    """A member begins to talk about something, and all members hear; the same message begins one discussion."""
    hub = locked(hub)
    require(policy.is_member(by, hub))
    open_hub_only(hub)
    known = hub.discussions.filter(message_id=message_id).first() if message_id else None
    if known is not None:
        return known
    discussion = Discussion.objects.create(hub=hub, title=titled(title), opened_by=by, message_id=message_id)
    thread = threads.open_thread(discussion, by=by)
    threads.post(thread, text, by=by, via=via, message_id=message_id)
    tell(hub, states.DISCUSSION_OPENED, by=by, subject=discussion)
    return discussion


@transaction.atomic
def close_discussion(discussion: Discussion, *, by: Person) -> None:
    """Nothing more is written there; what was said stays for the members. Closing it again changes nothing."""
    discussion = Discussion.objects.select_for_update(of=("self",)).select_related("hub__body").get(pk=discussion.pk)
    require(policy.may_close_discussion(by, discussion))
    if discussion.closed_at is not None:
        return
    discussion.closed_at = timezone.now()
    discussion.save(update_fields=["closed_at"])
    tell(discussion.hub, states.DISCUSSION_CLOSED, by=by, subject=discussion)


def titled(title: str) -> str:
    """The title as it is kept; ValidationError with one sentence if there is none."""
    line = one_line(title)
    if not any(sign.isalnum() for sign in line):
        raise ValidationError({"title": _("Say in a few words what it is about.")})
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"


def live_on(hub: Hub) -> None:
    """Somebody wrote or met in the hub; call inside the transaction that made it true. Its page tells the day."""
    last = hub.last_sign_at
    Hub.objects.filter(pk=hub.pk).update(last_sign_at=timezone.now(), quiet_told_at=None)
    if last is None or timezone.localdate(last) != timezone.localdate():
        counters.move([Hub.kind])


def body_lives(body: Body, *, by: Person | None) -> None:  # noqa: ARG001 - who it was does not matter.
    """The hub of this body lives, if it is one."""
    hub = Hub.objects.filter(body=body).first()
    if hub is not None:
        live_on(hub)


def discussion_lives(uid: UUID, *, by: Person | None) -> None:  # noqa: ARG001
    """Somebody wrote in a discussion."""
    discussion = Discussion.objects.select_related("hub").filter(uid=uid).first()
    if discussion is not None:
        live_on(discussion.hub)
