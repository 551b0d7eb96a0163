"""Metadata beside the rows of documents: those of the document that each row names."""

import copy
import datetime as dt
import json
import pickle

import hustings as hs
import polars as pl
import pytest

TEXTS = [
    '"Trust matters," said Anna Lund of the Lumen River Council (LRC). It rained.',
    "Nobody spoke. The LRC met.",
    "Ben Orr said trust grows. He added that it is slow.",
]
METADATA = {
    "paper": ["Post", None, "Wire"],
    "day": [dt.date(2031, 3, 4), dt.date(2031, 3, 5), None],
    "at": [dt.datetime(2031, 3, day, 9, 30, tzinfo=dt.UTC) for day in (4, 5, 6)],
    "seats": [12, None, 40],
    "share": [0.5, 0.25, None],
    "live": [True, None, False],
}


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts(TEXTS, ids=list("abc"), metadata=METADATA)


TABLES = {
    "quotations": lambda c: c.quotations(),
    "sentences": lambda c: c.sentences(text=True),
    "zones": lambda c: c.zones(),
    "tokens": lambda c: c.tokens(voice="quoted"),
    "speakers": lambda c: c.speakers(),
    "acronyms": lambda c: c.acronyms(),
    "near_duplicates": lambda c: c.append(TEXTS, ids=list("xyz")).near_duplicates(n=2),
    "dispersion_plot": lambda c: c.dispersion_plot(["trust", "LRC"]),
    "of a subset": lambda c: c.subset(paper="Wire").sentences(),
}


@pytest.mark.parametrize("ask", TABLES.values(), ids=TABLES)
def test_each_row_has_the_metadata_of_its_document(corpus, ask):
    table = ask(corpus)
    assert len(table) > 0
    shown = table.with_metadata(list(METADATA))
    assert shown.columns == [*table.columns, *METADATA]
    assert shown.to_polars()[table.columns].equals(table.to_polars())
    rows = dict(zip("abc", zip(*METADATA.values(), strict=True), strict=True))
    none = (None,) * len(METADATA)
    assert [tuple(row[name] for name in METADATA) for row in shown] == [
        rows.get(name, none) for name in table["document"]
    ]
    types = corpus.documents.to_polars().schema
    assert {name: kind for name, kind in shown.to_polars().schema.items() if name in METADATA} == {
        name: types[name] for name in METADATA
    }


def test_columns_are_given_one_by_one_and_may_be_periods(corpus):
    shown = corpus.quotations().with_metadata("paper", "day:month")
    assert shown["day:month"] == ["2031-03", None, None]
    assert shown.with_metadata("seats")["seats"] == [12, 40, 40]


def test_a_page_shows_metadata_behind_the_document(corpus):
    first = str(corpus.quotations().with_metadata("paper")).split("\n")[0].split()
    assert first[:3] == ["document", "paper", "speaker"]


def test_slices_orders_and_copies_keep_the_way_to_metadata(corpus):
    table = corpus.quotations().sort("speaker", descending=True)[:2]
    assert table.with_metadata("paper")["paper"] == ["Wire", "Wire"]
    assert copy.copy(table).with_metadata("paper")["paper"] == ["Wire", "Wire"]


def test_metadata_beside_rows_are_replayed(corpus):
    table = corpus.quotations()[1:].with_metadata("paper", "day")[:1]
    manifest = json.loads(json.dumps(table.manifest()))
    assert hs.replay(manifest, corpus).to_polars().equals(table.to_polars())


def pickled(table):
    return pickle.loads(pickle.dumps(table))  # noqa: S301 - our own


def test_a_pickled_table_finds_the_metadata_of_a_saved_corpus(corpus, tmp_path):
    alone = pickled(corpus.quotations())
    assert alone.to_polars().equals(corpus.quotations().to_polars())
    with pytest.raises(hs.ParameterError, match="with_metadata needs the corpus"):
        alone.with_metadata("paper")
    corpus.save(tmp_path / "c.hustings")
    saved = hs.open_corpus(tmp_path / "c.hustings").quotations()
    assert pickled(saved).with_metadata("seats")["seats"] == [12, 40, 40]


def test_what_cannot_stand_beside_rows_is_refused(corpus):
    table = corpus.rename_metadata({"paper": "speaker"}).quotations()
    with pytest.raises(hs.ParameterError, match="'speaker' would stand twice"):
        table.with_metadata("speaker")
    with pytest.raises(hs.ParameterError, match="'day' would stand twice"):
        table.with_metadata("day", "day")
    with pytest.raises(hs.UnknownNameError, match="colour"):
        table.with_metadata("colour")
    with pytest.raises(hs.ParameterError, match="with_metadata needs the corpus"):
        hs.quotations(TEXTS).with_metadata("day")


def test_an_empty_table_has_the_columns(corpus):
    table = corpus.quotations("nowhere").with_metadata("day", "seats")
    assert table.to_polars().schema["day"] == pl.Date
    assert (len(table), table.columns[-1]) == (0, "seats")
