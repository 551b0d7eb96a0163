"""Arguments of every function and method: whatever is refused is refused by name, as ours."""

import math
import re

import hustings as hs
import pytest

TALKS = ["We want trust, mutual trust.", "The river talks failed. Trust them?", "Talks on trust."]
METADATA = {"side": ["x", "y", "y"], "year": [2030, 2031, 2032]}
CORPUS = hs.Corpus.from_texts(TALKS, metadata=METADATA)
LINES = CORPUS.kwic("trust")
TABLE = {"o11": 1, "r1": 2, "c1": 2, "n": 9}
SCORED = {"measures": "log_dice"}

# Every number that need not be whole: its name, and what it is given to.
NUMBERS = {
    "collocation_network": ("min_score", lambda x: CORPUS.collocation_network("a", min_score=x)),
    "similarity": ("threshold", lambda x: CORPUS.similarity(threshold=x)),
    "diversity": ("threshold", lambda x: CORPUS.diversity(threshold=x)),
    "diversity_of": ("threshold", lambda x: hs.diversity_of(["a"], threshold=x)),
    "keyness": ("confidence", lambda x: CORPUS.keyness({"trust": 1}, confidence=x)),
    "trend": ("confidence", lambda x: CORPUS.trend("a", by="year", date="year", confidence=x)),
    "near_duplicates": ("similarity", lambda x: CORPUS.near_duplicates(similarity=x)),
    "near_duplicate_pairs": ("similarity", lambda x: CORPUS.near_duplicate_pairs(similarity=x)),
    "with_near_duplicates": ("similarity", lambda x: CORPUS.with_near_duplicates(similarity=x)),
    "dedupe": ("similarity", lambda x: LINES.dedupe(similarity=x)),
    "change_points": (
        "strictness",
        lambda x: CORPUS.trend("a", by="year", date="year").change_points(strictness=x),
    ),
    "change_points_of": ("strictness", lambda x: hs.change_points_of([1, 2], strictness=x)),
    "the values of change_points_of": ("values[0]", lambda x: hs.change_points_of([x, 1])),
    "the values of trend_of": ("values[1]", lambda x: hs.trend_of([1, x])),
    "the times of trend_of": ("times[0]", lambda x: hs.trend_of([1, 2], [x, 3])),
    **{
        f"{name} of association": (
            name,
            lambda x, name=name: hs.association(**TABLE, **SCORED, **{name: x}),
        )
        for name in ("alpha", "smoothing", "prior")
    },
    **{
        f"{name} of collocates": (
            name,
            lambda x, name=name: CORPUS.collocates("a", **SCORED, measure_options={name: x}),
        )
        for name in ("alpha", "smoothing", "prior")
    },
    "n-grams": ("prior", lambda x: CORPUS.ngrams(2, **SCORED, measure_options={"prior": x})),
}
NOT_FINITE = [math.nan, math.inf, -math.inf]


@pytest.mark.parametrize("value", NOT_FINITE, ids=str)
@pytest.mark.parametrize(("name", "call"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_that_is_not_finite_is_refused_by_name(name, call, value):
    message = f"^{re.escape(name)} must be a finite number, got {value}$"
    with pytest.raises(hs.ParameterError, match=message):
        call(value)


@pytest.mark.parametrize(("name", "call"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_beyond_those_of_64_bits_is_refused_by_name(name, call):
    with pytest.raises(hs.ParameterError, match=f"^{re.escape(name)} must be a number below 1e308"):
        call(10**400)


@pytest.mark.parametrize("value", ["0.5", b"1", [0.5], {}, 1j], ids=repr)
@pytest.mark.parametrize(("name", "call"), NUMBERS.values(), ids=NUMBERS)
def test_what_is_no_number_is_refused_by_name(name, call, value):
    with pytest.raises(hs.InputTypeError, match=f"^{re.escape(name)} must be a number, got"):
        call(value)


@pytest.mark.parametrize("value", [*NOT_FINITE, 10**400], ids=lambda value: str(value)[:9])
@pytest.mark.parametrize("name", ["o11", "r1", "c1", "n"])
@pytest.mark.parametrize("several", [False, True])
def test_a_table_of_what_is_not_finite_is_refused(several, name, value):
    with pytest.raises(hs.HustingsError, match=rf"\b{name}\b"):
        hs.association(**TABLE | {name: [value] if several else value}, **SCORED)


@pytest.mark.parametrize("value", [*NOT_FINITE, 10**400], ids=lambda value: str(value)[:9])
def test_a_code_that_is_not_finite_is_refused(value):
    with pytest.raises(hs.ParameterError, match="^values must be a"):
        LINES.label("stance", values=[value, 1])


def test_a_number_of_thousands_of_digits_is_told_shortly():
    with pytest.raises(hs.ParameterError, match=r"^per must be at most 9223372036854775807, got int$"):
        CORPUS.frequencies(per=10**5000)
    with pytest.raises(hs.InputTypeError, match=r"^per must be a whole number, got .{80}$"):
        CORPUS.frequencies(per=list(range(1000)))
