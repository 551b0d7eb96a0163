"""Similarity: which documents or groups use the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import LARGEST_NARROW, compounds, fraction, whole_number
from hustings._views import Viewed
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hustings._arguments import Compound

    Names = str | Sequence[str]

__all__ = ["SimilarityVerbs"]

Measure = Literal["cosine", "jaccard", "jensen_shannon", "burrows_delta"]


class SimilarityVerbs(Viewed):
    """How near the documents or groups of a `Corpus` are."""

    __slots__ = ()

    def similarity(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        by: str | Sequence[str] = "document",
        *,
        measure: Measure = "cosine",
        top: int | None = None,
        threshold: float | None = None,
        features: int = 150,
        case_sensitive: bool = False,
        layer: str | None = None,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How near documents or groups are to each other by the counts of their terms.

        Parameters
        ----------
        by
            `"document"`, or one or more metadata columns.
        measure
            `"cosine"`: sum a b / sqrt(sum a² sum b²) of the counts. `"jaccard"`: terms that both
            have / terms that either has (Jaccard 1901). `"jensen_shannon"`: a distance from 0 to 1,
            the root of the Jensen-Shannon divergence in bits (Lin 1991; Endres & Schindelin 2003).
            `"burrows_delta"`: a distance, the mean absolute difference of the z-scores of the most
            frequent terms, of relative frequencies with the standard deviation of a sample (Burrows
            2002): sum |z1 - z2| / n over the n terms, of which those that all texts use alike have
            z = 0 and count in n too; not for short texts, nor for texts on different subjects by
            few terms.
        top
            Give each row the so many others that are nearest to it.
        threshold
            Leave out pairs that are less similar, or more distant.
        features
            The terms that `burrows_delta` is of, the most frequent in view, of equally frequent
            ones the first by name.
        case_sensitive
            Count types, which are spellings; by default normal forms.
        layer
            Count the values of a layer, as in `dtm`.
        compound
            Sequences of words that are counted as one term, as in `dtm`.
        zone, voice
            As in `kwic`: documents are compared by their words in view, of which one may have none.

        Returns
        -------
        Table
            The labels of both, as `document_1` and `document_2`, and `similarity` or `distance`,
            which is missing for one without a term. Each pair once, in the order of `dtm`; with
            `top` each row with its nearest, the nearest first.

        Raises
        ------
        LimitError
            For more than 5 million pairs without `top` or `threshold`.
        ParameterError
            For a threshold that is not finite, and for `burrows_delta` of two documents or groups:
            all terms that differ would count the same, whatever they are.
        UnknownNameError
            For a column or a measure that does not exist.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["free trade", "trade war", "peace"], ids=["a", "b", "c"])
        >>> corpus.similarity(measure="jaccard", threshold=0.1).to_polars().rows()
        [('a', 'b', 0.3333333333333333)]
        >>> corpus.similarity(measure="jaccard", threshold=0, compound="trade war")["similarity"]
        [0.0, 0.0, 0.0]
        """
        nearest = None if top is None else whole_number("top", top, least=1, most=LARGEST_NARROW)
        limit = None if threshold is None else fraction("threshold", threshold)
        terms = whole_number("features", features, least=1, most=LARGEST_NARROW)
        options = (measure, nearest, limit, terms, case_sensitive, layer)
        view = self._view(zone, voice)
        return Table._wrap(_core.similarity(view, by, options, compounds(compound)))
