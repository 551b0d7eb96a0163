"""Acronyms: where articles explain them, and one pattern for all that stands for the same."""

from pathlib import Path

import hustings as hs
import pytest
from articles.annotated import read, sources

SEED = Path(__file__).parents[2] / "shared" / "data" / "seed"
ANNOTATED = [read(path) for path in sources("open")]
TEXTS = {
    "council": "The Lumen River Council (LRC) met. LRCs and the LRC's seat. No lrc is LRC-led.",
    "use": "The LRC, which the Lumen River Council leads, met. The LRC Development Bank did not.",
    "levy": "The Digital Advertising Levy, or DAL, begins. PUs (Port Unions) pay the DAL.",
    "other": "The Long Road Club (LRC) sat. The LRC ate.",
}


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts(TEXTS.values(), ids=TEXTS)


def rows(table, *columns):
    return list(zip(*(table[name] for name in columns), strict=True))


def test_acronyms_are_found_where_they_are_explained(corpus):
    found = corpus.acronyms()
    assert rows(found, "document", "short", "long", "mentions") == [
        ("council", "LRC", "Lumen River Council", 5),
        ("levy", "DAL", "Digital Advertising Levy", 3),
        ("levy", "PU", "Port Unions", 2),
        ("other", "LRC", "Long Road Club", 3),
    ]
    for document, short, long, *places in rows(
        found, *found.columns[:3], "short_start", "short_end", "long_start", "long_end"
    ):
        text = corpus.text(document)
        assert text[places[0] : places[1]] == short
        assert text[places[2] : places[3]] == long


def test_the_annotated_acronyms_are_found_and_no_others():
    """Precision and recall on the articles that rules may be made from."""
    corpus = hs.Corpus.from_texts(
        [one["text"] for one in ANNOTATED], ids=[one["name"] for one in ANNOTATED], format="auto"
    )
    expected = {
        (one["name"], acronym["short"], acronym["start"], acronym["end"])
        for one in ANNOTATED
        for acronym in one["acronyms"]
    }
    found = set(rows(corpus.acronyms(), "document", "short", "long_start", "long_end"))
    assert len(expected) > 10
    assert found == expected


def test_the_annotated_mentions_are_those_of_the_equivalents():
    corpus = hs.Corpus.from_texts(
        [one["text"] for one in ANNOTATED], ids=[one["name"] for one in ANNOTATED], format="auto"
    )
    for one in ANNOTATED:
        view = corpus.subset(id=one["name"])
        for acronym in one["acronyms"]:
            mentions = acronym["mentions"]
            for names, inside in [("without", [False]), ("only", [True]), ("with", [False, True])]:
                expected = [place["start"] for place in mentions if place["inside"] in inside]
                lines = view.kwic(hs.equiv(acronym["short"], long=acronym["long"], names=names))
                assert lines["start"] == expected, (one["name"], names)


def test_a_class_has_short_forms_possessives_and_long_forms(corpus):
    view = corpus.subset(id=["council", "use"])
    lines = view.kwic(hs.equiv("LRC"), window=0)
    expected = [
        "Lumen River Council",
        "LRC",
        "LRCs",
        "LRC",
        "LRC",
        "LRC",
        "Lumen River Council",
        "LRC",
    ]
    assert lines["node"] == expected
    assert view.count(hs.equiv("LRC")) == len(expected)
    assert view.count("LRC", case_sensitive=True) < len(expected)


def test_one_of_several_meanings_is_asked_for(corpus):
    found = corpus.kwic(hs.equiv("LRC", long="Lumen River Council"))
    assert set(found["document"]) == {"council", "use"}
    found = corpus.kwic(hs.equiv("LRC", long="long road club"))
    assert rows(found, "document", "node")[-3:] == [
        ("other", "Long Road Club"),
        ("other", "LRC"),
        ("other", "LRC"),
    ]
    assert "council" not in found["document"]


def test_longer_names_are_told_apart(corpus):
    view = corpus.subset(id="use")
    counts = {
        names: view.count(hs.equiv("LRC", names=names)) for names in ("with", "without", "only")
    }
    assert counts == {"with": 3, "without": 2, "only": 1}
    headline = hs.Corpus.from_texts(
        ["LRC Development Bank Opens\n\nThe LRC (Lumen River Council) met."]
    )
    assert headline.count(hs.equiv("LRC", names="only")) == 1


