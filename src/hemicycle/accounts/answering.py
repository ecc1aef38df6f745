"""What somebody answers who is asked for their second factor: a code from an app, a recovery code, or a passkey."""

import json
from dataclasses import dataclass
from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from django.http import HttpRequest
from django.utils.translation import gettext as _

from hemicycle.accounts import confirming, factors, limits
from hemicycle.accounts.adapters import TOO_OFTEN
from hemicycle.accounts.forms import FactorForm
from hemicycle.accounts.models import Person
from hemicycle.accounts.states import CODE_TRIES


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
    if is_json_object(request) and given.is_valid():
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


def is_json_object(request: HttpRequest) -> bool:
    """What is not even an object never reaches the library, which would fail over it."""
    try:
        return isinstance(json.loads(request.POST.get("credential", "")), dict)
    except ValueError:
        return False
