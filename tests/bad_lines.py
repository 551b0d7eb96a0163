"""Rows of bad input about what is done to the lines of a concordance."""

import hustings as hs
from bad_questions import NAMES, NO_WORD, SORT_KEYS, TOLD
from rows import bad, is_condition

OTHER = hs.kwic(["Other trust."], "trust")
CASED = hs.Corpus.from_texts(["a b"], tokenizer=hs.Tokenizer(min_length=2)).kwic("a*")
SLOTS = '["L1", "L2", "node", "R1", "R2"]'
TITLED = hs.Corpus.from_texts(["a"], metadata={"percent": ["x"]}).kwic("a")

KEYS = [
    bad(
        "a modifier that there is not",
        hs.UnknownNameError,
        'modifier of a sort key must be one of ["reversed", "frequency", "descending"], '
        'got "backwards"',
        lambda w: w.lines.sort("R1:backwards"),
    ),
    bad(
        "a modifier of an unknown key",
        hs.UnknownNameError,
        f'sort key must be one of {SORT_KEYS}, got "color"',
        lambda w: w.lines.sort("color:descending"),
    ),
    bad(
        "slots joined with something else",
        hs.UnknownNameError,
        'got "R1+year"',
        lambda w: w.lines.sort("R1+year:frequency"),
    ),
    *(
        bad(
            f"the sort key {key}",
            hs.ParameterError,
            f'reversed and frequency are for slots as in "R1:reversed", got "{key}"',
            lambda w, key=key: w.lines.sort(key),
        )
        for key in ("year:reversed", "position:frequency:descending")
    ),
    bad("a number for sort keys", hs.InputTypeError, f"{NAMES} int", lambda w: w.lines.sort(3)),
    bad(
        "a sort key in bytes",
        hs.InputTypeError,
        "keys[0] must be a str, got bytes",
        lambda w: w.lines.sort([b"R1"]),
    ),
]

CHOICES = [
    bad(
        "a filter of nothing",
        hs.ParameterError,
        "filter must be given what lines contain or what excludes them",
        lambda w: w.lines.filter(R=1),
    ),
    bad(
        "a filter without a word",
        hs.ParameterError,
        f'{NO_WORD} "..."',
        lambda w: w.lines.filter(contains="..."),
    ),
    bad("a filter of a number", hs.InputTypeError, NAMES, lambda w: w.lines.filter(excludes=3)),
    bad(
        "a filter of no patterns",
        hs.ParameterError,
        "patterns must hold at least one pattern, got none",
        lambda w: w.lines.filter(excludes=[]),
    ),
    bad(
        "a filter at a slot of 0",
        hs.ParameterError,
        "slots R must be at least 1, got 0",
        lambda w: w.lines.filter(R=0, contains="a"),
    ),
    bad(
        "a filter at colossal slots",
        hs.ParameterError,
        "slots L must be at most",
        lambda w: w.lines.filter(L=(1, 2**70), contains="a"),
    ),
    bad(
        "a filter at slots that descend",
        hs.ParameterError,
        "slots L must be a tuple (first, last) that ascends, got (5, 1)",
        lambda w: w.lines.filter(L=(5, 1), contains="a"),
    ),
    bad(
        "a filter at three slots",
        hs.ParameterError,
        "slots R must be a number or a tuple (first, last), got (1, 2, 3)",
        lambda w: w.lines.filter(R=(1, 2, 3), contains="a"),
    ),
    bad(
        "a filter at a slot of text",
        hs.InputTypeError,
        "slots R must be a whole number, got 'R1'",
        lambda w: w.lines.filter(R="R1", contains="a"),
    ),
    bad(
        "a filter both regex and exact",
        hs.ParameterError,
        "regex and exact must not both be true: choose one",
        lambda w: w.lines.filter(contains="a", regex=True, exact=True),
    ),
    bad(
        "a malformed filter",
        hs.QueryError,
        "regular expression is malformed",
        lambda w: w.lines.filter(contains="a(", regex=True),
    ),
    bad(
        "a subset of lines by an unknown column",
        hs.UnknownNameError,
        f'metadata column must be one of {TOLD}, got "color"',
        lambda w: w.lines.subset(color="red"),
    ),
    bad(
        "a subset of lines in an unknown zone",
        hs.UnknownNameError,
        "zone must be one of",
        lambda w: w.lines.subset(zone="footer"),
    ),
    bad(
        "a condition as no manifest has it",
        hs.InputTypeError,
        is_condition("year", "dict"),
        lambda w: w.lines.subset(year={"above": 3}),
    ),
    bad(
        "a line that there is not",
        hs.ParameterError,
        "numbers of lines must be below 2, got 2",
        lambda w: w.lines.take([0, 2]),
    ),
    bad(
        "a line before the first",
        hs.ParameterError,
        "numbers[0] must be at least 0, got -1",
        lambda w: w.lines.take([-1]),
    ),
    bad(
        "a line by its text",
        hs.InputTypeError,
        "numbers must be a list of whole numbers, got 'a'",
        lambda w: w.lines.take("a"),
    ),
    bad(
        "duplicates that need not be alike",
        hs.ParameterError,
        "similarity must be from 0.1 to 1, got 0",
        lambda w: w.lines.dedupe(similarity=0),
    ),
    bad(
        "duplicates more than alike",
        hs.ParameterError,
        "similarity must be from 0.1 to 1, got 1.5",
        lambda w: w.lines.dedupe(similarity=1.5),
    ),
    bad(
        "duplicates alike by no number",
        hs.ParameterError,
        "similarity must be a finite number, got nan",
        lambda w: w.lines.dedupe(similarity=float("nan")),
    ),
    bad(
        "duplicates alike by a word",
        hs.InputTypeError,
        "similarity must be a number, got 'high'",
        lambda w: w.lines.dedupe(similarity="high"),
    ),
    bad(
        "duplicates kept by an unknown key",
        hs.UnknownNameError,
        'got "first"',
        lambda w: w.lines.dedupe(keep="first"),
    ),
]

