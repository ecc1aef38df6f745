"""What the layout around every page receives: the `Frame`, and how it is made from a request."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html

from hemicycle.ui.languages import (
    LanguageChoice,
    active_language,
    direction_of,
    languages_of,
    native_name,
    path_without_language,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a navigation list."""

    label: str  # what the reader sees
    address: str  # where it leads
    section: str  # the url name by which a page says that it belongs here
    current: bool  # whether the page shown belongs here


@dataclass(frozen=True, slots=True)
class Alternate:
    """The absolute address of the page in one language, for search engines."""

    language: str  # a language code, or "x-default" for the address without language
    address: str  # absolute


@dataclass(frozen=True, slots=True)
class Frame:
    """What the layouts know about the page, its address and its reader. Pages never fill it themselves."""

    site_name: str  # the name of this node
    title: str  # the page's own title
    description: str  # one sentence for search engines and link previews; may be empty
    preview: str  # absolute address of the preview picture (PNG); may be empty
    home: str  # the home page in the page's language
    path: str  # the address without its language and query: "cases/"
    language: str  # code of the page's language: "en"
    language_name: str  # that language in itself: "English"
    direction: str  # "ltr" or "rtl"
    languages: tuple[LanguageChoice, ...]  # the same page in every language, with the query kept
    navigation: tuple[Entry, ...]  # the header's list
    account: tuple[Entry, ...]  # signing in, or what belongs to the person signed in
    footer: tuple[Entry, ...]  # the footer's list
    contact: str  # the mail address to which readers may write about the content; may be empty
    section: str  # url name of the navigation entry that the page belongs to; may be empty
    canonical: str  # absolute address of the page, without its query
    alternates: tuple[Alternate, ...]  # one for each language and x-default; empty on pages that are no place
    indexed: bool  # whether search engines may list the page
    signed_in: bool  # whether the reader is known; never true without a session cookie
    csrf_input: Any = field(repr=False)  # the hidden field that each posting form needs; made only when drawn


def frame_for(request: HttpRequest, page: object, *, is_place: bool = True) -> Frame:
    """The frame of one page; `is_place` is false for error pages, which have no address of their own."""
    language = active_language()
    path = path_without_language(request.path)
    section = str(getattr(page, "section", ""))
    signed_in = is_place and is_signed_in(request)
    preview = str(getattr(page, "preview", "") or (preview_of_site(language) if is_place else ""))
    account = "NAVIGATION_SIGNED_IN" if signed_in else "NAVIGATION_SIGNED_OUT"
    return Frame(
        site_name=str(getattr(settings, "SITE_NAME", "Hemicycle")),
        title=title_of(page),
        description=str(getattr(page, "lead", "") or ""),
        preview=absolute(preview) if preview else "",
        home=f"/{language}/",
        path=path,
        language=language,
        language_name=native_name(language),
        direction=direction_of(language),
        languages=languages_of(request.get_full_path(), language),
        navigation=entries(settings.NAVIGATION, section),
        account=entries(getattr(settings, account, ()), section),
        footer=entries(getattr(settings, "NAVIGATION_FOOTER", ()), section),
        contact=str(getattr(settings, "CONTACT", "")),
        section=section,
        canonical=absolute(request.path),
        alternates=alternates_of(path) if is_place else (),
        indexed=is_place and bool(getattr(page, "indexed", True)),
        signed_in=signed_in,
        csrf_input=SimpleLazyObject(lambda: csrf_input(request)),
    )


def preview_of_site(language: str) -> str:
    """The picture of pages that have none of their own; may be empty."""
    return str(getattr(settings, "PREVIEW_PICTURE", "")).format(language=language)


def title_of(page: object) -> str:
    """The page's title; a page without one is a mistake of ours, not an empty tab."""
    title = str(getattr(page, "title", "") or "")
    if not title:
        raise TypeError(f"{type(page).__name__} has no title: give it a field or property of that name.")
    return title


def entries(listed: Any, section: str) -> tuple[Entry, ...]:
    """Entries of a list in settings; one whose url name leads nowhere is an error."""
    return tuple(
        Entry(label=str(label), address=reverse(name), section=name, current=bool(section) and name == section)
        for label, name in listed
    )


def alternates_of(path: str) -> tuple[Alternate, ...]:
    """The address of the page in each language, then the one that chooses by the reader's browser."""
    coded = (Alternate(code, absolute(f"/{code}/{path}")) for code, _name in settings.LANGUAGES)
    return (*coded, Alternate("x-default", absolute(f"/{path}")))


def absolute(address: str) -> str:
    """An address that holds outside this site, on the node's own name."""
    return urljoin(f"{settings.HEMICYCLE_URL}/", address)


def is_signed_in(request: HttpRequest) -> bool:
    """Whether the reader is known. Without a session cookie no session is looked at, so that pages can be cached."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    person = getattr(request, "user", None)
    return bool(person and person.is_authenticated)


def csrf_input(request: HttpRequest) -> str:
    """The hidden field by which a form shows that it came from this site."""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))
