"""Write the documents of the shared corpora as text files that Rust can read without a library.

One file a corpus in `target/texts`, one more of English mixed and one for each of some languages of
the Declaration of Human Rights, repeated; documents end with a NUL. Files that are there are kept.
"""

from itertools import zip_longest
from pathlib import Path

import polars as pl

PROJECT = Path(__file__).parents[1]
CORPORA = PROJECT.parent / "shared/data/corpora"
TEXTS = PROJECT / "target/texts"
LANGUAGES = {"russian": "rus", "arabic": "arb", "chinese": "cmn", "japanese": "jpn"}
MIXED_BYTES = 100_000_000
LANGUAGE_BYTES = 10_000_000


def main():
    if not CORPORA.is_dir():
        print(f"there are no shared corpora in {CORPORA}: nothing to export")
        return
    TEXTS.mkdir(parents=True, exist_ok=True)
    texts = {path.stem: documents(path) for path in sorted(CORPORA.glob("*.parquet"))}
    for name, found in texts.items():
        write(name, found)
    speeches = zip_longest(texts["un_general_debate"], texts["white_house_briefings"])
    write("english", up_to(MIXED_BYTES, (text for pair in speeches for text in pair if text)))
    udhr = pl.read_parquet(CORPORA / "udhr.parquet")
    for name, code in LANGUAGES.items():
        chosen = udhr.filter(pl.col("iso639_3") == code)["text"].to_list()
        size = sum(len(text.encode()) for text in chosen)
        write(name, chosen * (LANGUAGE_BYTES // size + 1))


def documents(path):
    return pl.read_parquet(path)["text"].drop_nulls().to_list()


def up_to(limit, texts):
    size = 0
    for text in texts:
        if size > limit:
            return
        size += len(text.encode())
        yield text


def write(name, texts):
    path = TEXTS / f"{name}.txt"
    if not path.exists():
        path.write_bytes(b"".join(text.replace("\0", " ").encode() + b"\0" for text in texts))


if __name__ == "__main__":
    main()
