"""Trends: periods by the calendar, intervals by documents, tests by published values."""

import datetime as dt
import math
import random
from itertools import permutations

import hustings as hs
import numpy as np
import polars as pl
import pytest
import ruptures
import scipy.stats
from oracle_trend import (
    best_changes,
    first_day,
    label,
    periods,
    ratios,
    s_of,
)

PERIODS = ["day", "week", "month", "quarter", "year", "decade"]
# Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 m³ (Cobb 1978, Biometrika 65: 243-251).
NILE = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676,
    649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923,
    975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]  # fmt: skip


def rows(table):
    return list(zip(*map(table.column, table.columns), strict=True))


def random_corpus(seed):
    """Texts, dates with gaps and some missing, groups; and the corpus of them."""
    rng = random.Random(seed)
    texts = [" ".join(rng.choices("abc", (1, 5, 9), k=rng.randint(0, 9))) for _ in range(40)]
    start = dt.date(rng.choice([1968, 1999, 2019]), 12, 20)
    spread = rng.choice([9, 60, 900, 4000])
    days = [start + dt.timedelta(days=int(spread * rng.random() ** 2)) for _ in texts]
    dates = [None if rng.random() < 0.1 else day for day in days]
    groups = [rng.choice(["x", "y", None]) for _ in texts]
    metadata = {"date": dates, "group": groups}
    return texts, dates, groups, hs.Corpus.from_texts(texts, metadata=metadata)


def expected_cell(documents, first, by, resamples, seed):
    """The columns from period on of one row, from (count, tokens) of its documents."""
    count, tokens = (
        (sum(column) for column in zip(*documents, strict=True)) if documents else (0, 0)
    )
    with_tokens = [document for document in documents if document[1]]
    low = high = None
    if len(with_tokens) > 1:
        found = ratios(with_tokens, resamples, seed)
        low, high = (np.quantile(found, share) * 1e6 for share in (0.05, 0.95))
    return (
        label(first, by),
        first,
        count,
        tokens,
        count / tokens * 1e6 if tokens else None,
        low,
        high,
        sum(count > 0 for count, _ in documents),
        len(with_tokens),
    )


def same(found, expected):
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        near = [
            pytest.approx(value, rel=1e-12) if isinstance(value, float) else value
            for value in other
        ]
        assert list(one) == near


@pytest.mark.parametrize("by", PERIODS)
@pytest.mark.parametrize("seed", range(4))
def test_every_period_has_the_counts_of_its_documents(seed, by):
    texts, dates, groups, corpus = random_corpus(seed)
    trend = corpus.trend(
        ["a", "b b"], by=by, group="group", confidence=0.9, resamples=40, seed=seed
    )
    starts = periods([day for day in dates if day], by)
    dated = sorted_by_day(texts, dates, groups)
    expected = []
    for pattern in ("a", "b b"):
        for group in ("x", "y", None):
            for first in starts:
                documents = [
                    (occurrences(pattern, text), len(text.split()))
                    for text, day, of in dated
                    if of == group and first_day(day, by) == first
                ]
                cell = expected_cell(documents, first, by, 40, seed)
                expected.append((pattern, group, *cell))
    same(rows(trend), expected)
    assert trend.manifest()["undated_documents"] == dates.count(None)


