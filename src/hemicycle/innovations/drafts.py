"""What a step of a description holds now: what is stored, what has been typed since, and how two hands are joined."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.innovations.models import Case, DraftSave
from hemicycle.innovations.states import Evidence
from hemicycle.innovations.steps import MOST_ROWS, Step
from hemicycle.kit.typed import plain
from hemicycle.ui.formatting import format_number

Typed = Mapping[str, Any]  # A text, or a list of texts where several may be chosen.

LONGEST_TEXT = 20_000
LONGEST_STEP = 60_000
MOST_CHOSEN = 60
ROW_FIELDS = {
    "measures": ("what", "value", "unit", "date", "scope", "citation"),
    "sources": ("title", "address", "dated", "note"),
    "links": ("relation", "whom", "since"),
}
ROW_KEY = re.compile(r"(?P<rows>measures|sources|links)-(?P<number>\d{1,2})-(?P<name>[a-z]+)")
COUNT_KEYS = ("TOTAL_FORMS", "INITIAL_FORMS")


@dataclass(frozen=True)
class Joined:
    """What a step holds after somebody has typed."""

    whole: dict[str, Any]
    pages: dict[str, str]
    both: list[dict[str, Any]]


@dataclass(frozen=True)
class Held:
    """What a step holds now."""

    values: dict[str, Any]
    save: int = 0  # The number of the newest save; zero if nobody has typed anything yet.
    both: list[dict[str, Any]] = field(default_factory=list)


def held(case: Case, step: Step) -> Held:
    """What has been typed last, else what is stored with the case."""
    newest = newest_save(case, step)
    if newest is None:
        return Held(stored(case, step))
    return Held(newest.whole, newest.pk, newest.both)


def newest_save(case: Case, step: Step) -> DraftSave | None:
    return DraftSave.objects.filter(case=case, step=step.name).order_by("-pk").first()


def typed_in(step: Step, data: Any) -> dict[str, Any]:
    """What a browser sent of this step, made plain; what is too long is refused and stays in the browser."""
    found: dict[str, Any] = {}
    for name in (*step.texts, *step.columns):
        if name in data:
            found[name] = plain(str(data.get(name)))
    for branch in step.branches:
        if branch in data or f"{branch}-shown" in data:
            found[branch] = [plain(value)[:80] for value in data.getlist(branch)[:MOST_CHOSEN]]
    for key in data:
        match = ROW_KEY.fullmatch(key)
        if match and _is_row_of(step, match):
            found[key] = plain(str(data.get(key)))
    _require_measure(found)
    return found


def _is_row_of(step: Step, match: re.Match[str]) -> bool:
    rows = match["rows"]
    return rows in step.rows and match["name"] in ROW_FIELDS[rows] and int(match["number"]) < MOST_ROWS[rows]


def _require_measure(typed: Typed) -> None:
    sizes = [len(value) for value in typed.values() if isinstance(value, str)]
    if max(sizes, default=0) > LONGEST_TEXT or sum(sizes) > LONGEST_STEP:
        message = _("One text is too long to be saved: the most is %(most)s characters. Shorten it; it stays here.")
        raise ValidationError(message % {"most": format_number(LONGEST_TEXT)}, code="too_long")


def joined(typed: Typed, *, page: str, base: Typed, newest: Joined) -> Joined:
    """Three ways joined, field by field: what this page did not touch stays as others left it.

    Where two pages wrote the same field, the words that came last stand, and the words that they replaced are kept
    beside them until somebody has looked at both.
    """
    whole, pages, both = dict(newest.whole), dict(newest.pages), list(newest.both)
    for name, value in typed.items():
        if same(value, base.get(name)):
            continue
        theirs = whole.get(name)
        if pages.get(name, page) != page and not same(theirs, base.get(name)) and not same(theirs, value):
            both.append({"field": name, "value": theirs})
        whole[name] = value
        pages[name] = page
    return Joined(whole, pages, both)


def same(one: Any, other: Any) -> bool:
    """Nothing typed and nothing there are the same."""
    return (
        (one or "") == (other or "") if not isinstance(one or other, list) else sorted(one or []) == sorted(other or [])
    )


def stored(case: Case, step: Step) -> dict[str, Any]:
    """The step as it is stored with the case, in the form in which it is typed."""
    words = original(case).fields if step.texts or "measures" in step.rows else {}
    return {
        **{name: str(words.get(name, "")) for name in step.texts},
        **{name: _written(getattr(case, name)) for name in step.columns},
        **_topics(case, step),
        **_rows(case, step, words),
    }


def original(case: Case) -> texts.Reading:
    """The text in the language in which the case was first told."""
    reading = texts.read_one(case.uid, texts.LAST_RESORT)
    return reading if reading.language == reading.original else texts.read_one(case.uid, reading.original)


def _written(value: Any) -> str:
    if value is None:
        return ""
    return f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)


def _topics(case: Case, step: Step) -> dict[str, list[str]]:
    if not step.branches:
        return {}
    codes = case.taggings.order_by("order").values_list("topic__code", flat=True)
    return {branch: [code for code in codes if code.partition(".")[0] == branch] for branch in step.branches}


def _rows(case: Case, step: Step, words: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for rows in step.rows:
        for number, row in enumerate(_READ[rows](case, words)):
            found |= {f"{rows}-{number}-{name}": _written(value) for name, value in row.items()}
    return found


def _measures(case: Case, words: Mapping[str, Any]) -> list[dict[str, Any]]:
    labels = words.get("measures", {})
    names = ROW_FIELDS["measures"][1:]
    return [
        {"what": labels.get(each.key, ""), **{name: getattr(each, name) for name in names}}
        for each in case.measures.all()
    ]


def _sources(case: Case, words: Mapping[str, Any]) -> list[dict[str, Any]]:  # noqa: ARG001
    return [{name: getattr(each, name) for name in ROW_FIELDS["sources"]} for each in case.citations.all()]


def _links(case: Case, words: Mapping[str, Any]) -> list[dict[str, Any]]:  # noqa: ARG001
    taken = case.taken.filter(evidence=Evidence.SUBMITTED).select_related("origin_case", "origin_body")
    return [
        {
            "relation": each.relation,
            "whom": each.origin_case.path
            if each.origin_case
            else each.origin_body.key
            if each.origin_body
            else each.origin_name,
            "since": each.since,
        }
        for each in taken
    ]


_READ = {"measures": _measures, "sources": _sources, "links": _links}
