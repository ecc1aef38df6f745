"""What somebody answers who is asked for their second factor: a code from an app, a recovery code, or a passkey."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from django.forms import Form
from django.http import HttpRequest
from django.utils.translation import gettext as _

from hemicycle.accounts import confirming, factors, limits
from hemicycle.accounts.adapters import TOO_OFTEN
from hemicycle.accounts.forms import FactorForm
from hemicycle.accounts.models import Person
from hemicycle.accounts.states import CODE_TRIES

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """How an answer was taken, and what the page shows of it."""

    form: FactorForm
    given: bool = False  # whether it was right
    refused: str = ""  # why not, where no field is at fault
    status: int = 200
    too_often: bool = False  # whether whoever sits here has to begin again

    def shown(self, person: Person) -> dict[str, Any]:
        form = self.form if factors.has_codes(person) else None
        return {"form": form, "passkeys": factors.has_passkeys(person), "refused": self.refused}


def answered(request: HttpRequest, person: Person, *, reauthenticated: bool) -> Answer:
    """Take an answer; every wrong one is counted, by the network and in this session."""
    if request.method != "POST":
        return Answer(FactorForm())
    if not limits.may_try(request):
        return Answer(FactorForm(), refused=str(TOO_OFTEN), status=429)
    answer = _passkey if "credential" in request.POST else _code
    taken = answer(request, person, reauthenticated=reauthenticated)
    if taken.given or confirming.wrong_once_more(request) < CODE_TRIES:
        return taken
    return Answer(taken.form, too_often=True, status=422)


def _passkey(request: HttpRequest, person: Person, *, reauthenticated: bool) -> Answer:
    kind = ReauthenticateWebAuthnForm if reauthenticated else AuthenticateWebAuthnForm
    given = kind(data=request.POST, user=person)
    if is_passkey(request, given):
        given.save()
        return Answer(FactorForm(), given=True)
    return Answer(FactorForm(), refused=_("The passkey was not accepted."), status=422)


def _code(request: HttpRequest, person: Person, *, reauthenticated: bool) -> Answer:
    form = FactorForm(request.POST)
    if not form.is_valid():
        return Answer(form, status=422)
    kind = ReauthenticateForm if reauthenticated else AuthenticateForm
    given = kind(data={"code": factors.plain(form.cleaned_data["code"])}, user=person)
    if given.is_valid():
        given.save()
        return Answer(form, given=True)
    form.add_error("code", given.errors["code"].as_data())
    return Answer(form, status=422)


def is_passkey(request: HttpRequest, form: Form) -> bool:
    """Whether the form holds a passkey that is right. The library trusts what it parses to be well-formed."""
    try:
        return isinstance(json.loads(request.POST.get("credential", "")), dict) and form.is_valid()
    except Exception as error:  # noqa: BLE001 - made-up bytes fail in its parsers in more ways than can be named.
        log.info("passkey refused", extra={"error": type(error).__name__})
        return False