def occurrences(pattern, text):
    wanted, words = pattern.split(), text.split()
    return sum(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def sorted_by_day(texts, dates, groups):
    dated = [row for row in zip(texts, dates, groups, strict=True) if row[1]]
    return sorted(dated, key=lambda row: row[1])


@pytest.mark.parametrize("seed", range(4))
def test_attestations_are_the_first_and_the_last_document_with_a_match(seed):
    texts, dates, groups, corpus = random_corpus(seed)
    ids = [f"text{number}" for number in range(1, len(texts) + 1)]
    expected = []
    for group in ("x", "y", None):
        found = sorted(
            (day, number)
            for number, (text, day, of) in enumerate(zip(texts, dates, groups, strict=True))
            if day and of == group and "a" in text
        )
        counts = [occurrences("a", texts[number]) for _, number in found]
        ends = [(found[at][0], ids[found[at][1]]) if found else (None, None) for at in (0, -1)]
        expected.append(("a", group, sum(counts), len(found), *ends[0], *ends[1]))
    trend = corpus.trend("a", by="year", group="group", resamples=0)
    assert rows(trend.attestations()) == expected


def test_years_as_numbers_have_years_and_decades():
    years = [1998, None, 2003, 2003]
    corpus = hs.Corpus.from_texts(["a", "a", "b", "a a"], metadata={"year": years})
    trend = corpus.trend("a", by="year", date="year")
    assert trend["period"] == ["1998", "1999", "2000", "2001", "2002", "2003"]
    assert trend["frequency"] == [1, 0, 0, 0, 0, 2]
    assert trend["per_million"] == [1e6, None, None, None, None, pytest.approx(2e6 / 3)]
    decades = corpus.trend("a", by="decade", date="year")
    assert decades["period"] == ["1990s", "2000s"]
    with pytest.raises(hs.ParameterError, match='by must be "year" or "decade" where "year" holds'):
        corpus.trend("a", by="month", date="year")


def test_times_are_days_in_utc():
    times = [
        dt.datetime(1969, 12, 31, 23, 59, 59),  # noqa: DTZ001 - without a zone on purpose
        dt.datetime(1970, 1, 1),  # noqa: DTZ001 - as above
    ]
    zone = dt.timezone(dt.timedelta(hours=2))
    for dates in (times, [dt.datetime(1970, 1, 1, 1, 59, tzinfo=zone), times[1].astimezone(zone)]):
        corpus = hs.Corpus.from_texts(["a", "b"], metadata={"date": dates})
        trend = corpus.trend("a", by="day")
        assert trend["start"][0] == dt.date(1969, 12, 31)
        assert trend["frequency"][0] == 1


def test_a_subset_has_the_periods_in_view():
    corpus = hs.sample_corpus()
    view = corpus.subset(date=("2031-03-04", "2031-03-06"), zone="body")
    trend = view.trend("trust", by="day")
    assert trend["period"] == ["2031-03-04", "2031-03-05", "2031-03-06"]
    assert sum(trend["tokens"]) == view.n_tokens
    assert sum(trend["frequency"]) == view.count("trust")


def test_threads_and_other_patterns_do_not_change_an_interval():
    *_, corpus = random_corpus(1)
    before = hs.threads()
    try:
        hs.set_threads(1)
        alone = corpus.trend("b", by="month", seed=5)
        hs.set_threads(4)
        together = corpus.trend(["a", "b"], by="month", seed=5)
    finally:
        hs.set_threads(before)
    assert rows(together)[len(alone) :] == rows(alone)
    assert rows(corpus.trend("b", by="month", seed=6)) != rows(alone)
    without = corpus.trend("b", by="month", resamples=0)
    assert set(without["low"]) == {None}


def test_nothing_has_no_periods():
    nothing = hs.Corpus.from_texts(["a"], metadata={"date": [None]})
    for corpus in (nothing, hs.sample_corpus().subset(id=[])):
        trend = corpus.trend("a")
        assert len(trend) == len(trend.attestations()) == 0
        assert len(trend.mann_kendall()) == len(trend.change_points()) == 0


BAD = [
    ("period", {"by": "fortnight"}, hs.UnknownNameError, "by must be one of .*fortnight"),
    ("column", {"date": "when"}, hs.UnknownNameError, "metadata column that date= names must be"),
    ("text", {"date": "agency"}, hs.ParameterError, '"agency" holds text'),
    (
        "confidence",
        {"confidence": 1},
        hs.ParameterError,
        "confidence must be between 0 and 1, got 1",
    ),
    ("resamples", {"resamples": -1}, hs.ParameterError, "resamples must be at least 0, got -1"),
    ("seed", {"seed": 2**64}, hs.ParameterError, "seed must be at most"),
    ("group", {"group": "place", "date": "place"}, hs.ParameterError, '"place" holds text'),
]


@pytest.mark.parametrize(
    ("given", "error", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_a_question_that_cannot_be_is_refused(given, error, message):
    with pytest.raises(error, match=message):
        hs.sample_corpus().trend("trust", **given)


def test_dates_beyond_the_calendar_and_too_many_periods_are_refused():
    corpus = hs.Corpus.from_texts(["a", "b"], metadata={"year": [0, 2031]})
    with pytest.raises(
        hs.ParameterError, match='dates must lie in years 1 to 9999, "year" holds 0'
    ):
        corpus.trend("a", by="year", date="year")
    dates = [dt.date(1, 1, 1), dt.date(9999, 12, 31)]
    corpus = hs.Corpus.from_texts(["a", "b"], metadata={"date": dates})
    assert len(corpus.trend("a", by="day")) == 3_652_059
    with pytest.raises(hs.LimitError, match="periods of a day give more; take longer ones"):
        corpus.trend(["a", "b"], by="day")


def test_a_trend_is_replayed_from_its_manifest():
    corpus = hs.sample_corpus()
    trend = corpus.subset(zone="body").trend(
        ["trust", "water"], by="week", group="agency", seed=3, resamples=50
    )
    again = hs.replay(trend.manifest(), corpus)
    assert rows(again) == rows(trend)


# --- plain numbers -------------------------------------------------------------------------------


def test_the_published_tau_of_lightness_comes_out():
    # Hollander & Wolfe 1973: 185-194, nine lots by Hunter's L: T = 26 concordant of 36 pairs.
    lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    panel = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
    times, values = zip(*sorted(zip(lightness, panel, strict=True)), strict=True)
    found = hs.trend_of(values, times)
    assert found["s"] == 26 - 10
    assert found["tau"] == pytest.approx(0.4444, abs=5e-5)


def test_the_published_change_of_the_nile_comes_out():
    assert len(NILE) == 100
    assert sum(NILE) == 91_935
    # Cobb 1978: the level fell after 1898, from 1,098 to 850.
    [change] = hs.change_points_of(NILE)
    assert 1871 + change == 1899
    assert round(np.mean(NILE[:change])) == 1098
    assert round(np.mean(NILE[change:])) == 850


@pytest.mark.parametrize("seed", range(20))
def test_tau_slope_and_p_are_those_of_scipy(seed):
    rng = random.Random(seed)
    values = [rng.randint(0, 9) + at * rng.choice([0, 0.3]) for at in range(rng.randint(3, 60))]
    times = sorted(rng.sample(range(1000), len(values)))
    found = hs.trend_of(values, times)
    assert found["s"] == s_of(values)
    assert found["tau"] == pytest.approx(scipy.stats.kendalltau(times, values).statistic, rel=1e-12)
    slope = scipy.stats.theilslopes(values, times)
    assert found["slope"] == pytest.approx(slope.slope, rel=1e-12, abs=1e-15)
    assert found["intercept"] == pytest.approx(slope.intercept, rel=1e-12, abs=1e-12)
    nearer = found["s"] - np.sign(found["s"])
    assert found["z"] == pytest.approx(nearer / math.sqrt(found["variance"]), rel=1e-12)
    assert found["p_value"] == pytest.approx(2 * scipy.stats.norm.sf(abs(found["z"])), rel=1e-12)


@pytest.mark.parametrize("values", [[1, 2, 3, 4, 5], [1, 1, 2, 3, 3, 3], [0, 0, 0, 1]])
def test_the_variance_is_that_of_all_orders(values):
    orders = list(permutations(values))
    expected = sum(s_of(order) ** 2 for order in orders) / len(orders)
    assert hs.trend_of(values)["variance"] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("seed", range(20))
def test_changes_are_those_of_ruptures(seed):
    rng = np.random.default_rng(seed)
    levels = np.repeat(rng.integers(0, 4, 6), rng.integers(2, 30, 6))
    values = levels + rng.normal(0, rng.choice([0.1, 0.6]), len(levels))
    strictness = float(rng.choice([0.5, 1.0, 3.0]))
    pen = penalty(values, strictness)
    model = ruptures.Pelt(model="l2", min_size=1, jump=1).fit(values.reshape(-1, 1))
    assert hs.change_points_of(values, strictness=strictness) == model.predict(pen=pen)[:-1]


@pytest.mark.parametrize("seed", range(10))
def test_changes_are_the_best_of_all_ways_to_cut(seed):
    rng = np.random.default_rng(seed)
    values = rng.normal(0, 1, 10) + np.repeat([0, 3], 5)
    assert hs.change_points_of(values) == best_changes(values, penalty(values, 1.0))


def penalty(values, strictness):
    variance = sum(np.diff(values) ** 2) / (2 * (len(values) - 1))
    return strictness * 2 * variance * math.log(len(values))


def test_tests_and_changes_of_a_corpus_are_those_of_its_periods():
    rng = random.Random(2)
    years = [1950 + at % 40 for at in range(400)]
    texts = [
        " ".join(rng.choices(["peace", "war"], (1 + (year > 1969), 4), k=20))
        if year != 1960
        else ""
        for year in years
    ]
    sides = [rng.choice("xy") for _ in years]
    corpus = hs.Corpus.from_texts(texts, metadata={"year": years, "side": sides})
    trend = corpus.trend(["peace", "war"], by="year", date="year", group="side", resamples=0)
    tests, changes = trend.mann_kendall(), trend.change_points()
    assert tests.columns[:2] == changes.columns[:2] == ["pattern", "side"]
    expected_tests, expected_changes = [], []
    for pattern in ("peace", "war"):
        for side in "xy":
            of = [
                (at, row)
                for at, row in enumerate([row for row in rows(trend) if row[:2] == (pattern, side)])
                if row[6] is not None
            ]
            rates = [row[6] for _, row in of]
            found = hs.trend_of(rates, [at for at, _ in of])
            expected_tests.append((pattern, side, *found.values()))
            assert found["n"] == 39
            bounds = [0, *hs.change_points_of(rates), len(rates)]
            for before, at, behind in zip(bounds, bounds[1:], bounds[2:], strict=False):
                means = (np.mean(rates[before:at]), np.mean(rates[at:behind]))
                expected_changes.append((pattern, side, *of[at][1][2:4], *means))
    same(rows(tests), expected_tests)
    same(rows(changes), expected_changes)
    assert len(expected_changes) >= 4
    assert set(changes["period"]) & {"1969", "1970", "1971"}


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: hs.trend_of([1, 2], [1]), "times must be one a value, got 1 for 2"),
        (lambda: hs.trend_of([1, 2], [2, 2]), "times must ascend, got 2 before 2"),
        (lambda: hs.trend_of([math.inf]), r"values\[0\] must be a finite number, got inf"),
        (lambda: hs.change_points_of([math.nan]), r"values\[0\] must be a finite number, got nan"),
        (lambda: hs.change_points_of([1], strictness=0), "strictness must be above 0, got 0"),
    ],
    ids=["lengths", "order", "infinite", "not a number", "strictness"],
)
def test_numbers_that_cannot_be_are_refused(ask, message):
    with pytest.raises(hs.ParameterError, match=message):
        ask()


