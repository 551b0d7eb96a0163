"""Charts hold the rows of their table, and say what is on their axes."""

import hustings as hs
import pytest


@pytest.fixture(scope="module")
def places():
    return hs.sample_corpus().dispersion_plot(["trust", "water"])


@pytest.mark.parametrize(("by", "coloured"), [("document", True), ("pattern", False)])
def test_a_dispersion_chart_has_a_mark_for_every_match(places, by, coloured):
    chart = hs.plots.dispersion_chart(places, by=by).to_dict()
    shown = [
        (row["document"], row["relative_position"], row["pattern"])
        for row in chart["data"]["values"]
    ]
    names = ("document", "relative_position", "pattern")
    assert shown == list(zip(*map(places.column, names), strict=True))
    assert chart["encoding"]["y"]["field"] == by
    assert chart["encoding"]["x"]["scale"]["domain"] == [0, 1]
    assert ("color" in chart["encoding"]) == coloured


@pytest.mark.parametrize("by", ["document", "pattern"])
def test_each_group_of_a_dispersion_plot_has_a_chart(by):
    places = hs.sample_corpus().dispersion_plot(["trust", "water"], by="agency")
    chart = hs.plots.dispersion_chart(places, by=by).to_dict()
    assert chart["facet"]["row"]["sort"] == list(dict.fromkeys(places["agency"]))
    shown = [(row["group"], row["document"]) for row in chart["data"]["values"]]
    assert shown == list(zip(places["agency"], places["document"], strict=True))
    assert chart["resolve"] == {"scale": {"y": "independent"}}


def test_a_chart_of_nothing_is_a_chart():
    nothing = hs.Corpus.from_texts([""]).dispersion_plot("a")
    assert hs.plots.dispersion_chart(nothing).to_dict()["data"]["values"] == []


def test_an_unknown_division_is_refused(places):
    with pytest.raises(hs.UnknownNameError, match=r"by must be one of \['document', 'pattern'\]"):
        hs.plots.dispersion_chart(places, by="agency")


@pytest.mark.parametrize("group", [None, "agency"])
def test_a_trend_chart_has_every_period_and_its_interval(group):
    trend = hs.sample_corpus().trend(["trust", "water"], by="day", group=group)
    chart = hs.plots.trend_chart(trend).to_dict()
    shown = chart["data"]["values"]
    assert [row["per_million"] for row in shown] == trend["per_million"]
    assert [row["start"] for row in shown] == [f"{day}T00:00:00" for day in trend["start"]]
    assert ("facet" in chart) == (group is not None)
    intervals, line = (layer["encoding"] for layer in chart.get("spec", chart)["layer"])
    assert (intervals["y"]["field"], intervals["y2"]["field"]) == ("low", "high")
    assert line["y"]["field"] == "per_million"


def test_an_axis_of_few_periods_has_a_mark_for_each():
    texts, years = ["a"] * 3, [2001, 2003, 2031]
    corpus = hs.Corpus.from_texts(texts, metadata={"year": years})
    for by, marked in (("year", False), ("decade", True)):
        trend = corpus.trend("a", by=by, date="year")
        line = hs.plots.trend_chart(trend).to_dict()["layer"][1]
        assert ("tickCount" in line["encoding"]["x"]["axis"]) == marked


def test_a_table_of_another_verb_is_refused():
    corpus = hs.sample_corpus()
    for draw, table, verb in [
        (hs.plots.dispersion_chart, corpus.dispersion("trust"), "dispersion_plot"),
        (hs.plots.trend_chart, corpus.frequencies(), "trend"),
    ]:
        with pytest.raises(hs.ParameterError, match=f"must be what Corpus.{verb} gave"):
            draw(table)
