"""Long calls and many threads: others go on, Ctrl-C and callbacks stop, results don't differ."""

import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import textwrap
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

import hustings as hs
import pyarrow as pa
import pytest
from processes import run_python

MILLION = 1_000_000
HANG = 60  # seconds after which a process is taken to hang


@pytest.fixture(scope="module")
def million():
    """A million short texts in memory that a build borrows."""
    sentence = "Mutual trust and the shared river keep both shores calm, they said."
    return pa.array([sentence] * MILLION)


def still_works():
    return hs.term_frequencies(["to be or not to be"]).column("frequency") == [2, 2, 1, 1]


# --- the interpreter goes on ---------------------------------------------------------------------


def test_another_thread_makes_progress_during_a_build(million):
    stop, moments = threading.Event(), []

    def work():
        while not stop.wait(0.001):
            moments.append(time.perf_counter())

    other = threading.Thread(target=work)
    other.start()
    start = time.perf_counter()
    hs.Corpus.from_texts(million)
    end = time.perf_counter()
    stop.set()
    other.join()
    third = (end - start) / 3
    assert any(start + third < moment < end - third for moment in moments)


# --- progress ------------------------------------------------------------------------------------


def test_progress_is_called_with_what_is_done_and_all_there_is(million):
    calls = []
    hs.Corpus.from_texts(million, progress=lambda done, total: calls.append((done, total)))
    assert calls[-1] == (MILLION, MILLION)
    assert calls == sorted(calls)
    assert {total for _, total in calls} <= {0, MILLION}
    assert any(0 < done < MILLION for done, _ in calls)


READERS = {
    "from_texts": lambda _, progress: hs.Corpus.from_texts(["a", "b"], progress=progress),
    "from_frame": lambda _, progress: hs.Corpus.from_frame(
        pa.table({"text": ["a", "b"]}), progress=progress
    ),
    "files": lambda tmp, progress: hs.read_articles(tmp, progress=progress),
    "json lines": lambda tmp, progress: hs.read_articles(tmp / "a.jsonl", progress=progress),
    "archive": lambda tmp, progress: hs.read_articles(tmp / "a.zip", progress=progress),
}


@pytest.fixture
def folder(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "a")
        archive.writestr("b.txt", "b")
    return tmp_path


@pytest.mark.parametrize("reader", READERS)
def test_progress_of_every_reader_ends_with_all_documents(folder, reader):
    calls = []
    READERS[reader](folder, lambda done, total: calls.append((done, total)))
    assert calls[-1] == (2, 2)


class Enough(Exception):  # noqa: N818 - a reason to stop, no error
    """What a callback raises to stop a build."""


def test_an_exception_in_the_callback_stops_the_build_and_arrives(million):
    calls = []

    def stop(done, total):
        calls.append((done, total))
        raise Enough

    with pytest.raises(Enough):
        hs.Corpus.from_texts(million, progress=stop)
    assert len(calls) == 1
    assert calls[0][0] < MILLION
    assert still_works()


def test_an_exception_in_the_last_call_arrives_as_well():
    def stop(done, total):
        raise Enough(done, total)

    with pytest.raises(Enough, match=re.escape("(2, 2)")):
        hs.Corpus.from_texts(["a", "b"], progress=stop)


def test_a_callback_may_ask_questions_of_another_corpus(million):
    corpus, answers = hs.Corpus.from_texts(["to be or not to be"]), []
    hs.Corpus.from_texts(million, progress=lambda *_: answers.append(len(corpus.kwic("be"))))
    assert set(answers) == {2}


class Bar:
    """What tqdm is to hustings."""

    made = []  # noqa: RUF012 - emptied by the test

    def __init__(self, **options):
        self.options, self.n, self.total = options, 0, None
        Bar.made.append(self)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.closed = True

    def update(self, n):
        self.n += n


def test_progress_true_draws_a_bar_with_tqdm(monkeypatch):
    monkeypatch.setattr("tqdm.auto.tqdm", Bar)
    Bar.made.clear()
    hs.Corpus.from_texts(["a", "b"], progress=True)
    [bar] = Bar.made
    assert (bar.n, bar.total, bar.options["unit"], bar.closed) == (2, 2, " documents", True)


def test_progress_true_without_tqdm_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    message = "progress=True needs tqdm; install it with: pip install tqdm"
    with pytest.raises(hs.MissingLibraryError, match=message):
        hs.Corpus.from_texts(["a"], progress=True)


