"""Answers a question: words and meaning, joined, narrowed, counted, explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, JSONField, Q, TextField, Value, When

from hemicycle.core.texts import LAST_RESORT
from hemicycle.kit import vectors
from hemicycle.search.index import asking, matching, narrowing
from hemicycle.search.index.asking import Asked
from hemicycle.search.index.matching import Ranked
from hemicycle.search.index.memory import Memory, memory
from hemicycle.search.index.reasons import Sought
from hemicycle.search.index.visibility import still_public
from hemicycle.search.index.words import Words
from hemicycle.search.models import IndexedText
from hemicycle.search.states import KIND, Hit, Hits, Question, Reason, Why


@dataclass(frozen=True)
class Found:
    """What a question met in the index as it was held in memory."""

    held: Memory
    asked: Asked
    worded: Ranked
    meant: Ranked

    def text_of(self, thing: int) -> int:
        """The text that spoke for the thing: that of its words, else that of its meaning."""
        return self.worded.text.get(thing, self.meant.text.get(thing, -1))


def answer(words: Words, question: Question) -> Hits:
    found = _found(words, question)
    order = matching.fused(found.worded, found.meant, len(found.asked.words))
    chosen = {**question.facets, **({KIND: question.kinds} if question.kinds else {})}
    passed = narrowing.passing(found.held, chosen)
    left = [thing for thing in order if passed[thing]]
    page = left[question.offset : question.offset + question.limit]
    return Hits(
        hits=tuple(_hits(found, page, question.language)),
        total=len(left),
        counts=narrowing.counts(found.held, order, chosen),
        spellings=found.asked.spellings,
    )


def _found(words: Words, question: Question) -> Found:
    held = memory()
    asked = asking.asked(words, question.text, len(held.texts)) if question.by_words else Asked()
    return Found(
        held=held,
        asked=asked,
        worded=matching.by_words(held, asked.matches, len(asked.words), question.language),
        meant=matching.by_meaning(held, _meaning(question.text)) if question.by_meaning else Ranked(),
    )


def _meaning(text: str) -> vectors.Matrix:
    vector: vectors.Matrix = vectors.encoder().encode([text])[0]
    return vector


def _hits(found: Found, page: Sequence[int], language: str) -> Iterator[Hit]:
    held = found.held
    texts = _texts([held.things[at].pk for at in page], {held.texts[found.text_of(at)].pk for at in page}, language)
    sought = Sought(found.asked.words, found.asked.respelt, language)
    for at in page:
        rows = texts.get(held.things[at].pk, {})
        speaking = rows.get(held.texts[found.text_of(at)].language)
        # The thing may have been withdrawn since; the index hears of it a moment later.
        if speaking is None:
            continue
        yield _hit(rows, speaking, _reasons(found, at, sought, speaking), language)


def _reasons(found: Found, thing: int, sought: Sought, speaking: Any) -> tuple[Reason, ...]:
    reasons = sought.reasons(speaking, found.worded.holding.get(thing, 0))
    if thing not in found.meant.text:
        return reasons
    return (*reasons, Reason(Why.MEANING, language=found.held.texts[found.meant.text[thing]].language))


def _texts(things: Sequence[int], spoke: set[int], language: str) -> Mapping[int, dict[str, IndexedText]]:
    """The texts that may be shown of the things of one page, by language, in one query.

    What explains a hit, and what is said of its thing, is read with the text that spoke for it, and once.
    """
    speaking = Q(pk__in=spoke)
    rows = (
        IndexedText.objects.filter(still_public("thing__uid"), speaking | Q(language__in={language, LAST_RESORT}))
        .filter(thing__in=things)
        .select_related("thing")
        .annotate(
            searched=Case(When(speaking, then=F("body")), default=Value(""), output_field=TextField()),
            titles=Case(When(speaking, then=F("thing__titles")), default=None, output_field=JSONField()),
            labels=Case(When(speaking, then=F("thing__labels")), default=None, output_field=JSONField()),
        )
        .defer("body", "vectors", "thing__facets", "thing__titles", "thing__labels")
        .order_by("pk")
    )
    found: dict[int, dict[str, IndexedText]] = {}
    for row in rows:
        found.setdefault(row.thing_id, {})[row.language] = row
    return found


def _hit(rows: Mapping[str, IndexedText], speaking: Any, reasons: tuple[Reason, ...], language: str) -> Hit:
    """Shown in the language of the page, else in English, else as it was found."""
    shown = rows.get(language) or rows.get(LAST_RESORT) or speaking
    thing = speaking.thing
    return Hit(
        uid=thing.uid,
        kind=thing.kind,
        key=thing.key,
        path=thing.path,
        language=shown.language,
        title=shown.title,
        lead=shown.lead,
        titles=speaking.titles,
        reasons=reasons,
    )
