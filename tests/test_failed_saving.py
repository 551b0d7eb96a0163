"""Saving that fails leaves what was there, and saving beside what others leave works."""

import subprocess
import sys
import threading

import hustings as hs
import pytest

SMALL = "No trust, no treaty."
# A file of at most so many bytes, as on a disk that is full; the system says so with an error.
CAPPED = """
import resource, sys, hustings as hs
large = "Words on the pier. " * 60_000
small = "No trust, no treaty."
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
def fails(make):
    try:
        make()
    except OSError as error:
        return
    raise SystemExit("it was saved")
path = sys.argv[1]
"""


def capped(script, path):
    """Run a script that can write no large file."""
    subprocess.run([sys.executable, "-c", CAPPED + script, str(path)], check=True)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")


@needs_limits
def test_a_new_folder_that_could_not_be_filled_is_gone(tmp_path):
    path = tmp_path / "deep" / "er" / "x.hustings"
    capped("fails(lambda: hs.Corpus.from_texts([large]).save(path))", path)
    assert names(tmp_path) == []


@needs_limits
def test_segments_that_came_to_no_corpus_are_gone(tmp_path):
    script = "fails(lambda: hs.Corpus.from_texts([small]).append([large], ids=['b']).save(path))"
    (tmp_path / "x").mkdir()
    capped(script, tmp_path / "x")
    assert names(tmp_path / "x") == ["lock"], "an empty folder that was there stays"


@needs_limits
def test_a_failed_save_leaves_the_corpus_that_was_there_and_nothing_else(tmp_path):
    hs.Corpus.from_texts([SMALL]).save(tmp_path / "x")
    before = names(tmp_path / "x")
    script = (
        "corpus = hs.open_corpus(path, mmap=True)\n"
        "fails(lambda: corpus.append(['More.'], ids=['b']).append([large], ids=['c']).save(path))\n"
        "assert corpus.count('trust') == 1\n"
    )
    capped(script, tmp_path / "x")
    assert names(tmp_path / "x") == before
    assert hs.open_corpus(tmp_path / "x").count("trust") == 1


@needs_limits
def test_a_small_corpus_is_saved_where_a_large_one_was_not(tmp_path):
    script = (
        "fails(lambda: hs.Corpus.from_texts([large]).save(path))\n"
        "hs.Corpus.from_texts([small]).save(path)\n"
    )
    capped(script, tmp_path / "x")
    assert hs.open_corpus(tmp_path / "x").count("trust") == 1


def test_reading_that_fails_leaves_no_new_folder(tmp_path):
    broken = tmp_path / "a.jsonl"
    broken.write_text('{"text": "new"}\n{"text": 5}', "utf-8")
    with pytest.raises(hs.TextError, match="line 2"):
        hs.read_articles(broken, save_to=tmp_path / "new" / "x.hustings")
    assert names(tmp_path) == ["a.jsonl"]


def test_who_waits_for_a_folder_that_is_removed_makes_it_anew(tmp_path):
    path = tmp_path / "x.hustings"
    holder = hs.Corpus.from_texts([SMALL])
    tokenizer = hs.Tokenizer()._inner
    builder = hs._core.Builder(["a"], ("utf-8", False), ("plain", tokenizer, None, path))
    assert names(path) == ["lock"]
    saver = threading.Thread(target=holder.save, args=(path,))
    saver.start()
    threading.Event().wait(0.05)  # It waits by now, or it comes when the folder is gone.
    del builder
    saver.join()
    assert hs.open_corpus(path).count("trust") == 1


def test_what_a_killed_process_left_is_removed_by_the_next_to_save(tmp_path):
    path = tmp_path / "x.hustings"
    corpus = hs.Corpus.from_texts([SMALL])
    corpus.save(path)
    before = names(path)
    (path / "segment-0123456789abcdef.bin").write_bytes(b"no manifest names it")
    (path / "layer-4711.tmp").write_bytes(b"it is not whole")
    with pytest.raises(hs.TextError):
        hs.read_articles(_broken(tmp_path), save_to=path)
    assert names(path) == before, "before anything is written"


def _broken(folder):
    path = folder / "b.jsonl"
    path.write_text('{"text": 5}', "utf-8")
    return path


LEFT = [".DS_Store", "._x", ".sync", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini"]


@pytest.mark.parametrize("name", LEFT)
def test_files_that_desktops_leave_are_passed_over(name, tmp_path):
    path = tmp_path / "x.hustings"
    corpus = hs.Corpus.from_texts([SMALL])
    for corpus in (corpus, corpus.append(["More."], ids=["b"])):  # noqa: B020 - it grows
        path.mkdir(exist_ok=True)
        (path / name).write_bytes(b"of a desktop")
        corpus.save(path)
        assert len(hs.open_corpus(path)) == len(corpus)
        assert (path / name).read_bytes() == b"of a desktop"


@pytest.mark.parametrize("name", ["notes.txt", "segment.bin", "manifest.json.bak", "Thumbs.db.txt"])
def test_any_other_file_is_named(name, tmp_path):
    path = tmp_path / "x.hustings"
    corpus = hs.Corpus.from_texts([SMALL])
    corpus.save(path)
    (path / name).write_text("mine")
    with pytest.raises(hs.ParameterError, match=f'holds "{name}"; move it elsewhere'):
        corpus.save(path)
    assert (path / name).read_text() == "mine"
    assert hs.open_corpus(path).count("trust") == 1
