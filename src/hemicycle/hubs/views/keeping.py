"""Keeping and removing the papers of a hub."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from hemicycle.hubs import actions
from hemicycle.hubs.contexts import keeping as contexts
from hemicycle.hubs.contexts.shared import run_address
from hemicycle.hubs.forms.telling import PaperForm
from hemicycle.hubs.models import Hub
from hemicycle.hubs.views.doors import for_runners, reader_of, sent, status_of, taken, told, uid_of
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_runners("POST")
def papers(request: HttpRequest, hub: Hub) -> HttpResponse:
    act = request.POST.get("act", "") if request.method == "POST" else ""
    form = PaperForm(**sent(request, "keep"), initial={"language": active_language(), "public": "members"})
    error, done = "", False
    if act == "keep":
        done = taken(form, lambda: _kept(request, hub, form))
    elif act == "remove":
        error = _removed(request, hub)
        done = not error
    elif request.method == "POST":
        raise Http404
    if done:
        return HttpResponseRedirect(run_address(hub, "papers/"))
    return show(request, contexts.keeping_page(hub, form, error=error), status=status_of(form, error=error))


def _kept(request: HttpRequest, hub: Hub, form: PaperForm) -> None:
    said = form.cleaned_data
    more = {name: said[name] for name in ("title", "language", "public", "dated", "once")}
    actions.keep_paper(hub, said["file"], by=reader_of(request), **more)


def _removed(request: HttpRequest, hub: Hub) -> str:
    paper = hub.papers.select_related("hub__body").filter(uid=uid_of(request)).first()
    # Whoever presses twice finds it gone, as they wished.
    return told(lambda: actions.remove_paper(paper, by=reader_of(request))) if paper is not None else ""
