"""Make the texts that everything is measured on: the same bytes wherever the data are the same.

    python benches/corpora.py --megabytes 10 100 1000

The texts are speeches of the UN General Debate and briefings of the White House where the folder
`shared/data` lies beside the project, otherwise articles put together from sentences of the sample
articles. They stay in `benches/.cache`, which is outside version control.
"""

import argparse
import hashlib
import itertools
import json
import random
import sys
from functools import cache
from pathlib import Path

import polars as pl
import pyarrow as pa

HERE = Path(__file__).parent
CACHE = HERE / ".cache"
DATA = HERE.parents[1] / "shared/data/corpora"
SPEECHES = [DATA / "un_general_debate.parquet", DATA / "white_house_briefings.parquet"]
SAMPLES = HERE.parent / "python/hustings/samples"
# Only `random()` is drawn from: of Python's generators it alone is the same in every version.
SEED = 20251121
SENTENCES_A_TEXT = 60
# Above this, texts are drawn again and again from the real ones, of which there is no more.
LARGEST_REAL = 100


def has_speeches():
    return all(path.exists() for path in SPEECHES)


@cache
def real_texts():
    """All speeches and briefings, in an order drawn once."""
    texts = [text for path in SPEECHES for text in pl.read_parquet(path)["text"] if text]
    draw = random.Random(SEED).random
    return sorted(texts, key=lambda _: draw())


@cache
def sample_sentences():
    paths = sorted(SAMPLES.glob("*.txt"))
    lines = (line for path in paths for line in path.read_text("utf-8").splitlines())
    return [f"{part}." for line in lines for part in line.removesuffix(".").split(". ") if part]


def drawn(choices, n, seed):
    """Lists of `n` choices without end."""
    draw = random.Random(seed).random
    while True:
        yield [choices[int(draw() * len(choices))] for _ in range(n)]


def all_texts(megabytes):
    """The texts that a corpus of this size is the beginning of."""
    if not has_speeches():
        return (" ".join(some) for some in drawn(sample_sentences(), SENTENCES_A_TEXT, SEED))
    if megabytes <= LARGEST_REAL:
        return iter(real_texts())
    return itertools.chain.from_iterable(drawn(real_texts(), 1, SEED + 1))


def beginning(texts, n_bytes):
    """The first texts that together have at least so many bytes."""
    size = 0
    for text in texts:
        if size >= n_bytes:
            return
        size += len(text.encode())
        yield text


def write_parquet(texts, path):
    pl.DataFrame({"text": texts}).write_parquet(path)


def write_arrow(texts, path):
    """Not compressed, so that a program that maps the file holds the text once."""
    table = pa.table({"text": pa.array(texts, pa.large_string())})
    with pa.ipc.new_file(path, table.schema) as file:
        file.write_table(table)


def write_csv(texts, path):
    pl.DataFrame({"text": texts}).write_csv(path)


def write_jsonl(texts, path):
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


def write_txt(texts, path):
    """About one sentence a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(" ".join(text.split()).replace(". ", ".\n") + "\n" for text in texts)


WRITERS = {
    "parquet": write_parquet,
    "jsonl": write_jsonl,
    "arrow": write_arrow,
    "csv": write_csv,
    "txt": write_txt,
}


def corpus_path(megabytes, kind):
    """The file with the texts of this size, made if it is absent."""
    source = "real" if has_speeches() else "samples"
    path = CACHE / f"{source}-{megabytes}.{kind}"
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        made = path.with_suffix(".part")
        WRITERS[kind](texts_of(megabytes), made)
        made.rename(path)
    return path


def texts_of(megabytes):
    """The texts of this size as a list of str."""
    path = CACHE / f"{'real' if has_speeches() else 'samples'}-{megabytes}.parquet"
    if path.exists():
        return pl.read_parquet(path)["text"].to_list()
    return list(beginning(all_texts(megabytes), megabytes * 1_000_000))


def digest(texts):
    """SHA-256 of all texts, each ended by a zero byte."""
    sha = hashlib.sha256()
    for text in texts:
        sha.update(text.encode())
        sha.update(b"\0")
    return sha.hexdigest()


def source():
    if has_speeches():
        return "UN General Debate speeches and White House briefings"
    return "sentences of the sample articles, drawn at random"


def described(megabytes):
    texts = texts_of(megabytes)
    size = sum(len(text.encode()) for text in texts)
    return f"{megabytes} MB: {len(texts):,} texts, {size:,} bytes, SHA-256 {digest(texts)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--kinds", nargs="+", choices=WRITERS, default=["parquet", "jsonl"])
    options = parser.parse_args()
    if not has_speeches():
        print(f"{DATA} lacks the speeches: sentences of the sample articles", file=sys.stderr)
    print(f"{CACHE}: {source()}")
    for megabytes in options.megabytes:
        for kind in options.kinds:
            corpus_path(megabytes, kind)
        print(described(megabytes))


if __name__ == "__main__":
    main()
