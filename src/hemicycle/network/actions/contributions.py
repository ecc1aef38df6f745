"""The verbs of contributions: what partners give is recorded, put right, and taken out where it was a mistake."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core.dates import earliest, latest
from hemicycle.network.actions.agreed import locked, record, require
from hemicycle.network.agreeing import check_day
from hemicycle.network.bearing import AgreementRefused, keeping_keystones
from hemicycle.network.models import Agreement, Contribution
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import agreements as states
from hemicycle.network.states.agreements import AgreementState


@dataclass(frozen=True)
class Given:
    """One contribution as somebody records it; neither amount nor days means that its value is not known."""

    gift: str
    what: str = ""
    language: str = "en"
    amount: Decimal | None = None
    currency: str = ""
    working_days: int | None = None
    since: str = ""
    until: str = ""
    led_to: str = ""
    led_to_address: str = ""


@transaction.atomic
def record_contribution(agreement: Agreement, given: Given, *, by: Person) -> Contribution:
    """Say what the partner gave; a value that nobody knows is recorded as not known."""
    agreement = locked(agreement)
    require(agreeing.may_record_contribution(by, agreement))
    _check_state(agreement)
    contribution = Contribution(agreement=agreement, **vars(given))
    _check(contribution)
    if Contribution.objects.filter(agreement=agreement, **vars(given)).exists():
        raise AgreementRefused(_("Exactly this is recorded already."))
    contribution.save()
    record(states.CONTRIBUTION_RECORDED, agreement, by=by, gift=given.gift)
    return contribution


@transaction.atomic
def change_contribution(contribution: Contribution, given: Given, *, by: Person) -> None:
    """Put right what was said of a contribution, or say when it ended and what it led to."""
    agreement = locked(contribution.agreement)
    require(agreeing.may_record_contribution(by, agreement))
    _check_state(agreement)
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    contribution.agreement = agreement
    for name, value in vars(given).items():
        setattr(contribution, name, value)
    contribution.shipped = False
    _check(contribution)
    with keeping_keystones(agreement.body):
        contribution.save()
    record(states.CONTRIBUTION_CHANGED, agreement, by=by, gift=given.gift)


@transaction.atomic
def remove_contribution(contribution: Contribution, *, by: Person) -> None:
    """Take out what was recorded by mistake; the journal keeps that it was there."""
    agreement = locked(contribution.agreement)
    require(agreeing.may_record_contribution(by, agreement))
    _check_state(agreement)
    with keeping_keystones(agreement.body):
        gone, _rows = Contribution.objects.filter(pk=contribution.pk).delete()
    if gone:
        Agreement.objects.filter(pk=agreement.pk).update(shipped=False)
        record(states.CONTRIBUTION_REMOVED, agreement, by=by, gift=contribution.gift)


def _check_state(agreement: Agreement) -> None:
    if agreement.state == AgreementState.DECLINED:
        raise AgreementRefused(_("These talks came to nothing; what is given belongs to another agreement."))


def _check(contribution: Contribution) -> None:
    if (contribution.amount is None) == bool(contribution.currency):
        raise ValidationError({"currency": _("An amount and its currency belong together.")})
    for name in ("since", "until"):
        check_day(name, getattr(contribution, name))
    since, until = contribution.since, contribution.until
    if since and until and latest(until) < earliest(since):
        raise AgreementRefused({"until": _("The contribution would end before it begins.")})
    contribution.full_clean()
