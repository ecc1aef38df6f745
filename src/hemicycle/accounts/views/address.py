"""Going by another mail address, once a code has shown that it is one's own."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import actions, codes, limits, mails
from hemicycle.accounts.adapters import TOO_OFTEN, WRONG_CODE
from hemicycle.accounts.confirming import confirmed
from hemicycle.accounts.contexts.signing import FormPage
from hemicycle.accounts.forms import AddressForm, CodeForm, typed
from hemicycle.accounts.models import Person
from hemicycle.ui import show
from hemicycle.ui.parts import Link

MOVE = "move"
METHODS = ["GET", "HEAD", "POST"]


@confirmed
@require_http_methods(METHODS)
def address(request: HttpRequest) -> HttpResponse:
    """The code goes to any address, taken or not: whose it is shows only to whoever reads its mail."""
    form, status = AddressForm(typed(request)), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data["email"]
            if limits.may_ask_for_code(request, given):
                mails.send_code(given, codes.issue(request, given, purpose=MOVE))
                return HttpResponseRedirect(reverse("accounts:address_code"))
            form.add_error("email", TOO_OFTEN)
            status = 429
    page = FormPage(
        title=_("Change your mail address"),
        lead=_("Your account goes by %(address)s. We send a code to the new address.")
        % {"address": request.user.email},
        form=form,
        button=_("Send the code"),
        links=(Link(_("Leave it as it is"), reverse("accounts:home")),),
    )
    return show(request, page, status=status)


@confirmed
@require_http_methods(METHODS)
def address_code(request: HttpRequest) -> HttpResponse:
    state = codes.pending(request, MOVE)
    if state is None:
        return HttpResponseRedirect(reverse("accounts:address"))
    form = CodeForm(typed(request))
    if request.method == "POST" and form.is_valid():
        accepted = codes.accept(request, form.cleaned_data["code"], purpose=MOVE) if limits.may_try(request) else None
        if accepted is None:
            form.add_error("code", WRONG_CODE)
        elif _moved(request, accepted["address"]):
            return HttpResponseRedirect(reverse("accounts:home"))
        else:
            form.add_error(None, _("Another account goes by this address. Sign in with it and close it first."))
    page = FormPage(
        title=_("Type the code"),
        lead=_("We sent a code to %(address)s. It may take a minute to arrive.") % {"address": state["address"]},
        form=form,
        button=_("Change the address"),
        links=(Link(_("Use another address"), reverse("accounts:address")),),
    )
    return show(request, page, status=422 if form.errors else 200)


def _moved(request: HttpRequest, new: str) -> bool:
    before = Person.objects.get(pk=request.user.pk)
    try:
        actions.move(Person.objects.get(pk=request.user.pk), new)
    except ValidationError:
        return False
    # The old mailbox hears of it too, in case somebody else did this.
    mails.tell_in_own_language(before, "address_changed")
    return True
