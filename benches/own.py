"""Figures of hustings alone: threads, growth of the texts, memory, size of what is saved."""

import json
import subprocess
import sys
import time
from pathlib import Path

import hustings as hs
from corpora import corpus_path
from hostile import HOSTILE
from material import Material, files
from measuring import interleaved
from questions import QUESTIONS

SIZES = [10, 100, 1000]


def our_contenders():
    """The name of each question that this version answers, with the first that does."""
    for question in QUESTIONS:
        here = [own for own in question.contenders if own.name.startswith("hustings")]
        here = [own for own in here if own.is_in_this_version()]
        if here:
            yield question.name, here[0]


def table(columns, rows):
    """A table in Markdown, all columns but the first to the right."""
    ruler = ["---"] + ["---:"] * (len(columns) - 1)
    return "\n".join(f"| {' | '.join(row)} |" for row in [columns, ruler, *rows]) + "\n"


def seconds(value):
    return f"{value:.6f}" if value < 0.001 else f"{value:.3g}" if value < 10 else f"{value:.1f}"


def threads(options):
    """Each question with one thread and with two, in turn."""
    material, rows = Material(options.megabytes), []
    for name, contender in our_contenders():
        call = contender.call(material)
        results = interleaved({1: call, 2: call}, options.rounds, before=hs.set_threads)
        one, two = results[1].seconds, results[2].seconds
        rows.append([name, seconds(one), seconds(two), f"{one / two:.2f}"])
    material.close()
    return table(["question", "1 thread, s", "2 threads, s", "times faster"], rows)


def scaling(options):
    """Each question on texts of growing size, in turn."""
    materials = {size: Material(size) for size in SIZES if size <= options.largest}
    rows = []
    for name, contender in our_contenders():
        calls = {size: contender.call(material) for size, material in materials.items()}
        results = interleaved(calls, options.rounds)
        took = [result.seconds for result in results.values()]
        linear = (
            took[-1] / took[0] / (materials[max(calls)].n_bytes / materials[min(calls)].n_bytes)
        )
        rows.append([name, *map(seconds, took), f"{linear:.2f}"])
    for material in materials.values():
        material.close()
    sizes = [f"{size} MB, s" for size in materials]
    return table(["question", *sizes, "last / first, by bytes"], rows)


def peak_of(build, path):
    command = [sys.executable, Path(__file__).with_name("peak.py"), build, path]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(said)


def memory(options):
    """The most memory of a build, text included, without that of the interpreter."""
    rows = []
    for size in (size for size in SIZES if size <= options.largest):
        n_bytes = Material(size).n_bytes
        for name, build, kind in [
            ("from an Arrow column", "column", "arrow"),
            ("from JSON Lines", "file", "jsonl"),
            ("from JSON Lines, saved meanwhile", "saved", "jsonl"),
        ]:
            said = peak_of(build, corpus_path(size, kind))
            above = said["peak"] - said["before"]
            rows.append([f"{size} MB {name}", f"{above / 1e6:,.0f}", f"{above / n_bytes:.2f}"])
    return table(["build", "peak, MB", "times the text"], rows)


def size(options):
    """What a saved corpus takes on disk beside its text."""
    if not hasattr(hs.Corpus, "save"):
        return "not in this version\n"
    material = Material(options.megabytes)
    written = sum(file.stat().st_size for file in files(material.saved))
    text, tokens = material.n_bytes, material.corpus.n_tokens
    material.close()
    row = [f"{written:,}", f"{text:,}", f"{tokens:,}", f"{(written - text) / tokens:.2f}"]
    return table(["bytes saved", "of these text", "tokens", "others, bytes a token"], [row])


def hostile(options):
    """What becomes of queries that mean harm: seconds, and matches or the reason of the refusal."""
    material, rows = Material(options.megabytes), []
    corpus = material.corpus
    for name, cql in HOSTILE.items():
        before = time.perf_counter()
        try:
            said = f"{corpus.count(cql=cql):,}"
        except hs.HustingsError as refused:
            said = str(refused).partition("\n")[0].partition(";")[0]
        rows.append([name, seconds(time.perf_counter() - before), said])
    material.close()
    return table(["query", "seconds", "matches, or why it is refused"], rows)


FIGURES = {
    "hostile": hostile,
    "threads": threads,
    "scaling": scaling,
    "memory": memory,
    "size": size,
}
