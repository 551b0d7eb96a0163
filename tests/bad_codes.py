"""Rows of bad input about citations and codes."""

import hustings as hs
from rows import bad

CITATION = 'citation must be as in "text1:7-12#1d28d15c", got'


def label(values, column="stance", coder="anna"):
    return lambda w: w.lines.label(column, values=values, coder=coder)


def coding(w, coder="anna"):
    return w.lines.label("stance", values=["for", "against"], coder=coder)


def two_coders(w):
    return hs.merge_codings([coding(w), coding(w, "ben")])


def conflict(w):
    first, second = coding(w), coding(w)
    first[0], second[0] = "for", "against"
    return hs.merge_codings([first, second])


def table(name, text, values=("for", "against")):
    def read(w):
        path = w.folder / name
        path.write_text(text, encoding="utf-8")
        return hs.read_coding(path, "stance", values=list(values))

    return read


HEAD = "cite,document,start,end,left,node,right,stance"

CITATIONS = [
    bad("no citation", hs.ParameterError, f'{CITATION} "b"', lambda w: w.corpus.cited("b")),
    bad(
        "a citation with a sign in its hash",
        hs.ParameterError,
        CITATION,
        lambda w: w.corpus.cited("a:0-6#+d28d15c"),
    ),
    bad(
        "a citation of a document that is not there",
        hs.CitationError,
        'c:0-6#1d28d15c leads nowhere: no document "c" is in view',
        lambda w: w.corpus.cited("c:0-6#1d28d15c"),
    ),
    bad(
        "a citation of another text",
        hs.CitationError,
        'a:0-6#1d28d15c leads nowhere: document "a" has another text',
        lambda w: w.corpus.cited(["a:0-6#1d28d15c"]),
    ),
    bad(
        "a number for a citation",
        hs.InputTypeError,
        "must be a str or a list of str, got int",
        lambda w: w.corpus.cited(3),
    ),
    bad(
        "a cited window below 0",
        hs.ParameterError,
        "window must be at least 0, got -1",
        lambda w: w.corpus.cited("a:0-6#1d28d15c", window=-1),
    ),
]

CODES = [
    bad("no values", hs.ParameterError, "values must be 1 to 1,000 codes, got 0", label([])),
    bad("too many values", hs.ParameterError, "1,000 codes, got 1,001", label(list(range(1001)))),
    bad("one str for values", hs.InputTypeError, "values must be a list of codes", label("for")),
    bad("a number for values", hs.InputTypeError, "values must be a list of codes", label(3)),
    bad(
        "values of several types",
        hs.InputTypeError,
        "values must be of one type, got ['number', 'str']",
        label(["for", 1]),
    ),
    bad("a value of None", hs.InputTypeError, "must be str, numbers or bool", label([None, "a"])),
    bad("values that repeat", hs.ParameterError, "values must be different", label(["a", "a"])),
    bad("numbers that repeat", hs.ParameterError, "values must be different", label([1, 1.0])),
    bad("a value that is no number", hs.ParameterError, "finite", label([float("nan"), 1])),
    bad("an empty value", hs.ParameterError, "values must be printable", label(["", "a"])),
    bad("a value of white space", hs.ParameterError, "no space at either end", label([" a"])),
    bad(
        "a coder without a name", hs.ParameterError, "coder must be a name", label(["a"], coder="")
    ),
    bad("a number for a coder", hs.InputTypeError, "coder must be a str", label(["a"], coder=1)),
    bad(
        "codes in a column that is there",
        hs.ParameterError,
        "column must be a new name",
        label(["a"], column="left"),
    ),
    bad(
        "a code that is none of the values",
        hs.UnknownNameError,
        "stance must be one of ['for', 'against'], got 'maybe'",
        lambda w: coding(w).set(0, "maybe"),
    ),
    bad(
        "a code for a line that is not there",
        hs.UnknownNameError,
        "b:0-2#00000000 is not among the lines",
        lambda w: coding(w).set("b:0-2#00000000", "for"),
    ),
    bad(
        "a code for a line by a wrong type",
        hs.InputTypeError,
        "a line must be named by its number, its citation or itself, got float",
        lambda w: coding(w).set(1.5, "for"),
    ),
    bad(
        "a line behind the last",
        IndexError,
        "a line must be one of 0 to 1, got 99",
        lambda w: coding(w).set(99, "for"),
    ),
    bad(
        "a code by nobody of two",
        hs.ParameterError,
        "coder must be named, one of ['anna', 'ben']",
        lambda w: two_coders(w).set(0, "for"),
    ),
    bad(
        "a code by somebody else",
        hs.UnknownNameError,
        "coder must be one of ['anna', 'ben'], got 'zoe'",
        lambda w: two_coders(w).set(0, "for", coder="zoe"),
    ),
    bad(
        "agreement of one coder",
        hs.ParameterError,
        "agreement needs at least two coders, got one; use merge_codings",
        lambda w: coding(w).agreement(),
    ),
    bad(
        "an unknown level",
        hs.UnknownNameError,
        "level must be one of ['nominal', 'ordinal', 'interval'], got 'ratio'",
        lambda w: two_coders(w).agreement(level="ratio"),
    ),
    bad(
        "differences of words",
        hs.ParameterError,
        "level interval needs values that are numbers",
        lambda w: two_coders(w).agreement(level="interval"),
    ),
    bad(
        "counts by an unknown column",
        hs.UnknownNameError,
        'metadata column must be one of ["year", "day", "live", "agency"], got "color"',
        lambda w: coding(w).counts(by="color"),
    ),
    bad(
        "two codes of one coder",
        hs.ParameterError,
        "coder 'anna' must code a:7-12#",
        conflict,
    ),
    bad(
        "nothing to merge",
        hs.ParameterError,
        "codings must hold at least one coding, got none",
        lambda _: hs.merge_codings([]),
    ),
    bad(
        "a table to merge",
        hs.InputTypeError,
        "codings must be a list of Coding",
        lambda w: hs.merge_codings([w.corpus.frequencies()]),
    ),
    bad(
        "codings of different values to merge",
        hs.ParameterError,
        "codings must have one column and values",
        lambda w: hs.merge_codings([coding(w), label(["a"])(w)]),
    ),
    bad(
        "a table of another kind",
        hs.ParameterError,
        "path must end in one of ['.csv', '.parquet'], got 'codes.xlsx'",
        lambda w: coding(w).save("codes.xlsx"),
    ),
    bad(
        "a table of codes without codes",
        hs.UnknownNameError,
        "got 'stance' in",
        table("half.csv", HEAD.removesuffix(",stance")),
    ),
    bad(
        "an empty table of codes",
        hs.UnknownNameError,
        "column must be one of [], got 'cite'",
        table("none.csv", ""),
    ),
    bad(
        "a row that is too short",
        hs.TextError,
        "row 1 of {folder}/short.csv must have 8 cells, got 2",
        table("short.csv", f"{HEAD}\na,b\n"),
    ),
    bad(
        "a code in a table that is none of the values",
        hs.ParameterError,
        "stance must be one of ['for', 'against'], got 'maybe' for a:7-12#00000000",
        table("maybe.csv", f"{HEAD}\na:7-12#00000000,a,7,12,l,n,r,maybe\n"),
    ),
    bad(
        "two codes for a line in a table",
        hs.ParameterError,
        "coder 'coder' must code a:7-12#00000000 once, got two codes",
        table("two.csv", f"{HEAD}\n" + "a:7-12#00000000,a,7,12,l,n,r,for\n" * 2),
    ),
    bad(
        "a start that is no number",
        hs.TextError,
        "start and end of a:7-12#00000000 must be whole numbers, got 'x'",
        table("start.csv", f"{HEAD}\na:7-12#00000000,a,x,12,l,n,r,for\n"),
    ),
    bad(
        "Parquet that is none",
        hs.TextError,
        "cannot read {folder}/broken.parquet as parquet",
        lambda w: hs.read_coding(w.folder / "broken.parquet", "stance", values=["for"]),
    ),
    bad(
        "codes that are not in UTF-8",
        hs.TextError,
        "cannot read {folder}/bad.csv",
        lambda w: (
            (w.folder / "bad.csv").write_bytes(b"cite\n\xeb"),
            hs.read_coding(w.folder / "bad.csv", "stance", values=["for"]),
        ),
    ),
    bad(
        "a resolution by a cite that is none",
        hs.ParameterError,
        f'{CITATION} "nowhere"',
        lambda w: table("cite.csv", f"{HEAD}\nnowhere,a,7,12,l,n,r,for\n")(w).resolve(w.corpus),
    ),
]

