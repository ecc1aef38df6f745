"""Draws what other packages show on a thing's page, so that no template has to reach into another package."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template import engines
from markupsafe import Markup

from hemicycle.core import catalogue
from hemicycle.core.pagecache import View, cached


def drawn_for(kind: str, uid: UUID, key: str, language: str) -> tuple[Markup, ...]:
    """Every panel that has something to say here; its template holds the macro `panel(content)`."""
    return tuple(
        drawn(shown.template, "panel", shown.content) for shown in catalogue.panels_for(kind, uid, key, language)
    )


def drawn(template: str, macro: str, content: object) -> Markup:
    """Call one macro of a template with one value."""
    engine: Any = engines["jinja2"]
    module = engine.env.get_template(template).module
    return Markup(getattr(module, macro)(content))  # noqa: S704 - the macro escapes whatever it is given.


def cached_with_panels(kind: str, *more: str, parameters: Sequence[str] = ()) -> Callable[[View], View]:
    """Keep the pages of this kind while it, the kinds named, and all that its panels show stand still."""
    return cached_while(lambda: (kind, *more, *catalogue.kinds_on(kind)), parameters=parameters)


def cached_while(kinds: Callable[[], Iterable[str]], *, parameters: Sequence[str] = ()) -> Callable[[View], View]:
    """Like `cached`, for kinds that are known only once every package has registered."""

    def decorate(view: View) -> View:
        @wraps(view)
        def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return cached(*kinds(), parameters=parameters)(view)(request, *args, **kwargs)

        return keeping

    return decorate
