"""Measure hustings beside its peers in one run, interleaved; the results are in README.md."""

import argparse
import os
import platform
import random
import statistics
import sys
import time
from importlib.metadata import version
from pathlib import Path

import hustings as hs
import nltk
import polars as pl
from nltk.tokenize import TreebankWordTokenizer
from sklearn.feature_extraction.text import CountVectorizer
from tokenizers import pre_tokenizers

# What CountVectorizer takes for a word, but for its default of at least two characters.
WORD = r"(?u)\b\w+\b"
SPEECHES = Path(__file__).parents[2] / "shared/data/corpora/un_general_debate.parquet"


def speeches(n_bytes):
    """Real speeches, or sentences of the sample articles drawn at random where these are absent."""
    if SPEECHES.exists():
        texts = pl.read_parquet(SPEECHES)["text"].to_list()
    else:
        print(f"{SPEECHES} is absent: resampling the sample articles", file=sys.stderr)
        corpus, draw = hs.sample_corpus(), random.Random(1)
        sentences = [
            line
            for name in corpus.documents["id"]
            for line in corpus.text(name).splitlines()
            if line
        ]
        texts = (" ".join(draw.choices(sentences, k=60)) for _ in iter(int, 1))
    taken, size = [], 0
    for text in texts:
        if size >= n_bytes:
            break
        taken.append(text)
        size += len(text.encode())
    return taken, size


def hugging_face(texts):
    split = pre_tokenizers.Whitespace().pre_tokenize_str
    return sum(len(split(text)) for text in texts)


def treebank(texts):
    split = TreebankWordTokenizer().tokenize
    return sum(len(split(text)) for text in texts)


def analyzer(texts):
    split = CountVectorizer(token_pattern=WORD).build_analyzer()
    return sum(len(split(text)) for text in texts)


def frequencies_of_nltk(texts):
    split = TreebankWordTokenizer().tokenize
    words = (word.lower() for text in texts for word in split(text))
    return len(nltk.FreqDist(words))


def count_vectorizer(texts):
    return CountVectorizer(token_pattern=WORD).fit_transform(texts).nnz


def questions(texts, column):
    """Each question with its contenders: a name and a call whose result says how much was found."""
    corpus = hs.Corpus.from_texts(column)
    words = [word for text in texts for word in TreebankWordTokenizer().tokenize(text)]
    index = nltk.ConcordanceIndex(words, key=str.lower)
    return {
        "tokenize": {
            "hustings": lambda: hs.tokenize(column).offsets.to_list()[-1],
            "tokenizers pre_tokenizers.Whitespace": lambda: hugging_face(texts),
            "scikit-learn build_analyzer": lambda: analyzer(texts),
            "NLTK TreebankWordTokenizer": lambda: treebank(texts),
        },
        "build the index": {
            "hustings Corpus.from_texts": lambda: hs.Corpus.from_texts(column).n_tokens,
            "NLTK ConcordanceIndex (tokens given)": lambda: len(
                nltk.ConcordanceIndex(words, key=str.lower).tokens()
            ),
        },
        "document-term matrix from texts": {
            "hustings from_texts + dtm": lambda: len(hs.Corpus.from_texts(column).dtm().data),
            "scikit-learn CountVectorizer": lambda: count_vectorizer(texts),
        },
        "term frequencies from texts": {
            "hustings term_frequencies": lambda: len(hs.term_frequencies(column)),
            "NLTK FreqDist": lambda: frequencies_of_nltk(texts),
        },
        "frequencies, index given": {
            "hustings Corpus.frequencies": lambda: len(corpus.frequencies()),
        },
        "kwic of 'cooperation', index given": {
            "hustings kwic + first page": lambda: len(page(corpus.kwic("cooperation"))),
            "hustings kwic, all lines as Arrow": lambda: len(
                corpus.kwic("cooperation").to_polars()
            ),
            "NLTK find_concordance, all lines": lambda: len(
                index.find_concordance("cooperation", width=80)
            ),
        },
        "kwic of 'multilateral*' sorted R1 R2 L1, index given": {
            "hustings, first page": lambda: len(
                page(corpus.kwic("multilateral*").sort("R1 R2 L1"))
            ),
        },
    }


def page(lines):
    repr(lines)
    return lines


def measure(contenders, rounds):
    """Seconds of every round, the contenders in turn, and what each found."""
    seconds, found = {name: [] for name in contenders}, {}
    for _ in range(rounds):
        for name, call in contenders.items():
            start = time.perf_counter()
            found[name] = call()
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}, found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts, size = speeches(options.megabytes * 1e6)
    column = pl.Series("text", texts)
    packages = ["hustings", "scikit-learn", "nltk", "tokenizers", "polars"]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in packages))
    print(f"{len(texts):,} texts, {size / 1e6:.1f} MB; median of {options.rounds} rounds\n")
    for question, contenders in questions(texts, column).items():
        seconds, found = measure(contenders, options.rounds)
        ours = next(iter(seconds.values()))
        print(f"| {question} | seconds | times hustings | found |\n| --- | ---: | ---: | ---: |")
        for name, median in seconds.items():
            print(f"| {name} | {median:.4f} | {median / ours:.1f} | {found[name]:,} |")
        print()


if __name__ == "__main__":
    main()
