"""Rows of bad input about what is asked: patterns, numbers, conditions, lines, tokenizers."""

import datetime as dt

import hustings as hs
from rows import bad, is_condition

Corpus, Tokenizer = hs.Corpus, hs.Tokenizer


COLUMNS = '["year", "day", "live", "agency"]'
TOLD = '["year", "day", "live", "agency", "id", "zone", "voice", "collapse"]'
SORT_KEYS = (
    '["L1", "L2", "R1", "R2", "node", "document", "position", "zone", "speaker", "voice", '
    '"verb", "verb_class", "year", "day", "live", "agency"]'
)


NAMES = "must be a str or a list of str, got"
NO_WORD = "pattern must contain a word that the tokenizer keeps, got"

PATTERNS = [
    bad("marks alone", hs.ParameterError, f'{NO_WORD} "..."', lambda w: w.corpus.kwic("...")),
    bad("nothing", hs.ParameterError, f'{NO_WORD} ""', lambda w: w.corpus.kwic("")),
    bad(
        "one pattern of a list without a word",
        hs.ParameterError,
        f'{NO_WORD} "?!"',
        lambda w: w.corpus.kwic(["trust", "?!"], exact=True),
    ),
    bad(
        "white space as a regular expression",
        hs.ParameterError,
        f'{NO_WORD} "  "',
        lambda w: w.corpus.kwic("  ", regex=True),
    ),
    bad(
        "no pattern",
        hs.ParameterError,
        "patterns must hold at least one pattern, got none",
        lambda w: w.corpus.kwic([]),
    ),
    bad("bytes", hs.InputTypeError, f"{NAMES} bytes", lambda w: w.corpus.kwic(b"trust")),
    bad(
        "neither a pattern nor a query",
        hs.ParameterError,
        "either pattern or cql must be given, got neither",
        lambda w: w.corpus.kwic(None),
    ),
    bad(
        "a pattern and a query",
        hs.ParameterError,
        "either pattern or cql must be given, got both",
        lambda w: w.corpus.count("trust", cql='"trust"'),
    ),
    bad(
        "a query that is no text",
        hs.InputTypeError,
        "cql must be a str, got int",
        lambda w: w.corpus.collocates(cql=3),
    ),
    bad(
        "a query without quotation marks",
        hs.QueryError,
        'text stands in quotation marks: "trust"',
        lambda w: w.corpus.kwic(cql="trust"),
    ),
    bad(
        "a query that is not closed",
        hs.QueryError,
        "] is missing at the end",
        lambda w: w.corpus.kwic(cql='[word="trust"'),
    ),
    bad(
        "an attribute that there is not",
        hs.HustingsError,
        'attribute must be one of ["word", "norm"], got "pos"',
        lambda w: w.corpus.kwic(cql='[pos="NN"]'),
    ),
    bad(
        "a region that there is not",
        hs.QueryError,
        "a region must be one of",
        lambda w: w.corpus.kwic(cql='"trust" within stanza'),
    ),
    bad(
        "a label that was not given",
        hs.QueryError,
        'a label must be one of ["a"]',
        lambda w: w.corpus.kwic(cql='a:"trust" :: b.word = "x"'),
    ),
    bad(
        "a group that is nested too deeply",
        hs.QueryError,
        "groups are nested at most",
        lambda w: w.corpus.kwic(cql="(" * 100_000),
    ),
    bad("a number", hs.InputTypeError, f"{NAMES} int", lambda w: w.corpus.kwic(3)),
    bad(
        "a list with a number",
        hs.InputTypeError,
        "pattern[1] must be a str, got int",
        lambda w: w.corpus.kwic(["trust", 3]),
    ),
    bad(
        "a lone surrogate in a pattern",
        hs.ParameterError,
        "pattern must be valid Unicode, got '\\ud800'",
        lambda w: w.corpus.kwic("\ud800"),
    ),
    bad(
        "a pattern that is too long",
        hs.ParameterError,
        "pattern is too long",
        lambda w: w.corpus.kwic("*a" * 200_000),
    ),
    bad(
        "regex and exact at once",
        hs.ParameterError,
        "regex and exact must not both be true: choose one",
        lambda w: w.corpus.kwic("trust", regex=True, exact=True),
    ),
    bad(
        "an unclosed group",
        hs.QueryError,
        "regular expression is malformed (unclosed group); white space separates tokens\n"
        "  tru(st\n",
        lambda w: w.corpus.kwic("tru(st", regex=True),
    ),
    bad(
        "an expression that compiles to too much",
        hs.QueryError,
        "size limit",
        lambda w: w.corpus.kwic("(a{1000}){1000}", regex=True),
    ),
    bad(
        "collocates of marks",
        hs.ParameterError,
        f'{NO_WORD} "..."',
        lambda w: w.corpus.collocates("..."),
    ),
    bad(
        "collocates of an expression that is also exact",
        hs.ParameterError,
        "regex and exact must not both be true: choose one",
        lambda w: w.corpus.collocates("trust", regex=True, exact=True),
    ),
    bad(
        "a negative window",
        hs.ParameterError,
        "window must be at least 0, got -1",
        lambda w: w.corpus.kwic("trust", window=-1),
    ),
]

