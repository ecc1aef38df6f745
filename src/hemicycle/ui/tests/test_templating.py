from pathlib import Path

import pytest
from django.template import TemplateDoesNotExist, engines
from django.utils import translation
from jinja2 import UndefinedError

from hemicycle.ui.templating import environment, paragraphs

TEMPLATES = Path(__file__).parents[1] / "templates"


@pytest.fixture
def strict():
    return engines["jinja2"].env


@pytest.mark.parametrize("source", ["{{ missing }}", "{% if missing %}{% endif %}", "{{ frame.missing }}"])
def test_what_is_not_defined_is_an_error(strict, source):
    with pytest.raises(UndefinedError):
        strict.from_string(source).render(frame=object())


def test_everything_is_escaped(strict):
    assert strict.from_string("{{ words }}").render(words="<b>") == "&lt;b&gt;"


def test_a_constant_follows_the_language_of_each_reader(strict):
    template = strict.from_string('{{ 1234.5|number }} {{ "2026-01"|date }} {{ language }} {{ direction }}')
    said = []

    for language in ("en", "ar", "fr"):
        with translation.override(language):
            said.append(template.render())

    assert said == ["1,234.5 January 2026 en ltr", "1,234.5 يناير 2026 ar rtl", "1\u202f234,5 janvier 2026 fr ltr"]


def test_plurals_are_filled_and_escaped(strict):
    source = '{{ ngettext("%(count)s case of %(who)s", "%(count)s cases of %(who)s", n, count=n|number, who=who) }}'

    said = [strict.from_string(source).render(n=n, who="<b>") for n in (1, 2000)]

    assert said == ["1 case of &lt;b&gt;", "2,000 cases of &lt;b&gt;"]


def test_addresses_and_static_files_are_found(strict):
    assert (
        strict.from_string('{{ url("cases") }} {{ static("ui/theme.js") }}').render()
        == "/en/cases/ /static/ui/theme.js"
    )


def test_plain_text_becomes_paragraphs():
    assert paragraphs("One <b>\ntwo\r\n\r\n\n three\n") == "<p>One &lt;b&gt;<br>two</p>\n<p>three</p>"


def test_only_our_packages_are_looked_into():
    folders = [Path(folder).parts[-3:] for folder in engines["jinja2"].template_dirs]

    assert {parts[0] for parts in folders} == {"hemicycle"}
    assert ("hemicycle", "ui", "templates") in folders
    with pytest.raises(TemplateDoesNotExist):
        engines["jinja2"].get_template("admin/base.html")


def test_options_of_the_settings_reach_the_environment():
    assert environment(trim_blocks=False).trim_blocks is False


@pytest.mark.parametrize("path", sorted((TEMPLATES / "ui" / "components").glob("*.html")), ids=lambda path: path.stem)
def test_each_component_shows_an_example(path):
    assert "Example: " in path.read_text(encoding="utf-8").partition("{% macro")[0]


def test_every_component_stands_in_the_gallery_or_in_the_frame():
    used = "".join(
        path.read_text(encoding="utf-8")
        for path in [
            TEMPLATES / "ui" / "gallery.html",
            *TEMPLATES.rglob("layouts/*.html"),
            *TEMPLATES.rglob("components/*.html"),
        ]
    )

    assert [
        path.name for path in TEMPLATES.rglob("components/*.html") if f'"ui/components/{path.name}"' not in used
    ] == []


def test_an_unknown_argument_of_a_component_is_an_error(strict):
    source = '{% from "ui/components/button.html" import button %}{{ button("Send", colour="red") }}'

    with pytest.raises(TypeError, match="takes no keyword argument 'colour'"):
        strict.from_string(source).render()


def test_a_missing_argument_of_a_component_is_an_error(strict):
    source = '{% from "ui/components/button.html" import button %}{{ button() }}'

    with pytest.raises(UndefinedError, match="parameter 'text' was not provided"):
        strict.from_string(source).render()
