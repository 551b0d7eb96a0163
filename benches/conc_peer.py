"""Answer questions with Conc, one a line: it runs in an environment of its own, and `run.py` asks.

The words are those of spaCy's blank English tokenizer. Conc switches the components of a trained
model off by name, so the model it is given has empty ones of these names.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import spacy
from conc.conc import Conc
from conc.corpus import Corpus

COMPONENTS = ["parser", "ner", "lemmatizer", "tagger", "senter", "tok2vec", "attribute_ruler"]
ALL = 10**9


def blank_model(folder):
    model = folder / "blank-english"
    if not model.exists():
        english = spacy.blank("en")
        for name in COMPONENTS:
            english.add_pipe("sentencizer", name=name)
        english.to_disk(model)
    return model


def build(csv, folder):
    corpus = Corpus(csv.stem, "figures")
    return corpus.build_from_csv(str(csv), f"{folder}/", model=str(blank_model(csv.parent)))


def rebuilt(csv):
    with tempfile.TemporaryDirectory(dir=csv.parent) as folder:
        return build(csv, folder).token_count


def loaded(csv):
    folder = csv.parent / f"{csv.stem}.corpus"
    if not (folder / "corpus.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        build(csv, csv.parent)
    return Corpus().load(str(folder))


def places(corpus, words):
    return len(corpus.get_token_positions(*corpus.tokenize(words, simple_indexing=True))[0])


class Questions:
    """Each method answers with how much it found."""

    def __init__(self, csv):
        self.csv = csv

    def build(self):
        return rebuilt(self.csv)

    def load(self):
        self.corpus = loaded(self.csv)
        self.conc = Conc(self.corpus)
        return self.corpus.token_count

    def frequencies(self):
        return len(self.conc.frequencies(page_size=0, show_document_frequency=True).to_frame())

    def ngrams(self, n):
        return len(self.conc.ngram_frequencies(ngram_length=n, page_size=ALL).to_frame())

    def lines(self, word):
        return len(self.conc.concordance(word, page_size=ALL).to_frame())

    def page(self, word):
        self.conc.concordance(word, order="1R2R3R").to_frame()
        return places(self.corpus, word)

    def count(self, words):
        return places(self.corpus, words)

    def collocates(self, word):
        return len(self.conc.collocates(word, page_size=0).to_frame())


def main():
    # Conc and its libraries may print; the answers go where nothing else does.
    answers, sys.stdout = sys.stdout, sys.stderr
    questions = Questions(Path(sys.argv[1]))
    for line in sys.stdin:
        question, *words = json.loads(line)
        print(json.dumps(getattr(questions, question)(*words)), file=answers, flush=True)


if __name__ == "__main__":
    main()
