"""Every analysis once more, naively: plain Python that the core must agree with."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from uniseg.breaking import Breakable, Breakables
from uniseg.derived import alphabetic
from uniseg.emoji import emoji, extended_pictographic
from uniseg.wordbreak import WordBreak, word_break, words

ZERO_WIDTH_JOINER, SOFT_HYPHEN, CEDILLA = "\u200d", "\u00ad", "\u00b8"
APOSTROPHES = "'\u2019\u02bc\uff07"
HYPHENS = "-\u2010\u2011"
# The property White_Space; str.isspace() adds U+001C to U+001F.
WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# Marks of direction, and joints without width.
UNSEEN = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_PLAIN = str.maketrans(
    {"\u2019": "'", "\u02bc": "'", "\uff07": "'", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys([SOFT_HYPHEN, *UNSEEN])
)

Form = Callable[[str], str]


@dataclass(frozen=True)
class Options:
    """The options of `hustings.Tokenizer`, with its defaults."""

    possessives: str = "split"
    hyphens: str = "split"
    punctuation: str = "drop"
    numbers: str = "keep"
    min_length: int = 1


class Token(NamedTuple):
    """Characters of a text, half-open."""

    start: int
    end: int
    text: str


class Span(NamedTuple):
    """Tokens of a document, half-open, all counted from 0."""

    document: int
    first: int
    behind: int


def segments(text: str) -> list[str]:
    """What stands between the word boundaries of UAX #29, Unicode 17.0.

    uniseg knows Unicode 16.0. Of the characters that it knows, 17.0 changed two things: the cedilla
    is a letter, and only what is an emoji is pictographic.
    """
    return list(words(text, property=_word_break, tailor=_break_before_symbols))


@cache
def _word_break(character: str, /) -> WordBreak:
    return WordBreak.ALETTER if character == CEDILLA else word_break(character)


def _break_before_symbols(text: str, breakables: Breakables, /) -> Iterator[Breakable]:
    for before, character, breakable in zip(f" {text}", text, breakables, strict=False):
        symbol = extended_pictographic(character) and not emoji(character)
        yield Breakable.Break if symbol and before == ZERO_WIDTH_JOINER else breakable


def is_letter(character: str) -> bool:
    """Tell letters by the property Alphabetic.

    str.isalpha() goes by the category alone and leaves out vowel signs and circled letters.
    """
    return alphabetic(character)


def is_digit(character: str) -> bool:
    return unicodedata.category(character) in {"Nd", "Nl", "No"}


def is_word(segment: str) -> bool:
    return any(is_letter(character) or is_digit(character) for character in segment)


def is_number(segment: str) -> bool:
    return any(map(is_digit, segment)) and not any(map(is_letter, segment))


def is_visible(segment: str) -> bool:
    return any(character not in WHITE_SPACE for character in segment)


def tokens(text: str, options: Options = Options()) -> list[Token]:
    """The tokens of a text, as the options say."""
    pieces = segments(text)
    if options.hyphens == "keep":
        pieces = _joined(pieces)
    if options.possessives == "split":
        pieces = [part for piece in pieces for part in _possessive_split(piece)]
    found, start = [], 0
    for piece in pieces:
        if _is_kept(piece, options):
            found.append(Token(start, start + len(piece), piece))
        start += len(piece)
    return found


def _joined(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    for number, piece in enumerate(pieces):
        if number >= 2 and pieces[number - 1] in HYPHENS:
            before = pieces[number - 2]
            if is_word(before) and is_word(piece):
                hyphen, stem = joined.pop(), joined.pop()
                piece = stem + hyphen + piece  # noqa: PLW2901 - the longer piece takes its place
        joined.append(piece)
    return joined


def _possessive_split(piece: str) -> list[str]:
    if len(piece) > 2 and piece[-1] in "sS" and piece[-2] in APOSTROPHES and is_word(piece):
        return [piece[:-2], piece[-2:]]
    return [piece]


def _is_kept(piece: str, options: Options) -> bool:
    if not is_word(piece):
        return options.punctuation == "keep" and is_visible(piece)
    if options.numbers == "drop" and is_number(piece):
        return False
    return len(piece) >= options.min_length


def cased_form(word: str) -> str:
    """What is compared when case matters."""
    return _composed(_composed(word).translate(_PLAIN))


def normal_form(word: str) -> str:
    """What is compared when case is ignored."""
    return _composed(_composed(word).translate(_PLAIN).lower())


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def alphabetical(word: str) -> tuple[str, str]:
    """The key that words are ordered by: letters first, then accents."""
    normal = normal_form(word)
    return _without_marks(normal), normal


def _without_marks(word: str) -> str:
    """The word without combining marks, composed again for the sake of Korean syllables."""
    apart = unicodedata.normalize("NFD", word)
    return _composed("".join(mark for mark in apart if unicodedata.category(mark)[0] != "M"))


def pattern_words(pattern: str, options: Options) -> list[str]:
    """The tokens of a pattern, in which a possessive by itself is the token of a text."""
    parts = pattern.split()
    if options.possessives == "keep" or not any(map(_is_possessive, parts)):
        return [token.text for token in tokens(pattern, options)]
    words = [
        [part] if _is_possessive(part) else [token.text for token in tokens(part, options)]
        for part in parts
    ]
    return [word for part in words for word in part if _is_kept(word, options)]


def _is_possessive(word: str) -> bool:
    return len(word) == 2 and word[0] in APOSTROPHES and word[1] in "sS"


class Corpus:
    """Texts with their tokens, and the questions to ask of them."""

    def __init__(self, texts: Sequence[str], options: Options = Options()) -> None:
        self.options = options
        self.documents = [tokens(text, options) for text in texts]

    def find(
        self, patterns: Sequence[str], *, glob: bool = False, case_sensitive: bool = False
    ) -> list[Span]:
        """Every place where one of the patterns matches, in the order of the text."""
        form = cased_form if case_sensitive else normal_form
        read = self._globs if glob else self._words
        return sorted(
            {span for pattern in patterns for span in self._matches(read(pattern, form), form)}
        )

    def _words(self, pattern: str, form: Form) -> list[str]:
        return [re.escape(form(word)) for word in pattern_words(pattern, self.options)]

    def _globs(self, pattern: str, form: Form) -> list[str]:
        """Expressions for a pattern whose parts between spaces are one token each."""
        wildcards = {r"\*": ".*", r"\?": "."}
        return [
            re.sub(r"\\[*?]", lambda found: wildcards[found[0]], re.escape(form(part)))
            for part in pattern.split()
        ]

    def _matches(self, expressions: list[str], form: Form) -> Iterator[Span]:
        length = len(expressions)
        for document, found in enumerate(self.documents):
            forms = [form(token.text) for token in found]
            for first in range(len(forms) - length + 1):
                pairs = zip(expressions, forms[first : first + length], strict=True)
                if all(re.fullmatch(expression, form, re.DOTALL) for expression, form in pairs):
                    yield Span(document, first, first + length)

    def characters(self, span: Span) -> tuple[int, int]:
        """Where a span begins and ends in its text."""
        found = self.documents[span.document]
        return found[span.first].start, found[span.behind - 1].end

    def shown(self, text: str, document: int, place: int, window: int) -> tuple[str, str]:
        """What stands beside a token: so many tokens, and the marks that touch the outermost."""
        found = self.documents[document]
        low, high = max(place - window, 0), min(place + window, len(found) - 1)
        start, floor = found[low].start, found[low - 1].end if low else 0
        end, roof = found[high].end, [*found, Token(len(text), 0, "")][high + 1].start
        while start > floor and text[start - 1] not in WHITE_SPACE:
            start -= 1
        while end < roof and text[end] not in WHITE_SPACE:
            end += 1
        node = found[place]
        left, right = text[start : node.start], text[node.end : end]
        return left.rstrip(WHITE_SPACE), right.lstrip(WHITE_SPACE)

    def sorted(self, spans: Sequence[Span], keys: str) -> list[Span]:
        """The spans, which are in the order of the text, in that of the keys."""
        return sorted(spans, key=lambda span: [self._rank(span, key) for key in keys.split()])

    def _rank(self, span: Span, key: str) -> list[tuple[str, str]]:
        """The words that a key stands for; none of them, where there is none, comes first."""
        found = self.documents[span.document]
        if key == "node":
            places = range(span.first, span.behind)
        else:
            distance = int(key[1:])
            place = span.first - distance if key[0] == "L" else span.behind - 1 + distance
            places = range(place, place + 1)
        return [alphabetical(found[place].text) for place in places if 0 <= place < len(found)]

    def counts(self, *, case_sensitive: bool = False) -> list[Counter[str]]:
        """How often each term occurs in each document."""
        form = str if case_sensitive else normal_form
        return [Counter(form(token.text) for token in found) for found in self.documents]

    def frequencies(
        self, groups: Sequence[Hashable], *, case_sensitive: bool = False
    ) -> dict[Hashable, list[tuple[str, int, int]]]:
        """Term, frequency, documents for each group; one group a document is given."""
        counts = self.counts(case_sensitive=case_sensitive)
        tables = {}
        for group in set(groups):
            chosen = [count for count, of in zip(counts, groups, strict=True) if of == group]
            total = sum(chosen, Counter())
            tables[group] = [
                (term, frequency, sum(term in count for count in chosen))
                for term, frequency in sorted(total.items(), key=lambda item: (-item[1], item[0]))
            ]
        return {group: table for group, table in tables.items() if table}

    def ngrams(
        self, n: int, groups: Sequence[Hashable], *, case_sensitive: bool = False
    ) -> dict[Hashable, list[tuple[str, int, int]]]:
        """N-gram, frequency, documents for each group; one group a document is given."""
        form = str if case_sensitive else normal_form
        tables = {}
        for group in set(groups):
            frequency: Counter[tuple[str, ...]] = Counter()
            documents: Counter[tuple[str, ...]] = Counter()
            for found, of in zip(self.documents, groups, strict=True):
                forms = [form(token.text) for token in found]
                if of == group:
                    here = [tuple(forms[at : at + n]) for at in range(len(forms) - n + 1)]
                    frequency.update(here)
                    documents.update(set(here))
            tables[group] = [
                (" ".join(words), times, documents[words])
                for words, times in sorted(frequency.items(), key=lambda item: (-item[1], item[0]))
            ]
        return {group: table for group, table in tables.items() if table}

    def cooccurrences(
        self, window: int, *, case_sensitive: bool = False
    ) -> list[tuple[str, str, int, int]]:
        """First, second, frequency, documents of every pair."""
        form = str if case_sensitive else normal_form
        frequency: Counter[tuple[str, ...]] = Counter()
        documents: Counter[tuple[str, ...]] = Counter()
        for found in self.documents:
            forms = [form(token.text) for token in found]
            here = [
                tuple(sorted((word, other)))
                for at, word in enumerate(forms)
                for other in forms[at + 1 : at + 1 + window]
            ]
            frequency.update(here)
            documents.update(set(here))
        return [
            (*pair, times, documents[pair])
            for pair, times in sorted(frequency.items(), key=lambda item: (-item[1], item[0]))
        ]

    def collocates(
        self, spans: Sequence[Span], window: tuple[int, int], *, case_sensitive: bool = False
    ) -> list[tuple[str, int, int, int, int, int]]:
        """Collocate, frequency, left, right, documents, frequency in all, around some spans."""
        form = str if case_sensitive else normal_form
        sides: dict[str, Counter[str]] = {"left": Counter(), "right": Counter()}
        documents: Counter[str] = Counter()
        in_all: Counter[str] = Counter()
        for number, found in enumerate(self.documents):
            here = [span for span in spans if span.document == number]
            near = set()
            for place, token in enumerate(found):
                word = form(token.text)
                in_all[word] += 1
                side = _nearest_side(place, here, window)
                if side:
                    sides[side][word] += 1
                    near.add(word)
            documents.update(near)
        left, right = sides["left"], sides["right"]
        return [
            (word, times, left[word], right[word], documents[word], in_all[word])
            for word, times in sorted((left + right).items(), key=lambda item: (-item[1], item[0]))
        ]


def _nearest_side(place: int, spans: Sequence[Span], window: tuple[int, int]) -> str | None:
    """The side of the nearest span on which a token stands within its window."""
    if any(span.first <= place < span.behind for span in spans):
        return None
    behind = [place - span.behind + 1 for span in spans if span.behind <= place]
    before = [span.first - place for span in spans if place < span.first]
    right = min([distance for distance in behind if distance <= window[1]], default=None)
    left = min([distance for distance in before if distance <= window[0]], default=None)
    if right is not None and (left is None or right <= left):
        return "right"
    return None if left is None else "left"
