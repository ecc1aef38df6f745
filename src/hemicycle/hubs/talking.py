"""The talks about an offer: who takes part, and what they are called."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.hubs import policy, wording
from hemicycle.network.models import Agreement
from hemicycle.network.queries.agreements import representatives_of
from hemicycle.network.queries.partnership import party
from hemicycle.network.states.agreements import AgreementState
from hemicycle.threads import queries as conversations
from hemicycle.threads.circles import Circle, Named


def members(uid: UUID) -> Circle | None:
    """Those who represent the body that offers, and the secretariat."""
    agreement = _about(uid)
    if agreement is None:
        return None
    bodies = [pk for pk in (agreement.body_id, agreement.body.parent_id) if pk]
    people = representatives_of(bodies).filter(person__is_active=True).values_list("person__uid", flat=True)
    return Circle(set(people), staff=True)


def admits(uid: UUID, person: Any) -> bool:
    agreement = _about(uid)
    return agreement is not None and policy.may_see_offer(person, agreement)


def is_open(uid: UUID) -> bool:
    """What came to nothing is over; a host and the secretariat have things to talk about as long as there is a hub."""
    agreement = _about(uid)
    return agreement is not None and agreement.state != AgreementState.DECLINED


def named(uid: UUID) -> Named | None:
    agreement = _about(uid)
    if agreement is None or agreement.hub is None:
        return None
    body = party(agreement.body_id)
    words = {"hub": agreement.hub.name, "body": body.title if body else agreement.body.name}
    return Named(_("Hosting %(hub)s: %(body)s") % words, address_of(agreement))


def address_of(agreement: Agreement) -> str:
    return wording.address(f"/hubs/offers/{agreement.uid}/")


def _about(uid: UUID) -> Agreement | None:
    found = Agreement.objects.filter(uid=uid, hub__isnull=False)
    return found.select_related("body__parent", "hub").first()


conversations.circle(Agreement.kind, members, named, admits=admits, is_open=is_open)
