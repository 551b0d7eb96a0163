"""Measure hustings beside its peers in one run, interleaved; prints a page in Markdown."""

import argparse
import datetime as dt
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import hustings as hs
from corpora import described, source
from material import CONC, Material
from measuring import interleaved
from own import FIGURES, seconds, table
from questions import QUESTIONS

PACKAGES = ["hustings", "polars", "duckdb", "scikit-learn", "nltk", "spacy", "tokenizers"]


def said_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def absence(contender):
    """Why a contender cannot take part, or nothing."""
    if not contender.is_in_this_version():
        return "not in this version"
    if contender.given == "conc" and not CONC.exists():
        return f"there is no {CONC}"
    if contender.name.startswith("ripgrep") and not shutil.which("rg"):
        return "rg is not installed"
    return ""


def size_for(contender, megabytes):
    return min(contender.megabytes or megabytes, megabytes)


def answer(question, options):
    """The rows of a question: name, seconds for all texts, found, note; absent ones last."""
    absent = {one.name: absence(one) for one in question.contenders if absence(one)}
    here = [one for one in question.contenders if one.name not in absent]
    sizes = {size_for(one, options.megabytes) for one in here} | {options.megabytes}
    materials = {size: Material(size) for size in sizes}
    calls = {one.name: one.call(materials[size_for(one, options.megabytes)]) for one in here}
    results = interleaved(calls, options.rounds)
    rows = []
    for one in here:
        size = size_for(one, options.megabytes)
        times = materials[options.megabytes].n_bytes / materials[size].n_bytes
        note = f"on {size} MB, time {times:.1f}-fold" if size < options.megabytes else ""
        rows.append((one.name, results[one.name].seconds * times, results[one.name].found, note))
    for material in materials.values():
        material.close()
    return rows, absent


def is_ours(row):
    return row[0].startswith("hustings")


def printed(question, rows, absent):
    ours = next((row[1] for row in rows if is_ours(row)), None)
    lines = []
    for name, took, found, note in rows:
        ratio = f"{took / ours:.1f}" if ours else ""
        lines.append([name, seconds(took), ratio, f"{found:,}", note])
    lines += [[name, "", "", "", why] for name, why in absent.items()]
    columns = ["contender", "seconds", "times hustings", "found", "note"]
    print(f"### {question.name}\n\n{question.work}\n\n{table(columns, lines)}", flush=True)


def against_fastest(name, rows):
    """Our time beside that of the fastest peer, or nothing where one is absent."""
    ours = next((row for row in rows if is_ours(row)), None)
    peers = [row for row in rows if not row[0].startswith(("hustings", "floor"))]
    if not ours or not peers:
        return []
    peer = min(peers, key=lambda row: row[1])
    return [[name, seconds(ours[1]), peer[0], seconds(peer[1]), f"{peer[1] / ours[1]:.1f}"]]


def print_setting(options):
    print(f"## {dt.datetime.now(dt.UTC).date()}\n")
    print(f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}.")
    names = [f"{name} {version(name)}" for name in PACKAGES]
    if CONC.exists():
        show = "from importlib.metadata import version; print('Conc', version('conc'))"
        names.append(said_by(CONC, "-c", show).strip())
    if shutil.which("rg"):
        names.append(said_by("rg", "--version").partition("\n")[0])
    print(f"Python {platform.python_version()}; {', '.join(names)}.")
    print(f"{hs.threads()} threads. Texts: {source()}.")
    print(f"{described(options.megabytes)}. Medians of {options.rounds} rounds.\n")


def processor():
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def main():
    names = [question.name for question in QUESTIONS]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--largest", type=int, default=1000, help="MB of scaling and memory")
    parser.add_argument("--only", nargs="+", choices=[*names, *FIGURES], default=[*names, *FIGURES])
    options = parser.parse_args()
    print_setting(options)
    summary = []
    for question in QUESTIONS:
        if question.name in options.only:
            print(f"{question.name} …", file=sys.stderr)
            rows, absent = answer(question, options)
            printed(question, rows, absent)
            summary += against_fastest(question.name, rows)
    if summary:
        columns = ["question", "hustings, s", "fastest peer", "its seconds", "times"]
        print(f"### Against the fastest peer\n\n{table(columns, summary)}")
    for name, figure in FIGURES.items():
        if name in options.only:
            print(f"{name} …", file=sys.stderr)
            print(f"### {name}\n\n{figure.__doc__}\n\n{figure(options)}", flush=True)


if __name__ == "__main__":
    main()
