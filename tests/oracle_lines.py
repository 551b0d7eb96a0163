"""What is done to the lines of a concordance once more, naively."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import oracle
from oracle import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

SIDES = {"L": -1, "R": 1}


class Lines:
    """Lines of a naive corpus, each document of which is one zone."""

    def __init__(self, corpus: oracle.Corpus, metadata: dict[str, list], window: int = 5) -> None:
        self.corpus, self.metadata, self.window = corpus, metadata, window

    def words(self, span: Span) -> list[str]:
        """The words of the span's document, as they are spelled."""
        return [token.text for token in self.corpus.documents[span.document]]

    def at(self, span: Span, slot: str) -> list[str]:
        """The words at a slot; none of them where the document ends before."""
        words = self.words(span)
        if slot == "node":
            return words[span.first : span.behind]
        place = (span.first if slot[0] == "L" else span.behind - 1) + SIDES[slot[0]] * int(slot[1:])
        return [words[place]] if 0 <= place < len(words) else []

    def shown(self, span: Span) -> tuple[int, int]:
        n_words = len(self.words(span))
        return max(0, span.first - self.window), min(n_words, span.behind + self.window)

    # --- order -----------------------------------------------------------------------------------

    def sort(self, spans: Sequence[Span], keys: str) -> list[Span]:
        ordered = sorted(spans)
        for key in reversed(keys.split()):
            ordered = self._sorted_by(ordered, key)
        return ordered

    def _sorted_by(self, spans: list[Span], written: str) -> list[Span]:
        key, *modifiers = written.split(":")
        descending = "descending" in modifiers
        if key == "position":
            return sorted(spans, key=lambda span: span[:2], reverse=descending)
        if key in ("document", "zone") or key in self.metadata:
            present = [span for span in spans if self._value(span, key) is not None]
            missing = [span for span in spans if self._value(span, key) is None]
            present.sort(key=lambda span: self._value(span, key), reverse=descending)
            return present + missing
        slots = key.split("+")

        def rank(span: Span) -> list:
            return [[_rank(word, modifiers) for word in self.at(span, slot)] for slot in slots]

        if "frequency" in modifiers:
            times = Counter(str(rank(span)) for span in spans)
            return sorted(spans, key=lambda span: (-times[str(rank(span))], rank(span)))
        return sorted(spans, key=rank, reverse=descending)

    def _value(self, span: Span, key: str) -> object:
        if key == "document":
            return span.document
        return "paragraph" if key == "zone" else self.metadata[key][span.document]

    # --- choice ----------------------------------------------------------------------------------

    def filter(
        self,
        spans: Sequence[Span],
        patterns: Sequence[str],
        slots: Sequence[str],
    ) -> list[bool]:
        """For each span whether a match lies at some slots, or in the window if there are none."""
        matches = self.corpus.find(patterns, glob=True)

        def has(span: Span) -> bool:
            places = self._places(span, slots)
            return any(
                match.document == span.document
                and all(place in places for place in range(match.first, match.behind))
                for match in matches
            )

        return [has(span) for span in spans]

    def _places(self, span: Span, slots: Sequence[str]) -> set[int]:
        if not slots:
            return set(range(*self.shown(span)))
        places = set()
        for slot in slots:
            if slot == "node":
                places.update(range(span.first, span.behind))
            elif slot[0] == "L":
                places.add(span.first - int(slot[1:]))
            else:
                places.add(span.behind - 1 + int(slot[1:]))
        return places

    def near(
        self, spans: Sequence[Span], others: Sequence[Span], within: tuple[int, int]
    ) -> list[Span]:
        def is_near(span: Span, other: Span) -> bool:
            to_the_right = other.first - span.behind + 1
            to_the_left = span.first - other.behind + 1
            return span.document == other.document and (
                1 <= to_the_right <= within[1] or 1 <= to_the_left <= within[0]
            )

        return [span for span in spans if any(is_near(span, other) for other in others)]

    def dedupe(self, spans: Sequence[Span], similarity: float, keep: str) -> dict[Span, int]:
        """Each span that is kept and for how many it stands."""
        kept: dict[Span, int] = {}
        for span in self.sort(spans, keep):
            same = [other for other in kept if self._are_duplicates(span, other, similarity)]
            kept[same[0] if same else span] = kept.get(same[0] if same else span, 0) + 1
        return kept

    def _are_duplicates(self, span: Span, other: Span, similarity: float) -> bool:
        (start, end), (other_start, other_end) = self.shown(span), self.shown(other)
        if span.document == other.document and start < other_end and other_start < end:
            return False
        norms, others = ([*map(oracle.normal_form, self.words(one))] for one in (span, other))
        norms, others = norms[start:end], others[other_start:other_end]
        if similarity == 1:
            lengths = (span.first - start, span.behind - span.first)
            return norms == others and lengths == (
                other.first - other_start,
                other.behind - other.first,
            )
        pairs, other_pairs = _pairs(norms), _pairs(others)
        return len(pairs & other_pairs) >= similarity * len(pairs | other_pairs)

    # --- counts ----------------------------------------------------------------------------------

    def group(
        self, spans: Sequence[Span], by: Sequence[str], *, case_sensitive: bool = False
    ) -> list[tuple]:
        """The values that lines are grouped by, and how many lines and documents have them."""
        form = str if case_sensitive else oracle.normal_form

        def label(span: Span, key: str) -> object:
            if key == "node" or key[0] in SIDES:
                return tuple(map(form, self.at(span, key)))
            return self._value(span, key)

        def order(key: str, value: object) -> tuple:
            if key == "node" or key[0] in SIDES:
                return tuple((oracle.alphabetical(word), word) for word in value)
            return (value is None, value)

        def shown(value: object) -> object:
            return (" ".join(value) or None) if isinstance(value, tuple) else value

        lines: Counter[tuple] = Counter()
        documents: dict[tuple, set[int]] = {}
        for span in spans:
            labels = tuple(label(span, key) for key in by)
            lines[labels] += 1
            documents.setdefault(labels, set()).add(span.document)
        rows = sorted(
            ((labels, times, len(documents[labels])) for labels, times in lines.items()),
            key=lambda row: (-row[1], list(map(order, by, row[0]))),
        )
        return [(*map(shown, labels), times, inside) for labels, times, inside in rows]


def _rank(word: str, modifiers: Sequence[str]) -> tuple[str, str]:
    letters, normal = oracle.alphabetical(word)
    return (letters[::-1], normal[::-1]) if "reversed" in modifiers else (letters, normal)


def _pairs(norms: list[str]) -> set[tuple[str, ...]]:
    return {tuple(norms[at : at + 2]) for at in range(len(norms) - 1)} or {tuple(norms)}
