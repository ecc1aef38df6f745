"""The pages that ship, or files of the same form: one TOML file per page, with one table per language."""

import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.conf import settings

from hemicycle.core.loading import LoadRefused
from hemicycle.pages import actions
from hemicycle.pages.actions import HOME, PageGiven
from hemicycle.pages.models import HomePage, LoadedPage

SHIPPED = Path(__file__).parent / "data"
# The fields of the home page and of every other, and how many characters fit.
HOME_FIELDS = {"title": 255, "heading": 120, "lead": 300}
TEXT_FIELDS = {"title": 255, "lead": 300, "body": 100_000}
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What the content system keeps; anything else would vanish when an editor saves the page.
TAGS = frozenset({"h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a"})
LINK = re.compile(r"/\{lang\}/[^{}\s]*|https?://[^{}\s]+|mailto:[^{}\s]+")


def load(folder: Path | None = None) -> dict[str, int]:
    """Bring every page of the folder into the tree; how many were given. All of them or none."""
    folder = folder or SHIPPED
    files = {file: _read(file) for file in _files(folder)}
    ordered = sorted(files, key=lambda file: (file.stem != HOME, files[file].get("order", 0), file.name))
    pages = [page for file in ordered for page in _pages(file, files[file])]
    _check_homes(folder, pages)
    actions.load(pages)
    return {"pages": len(pages)}


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise LoadRefused(folder, "there is no such folder.")
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise LoadRefused(folder, "there is no page in it; a page is a file such as about.toml.")
    return files


def _read(file: Path) -> dict[str, Any]:
    if not NAME.fullmatch(file.stem):
        raise LoadRefused(file, "the name of the file becomes the page's address; use a-z, 0-9 and single hyphens.")
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LoadRefused(file, "this is not UTF-8; save the file in that encoding.") from error
    except tomllib.TOMLDecodeError as error:
        raise LoadRefused(file, f"this is not TOML: {error}.") from error
    if type(content.get("order", 0)) is not int:
        raise LoadRefused(file, "this is not a whole number.", column="order")
    return content


def _pages(file: Path, content: dict[str, Any]) -> Iterator[PageGiven]:
    """One page per language; English must be there, since readers of any other fall back to it."""
    if "en" not in content:
        raise LoadRefused(file, "the English page is missing.", column="en")
    for language, table in content.items():
        if language == "order":
            continue
        if language not in dict(settings.LANGUAGES) or not isinstance(table, dict):
            allowed = ", ".join(code for code, _name in settings.LANGUAGES)
            raise LoadRefused(file, f"this is no language of the site; allowed: {allowed}.", column=language)
        yield _page(file, language, table)


def _page(file: Path, language: str, table: dict[str, Any]) -> PageGiven:
    fields = HOME_FIELDS if file.stem == HOME else TEXT_FIELDS
    for field in table:
        if field not in fields:
            sentence = f"this is not known here; allowed: {', '.join(fields)}."
            raise LoadRefused(file, sentence, column=f"{language}.{field}")
    words = {field: _words(file, f"{language}.{field}", table.get(field), most) for field, most in fields.items()}
    if "body" in words:
        _Markup(file, f"{language}.body").check(words["body"])
        words["body"] = words["body"].replace("{lang}", language)
    return PageGiven(name=file.stem, language=language, **words)


def _check_homes(folder: Path, pages: list[PageGiven]) -> None:
    """Each page lies beneath the home of its language, which is given, there, or removed by an editor."""
    homes = {page.language for page in pages if page.is_home}
    homes |= set(HomePage.objects.values_list("locale__language_code", flat=True))
    homes |= set(LoadedPage.objects.filter(name=HOME).values_list("language", flat=True))
    for page in pages:
        if page.language not in homes:
            file = folder / f"{page.name}.toml"
            raise LoadRefused(file, "there is no home page in this language to lay it beneath.", column=page.language)


def _words(file: Path, column: str, value: object, most: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise LoadRefused(file, "this is empty and must not be.", column=column)
    if len(value.strip()) > most:
        raise LoadRefused(file, f"this has {len(value.strip())} characters; at most {most} fit.", column=column)
    return value.strip()


class _Markup(HTMLParser):
    """Refuses what the content system would not keep, and tags that do not close where they must."""

    def __init__(self, file: Path, column: str) -> None:
        super().__init__()
        self.file = file
        self.column = column
        self.open: list[str] = []

    def check(self, text: str) -> None:
        self.feed(text)
        self.close()
        if self.open:
            raise self.refuse(f"<{self.open[-1]}> is not closed.")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise self.refuse(f"<{tag}> is not kept; allowed: {', '.join(sorted(TAGS))}.")
        given = dict(attrs)
        if set(given) != ({"href"} if tag == "a" else set()):
            raise self.refuse(f"<{tag}> has attributes that are not kept; a link has an href, nothing else has any.")
        if tag == "a" and not LINK.fullmatch(given["href"] or ""):
            raise self.refuse(f"“{given['href']}” leads nowhere; links begin with /{{lang}}/, https:// or mailto:.")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise self.refuse(f"</{tag}> closes what is not open.")

    def refuse(self, sentence: str) -> LoadRefused:
        return LoadRefused(self.file, sentence, row=self.getpos()[0], column=self.column)
