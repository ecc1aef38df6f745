"""Writes the texts of loaded records: new ones in bulk, changed ones as a next revision."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.core.models import Text
from hemicycle.innovations.actions.rows import Tables
from hemicycle.innovations.given import InnovationGiven


def write(tables: Tables, given: Sequence[InnovationGiven], *, by: Person | None) -> set[UUID]:
    """The uids whose words are other than before. What a person has written stays."""
    drafts = [draft for each in given for draft in _drafts(tables, each)]
    kept = _kept({draft.subject for draft in drafts})
    new = [draft for draft in drafts if (draft.subject, draft.language) not in kept]
    changed = [draft for draft in drafts if _differs(kept.get((draft.subject, draft.language)), draft)]
    actor = by.uid if by is not None else None
    texts.write_all(new, by=actor)
    for draft in sorted(changed, key=lambda draft: not draft.original):
        texts.write(draft, by=actor, publish=True)
    return {draft.subject for draft in (*new, *changed)}


def _drafts(tables: Tables, given: InnovationGiven) -> list[texts.Draft]:
    subject = tables.uid_of(given.key)
    return [
        texts.Draft(subject, language, text.fields, original=language == given.original, credit=text.credit)
        for language, text in given.texts.items()
    ]


def _kept(subjects: set[UUID]) -> dict[tuple[UUID, str], dict[str, Any]]:
    columns = ("subject", "language", "current__fields", "current__credit", "current__translator", "current__made_by")
    rows = Text.objects.filter(subject__in=subjects).values(*columns)
    return {(row["subject"], row["language"]): row for row in rows}


def _differs(row: dict[str, Any] | None, draft: texts.Draft) -> bool:
    if row is None or row["current__made_by"] is not None or row["current__translator"] is not None:
        return False
    return (row["current__fields"], row["current__credit"]) != (dict(draft.fields), draft.credit)
