"""Names that speakers are given: several of one person made one, in every question, and kept."""

import copy
import json

import hustings as hs
import pandas as pd
import polars as pl
import pytest

TEXTS = [
    "Tara Vell said that the pier is safe. Nilo Orr denied that it leaks.",
    "Mayor Vell said that the pier is old. An engineer warned that it sways.",
    'T. Vell said that the pier is long. "Vell is wrong," Orr said.',
]
NAMES = {"Tara Vell": ["Vell", "T. Vell"], "Nilo Orr": "Orr", None: ["engineer"]}
PAIRS = [
    ("Tara Vell", "Vell"),
    ("Tara Vell", "T. Vell"),
    ("Nilo Orr", "Orr"),
    (None, "engineer"),
]
ROWS = [{"speaker": speaker, "name": name} for speaker, name in PAIRS]
FORMS = {
    "a dict": NAMES,
    "a list of dicts": ROWS,
    "columns": {"speaker": [one for one, _ in PAIRS], "name": [one for _, one in PAIRS]},
    "polars": pl.DataFrame(ROWS),
    "pandas": pd.DataFrame(ROWS),
    "pyarrow": pl.DataFrame(ROWS).to_arrow(),
}


def built():
    return hs.Corpus.from_texts(TEXTS, ids=["a", "b", "c"])


def told(corpus):
    found = corpus.quotations()
    return list(zip(found["document"], found["speaker"], found["content"], strict=True))


EXPECTED = [
    ("a", "Tara Vell", "the pier is safe"),
    ("a", "Nilo Orr", "it leaks"),
    ("b", "Tara Vell", "the pier is old"),
    ("b", None, "it sways"),
    ("c", "Tara Vell", "the pier is long"),
    ("c", "Nilo Orr", "Vell is wrong,"),
]


@pytest.mark.parametrize("form", FORMS)
def test_speakers_go_by_the_names_that_they_are_given(form):
    plain = built()
    before = told(plain)
    assert [speaker for _, speaker, _ in before] == [
        "Tara Vell",
        "Nilo Orr",
        "Vell",
        "engineer",
        "T. Vell",
        "Orr",
    ]
    assert told(plain.with_speaker_names(FORMS[form])) == EXPECTED
    assert told(plain) == before


def test_every_question_about_speakers_goes_by_the_names():
    plain, named = built(), built().with_speaker_names(NAMES)
    assert plain.count("pier", voice="Tara Vell") == 1
    assert named.count("pier", voice="Tara Vell") == 3
    with pytest.raises(hs.UnknownNameError, match="voice must be one of"):
        named.count("pier", voice="T. Vell")
    assert named.subset(voice="Tara Vell").n_tokens == 12
    assert named.kwic("pier").with_context("speaker")["speaker"] == ["Tara Vell"] * 3
    verbs = named.reporting_verbs(by="speaker")
    rows = list(zip(verbs["speaker"], verbs["verb"], verbs["frequency"], strict=True))
    assert rows == [
        ("Nilo Orr", "deny", 1),
        ("Nilo Orr", "say", 1),
        ("Tara Vell", "say", 3),
        (None, "warn", 1),
    ]
    found = named.quotations()
    assert found["source"] == plain.quotations()["source"]
    assert found.column("speaker_rule")[3] is None
    assert found.column("role")[3] is None
    assert named.speakers()["speaker"] == [
        "Tara Vell",
        "Nilo Orr",
        "Tara Vell",
        "Tara Vell",
        "Nilo Orr",
    ]
    assert named.quotations("pier", voice="Tara Vell")["document"] == ["a", "b", "c"]


def test_two_of_one_document_become_one_and_their_mentions_are_added():
    text = "Tara Vell said it is old. Her aides said it leaks. Vell said it is new."
    corpus = hs.Corpus.from_texts([text])
    before = corpus.speakers()
    assert before["speaker"] == ["Tara Vell", "Vell's aides"]
    named = corpus.with_speaker_names({"camp": ["Tara Vell", "Vell's aides"]})
    after = named.speakers()
    assert after["speaker"] == ["camp"]
    assert after["quotations"] == [3]
    assert after["mentions"] == [sum(before["mentions"])]


