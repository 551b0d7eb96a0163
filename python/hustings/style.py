"""Style: how varied the words of texts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings import _core
from hustings._arguments import compounds, fraction, whole_number, words_of
from hustings._checked import checked
from hustings.dictionary import LookupVerbs
from hustings.readability import ReadabilityVerbs
from hustings.results import Table
from hustings.similarity import SimilarityVerbs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hustings._arguments import Compound

    Names = str | Sequence[str]

__all__ = ["StyleVerbs", "diversity_measures", "diversity_of"]


def diversity_measures() -> Table:
    """Every measure of lexical diversity: formula, range, needs, caution, source.

    A text without what a measure `needs` has no score by it. The manifest has the `symbols` of the
    formulas. `docs/style.md` shows the same rows.

    Examples
    --------
    >>> measures = hs.diversity_measures()
    >>> dict(zip(measures["measure"], measures["formula"]))["guiraud"]
    'V / sqrt(N)'
    """
    return Table._wrap(_core.diversity_measures())


@checked
def diversity_of(
    tokens: Iterable[str],
    *,
    measures: str | Sequence[str] | None = None,
    window: int = 100,
    segment: int = 100,
    basis: int = 1000,
    sample: int = 42,
    threshold: float = 0.72,
) -> dict[str, float | None]:
    """How varied plain tokens are, by measure; what cannot be computed is `None`.

    Parameters
    ----------
    tokens
        A list of str, or any iterable of them. They are taken as they are: `The` and `the` are two
        types.
    measures
        Names of `diversity_measures`, which has formulas and sources; all by default.
    window, segment, basis, sample
        Tokens in a window of `mattr`, a segment of `msttr`, a segment of `sttr`, and the draw of
        `hdd`. A text with fewer has no score.
    threshold
        The type-token ratio at which a factor of `mtld` is complete.

    Raises
    ------
    UnknownNameError
        For a measure that does not exist.
    ParameterError
        For a size below 1, or a threshold that is not between 0 and 1.
    InputTypeError
        For anything but tokens.

    Examples
    --------
    >>> hs.diversity_of(["a", "b", "b", "a"], measures=["ttr", "simpson", "hdd"])
    {'ttr': 0.5, 'simpson': 0.3333333333333333, 'hdd': None}
    """
    sizes = _sizes((window, segment, basis, sample), threshold)
    names = [] if measures is None else words_of("measures", measures)
    return dict(_core.diversity_of(tokens, names, sizes))


def _sizes(sizes: Sequence[int], threshold: float) -> _core._Sizes:
    window, segment, basis, sample = (
        whole_number(name, size, least=1)
        for name, size in zip(("window", "segment", "basis", "sample"), sizes, strict=True)
    )
    return window, segment, basis, sample, fraction("threshold", threshold)


class StyleVerbs(LookupVerbs, ReadabilityVerbs, SimilarityVerbs):
    """What a `Corpus` says of style."""

    __slots__ = ()

    def diversity(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        *,
        by: str | Sequence[str] | None = None,
        measures: str | Sequence[str] | None = None,
        case_sensitive: bool = False,
        window: int = 100,
        segment: int = 100,
        basis: int = 1000,
        sample: int = 42,
        threshold: float = 0.72,
        layer: str | None = None,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How varied the words of documents or groups are: tokens, types, a column a measure.

        Parameters
        ----------
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`; all documents are
            one text by default. Those of a group are read one after the other, in the order of the
            corpus.
        measures
            Names of `hustings.diversity_measures`, which has formulas and sources; all by default.
        case_sensitive
            Tell types, which are spellings, apart; by default normal forms.
        window, segment, basis, sample, threshold
            As in `hustings.diversity_of`.
        layer
            Count the values of a layer in place of words; tokens without one are left out.
        compound
            Sequences of words that are one token each, of a type of their own, as in `frequencies`.
        zone, voice
            As in `kwic`: the words of the view are the text, one stretch behind the other.

        Returns
        -------
        Table
            A row a group, in the order of the groups' values, missing ones last. A score that a
            text is too short for is missing. The measures that depend on length are to be compared
            between texts of one length only.

        Raises
        ------
        UnknownNameError
            For a column or a measure that does not exist.
        ParameterError
            For a size below 1, or a threshold that is not between 0 and 1.

        Examples
        --------
        >>> corpus = hs.sample_corpus()
        >>> scores = corpus.diversity(by="agency", measures=["mattr", "mtld"])
        >>> scores.columns
        ['agency', 'tokens', 'types', 'mattr', 'mtld']
        >>> corpus = hs.Corpus.from_texts(["mutual trust needs trust"])
        >>> corpus.diversity(measures="ttr", compound="mutual trust").to_polars().rows()
        [(3, 3, 1.0)]
        """
        sizes = _sizes((window, segment, basis, sample), threshold)
        names = [] if measures is None else words_of("measures", measures)
        groups = [] if by is None else by
        view = self._view(zone, voice)
        unit = (case_sensitive, layer)
        return Table._wrap(_core.diversity(view, names, groups, unit, compounds(compound), sizes))
