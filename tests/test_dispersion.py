"""Dispersion of plain numbers: published values, formulas once more, and what has no value."""

import json
import math
import random
from pathlib import Path

import dispersion_page
import hustings as hs
import pytest
from oracle_dispersion import BY_COUNTS, BY_POSITION, Counted, distances

PUBLISHED = json.loads(
    (Path(__file__).parent / "reference/dispersion.json").read_text(encoding="utf-8")
)
# What the measures are called where the values come from, where that is not their name here.
NAMES = {
    "sd_population": "sd",
    "idf": "idf",
    "Rrel": "range_share",
    "D": "juilland_d",
    "D2": "carroll_d2",
    "S": "rosengren_s",
    "DA": "d_a",
    "DPnorm": "dp_norm",
    "zhang_distributional_consistency": "distributional_consistency",
}
# lsoenning/tlda turns scores round, so that 1 is even.
TURNED = {("dispersion-026", "DP"): "dp", ("dispersion-026", "DKL"): "kld_norm_odds"}
VALUES = [
    pytest.param(row, name, id=f"{row['id']}-{name}")
    for row in PUBLISHED
    for name in row["expected"]
]
ALL = hs.dispersions().column("name")
EVEN_AT_ZERO = {
    "sd",
    "vc",
    "dp",
    "dp_norm",
    "kld",
    "kld_norm",
    "kld_norm_e",
    "kld_norm_odds",
    "idf",
}


def published_inputs(inputs):
    """Counts, sizes and positions as the publication gives them."""
    if "tokens" in inputs:
        tokens = inputs["tokens"].split()
        positions = [at for at, token in enumerate(tokens) if token == inputs["word"]]
        return [len(positions)], [len(tokens)], positions
    sizes = inputs.get("sizes")
    if "parts" in inputs and inputs["parts"] != "equal sizes":
        parts = [part.split() for part in inputs["parts"]]
        assert [part.count(inputs["word"]) for part in parts] == inputs["v"]
        assert [len(part) for part in parts] == sizes
    return inputs["v"], sizes, None


@pytest.mark.parametrize(("row", "name"), VALUES)
def test_published_counts_give_the_published_score(row, name):
    counts, sizes, positions = published_inputs(row["inputs"])
    turned = TURNED.get((row["id"], name))
    measure = turned or NAMES.get(name, name.lower())
    found = hs.dispersion_of(counts, sizes, positions=positions, measures=measure)[measure]
    assert (1 - found if turned else found) == pytest.approx(
        row["expected"][name], abs=row["tolerance"]
    )


def test_published_positions_are_the_published_distances_apart():
    row = next(row for row in PUBLISHED if "distances" in row["inputs"])
    _, [tokens], positions = published_inputs(row["inputs"])
    assert sorted(distances(positions, tokens)) == row["inputs"]["distances"]


def random_parts(rng):
    """Counts and sizes of parts, from even to very uneven."""
    n = rng.choice([2, 3, 5, 10, 60])
    largest = 10 ** rng.randint(1, 9)
    sizes = [rng.randint(1, largest) for _ in range(n)]
    share = 10 ** -rng.uniform(0, 4)
    evenness = rng.choice([0.0, 0.5, 1.0])
    counts = [
        round(size * share) if rng.random() < evenness else rng.choice([0, rng.randint(0, size)])
        for size in sizes
    ]
    somewhere = rng.randrange(n)
    counts[somewhere] = min(counts[somewhere] + 1, sizes[somewhere])
    return counts, sizes


@pytest.mark.parametrize("seed", range(60))
def test_scores_are_those_of_the_formulas(seed):
    counts, sizes = random_parts(random.Random(seed))
    found = hs.dispersion_of(counts, sizes)
    assert list(found) == [name for name in ALL if name not in BY_POSITION]
    numbers = Counted(counts, sizes)
    for name, score in found.items():
        # Lyne's D3 passes through 0 with large terms on either side.
        room = 1e-12 if name == "lyne_d3" else 1e-40
        assert score == pytest.approx(float(BY_COUNTS[name](numbers)), rel=1e-12, abs=room), name


@pytest.mark.parametrize("seed", range(30))
def test_scores_of_positions_are_those_of_the_formulas(seed):
    rng = random.Random(seed)
    tokens = 10 ** rng.randint(1, 7)
    positions = sorted(rng.sample(range(tokens), rng.randint(1, min(tokens, 500))))
    found = hs.dispersion_of(
        [len(positions)], [tokens], positions=positions, measures=list(BY_POSITION)
    )
    for name, score in found.items():
        expected = BY_POSITION[name](distances(positions, tokens), tokens)
        assert score == pytest.approx(float(expected), rel=1e-12), name


