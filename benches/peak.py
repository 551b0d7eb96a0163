"""The most memory that one build takes, in a process of its own: `python peak.py column|file PATH`.

Prints bytes as JSON: of the process before it began, at its most, and the tokens of the corpus.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

import hustings as hs
import pyarrow as pa


def peak():
    """The most that was resident since the process began. Linux keeps it through `fork` and `exec`
    in `getrusage`, which would give what the parent had; this line of /proc begins anew."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024


def from_column(path):
    """The file is mapped, so the text is in memory once, and counted."""
    with pa.memory_map(path) as file:
        return hs.Corpus.from_texts(pa.ipc.open_file(file).read_all().column("text"))


def from_file(path):
    return hs.read_articles(path, format="plain")


def saved_from_file(path):
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        return hs.read_articles(path, format="plain", save_to=Path(folder) / "saved")


BUILDS = {"column": from_column, "file": from_file, "saved": saved_from_file}


def main():
    build, path = BUILDS[sys.argv[1]], sys.argv[2]
    before = peak()
    corpus = build(path)
    print(json.dumps({"before": before, "peak": peak(), "tokens": corpus.n_tokens}))


if __name__ == "__main__":
    main()
