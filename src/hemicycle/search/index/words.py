"""What either database does with words: keep those of a text, find the texts that hold some, tell them all."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hemicycle.core import counters
from hemicycle.kit.words import QueryWord, Vocabulary
from hemicycle.search.states import TEXTS

# Of a very long text only the beginning is searched by words; a guide's part or a case is far shorter.
MOST_WORDS_OF_TEXT = 20_000


@dataclass(frozen=True)
class WordsOfText:
    """The text of one thing in one language as it goes into the index."""

    text: int
    language: str
    title: str
    lead: str
    body: str
    # Pairs of language and label; they go with one text of each thing, so that they are counted once.
    labels: tuple[tuple[str, str], ...]


# The number of the word in the question, the row of the text, and how well it fits; greater is better.
Match = tuple[int, int, float]


class Words(ABC):
    """Where the words of all texts are kept."""

    _held: tuple[tuple[str, ...], Vocabulary] | None = None

    def vocabulary(self) -> Vocabulary:
        """Every word of the texts; held in memory while they stand still."""
        key = counters.key([TEXTS])
        held = self._held
        if held is None or held[0] != key:
            held = (key, Vocabulary(dict(self.counted())))
            self._held = held
        return held[1]

    @abstractmethod
    def write(self, texts: Sequence[WordsOfText]) -> None:
        """Keep the words of these texts in place of what was kept of them."""

    @abstractmethod
    def matches(self, words: Sequence[QueryWord], phrase: Sequence[str], texts: int) -> Sequence[Match]:
        """Every text that holds a word, in one query.

        The phrase, if there is one, counts as one word more; `texts` is the number of texts in the index.
        """

    @abstractmethod
    def counted(self) -> Iterator[tuple[str, int]]:
        """The folded words of titles, leads and bodies with the number of texts that hold each."""
