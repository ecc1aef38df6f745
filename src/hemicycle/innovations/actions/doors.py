"""What every verb does first and last: ask the policy, hold the row, take the step, refresh what names the thing."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, listings
from hemicycle.innovations import queries
from hemicycle.innovations.models import Case
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.states import STEPS, State

Kind = TypeVar("Kind", bound=Innovation)


class StepRefused(ValidationError):
    """The thing is not in a state from which this step may start; somebody else may have been faster."""


def require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied


def locked(thing: Kind) -> Kind:
    """The row as it is now, held until the transaction ends."""
    model = type(thing)
    return model._default_manager.select_for_update(of=("self",)).get(pk=thing.pk)  # noqa: SLF001


def step(thing: Innovation, name: str, happened: str, *, by: Person) -> None:
    """Lead the thing to its next state and say in the journal what happened, in its kind's own verb."""
    require_state(thing, name)
    thing.state = STEPS[name][1]
    thing.save()
    journal.record(f"{thing.kind}.{happened}", thing, by=by)
    refresh_kin(thing)


def require_state(thing: Innovation, name: str) -> None:
    """Refuse a step that does not start where the thing stands."""
    if thing.state not in STEPS[name][0]:
        message = _("This cannot be done now: the record is “%(state)s”. Open it again to see what changed.")
        raise StepRefused(message % {"state": State(thing.state).label})


def free_slug(title: str, taken: set[str]) -> str:
    """An address from the title; a number is added until it is free. Scripts without Latin letters get “case”."""
    base = slugify(title)[:110].strip("-") or "case"
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug


def refresh_kin(thing: Innovation) -> None:
    """Records name the cases that they were taken from and by; they change when such a case comes or goes."""
    if isinstance(thing, Case):
        listings.refresh(queries.linked_to(thing))
