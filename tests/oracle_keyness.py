"""Keyness once more, naively, from the definitions; texts are words between spaces."""

from __future__ import annotations

from collections import Counter
from math import log, log2
from typing import NamedTuple


class Side(NamedTuple):
    """The words of each document of a side."""

    documents: list[list[str]]

    @property
    def tokens(self) -> int:
        return sum(map(len, self.documents))

    def frequency(self, term: str) -> int:
        return sum(words.count(term) for words in self.documents)

    def having(self, term: str) -> int:
        return sum(term in words for words in self.documents)

    def dp(self, term: str) -> float | None:
        """Gries's deviation of proportions over documents."""
        frequency = self.frequency(term)
        if frequency == 0:
            return None
        shares = [
            (words.count(term) / frequency, len(words) / self.tokens) for words in self.documents
        ]
        return sum(abs(observed - expected) for observed, expected in shares) / 2

    def per_million(self, term: str) -> float | None:
        return self.frequency(term) * 1e6 / self.tokens if self.tokens else None

    def range(self, term: str) -> float | None:
        return self.having(term) / len(self.documents) if self.documents else None


def side(texts: list[str]) -> Side:
    """The documents that have a word."""
    return Side([text.lower().split() for text in texts if text])


def log_likelihood(target: Side, reference: Side, term: str) -> float:
    """Rayson and Garside's, of two terms."""
    frequencies = [side.frequency(term) for side in (target, reference)]
    tokens = [side.tokens for side in (target, reference)]
    expected = [n * sum(frequencies) / sum(tokens) for n in tokens]
    return 2 * sum(o * log(o / e) for o, e in zip(frequencies, expected, strict=True) if o)


def log_ratio(target: Side, reference: Side, term: str) -> float | None:
    """Hardie's, where a frequency of 0 counts as 0.5."""
    if not (target.tokens and reference.tokens):
        return None
    shares = [(side.frequency(term) or 0.5) / side.tokens for side in (target, reference)]
    return log2(shares[0] / shares[1])


def rows(target: Side, reference: Side, least: int = 1) -> dict[str, dict[str, float | None]]:
    """All terms that are so frequent in both sides together."""
    words = Counter(
        word for side in (target, reference) for text in side.documents for word in text
    )
    found = {}
    for term in (term for term, count in words.items() if count >= least):
        found[term] = {
            "frequency": target.frequency(term),
            "reference_frequency": reference.frequency(term),
            "per_million": target.per_million(term),
            "reference_per_million": reference.per_million(term),
            "documents": target.having(term),
            "reference_documents": reference.having(term),
            "relative_range": target.range(term),
            "reference_relative_range": reference.range(term),
            "dp": target.dp(term),
            "reference_dp": reference.dp(term),
            "log_likelihood": log_likelihood(target, reference, term),
            "log_ratio": log_ratio(target, reference, term),
        }
    return found


def distance(target: list[list[str]], reference: list[list[str]], term: str) -> float:
    """How far apart the relative frequencies in two groups of documents are, tokens together."""
    shares = [
        sum(words.count(term) for words in group) / sum(map(len, group))
        for group in (target, reference)
    ]
    return abs(shares[0] - shares[1])
