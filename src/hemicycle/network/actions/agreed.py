"""What every verb of an agreement does first and last: hold the rows, ask the policy, record, renew the lists."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied

from hemicycle.accounts.models import Person
from hemicycle.core import journal, listings, texts
from hemicycle.network.models import Agreement, Body
from hemicycle.network.states import BodyKind
from hemicycle.network.states.agreements import AgreementState

TEXTS = ("gives", "gets", "credit", "disclaimer")


def require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied


def locked(agreement: Agreement) -> Agreement:
    """The agreement as it is now. Its partner is held first: the rules ask for all agreements of one body."""
    Body.objects.select_for_update().get(pk=agreement.body_id)
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("body__parent", "hub", "project")
    return rows.get(pk=agreement.pk)


def record(verb: str, agreement: Agreement, *, by: Person | None, **facts: journal.Fact) -> None:
    """Tell of it, and let the lists follow in which the partner, the project and the hub stand."""
    journal.record(verb, agreement, by=by, body=agreement.body.key, **facts)
    if agreement.state == AgreementState.SIGNED:
        refresh_around(agreement)


def refresh_around(agreement: Agreement) -> None:
    around: list[Any] = [agreement.project] if agreement.project is not None else []
    around += [one for one in (agreement.hub, agreement.body) if one is not None and one.kind in _LISTED_HERE]
    listings.refresh(around)
    for follow in FOLLOWERS:
        follow(agreement)


# What else changes with an agreement, such as outputs of its project that packages above keep.
FOLLOWERS: list[Any] = []
_LISTED_HERE = (BodyKind.ORGANISATION, BodyKind.HUB)


def write_words(agreement: Agreement, words: Mapping[str, str], language: str, by: Person) -> bool:
    """Keep what is given, got and required in one language; whether that was another text than before."""
    fields = {name: str(words.get(name, "")).strip() for name in TEXTS}
    written = texts.all_languages([agreement.uid]).get(agreement.uid, {})
    before = written.get(language, {})
    if {name: str(before.get(name, "")) for name in TEXTS} == fields:
        return False
    original = not written or next(iter(written)) == language
    texts.write(texts.Draft(agreement.uid, language, fields, original=original), by=by.uid, publish=True)
    return True


def copy_words(old: Agreement, new: Agreement, by: Person) -> None:
    """What was given, got and required goes on, in every language, until somebody writes it anew."""
    for place, (language, fields) in enumerate(texts.all_languages([old.uid]).get(old.uid, {}).items()):
        texts.write(texts.Draft(new.uid, language, dict(fields), original=place == 0), by=by.uid, publish=True)
