"""Compounds in lookups: as in a corpus whose texts have them joined into one word each."""

import json
import random

import hustings as hs
import pytest
from test_compounds import CASES, COMPOUNDS, SEEDS, assert_same
from test_compounds import joined as joined_words

WORDS = ["no", "not", "the", "Trust", "trust", "peace", "talks", "Mutual", "belt", "road", "bank"]
ENTRIES = [
    *("trust", "Trust", "road", "b*", "*t", "belt_*", "?elt_road", "*"),
    *("mutual_trust", "Mutual_Trust", "belt_road_bank", "nowhere_road"),
    # Of several words, some of which are compounds in the text.
    *("the belt", "belt bank", "road bank", "the * road", "* trust", "peace *", "b* b*"),
    *("the belt_road", "mutual_trust talks", "belt_road mutual_trust", "talks b*_*"),
]
# Entries whose words are joined as those of the texts.
JOINED = ["mutual trust", "belt road", "the belt road", "belt road bank talks", "Belt road trust"]
NEGATIONS = [(), "no", ["not", "mutual_trust"], ["no belt_road", "bank"]]
OVERLAPS = ["longest", "longest_of_all", "all"]


def sentences(seeded):
    """A text of sentences that end behind a word, so that no compound is in two of them."""

    def sentence():
        drawn = seeded.choices([*WORDS, *COMPOUNDS.values(), "mutual trust"], k=9)
        return f"So {' '.join(drawn[: seeded.randint(1, 9)])} it was."

    return " ".join(sentence() for _ in range(seeded.randint(0, 5)))


def corpora(seed, *, case_sensitive):
    """A corpus in two segments, and the same with compounds joined."""
    seeded = random.Random(seed)
    texts = [sentences(seeded) for _ in range(20)]
    groups = [seeded.choice("xyz") for _ in texts]

    def build(texts):
        first, second = (
            hs.Corpus.from_texts(
                texts[part],
                ids=[f"{number}" for number in range(20)][part],
                format="plain",
                metadata={"group": groups[part]},
            )
            for part in (slice(12), slice(12, None))
        )
        return hs.concatenate([first, second])

    return build(texts), build([joined_words(text, case_sensitive) for text in texts])


def drawn_dictionary(seeded):
    return {name: seeded.sample(ENTRIES, seeded.randint(1, 8)) for name in ("a", "b", "c")}


