"""Corpus linguistics on political discourse.

Articles in, concordances and frequencies out::

    import hustings as hs

    corpus = hs.read_articles("articles/")
    corpus.kwic("multilateral*").sort("R1 R2")
    corpus.frequencies(by="agency")
"""

from hustings import _pickling, plots
from hustings._core import __version__
from hustings.coding import Coding, Resolution
from hustings.codings import merge_codings, read_coding
from hustings.concordance import Concordance, ConcordanceLine, Passage
from hustings.corpus import Corpus, concatenate, open_corpus
from hustings.dictionary import Dictionary
from hustings.dispersion import dispersion_of, dispersions
from hustings.errors import (
    CitationError,
    CorpusCorruptError,
    HustingsError,
    InputTypeError,
    InternalError,
    LimitError,
    MissingLibraryError,
    ParameterError,
    QueryError,
    ReplayError,
    TextError,
    UnknownNameError,
)
from hustings.keyness import Evidence, Keyness
from hustings.networks import CollocationNetwork
from hustings.readability import readability_measures, readability_of, syllables
from hustings.readers import read_articles, sample_corpus
from hustings.replaying import replay
from hustings.results import Dtm, Table
from hustings.scores import association, measures
from hustings.stop_words import stop_words
from hustings.style import diversity_measures, diversity_of
from hustings.texts import kwic, quotations, sentences, term_frequencies, tokenize
from hustings.threads import set_threads, threads
from hustings.tokenizer import Tokenizer, Tokens
from hustings.trend import Trend, change_points_of, trend_of
from hustings.verbs import ReportingVerbs, reporting_verbs
from hustings.voices import equiv

__all__ = [
    "CitationError",
    "Coding",
    "CollocationNetwork",
    "Concordance",
    "ConcordanceLine",
    "Corpus",
    "CorpusCorruptError",
    "Dictionary",
    "Dtm",
    "Evidence",
    "HustingsError",
    "InputTypeError",
    "InternalError",
    "Keyness",
    "LimitError",
    "MissingLibraryError",
    "ParameterError",
    "Passage",
    "QueryError",
    "ReplayError",
    "ReportingVerbs",
    "Resolution",
    "Table",
    "TextError",
    "Tokenizer",
    "Tokens",
    "Trend",
    "UnknownNameError",
    "__version__",
    "association",
    "change_points_of",
    "concatenate",
    "dispersion_of",
    "dispersions",
    "diversity_measures",
    "diversity_of",
    "equiv",
    "kwic",
    "measures",
    "merge_codings",
    "open_corpus",
    "plots",
    "quotations",
    "read_articles",
    "read_coding",
    "readability_measures",
    "readability_of",
    "replay",
    "reporting_verbs",
    "sample_corpus",
    "sentences",
    "set_threads",
    "stop_words",
    "syllables",
    "term_frequencies",
    "threads",
    "tokenize",
    "trend_of",
]

_pickling.register()
