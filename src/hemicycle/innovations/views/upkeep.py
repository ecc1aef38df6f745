"""Confirming, adopting, withdrawing and restoring a case, each on one page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from hemicycle.innovations import actions, contexts, drafts, policy, queries, wording
from hemicycle.innovations.contexts import DeedPage
from hemicycle.innovations.forms import AdoptForm, ConfirmForm, SwitchForm
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import State
from hemicycle.innovations.views.doors import for_people, not_here
from hemicycle.network.models import Body
from hemicycle.ui import show
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


@for_people
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """Say for the chamber that the case is true, and how far it is today."""
    case = _case(request, slug)
    if case is None or not policy.may_confirm(request.user, case):
        return not_here(request)
    form = ConfirmForm(request.POST if request.method == "POST" else None, initial={"stage": case.stage})
    page = _page(
        case,
        title=_("Confirm this case"),
        lead=_("You confirm for your house that what is told here is true, and how far it is today."),
        form=form,
        button_label=_("Confirm"),
        links=(Link(_("Something is wrong: propose other words"), wording.address(f"{case.path}words/")),),
    )
    return _done(request, page, lambda: actions.confirm(case, by=request.user, stage=form.cleaned_data["stage"]), case)


@for_people
def adopt(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that one's own house took this over; afterwards its own case can be told."""
    case = _case(request, slug)
    bodies = [body for body in queries.own_bodies(request.user) if case and policy.may_adopt(request.user, case, body)]
    if case is None or not bodies:
        return not_here(request)
    choices = [(str(body.pk), wording.place(body.pk, body.name, ())) for body in bodies]
    form = AdoptForm(request.POST if request.method == "POST" else None, bodies=choices)
    page = _page(
        case,
        title=_("We adopted this"),
        lead=_("Say what your house took over and what it changed. Its authors are told, and the link becomes public."),
        form=form,
        button_label=_("Say so"),
    )
    return _done(request, page, lambda: _adopted(case, form.cleaned_data, by=request.user), case)


@for_people
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the case off the public pages, or bring it back."""
    case = _case(request, slug)
    if case is None or case.state not in {State.PUBLISHED, State.WITHDRAWN}:
        return not_here(request)
    if not policy.may_withdraw(request.user, case):
        return not_here(request)
    if case.state == State.WITHDRAWN:
        page = _page(
            case,
            title=_("Bring this case back"),
            lead=_("It becomes public again at the same address."),
            form=SwitchForm(initial={"act": "restore"}),
            button_label=_("Bring it back"),
        )
        return _switched(request, page, lambda: actions.restore(case, by=request.user), case)
    page = _page(
        case,
        title=_("Withdraw this case"),
        lead=_("It disappears from lists, search and feeds; its address says that it was withdrawn. It can come back."),
        form=SwitchForm(initial={"act": "withdraw"}),
        button_label=_("Withdraw it"),
    )
    return _switched(request, page, lambda: actions.withdraw(case, by=request.user), case)


def _switched(request: HttpRequest, page: DeedPage, act: Callable[[], str | None], case: Case) -> HttpResponse:
    """Pressing twice, or at the same time as somebody else, does not bring back what was just withdrawn."""
    meant = request.POST.get("act", "")
    if meant and meant != page.form.initial["act"]:
        told = _("This has been done already; the button now does the opposite.")
        return show(request, replace(page, error=told), status=409)
    bound = SwitchForm(request.POST) if request.method == "POST" else page.form
    return _done(request, replace(page, form=bound), act, case)


def _done(request: HttpRequest, page: DeedPage, act: Callable[[], str | None], case: Case) -> HttpResponse:
    """Show the page; when its form is sent and clean, act; what is refused is said in one sentence."""
    if request.method != "POST":
        return show(request, page)
    if page.form is not None and not page.form.is_valid():
        return show(request, page, status=422)
    try:
        address = act()
    except PermissionDenied:
        return not_here(request)
    except ValidationError as refused:
        return show(request, replace(page, error=" ".join(refused.messages)), status=409)
    return HttpResponseRedirect(address or case.get_absolute_url())


def _adopted(case: Case, said: dict[str, Any], *, by: Any) -> str:
    body = Body.objects.select_related("parent", "country").get(pk=said["body"])
    words = {name: said[name] for name in ("took", "changed") if said[name]}
    adoption = actions.adopt(
        case, body, by=by, since=said["since"], relation=said["relation"], words=words, language=active_language()
    )
    return wording.own_case_address(adoption.uid)


def _page(
    case: Case, *, title: str, lead: str, button_label: str, form: Any = None, links: Sequence[Link] = ()
) -> DeedPage:
    trail = contexts.trail(case, drafts.original(case)["title"])
    return DeedPage(
        title=title, lead=lead, trail=trail, form=form, button_label=button_label, links=tuple(links), error=""
    )


def _case(request: HttpRequest, slug: str) -> Case | None:
    cases = queries.visible_to(request.user).select_related("body__parent", "author")
    return cases.filter(slug=slug).first()
