"""Ends of sentences: ours beside pysbd, sentencex and plain UAX #29 (uniseg), and how fast each is.

    python benches/sentences.py FOLDER_WITH_GOLD [TEXT_FILE]

The gold are the files of tests/test_sentences.py and the articles in tests/articles/open. What
counts is where a sentence ends, without the last one of a document: precision, recall, F1. Golden
rules count as met if all sentences of a case are as expected, white space aside. Speeds are
megabytes of UTF-8 a second of processor time on TEXT_FILE, of which the slower ones get the
beginning.
"""

import json
import sys
import time
from pathlib import Path

import hustings as hs
import pysbd
import sentencex
from uniseg.sentencebreak import sentences as unicode_sentences

sys.path.append(str(Path(__file__).parents[1] / "tests/articles"))
import annotated

GOLD = ["gum_tokens_sentences.jsonl", "ud_ewt_dev_tokens_sentences.jsonl"]
RULES = "sentence_golden_rules.json"
CODES = {"deutsch": "de", "english_clean": "en"}
NAMES = "amharic arabic armenian bulgarian burmese chinese danish dutch english french greek hindi"
NAMES += " italian japanese kazakh marathi persian polish russian slovak spanish urdu"
LETTERS = "am ar hy bg my zh da nl en fr el hi it ja kk mr fa pl ru sk es ur"
CODES |= dict(zip(NAMES.split(), LETTERS.split(), strict=True))
MEGABYTES = {"hustings": 100.0, "sentencex": 2.0, "uniseg": 0.3, "pysbd": 0.3}


def trimmed(text, start, end):
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def located(text, parts):
    """Where sentences stand that came without their places."""
    found, behind = [], 0
    for part in map(str.strip, parts):
        at = text.find(part, behind)
        if part and at >= 0:
            behind = at + len(part)
            found.append((at, behind))
    return found


def by_hustings(text, _language):
    table = hs.sentences([text], format="plain")
    return list(zip(table.column("start"), table.column("end"), strict=True))


def by_pysbd(text, language):
    segmenter = pysbd.Segmenter(language=language, clean=False, char_span=True)
    return [trimmed(text, span.start, span.end) for span in segmenter.segment(text)]


def by_sentencex(text, language):
    return located(text, sentencex.segment(language, text))


def by_uniseg(text, _language):
    return located(text, unicode_sentences(text))


SPLITTERS = {
    "hustings": by_hustings,
    "sentencex": by_sentencex,
    "pysbd": by_pysbd,
    "uniseg": by_uniseg,
}


def scores(documents, split, *, body=False):
    """Precision, recall and F1 in percent; `body` leaves out what ends outside of the gold."""
    right = ours = gold = 0
    for document in documents:
        spans = document["sentences"]
        last = max(end for _, end in spans)
        ends = {end for _, end in spans if end < last}
        found = {end for _, end in split(document["text"], "en") if end < last}
        if body:
            found = {end for end in found if any(start < end <= to for start, to in spans)}
        right, ours, gold = right + len(ends & found), ours + len(found), gold + len(ends)
    return 100 * right / ours, 100 * right / gold, 200 * right / (ours + gold)


def met(cases, split):
    def plain(sentences):
        return ["".join(sentence.split()) for sentence in sentences if sentence.strip()]

    def is_met(case):
        spans = split(case["text"], CODES[case["lang"]])
        own = plain(case["text"][start:end] for start, end in spans)
        return own == plain(case["sentences"])

    english = [case for case in cases if case["lang"].startswith("english")]
    return sum(map(is_met, english)), len(english), sum(map(is_met, cases)), len(cases)


def speed(text, split, megabytes):
    text = text[: int(megabytes * 1_000_000)]
    size = len(text.encode()) / 1_000_000
    start = time.process_time()
    if split is by_hustings:
        hs.sentences([text], format="plain")
    else:
        split(text, "en")
    return size / (time.process_time() - start)


def main(folder, text_file=None):
    sets = {
        name: [json.loads(line) for line in (folder / "gold" / name).open(encoding="utf-8")]
        for name in GOLD
    }
    for name, documents in sets.items():
        for splitter, split in SPLITTERS.items():
            print(name, splitter, *(f"{score:.2f}" for score in scores(documents, split)))
    articles = [annotated.read(path) for path in annotated.sources("open")]
    for splitter, split in SPLITTERS.items():
        print(
            "articles", splitter, *(f"{score:.2f}" for score in scores(articles, split, body=True))
        )
    cases = json.loads((folder / "gold" / RULES).read_text("utf-8"))
    for splitter, split in SPLITTERS.items():
        print("rules (English met, of, all met, of)", splitter, *met(cases, split))
    if text_file:
        text = text_file.read_text("utf-8")
        for splitter, split in SPLITTERS.items():
            print("MB/s", splitter, f"{speed(text, split, MEGABYTES[splitter]):.3f}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
