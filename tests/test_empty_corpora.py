"""Corpora without a word in view: verbs answer as they always do, but for rows and counts."""

import datetime as dt
import itertools

import hustings as hs
import pytest


def layered(corpus):
    tokens = corpus.tokens()
    columns = {name: tokens[name] for name in ("document", "start", "end")}
    return corpus.annotate({**columns, "lemma": tokens["token"]})


def blank():
    """Documents, and no word in them."""
    metadata = {
        "agency": ["a", "b", None],
        "date": [dt.date(2031, 1, 1), None, dt.date(2031, 3, 1)],
    }
    return hs.Corpus.from_texts(["", "", " "], metadata=metadata)


def no_text():
    documents = hs.sample_corpus().documents.to_polars()
    return hs.Corpus.from_texts([], metadata=documents.drop("id").head(0))


SAMPLE = layered(hs.sample_corpus()).subset(id=["lumen_01", "lumen_02", "lumen_03"])
OTHERS = SAMPLE.subset(id="lumen_03")
WORDS = SAMPLE.subset(id=["lumen_01", "lumen_02"])
CORPORA = {
    "no text": layered(no_text()),
    "a subset of none": SAMPLE.subset(id=[]),
    "documents without words": layered(blank()),
    "a subset without its zone": SAMPLE.subset(zone="trailer"),
    "words of nobody": SAMPLE.subset(zone="dateline", voice="direct"),
}


def ways(**options):
    """Every way to take these options."""
    return [
        dict(zip(options, values, strict=True)) for values in itertools.product(*options.values())
    ]


BY = [None, "document", "agency", ["agency", "date"]]


PARTS = 3
SCORES = [one["name"] for one in hs.measures()]
SPREADS = [one["name"] for one in hs.dispersions()]
BY_COUNTS = ["range", "sd", "juilland_d", "rosengren_s", "dp_norm", "kld", "idf", "engwall_fm"]
LAYER = {"layer": "lemma"}
BELT = {"compound": {"BELT": "belt and road"}}
UNITS = [{}, LAYER, BELT, {"case_sensitive": True}, {**BELT, "case_sensitive": True}]
TEXT = ["the", ["the", "a*"], "the same"]
SPREAD = [
    {},
    {"dispersion": "range"},
    {"dispersion": BY_COUNTS, "parts": PARTS},
    {"dispersion": BY_COUNTS, "parts": ["agency", "date"]},
]
DICTIONARY = {"a": {"b": ["the", "a*"]}, "c": ["the same"]}


def crossed(*lists):
    """Every choice of one row of each list, as one."""
    return [dict(itertools.chain(*map(dict.items, rows))) for rows in itertools.product(*lists)]