NUMBERS = [
    bad(name, hs.HustingsError, parameter, call)
    for name, parameter, call in [
        ("n-grams of 1", "n must be at least 2, got 1", lambda w: w.corpus.ngrams(1)),
        ("n-grams of 6", "n must be at most 5, got 6", lambda w: w.corpus.ngrams(6)),
        ("n-grams of 2.5", "n must be a whole number, got 2.5", lambda w: w.corpus.ngrams(2.5)),
        ("n-grams by a base of 0", "per must be", lambda w: w.corpus.ngrams(2, per=0)),
        (
            "n-grams of a negative minimum",
            "min_frequency",
            lambda w: w.corpus.ngrams(2, min_frequency=-1),
        ),
        (
            "pairs without a window",
            "window must be at least 1, got 0",
            lambda w: w.corpus.cooccurrences(0),
        ),
        ("pairs in a colossal window", "window", lambda w: w.corpus.cooccurrences(2**70)),
        (
            "pairs of a negative minimum",
            "min_frequency",
            lambda w: w.corpus.cooccurrences(min_frequency=-1),
        ),
        (
            "collocates without a window",
            "window must hold at least one token on either side, got 0",
            lambda w: w.corpus.collocates("trust", window=(0, 0)),
        ),
        (
            "collocates in a negative window",
            "window must be at least 0, got -1",
            lambda w: w.corpus.collocates("trust", window=(2, -1)),
        ),
        (
            "collocates in a window of three",
            "window must be a number or a tuple (left, right), got (1, 2, 3)",
            lambda w: w.corpus.collocates("trust", window=(1, 2, 3)),
        ),
        (
            "collocates in a set",
            "window must be a whole number, got {1, 2}",
            lambda w: w.corpus.collocates("trust", window={1, 2}),
        ),
        ("a huge window", "window", lambda w: w.corpus.kwic("trust", window=2**40)),
        ("a colossal window", "window", lambda w: w.corpus.kwic("trust", window=2**70)),
        ("a window with a fraction", "window", lambda w: w.corpus.kwic("trust", window=1.5)),
        ("a window of text", "window", lambda w: w.corpus.kwic("trust", window="5")),
        ("a negative sample", "n must", lambda w: w.lines.sample(-1, seed=1)),
        ("a colossal sample", "n must", lambda w: w.lines.sample(2**70, seed=1)),
        ("a negative seed", "seed", lambda w: w.lines.sample(1, seed=-1)),
        ("a colossal seed", "seed", lambda w: w.lines.sample(1, seed=2**70)),
        ("a base of 0", "per must be at least 1, got 0", lambda w: w.corpus.frequencies(per=0)),
        ("a negative base", "per", lambda w: w.corpus.frequencies(per=-1)),
        ("a negative minimum", "min_frequency", lambda w: w.corpus.frequencies(min_frequency=-1)),
        (
            "no minimal length",
            "min_length must be at least 1, got 0",
            lambda _: Tokenizer(min_length=0),
        ),
        ("a negative length", "min_length", lambda _: Tokenizer(min_length=-1)),
        ("a huge length", "min_length", lambda _: Tokenizer(min_length=2**40)),
        ("no threads", "threads must be at least 1, got 0", lambda _: hs.set_threads(0)),
        ("negative threads", "threads", lambda _: hs.set_threads(-1)),
        ("a colossal condition", '"year"', lambda w: w.corpus.subset(year=2**70)),
    ]
]