def test_equivalents_are_read_beside_patterns_without_wildcards(corpus):
    both = [hs.equiv("LRC"), "met"]
    assert corpus.count(both, exact=True) == corpus.count(both)


def test_spellings_of_a_long_form_are_one():
    texts = [
        "The World Labor Organization (WLO) met.",
        "The World Labor Organisation sat with the WLO.",
    ]
    assert hs.Corpus.from_texts(texts).count(hs.equiv("WLO")) == 4


def test_every_verb_takes_equivalents(corpus):
    pattern = hs.equiv("LRC", names="without")
    lines = corpus.kwic([pattern, "met"])
    assert len(lines) == corpus.count(pattern) + corpus.count("met")
    near = corpus.collocates(pattern, window=1, min_frequency=1)
    assert near.manifest()["node_frequency"] == corpus.count(pattern)
    for result in (lines, near):
        again = hs.replay(result.manifest(), corpus)
        assert again.to_csv() == result.to_csv()
    assert corpus.kwic("met").filter(contains=hs.equiv("LRC"))["document"] == ["council", "use"]


def test_a_tokenizer_that_keeps_possessives_has_them_in_the_class():
    tokenizer = hs.Tokenizer(possessives="keep")
    text = "The Lumen River Council (LRC) met. The LRC's seat, the LRCs' seats."
    corpus = hs.Corpus.from_texts([text], tokenizer=tokenizer)
    assert corpus.count(hs.equiv("LRC")) == 4


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed article is not there")
def test_the_seed_article_speaks_of_the_organisation_24_times():
    corpus = hs.read_articles(SEED, format="auto")
    assert corpus.count("SCO") == 23
    assert corpus.count(hs.equiv("SCO")) == 24
    assert corpus.count(hs.equiv("SCO", names="only")) == 3
    assert corpus.count(hs.equiv("SCO", names="without")) == 21
    found = dict(zip(corpus.acronyms()["short"], corpus.acronyms()["mentions"], strict=True))
    assert found["SCO"] == 24


def test_small_corpora_have_no_acronyms():
    for texts in ([], [""], ["("], ["()"], ["A (B)"], ["(((((((("], ["X, or "], ["é (É"]):
        assert len(hs.Corpus.from_texts(texts).acronyms()) == 0


BAD = [
    (lambda _: hs.equiv(""), hs.ParameterError, "short must be words without |, got ''"),
    (lambda _: hs.equiv("A|B"), hs.ParameterError, "short must be words without |, got 'A|B'"),
    (
        lambda _: hs.equiv("AB", long=" "),
        hs.ParameterError,
        "long must be words without |, got ' '",
    ),
    (lambda _: hs.equiv(3), hs.InputTypeError, "short must be a str, got int"),
    (
        lambda _: hs.equiv("AB", names="all"),
        hs.ParameterError,
        'names must be one of ["with", "without", "only"], got \'all\'',
    ),
    (
        lambda c: c.count(hs.equiv("XYZ")),
        hs.UnknownNameError,
        'explains must be one of ["DAL", "LRC", "PU", "any other with long="], got "XYZ"',
    ),
    (
        lambda c: c.count(hs.equiv("LRC"), regex=True),
        hs.ParameterError,
        "equiv is no regular expression",
    ),
    (lambda c: c.count("≡"), hs.ParameterError, "equiv must be given an acronym"),
    (lambda c: c.count("≡LRC|names=all"), hs.UnknownNameError, "names must be one of"),
    (lambda c: c.count("≡LRC|size=2"), hs.UnknownNameError, "option of equiv must be one of"),
]


@pytest.mark.parametrize(("ask", "error", "message"), BAD)
def test_bad_input_is_an_error(corpus, ask, error, message):
    with pytest.raises(error) as raised:
        ask(corpus)
    assert message in str(raised.value)


def test_marks_and_explanations_without_end_cost_no_more_than_their_number():
    explained = "Lumen River Council (LRC) " * 10_000
    found = hs.Corpus.from_texts(["(" * 200_000, explained]).acronyms()
    assert found["mentions"] == [20_000] * 10_000