def test_the_speakers_of_all_documents_and_names_that_may_be_one():
    total = built().speakers(total=True)
    columns = [total[name] for name in ("speaker", "documents", "quotations", "alike")]
    assert list(zip(*columns, strict=True)) == [
        ("Nilo Orr", 1, 1, "Orr"),
        ("Orr", 1, 1, "Nilo Orr"),
        ("T. Vell", 1, 1, "Tara Vell; Vell"),
        ("Tara Vell", 1, 1, "T. Vell; Vell"),
        ("Vell", 1, 1, "T. Vell; Tara Vell"),
        ("engineer", 1, 1, None),
    ]
    named = built().with_speaker_names(NAMES).speakers(total=True)
    columns = [named[name] for name in ("speaker", "role", "documents", "quotations", "alike")]
    assert list(zip(*columns, strict=True)) == [
        ("Tara Vell", "Mayor", 3, 3, None),
        ("Nilo Orr", None, 2, 2, None),
    ]
    others = ["Ida Vell said it sways.", "Ian Vell Jr. said it leaks.", "The Vell board said so."]
    more = built().append(others).speakers(total=True)
    alike = dict(zip(more["speaker"], more["alike"], strict=True))
    assert alike["Ida Vell"] == "Ian Vell Jr.; Vell"
    assert alike["Tara Vell"] == "T. Vell; Vell"
    assert hs.replay(total.manifest(), built()).to_csv() == total.to_csv()


def test_turns_have_the_names_too():
    text = "Briefing\n\nMS. VELL: I say it is safe.\n\nQ Is it new?\n\nMS. VELL: It is. I am sure."
    corpus = hs.Corpus.from_texts([text], format="auto")
    (name,) = {name for name in corpus.zones()["speaker"] if name}
    named = corpus.with_speaker_names({"Tara Vell": name})
    assert {name for name in named.zones()["speaker"] if name} == {"Tara Vell"}


def test_a_corpus_keeps_the_names_as_it_grows_and_says_so():
    named = built().with_speaker_names(NAMES)
    hash_ = named.manifest()["speaker_names"]
    longer = named.append(["Orr said that it rains."])
    assert told(longer)[-1][1:] == ("Nilo Orr", "it rains")
    assert longer.compact().count("rains", voice="Nilo Orr") == 1
    assert longer.compact().manifest()["speaker_names"] == hash_
    assert named.subset(id=["b", "c"]).extract().manifest()["speaker_names"] == hash_
    assert named.with_metadata({"n": [1, 2, 3]}).manifest()["speaker_names"] == hash_
    assert "speaker_names" not in built().manifest()
    with pytest.raises(hs.ParameterError, match="must have the same names of speakers"):
        hs.concatenate([named, hs.Corpus.from_texts(["Rain."])])
    other = hs.Corpus.from_texts(["Orr said that it rains."]).with_speaker_names(
        NAMES, missing="ignore"
    )
    assert hs.concatenate([named, other]).count("rains", voice="Nilo Orr") == 1
    _, differences = hs.replay(named.quotations().manifest(), built(), strict=False)
    assert differences[0] == f'speaker_names was "{hash_}", is null'


TOOT = {"verb": "toot", "third": "toots", "past": "tooted", "gerund": "tooting"}
TOOT |= {"class": "posting", "frames": "quote,that"}


@pytest.mark.parametrize("names_first", [True, False])
def test_names_and_verbs_of_ones_own_go_together(names_first):
    corpus = hs.Corpus.from_texts(["Vell tooted that it rains. Orr said that it leaks."])
    names = {"Tara Vell": "Vell"}
    if names_first:
        corpus = corpus.with_speaker_names(names, missing="ignore").with_reporting_verbs([TOOT])
    else:
        corpus = corpus.with_reporting_verbs([TOOT]).with_speaker_names(names)
    assert corpus.quotations()["speaker"] == ["Tara Vell", "Orr"]
    assert corpus.count("rains", voice="Tara Vell") == 1
    # Names that are given anew take the place of the others.
    again = corpus.with_speaker_names({"Nilo Orr": "Orr"})
    assert again.quotations()["speaker"] == ["Vell", "Nilo Orr"]