CONDITIONS = [
    bad(
        "an unknown column",
        hs.UnknownNameError,
        f'metadata column must be one of {TOLD}, got "color"',
        lambda w: w.corpus.subset(color="red"),
    ),
    bad(
        "an unknown zone",
        hs.UnknownNameError,
        'zone must be one of ["header", "headline", "dateline", "heading", "paragraph", "byline", '
        '"bullet", "note", "slug", "table_row", "credit", "direction", "trailer", "body"], '
        'got "title"',
        lambda w: w.corpus.subset(zone="title"),
    ),
    bad("a number for a zone", hs.InputTypeError, NAMES, lambda w: w.corpus.subset(zone=3)),
    bad(
        "a range of three",
        hs.ParameterError,
        'a range for "year" must be a tuple of two, (first, last), got 3; several values are',
        lambda w: w.corpus.subset(year=(1, 2, 3)),
    ),
    bad(
        "a range that runs backwards",
        hs.ParameterError,
        'a range must be (first, last); that of metadata column "year" runs backwards, got (2033, ',
        lambda w: w.corpus.subset(year=(2033, 2031)),
    ),
    bad(
        "a range of dates that runs backwards",
        hs.ParameterError,
        'that of metadata column "day" runs backwards, got ("2033", "2031-05")',
        lambda w: w.corpus.subset(day=("2033", "2031-05")),
    ),
    bad(
        "a range of none",
        hs.ParameterError,
        'a range for "year" must be a tuple of two, (first, last), got 0',
        lambda w: w.corpus.subset(year=()),
    ),
    *(
        bad(
            f"a condition of type {name}",
            hs.InputTypeError,
            is_condition("year", name),
            lambda w, value=value: w.corpus.subset(year=value),
        )
        for name, value in [
            ("object", object()),
            ("dict", {"a": 1}),
            ("bytes", b"a"),
            ("time", dt.time(9, 30)),
            ("list", [[2031]]),
        ]
    ),
    bad(
        "text for an integer",
        hs.ParameterError,
        'metadata column "year" holds integers, got "2031"',
        lambda w: w.corpus.subset(year="2031"),
    ),
    bad(
        "a truth value for an integer",
        hs.ParameterError,
        'metadata column "year" holds integers, got ',
        lambda w: w.corpus.subset(year=True),
    ),
    bad(
        "an integer for text",
        hs.ParameterError,
        'metadata column "agency" holds text, got 3',
        lambda w: w.corpus.subset(agency=["VPS", 3]),
    ),
    bad(
        "text for a truth value",
        hs.ParameterError,
        'metadata column "live" holds truth values, got "yes"',
        lambda w: w.corpus.subset(live="yes"),
    ),
    *(
        bad(
            f"the date {text}",
            hs.ParameterError,
            'metadata column "day" holds dates (as in "2025", "2025-11" or "2025-11-21"), '
            f'got "{text}"',
            lambda w, text=text: w.corpus.subset(day=(None, text)),
        )
        for text in ("yesterday", "2031-13", "2031-02-30", "203é-1", "2é31-1", "")
    ),
    bad(
        "an integer for a date",
        hs.ParameterError,
        'metadata column "day" holds dates (as in "2025", "2025-11" or "2025-11-21"), got 2031',
        lambda w: w.corpus.subset(day=2031),
    ),
    bad(
        "a column unknown to frequencies",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.corpus.frequencies(by=["year", "color"]),
    ),
    bad(
        "a number for a column of frequencies",
        hs.InputTypeError,
        f"{NAMES} int",
        lambda w: w.corpus.frequencies(by=3),
    ),
    bad(
        "a column unknown to n-grams",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.corpus.ngrams(2, by="color"),
    ),
    bad(
        "a column named twice",
        hs.ParameterError,
        '"year"',
        lambda w: w.corpus.frequencies(by=["year", "year"]),
    ),
    bad(
        "a column unknown to dtm",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.corpus.dtm(by="color"),
    ),
    bad(
        "an unknown document",
        hs.UnknownNameError,
        'document id must be one of ["a", "b"], got "c"',
        lambda w: w.corpus.text("c"),
    ),
    *(
        bad(
            f"a condition that is {got}",
            hs.ParameterError,
            f'a condition on "year" must be a finite number, got {got}; None leaves an end of a',
            lambda w, got=got: w.corpus.subset(year=(2030, float(got))),
        )
        for got in ("inf", "nan")
    ),
]

