"""Signing in through the identity provider of one's own organisation."""

import requests
from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from hemicycle.accounts import limits, ways
from hemicycle.accounts.contexts.signing import ProviderPage, WordPage
from hemicycle.ui import show
from hemicycle.ui.parts import Link


@never_cache
@require_POST
def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leads on by a page and not by a redirect: the policy on forms forbids them to end at another host."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(ways.home_of(request.user))
    if not limits.may_try(request):
        return refused(request)
    try:
        answer = openid.login(request, provider_id)
    except requests.RequestException:
        return refused(request)
    address = answer.headers.get("Location", "")
    if not address.startswith(("https://", "http://")):
        return HttpResponseRedirect(reverse("accounts:provider_refused"))
    page = ProviderPage(
        title=_("On to your organisation"),
        lead=_("Your organisation asks you to sign in on its own page."),
        address=address,
    )
    return show(request, page)


@never_cache
@require_http_methods(["GET", "HEAD"])
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the provider sends people back; what it says counts only if this session asked it."""
    if not request.GET.get("state"):
        raise Http404
    try:
        response: HttpResponse = openid.callback(request, provider_id)
    except (requests.RequestException, ValueError, KeyError):
        # The provider answered something that is no answer.
        return HttpResponseRedirect(reverse("accounts:provider_refused"))
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def refused(request: HttpRequest) -> HttpResponse:
    page = WordPage(
        title=_("Your organisation did not sign you in"),
        lead=_("It did not answer, refused, or did not vouch for a mail address of its own. Try a code sent by mail."),
        links=(Link(_("Sign in by a code"), reverse("account_login")),),
    )
    return show(request, page, status=403)
