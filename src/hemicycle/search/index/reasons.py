"""Says why a thing was found: which of its words, labels or spellings the question met, or that the meaning is near."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hemicycle.kit.words import QueryWord, terms_in, tokens
from hemicycle.search.states import Reason, Why

MOST_REASONS = 3


class Sought:
    """The words of a question, as they are looked for in the texts of hits."""

    def __init__(self, words: Sequence[QueryWord], respelt: Sequence[bool], language: str) -> None:
        self.language = language
        self.terms = [frozenset((*word.exact, *word.stems)) for word in words]
        self.respelt = respelt

    def reasons(self, text: Any, holding: int) -> tuple[Reason, ...]:
        """Why this text was found by its words; the phrase says it all where it stands in the text."""
        if holding >> len(self.terms) & 1:
            return (Reason(Why.PHRASE, language=text.language),)
        wanted = {number for number in range(len(self.terms)) if holding >> number & 1}
        return tuple(dict.fromkeys(self._found(text, wanted)))[:MOST_REASONS]

    def _found(self, text: Any, wanted: set[int]) -> Iterator[Reason]:
        """Reasons in the order of the question's words; a word of the text goes before a label."""
        met: dict[int, Reason] = {}
        for part in (text.title, text.lead, text.searched):
            for number, written in _first(part, text.language, self.terms, wanted - met.keys()):
                why = Why.SPELLING if self.respelt[number] else Why.WORD
                met[number] = Reason(why, written, text.language)
        for names in text.labels:
            for language, label in names.items():
                for number, _written in _first(label, language, self.terms, wanted - met.keys()):
                    met[number] = self._label(names, language)
        return (met[number] for number in sorted(met))

    def _label(self, names: Mapping[str, str], language: str) -> Reason:
        """A value is named in the language of the page, whatever language it was asked for in."""
        shown = self.language if self.language in names else language
        return Reason(Why.LABEL, names[shown], shown)


def _first(part: str, language: str, sought: Sequence[frozenset[str]], wanted: set[int]) -> list[tuple[int, str]]:
    """The first word of the part that each wanted word of the question meets."""
    met: dict[int, str] = {}
    for token in tokens(part) if wanted else ():
        terms = terms_in(token, language)
        for number in wanted - met.keys():
            if not sought[number].isdisjoint(terms):
                met[number] = token.written
        if len(met) == len(wanted):
            break
    return list(met.items())
