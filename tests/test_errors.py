"""Bad input: for each the exception and the message, which say what would work."""

import datetime as dt
import os
import re
import sys
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace

import hustings as hs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from bad_codes import CITATIONS, CODES, MANIFESTS
from bad_inputs import FRAMES, IDS_AND_METADATA, SOURCES
from bad_keyness import KEYNESS
from bad_lines import OPERATIONS
from bad_questions import CLASHES, CONDITIONS, LINES, NUMBERS, PATTERNS, TOKENIZERS
from hustings import _core
from rows import TEXTS

Corpus = hs.Corpus

FILES = {
    "good.txt": b"Trust us.",
    "bad.txt": b"Zo\xeb spoke.",
    "odd.txt": b"\xd8\x3d\x00",
    "wide.txt": "Trust us.".encode("utf-16le"),
    "word.txt": b"PK\x03\x04 and so on",
    "page.txt": b"%PDF-1.7 and so on",
    "late.jsonl": b'{"text": "a"}\n{"text": ',
    "list.jsonl": b"[1]\n",
    "other.jsonl": b'{"body": "a"}\n',
    "number.jsonl": b'{"text": 3}\n',
    "half.jsonl": b'{"text": "a", "id": "x"}\n{"text": "b"}\n',
    "twice.jsonl": b'{"text": "a", "id": "x"}\n{"text": "b", "id": "x"}\n',
    "bad.jsonl": b'{"text": "Zo\xeb"}\n',
    "lone.jsonl": b'{"text": "a"}\n{"text": "b", "x": ["\\ud83d"]}\n',
    "nul.jsonl": b'{"text": "a", "x\\u0000y": 1}\n',
    "whole.json": b'[{"text": "a"}]',
    "broken.zip": b"PK, but no archive",
    "broken.parquet": b"PAR1, but no table",
    "ragged.csv": b'id,text\n"a,b\n1,2,3,4\n',
    "talks.csv": b"id,text\n1,Trust\n",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A folder of bad files, a corpus, a concordance."""
    folder = tmp_path_factory.mktemp("bad")
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "empty").mkdir()
    (folder / "odd").mkdir()
    Path(os.fsdecode(os.fsencode(folder / "odd") + b"/Zo\xeb.txt")).write_text("Talks.")
    with zipfile.ZipFile(folder / "wordless.zip", "w") as archive:
        archive.writestr("notes.md", "no article")
    with zipfile.ZipFile(folder / "bad.zip", "w") as archive:
        archive.writestr("bad.txt", FILES["bad.txt"])
    with zipfile.ZipFile(folder / "torn.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("torn.txt", "Mutual trust. " * 100)
    with (folder / "torn.zip").open("r+b") as torn:
        torn.seek(len("PK") + 28 + len("torn.txt"))
        torn.write(b"\xff" * 8)
    metadata = {
        "year": [2030, 2031],
        "day": [dt.date(2031, 3, 4), None],
        "live": [True, False],
        "agency": ["VPS", None],
    }
    corpus = Corpus.from_texts(["Mutual trust, trust.", "No"], ids=["a", "b"], metadata=metadata)
    return SimpleNamespace(folder=folder, corpus=corpus, lines=corpus.kwic("trust"))


ROWS = [
    *TEXTS,
    *SOURCES,
    *IDS_AND_METADATA,
    *FRAMES,
    *PATTERNS,
    *NUMBERS,
    *CONDITIONS,
    *LINES,
    *OPERATIONS,
    *CLASHES,
    *TOKENIZERS,
    *CITATIONS,
    *CODES,
    *MANIFESTS,
    *KEYNESS,
]


@pytest.mark.parametrize(("call", "exception", "message"), ROWS)
def test_bad_input_is_refused_with_what_would_work(world, call, exception, message):
    with pytest.raises(exception, match=re.escape(message.replace("{folder}", str(world.folder)))):
        call(world)


@pytest.fixture(scope="module")
def messages(world):
    """What every row says that raises an exception of ours; the others fail above."""
    said = []
    for call, *_ in (row.values for row in ROWS):  # noqa: PD011 - no pandas
        try:
            call(world)
        except hs.HustingsError as error:
            said.append(str(error))
        except Exception:  # noqa: BLE001, S112 - the test above names it
            continue
    return said


def test_messages_are_one_line_but_for_the_caret_of_a_query(messages):
    assert [text for text in messages if "\n" in text and not text.endswith("^")] == []


def test_messages_begin_in_lower_case(messages):
    assert [text for text in messages if text[0] != text[0].lower()] == []


def test_messages_end_without_a_full_stop(messages):
    assert [text for text in messages if text.partition("\n")[0].endswith(".")] == []


def test_no_message_shows_how_the_core_is_written(messages):
    internals = re.compile(
        r"\b(Text|Integer|Real|Truth|Some|Ok|Err)\(|_inner|_core|\bi64\b|\bu32\b"
    )
    assert [text for text in messages if internals.search(text)] == []


# --- files that are not there --------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["txt", "zip", "jsonl", "csv", "parquet"])
def test_a_missing_file_is_named_by_a_file_not_found_error(tmp_path, ending):
    path = tmp_path / f"gone.{ending}"
    with pytest.raises(FileNotFoundError, match=re.escape(str(path))):
        hs.read_articles(path)


@pytest.mark.parametrize("source", ["{folder}", "{folder}/*", "{folder}/*.txt"])
def test_a_link_to_a_file_that_is_not_there_is_named_by_a_file_not_found_error(tmp_path, source):
    (tmp_path / "a.txt").write_text("Talks.")
    link = tmp_path / "b.txt"
    link.symlink_to(tmp_path / "gone.txt")
    expected = f"link to a file that is not there: '{link}'"
    with pytest.raises(FileNotFoundError, match=re.escape(expected)):
        hs.read_articles(source.replace("{folder}", str(tmp_path)))


# --- where a regular expression is malformed -----------------------------------------------------

CARETS = [
    ("tru(st", "("),
    ("mutual tru(st", "("),
    ("a)b", ")"),
    ("wide 中文 [a", "["),
    ("a{2,1}", "{"),
    (r"(a)\1", "\\"),
]


def cells(text):
    """The cells of a terminal that these characters take: ideographs two, all others one."""
    return sum(2 if character >= "\u1100" else 1 for character in text)


@pytest.mark.parametrize(("pattern", "culprit"), CARETS)
def test_a_caret_stands_below_the_character_that_is_wrong(world, pattern, culprit):
    with pytest.raises(hs.QueryError) as caught:
        world.corpus.kwic(pattern, regex=True)
    _, query, caret = str(caught.value).split("\n")
    assert caret.strip() == "^"
    assert caret.index("^") == cells(query[: query.index(culprit)])


def test_a_query_of_several_lines_is_shown_on_one(world):
    with pytest.raises(hs.QueryError) as caught:
        world.corpus.kwic("mutual\ntru(st", regex=True)
    assert len(str(caught.value).split("\n")) == 3


# --- what is taken although it looks odd ---------------------------------------------------------


def test_a_window_of_0_shows_the_node_alone(world):
    lines = world.corpus.kwic("trust", window=0)
    assert [(line.left, line.node, line.right) for line in lines] == [("", "trust", "")] * 2


def test_the_largest_window_shows_the_whole_zone(world):
    line = world.corpus.kwic("mutual", window=2**32 - 1)[0]
    assert (line.left, line.right) == ("", "trust, trust.")


def test_a_sample_larger_than_the_lines_is_all_of_them(world):
    assert world.lines.sample(2**32, seed=1).to_csv() == world.lines.to_csv()


def test_the_farthest_sort_keys_leave_the_order_of_the_text(world):
    assert world.lines.sort("R4294967295 L4294967295").to_csv() == world.lines.to_csv()


EMPTY = {
    "a list": list,
    "a pyarrow array": lambda: pa.array([], pa.string()),
    "a pyarrow array of no type": lambda: pa.array([]),
    "chunks of none": lambda: pa.chunked_array([], pa.string()),
    "a polars series": lambda: pl.Series([], dtype=pl.String),
    "a pandas series": lambda: pd.Series([], dtype="str"),
    "an iterator": lambda: iter([]),
}


@pytest.mark.parametrize("kind", EMPTY)
def test_an_empty_corpus_answers_every_question_with_nothing(kind):
    corpus = Corpus.from_texts(EMPTY[kind]())
    assert (len(corpus), corpus.n_tokens, corpus.n_types) == (0, 0, 0)
    tables = [corpus.documents, corpus.tokens(), corpus.zones(), corpus.frequencies()]
    tables += [corpus.kwic("trust"), corpus.frequencies(by="document"), corpus.dtm().to_table()]
    tables += [corpus.ngrams(2), corpus.ngrams(5, by="document"), corpus.cooccurrences()]
    tables += [corpus.collocates("trust")]
    assert [len(table) for table in tables] == [0] * 11
    assert corpus.dtm().shape == (0, 0)


@pytest.mark.parametrize("kind", EMPTY)
def test_no_texts_have_no_tokens(kind):
    tokens = hs.tokenize(EMPTY[kind]())
    assert (tokens.to_list(), tokens.offsets.to_list()) == ([], [0])


def test_an_expression_that_backtracks_elsewhere_is_fast_here():
    corpus = Corpus.from_texts(["a" * 50_000 + "b"])
    start = time.perf_counter()
    assert len(corpus.kwic("(a+)+", regex=True)) == 0
    assert time.perf_counter() - start < 5


def test_an_exception_of_the_iterable_arrives_as_it_is():
    with pytest.raises(ZeroDivisionError):
        hs.tokenize(str(1 // number) for number in (1, 0))


class InterruptedByLookup:
    """Texts during whose inspection the user presses Ctrl-C."""

    def __getattr__(self, name):
        raise KeyboardInterrupt


class InterruptedByIteration:
    """Texts at whose first item the user presses Ctrl-C."""

    def __iter__(self):
        raise KeyboardInterrupt


@pytest.mark.parametrize("kind", [InterruptedByLookup, InterruptedByIteration])
def test_ctrl_c_while_the_input_is_inspected_is_not_lost(kind):
    with pytest.raises(KeyboardInterrupt):
        hs.tokenize(kind())


# --- what is missing, what is broken -------------------------------------------------------------

LIBRARIES = [
    ("polars", lambda table: table.to_polars()),
    ("polars", lambda table: table.to_parquet("never-written.parquet")),
    ("pandas", lambda table: table.to_pandas()),
    ("pyarrow", lambda table: table.to_arrow()),
]


@pytest.mark.parametrize(("name", "call"), LIBRARIES)
def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch, world, name, call):
    monkeypatch.setitem(sys.modules, name, None)
    message = f"needs {name}; install it with: pip install {name}"
    with pytest.raises(hs.MissingLibraryError, match=message):
        call(world.corpus.frequencies())


@pytest.mark.parametrize("made", [Corpus, hs.Coding, hs.Concordance, hs.Table, hs.Dtm, hs.Tokens])
def test_a_class_that_is_not_called_says_where_its_objects_come_from(made):
    with pytest.raises(
        TypeError, match=r"^(use|a|Tokens come from) .*\b(Corpus|hustings|Concordance)\b"
    ):
        made()


def test_a_panic_arrives_as_an_internal_error_and_leaves_everything_usable():
    message = r"^on purpose; this is a defect of hustings \d+\.\d+\.\d+.*, please report it$"
    for _ in range(3):
        with pytest.raises(hs.InternalError, match=message):
            _core._fail()
    assert hs.term_frequencies(["to be or not to be"]).column("frequency") == [2, 2, 1, 1]


BASES = [
    (hs.ParameterError, ValueError),
    (hs.InputTypeError, TypeError),
    (hs.UnknownNameError, LookupError),
    (hs.CitationError, LookupError),
    (hs.ReplayError, ValueError),
    (hs.QueryError, ValueError),
    (hs.TextError, ValueError),
    (hs.LimitError, OverflowError),
    (hs.MissingLibraryError, ImportError),
    (hs.InternalError, RuntimeError),
]


@pytest.mark.parametrize(("ours", "pythons"), BASES)
def test_an_exception_is_one_of_hustings_and_one_of_python(ours, pythons):
    assert issubclass(ours, hs.HustingsError)
    assert issubclass(ours, pythons)
