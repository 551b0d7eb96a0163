"""Damaged files: a mapped one gives typed errors or answers, verifying finds every byte."""

import datetime as dt
import json
import random
import shutil

import hustings as hs
import pytest

NEWS = (
    "PORT LUMEN, March 4 (VPS) -- Tara Vell said \u201cthe pier is safe\u201d.\n\nNilo Orr "
    "denied that the Lumen River Council (LRC) is new. He added: \u201cNo trust, no treaty.\u201d"
)
TEXTS = [
    NEWS,
    "",
    "...",
    "Ministers met in the capital.\n\nNo trust, no treaty \u2013 the minister said so. " * 9,
    "\u4e0a\u6d77\u5408\u4f5c\u7ec4\u7ec7 met. The the THE \U0001f600 end. " * 30,
]
WIDTHS = {"u8": 1, "u32": 4, "u64": 8}

VERBS = {
    "frequencies": lambda corpus: corpus.frequencies(by="year", case_sensitive=True),
    "layer": lambda corpus: corpus.frequencies(layer="lemma"),
    "texts": lambda corpus: [corpus.text(name) for name in corpus.documents["id"]],
    "manifest": lambda corpus: (corpus.manifest(), corpus.hash, corpus.n_types),
    "tokens": lambda corpus: corpus.tokens(voice="quoted").to_polars(),
    "zones": lambda corpus: corpus.zones().to_polars(),
    "sentences": lambda corpus: corpus.sentences(text=True).to_polars(),
    "quotations": lambda corpus: corpus.quotations().to_polars(),
    "kinds": lambda corpus: corpus.quotation_kinds(by="zone").to_polars(),
    "speakers": lambda corpus: corpus.speakers().to_polars(),
    "acronyms": lambda corpus: corpus.acronyms().to_polars(),
    "count": lambda corpus: (corpus.count(["trust", "no treaty"]), corpus.count("*")),
    "kwic": lambda corpus: corpus.kwic(["t*", "the minister"]).sort("R1 L1.lemma").to_polars(),
    "sentence": lambda corpus: corpus.kwic("t*", window="sentence").to_polars(),
    "paragraph": lambda corpus: corpus.kwic("t*", window="paragraph").to_polars(),
    "voices": lambda corpus: corpus.kwic("t*").with_context("quotation", "voice").to_polars(),
    "expand": lambda corpus: [corpus.kwic("end").expand(line) for line in range(30)],
    "cite": lambda corpus: corpus.cited([line.cite() for line in corpus.kwic("trust")]),
    "dedupe": lambda corpus: corpus.kwic("t*").dedupe().to_polars(),
    "cql": lambda corpus: corpus.kwic(cql='[lemma="no" & pos="N"] []{0,3} "t.*"').to_polars(),
    "same": lambda corpus: corpus.count(cql="a:[] []{1,4} b:[] :: a.word = b.word"),
    "ngrams": lambda corpus: corpus.ngrams(2, min_frequency=1).to_polars(),
    "collocates": lambda corpus: corpus.collocates("t*", min_frequency=1).to_polars(),
    "keyness": lambda corpus: corpus.keyness(by="year", min_frequency=1).to_polars(),
    "dispersion": lambda corpus: corpus.dispersion().to_polars(),
    "trend": lambda corpus: corpus.trend("trust", by="month", date="day").to_polars(),
    "dtm": lambda corpus: corpus.dtm().to_table().to_polars(),
    "readability": lambda corpus: corpus.readability().to_polars(),
    "reprints": lambda corpus: corpus.near_duplicates().to_polars(),
    "compact": lambda corpus: corpus.compact().tokens().to_polars(),
    "append": lambda corpus: corpus.append(["more trust"], ids=["more"]).frequencies().to_polars(),
    "annotate": lambda corpus: corpus.annotate(
        {"document": ["0"], "start": [0], "end": [4], "lemma": ["x"]}, ["lemma"]
    ).frequencies(layer="lemma"),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A corpus of two segments with two layers, and the files that are mapped."""
    metadata = {"year": [1, 2, 1, 2, 2], "day": [dt.date(2031, month, 1) for month in range(1, 6)]}
    corpus = hs.Corpus.from_texts(TEXTS, ids=range(5), metadata=metadata, format="news")
    corpus = corpus.append(TEXTS[::-1], ids=range(5, 10), metadata=metadata)
    tokens = corpus.tokens()
    annotated = {name: tokens[name] for name in ("document", "start", "end")}
    annotated["lemma"] = [token.lower() for token in tokens["token"]]
    annotated["pos"] = ["N" if len(token) % 2 else None for token in tokens["token"]]
    corpus = corpus.annotate(annotated, ["lemma", "pos"])
    folder = tmp_path_factory.mktemp("damage") / "sound"
    corpus.save(folder)
    for ask in VERBS.values():
        ask(hs.open_corpus(folder, mmap=True))
    return folder


def mapped(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    layers = [segment for layer in manifest["layers"] for segment in layer["segments"]]
    return [entry["file"] for entry in [*manifest["segments"], *layers] if entry]


def damaged(saved, name, place, content):
    """A copy of a corpus with some other bytes in a file; none if they are the same."""
    copy = saved.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(saved, copy)
    before = (copy / name).read_bytes()
    after = before[:place] + content + before[place + len(content) :]
    (copy / name).write_bytes(after)
    return copy if before != after else None


def assert_typed(copy, name, section):
    """Ask every question: what cannot be answered is damage, with the file and a section."""
    try:
        corpus = hs.open_corpus(copy, mmap=True)
    except hs.CorpusCorruptError as error:
        assert f"file {name}, section " in str(error)  # noqa: PT017 - most damage opens
        return
    with pytest.raises(hs.CorpusCorruptError) as caught:
        corpus.verify()
    place = f"file {name}, section {section['name']} at byte {section['offset']}"
    assert place in str(caught.value)
    for ask in VERBS.values():
        try:
            ask(corpus)
        except hs.CorpusCorruptError as error:
            assert f"file {name}, section " in str(error)  # noqa: PT017 - most questions work
        except (hs.CitationError, hs.UnknownNameError):
            continue  # Of other characters, or of a speaker who is nobody now.


def sections(saved):
    for file in mapped(saved):
        for section in file["sections"]:
            if section["count"]:
                yield file["name"], section, section["count"] * WIDTHS[section["values"]]


@pytest.mark.parametrize("value", [0x00, 0xFF, 0x7F])
def test_a_section_that_was_overwritten_is_an_error_or_other_answers(value, saved):
    for name, section, size in sections(saved):
        copy = damaged(saved, name, section["offset"], bytes([value]) * size)
        if copy:
            assert_typed(copy, name, section)


@pytest.mark.parametrize("seed", range(6))
def test_bytes_that_changed_anywhere_are_an_error_or_other_answers(seed, saved):
    draw = random.Random(seed)
    every = list(sections(saved))
    for _ in range(25):
        name, section, size = draw.choice(every)
        place = draw.randrange(size)
        length = min(size - place, draw.choice([1, 1, 4, 32]))
        content = draw.choice([bytes(length), draw.randbytes(length)])
        copy = damaged(saved, name, section["offset"] + place, content)
        if copy:
            assert_typed(copy, name, section)


@pytest.mark.parametrize("mmap", [False, True])
def test_a_sound_corpus_is_verified(mmap, saved):
    hs.open_corpus(saved, mmap=mmap).verify()
    hs.open_corpus(saved, mmap=mmap).subset(year=1).verify()


def test_a_file_that_is_missing_or_shorter_is_found(saved, tmp_path):
    shutil.copytree(saved, tmp_path / "copy")
    corpus = hs.open_corpus(tmp_path / "copy")
    (file, *_) = (tmp_path / "copy").glob("segment-*.bin")
    content = file.read_bytes()
    file.write_bytes(content[:-1])
    with pytest.raises(hs.CorpusCorruptError, match=r"segment-\w+\.bin"):
        corpus.verify()
    file.unlink()
    with pytest.raises(hs.CorpusCorruptError, match=r"segment-\w+\.bin: it is missing"):
        corpus.verify()


def test_a_corpus_in_memory_has_nothing_to_verify(tmp_path):
    corpus = hs.Corpus.from_texts(TEXTS)
    with pytest.raises(hs.ParameterError, match="verify takes a corpus that is saved as it is"):
        corpus.verify()
    corpus.save(tmp_path / "x")
    corpus.verify()


def test_a_corpus_that_was_replaced_is_not_taken_for_damage(tmp_path):
    hs.Corpus.from_texts(TEXTS).save(tmp_path / "x")
    old = hs.open_corpus(tmp_path / "x", mmap=True)
    hs.Corpus.from_texts(["others"]).save(tmp_path / "x")
    with pytest.raises(hs.ParameterError, match="holds another corpus by now; open it anew"):
        old.verify()
