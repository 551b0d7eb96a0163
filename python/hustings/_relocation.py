"""Where lines are after their texts have changed: by their texts, nodes and contexts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hustings.concordance import ConcordanceLine
    from hustings.corpus import Corpus

# What must be found again of the context of a line, at least.
_LEAST_SHARE = 0.5

Found = tuple[str, str | None]
"""What became of a line, and the citation by which it is found now."""


class Place(NamedTuple):
    """Where a line stood, and what it looked like."""

    document: str
    start: int
    end: int
    left: str
    node: str
    right: str

    @classmethod
    def of(cls, line: ConcordanceLine) -> Place:
        """Take the place of a line."""
        return cls(*(getattr(line, name) for name in cls._fields))


def relocated(corpus: Corpus, places: Mapping[str, Place]) -> dict[str, Found]:
    """Say of every line, by its citation, what became of it and where it is now."""
    states = dict(zip(places, corpus._inner.whereabouts(list(places)), strict=True))
    found: dict[str, Found] = {
        cite: (state, cite if state == "same" else None) for cite, state in states.items()
    }
    lost = [cite for cite, state in states.items() if state in {"gone", "changed"}]
    if lost:
        elsewhere = _same_text(corpus, lost, places)
        rest = [cite for cite in lost if states[cite] == "changed" and cite not in elsewhere]
        found |= elsewhere | _same_words(corpus, rest, places)
    return _each_once(found)


def _same_text(
    corpus: Corpus, lost: Iterable[str], places: Mapping[str, Place]
) -> dict[str, Found]:
    """Look for lines in documents that have another name and the same text."""
    documents: dict[str, list[str]] = {}
    ids = corpus.documents.column("id")
    for name, text_hash in zip(ids, corpus._inner.text_hashes(), strict=True):
        documents.setdefault(text_hash, []).append(str(name))
    found: dict[str, Found] = {}
    for cite in lost:
        text_hash = cite.rpartition("#")[2]
        place = places[cite]
        where = [
            f"{name}:{place.start}-{place.end}#{text_hash}" for name in documents.get(text_hash, ())
        ]
        whole = _whole_tokens(corpus, where)
        if whole:
            found[cite] = ("moved", whole[0]) if len(whole) == 1 else ("ambiguous", None)
    return found


def _same_words(
    corpus: Corpus, lost: Iterable[str], places: Mapping[str, Place]
) -> dict[str, Found]:
    """Look for lines in the present text of their document, by node and context."""
    found: dict[str, Found] = {}
    texts: dict[str, str] = {}
    hashes = dict(
        zip(map(str, corpus.documents.column("id")), corpus._inner.text_hashes(), strict=True)
    )
    for cite in lost:
        place = places[cite]
        text = texts.setdefault(place.document, corpus.text(place.document))
        spans = _candidates(text, place)
        where = {
            f"{place.document}:{start}-{end}#{hashes[place.document]}": (start, end)
            for start, end in spans
        }
        whole = {written: where[written] for written in _whole_tokens(corpus, list(where))}
        found[cite] = _nearest(text, place, whole)
    return found


def _whole_tokens(corpus: Corpus, cites: list[str]) -> list[str]:
    states = corpus._inner.whereabouts(cites)
    return [cite for cite, state in zip(cites, states, strict=True) if state == "same"]


def _candidates(text: str, place: Place) -> list[tuple[int, int]]:
    """Where the node stands in a text: with all its context, or else wherever it does."""
    node = _spaced(place.node)
    line = rf"{_spaced(place.left)}\s*({node})\s*{_spaced(place.right)}"
    whole = [match.span(1) for match in re.finditer(line, text)]
    return whole if len(whole) == 1 else [match.span() for match in re.finditer(node, text)]


def _spaced(words: str) -> str:
    """Match these words with any white space between them."""
    return r"\s+".join(map(re.escape, words.split()))


def _nearest(text: str, place: Place, whole: Mapping[str, tuple[int, int]]) -> Found:
    """Take the one place whose context has most words in common with that of the line."""
    left, right = place.left.split(), place.right.split()
    reach = 2 * (len(place.left) + len(place.right)) + 100
    shares: list[tuple[float, str]] = []
    for cite, (start, end) in whole.items():
        before = text[max(0, start - reach) : start].split()
        behind = text[end : end + reach].split()
        same = _in_common(left, before[-len(left) :]) + _in_common(right, behind[: len(right)])
        shares.append((same / (len(left) + len(right) or 1), cite))
    shares.sort(reverse=True)
    if not shares or ((left or right) and shares[0][0] < _LEAST_SHARE):
        return "changed", None
    if len(shares) > 1 and shares[0][0] == shares[1][0]:
        return "ambiguous", None
    return "moved", shares[0][1]


def _in_common(words: list[str], others: list[str]) -> int:
    """How many words are the same, in one order."""
    from difflib import SequenceMatcher  # here, so that importing hustings stays fast

    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _each_once(found: dict[str, Found]) -> dict[str, Found]:
    """Two lines cannot have moved to one place: then it is open which of them did."""
    now = Counter(new for _, new in found.values() if new is not None)
    twice = {new for new, lines in now.items() if lines > 1}
    return {
        cite: ("ambiguous", None) if new in twice and status != "same" else (status, new)
        for cite, (status, new) in found.items()
    }
