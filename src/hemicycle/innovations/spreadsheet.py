"""Cases, use cases and the links between them as rows of a spreadsheet, and what holds for all of them."""

from collections.abc import Callable, Mapping
from typing import Any

from hemicycle.core.catalogue import Record
from hemicycle.core.exports import document, title
from hemicycle.innovations.queries import End
from hemicycle.innovations.states import OPEN_COLUMNS, OPEN_USE_CASE_COLUMNS, RELATION_NAMES
from hemicycle.network.queries import register
from hemicycle.ui.languages import active_language

Columns = Mapping[str, Callable[[Any], Any]]


def about() -> Mapping[str, Any]:
    """What a reader of the data must know of every record in it."""
    return {
        "note": (
            "Records with the evidence “compiled” were written from the public sources that each of them names; "
            "nobody from the parliament has checked them. What a record does not say is listed under “not_stated”."
        )
    }


def _fact(name: str) -> Callable[[Record], Any]:
    return lambda record: record.facts.get(name)


def _facet(name: str) -> Callable[[Record], Any]:
    return lambda record: record.facets.get(name, ())


def _text(name: str) -> Callable[[Record], str]:
    """A part of the text in the language of the page, else in the original's."""

    def read(record: Record) -> str:
        texts = record.facts["texts"]
        told = texts.get(active_language()) or texts.get(record.original) or {}
        return str(told.get(name, ""))

    return read


def _columns(texts: tuple[str, ...], columns: tuple[str, ...], facets: tuple[str, ...]) -> Columns:
    return {
        "key": lambda record: record.key,
        "uid": lambda record: record.uid,
        "address": lambda record: document(record)["address"],
        "title": title,
        **{name: _text(name) for name in texts},
        "body": _fact("body"),
        "body_name": _fact("body_name"),
        "countries": lambda record: record.places,
        **{name: _fact(name) for name in columns},
        "evidence": _fact("evidence"),
        **{f"topics_{name}": _facet(name) for name in facets},
        "languages": _facet("language"),
        "not_stated": _fact("not_stated"),
        "sources": lambda record: [
            source.get("address") or source["title"] for source in record.facts.get("sources", ())
        ],
    }


TOPICS = ("work", "technology", "change", "beneficiary", "challenge", "resource", "practice", "policy")
CASE_COLUMNS: Columns = {
    **_columns(("lead", "problem", "done", "result", "conditions", "challenges", "lessons"), OPEN_COLUMNS, TOPICS),
    "adapted_from": lambda record: [end.get("case") or end["body_name"] for end in record.facts["adapted_from"]],
    "adapted_by": lambda record: [end.get("case") or end["body_name"] for end in record.facts["adapted_by"]],
}
USE_CASE_COLUMNS: Columns = _columns(
    (
        "objective",
        "actors",
        "prerequisites",
        "steps",
        "alternate_flows",
        "expected_results",
        "risks",
        "data_needed",
        "integrations",
        "success_measures",
    ),
    OPEN_USE_CASE_COLUMNS,
    ("work", "technology", "beneficiary"),
)


def _body(end: End) -> str:
    house = register().by_pk.get(end.body) if end.body else None
    return house.key if house else ""


def _body_name(end: End) -> str:
    house = register().by_pk.get(end.body) if end.body else None
    return house.own_name if house else end.body_name


def _end(end: str, read: Callable[[End], str]) -> Callable[[Any], str]:
    return lambda link: read(getattr(link, end))


LINK_COLUMNS: Columns = {
    "uid": lambda link: str(link.uid),
    "relation": lambda link: RELATION_NAMES[link.relation][0],
    **{
        f"{end}_{name}": _end(end, read)
        for end in ("taker", "origin")
        for name, read in (("case", lambda end: end.slug), ("body", _body), ("body_name", _body_name))
    },
    "since": lambda link: link.since,
    "evidence": lambda link: link.evidence,
    "source_title": lambda link: link.source_title,
    "source_address": lambda link: link.source_address,
}
