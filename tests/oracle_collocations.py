"""Collocates, n-grams and clusters once more, naively, of texts that are lists of words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

# A document is a list of paragraphs, a paragraph a list of sentences, a sentence a list of words.


def text_of(document):
    """The text whose tokens, sentences and paragraphs are these."""
    return "\n\n".join(
        " ".join(" ".join(sentence).capitalize() + "." for sentence in paragraph)
        for paragraph in document
    )


@dataclass(frozen=True)
class Word:
    term: str
    sentence: tuple[int, int]
    paragraph: int


def words_of(document, compounds=()):
    """The words of a document, with each compound, a tuple of words, as one."""
    words = [
        Word(term, (number, place), number)
        for number, paragraph in enumerate(document)
        for place, sentence in enumerate(paragraph)
        for term in sentence
    ]
    merged, at = [], 0
    longest_first = sorted(compounds, key=len, reverse=True)
    while at < len(words):
        here = [word.term for word in words[at:]]
        found = next((c for c in longest_first if tuple(here[: len(c)]) == c), None)
        if found:
            merged.append(Word(" ".join(found), words[at].sentence, words[at].paragraph))
            at += len(found)
        else:
            merged.append(words[at])
            at += 1
    return merged


def is_near(words, place, node, window):
    """Whether a word is in the window of a node, by its kind."""
    if window == "zone":
        return True
    if window in {"sentence", "paragraph"}:
        return getattr(words[place], window) == getattr(words[node], window)
    left, right, *within = window
    if within and getattr(words[place], within[0]) != getattr(words[node], within[0]):
        return False
    return -left <= place - node <= right


def window_of(words, nodes, window):
    """Place, distance: each word once, of the nearest node that it is near to; left is negative."""
    for place in range(len(words)):
        near = [node for node in nodes if is_near(words, place, node, window)]
        if place not in nodes and near:
            node = min(near, key=lambda node: (abs(place - node), node))
            yield place, place - node


@dataclass
class Collocates:
    left: Counter
    right: Counter
    documents: Counter
    distances: Counter
    matches: int
    window_tokens: int

    def frequency(self, term):
        return self.left[term] + self.right[term]


def collocates(documents, node, window, compounds=()):
    """What stands around a node of one word in each document."""
    found = Collocates(Counter(), Counter(), Counter(), Counter(), 0, 0)
    for document in documents:
        words = words_of(document, compounds)
        nodes = [place for place, word in enumerate(words) if word.term == node]
        found.matches += len(nodes)
        here = set()
        for place, distance in window_of(words, nodes, window):
            term = words[place].term
            (found.left if distance < 0 else found.right)[term] += 1
            found.distances[term, distance] += 1
            found.window_tokens += 1
            here.add(term)
        found.documents.update(here)
    return found


def frequencies(documents, compounds=()):
    return Counter(word.term for document in documents for word in words_of(document, compounds))


def ngrams(documents, n, skip, compounds=()):
    """Frequency, documents, and how often each beginning and each last word is in an n-gram."""
    frequency, in_documents = Counter(), Counter()
    for document in documents:
        terms = [word.term for word in words_of(document, compounds)]
        here = [
            (terms[start], *(terms[place] for place in places))
            for start in range(len(terms))
            for places in combinations(range(start + 1, start + n + skip), n - 1)
            if places[-1] < len(terms)
        ]
        frequency.update(here)
        in_documents.update(set(here))
    first, last = Counter(), Counter()
    for words, times in frequency.items():
        first[words[:-1]] += times
        last[words[-1]] += times
    return frequency, in_documents, first, last


def clusters(documents, node, size, node_at, slots):
    """Frequency and documents of the sequences around a node of one word."""
    frequency, in_documents = Counter(), Counter()
    for document in documents:
        terms = [word.term for word in words_of(document)]
        here = []
        for place in (place for place, term in enumerate(terms) if term == node):
            for start in range(max(0, place - size + 1), min(place, len(terms) - size) + 1):
                at = place - start
                if {"any": True, "first": at == 0, "last": at == size - 1}[node_at]:
                    others = [other for other in range(size) if other != at]
                    chosen = terms[start : start + size]
                    here += [
                        " ".join("*" if at in opened else term for at, term in enumerate(chosen))
                        for opened in combinations(others, slots)
                    ]
        frequency.update(here)
        in_documents.update(set(here))
    return frequency, in_documents
