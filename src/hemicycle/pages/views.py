"""Home, and the pages of plain text that editors place in the tree."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.static import serve
from markupsafe import Markup

from hemicycle.core import panels
from hemicycle.core.catalogue import OFFERS
from hemicycle.core.pagecache import cached
from hemicycle.kit.charts import Chart
from hemicycle.network import queries as network
from hemicycle.pages import figures, queries, states
from hemicycle.pages.contexts import HomeView, TextView
from hemicycle.pages.models import HomePage, TextPage
from hemicycle.ui import show
from hemicycle.ui.charts.preview import preview as drawn_preview
from hemicycle.ui.charts.views import download
from hemicycle.ui.formatting import format_number
from hemicycle.ui.parts import Link, Step

# Where the content system keeps pictures: as they are drawn for pages, and as they were handed in.
HANDED_IN = "original_images"
PICTURES = frozenset({"images", HANDED_IN})
FIGURES = {"chambers-in-library": figures.chambers_in_library, "cases-by-country": figures.cases_by_country}


@cached(*states.SHOWN)
def home(request: HttpRequest) -> HttpResponse:
    return shown_home(request, queries.home_in(get_language() or "en"))


def shown_home(request: HttpRequest, page: HomePage | None) -> HttpResponse:
    """The home page in an editor's words, also before these are published."""
    language = get_language() or "en"
    register = network.register()
    counts = queries.home_counts()
    card = OFFERS[states.NEWEST_KIND].card
    newest, cases = queries.newest_cards(language)
    numbers = {"parliaments": len(register.parliaments), "cases": cases}
    return show(
        request,
        HomeView(
            title=settings.SITE_NAME,
            heading=page.heading if page else settings.SITE_NAME,
            lead=_filled(page.lead, numbers) if page else "",
            language_of_words=page.locale.language_code if page else language,
            preview=f"/{language}/preview.png",
            arc=figures.chambers_in_library(counts, register),
            world=figures.cases_by_country(counts, register),
            figures=f"/{language}/figures/",
            steps=_steps(),
            network=tuple(_counted(*counted) for counted in queries.network_counts()),
            cards=tuple(panels.drawn(card, "card", each) for each in newest),
            search=f"/{language}/search/",
            more=f"/{language}/cases/",
        ),
    )


@cached("page")
def text(request: HttpRequest, slug: str) -> HttpResponse:
    page = queries.text_in(get_language() or "en", slug)
    if page is None:
        raise Http404
    return shown_text(request, page)


def shown_text(request: HttpRequest, page: TextPage) -> HttpResponse:
    """A page of text, also before it is published."""
    body = Markup(queries.body_html(page))  # noqa: S704 - the content system keeps only the features allowed.
    return show(request, TextView(page.title, page.lead, body, page.locale.language_code))


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponse:
    """A picture of the content system, as it is drawn for pages; what was handed in is for staff, with all it tells."""
    folder, _slash, name = path.partition("/")
    if folder not in PICTURES or (folder == HANDED_IN and not getattr(request.user, "is_staff", False)):
        raise Http404
    response: HttpResponse = serve(request, name, document_root=Path(settings.MEDIA_ROOT) / folder)
    response.headers["Cache-Control"] = "public, max-age=86400" if folder != HANDED_IN else "private"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@cached(*states.SHOWN)
def figure(request: HttpRequest, name: str, extension: str) -> HttpResponse:  # noqa: ARG001
    if name not in FIGURES:
        raise Http404
    return download(get_language() or "en", _chart(name), extension)


@cached(*states.SHOWN)
def preview(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    language = get_language() or "en"
    page = queries.home_in(language)
    arc = figures.chambers_in_library(queries.home_counts(), network.register())
    heading = page.heading if page else settings.SITE_NAME
    return HttpResponse(drawn_preview(heading, "", arc.reading, language, chart=arc), content_type="image/png")


def _chart(name: str) -> Chart:
    return FIGURES[name](queries.home_counts(), network.register())


def _filled(words: str, numbers: dict[str, int]) -> str:
    """Editors write {parliaments} and {cases}; an unknown word in braces stays as it is typed."""
    for name, number in numbers.items():
        words = words.replace("{" + name + "}", str(number))
    return words


def _counted(name: str, path: str, number: int) -> Link:
    return Link(name, f"/{get_language()}{path}", format_number(number))


def _steps() -> tuple[Step, ...]:
    """The loop; a step that is not built yet says what it will be and leads nowhere."""
    root = f"/{get_language()}/"
    return (
        Step(_("Measure"), _("Surveys, answered once for a chamber, with colleagues. In preparation.")),
        Step(
            _("Understand"),
            _("Each parliament beside its peers, every fact with its source."),
            f"{root}parliaments/",
        ),
        Step(_("Learn"), _("What others did, what it took, and what came of it."), f"{root}cases/"),
        Step(
            _("Act"),
            _("How a system should work, described so that others can try it."),
            f"{root}use-cases/",
        ),
        Step(_("Share"), _("Who took what from whom, and when."), f"{root}spread/"),
    )
