"""A password, for those who want one."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import mails
from hemicycle.accounts.confirming import confirmed
from hemicycle.accounts.contexts.signing import FormPage
from hemicycle.accounts.forms import EmptyForm, NewPasswordForm, typed
from hemicycle.ui import show
from hemicycle.ui.parts import Link

METHODS = ["GET", "HEAD", "POST"]


@confirmed
@sensitive_post_parameters("password")
@require_http_methods(METHODS)
def password(request: HttpRequest) -> HttpResponse:
    """A new password ends every other session of this person."""
    form = NewPasswordForm(request.user, typed(request))
    if request.method == "POST" and form.is_valid():
        request.user.set_password(form.cleaned_data["password"])
        return _saved(request, "password_changed")
    page = FormPage(
        title=_("Set a password"),
        lead=_("You can then sign in with it, beside a code sent by mail. All your other sessions end."),
        form=form,
        button=_("Save"),
        links=(Link(_("Back"), reverse("accounts:security")),),
    )
    return show(request, page, status=422 if form.errors else 200)


@confirmed
@require_http_methods(METHODS)
def password_remove(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        request.user.set_unusable_password()
        return _saved(request, "password_removed")
    page = FormPage(
        title=_("Remove the password"),
        lead=_("A code sent by mail and your passkeys still sign you in."),
        form=EmptyForm(),
        button=_("Remove"),
        links=(Link(_("Leave it as it is"), reverse("accounts:security")),),
        grave=True,
    )
    return show(request, page)


def _saved(request: HttpRequest, change: str) -> HttpResponse:
    request.user.save(update_fields=["password"])
    update_session_auth_hash(request, request.user)
    mails.tell_in_own_language(request.user, change)
    return HttpResponseRedirect(reverse("accounts:security"))
