"""Words as an index knows them: tokens, folded forms, stems per language, forgiven spellings."""

from hemicycle.kit.words.analysis import Analysed, QueryWord, analyse, query_words, terms_in
from hemicycle.kit.words.folding import fold, normalise
from hemicycle.kit.words.spelling import Vocabulary, distance, distance_allowed
from hemicycle.kit.words.stems import stems
from hemicycle.kit.words.stopwords import is_stop_word
from hemicycle.kit.words.tokens import Token, tokens

# Raise this when the same text is analysed differently than before: an index that holds older words is written anew.
ANALYSIS = 1

__all__ = [
    "ANALYSIS",
    "Analysed",
    "QueryWord",
    "Token",
    "Vocabulary",
    "analyse",
    "distance",
    "distance_allowed",
    "fold",
    "is_stop_word",
    "normalise",
    "query_words",
    "stems",
    "terms_in",
    "tokens",
]
