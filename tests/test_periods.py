"""Periods in `by=`: as a column of the same periods, which Python's calendar gives."""

import datetime as dt
import re

import hustings as hs
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

PERIODS = {
    "day": lambda day: day,
    "week": lambda day: "{:04}-W{:02}".format(*day.isocalendar()),
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "year": lambda day: day.year,
    "decade": lambda day: f"{day.year // 10 * 10:04}s",
}
DAYS = [dt.date(2030, 12, 31), dt.date(2031, 1, 1), None, dt.date(2031, 2, 3), dt.date(1999, 5, 6)]
TEXTS = [
    'The trust is mutual. "Trust us," said Tara Vell.',
    "The talks on trust. Trust in talks, and the talks again.",
    "No trust, and no talks.",
    'Vell said the talks were on. "The trust is back," she said.',
    "Talks of old, the trust of old. Trust the talks.",
]

QUESTIONS = [
    lambda corpus, by: corpus.frequencies(by=by),
    lambda corpus, by: corpus.dtm(by=by).to_table(),
    lambda corpus, by: corpus.ngrams(2, by=by, min_frequency=1),
    lambda corpus, by: corpus.ngrams(3, skip=1, by=by, parts=by, dispersion=["dp"]),
    lambda corpus, by: corpus.clusters("trust", by=by, min_frequency=1),
    lambda corpus, by: corpus.collocates("trust", by=by, min_frequency=1),
    lambda corpus, by: corpus.cooccurrences(by=by, min_frequency=1),
    lambda corpus, by: corpus.collocation_network("trust", by=by, min_frequency=1, min_score=None),
    lambda corpus, by: corpus.keyness(by=by, min_frequency=1, direction="both"),
    lambda corpus, by: corpus.dispersion("trust", by=by),
    lambda corpus, by: corpus.dispersion_plot("trust", by=by),
    lambda corpus, by: corpus.diversity(by=by),
    lambda corpus, by: corpus.readability(by=by),
    lambda corpus, by: corpus.trend("trust", by="decade", group=by, resamples=40),
    lambda corpus, by: corpus.reporting_verbs(by=by),
    lambda corpus, by: corpus.quotation_kinds(by=by),
    lambda corpus, by: corpus.lookup(hs.Dictionary({"a": ["trust"], "b": ["talks"]}), by=by),
    lambda corpus, by: corpus.kwic("t*").group([by, "node"]),
    lambda corpus, by: corpus.kwic("t*").sort(f"{by} R1"),
    lambda corpus, by: corpus.kwic("t*").sort(f"{by}:descending R1"),
]


def corpora(days, texts=TEXTS):
    """A corpus with dates, and the same with every period as a column of text, number or date."""
    dated = hs.Corpus.from_texts(texts, metadata={"date": pl.Series(days, dtype=pl.Date)})
    types = {"day": pl.Date, "year": pl.Int64}
    columns = {
        name: pl.Series([day and label(day) for day in days], dtype=types.get(name, pl.String))
        for name, label in PERIODS.items()
    }
    return dated, dated.with_metadata(columns)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_verb_groups_by_periods_as_by_a_column_of_them(question, period):
    dated, labelled = corpora(DAYS)
    found = question(dated, f"date:{period}").to_polars()
    expected = question(labelled, period).to_polars()
    assert found.rename({f"date:{period}": period}, strict=False).equals(expected)
    assert found.height > 0


@given(st.lists(st.none() | st.dates(dt.date(1, 1, 1)), min_size=1, max_size=20))
def test_periods_are_those_of_the_calendar(days):
    dated, labelled = corpora(days, ["word"] * len(days))
    for period in PERIODS:
        found = dated.frequencies(by=f"date:{period}").to_polars()
        expected = labelled.frequencies(by=period).to_polars()
        assert found.rename({f"date:{period}": period}).equals(expected)


def test_times_and_years_have_periods_too():
    times = [
        dt.datetime.fromisoformat("2031-01-01T01:30"),
        dt.datetime.fromisoformat("2030-12-31T23:59"),
    ]
    columns = {"time": times, "year": [2031, 2029]}
    corpus = hs.Corpus.from_texts(["word"] * 2, metadata=columns)
    assert corpus.frequencies(by="time:year")["time:year"] == [2030, 2031]
    assert corpus.frequencies(by="year:decade")["year:decade"] == ["2020s", "2030s"]
    zone = dt.timezone(dt.timedelta(hours=3))
    moments = hs.Corpus.from_texts(["word"], metadata={"time": [times[0].replace(tzinfo=zone)]})
    # Days are those of UTC, as in a trend.
    assert moments.frequencies(by="time:day")["time:day"] == [dt.date(2030, 12, 31)]


def test_the_evidence_of_a_period_is_that_of_its_documents():
    corpus, _ = corpora(DAYS)
    table = corpus.keyness(by="date:year", min_frequency=1, direction="both")
    for year in (1999, 2031, None):
        lines = table.explain("trust", group={"date:year": year})
        inside = {
            f"text{number + 1}" for number, day in enumerate(DAYS) if (day and day.year) == year
        }
        assert {line.document for line in lines.target} == inside
        assert not inside & {line.document for line in lines.reference}
        assert len(lines.target) + len(lines.reference) == corpus.count("trust")


def test_a_column_of_that_name_goes_first_and_manifests_are_replayed():
    columns = {"date": DAYS, "date:year": list("abcde")}
    corpus = hs.Corpus.from_texts(TEXTS, metadata=columns)
    assert set(corpus.frequencies(by="date:year")["date:year"]) == set("abcde")
    table = corpus.frequencies(by=["date:quarter", "date:year"])
    again = hs.replay(table.manifest(), corpus)
    assert again.to_polars().equals(table.to_polars())


@pytest.mark.parametrize(
    ("by", "error", "words"),
    [
        ("date:fortnight", hs.UnknownNameError, '"week", "month"'),
        ("hall:year", hs.ParameterError, '"hall" holds text'),
        ("year:month", hs.ParameterError, 'where "year" holds years'),
        ("day:year", hs.UnknownNameError, '["date", "hall", "year"]'),
        (["date:year", "date:year"], hs.ParameterError, "date:year"),
    ],
)
def test_what_is_no_period_is_an_error(by, error, words):
    columns = {"date": DAYS, "hall": list("ababa"), "year": [2031] * 5}
    corpus = hs.Corpus.from_texts(TEXTS, metadata=columns)
    for question in (corpus.frequencies, corpus.dtm, corpus.keyness, corpus.diversity):
        with pytest.raises(error, match=re.escape(words)):
            question(by=by)
    with pytest.raises(hs.HustingsError):
        corpus.kwic("trust").group(by)
    with pytest.raises(hs.HustingsError):
        corpus.reporting_verbs(by=by)