LINES = [
    bad(
        "an unknown sort key",
        hs.UnknownNameError,
        f'sort key must be one of {SORT_KEYS}, got "color"',
        lambda w: w.lines.sort("R1 color"),
    ),
    *(
        bad(
            f"the sort key {key}",
            hs.UnknownNameError,
            f'got "{key}"',
            lambda w, key=key: w.lines.sort(key),
        )
        for key in ("L0", "r1", "R-1", "R99999999999", "R")
    ),
    bad(
        "a page before the first line",
        hs.ParameterError,
        "start must be at least 0, got -1",
        lambda w: w.lines.page(start=-1),
    ),
    bad(
        "no sort key",
        hs.ParameterError,
        'sort keys must be as in "R1 R2 L1", got none',
        lambda w: w.lines.sort(" , "),
    ),
    bad(
        "an unknown metadata column",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.lines.with_metadata("year", "color"),
    ),
    bad(
        "an unknown column of a concordance",
        hs.UnknownNameError,
        'column must be one of ["document", "position", "start", "end", "left", "node", "right"], '
        'got "color"',
        lambda w: w.lines["color"],
    ),
    bad(
        "an unknown column of a table",
        hs.UnknownNameError,
        'column must be one of ["term", "frequency", "per_million", "documents"], got "color"',
        lambda w: w.corpus.frequencies()["color"],
    ),
]

CLASHING = Corpus.from_texts(
    ["a b"],
    metadata={name: ["x"] for name in ("term", "left", "ngram", "expected", "mi", "dp", "L1")},
)

CLASHES = [
    bad(f"a column of {name}", hs.ParameterError, f'"{column}"', call)
    for name, column, call in [
        ("frequencies twice", "term", lambda _: CLASHING.frequencies(by="term")),
        ("n-grams twice", "ngram", lambda _: CLASHING.ngrams(2, by="ngram")),
        *(
            (
                f"n-grams with a score of {column}",
                column,
                lambda _, column=column: CLASHING.ngrams(
                    2, by=column, measures="mi", dispersion="dp"
                ),
            )
            for column in ("expected", "mi", "dp")
        ),
        ("n-grams by a measure twice", "mi", lambda _: CLASHING.ngrams(2, measures="mi mi")),
        *(
            (
                f"collocates with a score of {column}",
                column,
                lambda _, column=column: CLASHING.collocates(
                    "a", by=column, measures="mi", distances=True, min_frequency=1
                ),
            )
            for column in ("expected", "mi", "L1")
        ),
        (
            "keyness with a score",
            "mi",
            lambda _: CLASHING.keyness({"a": 1}, by="mi", measures="mi"),
        ),
        ("dtm twice", "term", lambda _: CLASHING.dtm(by="term").to_table()),
        ("kwic twice", "left", lambda _: CLASHING.kwic("a").with_metadata("left").column("left")),
        ("metadata twice", "year", lambda w: w.lines.with_metadata("year", "year")),
    ]
]

TOKENIZERS = [
    bad(
        "an unknown choice",
        hs.UnknownNameError,
        'hyphens must be one of ["split", "keep"], got "join"',
        lambda _: Tokenizer(hyphens="join"),
    ),
    bad(
        "an unknown option",
        hs.ParameterError,
        "tokenizer options: unknown field `stem`, expected one of `possessives`, `hyphens`",
        lambda _: Tokenizer.from_options({"stem": True}),
    ),
    bad(
        "an unknown choice among options",
        hs.ParameterError,
        "tokenizer options: unknown variant `join`, expected `split` or `keep`",
        lambda _: Tokenizer.from_options({"hyphens": "join"}),
    ),
    bad(
        "a tokenizer by name",
        hs.InputTypeError,
        "tokenizer must be a Tokenizer",
        lambda _: Corpus.from_texts(["a"], tokenizer="words"),
    ),
]
