"""Words in SQLite: one FTS5 table, a column for each part of a text and one for its stems."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from django.db import connection

from hemicycle.kit.words import QueryWord, analyse
from hemicycle.search.index.words import MOST_WORDS_OF_TEXT, Match, Words, WordsOfText

# Weights of bm25 for title, lead, body and labels as written, then for their stems.
WEIGHTS = "8.0, 4.0, 1.0, 2.0, 4.0, 2.0, 0.5, 1.0"
WRITTEN = "{title lead body labels}"
STEMS = "{title_stems lead_stems body_stems labels_stems}"
TEXT = "{title lead body}"

ONE = f"SELECT %s, rowid, -bm25(search_words, {WEIGHTS}) FROM search_words WHERE search_words MATCH %s"  # noqa: S608
WRITE = "INSERT INTO search_words (rowid, title, lead, body, labels, title_stems, lead_stems, body_stems, labels_stems)"
# A word that stands in the title mostly stands in the body as well: the greatest number is near the truth.
COUNTED = "SELECT term, max(doc) FROM search_vocabulary WHERE col IN ('title', 'lead', 'body') GROUP BY term"


class SqliteWords(Words):
    """Words in the table `search_words`, whose rows bear the numbers of the texts."""

    def write(self, texts: Sequence[WordsOfText]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(text.text,) for text in texts])
            cursor.executemany(f"{WRITE} VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)", [_row(text) for text in texts])

    def matches(self, words: Sequence[QueryWord], phrase: Sequence[str], texts: int) -> Sequence[Match]:  # noqa: ARG002
        asked = [_asked(word) for word in words]
        if phrase:
            asked.append(f"{TEXT} : {_quoted(' '.join(phrase))}")
        if not asked:
            return []
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(ONE for _ in asked), list(chain.from_iterable(enumerate(asked))))
            return list(cursor.fetchall())

    def counted(self) -> Iterator[tuple[str, int]]:
        with connection.cursor() as cursor:
            cursor.execute(COUNTED)
            yield from cursor.fetchall()


def _row(text: WordsOfText) -> tuple[int | str, ...]:
    parts = [analyse(part, text.language) for part in (text.title, text.lead, text.body)]
    labels = [analyse(label, language) for language, label in text.labels]
    return (
        text.text,
        *(" ".join(part.words[:MOST_WORDS_OF_TEXT]) for part in parts),
        " ".join(chain.from_iterable(label.words for label in labels)),
        *(" ".join(part.stems[:MOST_WORDS_OF_TEXT]) for part in parts),
        " ".join(chain.from_iterable(label.stems for label in labels)),
    )


def _asked(word: QueryWord) -> str:
    """The word as it stands, or any of its stems; both are counted, so that the very word ranks higher."""
    written = f"{WRITTEN} : ({_any(word.exact)})"
    return f"({written}) OR ({STEMS} : ({_any(word.stems)}))" if word.stems else written


def _any(terms: Iterable[str]) -> str:
    return " OR ".join(map(_quoted, terms))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
