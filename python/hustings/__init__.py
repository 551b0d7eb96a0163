"""Corpus linguistics on political discourse.

Articles in, concordances and frequencies out::

    import hustings as hs

    corpus = hs.read_articles("articles/")
    corpus.kwic("multilateral*").sort("R1 R2")
    corpus.frequencies(by="agency")
"""

from hustings._core import __version__
from hustings.concordance import Concordance, ConcordanceLine
from hustings.corpus import Corpus, concatenate, open_corpus
from hustings.errors import (
    CorpusCorruptError,
    HustingsError,
    InputTypeError,
    InternalError,
    LimitError,
    MissingLibraryError,
    ParameterError,
    QueryError,
    TextError,
    UnknownNameError,
)
from hustings.readers import read_articles, sample_corpus
from hustings.results import Dtm, Table
from hustings.texts import kwic, sentences, term_frequencies, tokenize
from hustings.threads import set_threads, threads
from hustings.tokenizer import Tokenizer, Tokens

__all__ = [
    "Concordance",
    "ConcordanceLine",
    "Corpus",
    "CorpusCorruptError",
    "Dtm",
    "HustingsError",
    "InputTypeError",
    "InternalError",
    "LimitError",
    "MissingLibraryError",
    "ParameterError",
    "QueryError",
    "Table",
    "TextError",
    "Tokenizer",
    "Tokens",
    "UnknownNameError",
    "__version__",
    "concatenate",
    "kwic",
    "open_corpus",
    "read_articles",
    "sample_corpus",
    "sentences",
    "set_threads",
    "term_frequencies",
    "threads",
    "tokenize",
]
