"""The index of words and meanings behind one interface, the same over either database."""

from collections.abc import Collection, Iterable
from functools import cache
from uuid import UUID

from django.db import connection

from hemicycle.core.catalogue import Record
from hemicycle.search.index import answering, meanings, writing
from hemicycle.search.index.postgres import PostgresWords
from hemicycle.search.index.sqlite import SqliteWords
from hemicycle.search.index.words import Words
from hemicycle.search.states import Hits, Question

BY_VENDOR: dict[str, type[Words]] = {"sqlite": SqliteWords, "postgresql": PostgresWords}


class Index:
    """Takes records in, gives them up, answers questions; how words are kept is the database's affair."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def put(self, records: Iterable[Record]) -> int:
        """Make the index know these records as they are now; the number of things that differed."""
        return writing.put(self.words, list(records))

    def remove(self, uids: Collection[UUID]) -> int:
        """Forget these things: texts, words, vectors and neighbours go with them; the number that were known."""
        return writing.remove(uids)

    def search(self, question: Question) -> Hits:
        """Answer in four queries at most while the index stands still, six where a spelling is forgiven."""
        return answering.answer(self.words, question)

    def rewrite_words(self) -> None:
        """Keep the words of all texts as they are analysed now."""
        writing.rewrite(self.words)

    def give_meaning(self, most: int) -> int:
        """Make the vectors of texts that have none of the present encoder; the number of texts that were due."""
        return meanings.give(most)


@cache
def index() -> Index:
    """The index over the database of this site."""
    return Index(BY_VENDOR[connection.vendor]())
