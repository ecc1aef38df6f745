"""The languages of the interface as the reader knows them, and how addresses carry them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.translation import get_language

# CLDR's plain "en" writes dates the American way; the site writes British English.
LOCALES = {"en": "en_GB"}
FALLBACK = "en"
LANGUAGE_PREFIX = re.compile(r"^/[a-z]{2}(?=/|$)")


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language in which the same page can be read."""

    code: str  # as in the address: "en"
    name: str  # in the language itself: "Français"
    direction: str  # "ltr" or "rtl"
    address: str  # the same page in that language, with its query
    current: bool  # whether the page is in that language now


def active_language() -> str:
    """The language of this request, without its territory."""
    return (get_language() or FALLBACK).partition("-")[0]


@lru_cache(maxsize=100)
def locale_of(code: str) -> Locale:
    """CLDR's data for a language of ours, or for any language whose code it knows."""
    try:
        return Locale.parse(LOCALES.get(code, code.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(LOCALES[FALLBACK])


@lru_cache(maxsize=100)
def locale_name(code: str) -> str:
    """CLDR's identifier for a language, such as `en_GB`."""
    return str(locale_of(code))


def active_locale() -> Locale:
    """CLDR's data for the language of this request."""
    return locale_of(active_language())


def direction_of(code: str) -> str:
    """The way a language runs: `ltr` or `rtl`."""
    return str(locale_of(code).text_direction)


def native_name(code: str) -> str:
    """What speakers call their language; settings may say it, CLDR knows the rest."""
    named = dict(settings.LANGUAGES).get(code)
    return str(named) if named else (locale_of(code).get_display_name() or code)


def path_without_language(path: str) -> str:
    """`/fr/cases/` becomes `cases/`, and so does `/de/cases/`, which is not offered; other addresses stay."""
    return LANGUAGE_PREFIX.sub("", path).lstrip("/")


def languages_of(address: str, current: str) -> tuple[LanguageChoice, ...]:
    """Every language of the interface with the address of the same page in it; the query stays."""
    parts = urlsplit(address)
    path = path_without_language(parts.path)
    query = f"?{parts.query}" if parts.query else ""
    return tuple(
        LanguageChoice(
            code=code,
            name=native_name(code),
            direction=direction_of(code),
            address=f"/{code}/{path}{query}",
            current=code == current,
        )
        for code, _name in settings.LANGUAGES
    )