def test_no_progress_is_no_bar(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert len(hs.Corpus.from_texts(["a"], progress=False)) == 1


# --- Ctrl-C --------------------------------------------------------------------------------------

INTERRUPT = """
    import os, signal, threading, time
    import hustings as hs, pyarrow as pa

    sentence = "Mutual trust and the shared river keep both shores calm, they said."
    texts = pa.array([sentence] * 1_000_000)
    begun, done, sent = threading.Event(), [], []

    def interrupt():
        begun.wait()
        sent.append(time.perf_counter())
        os.kill(os.getpid(), signal.SIGINT)

    def progress(so_far, total):
        done.append(so_far)
        begun.set()

    threading.Thread(target=interrupt).start()
    try:
        hs.Corpus.from_texts(texts, progress=progress)
    except KeyboardInterrupt:
        print("interrupted", max(done) < 1_000_000, time.perf_counter() - sent[0] < 10)
    print(hs.term_frequencies(["to be or not to be"]).column("frequency"))
    print(len(hs.Corpus.from_texts(texts[:1000])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_a_build_of_a_million_documents_and_leaves_everything_usable():
    assert run_python(INTERRUPT, timeout=HANG).splitlines() == [
        "interrupted True True",
        "[2, 2, 1, 1]",
        "1000",
    ]


INTERRUPT_READING = """
    import json, os, pathlib, signal, tempfile, threading, zipfile
    import hustings as hs

    text = "Mutual trust and the shared river keep both shores calm, they said. " * 10
    folder = pathlib.Path(tempfile.mkdtemp())
    begun = threading.Event()

    def interrupt():
        begun.wait()
        os.kill(os.getpid(), signal.SIGINT)

    def lines(path):
        path.write_text((json.dumps({{"text": text}}) + "\\n") * 300_000)

    def archive(path):
        with zipfile.ZipFile(path, "w") as archive:
            for number in range(10):
                archive.writestr(f"{{number}}.txt", text * 30_000)

    path = folder / "a.{ending}"
    dict(jsonl=lines, zip=archive)[path.suffix[1:]](path)
    threading.Thread(target=interrupt).start()
    try:
        hs.read_articles(path, progress=lambda done, total: begun.set())
    except KeyboardInterrupt:
        print("interrupted")
    finally:
        path.unlink()
        folder.rmdir()
    print(len(hs.Corpus.from_texts(["still", "usable"])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("ending", ["jsonl", "zip"])
def test_ctrl_c_stops_a_build_that_is_still_reading(ending):
    code = INTERRUPT_READING.format(ending=ending)
    assert run_python(code, timeout=HANG) == "interrupted\n2\n"


INTERRUPT_MERGE = """
    import os, signal, threading
    import hustings as hs, pyarrow as pa

    texts = pa.array([f"trust{n} and w{n} shared river{n}" for n in range(300_000)])
    read = threading.Event()

    def progress(done, total):
        if done == total > 0:
            read.set()

    def interrupt():
        read.wait()
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    try:
        hs.Corpus.from_texts(texts, progress=progress)
    except KeyboardInterrupt:
        print(len(hs.Corpus.from_texts(["still", "usable"])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_a_build_that_has_read_all_texts_but_not_merged_their_words():
    assert run_python(INTERRUPT_MERGE, timeout=HANG) == "2\n"


INTERRUPT_COUNT = """
    import signal
    import hustings as hs

    corpus = hs.Corpus.from_texts([" ".join(f"w{n % 9973}" for n in range(400_000))])
    signal.signal(signal.SIGPROF, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_PROF, 0.5)  # once the count has taken so much of the processor
    try:
        corpus.cooccurrences(200_000)
    except KeyboardInterrupt:
        print(len(corpus.ngrams(2)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_a_count_of_billions_of_pairs():
    assert run_python(INTERRUPT_COUNT, timeout=HANG) == "9973\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_from_outside_ends_a_script_as_it_ends_any_other():
    code = """
        import sys, hustings as hs, pyarrow as pa
        texts = pa.array(["Mutual trust and the shared river"] * 1_000_000)
        print("ready", flush=True)
        while True:
            hs.Corpus.from_texts(texts)
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        hung = threading.Timer(HANG, process.kill)
        hung.start()
        _, errors = process.communicate()
        hung.cancel()
    # A note may stand behind it: "while processing 'texts'" where the texts were being taken over.
    assert "KeyboardInterrupt" in errors.splitlines()
    assert process.returncode == -signal.SIGINT


# --- processes -----------------------------------------------------------------------------------

FORK = """
    import os, signal, threading, warnings
    import hustings as hs

    warnings.simplefilter("ignore")
    texts = ["Mutual trust and the shared river"] * 20_000
    corpus = hs.Corpus.from_texts(texts)
    expected = corpus.frequencies().to_csv()
    stop = threading.Event()

    def work():
        while not stop.is_set():
            hs.Corpus.from_texts(texts).frequencies()

    other = threading.Thread(target=work)
    other.start()
    for _ in range(5):
        child = os.fork()
        if child == 0:
            signal.alarm(30)
            again = hs.Corpus.from_texts(texts)
            same = again.frequencies().to_csv() == corpus.frequencies().to_csv() == expected
            os._exit(0 if same and len(again.kwic("trust").sort("R1")) == 20_000 else 1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    stop.set()
    other.join()
"""

POOL = """
import multiprocessing, sys, warnings
import hustings as hs

def count(word):
    return len(hs.kwic([word + " a " + word] * 3000, word))

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    hs.term_frequencies(["a"] * 3000)
    for _ in range(int(sys.argv[2])):
        with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
            print(pool.map(count, ["trust", "river", "shore"]))
"""


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@needs_fork
def test_a_forked_child_works_while_the_parent_computes():
    assert run_python(FORK, timeout=HANG * 3).split() == ["0"] * 5


@pytest.mark.parametrize(
    ("context", "times"), [pytest.param("fork", 3, marks=needs_fork), ("spawn", 1)]
)
def test_a_pool_of_processes_works(tmp_path, context, times):
    script = tmp_path / "pool.py"
    script.write_text(POOL, encoding="utf-8")
    command = [sys.executable, str(script), context, str(times)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=HANG, check=False)
    assert (done.stdout.splitlines(), done.stderr) == (["[6000, 6000, 6000]"] * times, "")


# --- the same results ----------------------------------------------------------------------------

SAME = """
    import hashlib, json, random, sys
    import numpy as np, hustings as hs

    hs.set_threads({threads})
    chance = random.Random(7)
    letters = [f"{{first}}{{second}}" for first in "TtÄä中" for second in "rust"]
    words = [f"{{start}}{{end}}" for start in letters for end in ("", "s", "'s")]
    words += [f"w{{number}}" for number in range(20_000)]
    texts = [" ".join(chance.choices(words, k=chance.choice((0, 1, 300)))) for _ in range(9_000)]
    groups = [chance.choice("xyz") for _ in texts]
    corpus = hs.Corpus.from_texts(texts, metadata={{"group": groups}})
    lines = corpus.kwic(["t*", "w1?"], window=2)
    dtm = corpus.dtm()
    parts = {{
        "threads": str(hs.threads()),
        "hash": corpus.hash,
        "frequencies": corpus.frequencies().to_csv(),
        "grouped": corpus.frequencies(by="group", min_frequency=2).to_csv(),
        "kwic": lines[:3000].to_csv(),
        "sorted": lines.sort("R1 L2 node group").sample(3000, seed=5).to_csv(),
        "terms": "\\n".join(dtm.terms),
        "ngrams": corpus.ngrams(3, by="group").to_csv(),
        "cooccurrences": corpus.cooccurrences(3).to_csv(),
        "collocates": corpus.collocates(["t*", "w1?"], min_frequency=1).to_csv(),
    }}
    arrays = [dtm.data, dtm.indices, dtm.indptr, hs.tokenize(texts).offsets]
    tokens = corpus.tokens().to_arrow()
    parts["arrays"] = [np.asarray(array).tobytes() for array in arrays]
    parts["tokens"] = [
        bytes(part) for column in tokens.columns for chunk in column.chunks
        for part in chunk.buffers() if part is not None
    ]
    digest = lambda part: hashlib.sha256(part.encode() if isinstance(part, str) else b"".join(part))
    print(json.dumps({{name: digest(part).hexdigest() for name, part in parts.items()}}))
"""


@pytest.fixture(scope="module")
def results():
    return {threads: run_python(SAME.format(threads=threads)) for threads in (1, 2, 8)}


@pytest.mark.parametrize("threads", [2, 8])
def test_results_are_the_same_bytes_for_any_number_of_threads(results, threads):
    set_to = hashlib.sha256(str(threads).encode()).hexdigest()
    as_with_one = results[1].replace(hashlib.sha256(b"1").hexdigest(), set_to)
    assert results[threads] == as_with_one
    assert set_to in results[threads]


def test_the_number_of_threads_is_what_it_was_set_to():
    before = hs.threads()
    try:
        for threads in (1, 3, 2):
            hs.set_threads(threads)
            assert hs.threads() == threads
            assert still_works()
    finally:
        hs.set_threads(before)


QUESTIONS = {
    "frequencies": lambda corpus: corpus.frequencies(by="group").to_csv(),
    "kwic": lambda corpus: corpus.kwic("t*").sort("R1 L1").to_csv(),
    "dtm": lambda corpus: corpus.dtm().to_table().to_csv(),
    "ngrams": lambda corpus: corpus.ngrams(2, by="group").to_csv(),
    "collocates": lambda corpus: corpus.collocates("t*").to_csv(),
    "subset": lambda corpus: corpus.subset(group="x").tokens().to_csv(),
    "build": lambda corpus: hs.term_frequencies(corpus.documents["id"]).to_csv(),
}


def test_eight_threads_asking_one_corpus_agree():
    chance = random.Random(5)
    words = ["trust", "river", "Talks", "shore", "May", "may"]
    texts = [" ".join(chance.choices(words, k=20)) for _ in range(500)]
    metadata = {"group": [chance.choice("xyz") for _ in texts]}
    corpus = hs.Corpus.from_texts(texts, metadata=metadata)
    expected = {name: ask(corpus) for name, ask in QUESTIONS.items()}
    asked = list(QUESTIONS) * 8
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda name: QUESTIONS[name](corpus), asked)
        assert [expected[name] == answer for name, answer in zip(asked, answers, strict=True)] == [
            True
        ] * len(asked)


def test_the_same_lazy_concordance_is_built_by_eight_threads_at_once():
    lines = hs.kwic(["trust " * 2000], "trust")
    with ThreadPoolExecutor(8) as pool:
        built = list(pool.map(lambda _: lines.column("start"), range(8)))
    assert built == [list(range(0, 12_000, 6))] * 8
