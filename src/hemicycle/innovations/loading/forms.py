"""What a file of a case, and a file of a use case, must and may say."""

from collections.abc import Sequence
from typing import Any

from hemicycle.innovations.given import InnovationGiven, LinkGiven, MeasureGiven, SourceGiven, TextGiven
from hemicycle.innovations.loading.files import Table
from hemicycle.innovations.loading.keys import Keys
from hemicycle.innovations.states import (
    CASE_TEXTS,
    USE_CASE_TEXTS,
    Answer,
    Category,
    CostBand,
    Evidence,
    Relation,
    Stage,
    TeamBand,
)

# How files name the relation of a case to what it was taken from.
RELATIONS = {"adapted_from": Relation.ADAPTED, "helped_by": Relation.HELPED, "follows": Relation.FOLLOWS}


def case_given(table: Table, keys: Keys) -> InnovationGiven:
    shared = _shared(table, keys, CASE_TEXTS)
    if not shared["body"] and not shared["body_name"]:
        raise table.refuse("body", "say whose case this is: a key of the register here, or a name in “body_name”.")
    measures = table.each("measures", _measure)
    links = [
        link
        for name, relation in RELATIONS.items()
        for link in table.each(name, lambda each, relation=relation: _link(each, keys, relation))  # type: ignore[misc]
    ]
    given = InnovationGiven(**shared, columns=_case_columns(table), measures=measures, links=tuple(links))
    table.done()
    _check_sources(table, given)
    _check_measures(table, given)
    return given


def use_case_given(table: Table, keys: Keys) -> InnovationGiven:
    shared = _shared(table, keys, USE_CASE_TEXTS)
    columns = {
        "number": table.text("number", most=10),
        "dated": table.date("dated"),
        "category": table.one_of("category", Category.values, empty=True),
        "category_inferred": table.flag("category_inferred"),
    }
    table.done()
    return InnovationGiven(**shared, columns=columns)


def _shared(table: Table, keys: Keys, fields: Sequence[str]) -> dict[str, Any]:
    # Files carry what was compiled; a higher level of evidence is for people to give.
    table.one_of("evidence", (Evidence.COMPILED,))
    original = table.one_of("original", keys.languages)
    return {
        "key": table.key("key"),
        "body": table.known("body", keys.bodies, "the register"),
        "body_name": table.text("body_name", most=200),
        "countries": table.each_known("countries", keys.countries, "the register"),
        "topics": table.each_known("topics", keys.topics, "the vocabulary"),
        "sources": table.each("sources", _source),
        "original": original,
        "texts": _texts(table.inner("texts"), keys, fields, original),
    }


def _case_columns(table: Table) -> dict[str, Any]:
    return {
        "began": table.date("began"),
        "ended": table.date("until"),
        "stage": table.one_of("stage", Stage.values),
        "stage_as_of": table.date("stage_as_of"),
        "team": table.one_of("team", TeamBand.values, empty=True),
        "months_to_first_use": table.number("months_to_first_use"),
        "cost": table.one_of("cost", CostBand.values, empty=True),
        "cost_year": table.whole("cost_year", 1900, 2200),
        "cost_currency": table.text("cost_currency", most=3),
        "running_cost": table.one_of("running_cost", CostBand.values, empty=True),
        "donor_dependence": table.one_of("donor_dependence", Answer.values, empty=True),
        "code_open": table.one_of("code_open", Answer.values, empty=True),
        "code_address": table.address("code_address", most=300),
    }


def _source(table: Table) -> SourceGiven:
    return SourceGiven(
        title=table.text("title", needed=True, most=250),
        address=table.address("url", most=400),
        note=table.text("note", most=250),
        dated=table.date("dated"),
    )


def _measure(table: Table) -> MeasureGiven:
    value = table.number("value")
    if value is None:
        raise table.refuse("value", "a measure needs its value.")
    return MeasureGiven(
        key=table.key("key"),
        value=value,
        unit=table.text("unit", most=40),
        date=table.date("date"),
        scope=table.text("scope", most=200),
        source=table.whole("source", 1, 99),
    )


def _link(table: Table, keys: Keys, relation: str) -> LinkGiven:
    link = LinkGiven(
        relation=relation,
        case=table.text("case"),
        body=table.known("body", keys.bodies, "the register"),
        name=table.text("name", most=200),
        since=table.date("since"),
        source=table.whole("source", 1, 99),
    )
    if sum(map(bool, (link.case, link.body, link.name))) != 1:
        raise table.refuse("case", "name exactly one of “case”, “body” and “name”.")
    return link


def _texts(table: Table, keys: Keys, fields: Sequence[str], original: str) -> dict[str, TextGiven]:
    texts = {}
    for language in list(table.left):
        if language not in keys.languages:
            raise table.refuse(language, f"this language is not offered; offered: {', '.join(keys.languages)}.")
        texts[language] = _text(table.inner(language), fields)
    if original not in texts:
        raise table.refuse(original, "the text in the original language is missing.")
    return texts


def _text(table: Table, fields: Sequence[str]) -> TextGiven:
    credit = table.text("credit", most=200)
    said: dict[str, Any] = {name: table.text(name, needed=name == "title") for name in fields}
    measures = table.inner("measures")
    labels = {key: measures.text(key, needed=True, most=200) for key in list(measures.left)}
    table.done()
    kept = {name: text for name, text in said.items() if text}
    return TextGiven({**kept, "measures": labels} if labels else kept, credit)


def _check_sources(table: Table, given: InnovationGiven) -> None:
    cited = [("measures", measure.source) for measure in given.measures]
    cited += [(link.relation, link.source) for link in given.links]
    for name, number in cited:
        if number is not None and number > len(given.sources):
            raise table.refuse(name, f"source {number} is cited, and there are {len(given.sources)}.")


def _check_measures(table: Table, given: InnovationGiven) -> None:
    """Every figure says in the original what it measures, and no words stand without a figure."""
    keys = [measure.key for measure in given.measures]
    for key in keys:
        if keys.count(key) > 1:
            raise table.refuse("measures", f"“{key}” stands there twice.")
        if key not in given.texts[given.original].fields.get("measures", {}):
            raise table.refuse(f"texts.{given.original}.measures", f"“{key}” is missing: say what it measures.")
    for language, text in given.texts.items():
        for key in text.fields.get("measures", {}):
            if key not in keys:
                raise table.refuse(f"texts.{language}.measures", f"there is no measure “{key}”.")
