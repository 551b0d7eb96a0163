"""Patterns by name, which are one series: their union, counted once, against naive counts."""

import json
import re

import hustings as hs
import pytest

TEXTS = [
    "Migrants and refugees met. A migrant spoke.",
    "Refugee camps, refugee aid.",
    "Nobody came.",
    "The migrant worker, a refugee.",
]
YEARS = [2030, 2031, 2031, 2033]
NAMED = {"migration": ["migrant*", "refugee*", "migrants"], "camps": "camps"}
FITS = {"migration": r"migrant.*|refugee.*", "camps": "camps"}


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts(TEXTS, ids=list("abcd"), metadata={"year": YEARS})


def counted(text, name):
    return sum(bool(re.fullmatch(FITS[name], word)) for word in re.findall(r"\w+", text.lower()))


def test_a_trend_has_one_series_a_name(corpus):
    trend = corpus.trend(NAMED, by="year", date="year")
    rows = zip(
        trend["pattern"], trend["period"], trend["frequency"], trend["documents"], strict=True
    )
    expected = []
    for name in NAMED:
        for year in range(2030, 2034):
            texts = [text for text, own in zip(TEXTS, YEARS, strict=True) if own == year]
            counts = [counted(text, name) for text in texts]
            expected.append((name, str(year), sum(counts), sum(map(bool, counts))))
    assert list(rows) == expected
    assert trend.attestations()["first_document"] == ["a", "b"]
    assert trend.attestations()["last_document"] == ["d", "b"]


def test_a_dispersion_has_one_row_a_name(corpus):
    table = corpus.dispersion(NAMED, measures=["range"])
    assert table["pattern"] == list(NAMED)
    counts = [[counted(text, name) for text in TEXTS] for name in NAMED]
    assert table["frequency"] == [sum(of) for of in counts]
    assert table["range"] == [sum(map(bool, of)) for of in counts]


def test_a_dispersion_plot_has_each_match_of_a_name_once(corpus):
    table = corpus.dispersion_plot(NAMED)
    union = corpus.kwic(NAMED["migration"])
    own = [row for row in table if row["pattern"] == "migration"]
    assert [(row["document"], row["start"]) for row in own] == list(
        zip(union.column("document"), union.column("start"), strict=True)
    )
    assert table["pattern"].count("camps") == 1


ASKED = {
    "trend": lambda c, pattern, **o: c.trend(pattern, by="year", date="year", **o),
    "dispersion": lambda c, pattern, **o: c.dispersion(pattern, **o),
    "dispersion_plot": lambda c, pattern, **o: c.dispersion_plot(pattern, **o),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_a_name_with_itself_alone_is_the_pattern(corpus, ask):
    named = ask(corpus, {"camps": ["camps"], "refugee*": "refugee*"})
    assert named.to_polars().equals(ask(corpus, ["camps", "refugee*"]).to_polars())


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_series_are_replayed(corpus, ask):
    # In another order than that of the letters.
    table = ask(corpus, {"z": ["migrant*"], "a": ["camps", "aid"]})
    manifest = json.loads(json.dumps(table.manifest()))
    assert manifest["patterns"] == {"z": ["migrant*"], "a": ["camps", "aid"]}
    assert hs.replay(manifest, corpus).to_polars().equals(table.to_polars())


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_series_heed_compounds_and_options(corpus, ask):
    found = ask(corpus, {"x": ["Camps", "migrant*"]}, case_sensitive=True)
    assert found.to_polars().equals(
        ask(corpus, {"x": ["migrant*"]}, case_sensitive=True).to_polars()
    )
    compound = {"RA": "refugee aid"}
    found = ask(corpus, {"RA": ["RA", "camps"]}, compound=compound)
    frequency = found["frequency"] if "frequency" in found.columns else [len(found)]
    assert sum(frequency) == 2


BAD = [
    ({}, hs.ParameterError, "either pattern or cql must be given, got neither"),
    ({"x": []}, hs.ParameterError, 'the patterns of "x" must be at least one'),
    ({"x": "..."}, hs.ParameterError, "must contain a word"),
    ({"x": 3}, hs.InputTypeError, r"pattern\['x'\] must be a str or a list of str"),
    ({3: "x"}, hs.InputTypeError, "the names in pattern must be str"),
]


@pytest.mark.parametrize(("pattern", "error", "message"), BAD)
@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_series_without_patterns_are_refused(corpus, ask, pattern, error, message):
    with pytest.raises(error, match=message):
        ask(corpus, pattern)
