"""Cases and use cases in lists: a few words each, in the nearest language, in two queries for any number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.texts import Reading
from hemicycle.innovations import queries, wording
from hemicycle.innovations.analysis import origins_by_taker
from hemicycle.innovations.models import Case
from hemicycle.innovations.queries import PATHS, CardRow, End
from hemicycle.innovations.states import HELD, Category, Evidence, Relation
from hemicycle.network.queries import Register, register
from hemicycle.ui.formatting import format_date


@dataclass(frozen=True)
class CaseCard:
    """A case or use case in a list."""

    uid: UUID  # its permanent identity
    kind: str  # "case" or "use_case"
    title: str  # in the nearest language
    lead: str  # one or two sentences; may be empty
    language: str  # of title and lead
    address: str  # its page
    place: str  # whose it is: "Zambia · National Assembly"
    level: str  # the level of its evidence, as a word
    held: bool  # whether somebody vouches for it
    remarks: tuple[str, ...]  # where it stands: stage and date, what it was adapted from, its category


def case_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, CaseCard]:
    return _cards(queries.case_rows().filter(uid__in=list(uids)), language)


def use_case_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, CaseCard]:
    return _cards(queries.use_case_rows().filter(uid__in=list(uids)), language)


def cards_of(rows: QuerySet[Any, Any], language: str) -> list[CaseCard]:
    """The cards of the rows that a query of this package finds, in its order; two queries."""
    return list(_cards(rows, language).values())


def _cards(rows: QuerySet[Any, Any], language: str) -> dict[UUID, CaseCard]:
    found = {row.uid: row for row in (CardRow(*values) for values in rows)}
    words = texts.read(found, language)
    held = register()
    origins = origins_by_taker(Relation.ADAPTED)
    return {uid: _card(row, words[uid], held, origins.get(uid, ())) for uid, row in found.items() if uid in words}


def _card(row: CardRow, words: Reading, held: Register, origins: Sequence[End]) -> CaseCard:
    return CaseCard(
        uid=row.uid,
        kind=row.kind,
        title=words["title"],
        lead=words["lead"] or words["objective"],
        language=words.language,
        address=wording.address(PATHS[row.kind].format(row.slug)),
        place=wording.place(row.body, row.body_name or row.house_name or "", row.countries, held),
        level=str(Evidence(row.evidence).label),
        held=row.evidence in HELD,
        remarks=_case_remarks(row, held, origins) if row.kind == Case.kind else _use_case_remarks(row),
    )


def _case_remarks(row: CardRow, held: Register, origins: Sequence[End]) -> tuple[str, ...]:
    adapted = [_("adapted from: %(place)s") % {"place": wording.country_of_end(end, held)} for end in origins]
    return (wording.stage(row.stage, row.stage_as_of), *adapted)


def _use_case_remarks(row: CardRow) -> tuple[str, ...]:
    category = [str(Category(row.category).label)] if row.category else []
    return (*category, format_date(row.dated) if row.dated else _("date not stated"))