@CASES
@pytest.mark.parametrize("overlaps", OVERLAPS)
@pytest.mark.parametrize("unit", ["token", "sentence", "document"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_lookup_is_that_of_joined_words(seed, unit, overlaps, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    seeded = random.Random(seed)
    for by in (None, "group", "document"):
        for negation in NEGATIONS:
            options = {
                "by": by,
                "unit": unit,
                "overlaps": overlaps,
                "negation": negation,
                "within": seeded.randint(1, 4),
                "entries": seeded.random() < 0.5,
                "case_sensitive": case_sensitive,
            }
            dictionary = drawn_dictionary(seeded)
            found = plain.lookup(dictionary, compound=COMPOUNDS, **options)
            expected = one.lookup(dictionary, **options)
            assert_same(found, expected)
            assert found.manifest()["base"] == expected.manifest()["base"]


@CASES
@pytest.mark.parametrize("entry", JOINED)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_of_an_entry_are_joined_as_those_of_the_texts(seed, entry, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    options = {"by": "group", "case_sensitive": case_sensitive}
    found = plain.lookup({"a": entry}, compound=COMPOUNDS, **options)
    assert_same(found, one.lookup({"a": joined_words(entry, case_sensitive)}, **options))
    negated = plain.lookup({"a": "*"}, negation=entry, compound=COMPOUNDS, **options)
    expected = one.lookup({"a": "*"}, negation=joined_words(entry, case_sensitive), **options)
    assert_same(negated, expected)


@pytest.mark.parametrize(
    ("entry", "frequency"),
    [
        # What stands for a compound, its name, and a word that is spelled so.
        ("BRI", 3),
        ("belt and road", 3),
        ("the Belt and Road", 1),
        ("belt", 1),
        ("and", 0),
        ("new silk road", 2),
        ("silk road", 2),
        ("silk", 0),
        ("Silk*", 2),
        ("* road", 0),
        ("new * plan", 0),
        ("silk * plan", 0),
        ("*road plan", 1),
        ("!!", 1),
        ("what else", 1),
    ],
)
def test_a_compound_is_met_by_its_name_and_by_its_words(entry, frequency):
    text = (
        "BRI, the Belt and Road; belt and road? A belt, new silk road plan, Silk Road. What else."
    )
    named = {
        "BRI": "belt and road",
        "silk road": ["new silk road", "silk road"],
        "!!": "what else",
    }
    corpus = hs.Corpus.from_texts([text], format="plain")
    assert corpus.lookup({"a": entry}, compound=named)["frequency"] == [frequency]


def test_a_glob_of_a_compound_is_met_as_it_is_written():
    corpus = hs.Corpus.from_texts(["free trade agreement, fair trade agreements, trade"])
    dictionary = {"deal": ["FTA"], "glob": ["f* trade agreement*"], "trade": ["trade"]}
    found = corpus.lookup(dictionary, compound={"FTA": "f* trade agreement*"})
    assert found["frequency"] == [2, 2, 1]
    assert found.manifest()["base"] == [3]
    one = corpus.lookup({"a": "free trade agreement"}, compound="f* trade agreement*")
    assert one["frequency"] == [2]


def test_one_at_the_same_words_counts_once_in_a_category():
    corpus = hs.Corpus.from_texts(["mutual trust, not mutual trust"])
    options = {"compound": {"MT": "mutual trust"}, "negation": "not"}
    dictionary = {"a": ["MT", "mutual trust", "m*"]}
    found = corpus.lookup(dictionary, **options)
    assert (found["frequency"], found["negated"]) == ([1], [1])
    rows = corpus.lookup(dictionary, entries=True, **options)
    assert (rows["frequency"], rows["negated"]) == ([1, 1, 1], [1, 1, 1])


def test_a_compound_across_sentences_stands_in_the_first():
    corpus = hs.Corpus.from_texts(["We want mutual. Trust is good."], format="plain")
    assert len(corpus.sentences()) == 2
    options = {"compound": {"MT": "mutual trust"}, "negation": "MT", "within": 9}
    assert corpus.lookup({"a": ["good"]}, **options)["negated"] == [0]
    found = corpus.lookup({"a": ["MT"], "b": ["is"]}, unit="sentence", **options)
    assert found["sentences"] == [1, 1]
    assert found.manifest()["base"] == [2]


def test_compounds_are_those_of_the_zone_and_of_the_voice_in_view():
    headline = "Mutual trust grows in the north of Talvik"
    news = f"{headline}\n\nTALVIK, March 4 (VPS) -- Mutual trust and mutual trust, trust."
    said = 'Tara Vell said: "We want mutual trust." Nilo Orr said: "Trust us, mutual trust."'
    dictionary = {"name": ["MT"], "words": ["trust", "* us"]}
    compound = {"MT": ["mutual trust", "trust nilo"]}
    for text, views in [
        (news, [{"zone": "body"}, {"zone": "headline"}, {"zone": ["headline", "body"]}]),
        (said, [{"voice": "Tara Vell"}, {"voice": "quoted"}, {"voice": "narration"}]),
    ]:
        plain = hs.Corpus.from_texts([text], format="news")
        joined = text.replace("utual trust", "T").replace("mT", "MT")
        one = hs.Corpus.from_texts([joined], format="news")
        for view in views:
            for unit in ("token", "sentence"):
                found = plain.lookup(dictionary, compound=compound, unit=unit, **view)
                assert_same(found, one.lookup(dictionary, unit=unit, **view))


def test_a_lookup_with_compounds_is_replayed():
    corpus, _ = corpora(3, case_sensitive=False)
    named = {"MT": ["mutual trust", "belt road"]}
    found = corpus.lookup({"a": ["MT", "trust"]}, by="group", compound=named, negation="no")
    manifest = json.loads(json.dumps(found.manifest()))
    assert manifest["compound"] == named
    assert_same(hs.replay(manifest, corpus), found)


def test_without_words_there_are_zeros():
    for texts in ([], [""], ["trust"]):
        corpus = hs.Corpus.from_texts(texts)
        found = corpus.lookup({"a": "mutual trust"}, compound="mutual trust")
        assert found["frequency"] == [0]
    assert len(corpus.lookup({}, compound="trust")) == 0
    assert corpus.lookup({"a": "belief"}, compound={"belief": "trust"})["frequency"] == [1]
