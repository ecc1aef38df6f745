"""The verbs of agreements: from first talks to signing, renewal, handover and end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files, journal, texts
from hemicycle.core.models import File
from hemicycle.network import papers
from hemicycle.network.agreeing import AgreementRefused, check_host, check_signing
from hemicycle.network.models import Agreement, Body, Contribution, Project
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import agreements as states
from hemicycle.network.states.agreements import AgreementState

TEXTS = ("gives", "gets", "credit", "disclaimer")


@dataclass(frozen=True)
class Signing:
    """What the two sides signed."""

    signed_on: str
    since: str
    until: str = ""  # Empty means until it is ended.
    signatories: str = ""


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
def open_agreement(
    body: Body,
    level: str,
    *,
    by: Person,
    hub: Body | None = None,
    project: Project | None = None,
    words: Mapping[str, str] | None = None,
    language: str = "en",
) -> Agreement:
    """Talks with a partner have begun. The secretariat and the partner's own side may; both hear of what follows."""
    _require(agreeing.may_open_agreement(by, body))
    agreement = Agreement(body=body, level=level, hub=hub, project=project)
    agreement.full_clean()
    agreement.save()
    if words:
        _write(agreement, words, language, by)
    journal.record(states.AGREEMENT_OPENED, agreement, by=by, body=body.key, level=level)
    return agreement


@transaction.atomic
def change_agreement(
    agreement: Agreement, *, by: Person, words: Mapping[str, str], language: str, **terms: Any
) -> None:
    """Change what is talked about, or the words of what was signed; level, hub and project only during talks."""
    agreement = _locked(agreement)
    _require(agreeing.may_keep_agreement(by, agreement))
    if agreement.state == AgreementState.TALKS:
        for name in ("level", "hub", "project"):
            if name in terms:
                setattr(agreement, name, terms[name])
        agreement.full_clean()
        agreement.save()
    _write(agreement, words, language, by)
    journal.record(states.AGREEMENT_CHANGED, agreement, by=by)


@transaction.atomic
def record_contribution(agreement: Agreement, given: Given, *, by: Person) -> Contribution:
    """Say what the partner gave; a value that nobody knows is recorded as not known."""
    agreement = _locked(agreement)
    _require(agreeing.may_record_contribution(by, agreement))
    contribution = Contribution(agreement=agreement, **vars(given))
    if (contribution.amount is None) == bool(contribution.currency):
        raise ValidationError({"currency": _("An amount and its currency belong together.")})
    contribution.full_clean()
    contribution.save()
    journal.record(states.CONTRIBUTION_RECORDED, agreement, by=by, gift=given.gift)
    return contribution


@transaction.atomic
def sign_agreement(agreement: Agreement, signing: Signing, *, by: Person) -> None:
    """The agreement is signed and public. Its level's rules are checked; nobody signs for their own body."""
    agreement = _locked(agreement)
    _require(agreeing.may_sign_agreement(by, agreement))
    if agreement.state != AgreementState.TALKS:
        raise AgreementRefused(_("This agreement is not in talks any more. Open it again to see what changed."))
    if agreement.hub is not None:
        check_host(agreement.body)
    _sign(agreement, signing)
    agreement.save()
    journal.record(states.AGREEMENT_SIGNED, agreement, by=by, body=agreement.body.key, level=agreement.level)


@transaction.atomic
def renew_agreement(agreement: Agreement, signing: Signing, *, by: Person) -> Agreement:
    """A new agreement follows the old one, which stays as it was but for its end."""
    agreement = _locked(agreement)
    _require(agreeing.may_sign_agreement(by, agreement))
    _check_signed(agreement)
    _end_before(agreement, signing.since)
    renewal = Agreement(
        body=agreement.body, level=agreement.level, hub=agreement.hub, project=agreement.project, renews=agreement
    )
    return _follow(agreement, renewal, signing, states.AGREEMENT_RENEWED, by)


