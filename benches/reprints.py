"""How well reprints are found: stories cut, reordered and badly scanned, among many others.

Run `python benches/reprints.py [PARQUET]`, a table with a column `text`, such as the debates of the
United Nations, of which passages of 150 to 600 words are the stories; by default the sample corpus.
Each story is treated in every way of TREATMENTS. A reprint is found if it is paired with its story;
precision is the share of pairs between documents of one story.
"""

from __future__ import annotations

import argparse
import random
import time

import hustings as hs

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def cut(words, share, _):
    """The first part of a story, as an editor leaves it."""
    return words[: max(1, int(len(words) * share))]


def scattered(words, share, chance):
    """Passages of 40 words, of which some are left, in their order."""
    parts = [words[at : at + 40] for at in range(0, len(words), 40)]
    kept = sorted(chance.sample(range(len(parts)), max(1, int(len(parts) * share))))
    return [word for at in kept for word in parts[at]]


def reordered(words, size, chance):
    """Passages of so many words in another order."""
    parts = [words[at : at + size] for at in range(0, len(words), size)]
    chance.shuffle(parts)
    return [word for part in parts for word in part]


def scanned(words, share, chance):
    """Of so many words one letter is misread, or a space is lost or put in."""
    found = []
    for word in words:
        if chance.random() >= share:
            found.append(word)
            continue
        at = chance.randrange(len(word))
        match chance.randrange(4):
            case 0 if found:
                found[-1] += word
            case 1 if len(word) > 3:
                found += [word[:at] or word, word[at:]]
            case _:
                found.append(word[:at] + chance.choice(LETTERS) + word[at + 1 :])
    return found


def both(words, options, chance):
    """Cut, and what is left scanned."""
    share, noise = options
    return scanned(cut(words, share, chance), noise, chance)


TREATMENTS = [
    *(("cut to {:.0%}", cut, share) for share in (0.75, 0.5, 0.25, 0.1)),
    *(("{:.0%} of passages left", scattered, share) for share in (0.5, 0.25)),
    *(("passages of {:.0f} words reordered", reordered, size) for size in (40, 15)),
    *(("{:.0%} of words misread", scanned, share) for share in (0.1, 0.2, 0.3, 0.4)),
    *(("cut to {:.0%}, {:.0%} misread", both, pair) for pair in ((0.5, 0.2), (0.3, 0.3))),
]


def stories_of(path, count, chance):
    """Passages of texts, each the beginning of a paragraph behind the first."""
    if path is None:
        corpus = hs.sample_corpus()
        texts = [corpus.text(name) for name in corpus.documents["id"]]
        return [text.split() for text in texts]
    import polars as pl

    texts = pl.read_parquet(path, columns=["text"])["text"].to_list()
    stories = []
    for text in chance.sample(texts, min(count, len(texts))):
        words = text.split()
        start = chance.randrange(max(1, len(words) - 800))
        stories.append(words[start : start + chance.randint(150, 600)])
    return [words for words in stories if len(words) >= 150]


def main():
    """Print a row a treatment: recall, precision, the seconds that it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?")
    parser.add_argument("--stories", type=int, default=1500)
    parser.add_argument("--similarity", type=float, default=0.2)
    options = parser.parse_args()
    chance = random.Random(11)
    stories = stories_of(options.path, options.stories, chance)
    print(f"{len(stories)} stories, similarity {options.similarity}")
    print("| treatment | recall | precision | median containment | seconds |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, treat, degree in TREATMENTS:
        treated = [treat(words, degree, chance) for words in stories]
        texts = [" ".join(words) for words in [*stories, *treated]]
        corpus = hs.Corpus.from_texts(texts)
        began = time.perf_counter()
        pairs = corpus.near_duplicate_pairs(similarity=options.similarity)
        took = time.perf_counter() - began
        places = [
            [int(document[4:]) - 1 for document in pairs[column]] for column in ("first", "second")
        ]
        own = [
            contained
            for first, second, contained in zip(*places, pairs["containment"], strict=True)
            if second == first + len(stories)
        ]
        middle = sorted(own)[len(own) // 2] if own else 0
        said = name.format(*degree) if isinstance(degree, tuple) else name.format(degree)
        recall, precision = len(own) / len(stories), len(own) / max(1, len(pairs))
        print(f"| {said} | {recall:.3f} | {precision:.3f} | {middle:.2f} | {took:.2f} |")


if __name__ == "__main__":
    main()
