"""Showing again who one is, before a page on which much is at stake."""

from allauth.account.internal.flows.logout import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import codes, confirming, limits, mails, second_factor, ways
from hemicycle.accounts.adapters import TOO_OFTEN, WRONG_CODE
from hemicycle.accounts.answering import answered
from hemicycle.accounts.contexts.signing import FormPage, SecondFactorPage
from hemicycle.accounts.forms import CodeForm, EmptyForm
from hemicycle.accounts.states import CODE_TRIES
from hemicycle.accounts.views.second_factor import CONFIRM
from hemicycle.ui import show


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """By the second factor where there is one, else by a code sent by mail."""
    if second_factor.has(request.user):
        return _by_factor(request)
    return _by_mail(request)


def _by_factor(request: HttpRequest) -> HttpResponse:
    answer = answered(request, request.user, reauthenticated=True)
    if answer.given:
        return _passed(request)
    if answer.too_often:
        return _out(request)
    page = SecondFactorPage(
        title=_("Show that it is still you"),
        lead=_("What comes next concerns the safety of your account."),
        purpose=CONFIRM,
        address=reverse("accounts:confirm"),
        sign_out=reverse("account_logout"),
        onward=ways.asked_way(request),
        **answer.shown(request.user),
    )
    return show(request, page, status=answer.status)


def _by_mail(request: HttpRequest) -> HttpResponse:
    form, status = CodeForm(), 200
    if request.method == "POST" and "code" not in request.POST:
        if limits.may_ask_for_code(request, request.user.email):
            mails.send_code(request.user.email, codes.issue(request, request.user.email, purpose=CONFIRM))
        else:
            form, status = CodeForm({}), 429
            form.errors.clear()
            form.add_error(None, TOO_OFTEN)
    elif request.method == "POST":
        form, status = CodeForm(request.POST), 422
        if form.is_valid():
            if limits.may_try(request) and codes.accept(request, form.cleaned_data["code"], purpose=CONFIRM):
                return _passed(request)
            form.add_error("code", WRONG_CODE)
            if confirming.wrong_once_more(request) >= CODE_TRIES:
                return _out(request)
    return show(request, _mail_page(request, form), status=status)


def _mail_page(request: HttpRequest, form: CodeForm) -> FormPage:
    sent = codes.pending(request, CONFIRM) is not None
    return FormPage(
        title=_("Show that it is still you"),
        lead=_("We sent a code to %(address)s. It may take a minute to arrive.") % {"address": request.user.email}
        if sent
        else _("What comes next concerns the safety of your account. We send a code to %(address)s.")
        % {"address": request.user.email},
        form=form if sent or form.is_bound else EmptyForm(),
        button=_("Go on") if sent else _("Send the code"),
        onward=ways.asked_way(request),
    )


def _passed(request: HttpRequest) -> HttpResponse:
    confirming.confirm(request)
    return HttpResponseRedirect(ways.asked_way(request) or reverse("accounts:security"))


def _out(request: HttpRequest) -> HttpResponse:
    """Too many wrong codes: whoever sits here begins again."""
    logout(request)
    request.session.flush()
    return HttpResponseRedirect(reverse("account_login"))
