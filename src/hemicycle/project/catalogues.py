"""The catalogues of the interface: extracted, brought up to date and compiled by Babel."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import django
import wagtail
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

METHODS = [("**/tests/**", "ignore"), ("**/templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {
    "**/templates/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false", "encoding": "utf-8"}
}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "gettext_noop": None,
}
# The content system knows this language by its countries alone; that of most speakers is taken.
BORROWED = {"pt": "pt_BR"}


def translated() -> list[str]:
    """The languages that need a catalogue: English stands in the code."""
    return [code for code, _name in settings.LANGUAGES if code != "en"]


def file_of(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def extract() -> Catalog:
    """Every marked string of the packages, with the files (and no line numbers) in which it stands."""
    catalog = Catalog(project="Hemicycle", charset="utf-8")
    found = extract_from_dir(str(settings.PACKAGE), METHODS, OPTIONS, KEYWORDS, comment_tags=["Translators:"])
    for filename, _line, message, comments, context in found:
        catalog.add(message, None, [(filename, None)], auto_comments=comments, context=context)
    return catalog


def read(language: str) -> Catalog:
    file = file_of(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as handle:
        return read_po(handle, locale=language)


def update_all() -> None:
    """Bring every catalogue up to the strings in the code; new ones are empty until somebody translates them."""
    template = extract()
    for language in translated():
        catalog = read(language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        file = file_of(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as handle:
            write_po(handle, catalog, width=110, sort_output=True, include_lineno=False, omit_header=False)


def compile_all() -> None:
    for language in translated():
        content = io.BytesIO()
        write_mo(content, read(language))
        file_of(language).with_suffix(".mo").write_bytes(content.getvalue())
    for language, theirs in BORROWED.items():
        place = Path(settings.LOCALE_PATHS[1]) / language / "LC_MESSAGES" / "django.mo"
        place.parent.mkdir(parents=True, exist_ok=True)
        content = io.BytesIO()
        write_mo(content, borrowed(language, theirs))
        place.write_bytes(content.getvalue())


def borrowed(language: str, theirs: str) -> Catalog:
    """What the content system's screens say in a language, but for what Django says in it already."""
    own = _compiled([Path(django.__file__).parent / "conf" / "locale" / language / "LC_MESSAGES" / "django.mo"])
    said = {_key(message) for catalog in own for message in catalog}
    found = Catalog(locale=theirs)
    for catalog in _compiled(sorted(Path(wagtail.__file__).parent.glob(f"**/locale/{theirs}/LC_MESSAGES/django.mo"))):
        # How many forms numbers have is told in the head.
        found.mime_headers = catalog.mime_headers
        for message in catalog:
            if message.id and _key(message) not in said:
                ids = tuple(message.id) if message.pluralizable else message.id
                found.add(ids, message.string, context=message.context)
    return found


def _key(message: Message) -> tuple[object, ...]:
    return (*message.id, message.context) if isinstance(message.id, list | tuple) else (message.id, message.context)


def _compiled(files: Iterable[Path]) -> Iterator[Catalog]:
    for file in files:
        with file.open("rb") as handle:
            yield read_mo(handle)
