"""The layers of the crate and the things that only one place may do."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"

LAYERS = {
    "allocator": set(),
    "error": set(),
    "prefetch": set(),
    "task": {"error"},
    "table": {"error", "prefetch", "task"},
    "text": {"error"},
    "stats": {"error", "prefetch"},
    "articles": {"error", "task", "table", "text", "stats"},
    "corpus": {"allocator", "error", "prefetch", "task", "table", "text", "stats", "articles"},
    "query": {"error", "task", "table", "text", "stats", "articles", "corpus"},
    "analysis": {
        "error",
        "prefetch",
        "task",
        "table",
        "text",
        "stats",
        "articles",
        "corpus",
        "query",
    },
}

ONLY_IN = {
    r"\brayon\b": {"task.rs"},
    r"\bpyo3\b": {"python/"},
    r"\.detach\(": {"python/run.rs"},
    # The keyword, not the adjective in a list of words.
    r"\bunsafe\b(?!\")": {
        "allocator.rs",
        "prefetch.rs",
        "python/arrow.rs",
        "stats/vectors.rs",
        "text/segment/x86.rs",
        "corpus/store/memory.rs",
        "table/checked.rs",
        "table/views.rs",
    },
    r"\bstd::arch\b": {"prefetch.rs", "stats/vectors.rs", "text/segment/x86.rs"},
    r"\bunicode_segmentation\b": {"text/segment/", "text/tokenizer.rs"},
    r"\bicu_segmenter\b": {"text/dictionary.rs"},
    r"\bicu_collator\b": {"text/collation.rs"},
    r"\bstd::fs\b": {
        "allocator.rs",
        "corpus/files.rs",
        "corpus/store/",
        "text/segment/generate.rs",
        "text/segment/tests.rs",
    },
    r"\bthread_local!|\bstatic mut\b": set(),
    r"\bprintln!|\beprintln!|\bdbg!": set(),
}

IMPORT = re.compile(r"\b(?:crate|hustings)::(?:\{([^}]*)\}|(\w+))")
COMMENT = re.compile(r"//.*")


def layer_violations(files):
    """Uses of a layer by one that must not know it, as (file, layer)."""
    layers = {name: name.removesuffix(".rs").split("/")[0] for name in files}
    return [
        (name, used)
        for name, text in files.items()
        if layers[name] in LAYERS
        for used in used_modules(text)
        if used in {*LAYERS, "python"} - LAYERS[layers[name]] - {layers[name]}
    ]


def used_modules(text):
    """The modules of the crate that a file names, one by one or in braces."""
    for group, single in IMPORT.findall(COMMENT.sub("", text)):
        yield from re.findall(r"(?:^|,)\s*(\w+)", group) if group else [single]


def place_violations(files):
    """Things done outside the one place for them, as (file, what)."""
    return [
        (name, what)
        for name, text in files.items()
        for what, places in ONLY_IN.items()
        if re.search(what, COMMENT.sub("", text))
        and not any(name == place or name.startswith(place) for place in places)
        and not (what == r"\bpyo3\b" and name == "lib.rs")
    ]


@pytest.fixture(scope="module")
def files():
    paths = SOURCE.rglob("*.rs")
    return {path.relative_to(SOURCE).as_posix(): path.read_text("utf-8") for path in paths}


def test_every_layer_is_known(files):
    top = {name.removesuffix(".rs").split("/")[0] for name in files} - {"lib", "python"}
    assert top == set(LAYERS)


def test_a_layer_uses_only_those_before_it(files):
    assert layer_violations(files) == []


def test_each_thing_is_done_in_its_one_place(files):
    assert place_violations(files) == []


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("text/fold.rs", "use crate::corpus::Corpus;"),
        ("stats/matrix.rs", "use crate::{error::Error, table::Table};"),
        ("corpus/build.rs", "fn f() { crate::analysis::frequencies(); }"),
        ("task.rs", "use crate::python::run;"),
    ],
)
def test_a_planted_use_of_a_later_layer_is_found(files, name, planted):
    planted_files = {**files, name: f"{files[name]}\n{planted}\n"}
    assert [found for found, _ in layer_violations(planted_files)] == [name]


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("corpus/build.rs", "use rayon::prelude::*;"),
        ("python/corpus.rs", "fn f(py: Python<'_>) { py.detach(|| ()) }"),
        ("corpus/part.rs", "let x = unsafe { *pointer };"),
        ("text/segment/masks.rs", "let x = unsafe { *pointer };"),
        ("stats/matrix.rs", "use std::arch::x86_64::*;"),
        ("analysis/tokens.rs", "use pyo3::prelude::*;"),
    ],
)
def test_a_planted_breach_of_a_place_is_found(files, name, planted):
    planted_files = {**files, name: f"{files[name]}\n{planted}\n"}
    assert [found for found, _ in place_violations(planted_files)] == [name]


def test_comments_may_name_what_code_must_not_do(files):
    planted = {**files, "text/fold.rs": "// rayon, crate::corpus and unsafe are not for this file"}
    assert layer_violations(planted) == place_violations(planted) == []
