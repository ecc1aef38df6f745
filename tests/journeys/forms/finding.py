"""Reads the forms of a page as a browser does: where they are sent, their fields, and their buttons."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

# What a browser sends of its own accord or what proves that the form was ours.
NOT_TYPED = frozenset({"hidden", "submit", "button", "reset", "image"})
# Never shown again, so that nobody reads them over a shoulder.
SECRET = frozenset({"password"})
WORDS = "Plain words, long enough"
SLUG = re.compile(r"[a-z0-9_]{1,20}")
TYPED = {"email": "somebody.new@example.org", "date": "2027-06-30", "number": "1", "url": "https://example.org/a"}


@dataclass
class Field:
    """One field: its kind, what it holds, and from what it lets choose."""

    name: str
    kind: str
    value: str = ""
    checked: bool = False
    choices: list[str] = field(default_factory=list)
    code: bool = False  # Whether it takes a one-time code, which is not shown again either.

    @property
    def is_typed(self) -> bool:
        return self.kind not in {*NOT_TYPED, "select", "checkbox", "radio", "file"}

    @property
    def is_given_back(self) -> bool:
        return self.is_typed and self.kind not in SECRET and not self.code


@dataclass
class Form:
    """One form of a page, with one of its buttons."""

    address: str
    fields: list[Field]
    button: tuple[str, str] | None = None
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def target(self) -> str:
        """The name of the address that it is sent to."""
        try:
            return resolve(self.address).view_name
        except Resolver404:
            return self.address

    @property
    def shape(self) -> str:
        """What tells it from other forms, whatever it is about and whichever button is pressed."""
        names = sorted({each.name for each in self.fields if each.name != "csrfmiddlewaretoken"})
        acts = sorted(f"{each.name}={each.value}" for each in self.fields if each.name == "act")
        return " ".join([self.target, ",".join(names), *acts]).strip()

    @property
    def signature(self) -> str:
        """The same with the button; one that names a thing is like those that name others."""
        name, value = self.button or ("", "")
        return f"{self.shape} {name}={value if SLUG.fullmatch(value) else ''}" if name else self.shape

    @property
    def has_file(self) -> bool:
        return any(each.kind == "file" for each in self.fields)

    def sent(self, typed: Mapping[str, str] | None = None, *, words: str = WORDS) -> dict[str, list[str]]:
        """What a browser would send if somebody filled in every field; `typed` stands over single ones."""
        data: dict[str, list[str]] = {}
        for each in self.fields:
            value = _filled(each, words)
            if value is not None and (each.kind not in {"radio", "select"} or each.name not in data):
                data.setdefault(each.name, []).append(value)
        if self.button:
            data[self.button[0]] = [self.button[1]]
        return data | {name: [value] for name, value in (typed or {}).items()}


def forms_of(page: str, here: str) -> list[Form]:
    """Every form of the page that posts, once for each of its buttons."""
    reader = _Reader(here)
    reader.feed(page)
    return [
        replace(form, button=button) for form in reader.forms for button in _pressed(form.buttons) if form.address != ""
    ]


def _pressed(buttons: Sequence[tuple[str, str]]) -> list[tuple[str, str] | None]:
    """A form that is sent by the Enter key alone has a button without a name."""
    return [button if button[0] else None for button in buttons] or [None]


def _filled(each: Field, words: str) -> str | None:
    if each.kind in NOT_TYPED:
        return each.value if each.kind == "hidden" else None
    if each.kind == "file":
        return None
    if each.kind == "select":
        return each.value or next((choice for choice in each.choices if choice), "")
    if each.kind in {"checkbox", "radio"}:
        return each.value or "on"
    return TYPED.get(each.kind, each.value.strip() or words)


class _Reader(HTMLParser):
    def __init__(self, here: str) -> None:
        super().__init__(convert_charrefs=True)
        self.here = here
        self.forms: list[Form] = []
        self.open: Form | None = None
        self.last: Field | None = None
        # Forms by their id, for fields and buttons that stand outside of theirs.
        self.by_id: dict[str, Form] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._begin(given)
        form = self.by_id.get(given.get("form", "")) or self.open
        if form is None:
            return
        if tag in {"input", "textarea", "select"}:
            self._field(form, tag, given)
        elif tag == "option" and self.last is not None:
            self.last.choices.append(given.get("value", ""))
            if "selected" in given:
                self.last.value = given.get("value", "")
        elif tag == "button" and given.get("type", "submit") == "submit":
            form.buttons.append((given.get("name", ""), given.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self.last is not None and self.last.kind == "textarea":
            self.last.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag in {"textarea", "select"}:
            self.last = None

    def _begin(self, given: Mapping[str, str]) -> None:
        self.open = None
        if given.get("method", "get").lower() == "post":
            address = urlsplit(urljoin(self.here, given.get("action", "") or self.here))
            self.open = Form(address.path, [])
            self.forms.append(self.open)
            self.by_id[given.get("id", f"#{len(self.forms)}")] = self.open

    def _field(self, form: Form, tag: str, given: Mapping[str, str]) -> None:
        kind = given.get("type", "text") if tag == "input" else tag
        name = given.get("name", "")
        if kind in {"submit", "image"}:
            form.buttons.append((name, given.get("value", "")))
        if not name or kind in {"submit", "image", "button", "reset"}:
            return
        made = Field(name, kind, given.get("value", ""), "checked" in given)
        made.code = given.get("autocomplete") == "one-time-code"
        form.fields.append(made)
        self.last = made if tag in {"textarea", "select"} else None
