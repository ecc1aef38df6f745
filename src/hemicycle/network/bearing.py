"""What bears a keystone partner: the hubs that it hosts and the core funding that it gives, with their periods."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hemicycle.core.dates import holds, latest, overlap
from hemicycle.network.models import Agreement, Body, Contribution
from hemicycle.network.states.agreements import KEYSTONE_GIFTS, AgreementState, Level
from hemicycle.ui.formatting import format_date


class AgreementRefused(ValidationError):
    """The rules of the levels do not allow this; the message says what is missing and who can add it."""


@dataclass(frozen=True)
class Reason:
    """A hub or core funding, from when until when; a bound that is not known is the agreement's."""

    since: str
    until: str


def reasons(body: Body, agreement: Agreement | None = None) -> list[Reason]:
    """What a body hosts and gives by its signed agreements, and by one that is about to be signed."""
    signed = list(Agreement.objects.filter(body=body, state=AgreementState.SIGNED))
    if agreement is not None:
        # As it would be signed, and not as it is kept so far.
        signed = [*(one for one in signed if one.pk != agreement.pk), agreement]
    rows = {one.pk: one for one in signed}
    hosted = [Reason(one.since, one.until) for one in signed if one.hub_id]
    gifts = Contribution.objects.filter(agreement__in=rows, gift__in=KEYSTONE_GIFTS)
    given = [
        Reason(since or rows[pk].since, until or rows[pk].until)
        for pk, since, until in gifts.values_list("agreement", "since", "until")
    ]
    return [*hosted, *given]


def is_borne(agreement: Agreement) -> bool:
    """Whether a hub or core funding falls into the time of a keystone agreement."""
    return any(_within(reason, agreement) for reason in reasons(agreement.body, agreement))


def borne_no_more(day: date) -> list[Agreement]:
    """Keystone agreements that run on this day, while nothing that bears them does."""
    signed = Agreement.objects.filter(state=AgreementState.SIGNED, level=Level.KEYSTONE)
    running = [one for one in signed.select_related("body__country") if holds(one.since, one.until, day)]
    return [one for one in running if not any(holds(it.since, it.until, day) for it in reasons(one.body))]


@contextmanager
def keeping_keystones(body: Body) -> Iterator[None]:
    """Refuse what is done within if it takes from a keystone agreement the last thing that bears it."""
    before = _borne_until(body)
    yield
    for agreement, until in _borne_until(body).items():
        if until < before.get(agreement, "") and until < latest(agreement.until):
            raise AgreementRefused(_unborne(agreement))


def _borne_until(body: Body) -> dict[Agreement, str]:
    """For each keystone agreement of the body the last day on which something bears it."""
    signed = Agreement.objects.filter(body=body, state=AgreementState.SIGNED, level=Level.KEYSTONE)
    found = reasons(body)
    return {one: max((latest(it.until) for it in found if _within(it, one)), default="") for one in signed}


def _within(reason: Reason, agreement: Agreement) -> bool:
    return overlap((agreement.since, agreement.until), (reason.since, reason.until))


def _unborne(agreement: Agreement) -> str:
    words = {"body": agreement.body.name, "since": told(agreement.since)}
    message = _(
        "%(body)s is a keystone partner since %(since)s, and nothing else bears that: without this it would neither "
        "host a hub nor give core funding. Record other core funding, or end its keystone agreement first."
    )
    return message % words


def told(moment: str) -> str:
    return format_date(moment) if moment else _("a time that is not known")
