"""Who hears by mail of talks, signings and ends of agreements, and what awaits the two sides on their desks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.catalogue import Duty, Message, Task
from hemicycle.core.dates import latest
from hemicycle.core.models import Entry
from hemicycle.network import partner_wording as said
from hemicycle.network import policy, queries
from hemicycle.network.bearing import borne_no_more
from hemicycle.network.models import Agreement, Office
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries.partnership import party
from hemicycle.network.states import Role
from hemicycle.network.states import agreements as states
from hemicycle.network.states.agreements import AGREEMENT_ENDING_SOON, AgreementState
from hemicycle.ui.formatting import format_date
from hemicycle.ui.frame import absolute

TOPIC = "partners"
TEMPLATE = "network/mail/agreement.html"


@dataclass(frozen=True)
class AgreementNews:
    """An agreement as a mail tells of it."""

    subject: str
    sentence: str
    level: str  # in words
    period: str  # empty while there are talks
    hub: str  # that it is about; may be empty
    address: str  # its page, absolute


Say = Callable[[Agreement, str], tuple[str, str] | None]  # say(agreement, partner): subject and sentence


def agreement_of(entry: Any) -> Agreement | None:
    found = Agreement.objects.select_related("body__parent", "hub", "project").filter(uid=entry.subject)
    return found.first()


def to_secretariat(entry: Any) -> set[UUID]:  # noqa: ARG001 - talks reach all of them.
    held = Office.objects.running().filter(role=Role.ADMINISTRATOR, person__is_active=True)
    return set(held.values_list("person__uid", flat=True))


def to_partner(entry: Any) -> set[UUID]:
    agreement = agreement_of(entry)
    if agreement is None:
        return set()
    bodies = [pk for pk in (agreement.body_id, agreement.body.parent_id) if pk]
    held = queries.representatives_of(bodies).filter(person__is_active=True)
    return set(held.values_list("person__uid", flat=True))


def to_both(entry: Any) -> set[UUID]:
    return to_secretariat(entry) | to_partner(entry)


def opened(agreement: Agreement, partner: str) -> tuple[str, str] | None:
    if agreement.state != AgreementState.TALKS:
        return None
    words = {"partner": partner}
    return _("Talks with %(partner)s") % words, _("Talks about an agreement with %(partner)s have begun.") % words


def changed(agreement: Agreement, partner: str) -> tuple[str, str] | None:
    if agreement.state != AgreementState.TALKS:
        return None
    words = {"partner": partner}
    return (
        _("Talks with %(partner)s: something has changed") % words,
        _("The other side has changed what is talked about with %(partner)s.") % words,
    )


def signed(agreement: Agreement, partner: str) -> tuple[str, str] | None:
    if agreement.state != AgreementState.SIGNED:
        return None
    words = {"partner": partner}
    return (
        _("Signed: %(partner)s and the Centre") % words,
        _("It was recorded that %(partner)s and the Centre have signed. Everybody can see the agreement now.") % words,
    )


def renewed(agreement: Agreement, partner: str) -> tuple[str, str] | None:
    if agreement.state != AgreementState.SIGNED:
        return None
    words = {"partner": partner}
    return (
        _("Renewed: %(partner)s and the Centre") % words,
        _("The agreement of %(partner)s with the Centre goes on.") % words,
    )


def ended(agreement: Agreement, partner: str) -> tuple[str, str] | None:
    """Of an agreement that was renewed only the renewal is told."""
    if not agreement.until or agreement.renewals.exists():
        return None
    words = {"partner": partner, "day": format_date(agreement.until)}
    if agreement.handovers.exists():
        return (
            _("Handed over: the hub that %(partner)s hosts") % words,
            _("Another host takes the hub over. The agreement of %(partner)s ends on %(day)s.") % words,
        )
    return (
        _("Last day of an agreement: %(partner)s") % words,
        _("The agreement of %(partner)s with the Centre ends on %(day)s.") % words,
    )


def ends_soon(agreement: Agreement, partner: str) -> tuple[str, str] | None:
    if agreement.renewals.exists() or agreement.handovers.exists() or not agreement.until:
        return None
    words = {"partner": partner, "day": format_date(agreement.until)}
    return (
        _("Ends soon: the agreement of %(partner)s") % words,
        _("The agreement of %(partner)s ends on %(day)s. Renew it, hand over what it is about, or let it end.") % words,
    )


def declined(agreement: Agreement, partner: str) -> tuple[str, str] | None:
    if agreement.state != AgreementState.DECLINED:
        return None
    words = {"partner": partner}
    return (
        _("Talks ended: %(partner)s") % words,
        _("The talks with %(partner)s came to nothing. Nothing of them becomes public.") % words,
    )


def _about(say: Say) -> Callable[[Any, Any], AgreementNews | None]:
    def about(entry: Any, person: Any) -> AgreementNews | None:
        """What is left to say when the mail is written, to somebody who may still see the agreement."""
        agreement = agreement_of(entry)
        if agreement is None or not agreeing.may_see_agreement_papers(person, agreement):
            return None
        body = party(agreement.body_id)
        told = say(agreement, body.title if body else agreement.body.name)
        if told is None:
            return None
        signed_already = agreement.state == AgreementState.SIGNED
        return AgreementNews(
            subject=told[0],
            sentence=told[1],
            level=said.level_name(agreement.level),
            period=said.period_of(agreement.since, agreement.until) if signed_already else "",
            hub=agreement.hub.name if agreement.hub else "",
            address=absolute(reverse("network:agreement", args=[agreement.uid])),
        )

    return about


def talks(person: Any) -> list[Task]:
    """Talks await the secretariat, which records how they end."""
    if not policy.is_administrator(person):
        return []
    rows = Agreement.objects.filter(state=AgreementState.TALKS).select_related("body")
    found = list(rows)
    begun = _begun([agreement.uid for agreement in found])
    return [
        Task(
            title=_("Talks with %(partner)s: sign them or end them") % {"partner": _partner(agreement)},
            since=begun.get(agreement.uid) or timezone.now(),
            address=reverse("network:agreement", args=[agreement.uid]),
            note=said.level_name(agreement.level),
        )
        for agreement in found
    ]


def ending(person: Any) -> list[Task]:
    """An agreement that ends soon waits since it came into sight, and is due on its last day."""
    if not policy.offices_today(person):
        return []
    return [
        Task(
            title=_("Renew or let end: the agreement of %(partner)s") % {"partner": _partner(agreement)},
            since=_at_night(agreement.until) - AGREEMENT_ENDING_SOON,
            address=reverse("network:agreement", args=[agreement.uid]),
            due=_at_night(agreement.until),
            note=_("ends on %(day)s") % {"day": format_date(agreement.until)},
        )
        for agreement in queries.agreements_ending_soon(person)
    ]


def unborne(person: Any) -> list[Task]:
    """Keystone partners that have run out of what makes them so."""
    if not policy.is_administrator(person):
        return []
    title = _("%(partner)s neither hosts a hub nor gives core funding any more")
    return [
        Task(
            title=title % {"partner": _partner(agreement)},
            since=timezone.now() - timedelta(days=1),
            address=reverse("network:agreement", args=[agreement.uid]),
            note=_("keystone agreement"),
        )
        for agreement in borne_no_more(timezone.localdate())
    ]


def _begun(uids: Iterable[UUID]) -> dict[UUID, datetime]:
    entries = Entry.objects.filter(verb=states.AGREEMENT_OPENED, subject__in=list(uids))
    return dict(entries.values_list("subject", "at"))


def _partner(agreement: Agreement) -> str:
    body = party(agreement.body_id)
    return body.title if body else agreement.body.name


def _at_night(moment: str) -> datetime:
    """The end of the last day that a partial date may mean."""
    day = parse_date(latest(moment))
    return timezone.make_aware(datetime.combine(day or timezone.localdate(), time(23, 59)))


MESSAGES = (
    Message(states.AGREEMENT_OPENED, TOPIC, to_both, _about(opened), TEMPLATE),
    Message(states.AGREEMENT_CHANGED, TOPIC, to_both, _about(changed), TEMPLATE),
    Message(states.AGREEMENT_SIGNED, TOPIC, to_partner, _about(signed), TEMPLATE),
    Message(states.AGREEMENT_RENEWED, TOPIC, to_partner, _about(renewed), TEMPLATE),
    Message(states.AGREEMENT_ENDED, TOPIC, to_partner, _about(ended), TEMPLATE),
    Message(states.AGREEMENT_DECLINED, TOPIC, to_both, _about(declined), TEMPLATE),
    Message(states.AGREEMENT_ENDS_SOON, TOPIC, to_both, _about(ends_soon), TEMPLATE),
)
DUTIES = (
    Duty("network.talks", gettext_lazy("Talks with partners"), talks),
    Duty("network.agreements_ending", gettext_lazy("Agreements that end soon"), ending),
    Duty("network.keystones", gettext_lazy("Keystone partners without hub or core funding"), unborne),
)
