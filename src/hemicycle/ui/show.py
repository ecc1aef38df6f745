"""`show`: the one way from a page's dataclass to a response."""

from dataclasses import fields, is_dataclass
from typing import Any, ClassVar, Protocol

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.jinja2 import Jinja2

from hemicycle.ui.frame import Frame, frame_for

ENGINE = "jinja2"


class Page(Protocol):
    """A frozen dataclass that names its template; its fields are all that the template receives.

    Optional, and read by the frame: `title` (required, as field or property), `lead` (one sentence), `preview`
    (address of a PNG), `section` (url name of the navigation entry), `indexed` (false keeps search engines out).
    """

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


def show(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """Draw a page: its fields, the frame, and nothing else."""
    return HttpResponse(drawn(page, frame_for(request, page)), status=status)


def drawn(page: Page, frame: Frame) -> str:
    """The whole document of a page."""
    engine = engines[ENGINE]
    return str(engine.get_template(page.template).render(context_of(page, engine) | {"frame": frame}))


def context_of(page: Page, engine: Any) -> dict[str, Any]:
    """The fields of the page; a field may not hide a word that every template knows."""
    if not is_dataclass(page) or isinstance(page, type):
        raise TypeError(f"{page!r} is not a page: a page is an instance of a frozen dataclass.")
    context = {field.name: getattr(page, field.name) for field in fields(page)}
    known = engine.env.globals if isinstance(engine, Jinja2) else {}
    hidden = sorted(context.keys() & {"frame", *known})
    if hidden:
        raise TypeError(f"{type(page).__name__} has fields that hide words of every template: {', '.join(hidden)}.")
    return context
