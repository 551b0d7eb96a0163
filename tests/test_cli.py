"""The command `hustings`, as it is called from a shell."""

import csv
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import hustings as hs
import pytest

MODULE = [sys.executable, "-m", "hustings"]
SCRIPT = [str(Path(sys.executable).parent / "hustings")]
TEXTS = {
    "a": " date 2031-03-04 Talks open\n\nPORT LUMEN, March 4 (VPS) -- Mutual trust, they said.\n",
    "b": "TALVORA, March 5 (Northern Wire) -- May trust last, may it grow.\n",
}


def run(*arguments, command=MODULE, **environment):
    return subprocess.run(
        [*command, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "COLUMNS": "100", **environment},
    )


def output(*arguments, **options):
    done = run(*arguments, **options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def rows(*arguments):
    return list(csv.reader(io.StringIO(output(*arguments, "--csv"), newline="")))


def table_rows(result):
    return list(csv.reader(io.StringIO(result.to_csv(), newline="")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("talks")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def corpus(folder):
    return hs.read_articles(folder)


@pytest.fixture(scope="module")
def demo():
    return output("demo")


def test_the_demo_counts_the_samples(demo):
    corpus = hs.sample_corpus()
    assert f"{len(corpus)} documents, {corpus.n_tokens:,} tokens" in demo
    assert repr(corpus.frequencies(min_frequency=40)) in demo


def test_the_demo_shows_every_multilateral_word_in_a_sorted_concordance(demo):
    lines = hs.sample_corpus().kwic("multilateral*", window=6).sort("R1 R2")
    shown = re.findall(r"^ *\d+ .*\bmultilateral", demo, flags=re.MULTILINE | re.IGNORECASE)
    assert len(shown) == min(20, len(lines)) > 1
    assert f"{len(lines)} lines; window: 6 tokens on either side" in demo


def test_the_script_that_is_installed_does_the_same(folder):
    assert output("kwic", folder, "trust", command=SCRIPT) == output("kwic", folder, "trust")


def test_kwic_shows_a_page(folder):
    *lines, caption = output("kwic", folder, "trust", "--window", 2).splitlines()
    assert caption == "2 lines; window: 2 tokens on either side"
    assert [re.split(r"\s{2,}", line) for line in lines] == [
        ["0", "a", "Mutual", "trust", ", they said."],
        ["1", "b", "May", "trust", "last, may"],
    ]


KWIC = [
    (["trust"], lambda corpus: corpus.kwic("trust")),
    (["tr*t", "--window", 1], lambda corpus: corpus.kwic("tr*t", window=1)),
    (["trust", "--sort", "R1"], lambda corpus: corpus.kwic("trust").sort("R1")),
    (["may|talks", "--regex"], lambda corpus: corpus.kwic("may|talks", regex=True)),
    (["May", "--case-sensitive"], lambda corpus: corpus.kwic("May", case_sensitive=True)),
    (["nowhere"], lambda corpus: corpus.kwic("nowhere")),
    (["*", "--lines", 1], lambda corpus: corpus.kwic("*")),
    (['"mutual"%c []', "--cql"], lambda corpus: corpus.kwic(cql='"mutual"%c []')),
    (["t*", "--voice", "quoted"], lambda corpus: corpus.kwic("t*", voice="quoted")),
    (
        ["trust", "--metadata", "agency date"],
        lambda corpus: corpus.kwic("trust").with_metadata("agency", "date"),
    ),
    (
        ["t*", "--context", "speaker verb citation", "--sort", "speaker"],
        lambda corpus: (
            corpus.kwic("t*").with_context("speaker", "verb", "citation").sort("speaker")
        ),
    ),
]


@pytest.mark.parametrize(("arguments", "expected"), KWIC)
def test_kwic_prints_every_line_as_csv(folder, corpus, arguments, expected):
    assert rows("kwic", folder, *arguments) == table_rows(expected(corpus))


def test_kwic_shows_as_many_lines_as_it_is_told(folder):
    *lines, more, caption = output("kwic", folder, "*", "--lines", 3).splitlines()
    assert (len(lines), more) == (3, "…")
    assert caption.endswith("lines; window: 5 tokens on either side")


FREQUENCIES = [
    ([], lambda corpus: corpus.frequencies()),
    (["--by", "agency"], lambda corpus: corpus.frequencies(by="agency")),
    (["--min-frequency", 2], lambda corpus: corpus.frequencies(min_frequency=2)),
]


@pytest.mark.parametrize(("arguments", "expected"), FREQUENCIES)
def test_frequencies_prints_every_row_as_csv(folder, corpus, arguments, expected):
    assert rows("frequencies", folder, *arguments) == table_rows(expected(corpus))


@pytest.fixture(scope="module")
def voices(tmp_path_factory):
    folder = tmp_path_factory.mktemp("voices")
    text = 'Tara Vell said the trust was mutual. "Trust us," the minister said. It rained.'
    (folder / "c.txt").write_text(text, encoding="utf-8")
    return folder


QUOTATIONS = [
    ([], lambda corpus: corpus.quotations()),
    (["trust"], lambda corpus: corpus.quotations("trust")),
    (["Trust", "--case-sensitive"], lambda corpus: corpus.quotations("Trust", case_sensitive=True)),
    (["m.*l", "--regex"], lambda corpus: corpus.quotations("m.*l", regex=True)),
    (['[] "trust"', "--cql"], lambda corpus: corpus.quotations(cql='[] "trust"')),
]


@pytest.mark.parametrize(("arguments", "expected"), QUOTATIONS)
def test_quotations_prints_every_row_as_csv(voices, arguments, expected):
    printed = rows("quotations", voices, *arguments)
    assert printed == table_rows(expected(hs.read_articles(voices)))
    assert len(printed) > 1


def test_quotations_shows_a_table(voices):
    table = hs.read_articles(voices).quotations("trust")
    assert len(table) == 2
    assert output("quotations", voices, "trust") == f"{table}\n"


def test_files_of_another_encoding_are_read(tmp_path):
    (tmp_path / "a.txt").write_bytes("Le caf\u00e9 est l\u00e0.".encode("windows-1252"))
    done = run("kwic", tmp_path, "caf*")
    assert done.returncode == 1
    assert "utf-8" in done.stderr.lower()
    for arguments in (["--encoding", "windows-1252"], ["--errors", "replace"]):
        assert output("kwic", tmp_path, "caf*", *arguments).splitlines()[-1].startswith("1 line;")
    assert rows("frequencies", tmp_path, "--encoding", "windows-1252")[1][0] == "caf\u00e9"


def test_frequencies_shows_a_table(folder, corpus):
    assert output("frequencies", folder) == f"{corpus.frequencies()}\n"


def test_one_file_is_enough(folder):
    assert rows("kwic", folder / "b.txt", "trust")[1][0] == "b"


def test_collocates_prints_every_row_as_csv(folder, corpus):
    arguments = ["collocates", folder, "trust", "--window", 2, "--min-frequency", 1]
    table = corpus.collocates("trust", window=2, min_frequency=1, measures=["log_dice"])
    assert rows(*arguments) == table_rows(table.sort("log_dice", descending=True))
    table = corpus.collocates(cql='"m.*"', min_frequency=1, measures=["mi", "t_score"])
    asked = ["m.*", "--regex", "--min-frequency", 1, "--measures", "mi t_score"]
    regex = corpus.collocates("m.*", regex=True, min_frequency=1, measures=["mi", "t_score"])
    assert rows("collocates", folder, *asked) == table_rows(regex.sort("mi", descending=True))


def test_keyness_compares_two_corpora(folder, corpus, tmp_path):
    (tmp_path / "other.txt").write_text("No trust, no talks, no peace.", encoding="utf-8")
    table = corpus.keyness(hs.read_articles(tmp_path), min_frequency=1)
    assert len(table) > 1
    arguments = ["keyness", folder, tmp_path, "--min-frequency", 1]
    assert rows(*arguments) == table_rows(table)
    assert output(*arguments).startswith("term ")


def piped_in(*arguments, given):
    return subprocess.run(
        [*MODULE, *map(str, arguments)], input=given, capture_output=True, timeout=60, check=False
    )


def test_a_text_may_be_piped_in():
    text = "Mutual trust, she said. \u201cTrust us.\u201d"
    done = piped_in("kwic", "-", "trust", "--csv", given=text.encode())
    expected = hs.Corpus.from_texts([text], ids=["stdin"], format="auto").kwic("trust")
    assert done.returncode == 0
    assert list(csv.reader(io.StringIO(done.stdout.decode(), newline=""))) == table_rows(expected)
    done = piped_in("kwic", "-", "caf\xe9", "--csv", "--encoding", "latin-1", given=b"caf\xe9")
    assert b"caf\xc3\xa9" in done.stdout
    done = piped_in("kwic", "-", "trust", given=b"caf\xe9 trust")
    assert (done.returncode, done.stderr[:42]) == (1, b"hustings: stdin is not utf-8 at byte 3; pa")
    assert done.stderr.endswith(b"pass the text's --encoding, or --errors replace\n")
    done = piped_in("kwic", "-", "trust", "--encoding", "klingon", given=b"trust")
    assert b"encoding must be one that is known, got 'klingon'" in done.stderr


def test_the_version_is_printed():
    assert output("--version") == f"hustings {hs.__version__}\n"


def test_a_saved_corpus_is_asked_as_its_articles_are(folder, corpus, tmp_path):
    saved = tmp_path / "saved.hustings"
    corpus.save(saved)
    for asked in (["kwic", "trust", "--metadata", "agency"], ["frequencies"], ["quotations"]):
        question, *rest = asked
        assert output(question, saved, *rest) == output(question, folder, *rest)
    broken = next(saved.glob("segment-*"))
    broken.write_bytes(b"")
    assert "corpus is damaged" in run("kwic", saved, "trust").stderr


def test_a_folder_of_articles_may_hold_another_manifest(tmp_path):
    (tmp_path / "manifest.json").write_text('{"name": "articles"}')
    (tmp_path / "a.txt").write_text("Trust us.")
    assert len(rows("kwic", tmp_path, "trust")) == 2


def test_texts_and_ids_may_have_other_names(tmp_path):
    (tmp_path / "a.csv").write_text("file,body,year\nx,Trust us.,2031\n")
    found = rows("kwic", tmp_path / "a.csv", "trust", "--text", "body", "--id", "file")
    assert found[1][0] == "x"


def test_quotations_have_metadata_beside_them(folder, corpus):
    expected = corpus.quotations().with_metadata("agency")
    assert rows("quotations", folder, "--metadata", "agency") == table_rows(expected)


ERRORS = [
    (["kwic", "{folder}", "trust", "--metadata", "color"], 'must be one of .*, got "color"'),
    (["kwic", "{folder}/gone", "trust"], r"No such file or directory.*gone"),
    (["kwic", "{folder}/*.doc", "trust"], r"no file matches .*\.doc"),
    (
        ["kwic", "{folder}", "..."],
        r'pattern must contain a word that the tokenizer keeps, got "\.\.\."',
    ),
    (["kwic", "{folder}", "trust", "--window", "-1"], r"window must be at least 0, got -1"),
    (["kwic", "{folder}", "trust", "--window", "99999999999"], r"window must be"),
    (["kwic", "{folder}", "trust", "--sort", "Q1"], r'sort key must be one of .*, got "Q1"'),
    (
        ["frequencies", "{folder}", "--by", "color"],
        r'metadata column must be one of .*, got "color"',
    ),
    (["frequencies", "{folder}", "--min-frequency", "-1"], r"min_frequency must be"),
]


@pytest.mark.parametrize(("arguments", "message"), ERRORS)
def test_an_error_is_one_line_on_stderr_and_the_exit_code_1(folder, arguments, message):
    done = run(*(argument.replace("{folder}", str(folder)) for argument in arguments))
    assert re.fullmatch(rf"hustings: .*{message}.*\n", done.stderr)
    assert (done.returncode, done.stdout) == (1, "")


def test_a_malformed_expression_is_shown_with_its_caret(folder):
    done = run("kwic", folder, "tru(st", "--regex")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"hustings: regular expression .*\n  tru\(st\n +\^\n", done.stderr)


@pytest.mark.parametrize("arguments", [[], ["kwic"], ["frequencies"], ["dance"], ["demo", "x"]])
def test_a_call_that_makes_no_sense_shows_the_usage(arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: hustings")


@pytest.mark.parametrize("arguments", [["--help"], ["demo", "--help"], ["kwic", "--help"]])
def test_help_is_printed(arguments):
    assert output(*arguments).startswith("usage: hustings")


@pytest.fixture(scope="module")
def long_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "long.txt"
    path.write_text("trust " * 20_000, encoding="utf-8")
    return path


PIPES = {
    "more than a pipe holds": ["kwic", "{path}", "trust", "--csv"],
    "less than a pipe holds": ["frequencies", "{path}"],
}


@pytest.fixture(params=PIPES)
def piped(request, long_file):
    return [*MODULE, *(part.replace("{path}", str(long_file)) for part in PIPES[request.param])]


@pytest.mark.skipif(os.name == "nt", reason="a pipe of a POSIX shell")
def test_the_head_of_the_output_is_all_that_is_printed(piped):
    command = ["sh", "-c", f"{shlex.join(piped)} | head -n 1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stderr, done.stdout.count("\n")) == ("", 1)


@pytest.mark.skipif(os.name == "nt", reason="a pipe of POSIX")
def test_a_pipe_that_nobody_reads_is_no_error_to_report(piped):
    read, write = os.pipe()
    os.close(read)
    pipes = {"stdout": write, "stderr": subprocess.PIPE, "text": True}
    done = subprocess.run(piped, **pipes, timeout=60, check=False)
    os.close(write)
    assert done.stderr == ""


def test_output_is_utf_8_wherever_it_goes(tmp_path):
    (tmp_path / "a.txt").write_text("中国 trust é", encoding="utf-8")
    shown = output("kwic", tmp_path, "trust", "--csv", PYTHONIOENCODING="ascii")
    assert "中国" in shown
