"""Tables of lines share the memory of the texts: they outlive whatever the texts came from."""

import gc
import pickle
import shutil

import hustings as hs
import polars as pl
import pyarrow as pa
import pytest

TEXTS = [
    "Long before the assembly of the united nations, é and € were letters of the assembly.",
    "the",
    "",
    "No one in the assembly has ever spoken of extraordinarily long words, the chair said.",
] * 30
IDS = [f"a document with an id of its own, {number}" for number in range(len(TEXTS))]


def rows_of(lines):
    return [(x.document, x.position, x.start, x.end, x.left, x.node, x.right) for x in lines]


def in_memory(_folder, kind):
    frame = pa.table({"id": pa.array(IDS), "text": pa.array(TEXTS, kind)})
    return hs.Corpus.from_frame(frame, text="text", id="id")


def opened(folder, mmap):
    in_memory(folder, pa.string()).save(folder / "c.hustings")
    return hs.open_corpus(folder / "c.hustings", mmap=mmap)


SOURCES = [
    pytest.param(in_memory, pa.string(), id="strings"),
    pytest.param(in_memory, pa.large_string(), id="large strings"),
    pytest.param(in_memory, pa.string_view(), id="string views"),
    pytest.param(opened, False, id="read from a file"),
    pytest.param(opened, True, id="mapped"),
]

ORDERS = [
    pytest.param(lambda lines: lines, id="as in the text"),
    pytest.param(lambda lines: lines.sort("R1 L1 R2"), id="sorted"),
    pytest.param(lambda lines: lines.sort("L1")[3:50:3], id="some of those sorted"),
    pytest.param(lambda lines: lines[:0], id="none"),
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(("make", "how"), SOURCES)
def test_a_table_outlives_its_corpus_and_its_file(tmp_path, make, how, order):
    corpus = make(tmp_path, how)
    lines = order(corpus.kwic("the", window=4))
    expected = rows_of(lines)
    shared, frame, table = pa.table(lines), lines.to_polars(), lines.to_arrow()
    pickled = pickle.dumps(lines.to_polars())
    del corpus, lines
    gc.collect()
    shutil.rmtree(tmp_path)
    hs.Corpus.from_texts(["something else in that memory"] * 1000)
    shared.validate(full=True)
    for rows in (shared.to_pylist(), table.to_pylist(), frame.to_dicts()):
        assert [tuple(row.values()) for row in rows] == expected
    assert pickle.loads(pickled).rows() == expected  # noqa: S301


def test_strings_of_a_pyarrow_table_can_be_taken_filtered_and_sorted(tmp_path):
    table = in_memory(tmp_path, pa.string()).kwic("the").to_arrow()
    assert {field.type for field in table.schema} == {pa.large_string(), pa.int64()}
    assert table.sort_by("left").take([0, 1]).num_rows == 2


def test_texts_in_many_chunks_and_segments_are_shared():
    frames = [pl.DataFrame({"text": TEXTS[:4]}) for _ in range(5)]
    corpus = hs.Corpus.from_frame(pl.concat(frames, rechunk=False), text="text")
    corpus = corpus.append(hs.Corpus.from_texts(TEXTS[:4], ids=["a", "b", "c", "d"]))
    lines = corpus.kwic("the").sort("R1")
    assert lines.to_polars().rows() == rows_of(lines)
