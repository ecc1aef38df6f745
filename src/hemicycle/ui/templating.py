"""The strict Jinja2 environment in which all our templates are drawn, and Django's way into it."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import cached_property, lazy
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from hemicycle.ui import formatting
from hemicycle.ui.charts import shown
from hemicycle.ui.languages import active_language, direction_of

OUR_APPS = "hemicycle."


def environment(**options: Any) -> Environment:
    """The one environment: nothing undefined passes, everything is escaped, every word can be translated."""
    options["undefined"] = StrictUndefined
    options["autoescape"] = True
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    extensions = [*options.pop("extensions", []), "jinja2.ext.i18n"]
    built = Environment(extensions=extensions, **options)  # noqa: S701  # autoescape is set just above
    built.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    built.policies["ext.i18n.trimmed"] = True
    built.globals.update(
        static=static,
        url=_url,
        shown_chart=shown,
        language=lazy(active_language, str)(),
        direction=lazy(lambda: direction_of(active_language()), str)(),
    )
    built.filters.update(
        date=_speaking(formatting.format_date),
        number=_speaking(formatting.format_number),
        percent=_speaking(formatting.format_percent),
        compact_number=_speaking(formatting.format_compact),
        joined=_speaking(formatting.format_list),
        language_name=_speaking(formatting.language_name),
        territory_name=_speaking(formatting.territory_name),
        file_size=_speaking(formatting.format_file_size),
        direction_of=direction_of,
        paragraphs=paragraphs,
    )
    return built


def paragraphs(text: str) -> Markup:
    """Plain text as escaped paragraphs; an empty line parts them, a single break stays a break."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]
    return Markup("\n").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(line) for line in part.split("\n"))) for part in parts
    )


def _url(name: str, *args: object, **kwargs: object) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None)


def _speaking(function: Callable[..., str]) -> Callable[..., str]:
    """Keep Jinja2 from computing a filter of a constant once, in whatever language was first."""

    @pass_context
    def speak(_context: Context, value: date | datetime | str | float, *args: object, **kwargs: object) -> str:
        return function(value, *args, **kwargs)

    return speak


class Templates(Jinja2):
    """Django's Jinja2 engine over the `templates` folders of our own packages, and of nobody else's.

    Third-party screens (Wagtail's, the administration's) stay with Django's engine, which is asked next.
    """

    app_dirname = "templates"

    def __init__(self, params: dict[str, Any]) -> None:
        options = {"environment": "hemicycle.ui.templating.environment", **params["OPTIONS"]}
        super().__init__({**params, "OPTIONS": options})

    @cached_property
    def template_dirs(self) -> tuple[str, ...]:
        """Folders given by hand, then one of each installed package of ours that has templates."""
        ours = [
            Path(config.path) / "templates" for config in apps.get_app_configs() if config.name.startswith(OUR_APPS)
        ]
        return (*map(str, self.dirs), *(str(folder) for folder in ours if folder.is_dir()))
