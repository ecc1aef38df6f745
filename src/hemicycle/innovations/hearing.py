"""Who hears of what happens to cases: each verb's audience, as uids of people."""

from typing import Any
from uuid import UUID

from hemicycle.core.models import Text
from hemicycle.innovations import queries
from hemicycle.innovations.models import Case
from hemicycle.network.models import Body


def case_of(entry: Any) -> Case | None:
    found: Case | None = (
        Case.objects.select_related("body__parent", "author", "reviewer").filter(uid=entry.subject).first()
    )
    return found


def to_authors(entry: Any) -> set[UUID]:
    case = case_of(entry)
    return queries.authors_of(case) | queries.speakers_of(case) if case else set()


def to_reviewers(entry: Any) -> set[UUID]:
    case = case_of(entry)
    return queries.reviewers_for(case) if case else set()


def to_both_ends(entry: Any) -> set[UUID]:
    """The authors of a case, and those who speak for the house that took it over."""
    taker = Body.objects.select_related("parent").filter(key=entry.facts.get("body", "")).first()
    return to_authors(entry) | (queries.speaking_for(taker) if taker else set())


def to_speakers(entry: Any) -> set[UUID]:
    case = case_of(entry)
    return queries.speakers_of(case) if case else set()


def to_the_one(entry: Any) -> set[UUID]:
    return {UUID(entry.facts["person"])}


def to_translators(entry: Any) -> set[UUID]:
    """Those whose published versions the new words have left behind."""
    versions = Text.objects.filter(subject=entry.subject, state=Text.State.PUBLISHED)
    found = versions.exclude(current__translator=None).values_list("current__translator", flat=True)
    return {uid for uid in found if uid is not None}


def to_checkers(entry: Any) -> set[UUID]:
    """Who may publish what somebody else has translated, and is told of it: speakers of the house, and editors."""
    case = case_of(entry)
    return queries.speakers_of(case) | queries.reviewers_for(case) if case else set()


def to_its_translator(entry: Any) -> set[UUID]:
    texts_ = Text.objects.filter(subject=entry.subject, language=entry.facts.get("language", ""))
    found = texts_.exclude(current__translator=None).values_list("current__translator", flat=True)
    return {uid for uid in found if uid is not None}