def test_the_order_of_the_parts_does_not_matter():
    counts, sizes = random_parts(random.Random(7))
    backwards = hs.dispersion_of(counts[::-1], sizes[::-1])
    assert backwards == pytest.approx(hs.dispersion_of(counts, sizes), rel=1e-14)


def test_what_is_even_has_the_even_end_of_every_scale():
    found = hs.dispersion_of([3, 6, 9], [100, 200, 300])
    for name in EVEN_AT_ZERO - {"sd", "vc"}:
        assert found[name] == 0.0, name
    for name in ("range_share", "juilland_d", "carroll_d2", "rosengren_s", "lyne_d3", "d_a"):
        assert found[name] == pytest.approx(1, rel=1e-15), name
    for name in ("juilland_u", "carroll_um", "rosengren_kf", "engwall_fm"):
        assert found[name] == pytest.approx(18, rel=1e-15), name


def test_a_score_near_zero_is_as_exact_as_any_other():
    counts, sizes = [10**11, 10**11 + 1, 10**11], [10**12] * 3
    found = hs.dispersion_of(counts, sizes, measures=["dp", "kld", "kld_norm", "sd"])
    for name, score in found.items():
        assert 0 < score < 1
        assert score == pytest.approx(float(BY_COUNTS[name](Counted(counts, sizes))), rel=1e-12)


WITHOUT_OCCURRENCE = ("range", "range_share", "sd", "rosengren_kf", "engwall_fm", "kromer_ur")


def test_what_does_not_occur_has_a_range_and_no_evenness():
    found = hs.dispersion_of([0, 0], [10, 20])
    known = {name: score for name, score in found.items() if score is not None}
    assert known == dict.fromkeys(WITHOUT_OCCURRENCE, 0)
    nowhere = hs.dispersion_of([], [])
    assert {name for name, score in nowhere.items() if score is not None} == {"range", "kromer_ur"}
    positions = hs.dispersion_of([0], [10], positions=[], measures=list(BY_POSITION))
    assert set(positions.values()) == {None}


def test_one_part_has_no_evenness_between_parts():
    found = hs.dispersion_of([3], [10])
    missing = {name for name, score in found.items() if score is None}
    assert missing == {
        "juilland_d", "carroll_d2", "d_a", "dp_norm", "juilland_u", "carroll_um",
    }  # fmt: skip
    assert (found["dp"], found["kld"], found["idf"], found["rosengren_kf"]) == (0, 0, 0, 3)


def test_a_part_without_tokens_is_no_part():
    assert hs.dispersion_of([1, 0, 2], [10, 0, 10]) == hs.dispersion_of([1, 2], [10, 10])


@pytest.mark.parametrize(
    ("counts", "sizes"),
    [
        ([10**12, 1], [2 * 10**12, 5]),
        ([1, *[0] * 9_999], [10**11] * 10_000),
        ([0, 2**52], [1, 2**52]),
        ([1, 1], [1, 2**53 - 2]),
        ([1] * 3, [1] * 3),
    ],
    ids=["large", "one of many", "everything", "small and large", "tokens"],
)
def test_extreme_counts_give_finite_scores(counts, sizes):
    for name, score in hs.dispersion_of(counts, sizes).items():
        assert math.isfinite(score), name


BAD = [
    ("lengths", {"counts": [1], "sizes": [1, 2]}, "one number a part each, got 1 and 2"),
    (
        "no tokens",
        {"counts": [1, 1], "sizes": [0, 9]},
        "a part without tokens must have a count of 0",
    ),
    ("large sizes", {"counts": [1], "sizes": [2**53]}, r"sizes must add up to less than 2\^53"),
    ("large counts", {"counts": [2**53]}, r"counts must add up to less than 2\^53"),
    ("negative", {"counts": [-1]}, r"counts\[0\] must be at least 0, got -1"),
    ("twice", {"counts": [1], "measures": ["dp", "dp"]}, "measures must name each once"),
    (
        "descending",
        {"counts": [2], "sizes": [9], "positions": [5, 2]},
        "positions must ascend, got 5 before 2",
    ),
    (
        "behind the end",
        {"counts": [1], "sizes": [9], "positions": [9]},
        "positions must be below 9, the tokens, got 9",
    ),
    (
        "too few positions",
        {"counts": [2], "sizes": [9], "positions": [3]},
        "positions must be as many as the counts add up to, which is 2, got 1",
    ),
    (
        "more than tokens",
        {"counts": [2, 5], "sizes": [2, 3]},
        r"counts\[1\] must be at most sizes\[1\], which is 3, got 5",
    ),
    (
        "one place twice",
        {"counts": [2, 0], "sizes": [5, 5], "positions": [0, 0]},
        "positions must ascend, got 0 twice",
    ),
    (
        "places in other parts",
        {"counts": [2, 0], "sizes": [5, 5], "positions": [0, 7]},
        r"positions must be where the counts are: counts\[0\] is 2, got 1 from 0 to 5",
    ),
    ("no sizes", {"counts": [1], "positions": [3]}, "sizes must be given with positions"),
    ("no positions", {"counts": [1], "measures": "arf"}, "positions and sizes must be given for"),
]


