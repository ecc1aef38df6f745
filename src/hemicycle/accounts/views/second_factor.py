"""The second factor while signing in, and passkeys."""

from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from allauth.account.stages import LoginStage, LoginStageController
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from hemicycle.accounts import confirming, limits, ways
from hemicycle.accounts.answering import answered, is_passkey
from hemicycle.accounts.contexts.signing import SecondFactorPage
from hemicycle.ui import show

LOGIN, SECOND, CONFIRM, ADD = "login", "second", "confirm", "add"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Reached by whoever has shown the first factor; five wrong codes lead back to the beginning."""
    stage = _stage(request)
    if stage is None:
        return HttpResponseRedirect(reverse("account_login"))
    answer = answered(request, stage.login.user, reauthenticated=False)
    if answer.given:
        response: HttpResponse = stage.exit()
        return response
    if answer.too_often:
        clear_login(request)
        request.session.flush()
        return HttpResponseRedirect(reverse("account_login"))
    page = SecondFactorPage(
        title=_("Show that it is you"),
        lead=_("Your account is protected by a second factor."),
        purpose=SECOND,
        address=reverse("mfa_authenticate"),
        sign_out=reverse("account_logout"),
        onward="",
        **answer.shown(stage.login.user),
    )
    return show(request, page, status=answer.status)


def _stage(request: HttpRequest) -> LoginStage | None:
    if request.user.is_authenticated:
        return None
    stage: LoginStage | None = LoginStageController.enter(request, AuthenticateStage.key)
    return stage


@never_cache
@require_POST
def passkey_options(request: HttpRequest, purpose: str) -> JsonResponse:
    """What the browser needs to ask for a passkey or to make one; the challenge is kept in the session."""
    if not limits.may_try(request):
        return JsonResponse({}, status=429)
    if purpose == LOGIN:
        return JsonResponse(auth.begin_authentication(None))
    if purpose == SECOND:
        stage = _stage(request)
        if stage is None:
            raise PermissionDenied
        return JsonResponse(auth.begin_authentication(stage.login.user))
    if not request.user.is_authenticated:
        raise PermissionDenied
    if purpose == CONFIRM:
        return JsonResponse(auth.begin_authentication(request.user))
    if not confirming.is_confirmed(request):
        raise PermissionDenied
    return JsonResponse(auth.begin_registration(request.user, passwordless=True))


@never_cache
@require_POST
def sign_in_by_passkey(request: HttpRequest) -> HttpResponse:
    """A passkey says who comes and proves it; nothing has to be typed."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(ways.home_of(request.user))
    onward = ways.asked_way(request)
    shown = LoginWebAuthnForm(data=request.POST)
    if limits.may_try(request) and is_passkey(request, shown):
        authenticator = shown.cleaned_data["credential"]
        login = Login(user=authenticator.user, redirect_url=onward or ways.home_of(authenticator.user))
        response: HttpResponse = perform_passwordless_login(request, authenticator, login)
        return response
    return HttpResponseRedirect(f"{reverse('account_login')}?refused")