COUNTS = [
    bad(
        "groups by an unknown column",
        hs.UnknownNameError,
        'by must be one of ["node", "L1", "R1", "zone", "document", "speaker", "voice", '
        '"verb", "verb_class", "year", "day", "live", '
        '"agency"], got "color"',
        lambda w: w.lines.group("color"),
    ),
    bad(
        "groups by nothing",
        hs.ParameterError,
        'by must name at least one column, as in "R1" or "node", got none',
        lambda w: w.lines.group([]),
    ),
    bad("groups by a number", hs.InputTypeError, NAMES, lambda w: w.lines.group(1)),
    bad(
        "groups by one column twice",
        hs.ParameterError,
        "the columns of a table must differ in name",
        lambda w: w.lines.group(["R1", "R1"]),
    ),
    bad(
        "groups by a column that is called as a figure is",
        hs.ParameterError,
        '"percent" would stand twice',
        lambda _: TITLED.group("percent"),
    ),
    bad(
        "patterns of a column",
        hs.UnknownNameError,
        f'slot must be one of {SLOTS}, got "year"',
        lambda w: w.lines.patterns("R1 year"),
    ),
    bad(
        "patterns of one slot twice",
        hs.ParameterError,
        'slots must name each slot once, got "R1" twice',
        lambda w: w.lines.patterns("R1 R1"),
    ),
    bad(
        "patterns of nothing",
        hs.ParameterError,
        'slots must be as in "R1 R2 R3", got none',
        lambda w: w.lines.patterns(""),
    ),
]

