"""Rows of bad input about keyness."""

import hustings as hs
import polars as pl
from rows import bad

ONE = hs.Corpus.from_texts(["Mutual trust.", "Trust us."], metadata={"side": ["x", "y"]})
VIEW = ONE.subset(side="x")
JOINED = hs.Corpus.from_texts(["Win-win."], tokenizer=hs.Tokenizer(hyphens="keep"))
COUNTS = "frequencies of a reference must be whole numbers of at least 0, none missing"


def asked(sentence, exception, message, **options):
    return bad(sentence, exception, message, lambda _: VIEW.keyness(**options))


KEYNESS = [
    bad(
        "keyness of a whole corpus without a reference",
        hs.ParameterError,
        "reference must be given for a whole corpus: another corpus, a subset or a frequency list",
        lambda _: ONE.keyness(),
    ),
    asked(
        "a reference that holds the target",
        hs.ParameterError,
        "reference must not share tokens with the target, got 1 documents in both",
        reference=ONE,
    ),
    bad(
        "tests of parts of the same documents",
        hs.ParameterError,
        "significance must be None where target and reference are parts of the same documents",
        lambda _: _zones(),
    ),
    asked(
        "a reference that was tokenized otherwise",
        hs.ParameterError,
        "reference must be tokenized as the target was",
        reference=JOINED,
    ),
    asked(
        "tests beside a list",
        hs.ParameterError,
        "significance must be None beside a frequency list",
        reference={"trust": 1},
        significance="rank_sum",
    ),
    asked(
        "fewer tokens than a list has",
        hs.ParameterError,
        "reference_tokens must be at least the 7 tokens of the list, got 5",
        reference={"trust": 7},
        reference_tokens=5,
    ),
    asked(
        "tokens of a list that is none",
        hs.ParameterError,
        "reference_tokens must be None unless the reference is a frequency list",
        reference_tokens=5,
    ),
    asked(
        "a list of words without frequencies",
        hs.InputTypeError,
        "reference must be a corpus, a dict of terms and frequencies, or a table",
        reference=["trust"],
    ),
    asked(
        "a frequency that is no whole number",
        hs.InputTypeError,
        "the frequency of 'trust' must be a whole number, got 1.5",
        reference={"trust": 1.5},
    ),
    asked(
        "a negative frequency",
        hs.ParameterError,
        "the frequency of 'trust' must be at least 0, got -1",
        reference={"trust": -1},
    ),
    asked(
        "a term of a list that is no text",
        hs.InputTypeError,
        "terms of a frequency list must be str, got 3",
        reference={3: 1},
    ),
    asked(
        "a table without frequencies",
        hs.ParameterError,
        'reference must have the columns term and frequency, got ["term", "count"]',
        reference=pl.DataFrame({"term": ["a"], "count": [1]}),
    ),
    asked(
        "a table of negative frequencies",
        hs.InputTypeError,
        COUNTS,
        reference=pl.DataFrame({"term": ["a"], "frequency": [-1]}),
    ),
    asked(
        "a table with a missing frequency",
        hs.InputTypeError,
        COUNTS,
        reference=pl.DataFrame({"term": ["a", "b"], "frequency": [1, None]}),
    ),
    asked(
        "a table of real numbers",
        hs.InputTypeError,
        COUNTS,
        reference=pl.DataFrame({"term": ["a"], "frequency": [1.0]}),
    ),
    asked(
        "a list of too many tokens",
        hs.LimitError,
        "a frequency list holds fewer than 2^53 tokens",
        reference={"a": 2**62, "b": 2**62},
    ),
    asked(
        "an unknown measure",
        hs.UnknownNameError,
        "measure must be one of",
        measures="keyness",
    ),
    asked(
        "no measure",
        hs.ParameterError,
        "measures must name at least one measure, got none",
        measures=[],
    ),
    asked(
        "a measure twice",
        hs.ParameterError,
        "the columns of a table must differ in name",
        measures=["mi", "mi"],
    ),
    asked(
        "an unknown direction",
        hs.UnknownNameError,
        'direction must be one of ["positive", "negative", "both", "lockwords"], got "up"',
        direction="up",
    ),
    asked(
        "lockwords without an interval",
        hs.ParameterError,
        'direction "lockwords" takes the interval of the log ratio',
        direction="lockwords",
        confidence=None,
    ),
    asked(
        "an unknown test",
        hs.UnknownNameError,
        'significance must be one of ["permutation", "rank_sum"], got "t_test"',
        significance="t_test",
    ),
    asked(
        "an unknown correction",
        hs.UnknownNameError,
        'correction must be one of ["bh", "bonferroni"], got "holm"',
        correction="holm",
    ),
    asked(
        "a confidence of 95",
        hs.ParameterError,
        "confidence must lie between 0 and 1, got 95",
        confidence=95,
    ),
    asked(
        "no relabelling",
        hs.ParameterError,
        "permutations must be 1 to 10000000, got 0",
        permutations=0,
    ),
    asked(
        "too many samples",
        hs.ParameterError,
        "resamples must be 1 to 100000, got 100001",
        resamples=100_001,
    ),
    asked(
        "a phrase as a pattern of terms",
        hs.ParameterError,
        'pattern must be one word as it is counted, got "mutual trust"',
        pattern="mutual trust",
    ),
    asked(
        "a column that does not exist",
        hs.UnknownNameError,
        'metadata column must be one of ["side"], got "agency"',
        by="agency",
    ),
    bad(
        "lines behind a term that is not there",
        hs.ParameterError,
        "term must be one of the table's, got 'peace'",
        lambda _: VIEW.keyness().explain("peace"),
    ),
    bad(
        "a group of a table that has none",
        hs.ParameterError,
        "group must be given where by= is, which was [], got {'side': 'x'}",
        lambda _: VIEW.keyness(min_frequency=1).explain("mutual", group={"side": "x"}),
    ),
]


def _zones():
    sample = hs.sample_corpus()
    return sample.keyness(zone="headline", reference_zone="body", significance="rank_sum")
