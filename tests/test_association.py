"""Measures of association: published values, a twin of 60 digits, and tables at the edges."""

import csv
import math
import random
from fractions import Fraction
from pathlib import Path

import hustings as hs
import numpy as np
import polars as pl
import pytest
from measures_page import PAGE, page
from mpmath import mpf
from oracle_association import FORMULAS, Table
from scipy import stats

HERE = Path(__file__).parent
MEASURES = hs.measures().column("name")
# Left out of the rows that were at hand, as no measure here: a conditional probability in percent
# (Durrant 2008), a rank sum (Kilgarriff 2001), the normal approximation to the conservative log
# ratio, and rankings of whole corpora by NLTK. Rankings by quanteda are tests of their own below.
with (HERE / "reference/association.csv").open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))


def score(name, o11, r1, c1, n, **options):
    return hs.association(o11=o11, r1=r1, c1=c1, n=n, measures=name, **options)[name]


def numbers(row):
    return [float(row[name]) for name in ("o11", "r1", "c1", "n")]


def as_published(row, found):
    """The score on the scale on which it was published."""
    o11, r1, c1, n = numbers(row)
    match row["read_as"]:
        case "score":
            return found
        case "signed":
            return math.copysign(found, o11 - r1 * c1 / n)
        case "log10":  # instead of log2
            return found * math.log10(2)
        case "ln":  # instead of log2
            return found * math.log(2)
        case "log10 of it":
            return math.log10(found)
        case "p":  # instead of -log10 p
            return 10**-found


@pytest.mark.parametrize("name", sorted({row["measure"] for row in ROWS}))
def test_published_scores_come_out(name):
    rows = [row for row in ROWS if row["measure"] == name]
    for row in rows:
        options = {
            key: float(value) if "." in value else int(value)
            for key, value in (pair.split("=") for pair in row["options"].split())
        }
        found = as_published(row, score(name, *numbers(row), **options))
        assert found == pytest.approx(float(row["expected"]), abs=float(row["tolerance"]), rel=0), (
            row
        )


def test_all_published_rows_are_there():
    assert len({row["id"] for row in ROWS}) == 319
    assert all(row["source"] for row in ROWS)


# Measured against scipy below, table by table.
BY_SCIPY = {"hypergeometric", "poisson"}
# The same number as lambda, by its row in the registry and the twin below.
WITHOUT = {"log_odds_ratio"}


def test_every_measure_has_a_value_from_outside_or_is_told_to_have_none():
    assert set(MEASURES) - {row["measure"] for row in ROWS} - BY_SCIPY == WITHOUT
    for table in [(2, 2, 2, 9), (0, 50, 7, 400), (110, 2552, 221, 31777)]:
        assert score("log_odds_ratio", *table) == score("lambda", *table)


TARGET, REFERENCE = list("aaabbccccccdefghh"), list("aabccddddefh")


def signed_g2(o11, r1, c1, n):
    return math.copysign(score("g2", o11, r1, c1, n), o11 - r1 * c1 / n)


def signed_chi_squared(o11, r1, c1, n):
    """quanteda's default: Yates's correction if a cell is expected below 5, and no sign changes."""
    excess = o11 - r1 * c1 / n
    small = min(r1, n - r1) * min(c1, n - c1) / n < 5 and abs(excess) >= 0.5
    name = "chi_squared_yates" if small else "chi_squared"
    return math.copysign(score(name, o11, r1, c1, n), excess)


@pytest.mark.parametrize(
    ("signed", "order"), [(signed_g2, "c g b h a e f d"), (signed_chi_squared, "g c b h a e f d")]
)
def test_words_are_ranked_as_quanteda_ranks_them(signed, order):
    """quanteda.textstats, tests/testthat/test-textstat_keyness.R, on two rows."""
    both = TARGET + REFERENCE

    def keyness(word):
        return signed(TARGET.count(word), len(TARGET), both.count(word), len(both))

    assert sorted(sorted(set(both)), key=keyness, reverse=True) == order.split()