SETS = [
    bad(
        f"{name} of another corpus",
        hs.ParameterError,
        "both concordances must be of the same corpus, got corpora",
        lambda w, name=name: getattr(w.lines, name)(OTHER),
    )
    for name in ("union", "intersection", "difference", "near")
] + [
    bad(
        "lines of the same texts tokenized in another way",
        hs.ParameterError,
        "got one that was tokenized or taken apart in another way",
        lambda _: CASED | hs.kwic(["a b"], "a"),
    ),
    bad(
        "a union with a list",
        hs.InputTypeError,
        "other must be a Concordance, got list",
        lambda w: w.lines.union([]),
    ),
    bad(
        "an intersection with a table",
        hs.InputTypeError,
        "other must be a Concordance, got Table",
        lambda w: w.lines & w.corpus.frequencies(),
    ),
    bad(
        "lines near at no distance",
        hs.ParameterError,
        "within must be at least one token on either side, got 0",
        lambda w: w.lines.near(w.lines, within=0),
    ),
    bad(
        "lines near on three sides",
        hs.ParameterError,
        "within must be a number or a tuple (left, right), got (1, 2, 3)",
        lambda w: w.lines.near(w.lines, within=(1, 2, 3)),
    ),
    bad(
        "lines at a negative distance",
        hs.ParameterError,
        "within must be at least 0, got -1",
        lambda w: w.lines.near(w.lines, within=(-1, 2)),
    ),
]

SHOWN = [
    bad(
        "a window that there is not",
        hs.UnknownNameError,
        'window must be one of ["sentence", "paragraph"], got "page"',
        lambda w: w.lines.with_window("page"),
    ),
    bad(
        "a search in a window that there is not",
        hs.UnknownNameError,
        'window must be one of ["sentence", "paragraph"], got ""',
        lambda w: w.corpus.kwic("trust", window=""),
    ),
    bad(
        "a window of three sides",
        hs.ParameterError,
        "window must be a number or a tuple (left, right), got (1, 2, 3)",
        lambda w: w.corpus.kwic("trust", window=(1, 2, 3)),
    ),
    bad(
        "a window with a negative side",
        hs.ParameterError,
        "window must be at least 0, got -1",
        lambda w: w.lines.with_window((0, -1)),
    ),
    bad(
        "no window",
        hs.InputTypeError,
        "window must be a whole number, got None",
        lambda w: w.lines.with_window(None),
    ),
    bad(
        "a passage that there is not",
        hs.UnknownNameError,
        'to must be one of ["sentence", "paragraph", "document"], got "page"',
        lambda w: w.lines.expand(0, to="page"),
    ),
    bad(
        "a passage around a line that there is not",
        IndexError,
        "out of range",
        lambda w: w.lines.expand(2),
    ),
    bad(
        "a context that there is not",
        hs.UnknownNameError,
        'context must be one of ["zone", "sentence", "acronyms", "quotation", "speaker", "voice", '
        '"verb", "verb_class", "citation"], got "topic"',
        lambda w: w.lines.with_context("zone", "topic"),
    ),
    bad(
        "a context twice",
        hs.ParameterError,
        'must differ in name, and "zone" would stand twice',
        lambda w: w.lines.with_context("zone", "zone"),
    ),
    bad(
        "a context of a number",
        hs.InputTypeError,
        "columns[0] must be a str, got int",
        lambda w: w.lines.with_context([3]),
    ),
    bad(
        "highlights of nothing",
        hs.ParameterError,
        "highlight takes 1 to 8 sets of terms, got 0",
        lambda w: w.lines.highlight({}),
    ),
    bad(
        "more highlights than can be told apart",
        hs.ParameterError,
        "highlight takes 1 to 8 sets of terms, got 9",
        lambda w: w.lines.highlight(dict.fromkeys("abcdefghi", "a")),
    ),
    bad(
        "highlights without a word",
        hs.ParameterError,
        f'{NO_WORD} "..."',
        lambda w: w.lines.highlight({"dots": "..."}),
    ),
    bad("highlights of a number", hs.InputTypeError, NAMES, lambda w: w.lines.highlight(3)),
    bad(
        "highlights named by a number",
        hs.InputTypeError,
        "the names in terms must be str, got 3",
        lambda w: w.lines.highlight({3: "a"}),
    ),
]

OPERATIONS = [*KEYS, *CHOICES, *COUNTS, *SETS, *SHOWN]