NOTHING = "manifest must name the verb that it is of"


def replayed(**entries):
    return lambda w: hs.replay({**w.lines.manifest(), **entries}, w.corpus)


MANIFESTS = [
    bad(
        "a result for a manifest",
        hs.InputTypeError,
        "manifest must be a dict, got Concordance",
        lambda w: hs.replay(w.lines, w.corpus),
    ),
    bad("an empty manifest", hs.ParameterError, NOTHING, lambda w: hs.replay({}, w.corpus)),
    bad(
        "a manifest with what JSON has not",
        hs.ParameterError,
        "manifest must be what JSON can hold",
        replayed(lines={1, 2}),
    ),
    bad(
        "a table for a corpus to replay on",
        hs.InputTypeError,
        "corpus must be a Corpus, got Table",
        lambda w: hs.replay(w.lines.manifest(), w.corpus.documents),
    ),
    bad(
        "a verb that does not exist",
        hs.UnknownNameError,
        "verb must be one of ['acronyms', 'alignment', 'cited',",
        replayed(verb="color"),
    ),
    bad(
        "a step that does not exist",
        hs.UnknownNameError,
        "step must be one of ['dedupe', 'difference',",
        replayed(steps=[{"step": "color", "parameters": {}}]),
    ),
    bad(
        "a step without parameters",
        hs.ParameterError,
        "step 'sort' of a manifest must follow lines, with parameters",
        replayed(steps=[{"step": "sort"}]),
    ),
    bad(
        "a step with other parameters",
        hs.ParameterError,
        "sort of a manifest cannot be replayed",
        replayed(steps=[{"step": "sort", "parameters": {"color": 1}}]),
    ),
    bad(
        "steps that are none",
        hs.ParameterError,
        "steps of a manifest must be a list of dicts, got 3",
        replayed(steps=3),
    ),
    bad(
        "a manifest of a coding",
        hs.UnknownNameError,
        "got 'label'",
        lambda w: hs.replay(coding(w).manifest(), w.corpus),
    ),
    bad(
        "a result that comes out otherwise",
        hs.ReplayError,
        "the result comes out otherwise: lines was 99, is 2",
        replayed(lines=99),
    ),
]