def test_too_long_a_series_is_refused():
    with pytest.raises(hs.LimitError, match="at most 8192 values, got 8193; take longer periods"):
        hs.trend_of(range(8193))


def test_what_is_no_number_is_refused():
    with pytest.raises(hs.InputTypeError, match=r"values\[1\] must be a number, got 'x'"):
        hs.trend_of([1, "x"])


@pytest.mark.parametrize("n", [2, 3, 5, 6, 12, 50, 199])
def test_a_series_that_only_rises_or_falls_has_a_tau_of_exactly_1(n):
    assert hs.trend_of(range(n))["tau"] == 1
    assert hs.trend_of(range(n, 0, -1))["tau"] == -1


def test_tau_is_never_beyond_1_and_nothing_is_a_negative_zero():
    rng = random.Random(7)
    for _ in range(300):
        values = sorted(rng.choices([-1.0, -0.0, 0.0, 2.0], k=rng.randint(1, 30)))
        for series in (values, values[::-1]):
            found = hs.trend_of(series)
            assert found["tau"] is None or abs(found["tau"]) <= 1
            assert [name for name, value in found.items() if str(value) == "-0.0"] == []


@pytest.mark.parametrize(("confidence", "least"), [(0.95, 40), (0.9, 20), (0.99, 200), (0.8, 10)])
def test_an_interval_needs_resamples_beyond_its_ends(confidence, least):
    corpus = hs.Corpus.from_texts(["Trust us.", "No trust."], metadata={"year": [2031, 2031]})
    options = {"by": "year", "date": "year", "confidence": confidence}
    message = f"resamples must be at least {least} for a confidence of {confidence}, got"
    for resamples in (1, least - 1):
        with pytest.raises(hs.ParameterError, match=message):
            corpus.trend("trust", resamples=resamples, **options)
        with pytest.raises(hs.ParameterError, match=message):
            corpus.keyness({"trust": 1}, confidence=confidence, resamples=resamples)
    for resamples in (0, least):
        assert len(corpus.trend("trust", resamples=resamples, **options)) == 1
    corpus.keyness({"trust": 1}, confidence=confidence, resamples=least)
    corpus.keyness({"trust": 1}, confidence=None, resamples=1)
    corpus.keyness({"trust": 1}, measures="mi", resamples=1)


