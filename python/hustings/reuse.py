"""Reprints: documents that are near-duplicates, and the text that two of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings import _core
from hustings._arguments import LARGEST_NARROW, fraction, whole_number
from hustings._progress import Progress, reporting
from hustings._views import Viewed
from hustings.document_tables import DocumentTable
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hustings.corpus import Corpus

    Names = str | Sequence[str]

__all__ = ["ReuseVerbs"]


class ReuseVerbs(Viewed):
    """What a corpus tells of reprints."""

    __slots__ = ()

    def near_duplicates(
        self,
        *,
        similarity: float = 0.2,
        n: int = 3,
        zone: Names | None = None,
        voice: Names | None = None,
        progress: Progress = None,
    ) -> DocumentTable:
        """The documents that are reprints of one another, cut, reordered or badly scanned.

        Documents are compared as sets of shingles, which are sequences of `n` normal forms within
        a zone. Their containment is the share of the shorter one's shingles that the other has too:
        containment(A, B) = |A n B| / min(|A|, |B|), where A and B are the sets. Two documents with
        at least `similarity` of it, and with 8 shingles in common or no others, are a pair; pairs
        that share a document are one cluster (Broder, 1997, for shingles and containment). From the
        longest document on, that of most different shingles, one is kept unless a near-duplicate of
        it is; of equally long ones the first goes ahead. So a cluster that a chain of pairs holds
        together keeps several.
        Not for texts that are written to a form, such as reports of the weather: they share much
        without being reprints.

        Candidates are found in a sample of the shingles, then compared exactly; `docs/reuse.md` has
        the share that is found, by how badly a text has fared. The sample depends on the words
        alone, so the same documents give the same result in any order and any number of threads.

        Parameters
        ----------
        similarity
            Above 0 up to 1. True reprints in scanned newspapers share about 30 percent of 3-grams
            (Silcock and others, 2023), so that the default is below that.
        n
            Words of a shingle, 1 to 16.
        zone, voice
            As in `kwic`: the words in view alone are compared, as in `voice="quoted"` for articles
            that pass on the same statements. What has no shingle in view is no duplicate.
        progress
            As in `from_texts`, for the documents of which shingles are taken.

        Returns
        -------
        Table
            `cluster` (from 1, in the order of the first documents), `document`, `kept`,
            `containment` and `jaccard` (|A n B| / |A u B|) with the longest of those kept that it
            is a near-duplicate of, or itself, and `documents`, the size of the cluster. Documents
            without a duplicate have no row. In the order of the clusters, then of the corpus.

        Raises
        ------
        ParameterError
            For a similarity or n out of range.

        Examples
        --------
        >>> story = "The river council met in Port Lumen on Friday and spoke of the new bridge."
        >>> corpus = hs.Corpus.from_texts([story, "Talks go on.", story + " It was late."])
        >>> corpus.near_duplicates()["document"]
        ['text1', 'text3']
        """
        share, length = _options(similarity, n)
        view = self._view(zone, voice)
        with reporting(progress) as report:
            return DocumentTable._of(_core.near_duplicates(view, share, length, report), view)

    def near_duplicate_pairs(
        self,
        *,
        similarity: float = 0.2,
        n: int = 3,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """The pairs that `near_duplicates` joins: first, second, shared, containment, jaccard.

        `shared` is the number of different shingles that both have. Of a story that more than 48
        documents share, not every two are paired: enough to join them all. In the order of the
        corpus.

        Examples
        --------
        >>> story = "The river council met in Port Lumen on Friday and spoke of the new bridge."
        >>> corpus = hs.Corpus.from_texts([story, story + " It was late."])
        >>> corpus.near_duplicate_pairs()["containment"]
        [1.0]
        """
        share, length = _options(similarity, n)
        return Table._wrap(_core.near_duplicate_pairs(self._view(zone, voice), share, length))

    def with_near_duplicates(
        self, column: str = "near_duplicate", *, similarity: float = 0.2, n: int = 3
    ) -> Corpus:
        """The corpus with a metadata column: the document that stands for each one's reprints.

        It is the id of the longest document kept that it is a near-duplicate of, and its own id for
        a document that is kept or has none, so that every verb can count `by="near_duplicate"`.
        `subset(collapse=...)` keeps these alone.

        Raises
        ------
        ParameterError
            For a column that is there already, or a subset.

        Examples
        --------
        >>> story = "The river council met in Port Lumen on Friday and spoke of the new bridge."
        >>> corpus = hs.Corpus.from_texts([story, story + " It was late.", "Talks go on."])
        >>> corpus.with_near_duplicates().documents["near_duplicate"]
        ['text2', 'text2', 'text3']
        """
        share, length = _options(similarity, n)
        return self._wrap(_core.with_near_duplicates(self._inner, column, share, length))

    def text_reuse(
        self,
        first: str,
        second: str,
        *,
        n: int = 5,
        gap: int = 5,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """The stretches of text that two documents have in common.

        Runs of at least `n` equal normal forms are taken greedily, the longest first, of these the
        first in the first document, then in the second; no word is in two runs, and no run leaves a
        zone (greedy string tiling; Wise, 1993). Runs that follow each other in both documents with
        at most `gap` words between them are one stretch, so that a misread word does not end it. A
        sequence of `n` words that the second document has more than 64 times begins no run. With
        `zone` or `voice`, as in `kwic`, runs are of words in view and within one stretch of these.

        Returns
        -------
        Table
            `first_start`, `first_end`, `second_start` and `second_end` in characters; `matched`,
            the words that are the same; `first_tokens` and `second_tokens`, the words of the
            stretch in either document. In the order of the first document.

        Raises
        ------
        UnknownNameError
            For an id that is not in view.
        ParameterError
            For an n below 1.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(
        ...     ["On Friday the river council met in Port Lumen.",
        ...      "It rained. The river council met in Port Talvora."])
        >>> found = corpus.text_reuse("text1", "text2")
        >>> start, end = found["first_start"][0], found["first_end"][0]
        >>> corpus.text("text1")[start:end]
        'the river council met in Port'
        """
        length = whole_number("n", n, least=1, most=LARGEST_NARROW)
        between = whole_number("gap", gap, most=LARGEST_NARROW)
        view = self._view(zone, voice)
        return Table._wrap(_core.text_reuse(view, (first, second), length, between))


def _options(similarity: float, n: int) -> tuple[float, int]:
    return fraction("similarity", similarity), whole_number("n", n, least=1, most=16)
