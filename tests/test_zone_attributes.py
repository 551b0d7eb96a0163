"""What zones say of themselves: datelines by the facts of their article, turns by their labels."""

import datetime as dt

import hustings as hs
import pytest

from articles import annotated

COPY = (
    "Ministers open river talks\n\n"
    "PORT LUMEN, March 4, 2031 (VPS) -- Ministers spoke of mutual trust.\n\n"
    "A SHARED RIVER\n\nTrust was not enough, one of them said.\n"
)
TALK = (
    "Interview with the harbour master\n\n"
    "MS. VELL: The pier is old. It will stand.\n\n"
    "It is long, too.\n\n"
    "Q  Is it safe?\n\n"
    "MS. VELL: It is.\n\n"
    "MR. ORR: I doubt that it is.\n"
)
NAMES = ["place", "date", "agency", "label", "speaker"]


def rows(corpus, *names, **view):
    table = corpus.zones(**view)
    return list(zip(*(table[name] for name in ("zone", *names)), strict=True))


def test_a_dateline_has_place_date_and_agency_and_nothing_else_has():
    corpus = hs.Corpus.from_texts([COPY], format="news")
    dateline = ("dateline", "PORT LUMEN", dt.date(2031, 3, 4), "VPS", None, None)
    for row in rows(corpus, *NAMES):
        assert row == (dateline if row[0] == "dateline" else (row[0], *[None] * 5))


@pytest.mark.parametrize("which", ["sample", "annotated"])
def test_the_facts_of_an_article_are_those_of_its_datelines(which):
    if which == "sample":
        corpus = hs.sample_corpus()
    else:
        texts = [annotated.read(path)["text"] for path in annotated.sources("open")]
        corpus = hs.Corpus.from_texts(texts, format="news")
    known = corpus.documents.to_polars()
    facts = {row["id"]: row for row in known.iter_rows(named=True)}
    first = {}
    table = corpus.zones().to_polars()
    for row in table.iter_rows(named=True):
        if row["zone"] == "dateline":
            first.setdefault(row["document"], row)
        else:
            assert [row[name] for name in ("place", "date", "agency")] == [None] * 3
    assert len(first) > 10
    for document, row in first.items():
        assert row["place"] is not None or row["agency"] is not None
        # The article takes the first that says it, be it the header.
        for name in ("place", "agency"):
            if row[name] is not None:
                assert facts[document][name] is not None
        if row["place"] is not None:
            assert facts[document]["place"] == row["place"]


def test_turns_have_their_label_and_their_speaker():
    corpus = hs.Corpus.from_texts([TALK], format="news")
    found = [row for row in rows(corpus, "label", "speaker") if row[0] == "paragraph"]
    vell = corpus.quotations().to_polars().filter(rule="turn")["speaker"][0]
    assert [label for _, label, _ in found] == ["MS. VELL", None, "Q", "MS. VELL", "MR. ORR"]
    speakers = [speaker for _, _, speaker in found]
    assert speakers[:2] == [vell, vell]
    assert speakers[3] == vell
    assert speakers[4] not in (None, vell)
    headline = [row for row in rows(corpus, "label", "speaker") if row[0] != "paragraph"]
    assert all(row[1:] == (None, None) for row in headline)


def test_speakers_of_zones_are_those_of_the_turns_that_lie_in_them():
    texts = [annotated.read(path)["text"] for path in annotated.sources("open")]
    corpus = hs.Corpus.from_texts([*texts, TALK], format="news")
    expected = {}
    for row in corpus.quotations().to_polars().filter(rule="turn").iter_rows(named=True):
        for start in row["content_spans"][::2]:
            expected[row["document"], start] = row["speaker"]
    seen = 0
    for row in corpus.zones().to_polars().iter_rows(named=True):
        own = {
            speaker
            for (document, start), speaker in expected.items()
            if document == row["document"] and row["start"] <= start < row["end"]
        }
        seen += bool(own)
        assert row["speaker"] in own or (row["speaker"] is None and own <= {None})
    assert seen > 4


def test_zones_are_chosen_by_kind_and_by_voice():
    corpus = hs.Corpus.from_texts([COPY], format="news")
    whole = corpus.zones().to_polars()
    chosen = corpus.zones(zone=["headline", "dateline"]).to_polars()
    assert chosen.equals(whole.filter(whole["zone"].is_in(["headline", "dateline"])))
    quoted = corpus.zones(voice="quoted")
    assert sum(quoted["tokens"]) == corpus.subset(voice="quoted").n_tokens > 0
    assert quoted["zone"] == ["paragraph"] * 2
    assert (
        corpus.zones(zone="heading").manifest() == corpus.subset(zone="heading").zones().manifest()
    )


@pytest.mark.parametrize("texts", [[], [""], ["  "], ["A", ":", "Q:", "A: b\n\nB: c\n\nA: d"]])
def test_small_corpora_have_zones_too(texts):
    for shape in ("plain", "news"):
        table = hs.Corpus.from_texts(texts, format=shape).zones()
        assert table.columns == ["document", "zone", "start", "end", "tokens", *NAMES]