def whole_tables():
    """Random tables of every size without a margin of zero, many near independence."""
    seeded = random.Random(5)
    for size in (30, 300, 10**4, 10**6, 10**9, 10**12):
        for _ in range(12):
            n = seeded.randint(size // 2, size)
            r1, c1 = (max(1, int(n * seeded.random() ** seeded.choice([1, 6]))) for _ in "rc")
            r1, c1 = min(r1, n - 1), min(c1, n - 1)
            least, most = max(0, r1 + c1 - n), min(r1, c1)
            near = r1 * c1 // n + seeded.randint(-2, 3)
            o11 = seeded.choice([near, seeded.randint(least, most), most])
            yield min(max(o11, least), most), r1, c1, n


TABLES = list(whole_tables())
# Sums over all tables with these margins are for small ones; the others below are of few words.
FEW = [(3, 10**9, 4, 10**12), (0, 10**11, 12, 10**12), (9, 10**4, 40, 10**9), (2, 900, 7, 3000)]
EXACT = {"fisher", "fisher_right", "fisher_left"}
NONE_AT_ZERO = {"log_dice", "mi", "t_score", "mi2", "mi3"}


@pytest.mark.parametrize("name", [name for name in MEASURES if name != "conservative_log_ratio"])
def test_scores_are_those_of_the_formula(name):
    tables = [t for t in TABLES if t[3] <= 300] + FEW if name in EXACT else TABLES
    columns = dict(zip(("o11", "r1", "c1", "n"), map(list, zip(*tables, strict=True)), strict=True))
    found = hs.association(**columns, measures=name).column(name)
    for table, given in zip(tables, found, strict=True):
        if table[0] == 0 and name in NONE_AT_ZERO:
            assert given is None
        elif table[0] == 0 and name in {"npmi", "local_mi", "mi_log_f"}:
            assert given == (-1 if name == "npmi" else 0)
        else:
            expected = FORMULAS[name](Table(*table))
            assert abs(mpf(given) - expected) <= 1e-12 * abs(expected) + mpf(10) ** -30, table


def test_conservative_log_ratios_are_those_of_the_formula():
    seeded = random.Random(7)
    for _ in range(25):
        r1, r2 = seeded.randint(50, 10**5), seeded.randint(50, 10**7)
        o11 = seeded.choice([0, 1, 5, seeded.randint(0, min(r1, 400))])
        o21 = seeded.choice([0, 1, 30, seeded.randint(0, min(r2, 4000))])
        if o11 + o21 == 0:
            continue
        table = o11, r1, o11 + o21, r1 + r2
        options = {"alpha": seeded.choice([0.05, 0.001]), "comparisons": seeded.choice([1, 600])}
        expected = FORMULAS["conservative_log_ratio"](Table(*table), **options)
        found = score("conservative_log_ratio", *table, **options)
        assert found == pytest.approx(float(expected), rel=1e-12, abs=1e-12), (table, options)


def test_bounds_at_the_least_error_rates_are_those_at_the_least_normal_number():
    table = 90, 100, 130, 10**6
    least = FORMULAS["conservative_log_ratio"](Table(*table), alpha=2.0**-1021, comparisons=1)
    assert least > 0
    for alpha, comparisons in [(2.0**-1021, 1), (5e-324, 1), (1e-310, 1), (1e-300, 10**15)]:
        found = score("conservative_log_ratio", *table, alpha=alpha, comparisons=comparisons)
        assert found == pytest.approx(float(least), rel=1e-9)


def test_bounds_of_large_tables_lie_between_no_difference_and_the_log_ratio():
    for table in TABLES:
        bound, ratio = (score(name, *table) for name in ("conservative_log_ratio", "log_ratio"))
        assert 0 <= bound <= ratio or ratio <= bound <= 0


# Other programs.


@pytest.mark.parametrize("table", [(7, 10, 9, 19), (3, 40, 12, 400), (30, 60, 31, 90)])
def test_scores_are_those_of_scipy(table):
    o11, r1, c1, n = table
    cells = [[o11, r1 - o11], [c1 - o11, n - r1 - c1 + o11]]
    assert score("chi_squared", *table) == pytest.approx(
        stats.chi2_contingency(cells, correction=False).statistic
    )
    assert score("chi_squared_yates", *table) == pytest.approx(
        stats.chi2_contingency(cells, correction=True).statistic
    )
    assert score("g2", *table) == pytest.approx(
        stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
    )
    for name, side in [
        ("fisher", "two-sided"),
        ("fisher_left", "less"),
        ("fisher_right", "greater"),
    ]:
        p = stats.fisher_exact(cells, alternative=side).pvalue
        assert 10 ** -score(name, *table) == pytest.approx(p)
    likelihood = -stats.hypergeom(n, c1, r1).logpmf(o11) / math.log(10)
    assert score("hypergeometric", *table) == pytest.approx(likelihood)
    likelihood = -stats.poisson(r1 * c1 / n).logpmf(o11) / math.log(10)
    assert score("poisson", *table) == pytest.approx(likelihood)
    interval = stats.binomtest(o11, c1).proportion_ci(1 - 0.05, method="exact")
    share = interval.low if o11 / c1 > r1 / n else interval.high
    bound = math.log2(share / (1 - share) * (n - r1) / r1)
    bound = max(bound, 0) if o11 / c1 > r1 / n else min(bound, 0)
    assert score("conservative_log_ratio", *table) == pytest.approx(bound, abs=1e-9)


# Tables at the edges.

EDGES = {
    "nothing": (0, 0, 0, 0),
    "one token in the row": (1, 1, 1, 1),
    "one token outside the row": (0, 0, 1, 1),
    "the term nowhere": (0, 5, 0, 10),
    "the row empty": (0, 0, 5, 10),
    "the row everything": (5, 10, 5, 10),
    "the term everything": (5, 5, 10, 10),
    "never in the row": (0, 5, 5, 100),
    "only in the row": (5, 50, 5, 100),
    "each with the other alone": (5, 5, 5, 100),
    "no cell of others": (0, 5, 5, 10),
    "many tokens": (10**6, 10**9, 10**7, 10**12),
    "many tokens, never": (0, 10**11, 10**11, 10**12),
    "many tokens, always": (10**11, 10**11, 10**11, 10**12),
    "many tokens, as expected": (10**10, 10**11, 10**11, 10**12),
    "many tokens, nearly all": (10**12 - 1, 10**12 - 1, 10**12 - 1, 10**12),
}
# What has no value there, as the column `zeros` says.
RATIOS = {"log_ratio", "relative_risk", "percent_diff", "difference_coefficient"}
SHARES = {"conservative_log_ratio", "simple_maths", "delta_p_21"}
NO_TERM = {"z_score", "mu", "npmi", *RATIOS, "conservative_log_ratio", "geometric_mean", "liddell"}
NO_ROW = {"z_score", "mu", "npmi", *RATIOS, *SHARES, "geometric_mean"}
MISSING = {
    "nothing": {
        *NONE_AT_ZERO,
        *NO_TERM,
        *NO_ROW,
        "phi_squared",
        "average_mi",
        "delta_p_12",
        "dice",
        "jaccard",
        "min_sensitivity",
        "bic",
        "log_odds_dirichlet",
    },
    "one token in the row": {*RATIOS, *SHARES, "liddell", "delta_p_12", "log_odds_dirichlet"},
    "one token outside the row": {
        *NONE_AT_ZERO,
        *NO_ROW,
        "liddell",
        "delta_p_12",
        "log_odds_dirichlet",
    },
    "the term nowhere": {*NONE_AT_ZERO, *NO_TERM, "delta_p_12", "log_odds_dirichlet"},
    "the row empty": {*NONE_AT_ZERO, *NO_ROW},
    "the row everything": {*RATIOS, *SHARES},
    "the term everything": {"liddell", "delta_p_12", "log_odds_dirichlet"},
    "never in the row": NONE_AT_ZERO,
    "no cell of others": NONE_AT_ZERO,
    "many tokens, never": NONE_AT_ZERO,
}


@pytest.mark.parametrize("name", EDGES)
def test_scores_at_the_edges_are_finite_or_missing_where_it_says_so(name):
    o11, r1, c1, n = EDGES[name]
    found = hs.association(o11=o11, r1=r1, c1=c1, n=n, measures=MEASURES)
    assert all(value is None or math.isfinite(value) for value in found.values())
    assert {measure for measure, value in found.items() if value is None} == set(
        MISSING.get(name, ())
    )


def test_scores_of_independence_are_zero_exactly():
    table = (10**10, 10**11, 10**11, 10**12)
    names = "g2 log_likelihood simple_ll chi_squared mi t_score z_score npmi delta_p_12 log_ratio"
    found = [score(name, *table) for name in names.split()]
    assert found == [0.0] * len(found)
    assert all(math.copysign(1, value) == 1 for value in found)


def test_zeros_give_what_the_registry_says():
    never, only = (0, 5, 5, 100), (5, 50, 5, 100)
    assert score("npmi", *never) == -1
    assert score("local_mi", *never) == score("mi_log_f", *never) == 0
    assert score("percent_diff", *never) == -100
    assert score("difference_coefficient", *never) == -1
    assert score("log_ratio", *never) == pytest.approx(math.log2((0.5 / 5) / (5 / 95)))
    assert score("log_ratio", *only) == pytest.approx(math.log2((5 / 50) / (0.5 / 50)))
    assert score("relative_risk", *only) == pytest.approx(10)
    assert score("percent_diff", *only) == pytest.approx(900)
    assert score("simple_ll", *never) == pytest.approx(2 * 5 * 5 / 100)
    assert score("poisson", *never) == pytest.approx(0.25 / math.log(10))
    assert score("npmi", 1, 1, 1, 1) == 1


# Numbers in, scores out.


@pytest.mark.parametrize(
    "as_column",
    [
        list,
        tuple,
        lambda values: np.array(values, "int32"),
        lambda values: np.array(values, "float32"),
        pl.Series,
        lambda values: pl.Series(values).to_arrow(),
        lambda values: pl.Series(values).to_pandas(),
    ],
)
def test_columns_of_any_kind_are_taken(as_column):
    table = hs.association(
        o11=as_column([8, 3]), r1=np.int64(100), c1=as_column([10, 5]), n=1000.0, measures="dice"
    )
    assert table.columns == ["o11", "r1", "c1", "n", "dice"]
    assert table.column("dice") == [16 / 110, 6 / 105]


def test_single_numbers_of_any_kind_give_a_dict():
    found = hs.association(
        o11=np.float32(8), r1=Fraction(100), c1=np.array(10), n=True + 999, measures=["dice", "mi"]
    )
    assert found == {"dice": 16 / 110, "mi": 3.0}


def test_no_tables_give_no_scores():
    table = hs.association(o11=[], r1=[], c1=[], n=10, measures=["mi"])
    assert len(table) == 0


def test_the_manifest_has_formulas_and_options():
    table = hs.association(o11=[1, 2], r1=5, c1=5, n=50, measures="log_dice", smoothing=100)
    manifest = table.manifest()
    assert manifest["measures"] == ["log_dice"]
    assert manifest["formulas"] == {"log_dice": "14 + log2(2 O11 / (R1 + C1))"}
    assert manifest["measure_options"] == {
        "alpha": 0.05,
        "comparisons": None,
        "smoothing": 100,
        "prior": 500,
    }


GOOD = {"o11": 1, "r1": 2, "c1": 2, "n": 10, "measures": "mi"}
BAD = {
    "a measure that is none": ({"measures": "G2"}, hs.UnknownNameError, 'got "G2"'),
    "one measure twice": ({"measures": ["mi", "mi"]}, hs.ParameterError, "stand twice"),
    "a negative count": ({"o11": -1}, hs.ParameterError, "o11 must be a number of at least 0"),
    "not a number": ({"n": math.nan}, hs.ParameterError, "n must"),
    "infinity": ({"n": math.inf}, hs.ParameterError, "n must be a number of at least 0"),
    "more than the row": ({"o11": 2.5, "c1": 3}, hs.ParameterError, "o11 must be at most r1"),
    "more than the column": ({"o11": 2, "c1": 1}, hs.ParameterError, "o11 must be at most c1"),
    "a row beyond all": ({"r1": 11}, hs.ParameterError, "r1 must be at most n"),
    "a column beyond all": ({"c1": 11}, hs.ParameterError, "c1 must be at most n"),
    "margins beyond all": ({"n": 2.5}, hs.ParameterError, "r1 \\+ c1 - o11 must be at most n"),
    "the second row": ({"o11": [1, 3]}, hs.ParameterError, "row 1: o11 must be at most"),
    "columns of two lengths": (
        {"o11": [1, 1], "r1": [2, 2, 2]},
        hs.ParameterError,
        "must be equally long",
    ),
    "text": ({"o11": "1"}, hs.InputTypeError, "o11 must be a number or a column"),
    "a column of text": ({"o11": ["1"]}, hs.InputTypeError, "o11 must hold numbers"),
    "a missing value": ({"o11": [1, None]}, hs.ParameterError, "o11 must not hold missing"),
    "a generator": ({"o11": iter([1])}, hs.InputTypeError, "o11 must be a number or a column"),
    "None": ({"n": None}, hs.InputTypeError, "n must be a number or a column"),
    "a very large number": ({"n": 10**400}, hs.ParameterError, "n must be a number below"),
    "alpha of zero": ({"alpha": 0}, hs.ParameterError, "alpha must lie between 0 and 1"),
    "alpha of one": ({"alpha": 1.0}, hs.ParameterError, "alpha must lie between 0 and 1"),
    "no comparisons": ({"comparisons": 0}, hs.ParameterError, "comparisons must be at least 1"),
    "no smoothing": ({"smoothing": 0}, hs.ParameterError, "smoothing must be a number above 0"),
    "no prior": ({"prior": math.nan}, hs.ParameterError, "prior must be a finite number, got nan"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_makes_no_table_is_refused(name):
    changed, error, message = BAD[name]
    with pytest.raises(error, match=message):
        hs.association(**{**GOOD, **changed})


# The registry.


def test_every_measure_has_a_formula_here_too():
    assert set(MEASURES) == set(FORMULAS)
    assert len(MEASURES) == len(set(MEASURES))


def test_every_row_of_the_registry_is_complete():
    for row in hs.measures().to_polars().rows(named=True):
        assert all(value != "" for value in row.values()), row["name"]
        assert "O11" in row["symbols"] or "Oij" in row["symbols"] or "f1" in row["symbols"], row


def test_an_unknown_measure_lists_all_that_are_known():
    with pytest.raises(hs.UnknownNameError) as raised:
        score("pmi", 1, 2, 2, 10)
    assert all(f'"{name}"' in str(raised.value) for name in MEASURES)


def test_the_page_on_measures_is_made_of_the_registry():
    assert PAGE.read_text("utf-8") == page(), "run python tests/measures_page.py"


BOUNDS = {"0 to 1": (0, 1), "-1 to 1": (-1, 1), "0 to i": (0, math.inf)}


def test_no_score_of_what_is_always_together_or_never_passes_the_end_of_its_range():
    rows = hs.measures().to_polars().rows(named=True)
    ends = {row["name"]: BOUNDS.get(row["range"][: len("0 to 1")].rstrip()) for row in rows}
    ends |= {row["name"]: (-1, 1) for row in rows if row["range"].startswith("-1 to 1")}
    ends = {name: bounds for name, bounds in ends.items() if bounds is not None}
    assert {"dice", "jaccard", "phi_squared", "geometric_mean", "npmi"} <= ends.keys()
    for n in (20, 100, 1009, 10**6):
        for size in (1, 3, 7, 9):
            tables = [(size, size, size, n), (0, size, size, n), (size, size, size + 1, n)]
            for o11, r1, c1, total in tables:
                scores = hs.association(o11=o11, r1=r1, c1=c1, n=total, measures=list(ends))
                for name, score in scores.items():
                    low, high = ends[name]
                    assert score is None or low <= score <= high, (name, score, o11, r1, c1, n)


def test_the_geometric_mean_and_phi_of_13_in_100_are_1():
    scores = hs.association(o11=13, r1=13, c1=13, n=100, measures="phi_squared geometric_mean")
    assert scores == {"phi_squared": 1, "geometric_mean": 1}
