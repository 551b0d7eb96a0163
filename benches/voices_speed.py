"""What quotations cost beside the corpus that they are found in, and beside a parser.

    python benches/voices_speed.py briefings FILE.parquet [--megabytes 100]
    python benches/voices_speed.py articles [--megabytes 20] [--spacy MODEL]

Processor time of all threads, medians of rounds in which all take turns. *plain* builds a corpus
without structure, *structure* one with zones told by their form, *quotations* is
`Corpus.quotations()` of the latter, *sentences* `hs.sentences` of the texts. The articles are those
of tests/articles/open, again and again. With a model, a pipeline of spaCy (its default components
but the named entities) reads the first texts in the same run; `--spacy untrained` makes one with
the parts and sizes of its small English pipeline and weights drawn at random.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

import hustings as hs
import polars as pl

sys.path.append(str(Path(__file__).parents[1] / "tests/articles"))
import annotated

PARSED_MEGABYTES = 0.1


def first(texts, megabytes):
    """Texts in order until so much is reached."""
    left = megabytes * 1e6
    for text in texts:
        if left <= 0:
            return
        left -= len(text.encode())
        yield text


def again_and_again(texts):
    while True:
        yield from texts


def processor_time(call):
    start = time.process_time()
    found = call()
    return time.process_time() - start, found


def a_round(texts, structure):
    """Seconds of each step."""
    seconds = {}
    seconds["plain"], _ = processor_time(lambda: hs.Corpus.from_texts(texts))
    told = processor_time(lambda: hs.Corpus.from_texts(texts, format=structure))
    seconds["structure"], corpus = told
    seconds["quotations"], _ = processor_time(corpus.quotations)
    seconds["sentences"], _ = processor_time(lambda: hs.sentences(texts, format="plain"))
    return seconds


def parser(name):
    import spacy

    return untrained() if name == "untrained" else spacy.load(name, exclude=["ner"])


def untrained():
    """Vectors of words, tagger and parser, with as many labels as spaCy's small pipeline has."""
    import spacy
    from spacy.training import Example

    pipeline = spacy.blank("en")
    words = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    pipeline.add_pipe("tok2vec")
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": words}
    pipeline.add_pipe("tagger", config={"model": tagger})
    transitions = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": words,
    }
    pipeline.add_pipe("parser", config={"model": transitions})
    labels = [f"l{number}" for number in range(45)]
    told = {"heads": [0, *range(44)], "deps": ["ROOT", *labels[1:]], "tags": labels}
    document = spacy.tokens.Doc(pipeline.vocab, words=labels)
    pipeline.initialize(lambda: [Example.from_dict(document, told)])
    return pipeline


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("which", choices=["briefings", "articles"])
    arguments.add_argument("file", nargs="?")
    arguments.add_argument("--megabytes", type=float, default=20.0)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--spacy")
    given = arguments.parse_args()
    if given.which == "briefings":
        source, structure = pl.read_parquet(given.file)["text"].to_list(), "auto"
    else:
        read = [annotated.read(path)["text"] for path in annotated.sources("open")]
        source, structure = again_and_again(read), "news"
    texts = list(first(source, given.megabytes))
    size = sum(len(text.encode()) for text in texts) / 1e6
    some = list(first(texts, PARSED_MEGABYTES))
    pipeline = parser(given.spacy) if given.spacy else None
    rounds = []
    for _ in range(given.rounds):
        rounds.append(a_round(texts, structure))
        if pipeline:
            read = processor_time(lambda: [len(doc) for doc in pipeline.pipe(some)])
            rounds[-1]["spacy"] = read[0] * size / sum(len(text.encode()) for text in some) * 1e6
    middle = {step: statistics.median(one[step] for one in rounds) for step in rounds[0]}
    for step, seconds in middle.items():
        speeds = f"{size / seconds:9.3g} MB/s {len(texts) / seconds:9.3g} texts/s"
        print(f"{step:12} {seconds:9.2f} s {speeds}")
    whole = middle["structure"] + middle["quotations"]
    beside = (whole - middle["plain"]) / middle["plain"]
    print(f"structure and quotations take {beside:.2f} times the plain build")
    if pipeline:
        times = middle["spacy"] / whole
        print(f"spaCy takes {times:,.0f} times build, structure and quotations together")


if __name__ == "__main__":
    main()
