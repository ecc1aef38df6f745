"""Cases, use cases and links for tests, with their words, listings and journal."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from hemicycle.core import journal, texts
from hemicycle.innovations import actions, states
from hemicycle.innovations.actions import describing
from hemicycle.innovations.given import Described
from hemicycle.innovations.models import (
    Adoption,
    Case,
    CaseCitation,
    CaseTagging,
    Measure,
    UseCase,
    UseCaseCitation,
    UseCaseTagging,
)
from hemicycle.innovations.ready import gaps
from hemicycle.innovations.states import ACCEPTANCE, CASE_TEXTS, Evidence, Relation, Stage, State
from hemicycle.network.models import Body
from hemicycle.topics import actions as topics
from hemicycle.topics.actions import TermGiven
from hemicycle.topics.models import Topic

LANGUAGES = ("en", "fr", "es", "pt", "ar")
# To what is asked beside the words.
ANSWERS = {
    "stage": "in_use",
    "team": "2_5",
    "cost": "unknown",
    "running_cost": "undisclosed",
    "donor_dependence": "no",
    "code_open": "no",
}
_numbers = count(1)


def a_topic(code: str = "work.sittings") -> Topic:
    branch = code.partition(".")[0]
    terms = [(branch, ""), (code, branch)]
    have = set(Topic.objects.values_list("code", flat=True))
    labels = {term: dict.fromkeys(LANGUAGES, term.rpartition(".")[2].capitalize()) for term, _parent in terms}
    new = [TermGiven(term, parent, labels[term]) for term, parent in terms if term not in have]
    if new:
        known = [
            TermGiven(topic.code, topic.code.partition(".")[0] if "." in topic.code else "", topic.labels)
            for topic in Topic.objects.all()
        ]
        topics.load([*known, *new], by=None)
    return Topic.objects.get(code=code)


def a_case(
    slug: str = "",
    *,
    body: Body | None = None,
    words: Mapping[str, Mapping[str, Any]] | None = None,
    codes: Sequence[str] = (),
    sources: Sequence[str] = (),
    figures: Sequence[Mapping[str, Any]] = (),
    **columns: Any,
) -> Case:
    """A case of a body, published unless its state says otherwise, in English unless words are given."""
    case = Case.objects.create(**_columns(slug, body, {"stage": Stage.IN_USE, **columns}))
    _tell(case, words)
    for order, code in enumerate(codes, start=1):
        CaseTagging.objects.create(case=case, topic=a_topic(code), order=order)
    for order, dated in enumerate(sources, start=1):
        CaseCitation.objects.create(
            case=case, order=order, title=f"Source {order}", address=f"https://example.org/{order}", dated=dated
        )
    for order, figure in enumerate(figures, start=1):
        Measure.objects.create(case=case, order=order, **figure)
    journal.record_all(states.LOADED, [case], by=None)
    return case


def a_use_case(
    slug: str = "",
    *,
    body: Body | None = None,
    words: Mapping[str, Mapping[str, Any]] | None = None,
    codes: Sequence[str] = (),
    **columns: Any,
) -> UseCase:
    use_case = UseCase.objects.create(**_columns(slug, body, columns))
    _tell(use_case, words or {"en": {"title": f"Title of {use_case.slug}", "objective": "So that it works."}})
    for order, code in enumerate(codes, start=1):
        UseCaseTagging.objects.create(use_case=use_case, topic=a_topic(code), order=order)
    UseCaseCitation.objects.create(use_case=use_case, order=1, title="A collection")
    journal.record_all(states.USE_CASE_LOADED, [use_case], by=None)
    return use_case


def an_adoption(taker: Case, origin: Case | Body, *, relation: str = Relation.ADAPTED, since: str = "") -> Adoption:
    """A link from a source, with the listings of both ends brought up to date."""
    end = {"origin_case": origin} if isinstance(origin, Case) else {"origin_body": origin}
    adoption = Adoption.objects.create(
        relation=relation,
        taker_case=taker,
        since=since,
        evidence=Evidence.COMPILED,
        source_title="A bulletin",
        source_address="https://example.org/bulletin",
        **end,
    )
    cases = [taker, origin] if isinstance(origin, Case) else [taker]
    journal.record_all(states.LOADED, cases, by=None)
    return adoption


def complete(case: Case, *, by: Any) -> Case:
    """Answer every question of the description that has no answer yet."""
    a_topic()
    empty = {gap.name for gap in gaps(case)}
    said = Described(
        texts={name: f"Expected: {name}." for name in CASE_TEXTS if name in empty},
        columns={name: answer for name, answer in ANSWERS.items() if name in empty},
        topics={"work": ["work.sittings"]} if "work" in empty else {},
    )
    with transaction.atomic():
        describing.store(Case.objects.get(pk=case.pk), said, by=by)
    case.refresh_from_db()
    return case


def hand_in(case: Case, *, by: Any) -> Case:
    """A description with every answer, handed in."""
    actions.submit(complete(case, by=by), met=ACCEPTANCE, by=by)
    case.refresh_from_db()
    return case


def in_all_languages(title: str = "Title") -> dict[str, dict[str, str]]:
    return {language: {"title": f"{title} {language}", "lead": f"Lead {language}"} for language in LANGUAGES}


def _columns(slug: str, body: Body | None, columns: Mapping[str, Any]) -> dict[str, Any]:
    public = columns.get("state", State.PUBLISHED) in {State.PUBLISHED, State.WITHDRAWN}
    return {
        "slug": slug or f"case-{next(_numbers)}",
        "body": body,
        "countries": [body.country.key] if body and body.country else [],
        "state": State.PUBLISHED,
        "evidence": Evidence.COMPILED,
        "published_at": timezone.now() if public else None,
        **columns,
    }


def _tell(thing: Case | UseCase, words: Mapping[str, Mapping[str, Any]] | None) -> None:
    told = words or {"en": {"title": f"Title of {thing.slug}", "lead": "What came of it."}}
    original = next(iter(told))
    drafts = [
        texts.Draft(
            thing.uid,
            language,
            fields,
            original=language == original,
            credit="" if language == original else "A. Translator",
        )
        for language, fields in told.items()
    ]
    texts.write_all(drafts, by=None)
