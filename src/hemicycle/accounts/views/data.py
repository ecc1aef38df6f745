"""What is kept about a person: to see, to take along, to have removed."""

from allauth.account.internal.flows.logout import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import actions, exporting, mails
from hemicycle.accounts.confirming import confirmed
from hemicycle.accounts.contexts.own import DataPage
from hemicycle.accounts.contexts.signing import FormPage, WordPage
from hemicycle.accounts.forms import LeaveForm, typed
from hemicycle.accounts.models import Person
from hemicycle.ui import show
from hemicycle.ui.formatting import format_date
from hemicycle.ui.parts import Column, Fact, Link


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def data(request: HttpRequest) -> HttpResponse:
    person = request.user
    page = DataPage(
        title=_("Your data"),
        lead=_("You can take along everything that is kept about you, and you can leave."),
        facts=(
            Fact(_("Name"), person.name or _("not given")),
            Fact(_("Mail address"), person.email),
            Fact(_("Joined"), format_date(person.joined_at)),
        ),
        columns=(Column(_("What")), Column(_("How long it is kept"))),
        periods=(
            (_("Where you signed in from, and by which program"), _("until that session ends")),
            (_("Marks of mail links that you used"), _("400 days")),
            (_("Tokens that ended or were revoked"), _("90 days")),
            (_("Your account, if you hold no office"), _("two years after you last signed in")),
            (_("Everything else about you"), _("until you leave")),
            (_("What you did, without your name"), _("for good, so that the history of records stays true")),
        ),
    )
    return show(request, page)


@confirmed
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """One archive, made on the spot and kept nowhere. A GET is what the confirmation page leads back to."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("accounts:data"))
    response = HttpResponse(exporting.archive(request.user), content_type="application/zip")
    name = f"hemicycle-{timezone.localdate():%Y-%m-%d}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@confirmed
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    form = LeaveForm(typed(request))
    if request.method == "POST" and form.is_valid():
        before = Person.objects.get(pk=request.user.pk)
        actions.leave(Person.objects.get(pk=request.user.pk))
        mails.tell_in_own_language(before, "left")
        logout(request)
        request.session.flush()
        return HttpResponseRedirect(reverse("accounts:left"))
    page = FormPage(
        title=_("Leave"),
        lead=_(
            "Your offices end today, your name disappears from public pages, and nobody can sign in any more. "
            "What you published for your chamber stays, as the chamber's."
        ),
        form=form,
        button=_("Close my account"),
        links=(Link(_("Stay"), reverse("accounts:data")),),
        grave=True,
    )
    return show(request, page, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD"])
def left(request: HttpRequest) -> HttpResponse:
    page = WordPage(
        title=_("Your account is closed"),
        lead=_("Thank you for what you contributed. You are welcome back at any time, as a new person."),
        links=(Link(_("To the home page"), f"/{request.LANGUAGE_CODE}/"),),
    )
    return show(request, page)
