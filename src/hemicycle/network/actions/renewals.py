"""The verbs of agreements after their signing: renewed, handed over to another host, ended."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core.dates import earliest, latest
from hemicycle.network.actions.agreed import copy_words, locked, record, refresh_around, require
from hemicycle.network.actions.agreements import Signing, check_signed, put_signing
from hemicycle.network.agreeing import check_host, check_hub_kept, check_partner, check_signing, check_whole_day
from hemicycle.network.bearing import AgreementRefused, keeping_keystones
from hemicycle.network.models import Agreement, Body, Contribution
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import agreements as states


@transaction.atomic
def renew_agreement(agreement: Agreement, signing: Signing, *, by: Person, goes_on: Collection[UUID] = ()) -> Agreement:
    """A new agreement follows the old one, which stays as it was but for its end.

    Contributions that go on are recorded with the new one; what they are worth in its time is said anew.
    """
    agreement = _for_the_next(agreement, signing, by)
    renewal = Agreement(
        body=agreement.body, level=agreement.level, hub=agreement.hub, project=agreement.project, renews=agreement
    )
    with keeping_keystones(agreement.body):
        _end_before(agreement, signing.since)
        put_signing(renewal, signing)
        renewal.save()
        _carry_on(agreement, renewal, goes_on)
        check_signing(renewal)
    return _followed(agreement, renewal, states.AGREEMENT_RENEWED, by)


@transaction.atomic
def hand_over(agreement: Agreement, body: Body, signing: Signing, *, by: Person) -> Agreement:
    """Another body hosts the hub from now on; both agreements are kept. The new host has somebody who speaks for it."""
    agreement = _for_the_next(agreement, signing, by)
    if agreement.hub is None:
        raise AgreementRefused(_("Only the hosting of a hub is handed over."))
    if body.pk == agreement.body_id:
        raise AgreementRefused({"body": _("This is the host itself; renew the agreement instead.")})
    check_partner(body)
    check_host(body)
    Body.objects.select_for_update().get(pk=body.pk)
    successor = Agreement(body=body, level=agreement.level, hub=agreement.hub, takes_over=agreement)
    require(agreeing.may_sign_agreement(by, successor))
    with keeping_keystones(agreement.body):
        _end_before(agreement, signing.since)
    put_signing(successor, signing)
    check_signing(successor)
    successor.save()
    return _followed(agreement, successor, states.AGREEMENT_SIGNED, by)


@transaction.atomic
def end_agreement(agreement: Agreement, *, on: str, by: Person) -> None:
    """The agreement ends with this day, which is its last. Nothing that rests on it is left hanging."""
    agreement = locked(agreement)
    require(agreeing.may_sign_agreement(by, agreement))
    check_signed(agreement)
    check_whole_day("until", on)
    if agreement.until == on:
        return
    if agreement.until and on > latest(agreement.until):
        raise AgreementRefused({"until": _("It ends earlier already. To go on, renew it.")})
    if agreement.since and on < earliest(agreement.since):
        raise AgreementRefused({"until": _("The agreement would end before it begins.")})
    with keeping_keystones(agreement.body):
        _set_end(agreement, on)
    check_hub_kept(agreement)
    record(states.AGREEMENT_ENDED, agreement, by=by, until=on)


def _for_the_next(agreement: Agreement, signing: Signing, by: Person) -> Agreement:
    agreement = locked(agreement)
    require(agreeing.may_sign_agreement(by, agreement))
    check_signed(agreement)
    check_whole_day("since", signing.since)
    return agreement


def _end_before(agreement: Agreement, since: str) -> None:
    """The old agreement ends on the day before the new one begins, unless it was over by then."""
    day = parse_date(since)
    last = (day - timedelta(days=1)).isoformat() if day else since
    if agreement.since and last < earliest(agreement.since):
        raise AgreementRefused({"since": _("The new agreement would begin before the old one does.")})
    if latest(agreement.until) > last:
        _set_end(agreement, last)


def _set_end(agreement: Agreement, last: str) -> None:
    agreement.until = last
    # From here on it is what people know of it, and no file has a say any more.
    agreement.shipped = False
    # Whoever sets an end knows of it; nobody has to be reminded.
    agreement.reminded_on = timezone.localdate()
    agreement.save()


def _carry_on(old: Agreement, new: Agreement, goes_on: Collection[UUID]) -> None:
    for gift in Contribution.objects.filter(agreement=old, uid__in=list(goes_on)):
        Contribution.objects.create(agreement=new, gift=gift.gift, what=gift.what, language=gift.language)


def _followed(old: Agreement, new: Agreement, verb: str, by: Person) -> Agreement:
    copy_words(old, new, by)
    record(verb, new, by=by, level=new.level)
    record(states.AGREEMENT_ENDED, old, by=by, until=old.until)
    refresh_around(new)
    return new