QUESTIONS = {
    "acronyms": [{}],
    "clusters": crossed(
        [{"pattern": "the", "size": 2}, {"pattern": "the", "size": 3, "slots": 1}],
        ways(by=BY),
        SPREAD,
        [{}, LAYER],
    )
    + crossed([{"pattern": "the", **BELT}], ways(by=BY)),
    "collocates": crossed(
        [{"pattern": "the", "min_frequency": 0, "min_documents": 0, "distances": True}],
        ways(
            by=BY,
            measures=[None, SCORES],
            marginals=["subset", "corpus"],
            without_node=[False, True],
            direction=[None, "negative", "both"],
        ),
    )
    + crossed(
        ways(
            pattern=[{"one": "the", "other": "a*"}, *TEXT],
            window=[5, (0, 2), "sentence", "paragraph"],
            by=["agency"],
        ),
        UNITS,
    ),
    "collocation_network": [
        {"nodes": ["the", "a"], **way} for way in ways(by=BY, measure=SCORES[:3], depth=[1, 3])
    ],
    "cooccurrences": crossed(ways(by=BY), UNITS),
    "dispersion": crossed(
        ways(measures=["range", BY_COUNTS], pattern=[None, *TEXT]),
        [*ways(by=BY[1:]), {"by": None, "parts": PARTS}],
        [{}, BELT],
    ),
    "dispersion_plot": crossed(ways(pattern=TEXT, by=[None, "agency"]), [{}, BELT]),
    "diversity": crossed(ways(by=BY), UNITS),
    "dtm": crossed(ways(by=BY[1:]), UNITS),
    "frequencies": crossed(ways(by=BY), UNITS),
    "keyness": crossed(
        [{"reference": OTHERS, "min_frequency": 0}],
        ways(
            measures=["log_likelihood", SCORES],
            direction=["positive", "negative", "both"],
            significance=[None, "permutation", "rank_sum"],
            pattern=[None, "the"],
        ),
    )
    + crossed(ways(by=["agency"], significance=[None, "permutation", "rank_sum"]), UNITS),
    "kwic": ways(pattern=TEXT, window=[5, "sentence", "paragraph"]),
    "lookup": ways(
        dictionary=[DICTIONARY],
        by=BY,
        unit=["token", "sentence", "document"],
        overlaps=["longest", "all"],
        entries=[False, True],
        negation=[(), "not"],
    ),
    "near_duplicate_pairs": [{}],
    "near_duplicates": [{}],
    "ngrams": crossed(ways(n=[2], measures=[None, SCORES], skip=[0, 2], by=BY), SPREAD)
    + crossed(ways(n=[3], measures=[None, "g2"], skip=[0, 2], by=BY), SPREAD),
    "quotation_kinds": ways(by=BY),
    "quotations": [{}],
    "readability": ways(by=BY),
    "reporting_verbs": ways(by=BY),
    "sentences": ways(text=[False, True]),
    "similarity": crossed(
        ways(by=BY[1:], measure=["cosine", "jaccard", "jensen_shannon"], top=[None, 2]), [{}, BELT]
    ),
    "speakers": [{}],
    "tokens": [{}],
    "trend": ways(pattern=TEXT, by=["day", "year"], group=[None, "agency"], resamples=[0, 50]),
    "zones": [{}],
}


def typed(answer):
    table = answer.to_table() if isinstance(answer, hs.Dtm) else answer
    inner = table._table()
    return dict(zip(inner.columns, inner.types, strict=True))


def is_cut(corpus, options):
    """Whether what is in view, or a group of it, would be cut into equal parts."""
    is_grouped = "dispersion" in options and options["by"] is not None
    return options.get("parts") == PARTS and (len(corpus) > 0 or not is_grouped)


@pytest.mark.parametrize("which", CORPORA)
@pytest.mark.parametrize("verb", QUESTIONS)
def test_without_a_word_in_view_a_verb_gives_the_columns_that_it_gives_with_words(verb, which):
    for options in QUESTIONS[verb]:
        expected = typed(getattr(WORDS, verb)(**options))
        ask = getattr(CORPORA[which], verb)
        if is_cut(CORPORA[which], options):
            with pytest.raises(
                hs.ParameterError, match="the tokens in view, of which there are none"
            ):
                ask(**options)
            continue
        found = typed(ask(**options))
        assert found == expected, options


@pytest.mark.parametrize("which", CORPORA)
def test_without_a_word_in_view_no_texts_are_far_from_each_other(which):
    # With words there must be three of them.
    expected = typed(SAMPLE.similarity(measure="burrows_delta"))
    assert typed(CORPORA[which].similarity(measure="burrows_delta")) == expected


@pytest.mark.parametrize("which", CORPORA)
def test_without_a_word_in_view_nothing_is_counted(which):
    corpus = CORPORA[which]
    assert corpus.count("*") == 0
    assert corpus.count(cql="[]") == 0
    assert len(corpus.kwic("*")) == 0
    assert len(corpus.collocates("*", min_frequency=0, by="document")) == 0
    assert len(corpus.collocation_network("the", by="document")) == 0
