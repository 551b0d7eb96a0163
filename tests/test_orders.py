"""Orders of tables, and the first rows of each group: as Python sorts and takes them."""

import json
import math

import hustings as hs
import pytest
from hypothesis import given
from hypothesis import strategies as st

VALUES = st.one_of(st.none(), st.integers(-3, 3))
WORDS = st.one_of(st.none(), st.sampled_from(["", "a", "B", "é", "z"]))


def documents(rows):
    columns = {"n": [n for n, _, _ in rows], "w": [w for _, w, _ in rows]}
    columns["x"] = [x for _, _, x in rows]
    typed = {name: column for name, column in columns.items() if any(v is not None for v in column)}
    return hs.Corpus.from_texts(["a"] * len(rows), metadata=typed).documents


@given(
    st.lists(st.tuples(VALUES, WORDS, st.one_of(st.none(), st.floats())), max_size=12),
    st.booleans(),
)
def test_rows_are_sorted_as_python_sorts_them(rows, descending):
    table = documents(rows)
    names = [name for name in ("w", "n", "x") if name in table.columns]
    ordered = list(table)
    for name in reversed(names):
        lacks = [r for r in ordered if r[name] is None or r[name] != r[name]]
        has = [r for r in ordered if r not in lacks]
        ordered = [*sorted(has, key=lambda r: r[name], reverse=descending), *lacks]
    if names:
        found = table.sort(names, descending=descending)["id"]
        assert found == [row["id"] for row in ordered]


@given(st.lists(st.tuples(VALUES, WORDS, st.none()), min_size=1, max_size=12), st.integers(0, 4))
def test_the_first_rows_of_each_group_are_kept_in_their_order(rows, n):
    table = documents(rows)
    names = [name for name in ("n", "w") if name in table.columns]
    met, expected = {}, []
    for row in table:
        key = tuple(row[name] for name in names)
        met[key] = met.get(key, 0) + 1
        if met[key] <= n:
            expected.append(row)
    if names:
        assert list(table.top(n, by=names)) == expected


@pytest.fixture(scope="module")
def sample():
    return hs.sample_corpus()


ORDERED = {
    "sort": lambda t: t.sort(["documents", "term"]),
    "descending": lambda t: t.sort("term", descending=True)[:9],
    "top": lambda t: t.top(2, by="agency"),
    "both": lambda t: t[3:].sort("frequency", descending=True).top(3, by=["agency"])[1:],
}


@pytest.mark.parametrize("change", ORDERED.values(), ids=ORDERED)
def test_orders_stand_in_the_manifest_and_are_replayed(sample, change):
    table = change(sample.frequencies(by="agency"))
    manifest = json.loads(json.dumps(table.manifest()))
    assert hs.replay(manifest, sample).to_polars().equals(table.to_polars())


def test_what_a_table_can_do_it_can_in_another_order(sample):
    key = sample.subset(agency="VPS").keyness(sample.subset(agency="Northern Wire"))
    assert len(key.sort("term").explain(key["term"][0]).target) > 0
    trend = sample.trend(["trust", "water"], by="week")
    ordered = trend.sort("period", descending=True)
    assert sorted(ordered.mann_kendall()["s"]) == sorted(trend.mann_kendall()["s"])


def test_what_has_no_order_is_refused(sample):
    table = sample.quotations()
    with pytest.raises(hs.ParameterError, match="'content_spans' holds lists"):
        table.sort("content_spans")
    with pytest.raises(hs.UnknownNameError, match="colour"):
        table.sort("colour")
    with pytest.raises(hs.UnknownNameError, match="colour"):
        table.top(1, by="colour")
    with pytest.raises(hs.ParameterError, match="n must be at least 0"):
        table.top(-1, by="document")


def test_a_manifest_whose_orders_are_none_is_refused(sample):
    manifest = sample.frequencies().manifest()
    for step in ({"sort": 3}, {"sort": {}, "top": {}}, {"other": {}}):
        with pytest.raises(hs.ParameterError, match="slices of a manifest"):
            hs.replay({**manifest, "slices": [step]}, sample)
    with pytest.raises(hs.HustingsError):
        hs.replay({**manifest, "slices": [{"sort": {"by": "colour"}}]}, sample)


def test_not_a_number_is_last_either_way():
    table = hs.Corpus.from_texts(["a"] * 3, metadata={"x": [math.nan, 1.0, 2.0]}).documents
    assert table.sort("x")["id"] == ["text2", "text3", "text1"]
    assert table.sort("x", descending=True)["id"] == ["text3", "text2", "text1"]