# --- slices --------------------------------------------------------------------------------------

SLICES = [slice(7), slice(3, 12), slice(None, None, -1), slice(None, None, 2), slice(40, None)]


@pytest.mark.parametrize("rows_taken", SLICES, ids=str)
@pytest.mark.parametrize("by", PERIODS)
def test_of_a_slice_the_rows_that_it_has_are_tested(by, rows_taken):
    *_, corpus = random_corpus(3)
    whole = corpus.trend(["a", "b"], by=by, group="group")
    part = whole[rows_taken]
    series = {}
    for pattern, group, start, rate in zip(
        *map(part.column, ["pattern", "group", "start", "per_million"]), strict=True
    ):
        series.setdefault((pattern, group), []).append((start, rate))
    days = sorted(whole["start"])
    number = {day: at for at, day in enumerate(dict.fromkeys(days))}
    first = min((number[day] for day in part["start"]), default=0)
    tested, changed = part.mann_kendall(), part.change_points()
    assert list(zip(tested["pattern"], tested["group"], strict=True)) == list(series)
    changes = []
    for row, ((pattern, group), found) in enumerate(series.items()):
        known = sorted((day, rate) for day, rate in found if rate is not None)
        rates = [rate for _, rate in known]
        times = [number[day] - first for day, _ in known]
        expected = hs.trend_of(rates, times)
        assert {name: tested[row][name] for name in expected} == expected
        at = hs.change_points_of(rates)
        changes += [(pattern, group, known[place][0]) for place in at]
    found = list(zip(*map(changed.column, ["pattern", "group", "start"]), strict=True))
    assert found == changes
    places = part.attestations()
    assert set(zip(places["pattern"], places["group"], strict=True)) == set(series)


