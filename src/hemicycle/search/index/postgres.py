"""Words in PostgreSQL: one tsvector a text, made by us, since no dictionary of its own serves five languages alike."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from django.db import connection

from hemicycle.kit.words import QueryWord, terms_in, tokens
from hemicycle.search.index.words import MOST_WORDS_OF_TEXT, Match, Words, WordsOfText

# Stems bear a sign that no word has, so that both live in one vector at the same places.
STEM = "="
# Labels bear the weight D, the body C, the lead B, the title A. A phrase is sought in the text alone.
TEXT = "ABC"
RANK = "ts_rank('{0.25, 0.125, 0.5, 1}', words, %s::tsquery)"
ONE = f"SELECT %s, id, {RANK} FROM search_indexedtext WHERE words @@ %s::tsquery"  # noqa: S608
COUNTED = "SELECT word, ndoc FROM ts_stat('SELECT words FROM search_indexedtext', 'abc') WHERE word NOT LIKE '=%%'"
# PostgreSQL counts places up to 16,383 and keeps 255 of each word.
LAST_PLACE = 16_383
MOST_PLACES = 255
GAP = 20


class PostgresWords(Words):
    """Words in the column `words` of the table of texts."""

    def write(self, texts: Sequence[WordsOfText]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE search_indexedtext SET words = %s::tsvector WHERE id = %s",
                [(_vector(text), text.text) for text in texts],
            )

    def matches(self, words: Sequence[QueryWord], phrase: Sequence[str], texts: int) -> Sequence[Match]:
        asked = [_any((*word.exact, *(STEM + stem for stem in word.stems))) for word in words]
        if phrase:
            asked.append(" <-> ".join(f"{_quoted(word)}:{TEXT}" for word in phrase))
        if not asked:
            return []
        with connection.cursor() as cursor:
            cursor.execute(
                " UNION ALL ".join(ONE for _ in asked),
                list(chain.from_iterable((number, query, query) for number, query in enumerate(asked))),
            )
            rows = cursor.fetchall()
        # ts_rank does not know how rare a word is; bm25 does.
        holding = Counter(number for number, _, _ in rows)
        rarity = {number: math.log(1 + texts / many) for number, many in holding.items()}
        return [(number, text, rank * rarity[number]) for number, text, rank in rows]

    def counted(self) -> Iterator[tuple[str, int]]:
        with connection.cursor() as cursor:
            cursor.execute(COUNTED, [])
            yield from cursor.fetchall()


def _vector(text: WordsOfText) -> str:
    places: dict[str, list[str]] = {}
    parts = [("A", text.language, text.title), ("B", text.language, text.lead), ("C", text.language, text.body)]
    here = 0
    for weight, language, part in [*parts, *(("D", language, label) for language, label in text.labels)]:
        for token in islice(tokens(part), MOST_WORDS_OF_TEXT):
            here = min(here + 1, LAST_PLACE)
            word, *stems = terms_in(token, language)
            for term in (word, *(STEM + stem for stem in stems)):
                places.setdefault(term, []).append(f"{here}{weight}")
        # A phrase does not run from one part into the next.
        here += GAP
    return " ".join(f"{_quoted(term)}:{','.join(found[:MOST_PLACES])}" for term, found in places.items())


def _any(terms: Iterable[str]) -> str:
    return " | ".join(map(_quoted, terms))


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