@pytest.mark.parametrize(
    "ask",
    [
        lambda corpus, sign: corpus.count(f"the {sign}"),
        lambda corpus, sign: corpus.count(cql=f'"{sign}"'),
        lambda corpus, sign: corpus.lookup({"councils": [sign]}),
    ],
)
def test_equivalents_are_refused_where_they_would_be_words(corpus, ask):
    with pytest.raises(hs.HustingsError, match="equiv must be a pattern by itself"):
        ask(corpus, hs.equiv("LRC"))


@pytest.mark.parametrize(
    ("long", "another"),
    [
        ("International Water Center", "International Water Centre"),
        ("Interstate Trade Center", "Interstate Trade Centres"),
        ("Harbor Board Office", "Harbour Board Office"),
        ("Ministry of Labour", "Ministry of Labor"),
        ("Labour Organisation", "Labor Organization"),
        ("National Defence Agency", "National Defense Agencies"),
        ("World Food Programme", "World Food Program"),
    ],
)
def test_long_forms_are_found_in_either_spelling_and_number(long, another):
    short = "".join(word[0] for word in long.split() if word[0].isupper())
    texts = [f"The {long} ({short}) met.", f"The {another} met.", f"The {another} ({short}) met."]
    corpus = hs.Corpus.from_texts(texts)
    assert corpus.count(hs.equiv(short)) == 5
    assert corpus.count(hs.equiv(short, long=long)) == 5


EXPLAINED = {
    "Norland Workers' Party (PPN) won": ("PPN", "Norland Workers' Party"),
    "the Norland Workers' Party, or PPN, won": ("PPN", "Norland Workers' Party"),
    "Verania's Justice Party (GYP) lost": ("GYP", "Justice Party"),
    "the Law and River party (PiR) lost": ("PiR", "Law and River party"),
    "Pilots Without Borders, known by its French acronym PSF, left": (
        "PSF",
        "Pilots Without Borders",
    ),
    "Pilotes Sans Frontières (Pilots Without Borders, PSF) left": (
        "PSF",
        "Pilotes Sans Frontières",
    ),
    "Alternative for Norland (Alternativa dil Norland, AdN) won": (
        "AdN",
        "Alternativa dil Norland",
    ),
    "the Lumen River Council [LRC] met": ("LRC", "Lumen River Council"),
    "the Group of Seven (G7) met": ("G7", "Group of Seven"),
    "the Group of Seven (G-7) met": ("G-7", "Group of Seven"),
    "the Conference of the Parties (COP30) met": ("COP30", "Conference of the Parties"),
    "the River and Ports Union of Norland (RPU) met": ("RPU", "River and Ports Union of Norland"),
    "the Office of the Norland Commissioner for Rivers (ONCR)": (
        "ONCR",
        "Office of the Norland Commissioner for Rivers",
    ),
    "the Lumen River Council, commonly known as LRC, met": ("LRC", "Lumen River Council"),
    "the Lumen River Council, abbreviated LRC, met": ("LRC", "Lumen River Council"),
    "the Lumen River Council (in short LRC) met": ("LRC", "Lumen River Council"),
    "the Lumen River Council (hereafter: LRC) met": ("LRC", "Lumen River Council"),
    'the Lumen River Council (hereinafter referred to as the "LRC") met': (
        "LRC",
        "Lumen River Council",
    ),
}


@pytest.mark.parametrize("text", EXPLAINED)
def test_long_forms_have_letters_of_other_languages_and_words_beside(text):
    found = hs.Corpus.from_texts([text]).acronyms()
    assert rows(found, "short", "long") == [EXPLAINED[text]]


@pytest.mark.parametrize(
    "text",
    [
        "two members of the Harbour Union (AP) left",
        "Ports minister Hal Orr (PPN) left",
        "the Union (EU) met",
        "it [the FRC] met in the town of Oban",
        "A covered boat who received a cover [COBOARC] came",
        "Six boats, or GSX, left",
        "the harbour party, they said (HQP)",
        "the Northern Bank, Oban, and others (ZQX)",
    ],
)
def test_other_capitals_in_brackets_explain_nothing(text):
    assert len(hs.Corpus.from_texts([text]).acronyms()) == 0


def test_a_name_of_a_body_ends_before_another():
    text = "the Port Council and the Ferry Market Union (ZQX), and Oban, Ferry Council (QXZ)"
    found = hs.Corpus.from_texts([text]).acronyms()
    assert rows(found, "short", "long") == [("ZQX", "Ferry Market Union"), ("QXZ", "Ferry Council")]