@pytest.mark.parametrize("mmap", [False, True])
def test_a_saved_corpus_keeps_them(tmp_path, mmap):
    path = tmp_path / "own.hustings"
    named = built().with_speaker_names(NAMES)
    named.save(path)
    manifest = json.loads((path / "manifest.json").read_text())
    assert manifest["version"] == 4
    opened = hs.open_corpus(path, mmap=mmap)
    assert opened.manifest() == named.manifest()
    assert told(opened) == EXPECTED
    assert told(copy.deepcopy(opened)) == EXPECTED
    opened.verify()
    (file,) = path.glob("speakers-*.json")
    written = json.loads(file.read_text("utf-8"))
    assert written == {"Orr": "Nilo Orr", "T. Vell": "Tara Vell", "Vell": "Tara Vell"} | {
        "engineer": None
    }
    built().save(path)
    assert list(path.glob("speakers-*.json")) == []
    named.save(path)
    (file,) = path.glob("speakers-*.json")
    file.write_bytes(file.read_bytes().replace(b"Orr", b"Ort"))
    with pytest.raises(
        hs.CorpusCorruptError, match=rf"file {file.name}, section speakers at byte 0"
    ):
        hs.open_corpus(path, mmap=mmap)


BAD = [
    ({"Tara Vell": ""}, hs.ParameterError, "names of speakers must not be empty"),
    ({"": "Vell"}, hs.ParameterError, "names of speakers must not be empty"),
    (
        {"Tara Vell": "Vell", "Ida Vell": "Vell"},
        hs.ParameterError,
        '"Vell" must be one speaker\'s name, and is that of "Tara Vell" and "Ida Vell"',
    ),
    (
        {"Tara Vell": "Vell", None: "Vell"},
        hs.ParameterError,
        'is that of "Tara Vell" and nobody',
    ),
    (
        {"Tara Vell": "Vell", "Nilo Orr": "Tara Vell"},
        hs.ParameterError,
        '"Tara Vell" must not be both a speaker and another speaker\'s name',
    ),
    ({"Tara Vell": "Vel"}, hs.UnknownNameError, 'name of a speaker must be one of .*got "Vel"'),
    ({"Tara Vell": 3}, hs.InputTypeError, "names of 'Tara Vell' must be a str or a list of them"),
    ({"Tara Vell": [3]}, hs.InputTypeError, "names of speakers must be of str, got 3"),
    ({3: "Vell"}, hs.InputTypeError, "names of speakers must be of str, got 3"),
    ([{"speaker": "Tara Vell"}], hs.UnknownNameError, "row 0 of names: .* column 'name'"),
    ("Vell", hs.InputTypeError, "names must be a list of dicts, a dict from speakers to names"),
    (None, hs.InputTypeError, "names must be a list of dicts"),
    ({"Tara Vell": "\ud800"}, hs.ParameterError, "must be valid Unicode"),
]


@pytest.mark.parametrize(("names", "error", "message"), BAD)
def test_names_that_cannot_be_are_refused(names, error, message):
    with pytest.raises(error, match=message):
        built().with_speaker_names(names)


def test_names_are_for_a_whole_corpus_and_may_be_of_none_in_it():
    with pytest.raises(hs.ParameterError, match="with_speaker_names takes a whole corpus"):
        built().subset(id="a").with_speaker_names(NAMES)
    with pytest.raises(hs.ParameterError, match='missing must be "error" or "ignore"'):
        built().with_speaker_names(NAMES, missing="null")
    ignored = built().with_speaker_names(
        {"Ida Marsh": "Marsh", "Nilo Orr": "Orr"}, missing="ignore"
    )
    assert ignored.quotations()["speaker"][-1] == "Nilo Orr"
    assert told(built().with_speaker_names({})) == told(built())
    # A speaker's own name among the others changes nothing.
    assert told(built().with_speaker_names({"Orr": ["Orr"]})) == told(built())


def test_progress_is_reported_while_names_are_looked_for():
    seen = []
    built().with_speaker_names(NAMES, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (3, 3)
    seen.clear()
    built().speakers(total=True, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (3, 3)