@pytest.mark.parametrize(
    ("given", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_numbers_that_cannot_be_are_refused(given, message):
    counts, sizes = given.pop("counts"), given.pop("sizes", None)
    with pytest.raises(hs.ParameterError, match=message):
        hs.dispersion_of(counts, sizes, **given)


def test_what_is_no_whole_number_is_refused():
    with pytest.raises(hs.InputTypeError, match=r"counts\[1\] must be a whole number, got 1.5"):
        hs.dispersion_of([1, 1.5])
    with pytest.raises(hs.InputTypeError, match="sizes must be a list of whole numbers, got 9"):
        hs.dispersion_of([1], 9)


def test_an_unknown_measure_lists_all():
    with pytest.raises(hs.UnknownNameError) as error:
        hs.dispersion_of([1], measures="DP")
    assert all(f'"{name}"' in str(error.value) for name in ALL)


def test_every_measure_has_a_formula_a_source_and_a_published_or_twin_value():
    table = hs.dispersions()
    assert set(ALL) == {*BY_COUNTS, *BY_POSITION}
    for name in table.columns:
        assert all(table[name]), name
    needs = dict(zip(ALL, table["takes"], strict=True))
    assert {name for name, takes in needs.items() if takes == "positions"} == set(BY_POSITION)


def test_the_page_of_measures_is_that_of_the_registry():
    assert dispersion_page.PAGE.read_text("utf-8") == dispersion_page.rendered()


# The ends of the range of each measure, for f occurrences in n parts.
RANGES = {
    **dict.fromkeys(["sd", "kld", "awt", "ald"], ("0", "∞")),
    **dict.fromkeys(["range_share", "juilland_d", "carroll_d2", "rosengren_s"], ("0", "1")),
    **dict.fromkeys(["distributional_consistency", "d_a", "dp", "dp_norm"], ("0", "1")),
    **dict.fromkeys(["kld_norm", "kld_norm_e", "kld_norm_odds"], ("0", "1")),
    **dict.fromkeys(["juilland_u", "carroll_um", "rosengren_kf", "engwall_fm"], ("0", "f")),
    **dict.fromkeys(["arf", "f_awt", "f_ald"], ("1", "f")),
    "kromer_ur": ("0", "f"),
    "range": ("0", "n"),
    "vc": ("0", "√(n - 1)"),
    "lyne_d3": ("-∞", "1"),
    "idf": ("0", "log2 n"),
}


def within(counts, sizes, positions=None):
    """Whether every score lies in the range of its measure, and none is a negative zero."""
    n = len(sizes)
    ends = {"0": 0, "1": 1, "f": sum(counts), "n": n, "∞": math.inf, "-∞": -math.inf}
    ends |= {"√(n - 1)": math.sqrt(n - 1), "log2 n": math.log2(n)}
    for name, score in hs.dispersion_of(counts, sizes, positions=positions).items():
        low, high = (ends[end] for end in RANGES[name])
        assert score is None or low <= score <= high, (name, score, counts, sizes)
        assert score is None or math.copysign(1, score) > 0 or score < 0, (name, counts, sizes)


def test_every_measure_has_a_range():
    assert RANGES.keys() == {*ALL}


@pytest.mark.parametrize("seed", range(60))
def test_no_score_passes_the_end_of_its_range(seed):
    rng = random.Random(seed)
    for _ in range(40):
        within(*random_parts(rng))
        sizes = [rng.randint(1, 400) for _ in range(rng.randint(1, 30))]
        # Quite even, in equal or unequal parts, and in one part alone.
        within([7 * size for size in sizes], [11 * size for size in sizes])
        within([sizes[0]] * len(sizes), [sizes[0] + 3] * len(sizes))
        within([1, *[0] * (len(sizes) - 1)], sizes)
        step, n = rng.randint(1, 99), rng.randint(1, 99)
        within([n], [step * n], list(range(0, step * n, step)))


@pytest.mark.parametrize("counts", [[0, 0], [3, 0], [0, 1, 0]])
def test_no_score_is_a_negative_zero(counts):
    scores = hs.dispersion_of(counts, [9] * len(counts))
    assert [name for name, score in scores.items() if str(score) == "-0.0"] == []


def test_the_words_of_one_document_are_shown_without_a_sign():
    corpus = hs.Corpus.from_texts(["We want trust.", "The river."])
    assert "-0.0" not in repr(corpus.dispersion(measures=["carroll_d2", "kromer_ur", "d_a"]))
