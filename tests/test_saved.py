"""Saving and opening: what comes back is what was saved, and nothing damaged is taken for it."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import hustings as hs
import numpy as np
import pytest
from polars.testing import assert_frame_equal

TEXTS = [
    "The SCO\u2019s members agreed on mutual trust.",
    "",
    "Ministers met in the capital.\n\nNo trust, no treaty \u2013 the minister said so.",
    "\u4e0a\u6d77\u5408\u4f5c\u7ec4\u7ec7 met. The the THE \U0001f600 end",
]


def file_names(folder):
    return [path.name for path in Path(folder).iterdir()]


def everything(corpus):
    """Every table of a corpus, with what its manifest says."""
    lines = corpus.kwic(["trust", "t*e", "the minister"])
    tables = [
        corpus.documents,
        corpus.tokens(),
        corpus.zones(),
        corpus.frequencies(),
        corpus.frequencies(by="document", case_sensitive=True),
        lines,
        lines.sort("R1 L1"),
    ]
    return [(table.manifest(), table.to_polars()) for table in tables]


def assert_equal(found, expected):
    for (manifest, table), (expected_manifest, expected_table) in zip(found, expected, strict=True):
        assert manifest == expected_manifest
        assert_frame_equal(table, expected_table)


@pytest.fixture
def corpus():
    return hs.Corpus.from_texts(
        TEXTS, ids=["a", "b", "c", "d"], metadata={"year": [2024, None, 2025, 2025]}
    )


@pytest.fixture
def saved(corpus, tmp_path):
    path = tmp_path / "talks.hustings"
    corpus.save(path)
    return path


@pytest.mark.parametrize("mmap", [False, True])
@pytest.mark.parametrize("make", ["corpus", "sample", "empty", "wordless", "appended"])
def test_what_is_opened_is_what_was_saved(make, mmap, corpus, tmp_path):
    made = {
        "corpus": lambda: corpus,
        "sample": hs.sample_corpus,
        "empty": lambda: hs.Corpus.from_texts([]),
        "wordless": lambda: hs.Corpus.from_texts(["", "..."]),
        "appended": lambda: corpus.append(TEXTS, ids=["e", "f", "g", "h"]),
    }[make]()
    made.save(tmp_path / "x.hustings")
    opened = hs.open_corpus(tmp_path / "x.hustings", mmap=mmap)
    assert_equal(everything(opened), everything(made))
    assert opened.hash == made.hash
    for name in made.documents.column("id"):
        assert opened.text(name) == made.text(name)
    opened.save(tmp_path / "y.hustings")
    files = [sorted(file_names(tmp_path / name)) for name in ("x.hustings", "y.hustings")]
    assert files[0] == files[1], "a corpus opened and saved has the same files"


def test_the_files_are_the_same_for_any_number_of_threads(tmp_path):
    before = hs.threads()
    names = []
    try:
        for threads in (1, 2, 5):
            hs.set_threads(threads)
            hs.sample_corpus().save(tmp_path / str(threads))
            names.append(sorted(file_names(tmp_path / str(threads))))
    finally:
        hs.set_threads(before)
    assert names[0] == names[1] == names[2], "names are hashes of the contents"


def test_a_corpus_is_replaced_and_leaves_no_files_behind(saved, corpus):
    first = set(file_names(saved))
    longer = corpus.append(["More trust."], ids=["e"])
    (saved / "segment-4711.tmp").write_bytes(b"left by a process that died")
    longer.save(saved)
    assert len(hs.open_corpus(saved)) == 5
    kept = first & set(file_names(saved))
    assert len([name for name in kept if name.startswith("segment-")]) == 1, "not written again"
    corpus.save(saved)
    assert set(file_names(saved)) == first


def test_a_folder_with_other_things_is_left_alone(corpus, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(hs.ParameterError, match=r'holds "notes\.txt"'):
        corpus.save(tmp_path)
    with pytest.raises(hs.ParameterError, match="is a file; choose another"):
        corpus.save(tmp_path / "notes.txt")
    assert file_names(tmp_path) == ["notes.txt"]


def test_what_is_no_corpus_is_not_opened(tmp_path):
    with pytest.raises(FileNotFoundError):
        hs.open_corpus(tmp_path / "nowhere")
    with pytest.raises(hs.ParameterError, match=r"has no manifest\.json"):
        hs.open_corpus(tmp_path)


def test_another_version_is_refused_by_its_number(saved):
    import xxhash

    path = saved / "manifest.json"
    body = path.read_text().split(',\n  "checksum"')[0].replace('"version": 1', '"version": 7')
    checksum = xxhash.xxh3_64_hexdigest(body.encode())
    path.write_text(f'{body},\n  "checksum": "{checksum}"\n}}\n')
    with pytest.raises(hs.ParameterError, match="format version 7"):
        hs.open_corpus(saved)


def test_zones_alone_are_not_saved(corpus, tmp_path):
    with pytest.raises(hs.ParameterError, match="save takes whole documents"):
        corpus.subset(zone="body").save(tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_any_damaged_byte_is_found_and_named(saved, tmp_path):
    draw = random.Random(1)
    manifest = json.loads((saved / "manifest.json").read_text())
    entries = [manifest["metadata"], manifest["vocabulary"], manifest["segments"][0]["file"]]
    for entry in entries:
        for section in entry["sections"]:
            width = {"u8": 1, "u32": 4, "u64": 8}[section["values"]]
            if not section["count"]:
                continue
            copy = damaged_copy(saved, tmp_path)
            place = section["offset"] + draw.randrange(section["count"] * width)
            flip(copy / entry["name"], place, draw)
            with pytest.raises(hs.CorpusCorruptError) as caught:
                hs.open_corpus(copy)
            assert entry["name"] in str(caught.value)
            assert f"section {section['name']} at byte {section['offset']}" in str(caught.value)
    size = (saved / "manifest.json").stat().st_size
    for place in range(0, size, 7):
        copy = damaged_copy(saved, tmp_path)
        flip(copy / "manifest.json", place, draw)
        with pytest.raises(hs.CorpusCorruptError, match=r"manifest\.json"):
            hs.open_corpus(copy)


def damaged_copy(saved, tmp_path):
    copy = tmp_path / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(saved, copy)
    return copy


def flip(path, place, draw):
    content = bytearray(path.read_bytes())
    content[place] ^= 1 << draw.randrange(8)
    path.write_bytes(content)


@pytest.mark.parametrize("mmap", [False, True])
def test_a_file_that_is_cut_short_is_refused_with_the_section(saved, tmp_path, mmap):
    draw = random.Random(2)
    for name in file_names(saved):
        size = (saved / name).stat().st_size
        for end in {0, *(draw.randrange(size) for _ in range(20))} if size else ():
            copy = damaged_copy(saved, tmp_path)
            os.truncate(copy / name, end)
            with pytest.raises(hs.CorpusCorruptError) as caught:
                hs.open_corpus(copy, mmap=mmap)
            assert name in str(caught.value)
            assert re.search(r"byte \d+", str(caught.value))


def test_a_file_that_is_missing_is_named(saved):
    for name in file_names(saved):
        if name.startswith("segment-"):
            (saved / name).unlink()
    with pytest.raises(hs.CorpusCorruptError, match=r"segment-\w+\.bin: it is missing"):
        hs.open_corpus(saved)


def test_bytes_that_change_under_a_map_are_errors_and_no_crash(saved):
    (segment,) = saved.glob("segment-*.bin")
    content = bytearray(segment.read_bytes())
    for value in (0xFF, 0x80, 0x00):
        for place in range(64, len(content), 3):
            content[place] = value
        damaged = saved / "segment-new.tmp"
        damaged.write_bytes(content)
        damaged.replace(segment)
        try:
            opened = hs.open_corpus(saved, mmap=True)
            for ask in (
                opened.frequencies,
                opened.tokens,
                opened.zones,
                opened.kwic("t*").to_polars,
            ):
                try:
                    ask()
                except hs.HustingsError:
                    continue
        except hs.HustingsError:
            continue


def test_readers_see_the_old_or_the_new_corpus_while_it_is_saved(tmp_path):
    path = tmp_path / "daily.hustings"
    versions = [hs.Corpus.from_texts([f"word{n} " * (n + 1)]) for n in range(2)]
    versions[0].save(path)
    hashes = {version.hash for version in versions}
    stop, failures, seen = threading.Event(), [], set()

    def read(mmap):
        while not stop.is_set():
            try:
                corpus = hs.open_corpus(path, mmap=mmap)
                assert corpus.hash in hashes
                assert corpus.n_tokens == corpus.count("word*") == len(corpus.tokens())
                seen.add(corpus.hash)
            except Exception as error:  # noqa: BLE001 - whatever it is, it fails the test
                failures.append(error)
                return

    readers = [threading.Thread(target=read, args=(mmap,)) for mmap in (False, True)]
    for reader in readers:
        reader.start()
    for number in range(200):
        versions[number % 2].save(path)
    stop.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert seen == hashes


def test_a_process_killed_while_it_saves_leaves_the_old_corpus(tmp_path):
    path = tmp_path / "x.hustings"
    hs.Corpus.from_texts(["old"]).save(path)
    script = (
        "import sys, hustings as hs\n"
        "corpus = hs.Corpus.from_texts(['new words here ' * 400_000])\n"
        "print('ready', flush=True)\n"
        "while True: corpus.save(sys.argv[1]); hs.Corpus.from_texts(['old']).save(sys.argv[1])\n"
    )
    for wait in (0.0, 0.004, 0.02, 0.05):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE
        ) as process:
            process.stdout.readline()
            threading.Event().wait(wait)
            process.kill()
        corpus = hs.open_corpus(path)
        assert corpus.n_tokens in (1, 1_200_000)
    hs.Corpus.from_texts(["old"]).save(path)
    assert len(file_names(path)) == 5, "what the dead process left is gone"


def test_two_processes_that_save_at_once_leave_one_of_their_corpora(tmp_path):
    path = tmp_path / "x.hustings"
    script = (
        "import sys, hustings as hs\n"
        "corpus = hs.Corpus.from_texts([sys.argv[2] * 1000])\n"
        "for _ in range(50): corpus.save(sys.argv[1])\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(path), word])
        for word in ("one ", "two ")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    corpus = hs.open_corpus(path)
    assert {corpus.count("one"), corpus.count("two")} == {0, 1000}
    assert len(file_names(path)) == 5


def test_the_reader_of_the_format_page_reads_what_hustings_wrote(saved, corpus):
    page = (Path(__file__).parent.parent / "docs/format.md").read_text("utf-8")
    reader, _ = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len([line for line in reader.splitlines() if line.strip()]) <= 10
    names = {"np": np}
    exec(reader.replace('"talks.hustings"', repr(str(saved))), names)  # noqa: S102 - it is ours
    assert names["words"] == corpus.tokens().column("token")
