"""Signing in by a code sent by mail or by password, and signing out."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import actions, codes, invitations, limits, mails, ways
from hemicycle.accounts.adapters import TOO_OFTEN
from hemicycle.accounts.contexts.signing import FormPage, SignInPage, SignOutPage, WordPage
from hemicycle.accounts.forms import CodeForm, PasswordSignInForm, SignInForm, typed
from hemicycle.accounts.models import Person
from hemicycle.ui import show
from hemicycle.ui.formatting import format_number
from hemicycle.ui.parts import Link

ENTER = "enter"
METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Every address gets a code, known or not, so that nobody learns here who has an account."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(ways.asked_way(request) or ways.home_of(request.user))
    form = SignInForm(typed(request), initial={"email": _invited_address(request)})
    if request.method != "POST" or not form.is_valid():
        return _sign_in_page(request, form, status=422 if form.is_bound else 200)
    address = form.cleaned_data["email"]
    if not limits.may_ask_for_code(request, address):
        form.add_error(None, TOO_OFTEN)
        return _sign_in_page(request, form, status=429)
    code = codes.issue(
        request, address, purpose=ENTER, onward=ways.asked_way(request), shared=form.cleaned_data["shared"]
    )
    mails.send_code(address, code)
    return HttpResponseRedirect(reverse("account_confirm_login_code"))


def _invited_address(request: HttpRequest) -> str:
    """Whoever was invited need not type the address to which the invitation came."""
    return invitations.address_in(request.GET.get(invitations.FIELD, ""))


def _sign_in_page(request: HttpRequest, form: SignInForm, *, status: int) -> HttpResponse:
    page = SignInPage(
        title=_("Sign in"),
        lead=_("We send a code to your mail address. You need no password."),
        form=form,
        onward=ways.asked_way(request),
        providers=tuple(
            Link(each["name"], reverse("openid_connect_login", args=[each["provider_id"]]))
            for each in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        ),
        refused=_("The passkey was not accepted.") if "refused" in request.GET else "",
    )
    return show(request, page, status=status)


@never_cache
@require_http_methods(METHODS)
def type_code(request: HttpRequest) -> HttpResponse:
    """The code from the mail; a new person begins to exist here, and not before."""
    state = codes.pending(request, ENTER)
    if state is None:
        return HttpResponseRedirect(reverse("account_login"))
    form = CodeForm(typed(request))
    status = 200
    if request.method == "POST":
        status = 422
        if not limits.may_try(request):
            form.add_error(None, TOO_OFTEN)
            status = 429
        elif form.is_valid():
            accepted = codes.accept(request, form.cleaned_data["code"], purpose=ENTER)
            if accepted is not None:
                return _come_in(request, accepted)
            if codes.pending(request, ENTER) is None:
                return _no_more_tries(request)
            form.add_error("code", _wrong(request))
    page = FormPage(
        title=_("Type the code"),
        lead=_("We sent a code to %(address)s. It may take a minute to arrive.") % {"address": state["address"]},
        form=form,
        button=_("Sign in"),
        links=(Link(_("Send another code, or use another address"), reverse("account_login")),),
    )
    return show(request, page, status=status)


def _come_in(request: HttpRequest, accepted: dict[str, object]) -> HttpResponse:
    person = actions.arrive(str(accepted["address"]), language=get_language() or "en")
    if accepted.get("shared"):
        request.session.set_expiry(0)
    record_authentication(request, person, method="code", email=person.email)
    return let_in(request, person, str(accepted.get("onward") or ""))


def let_in(request: HttpRequest, person: Person, onward: str) -> HttpResponse:
    """Sign in, by way of the second factor if the person has one."""
    login = Login(user=person, email=person.email, redirect_url=onward or ways.home_of(person))
    response: HttpResponse = perform_login(request, login)
    return response


def _wrong(request: HttpRequest) -> str:
    state = codes.pending(request, ENTER) or {"tries": 0}
    left = state["tries"]
    sentence = ngettext(
        "This is not the code that we sent. You can try %(count)s more time.",
        "This is not the code that we sent. You can try %(count)s more times.",
        left,
    )
    return sentence % {"count": format_number(left)}


def _no_more_tries(request: HttpRequest) -> HttpResponse:
    codes.forget(request)
    page = WordPage(
        title=_("This code does not work any more"),
        lead=_("It was mistyped too often. Ask for another one."),
        links=(Link(_("Send another code"), reverse("account_login")),),
    )
    return show(request, page, status=422)


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(METHODS)
def sign_in_by_password(request: HttpRequest) -> HttpResponse:
    """For those who have set one; a wrong address and a wrong password are told alike."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(ways.asked_way(request) or ways.home_of(request.user))
    form = PasswordSignInForm(typed(request))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if not limits.may_try_password(request, form.cleaned_data["email"]):
                form.add_error(None, TOO_OFTEN)
                status = 429
            else:
                person = authenticate(
                    request, username=form.cleaned_data["email"], password=form.cleaned_data["password"]
                )
                if isinstance(person, Person):
                    record_authentication(request, person, method="password", email=person.email)
                    return let_in(request, person, ways.asked_way(request))
                form.add_error(None, _("This address and this password do not go together."))
    page = FormPage(
        title=_("Sign in with a password"),
        lead=_("Only if you have set one. Otherwise let us send you a code."),
        form=form,
        button=_("Sign in"),
        onward=ways.asked_way(request),
        links=(Link(_("Sign in by a code"), reverse("account_login")),),
    )
    return show(request, page, status=status)


@never_cache
@require_http_methods(METHODS)
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" or not request.user.is_authenticated:
        logout(request)
        request.session.flush()
        return HttpResponseRedirect(reverse(settings.LOGOUT_REDIRECT_URL))
    page = SignOutPage(
        title=_("Sign out"), lead=_("You are signed in as %(address)s.") % {"address": request.user.email}
    )
    return show(request, page)


@never_cache
@require_http_methods(["GET", "HEAD"])
def inactive(request: HttpRequest) -> HttpResponse:
    page = WordPage(
        title=_("This account is closed"),
        lead=_("Nobody can sign in to it. If that surprises you, write to us."),
        links=(Link(_("Sign in with another address"), reverse("account_login")),),
    )
    return show(request, page, status=403)
