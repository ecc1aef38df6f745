"""Stores what a step says: words, columns, topics, figures, sources and links; only what differs is written."""

from collections.abc import Mapping, Sequence
from typing import Any

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.innovations import drafts
from hemicycle.innovations.actions import waiting
from hemicycle.innovations.given import Described
from hemicycle.innovations.models import Adoption, Case, CaseCitation, CaseTagging, Measure
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import Evidence
from hemicycle.topics.queries import vocabulary

Row = Mapping[str, Any]


def store(case: Case, said: Described, *, by: Person) -> bool:
    """Whether anything was other than before. The caller holds the row of the case."""
    changed = [
        _words(case, said, by=by),
        _columns(case, said.columns),
        _topics(case, said.topics),
        *(_WRITE[name](case, rows) for name, rows in said.rows.items()),
    ]
    return any(changed)


def _words(case: Case, said: Described, *, by: Person) -> bool:
    """The original as a next revision, with the names of figures below their keys."""
    reading = drafts.original(case)
    fields = {**reading.fields, **said.texts}
    if "measures" in said.rows:
        keys = _keys(case, said.rows["measures"])
        fields["measures"] = {key: row["what"] for key, row in zip(keys, said.rows["measures"], strict=True)}
    fields = {name: value for name, value in fields.items() if value or name == "title"}
    if fields == {name: value for name, value in reading.fields.items() if value}:
        return False
    suggested = waiting_original(case.uid)
    texts.write(texts.Draft(case.uid, reading.language, fields, original=True), by=by.uid, publish=True)
    waiting.carry(case, suggested, reading.fields)
    return True


def _columns(case: Case, columns: Mapping[str, Any]) -> bool:
    changed = [name for name, value in columns.items() if getattr(case, name) != value]
    for name in changed:
        setattr(case, name, columns[name])
    if changed:
        case.save(update_fields=changed)
    return bool(changed)


def _topics(case: Case, topics: Mapping[str, Sequence[str]]) -> bool:
    """The topics of the branches that are said; those of other branches stay."""
    if not topics:
        return False
    before = list(case.taggings.order_by("order").values_list("topic__code", flat=True))
    others = [code for code in before if code.partition(".")[0] not in topics]
    wanted = [*(code for codes in topics.values() for code in codes), *others]
    if wanted == before:
        return False
    known = {term.code: term.pk for term in vocabulary().terms.values()}
    case.taggings.all().delete()
    CaseTagging.objects.bulk_create(
        CaseTagging(case=case, topic_id=known[code], order=order) for order, code in enumerate(wanted, start=1)
    )
    return True


def _keys(case: Case, rows: Sequence[Row]) -> list[str]:
    """A figure keeps its key as long as it keeps its name, or else its place, since translations hold on to it."""
    labels = drafts.original(case).fields.get("measures", {})
    by_label = {label: key for key, label in labels.items()}
    by_place = list(case.measures.values_list("key", flat=True))
    wanted = {row["what"] for row in rows}
    keys: list[str] = []
    for place, row in enumerate(rows):
        old = by_place[place] if place < len(by_place) and labels.get(by_place[place]) not in wanted else ""
        key = by_label.get(row["what"]) or old
        keys.append(key if key and key not in keys else _free({*keys, *by_place}))
    return keys


def _free(taken: set[str]) -> str:
    return next(key for key in (f"m{number}" for number in range(1, 1_000)) if key not in taken)


def _measures(case: Case, rows: Sequence[Row]) -> bool:
    # The words were written before; their keys stand in the order of the rows.
    keys = list(drafts.original(case).fields.get("measures", {})) if rows else []
    names = ("value", "unit", "date", "scope", "citation")
    new = [
        Measure(case=case, order=order, key=key, **{name: row.get(name) for name in names})
        for order, (key, row) in enumerate(zip(keys, rows, strict=True), start=1)
    ]
    return _exchange(case.measures.all(), new, ("key", *names))


def _sources(case: Case, rows: Sequence[Row]) -> bool:
    names = ("title", "address", "dated", "note")
    new = [
        CaseCitation(case=case, order=order, **{name: row.get(name, "") for name in names})
        for order, row in enumerate(rows, start=1)
    ]
    return _exchange(case.citations.all(), new, names)


def _links(case: Case, rows: Sequence[Row]) -> bool:
    """What people have said; links from sources are those of the files."""
    names = ("relation", "origin_case_id", "origin_body_id", "origin_name", "since")
    unique = {(row["relation"], row["case"], row["body"], row["name"]): row for row in rows if row["case"] != case.pk}
    new = [
        Adoption(
            taker_case=case,
            relation=row["relation"],
            origin_case_id=row["case"],
            origin_body_id=row["body"],
            origin_name=row["name"],
            since=row["since"],
            evidence=Evidence.SUBMITTED,
        )
        for row in unique.values()
    ]
    compiled = set(
        case.taken.exclude(evidence=Evidence.SUBMITTED).values_list(
            "relation", "origin_case_id", "origin_body_id", "origin_name"
        )
    )
    fresh = [
        each
        for each in new
        if (each.relation, each.origin_case_id, each.origin_body_id, each.origin_name) not in compiled
    ]
    return _exchange(case.taken.filter(evidence=Evidence.SUBMITTED), fresh, names)


def _exchange(rows: Any, new: Sequence[Any], names: Sequence[str]) -> bool:
    """Put the new rows in the place of those that are there, unless they say the same."""
    before = [tuple(getattr(row, name) for name in names) for row in rows]
    if before == [tuple(getattr(row, name) for name in names) for row in new]:
        return False
    rows.delete()
    rows.model._default_manager.bulk_create(new)  # noqa: SLF001
    return True


_WRITE = {"measures": _measures, "sources": _sources, "links": _links}
