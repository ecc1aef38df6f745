"""A person's account: what can be seen and set, what they want to hear, where they are signed in."""

from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from hemicycle.accounts import actions, places, queries
from hemicycle.accounts.contexts.own import HomePage, PreferencesPage, Session, SessionsPage
from hemicycle.accounts.forms import DescribeForm, HearingForm, typed
from hemicycle.accounts.models import Person
from hemicycle.ui import show
from hemicycle.ui.parts import Link


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def home(request: HttpRequest) -> HttpResponse:
    own = (
        Link(_("Name, language and mails"), reverse("accounts:preferences"), note=_("What you hear, and how often")),
        Link(_("Signing in safely"), reverse("accounts:security"), note=_("Passkeys, authenticator app, password")),
        Link(_("Mail address"), reverse("accounts:address"), note=request.user.email),
        Link(_("Where you are signed in"), reverse("accounts:sessions")),
        Link(_("Tokens for programs"), reverse("accounts:tokens")),
        Link(_("Your data"), reverse("accounts:data"), note=_("Take it with you, or leave")),
    )
    page = HomePage(
        title=_("My account"),
        lead=_("You are signed in as %(address)s.") % {"address": request.user.email},
        places=(*places.links_for(request.user), *own),
    )
    return show(request, page)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    # The forms work on rows of their own: a refused value must not show in the frame of this answer.
    person = Person.objects.get(pk=request.user.pk)
    form = DescribeForm(typed(request), instance=person)
    hearing = HearingForm(typed(request), instance=queries.preference_of(person))
    if request.method == "POST" and form.is_valid() and hearing.is_valid():
        with transaction.atomic():
            actions.describe(Person.objects.get(pk=person.pk), **form.cleaned_data)
            actions.prefer(person, **hearing.cleaned_data)
        return HttpResponseRedirect(f"{reverse('accounts:preferences')}?saved")
    page = PreferencesPage(
        title=_("Name, language and mails"),
        lead=_("Nothing is sent to you that you did not choose, except what you ask for yourself, such as codes."),
        form=form,
        hearing=hearing,
        saved="saved" in request.GET and request.method != "POST",
    )
    return show(request, page, status=422 if form.errors or hearing.errors else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def sessions(request: HttpRequest) -> HttpResponse:
    page = SessionsPage(
        title=_("Where you are signed in"),
        lead=_("End what you do not know. Whoever sits there has to sign in again."),
        sessions=tuple(
            Session(
                each.user_agent or _("Unknown program"),
                each.ip,
                each.created_at,
                each.session_key == request.session.session_key,
                reverse("accounts:session_end", args=[each.pk]),
            )
            for each in queries.sessions_of(request.user)
        ),
    )
    return show(request, page)


@never_cache
@login_required
@require_POST
def session_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own sessions; that of somebody else is not found."""
    end_sessions(request, [get_object_or_404(UserSession, user=request.user, pk=pk)])
    return HttpResponseRedirect(reverse("accounts:sessions" if request.user.is_authenticated else "root"))


@never_cache
@login_required
@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    """End all sessions but this one, listed or not."""
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    end_sessions(request, list(others))
    return HttpResponseRedirect(reverse("accounts:sessions"))
