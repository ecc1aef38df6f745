"""The verbs of agreements up to their signing: opening, changing and declining talks, keeping documents, signing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files
from hemicycle.core.dates import earliest
from hemicycle.core.models import File
from hemicycle.network import papers
from hemicycle.network.actions.agreed import locked, record, require, write_words
from hemicycle.network.agreeing import check_day, check_host, check_partner, check_place, check_signing, check_talks
from hemicycle.network.bearing import AgreementRefused
from hemicycle.network.models import Agreement, Body, Project
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import BodyKind
from hemicycle.network.states import agreements as states
from hemicycle.network.states.agreements import AgreementState, Level


@dataclass(frozen=True)
class Signing:
    """What the two sides signed."""

    signed_on: str
    since: str
    until: str = ""  # Empty means until it is ended.
    signatories: str = ""


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
    require(agreeing.may_open_agreement(by, body))
    check_partner(body)
    Body.objects.select_for_update().get(pk=body.pk)
    agreement = Agreement(body=body, level=level, hub=hub, project=project)
    _check_terms(agreement)
    agreement.save()
    if words:
        write_words(agreement, words, language, by)
    record(states.AGREEMENT_OPENED, agreement, by=by, level=level)
    return agreement


@transaction.atomic
def change_agreement(
    agreement: Agreement, *, by: Person, words: Mapping[str, str], language: str, **terms: Any
) -> None:
    """Change what is talked about, or the words of what was signed; level, hub and project only during talks.

    A level that public sources left open can be said later, once somebody knows it; its rules are checked then.
    """
    agreement = locked(agreement)
    _require_keeping(agreement, by)
    changed = {name: value for name, value in terms.items() if name in open_terms(agreement)}
    other = {name: value for name, value in changed.items() if getattr(agreement, name) != value}
    for name, value in other.items():
        setattr(agreement, name, value)
    if other:
        _check_terms(agreement)
        if agreement.state == AgreementState.SIGNED:
            check_signing(agreement)
    if write_words(agreement, words, language, by) or other:
        agreement.shipped = False
        agreement.save()
        record(states.AGREEMENT_CHANGED, agreement, by=by)


@transaction.atomic
def sign_agreement(agreement: Agreement, signing: Signing, *, by: Person) -> None:
    """The agreement is signed and public. Its level's rules are checked; nobody signs for their own body."""
    agreement = locked(agreement)
    require(agreeing.may_sign_agreement(by, agreement))
    check_in_talks(agreement)
    if agreement.hub is not None:
        check_host(agreement.body)
    put_signing(agreement, signing)
    check_signing(agreement)
    agreement.save()
    record(states.AGREEMENT_SIGNED, agreement, by=by, level=agreement.level)


@transaction.atomic
def decline_agreement(agreement: Agreement, *, by: Person) -> None:
    """The talks came to nothing; both sides still see them."""
    agreement = locked(agreement)
    _require_keeping(agreement, by)
    check_in_talks(agreement)
    agreement.state = AgreementState.DECLINED
    agreement.save()
    record(states.AGREEMENT_DECLINED, agreement, by=by)


@transaction.atomic
def keep_agreement_paper(agreement: Agreement, content: bytes, *, by: Person) -> File:
    """Put a document on file; it is read by the two sides alone, also when the agreement is public."""
    agreement = locked(agreement)
    _require_keeping(agreement, by)
    kept = File.objects.filter(subject=agreement.uid, kind=states.PAPER_KIND).count()
    if kept >= states.MOST_DOCUMENTS:
        raise AgreementRefused(_("There are as many documents with this agreement as there may be."))
    paper = papers.checked(content, name=f"agreement-{kept + 1}", most=states.DOCUMENT_BYTES)
    file = files.keep(
        paper.content,
        subject=agreement.uid,
        kind=states.PAPER_KIND,
        name=paper.name,
        media_type=paper.media_type,
        public=False,
        by=by.uid,
    )
    record(states.AGREEMENT_PAPER_KEPT, agreement, by=by)
    return file


def _require_keeping(agreement: Agreement, by: Person) -> None:
    """Whoever was of a side while there were talks hears that they are over; for all others there is nothing."""
    require(agreeing.may_open_agreement(by, agreement.body))
    if not agreeing.may_keep_agreement(by, agreement):
        check_in_talks(agreement)


def put_signing(agreement: Agreement, signing: Signing) -> None:
    check_day("signed_on", signing.signed_on)
    if signing.signed_on and earliest(signing.signed_on) > timezone.localdate().isoformat():
        raise AgreementRefused({"signed_on": _("This day is still to come; nobody has signed on it yet.")})
    for name, value in vars(signing).items():
        setattr(agreement, name, value)
    agreement.state = AgreementState.SIGNED
    agreement.full_clean(validate_constraints=False)


def check_in_talks(agreement: Agreement) -> None:
    if agreement.state != AgreementState.TALKS:
        raise AgreementRefused(_("This agreement is not in talks any more. Open it again to see what changed."))


def check_signed(agreement: Agreement) -> None:
    if agreement.state != AgreementState.SIGNED:
        raise AgreementRefused(_("This agreement was not signed yet."))


def open_terms(agreement: Agreement) -> tuple[str, ...]:
    """What of an agreement can still be changed, besides its words."""
    if agreement.state == AgreementState.TALKS:
        return ("level", "hub", "project")
    return ("level",) if agreement.level == Level.UNKNOWN else ()


def _check_terms(agreement: Agreement) -> None:
    """What holds during talks already; what only signing must fulfil can still be agreed on."""
    agreement.full_clean(validate_constraints=False)
    if agreement.hub is not None and agreement.hub.kind != BodyKind.HUB:
        check_place(agreement)
    if agreement.state == AgreementState.TALKS:
        check_talks(agreement)