@transaction.atomic
def hand_over(agreement: Agreement, body: Body, signing: Signing, *, by: Person) -> Agreement:
    """Another body hosts the hub from now on; both agreements are kept. The new host has somebody who speaks for it."""
    agreement = _locked(agreement)
    _require(agreeing.may_sign_agreement(by, agreement))
    _check_signed(agreement)
    if agreement.hub is None:
        raise AgreementRefused(_("Only the hosting of a hub is handed over."))
    if body.pk == agreement.body_id:
        raise AgreementRefused({"body": _("This is the host itself; renew the agreement instead.")})
    check_host(body)
    _end_before(agreement, signing.since)
    successor = Agreement(body=body, level=agreement.level, hub=agreement.hub, takes_over=agreement)
    return _follow(agreement, successor, signing, states.AGREEMENT_SIGNED, by)


@transaction.atomic
def end_agreement(agreement: Agreement, *, on: str, by: Person) -> None:
    """The agreement ends on this day, which is its last."""
    agreement = _locked(agreement)
    _require(agreeing.may_sign_agreement(by, agreement))
    _check_signed(agreement)
    agreement.until = on
    agreement.full_clean()
    check_signing(agreement)
    agreement.save()
    journal.record(states.AGREEMENT_ENDED, agreement, by=by, body=agreement.body.key)


@transaction.atomic
def decline_agreement(agreement: Agreement, *, by: Person) -> None:
    """The talks came to nothing; both sides still see them."""
    agreement = _locked(agreement)
    _require(agreeing.may_keep_agreement(by, agreement))
    if agreement.state != AgreementState.TALKS:
        raise AgreementRefused(_("This agreement is not in talks any more. Open it again to see what changed."))
    agreement.state = AgreementState.DECLINED
    agreement.save()
    journal.record(states.AGREEMENT_DECLINED, agreement, by=by, body=agreement.body.key)


@transaction.atomic
def keep_agreement_paper(agreement: Agreement, content: bytes, *, by: Person) -> File:
    """Put a document on file; it is read by the two sides alone."""
    agreement = _locked(agreement)
    _require(agreeing.may_keep_agreement(by, agreement))
    paper = papers.checked(content, name="agreement", most=states.DOCUMENT_BYTES)
    return files.keep(
        paper.content,
        subject=agreement.uid,
        kind=agreement.kind,
        name=paper.name,
        media_type=paper.media_type,
        public=False,
        by=by.uid,
    )


def _follow(old: Agreement, new: Agreement, signing: Signing, verb: str, by: Person) -> Agreement:
    _sign(new, signing)
    new.save()
    _copy_words(old, new, by)
    journal.record(verb, new, by=by, body=new.body.key, level=new.level)
    journal.record(states.AGREEMENT_ENDED, old, by=by, body=old.body.key)
    return new


def _sign(agreement: Agreement, signing: Signing) -> None:
    for name, value in vars(signing).items():
        setattr(agreement, name, value)
    agreement.state = AgreementState.SIGNED
    agreement.full_clean()
    check_signing(agreement)


def _copy_words(old: Agreement, new: Agreement, by: Person) -> None:
    """What was given, got and required goes on, in every language, until somebody writes it anew."""
    for place, (language, fields) in enumerate(texts.all_languages([old.uid]).get(old.uid, {}).items()):
        texts.write(texts.Draft(new.uid, language, dict(fields), original=place == 0), by=by.uid, publish=True)


def _end_before(agreement: Agreement, since: str) -> None:
    """The old agreement ends on the day before the new one begins, unless it was over by then."""
    day = parse_date(since)
    if day is None:
        raise ValidationError({"since": _("Give the day on which the new agreement begins, such as 2027-01-01.")})
    last = (day - timedelta(days=1)).isoformat()
    if not agreement.until or agreement.until > last:
        agreement.until = last
        agreement.full_clean()
        agreement.save()


def _check_signed(agreement: Agreement) -> None:
    if agreement.state != AgreementState.SIGNED:
        raise AgreementRefused(_("This agreement was not signed yet."))


def _write(agreement: Agreement, words: Mapping[str, str], language: str, by: Person) -> None:
    known = texts.read([agreement.uid], language).get(agreement.uid)
    original = known is None or known.original == language
    fields = {name: str(words.get(name, "")).strip() for name in TEXTS}
    texts.write(texts.Draft(agreement.uid, language, fields, original=original), by=by.uid, publish=True)


def _locked(agreement: Agreement) -> Agreement:
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("body__parent", "hub", "project")
    return rows.get(pk=agreement.pk)


def _require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied
