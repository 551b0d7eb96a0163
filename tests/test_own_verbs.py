"""Reporting verbs of one's own: added, replaced, refused, and the same in every question."""

import json

import hustings as hs
import pandas as pd
import polars as pl
import pytest

TOOT = {
    "verb": "toot",
    "third": "toots",
    "past": "tooted",
    "gerund": "tooting",
    "class": "posting",
    "frames": "quote,that",
}
TEXTS = [
    "Tara Vell tooted that the pier is safe. Nilo Orr said that it is old.",
    'The pier is long. "It will stand," Orr toots. Vell denied that it is new.',
]


def built(**options):
    return hs.Corpus.from_texts(TEXTS, ids=["a", "b"], **options)


def told(found):
    return list(zip(found["verb"], found["verb_class"], found["content"], strict=True))


OWN = [
    ("toot", "posting", "the pier is safe"),
    ("toot", "posting", "It will stand,"),
]
LISTED = [
    ("say", "neutral", "it is old"),
    ("deny", "denying", "it is new"),
]
FORMS = {
    "a list of dicts": [TOOT],
    "a dict from lemmas": {"toot": TOOT},
    "columns": {name: [value] for name, value in TOOT.items()},
    "polars": pl.DataFrame([TOOT]),
    "pandas": pd.DataFrame([TOOT]),
    "pyarrow": pl.DataFrame([TOOT]).to_arrow(),
    "frames as a list": [{**TOOT, "frames": ["quote", "that"]}],
    "a list of verbs": hs.ReportingVerbs([TOOT]),
}


@pytest.mark.parametrize("form", FORMS)
def test_verbs_are_added_in_whatever_form_they_come(form):
    assert set(OWN) & set(told(hs.quotations(TEXTS))) == set()
    found = told(hs.quotations(TEXTS, verbs=FORMS[form]))
    assert set(found) >= {*OWN, *LISTED}
    corpus = built().with_reporting_verbs(FORMS[form])
    assert told(corpus.quotations()) == found


def test_a_row_replaces_the_verb_of_its_lemma_or_takes_it_away():
    say = {"verb": "say", "third": "says", "past": "said", "gerund": "saying", "class": "mine"}
    found = hs.quotations(TEXTS, verbs=[{**say, "frames": "quote,that"}])
    assert "mine" in found["verb_class"]
    found = hs.quotations(TEXTS, verbs=[{**say, "counts": False}])
    assert "say" not in found["verb"]
    assert "deny" in found["verb"]


def test_a_list_of_its_own_is_all_that_there_is():
    alone = hs.ReportingVerbs([TOOT], extend=False)
    found = hs.quotations(TEXTS, verbs=alone)
    assert [verb for verb in found["verb"] if verb] == ["toot", "toot"]
    assert len(alone) == 1
    assert repr(alone) == "ReportingVerbs(1 verbs)"
    assert hs.quotations(["Orr said that it is old."], verbs=alone)["kind"] == []


def test_the_projects_list_by_its_own_rows_finds_the_same():
    texts = [hs.sample_corpus().text(id_) for id_ in hs.sample_corpus().documents["id"]]
    listed = hs.quotations(texts)
    for verbs in (hs.ReportingVerbs([]), hs.ReportingVerbs(hs.reporting_verbs(), extend=False)):
        assert hs.quotations(texts, verbs=verbs).to_csv() == listed.to_csv()
        assert len(verbs) == len(hs.reporting_verbs())


def test_every_question_about_voices_goes_by_the_verbs():
    plain = built()
    own = plain.with_reporting_verbs([TOOT])
    assert own.count("pier", voice="Tara Vell") == 1
    with pytest.raises(hs.UnknownNameError, match="voice must be one of"):
        plain.count("pier", voice="Tara Vell")
    assert own.count(cql='"pier" within quotation') == 1
    assert plain.count(cql='"pier" within quotation') == 0
    quoted = [
        word for row in own.quotations()["content"] for word in hs.tokenize([row]).to_list()[0]
    ]
    assert own.subset(voice="quoted").n_tokens == len(quoted)
    assert own.reporting_verbs()["verb"] == ["toot", "deny", "say"]
    assert (
        own.kwic("stand").with_context("speaker")["speaker"]
        == own.quotations(zone="body")["speaker"][2:3]
    )
    assert own.speakers()["quotations"] != plain.speakers()["quotations"]
    # What was asked before of the corpus without them is not touched.
    assert told(plain.quotations()) == told(built().quotations())
    assert own.subset(id="a").subset(voice="quoted").n_tokens == 7


def test_a_corpus_keeps_its_verbs_as_it_grows_and_says_so():
    own = built().with_reporting_verbs([TOOT])
    longer = own.append(["Orr tooted that it rains."])
    assert told(longer.quotations())[-1] == ("toot", "posting", "it rains")
    assert longer.compact().count("rains", voice="quoted") == 1
    hash_ = own.manifest()["reporting_verbs"]
    assert longer.compact().manifest()["reporting_verbs"] == hash_
    assert "reporting_verbs" not in built().manifest()
    twice = hs.concatenate([own, hs.Corpus.from_texts(["Rain."]).with_reporting_verbs([TOOT])])
    assert twice.manifest()["reporting_verbs"] == hash_
    with pytest.raises(hs.ParameterError, match="must have the same reporting verbs"):
        hs.concatenate([own, hs.Corpus.from_texts(["Rain."])])
    found = own.kwic("pier", voice="quoted")
    assert hs.replay(found.manifest(), own).to_csv() == found.to_csv()
    _, differences = hs.replay(own.quotations().manifest(), built(), strict=False)
    assert differences[0] == f'reporting_verbs was "{hash_}", is null'


@pytest.mark.parametrize("mmap", [False, True])
@pytest.mark.parametrize("extend", [False, True])
def test_a_saved_corpus_keeps_them(tmp_path, extend, mmap):
    verbs = hs.ReportingVerbs([TOOT], extend=extend)
    own = built().with_reporting_verbs(verbs)
    own.save(tmp_path / "own.hustings")
    opened = hs.open_corpus(tmp_path / "own.hustings", mmap=mmap)
    assert opened.manifest() == own.manifest()
    assert opened.quotations().to_csv() == own.quotations().to_csv()
    assert opened.count("pier", voice="quoted") == 1
    longer = opened.append(["Orr tooted that it rains."])
    longer.save(tmp_path / "own.hustings")
    assert hs.open_corpus(tmp_path / "own.hustings").count("rains", voice="quoted") == 1
    rows = list((tmp_path / "own.hustings").glob("verbs-*.json"))
    assert len(rows) == 1
    assert len(json.loads(rows[0].read_text("utf-8"))) == len(verbs)
    built().save(tmp_path / "own.hustings")
    assert list((tmp_path / "own.hustings").glob("verbs-*.json")) == []
    assert "reporting_verbs" not in hs.open_corpus(tmp_path / "own.hustings").manifest()


def test_a_corpus_with_verbs_has_a_version_of_its_own(tmp_path):
    built().save(tmp_path / "x")
    built().with_reporting_verbs([TOOT]).save(tmp_path / "y")
    manifests = [json.loads((tmp_path / name / "manifest.json").read_text()) for name in "xy"]
    assert [manifest["version"] for manifest in manifests] == [1, 3]


def test_damaged_verbs_are_found(tmp_path):
    own = built().with_reporting_verbs(hs.ReportingVerbs([TOOT], extend=False))
    own.save(tmp_path / "x")
    (file,) = (tmp_path / "x").glob("verbs-*.json")
    file.write_bytes(file.read_bytes().replace(b"tooted", b"hooted"))
    with pytest.raises(hs.CorpusCorruptError, match=rf"file {file.name}, section verbs at byte 0"):
        hs.open_corpus(tmp_path / "x", mmap=True)


BAD = [
    ({**TOOT, "verb": "Toot"}, 'verb must be one word in small letters, got "Toot"'),
    ({**TOOT, "verb": ""}, "verb must be one word"),
    ({**TOOT, "verb": "too t"}, "verb must be one word"),
    ({**TOOT, "lemma": "tweet"}, 'lemma must be verb and particle, "toot"'),
    ({**TOOT, "particle": "Out"}, "particle must be words in small letters"),
    ({**TOOT, "third": ""}, 'third must be a form in small letters, got ""'),
    ({**TOOT, "past": "has tooted"}, "past must be a form in small letters"),
    ({**TOOT, "other": "toot|"}, "other must be a form in small letters"),
    ({**TOOT, "class": " "}, "class must be a name"),
    ({**TOOT, "frames": "because"}, 'frames must be of \\["quote", "that"'),
    ({**TOOT, "frames": ""}, "frames must name one at least"),
    ({**TOOT, "object": "thing"}, "object must be of"),
    ({**TOOT, "frames": "np"}, 'object must be "content", "finite" or "weak" where "np"'),
    ({**TOOT, "object": "content"}, 'object must be "content", "finite" or "weak" where "np"'),
    ({**TOOT, "ambiguous": "odd"}, "ambiguous must be of"),
]


@pytest.mark.parametrize(("row", "message"), BAD)
@pytest.mark.parametrize("extend", [False, True])
def test_a_row_that_cannot_be_is_refused_by_its_number(row, message, extend):
    good = {**TOOT, "verb": "honk"}
    with pytest.raises(hs.ParameterError, match=f"^row 1 of verbs, .*: {message}"):
        hs.ReportingVerbs([good, row], extend=extend)


@pytest.mark.parametrize("name", ["verb", "third", "past", "gerund", "class", "frames"])
def test_a_row_that_lacks_a_column_says_which(name):
    row = {key: value for key, value in TOOT.items() if key != name}
    with pytest.raises(hs.ParameterError, match=f"row 0 of verbs: {name} must be a str, got none"):
        hs.ReportingVerbs([row])


def test_what_is_no_list_of_verbs_is_refused():
    with pytest.raises(hs.ParameterError, match='row 1 of verbs, "toot": lemma must stand once'):
        hs.ReportingVerbs([TOOT, TOOT])
    with pytest.raises(
        hs.UnknownNameError, match=r"row 0 of verbs: column must be one of .*'mood'"
    ):
        hs.ReportingVerbs([{**TOOT, "mood": "good"}])
    with pytest.raises(hs.ParameterError, match="counts must be true or false, got 'yes'"):
        hs.ReportingVerbs([{**TOOT, "counts": "yes"}])
    with pytest.raises(hs.ParameterError, match="columns of verbs must have one length"):
        hs.ReportingVerbs({"verb": ["a"], "third": ["b", "c"]})
    for given in ("toot", b"toot", 3, ["toot"], {"toot": 3}):
        with pytest.raises(hs.InputTypeError, match="verbs must be a list of dicts"):
            hs.ReportingVerbs(given)
    with pytest.raises(hs.LimitError, match="at most 10000 rows, got 10001"):
        hs.ReportingVerbs([{**TOOT, "verb": f"toot{n}"} for n in range(10_001)])
    with pytest.raises(hs.ParameterError, match="with_reporting_verbs takes a whole corpus"):
        built().subset(id="a").with_reporting_verbs([TOOT])
