"""What awaits a person about hubs, each with the page where it is done."""

from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core import texts
from hemicycle.core.catalogue import Duty, Task
from hemicycle.core.models import Entry
from hemicycle.hubs import queries, states, talking, wording
from hemicycle.hubs.audiences import body_name
from hemicycle.hubs.models import Hub, Output, Update
from hemicycle.hubs.queries import running
from hemicycle.hubs.states import QUIET_AFTER, HubState
from hemicycle.network import policy as network
from hemicycle.network.models import Agreement
from hemicycle.network.states.agreements import AgreementState
from hemicycle.ui.languages import active_language


def requests(person: Any) -> Iterable[Task]:
    """Bodies that asked to take part in a hub that the person runs."""
    return [
        Task(
            _("Accept or refuse: %(body)s") % {"body": body_name(row.body)},
            row.asked_at,
            wording.address(f"{row.hub.path}run/members/"),
            note=row.hub.body.name,
        )
        for row in running.requests_for(person)
    ]


def invitations(person: Any) -> Iterable[Task]:
    """Hubs that invited a body for which the person speaks."""
    return [
        Task(
            _("Answer the invitation of %(hub)s") % {"hub": row.hub.body.name},
            row.asked_at,
            wording.address(f"{row.hub.path}join/"),
            note=body_name(row.body),
        )
        for row in running.invitations_for(person)
    ]


def quiet(person: Any) -> Iterable[Task]:
    """Hubs that the person runs and in which nothing has happened for half a year."""
    return [
        Task(
            _("Quiet for half a year: %(hub)s") % {"hub": hub.body.name},
            hub.last_sign_at + QUIET_AFTER,
            wording.address(f"{hub.path}run/"),
        )
        for hub in queries.run_by(person)
        if hub.last_sign_at is not None and queries.is_quiet(hub)
    ]


def drafts(person: Any) -> Iterable[Task]:
    """What was begun in the name of a hub and is neither published nor put aside."""
    hubs = list(queries.run_by(person))
    if not hubs:
        return []
    updates = Update.objects.filter(hub__in=hubs, published_at=None, withdrawn_at=None).select_related("hub__body")
    found: list[tuple[Any, str, Any]] = [(update, "updates", update.made_at) for update in updates]
    begun = Entry.objects.filter(subject=OuterRef("uid"), verb=states.OUTPUT_DRAFTED).order_by("pk").values("at")[:1]
    outputs = Output.objects.filter(hub__in=hubs, published_at=None, withdrawn_at=None).annotate(since=Subquery(begun))
    found += [(output, "outputs", output.since) for output in outputs.select_related("hub__body")]
    words = texts.read([thing.uid for thing, _below, _since in found], active_language()) if found else {}
    return [
        Task(
            _("Publish or put aside: %(title)s") % {"title": words[thing.uid]["title"]},
            since,
            wording.address(f"{thing.hub.path}run/{below}/{thing.uid}/"),
            note=thing.hub.body.name,
        )
        for thing, below, since in found
        if thing.uid in words and since is not None
    ]


def offers(person: Any) -> Iterable[Task]:
    """Offers that wait for the secretariat, and hubs whose agreement is signed and that were not opened."""
    if not network.is_administrator(person):
        return []
    begun = Entry.objects.filter(subject=OuterRef("uid"), kind=Agreement.kind).order_by("pk").values("at")[:1]
    rows = Agreement.objects.filter(hub__hub__isnull=False).select_related("hub__hub__body", "body")
    waiting = rows.filter(state=AgreementState.TALKS) | rows.filter(
        state=AgreementState.SIGNED, hub__hub__state=HubState.OFFERED
    )
    return [_offer(agreement) for agreement in waiting.annotate(begun=Subquery(begun)) if agreement.begun]


def _offer(agreement: Any) -> Task:
    hub: Hub = agreement.hub.hub
    if agreement.state == AgreementState.SIGNED:
        title = _("Open the hub: %(hub)s") % {"hub": hub.body.name}
    else:
        title = _("Offer to host %(hub)s") % {"hub": hub.body.name}
    return Task(title, agreement.begun, talking.address_of(agreement), note=body_name(agreement.body))


DUTIES = (
    Duty("hubs.requests", gettext_lazy("Requests to take part in your hubs"), requests),
    Duty("hubs.invitations", gettext_lazy("Invitations to hubs"), invitations),
    Duty("hubs.offers", gettext_lazy("Offers to host hubs"), offers),
    Duty("hubs.quiet", gettext_lazy("Quiet hubs"), quiet),
    Duty("hubs.drafts", gettext_lazy("Drafts of hubs"), drafts),
)
