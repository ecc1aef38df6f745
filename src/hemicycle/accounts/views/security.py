"""By what a person signs in: passkeys, authenticator app, recovery codes."""

import base64

from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal import flows as totp
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.internal import flows as webauthn
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from hemicycle.accounts import actions, factors, second_factor, ways
from hemicycle.accounts.answering import is_passkey
from hemicycle.accounts.confirming import confirmed
from hemicycle.accounts.contexts.own import AppPage, Key, PasskeyPage, RecoveryPage, SecurityPage
from hemicycle.accounts.contexts.signing import FormPage
from hemicycle.accounts.forms import CodeForm, EmptyForm, PasskeyForm, typed
from hemicycle.ui import show
from hemicycle.ui.parts import Link

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def security(request: HttpRequest) -> HttpResponse:
    person = authenticated_user(request)
    demanded = second_factor.is_missing(request)
    recovery = factors.recovery_of(person)
    page = SecurityPage(
        title=_("Signing in safely"),
        lead=_("Your office asks for a second factor: add a passkey or an authenticator app, then go on.")
        if demanded
        else _("A code sent by mail always signs you in. A passkey is faster and safer."),
        demanded=demanded,
        onward=ways.asked_way(request),
        keys=tuple(
            Key(str(each), each.created_at, each.last_used_at, reverse("accounts:passkey_remove", args=[each.pk]))
            for each in factors.passkeys_of(person)
        ),
        app=factors.has_app(person),
        recovery=len(recovery.wrap().get_unused_codes()) if recovery else None,
        password=person.has_usable_password(),
    )
    return show(request, page)


@confirmed
@require_http_methods(METHODS)
def app_add(request: HttpRequest) -> HttpResponse:
    """Nothing is set up until a first code shows that the app works."""
    person = authenticated_user(request)
    if factors.has_app(person):
        return HttpResponseRedirect(reverse("accounts:security"))
    form = CodeForm(typed(request))
    posted = {"code": factors.plain(request.POST.get("code", ""))} if request.method == "POST" else None
    made = ActivateTOTPForm(data=posted, user=person)
    if request.method == "POST" and form.is_valid():
        if made.is_valid():
            totp.activate_totp(request, made)
            actions.protect(person)
            return _show_recovery(request, person)
        form.add_error("code", made.errors["code"].as_data())
    address = get_adapter().build_totp_url(person, made.secret)
    picture = base64.b64encode(get_adapter().build_totp_svg(address).encode()).decode()
    page = AppPage(
        title=_("Add an authenticator app"),
        lead=_("Scan the picture with the app, or type the letters into it. Then type the code that the app shows."),
        form=form,
        picture=f"data:image/svg+xml;base64,{picture}",
        secret=" ".join(made.secret[at : at + 4] for at in range(0, len(made.secret), 4)),
        onward=ways.asked_way(request),
    )
    return show(request, page, status=422 if form.errors else 200)


@confirmed
@require_http_methods(METHODS)
def app_remove(request: HttpRequest) -> HttpResponse:
    authenticator = get_object_or_404(Authenticator, user=request.user, type=Authenticator.Type.TOTP)
    return _remove(request, authenticator, _("Remove the authenticator app"), totp.deactivate_totp)


@confirmed
@require_http_methods(METHODS)
def passkey_add(request: HttpRequest) -> HttpResponse:
    person, form, refused = authenticated_user(request), PasskeyForm(typed(request)), ""
    if request.method == "POST":
        given = {"credential": request.POST.get("credential", ""), "passwordless": "on"}
        made = AddWebAuthnForm(data={**given, "name": request.POST.get("name", "")[:60]}, user=person)
        if form.is_valid() and is_passkey(request, made):
            name, credential = made.cleaned_data["name"], made.cleaned_data["credential"]
            webauthn.add_authenticator(request, name=name, credential=credential)
            actions.protect(person)
            return _show_recovery(request, person)
        refused = _("The passkey was not accepted.")
    page = PasskeyPage(
        title=_("Add a passkey"),
        lead=_("Your telephone or computer keeps it and asks for your finger, your face or a PIN."),
        form=form,
        onward=ways.asked_way(request),
        refused=refused,
    )
    return show(request, page, status=422 if refused else 200)


@confirmed
@require_http_methods(METHODS)
def passkey_remove(request: HttpRequest, pk: int) -> HttpResponse:
    authenticator = get_object_or_404(factors.passkeys_of(request.user), pk=pk)
    return _remove(request, authenticator, _("Remove this passkey"), webauthn.remove_authenticator)


@confirmed
@require_POST
def recovery(request: HttpRequest) -> HttpResponse:
    """New recovery codes; they are shown in this answer and nowhere else."""
    if not second_factor.has(request.user):
        raise Http404
    generate_recovery_codes(request)
    return _show_recovery(request, authenticated_user(request))


def _remove(request: HttpRequest, authenticator: Authenticator, title: str, remove: object) -> HttpResponse:
    if not second_factor.may_remove(request.user, authenticator):
        lead, form = _("Your office asks for a second factor, and this is the last one. Add another first."), None
    else:
        lead, form = _("From then on it no longer signs you in."), EmptyForm()
    if request.method == "POST" and form is not None:
        remove(request, authenticator)  # type: ignore[operator]
        actions.unprotect(request.user)
        return HttpResponseRedirect(reverse("accounts:security"))
    page = FormPage(
        title=title,
        lead=lead,
        form=form,
        button=_("Remove"),
        links=(Link(_("Leave it as it is"), reverse("accounts:security")),),
        grave=True,
    )
    return show(request, page, status=422 if request.method == "POST" else 200)


def _show_recovery(request: HttpRequest, person: object) -> HttpResponse:
    held = factors.recovery_of(person)  # type: ignore[arg-type]
    codes = tuple(held.wrap().get_unused_codes()) if held else ()
    page = RecoveryPage(
        title=_("Recovery codes"),
        lead=_("Print these codes or write them down. Each signs you in once if you lose your device."),
        codes=codes,
        onward=ways.asked_way(request) or reverse("accounts:security"),
    )
    return show(request, page)
