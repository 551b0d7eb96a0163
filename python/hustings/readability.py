"""Readability: how hard texts are to read, by formulas of sentences, words and syllables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hustings import _core
from hustings._arguments import whole_number, words_of
from hustings._checked import checked
from hustings._views import Viewed
from hustings.errors import InputTypeError, ParameterError, UnknownNameError
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    Names = str | Sequence[str]

__all__ = ["ReadabilityVerbs", "readability_measures", "readability_of", "syllables"]

# Of which the first cannot be more than the second.
_AT_MOST = (
    ("sentences", "words"),
    ("polysyllables", "words"),
    ("words", "syllables"),
    ("words", "characters"),
    ("letters", "characters"),
)
_COUNTS = ("sentences", "words", "syllables", "polysyllables", "characters", "letters")


def readability_measures() -> Table:
    """Every measure of readability: formula, range, caution, source.

    The manifest has the `symbols` of the formulas. `docs/style.md` shows the same rows.

    Examples
    --------
    >>> measures = hs.readability_measures()
    >>> dict(zip(measures["measure"], measures["formula"]))["smog"]
    '1.0430 sqrt(30 P / S) + 3.1291'
    """
    return Table._wrap(_core.readability_measures())


@checked
def syllables(word: str) -> int:
    """The syllables of an English word, counted by patterns of letters; at least 1.

    Of the words of the CMU Pronouncing Dictionary that the patterns were not learned from, many of
    them names, 95.0 % come out right; of the tokens that these words are in the speeches of the
    UN's general debates, 98.7 %. Parts between hyphens count by themselves; a number in digits
    counts 1, and so does an abbreviation without a vowel.

    Examples
    --------
    >>> [hs.syllables(word) for word in ["trust", "ocean", "multilateral"]]
    [1, 2, 5]
    """
    if not isinstance(word, str):
        raise InputTypeError(f"word must be a str, got {type(word).__name__}")
    return _core.syllables(word)


@checked
def readability_of(
    text: str | Mapping[str, int],
    *,
    measures: str | Sequence[str] | None = None,
) -> dict[str, float | None]:
    """How hard a text is to read, by measure; all are `None` for a text without a word.

    Parameters
    ----------
    text
        A text, whose sentences, words and syllables are counted as in `Corpus.readability`. Or a
        dict of counts, as a paper gives them: `sentences`, `words`, `syllables`, `polysyllables`
        (words of three syllables or more), `characters`, `letters`.
    measures
        Names of `readability_measures`, which has formulas and sources; by default all, or all
        that the counts are enough for.

    Raises
    ------
    UnknownNameError
        For a measure or a count that does not exist.
    ParameterError
        For counts that do not suffice for a measure, or that no text has: more sentences or words
        of three syllables than words, more words than syllables or characters, more letters than
        characters.
    InputTypeError
        For anything but a text or counts.

    Examples
    --------
    >>> hs.readability_of("Once upon a time.", measures="flesch")
    {'flesch': 97.025}
    >>> hs.readability_of({"words": 131, "sentences": 9})
    {'sentence_length': 14.555555555555555}
    """
    names = [] if measures is None else words_of("measures", measures)
    if isinstance(text, Mapping):
        return dict(_core.readability_of(_counts(text), names))
    if not isinstance(text, str):
        raise InputTypeError(f"text must be a str or a dict of counts, got {type(text).__name__}")
    from hustings.corpus import Corpus  # here, because it is made of this module's verbs

    table = Corpus.from_texts([text]).readability()
    row = [value for name in _COUNTS if isinstance(value := table[name][0], int)]
    return dict(_core.readability_of(row, names))


def _counts(counts: Mapping[str, int]) -> list[int | None]:
    for name in counts:
        if name not in _COUNTS:
            raise UnknownNameError(f"count must be one of {list(_COUNTS)}, got {name!r}")
    taken = {name: whole_number(name, counts[name]) for name in _COUNTS if name in counts}
    for smaller, larger in _AT_MOST:
        if smaller in taken and larger in taken and taken[smaller] > taken[larger]:
            raise ParameterError(
                f"{smaller} must be at most the {taken[larger]} {larger}, got {taken[smaller]}"
            )
    if {"words", "syllables", "polysyllables"} <= {*taken}:
        least = taken["words"] + 2 * taken["polysyllables"]
        if taken["syllables"] < least:
            raise ParameterError(
                f"syllables must be at least {least}, one a word and two more of each of the "
                f"polysyllables, got {taken['syllables']}"
            )
    return [taken.get(name) for name in _COUNTS]


class ReadabilityVerbs(Viewed):
    """What a `Corpus` says of how hard it is to read."""

    __slots__ = ()

    def readability(
        self,
        *,
        by: str | Sequence[str] | None = None,
        measures: str | Sequence[str] | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How hard documents or groups are to read: counts, and a column a measure.

        Sentences are those of `sentences()`, so headlines and headings are outside. A word is a
        token with a letter or a digit; what a possessive leaves behind belongs to the word before
        it. How syllables are counted, and how well, is told at `hustings.syllables`: the formulas
        and the syllables are for English.

        Parameters
        ----------
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`; all documents are
            one text by default.
        measures
            Names of `hustings.readability_measures`, which has formulas and sources; all by
            default.
        zone, voice
            As in `kwic`, of which paragraphs alone have sentences. A sentence counts with a word in
            view, and of it the words in view: "It is old," she said, has three by the speaker.

        Returns
        -------
        Table
            A row a group, in the order of the groups' values, missing ones last: `sentences` that
            have a word, `words`, `syllables`, `polysyllables` (words of three syllables or more),
            `characters` and `letters` of the words, then the measures, which are missing for a
            text without a word.

        Raises
        ------
        UnknownNameError
            For a column or a measure that does not exist.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Once upon a time. It ended."])
        >>> corpus.readability(measures="flesch_kincaid").to_polars().rows()
        [(2, 6, 8, 0, 20, 20, 1.3133333333333361)]
        """
        names = [] if measures is None else words_of("measures", measures)
        groups = [] if by is None else by
        return Table._wrap(_core.readability(self._view(zone, voice), names, groups))
