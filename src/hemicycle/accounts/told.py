"""What the history of an account says: to the person whose account it is, and to nobody else."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.accounts import states
from hemicycle.accounts.models import Person
from hemicycle.core import history
from hemicycle.core.history import Thing
from hemicycle.ui.parts import Link

WORDS: dict[str, Any] = {
    states.INVITED: gettext_lazy("Invited"),
    states.ENTERED: gettext_lazy("Signed in by an entry link"),
    states.JOINED: gettext_lazy("Joined"),
    states.ADDRESS_CHANGED: gettext_lazy("Mail address changed"),
    states.PROTECTED: gettext_lazy("Second factor added"),
    states.UNPROTECTED: gettext_lazy("Second factor removed"),
    states.LEFT: gettext_lazy("Left, and what was personal removed"),
    states.TOKEN_ISSUED: gettext_lazy("Token for a program issued"),
    states.TOKEN_REVOKED: gettext_lazy("Token for a program revoked"),
}


def standing(viewer: Any, uid: UUID) -> Collection[str]:
    """One's own account is told in full; nobody else is told of it."""
    return history.STAFF if viewer.is_authenticated and viewer.uid == uid else history.NOBODY


def thing(uid: UUID) -> Thing:  # noqa: ARG001 - only the person themself gets here.
    return Thing(_("My account"), reverse("accounts:home"))


def places(person: Person) -> Iterable[Link]:
    yield Link(_("History of my account"), history.address_of(Person.kind, person.uid))
