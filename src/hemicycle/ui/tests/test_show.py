from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import NoReverseMatch
from django.utils import translation

from hemicycle.ui.errors import not_found
from hemicycle.ui.frame import Alternate, frame_for
from hemicycle.ui.gallery import ENGLISH, gallery_page
from hemicycle.ui.show import show


@dataclass(frozen=True)
class CasesPage:
    template: ClassVar[str] = "ui/error.html"
    section: ClassVar[str] = "cases"

    title: str = "Cases"
    lead: str = "What parliaments changed."
    status: int = 200
    advice: str = ""
    links: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    preview: str = ""


class Untouchable:
    """A session that nobody may look at."""

    def __getattr__(self, name):
        raise AssertionError(f"The session was asked for {name}.")


class Known:
    is_authenticated = True


def test_a_page_is_drawn_in_its_frame(get):
    response = show(get(), CasesPage(), status=202)

    text = response.content.decode()
    assert response.status_code == 202
    assert '<html lang="en" dir="ltr">' in text
    assert "<title>Cases · Hemicycle</title>" in text
    assert '<meta name="description" content="What parliaments changed.">' in text
    assert '<meta property="og:url" content="https://network.example.org/en/cases/">' in text


def test_arabic_pages_run_from_right_to_left(get):
    with translation.override("ar"):
        text = show(get("/ar/cases/"), CasesPage()).content.decode()

    assert '<html lang="ar" dir="rtl">' in text


def test_languages_lead_to_the_same_page_and_keep_the_query(get):
    frame = frame_for(get("/en/cases/?region=002&page=2"), CasesPage())

    assert [(choice.code, choice.name, choice.direction, choice.address) for choice in frame.languages] == [
        ("en", "English", "ltr", "/en/cases/?region=002&page=2"),
        ("fr", "Français", "ltr", "/fr/cases/?region=002&page=2"),
        ("es", "Español", "ltr", "/es/cases/?region=002&page=2"),
        ("pt", "Português", "ltr", "/pt/cases/?region=002&page=2"),
        ("ar", "العربية", "rtl", "/ar/cases/?region=002&page=2"),
    ]
    assert [choice.code for choice in frame.languages if choice.current] == ["en"]


def test_the_page_has_one_address_and_one_for_each_language(get):
    frame = frame_for(get("/en/cases/?region=002"), CasesPage())

    assert frame.path == "cases/"
    assert frame.canonical == "https://network.example.org/en/cases/"
    assert frame.alternates == (
        *(Alternate(code, f"https://network.example.org/{code}/cases/") for code in ("en", "fr", "es", "pt", "ar")),
        Alternate("x-default", "https://network.example.org/cases/"),
    )


def test_the_entry_that_the_page_belongs_to_is_current(get):
    frame = frame_for(get(), CasesPage())

    assert [(entry.label, entry.address, entry.current) for entry in frame.navigation] == [
        ("Cases", "/en/cases/", True),
        ("Parliaments", "/en/parliaments/", False),
    ]


def test_a_navigation_entry_that_leads_nowhere_is_an_error(get, settings):
    settings.NAVIGATION = [("Hubs", "hubs")]

    with pytest.raises(NoReverseMatch, match="'hubs'"):
        frame_for(get(), CasesPage())


def test_a_preview_picture_has_an_absolute_address(get):
    text = show(get(), CasesPage(preview="/en/cases/app.png")).content.decode()

    assert '<meta property="og:image" content="https://network.example.org/en/cases/app.png">' in text


def test_a_page_without_a_picture_is_previewed_by_that_of_the_site(get, settings):
    settings.PREVIEW_PICTURE = "/{language}/site.png"

    with translation.override("ar"):
        text = show(get(), CasesPage()).content.decode()

    assert '<meta property="og:image" content="https://network.example.org/ar/site.png">' in text


def test_a_page_of_a_site_without_a_picture_names_none(get, settings):
    settings.PREVIEW_PICTURE = ""

    assert "og:image" not in show(get(), CasesPage()).content.decode()


def test_the_session_of_a_visitor_without_cookie_is_never_touched(get):
    request = get()
    request.session = request.user = Untouchable()

    frame = frame_for(request, CasesPage())

    assert (frame.signed_in, [entry.label for entry in frame.account]) == (False, ["Sign in"])


@pytest.mark.parametrize(("person", "known"), [(Known(), True), (AnonymousUser(), False)])
def test_a_session_cookie_makes_the_reader_known(get, settings, person, known):
    request = get()
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "some"
    request.user = person

    assert frame_for(request, CasesPage()).signed_in is known


def test_a_page_without_title_is_refused(get):
    with pytest.raises(TypeError, match=r"CasesPage has no title: give it a field or property of that name\."):
        show(get(), CasesPage(title=""))


def test_a_field_may_not_hide_a_word_of_every_template(get):
    @dataclass(frozen=True)
    class Hiding(CasesPage):
        frame: str = ""
        language: str = ""

    with pytest.raises(TypeError, match=r"fields that hide words of every template: frame, language\."):
        show(get(), Hiding())


def test_what_is_no_dataclass_is_no_page(get):
    with pytest.raises(TypeError, match="a page is an instance of a frozen dataclass"):
        show(get(), CasesPage)


def test_the_form_token_is_made_only_when_a_form_is_drawn(get):
    request = get()
    frame = frame_for(request, CasesPage())
    before = "CSRF_COOKIE" in request.META

    drawn = str(frame.csrf_input)

    assert (before, "CSRF_COOKIE" in request.META) == (False, True)
    assert drawn.startswith('<input type="hidden" name="csrfmiddlewaretoken" value="')


def test_pages_that_are_no_place_are_not_indexed(get):
    text = not_found(get("/en/nowhere/")).content.decode()

    assert '<meta name="robots" content="noindex">' in text
    assert 'hreflang="x-default"' not in text
    assert 'rel="canonical"' not in text


def test_the_gallery_is_drawn_whole(get):
    text = show(get("/en/gallery/"), gallery_page(ENGLISH)).content.decode()

    assert text.count("<h1") == 1
    assert text.count("style=") == 0
    assert len(text) < 40_000