def test_columns_of_tests_keep_their_types_where_nothing_is_known():
    texts, times = ["trust us", "us"], [dt.datetime(2031, 1, day) for day in (1, 2)]  # noqa: DTZ001 - naive
    frame = pl.DataFrame({"text": texts, "share": [math.nan] * 2, "at": times})
    frame = frame.with_columns(pl.col("at").cast(pl.Datetime("ns", "Europe/Vienna")))
    trend = hs.Corpus.from_frame(frame).trend("trust", by="year", date="at", group=["share", "at"])
    types = {"pattern": pl.String, "share": pl.Float64, "at": pl.Datetime("ns", "Europe/Vienna")}
    tested = trend.mann_kendall().to_polars()
    counted = {"n": pl.Int64, "s": pl.Int64}
    scores = ["variance", "z", "p_value", "tau", "slope", "intercept"]
    assert tested.schema == types | counted | dict.fromkeys(scores, pl.Float64)
    assert tested["n"].to_list() == [1, 1]
    changed = trend.change_points().to_polars()
    own = {"period": pl.String, "start": pl.Date, "before": pl.Float64, "after": pl.Float64}
    assert (len(changed), changed.schema) == (0, types | own)


def test_the_column_of_dates_may_stand_before_the_period():
    texts, years = ["a b", "a", "b"], [2029, 2031, 2031]
    corpus = hs.Corpus.from_texts(texts, metadata={"year": years})
    expected = corpus.trend("a", by="year", date="year").to_polars()
    assert corpus.trend("a", by="year:year").to_polars().equals(expected)
    assert corpus.trend("a", by="year:year", date="year").to_polars().equals(expected)
    with pytest.raises(hs.ParameterError, match="date must be 'year' beside by='year:decade'"):
        corpus.trend("a", by="year:decade", date="published")
