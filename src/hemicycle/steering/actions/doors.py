"""What every verb of the committee does first and last: ask the policy, hold the row, write words."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import days, texts
from hemicycle.kit.typed import one_line, plain
from hemicycle.steering import policy
from hemicycle.steering.models import Procedure, Sitting
from hemicycle.steering.states import FURTHEST, LONGEST_TEXT, LONGEST_TITLE
from hemicycle.ui.formatting import format_number

LONGEST = {"title": LONGEST_TITLE}


class SteeringRefused(ValidationError):
    """The committee's rules do not allow this; the message says why."""


def require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied


def held(sitting: Sitting, by: Person) -> Sitting:
    """The sitting as it is now, held until the transaction ends, for somebody who may change it."""
    require(policy.may_keep(by))
    return Sitting.objects.select_for_update(of=("self",)).select_related("meeting__body").get(pk=sitting.pk)


def held_procedure(procedure: Procedure) -> Procedure:
    return Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)


def write(uid: UUID, names: Sequence[str], words: Mapping[str, str], language: str, by: Person) -> None:
    """Publish these words in one language; the first language in which a thing is written is its original."""
    fields = {name: _tidy(name, str(words.get(name, ""))) for name in names}
    _check(fields)
    known = texts.all_languages([uid]).get(uid, {})
    original = not known or next(iter(known)) == language
    if fields != known.get(language):
        texts.write(texts.Draft(uid, language, fields, original=original), by=by.uid, publish=True)


def check_day(name: str, day: date) -> None:
    """A day that somebody can have meant."""
    if abs(day - days.today()) > FURTHEST:
        raise SteeringRefused({name: _("This day is too far away; look at the year.")})


def too_long(text: str, most: int) -> str:
    """A sentence if the text is longer than it may be."""
    if len(text) <= most:
        return ""
    words = {"length": format_number(len(text)), "most": format_number(most)}
    return _("This has %(length)s characters; shorten it to %(most)s.") % words


def _tidy(name: str, text: str) -> str:
    return one_line(text) if name == "title" else plain(text).strip()


def _check(fields: Mapping[str, str]) -> None:
    faults = {
        name: fault for name, text in fields.items() if (fault := too_long(text, LONGEST.get(name, LONGEST_TEXT)))
    }
    if not fields.get("title", "-"):
        faults["title"] = _("Give it a title.")
    if not fields.get("question", "-"):
        faults["question"] = _("Say what you ask.")
    if faults:
        raise SteeringRefused(faults)
