"""Documents of a view as a corpus of their own: as one that was built of them alone."""

import hustings as hs
import polars as pl
import pytest
from samples import ids

TOOT = {"verb": "toot", "third": "toots", "past": "tooted", "gerund": "tooting"}
TOOT |= {"class": "posting", "frames": "quote,that"}


def annotated(corpus):
    tokens = corpus.tokens().to_polars()
    rows = tokens.select(
        "document", "start", "end", lemma=pl.col("token").str.to_lowercase().str.slice(0, 4)
    )
    return corpus.annotate(rows.filter(pl.col("start") % 3 != 0), layers=["lemma"])


@pytest.fixture(scope="module")
def sample():
    return hs.sample_corpus()


CHOICES = {
    "one": lambda c: c.subset(id="lumen_07"),
    "an agency": lambda c: c.subset(agency="VPS"),
    "all but one": lambda c: c.subset(id=[name for name in ids(c) if name != "lumen_03"]),
    "none": lambda c: c.subset(id=[]),
    "all": lambda c: c,
    "of two segments": lambda c: c.append(["Trust us.", "No."], ids=["x", "y"]).subset(
        id=["lumen_02", "y"]
    ),
}


@pytest.mark.parametrize("choose", CHOICES.values(), ids=CHOICES)
def test_what_is_extracted_answers_as_the_view_does(sample, choose):
    view = choose(sample)
    own = view.extract()
    assert own.documents.to_polars().equals(view.documents.to_polars())
    assert [own.text(name) for name in ids(own)] == [view.text(name) for name in ids(view)]
    assert (len(own), own.n_tokens, own.n_types) == (len(view), view.n_tokens, view.n_types)
    for ask in (
        lambda c: c.frequencies(),
        lambda c: c.zones(),
        lambda c: c.sentences(),
        lambda c: c.quotations(),
        lambda c: c.kwic("tr*").sort("R1"),
        lambda c: c.ngrams(2),
        lambda c: c.tokens(),
    ):
        assert ask(own).to_polars().equals(ask(view).to_polars())


def test_layers_and_verbs_come_along(sample):
    corpus = annotated(sample)
    view = corpus.subset(agency="VPS")
    own = view.extract()
    assert own.layers.to_polars().select("layer").equals(corpus.layers.to_polars().select("layer"))
    for ask in (
        lambda c: c.frequencies(layer="lemma"),
        lambda c: c.kwic(cql='[lemma="trus"]'),
        lambda c: c.collocates("water", layer="lemma", min_frequency=1),
    ):
        assert ask(own).to_polars().equals(ask(view).to_polars())
    assert own.append(annotated(corpus.subset(agency=["Northern Wire"]).extract())).count(
        cql='[lemma="trus"]'
    ) == corpus.subset(agency=["VPS", "Northern Wire"]).count(cql='[lemma="trus"]')


def test_reporting_verbs_of_ones_own_come_along():
    texts = ["Vell tooted that the pier is safe.", "Orr tooted that the quay is new.", "Rain."]
    corpus = hs.Corpus.from_texts(texts).with_reporting_verbs([TOOT])
    own = corpus.subset(id=["text1", "text3"]).extract()
    assert own.quotations()["speaker"] == ["Vell"]
    assert own.count("pier", voice="quoted") == 1


def test_a_subset_is_saved_and_opened(sample, tmp_path):
    view = annotated(sample).subset(agency="VPS")
    view.save(tmp_path / "some.hustings")
    opened = hs.open_corpus(tmp_path / "some.hustings")
    assert opened.documents.to_polars().equals(view.documents.to_polars())
    assert (
        opened.frequencies(layer="lemma")
        .to_polars()
        .equals(view.frequencies(layer="lemma").to_polars())
    )
    assert opened.hash == view.extract().hash


def test_documents_are_replaced_by_leaving_them_out(sample):
    kept = sample.subset(id=[name for name in ids(sample) if name != "lumen_03"]).extract()
    replaced = kept.append(["Corrected: trust."], ids=["lumen_03"])
    assert ids(replaced)[-1] == "lumen_03"
    assert replaced.text("lumen_03") == "Corrected: trust."


@pytest.mark.parametrize("view", [{"zone": "body"}, {"voice": "quoted"}], ids=str)
def test_zones_and_voices_alone_are_no_documents(sample, view, tmp_path):
    part = sample.subset(**view)
    with pytest.raises(hs.ParameterError, match="extract takes whole documents"):
        part.extract()
    with pytest.raises(hs.ParameterError, match="save takes whole documents"):
        part.save(tmp_path / "x.hustings")
    assert not (tmp_path / "x.hustings").exists()
