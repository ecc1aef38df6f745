"""Draws what other packages show on a thing's page, so that no template has to reach into another package."""

from typing import Any
from uuid import UUID

from django.template import engines
from markupsafe import Markup

from hemicycle.core import catalogue


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
