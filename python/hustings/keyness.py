"""Keyness: the terms that are more, or less, frequent in a target than in a reference."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from hustings import _core
from hustings._arguments import (
    chosen_syntax,
    compounds,
    excluded,
    fraction,
    value_query,
    whole_number,
    words_of,
)
from hustings._frames import arrow_frame
from hustings._groups import column_of, group_columns, group_of, identity
from hustings._progress import reporting
from hustings._views import Viewed
from hustings.errors import InputTypeError, ParameterError
from hustings.results import Table, Value
from hustings.scores import scored_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self, TypeAlias

    from hustings._arguments import Compound, Window
    from hustings._progress import Progress
    from hustings.concordance import Concordance
    from hustings.corpus import Condition, Corpus

    Names = str | Sequence[str]
    Reference: TypeAlias = Corpus | Mapping[str, int] | object | None

__all__ = ["Evidence", "Keyness", "KeynessVerbs"]

MOST_NGRAMS = 5
Direction = Literal["positive", "negative", "both", "lockwords"]


class Evidence(NamedTuple):
    """The lines behind a key term, of the target and of the reference.

    `reference` is `None` beside a frequency list, which has no lines.
    """

    target: Concordance
    reference: Concordance | None


class KeynessVerbs(Viewed):
    """What a corpus can be asked about its key terms."""

    __slots__ = ()

    def keyness(  # noqa: PLR0913 - one option each thing that can be asked of a comparison
        self,
        reference: Reference = None,
        *,
        by: str | Sequence[str] | None = None,
        measures: str | Sequence[str] = ("log_likelihood", "log_ratio"),
        direction: Direction = "positive",
        pattern: str | Sequence[str] | None = None,
        regex: bool = False,
        exact: bool = False,
        exclude: Iterable[str] = (),
        ngrams: int = 1,
        case_sensitive: bool = False,
        layer: str | None = None,
        compound: Compound | None = None,
        min_frequency: int = 5,
        min_documents: int = 1,
        confidence: float | None = 0.95,
        resamples: int = 1000,
        significance: Literal["permutation", "rank_sum"] | None = None,
        permutations: int = 9999,
        correction: Literal["bh", "bonferroni"] | None = "bh",
        seed: int = 1,
        reference_tokens: int | None = None,
        measure_options: Mapping[str, float | None] | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
        reference_zone: Names | None = None,
        reference_voice: Names | None = None,
        progress: Progress = None,
    ) -> Keyness:
        """Compare this corpus or view, the target, with a reference, term by term.

        Parameters
        ----------
        reference
            Another view of the corpus, another corpus (terms are matched by their text), or a
            frequency list: a dict of terms and frequencies, or a table with the columns `term` and
            `frequency`. `None` stands for the documents of the corpus that are not in the target;
            with `reference_zone` or `reference_voice`, for these of the same documents.
        by
            One or more metadata columns: each group of the target is compared by itself, with the
            reference or, for `None`, with the other groups. Their values are the first columns.
        measures
            Names of measures of association; the first decides the order of the rows.
        direction
            `"positive"` gives terms that are relatively more frequent in the target, `"negative"`
            those that are less so, `"both"` all. `"lockwords"` (Baker 2011) gives all, those first
            whose frequencies are surest to be alike: by the end of the interval of their log ratio
            that is farther from 0.
        pattern, regex, exact
            Compare only terms that a pattern of one word, as in `kwic`, or any of a list matches.
        exclude
            Don't compare terms that a pattern, or any of a list, matches, as in `frequencies`: they
            have no rows, and p is not corrected for them.
        ngrams
            Compare sequences of so many neighbouring words, 2 to 5, in place of words. Then
            `per_million` and measures are of all such sequences, `pattern` keeps those with a word
            that it matches and `exclude` leaves those out, and a frequency list holds sequences
            with a space between words.
        case_sensitive
            Count spellings apart, as in `frequencies`.
        layer
            Compare the values of a layer in place of words, as in `frequencies`: `per_million` and
            measures are of all tokens. A `pattern` is then matched with whole values, as they came.
        compound
            Sequences of words that are counted as one term on both sides, as in `frequencies`, also
            where documents are drawn or relabelled. Terms of a frequency list are taken as they
            are, so it should count the same compounds. A `pattern` may be the name of one.
        min_frequency, min_documents
            Leave out terms that are rarer, or in fewer documents, in target and reference together.
            Such a choice does not depend on the difference that is tested. A document of which both
            have words, as of two voices, is one. A frequency list has no
            documents: those of the target count, and words of the list alone stay.
        confidence
            The confidence of the interval of the log ratio, from `log_ratio_low` to
            `log_ratio_high`, which is there if `"log_ratio"` is among the measures; `None` for no
            interval. It is the percentile bootstrap (Efron 1979) of `resamples` samples: documents,
            as many as there are, are drawn with replacement on either side; a frequency of 0
            counts as 0.5. Documents that both sides have tokens of, as where voices are compared,
            are drawn among themselves, each with its tokens of both sides. A frequency list is
            taken as it is. Missing where a side has fewer than two documents with tokens.
        resamples
            How many samples an interval is computed from: at least 2 / (1 - confidence), 40 for
            0.95, so that one lies beyond either end.
        significance
            How `p` is computed, always from documents, since the tokens of a document are not
            independent. `"permutation"`: documents are put into two groups of the same sizes anew;
            p = (1 + those whose relative frequencies, tokens together, are as far apart or farther)
            / (1 + permutations) (Phipson & Smyth 2010). If there are not more ways than
            `permutations`, each is taken once and p is their share. `"rank_sum"`: relative
            frequencies in the documents are ranked (Wilcoxon 1945; Mann & Whitney 1947), normal
            approximation with corrections for ties and continuity. Both are two-sided. Documents
            without tokens do not take part.
        permutations
            How many relabellings a permutation test is of.
        correction
            How `p_adjusted` is computed of the p of all terms compared, whatever the direction:
            `"bh"` (Benjamini & Hochberg 1995) or `"bonferroni"`; `None` for no such column.
        seed
            What the random numbers of tests and intervals begin with.
        reference_tokens
            The tokens that a frequency list is of, where it leaves out terms.
        measure_options
            `alpha`, `comparisons`, `smoothing`, `prior` as in `hustings.association`; if
            `comparisons` is None it is the number of terms that are compared.
        zone, voice
            As in `kwic`, for target and reference, unless this is a list.
        reference_zone, reference_voice
            Those of the reference, where they are others: `voice="Tara Vell",
            reference_voice="Nilo Orr"` compares what two speakers are quoted to say.
        progress
            As in `from_texts`, for the groups; for the relabellings of a permutation test in
            blocks of 512, group by group.

        Returns
        -------
        Keyness
            A table: the groups' columns; `term`; on either side, the reference's with `reference_`
            before the name, `frequency` in tokens, `per_million` (of the side's tokens in view),
            `documents` that have it, `relative_range` (documents with the term / documents with a
            token in view) and `dp` (Gries's 2008 deviation of proportions over the same documents,
            0 for even), the last three missing for a frequency list; then the measures,
            `log_ratio_low` and `log_ratio_high`, `p` and `p_adjusted`, as far as asked for. In the
            order of the groups, then by the first measure, the strongest first, then by term.

        Raises
        ------
        UnknownNameError
            For a measure, column, direction or test that does not exist.
        ParameterError
            For a reference that shares tokens with the target or was tokenized otherwise, tests by
            document where both are parts of the same documents or the reference is a list, a zone
            or voice of a list, no reference for a whole corpus, or `ngrams` beside `compound`.

        Examples
        --------
        >>> old = hs.Corpus.from_texts(["The bridge is old.", "The old pier."])
        >>> new = hs.Corpus.from_texts(["A new bridge.", "The new pier is new."])
        >>> key = new.keyness(old, min_frequency=2, confidence=None)
        >>> key["term"], key["frequency"], key["reference_frequency"]
        (['new'], [3], [0])
        >>> [round(score, 2) for score in key["log_likelihood"]]
        [3.77]
        >>> text = "Tara Vell said the old pier is old. Nilo Orr said the new pier is safe."
        >>> corpus = hs.Corpus.from_texts([text])
        >>> corpus.keyness(voice="Tara Vell", reference_voice="Nilo Orr", min_frequency=2)["term"]
        ['old']
        >>> new.keyness(old, min_frequency=1, compound="new pier", confidence=None)["term"]
        ['new', 'a', 'new pier']
        >>> new.keyness(old, ngrams=2, pattern="pier", min_frequency=1, confidence=None)["term"]
        ['new pier', 'pier is']
        """
        chosen = scored_by(words_of("measures", measures), measure_options)
        options: dict[str, object] = {
            "by": [] if by is None else by,
            "measures": chosen[0],
            "measure_options": chosen[1:],
            "direction": direction,
            "exclude": excluded(exclude),
            "min_frequency": whole_number("min_frequency", min_frequency),
            "min_documents": whole_number("min_documents", min_documents),
            "ngrams": whole_number("ngrams", ngrams, least=1, most=MOST_NGRAMS),
            "case_sensitive": case_sensitive,
            "layer": layer,
            "compound": compounds(compound),
            "patterns": pattern,
            "syntax": chosen_syntax(regex=regex, exact=exact),
            "confidence": None if confidence is None else fraction("confidence", confidence),
            "resamples": whole_number("resamples", resamples),
            "significance": significance,
            "correction": correction,
            "permutations": whole_number("permutations", permutations),
            "seed": whole_number("seed", seed),
        }
        tokens = reference_tokens
        if tokens is not None:
            tokens = whole_number("reference_tokens", tokens)
        own = type(cast("Corpus", self))
        target = own._wrap(self._view(zone, voice))
        others = (
            zone if reference_zone is None else reference_zone,
            voice if reference_voice is None else reference_voice,
        )
        if isinstance(reference, KeynessVerbs):
            reference = own._wrap(reference._view(*others))
        elif reference_zone is not None or reference_voice is not None:
            if reference is not None:
                raise ParameterError(
                    "reference_zone and reference_voice must be None beside a frequency list"
                )
            reference = own._wrap(self._view(*others))
        with reporting(progress, unit="steps") as report:
            against = _reference(reference)
            table = _core.keyness(target._inner, against, tokens, options, report)
        return Keyness._of(table, target, reference)


def _reference(reference: Reference) -> object:
    """Take a reference in a form that the core reads."""
    if reference is None:
        return None
    if isinstance(reference, KeynessVerbs):
        return reference._inner
    if isinstance(reference, Mapping):
        if all(isinstance(values, (list, tuple)) for values in reference.values()) and reference:
            return dict(reference)
        return [_listed(term, frequency) for term, frequency in reference.items()]
    if not hasattr(reference, "__arrow_c_stream__") and not hasattr(reference, "columns"):
        raise InputTypeError(
            "reference must be a corpus, a dict of terms and frequencies, or a table with the "
            f"columns term and frequency, got {type(reference).__name__}"
        )
    return arrow_frame(reference, None)[0]


def _listed(term: object, frequency: object) -> tuple[str, int]:
    if not isinstance(term, str):
        raise InputTypeError(f"terms of a frequency list must be str, got {term!r}")
    return term, whole_number(f"the frequency of {term!r}", frequency)  # type: ignore[arg-type]  # refused there


def _compound_lines(
    corpus: Corpus,
    shown: tuple[str, Window],
    named: dict[str, list[str]],
    *,
    case_sensitive: bool,
) -> Concordance:
    """The lines that a term was counted in where compounds are terms."""
    term, window = shown
    called = [
        pattern
        for name, patterns in named.items()
        if (name if case_sensitive else _core.normal_form(name)) == term
        for pattern in patterns
    ]
    # What wildcards in a name find is not counted as it; one that is of marks alone finds nothing.
    words = [term] if not called or any(map(str.isalnum, term)) else []
    wanted, exact = [*words, *called], not called
    lines = corpus.kwic(wanted, exact=exact, case_sensitive=case_sensitive, window=window)
    own = lines._inner.counted_as(term, case_sensitive, compounds(named))
    return lines if len(own) == len(lines) else lines.take(own)


class Keyness(Table):
    """The key terms of a target, a row a term, and the way to the lines behind each.

    It is pickled with its corpora as far as these are saved; of one in memory alone the rows are
    pickled, but no way to the lines.
    """

    __slots__ = ("_reference", "_target")

    _target: Corpus | None
    """None where the table was pickled and the corpora were in memory alone."""
    _reference: Reference

    @classmethod
    def _of(cls, core: _core.Table, target: Corpus | None, reference: Reference) -> Self:
        table = object.__new__(cls)
        table._inner, table._target, table._reference = core, target, reference
        return table

    def __copy__(self) -> Self:
        """Give a table of the same columns and corpora."""
        return self._of(self._inner, self._target, self._reference)

    def _page_names(self, names: Sequence[str]) -> Sequence[str]:
        """The measures, the first of which rows are ordered by, stand right behind the term."""
        measures = {*cast("list[str]", self.manifest()["measures"])} & {*names}
        behind = [*names].index("term") + 1
        rest = [name for name in names[behind:] if name not in measures]
        shown = [name for name in names[behind:] if name in measures]
        return [*names[:behind], *shown, *rest]

    def __reduce__(self) -> tuple[object, ...]:
        """Give what is pickled: the rows, and the corpora if they are saved."""
        sides = (self._target, self._reference)
        saved = all(_is_saved(side) for side in sides if isinstance(side, KeynessVerbs))
        return type(self)._of, (self._inner, *(sides if saved else (None, None)))

    def explain(
        self,
        term: str,
        *,
        window: Window = 5,
        group: Mapping[str, object] | None = None,
    ) -> Evidence:
        """The concordances behind a term: all its lines in the target and in the reference.

        Parameters
        ----------
        term
            A term as it stands in the table. With `compound=` its lines are those that it was
            counted in: those of a compound, or of a word outside of all.
        window
            What is shown around it, as in `kwic`.
        group
            Which group of the target is meant where it was compared `by=` columns: a dict with one
            value for each of them, as the table has it, as in `{"agency": "VPS"}`. A date may be
            text as in `"2031-03-04"`.

        Raises
        ------
        ParameterError
            For a term that is not in the table, or not among the rows of the group; for a group
            where there are none or the other way round, and for one that lacks a column, has
            another one, or is not in the table; and where the table was pickled while its corpora
            were in memory alone.

        Examples
        --------
        >>> old = hs.Corpus.from_texts(["The bridge is old.", "The old pier."])
        >>> new = hs.Corpus.from_texts(["A new bridge.", "The new pier is new."])
        >>> lines = new.keyness(old, min_frequency=2, direction="both").explain("new")
        >>> len(lines.target), len(lines.reference)
        (3, 0)
        """
        if self._target is None:
            raise ParameterError(
                "explain needs the corpora, which were in memory alone when the table was pickled; "
                "save them before"
            )
        chosen = self._group(group)
        rows = [*group_columns(self), "term"]
        wanted = identity((*chosen.values(), term))
        if wanted not in map(identity, zip(*map(self.column, rows), strict=True)):
            where = f" for {dict(chosen)}" if chosen else ""
            raise ParameterError(f"term must be one of the table's{where}, got {term!r}")
        target, reference = self._sides(self._target, chosen)
        return Evidence(
            self._lines(target, term, window),
            None if reference is None else self._lines(reference, term, window),
        )

    def _lines(self, corpus: Corpus, term: str, window: Window) -> Concordance:
        manifest = self.manifest()
        case_sensitive = bool(manifest["case_sensitive"])
        words = term.split(" ") if cast("int", manifest.get("ngrams", 1)) > 1 else [term]
        layer = manifest["layer"]
        if layer is None and len(words) > 1 and case_sensitive:
            layer = "word"
        if isinstance(layer, str):
            cql = " ".join(value_query(layer, word) for word in words)
            return corpus.kwic(cql=cql, window=window)
        if named := cast("dict[str, list[str]]", manifest["compound"]):
            return _compound_lines(corpus, (term, window), named, case_sensitive=case_sensitive)
        if not case_sensitive:
            return corpus.kwic(term, exact=True, window=window)
        # A pattern matches either apostrophe, while a term has its own.
        lines = corpus.kwic(term, exact=True, case_sensitive=True, window=window)
        nodes = lines.column("node")
        own = [number for number, node in enumerate(nodes) if node == term]
        return lines if len(own) == len(nodes) else lines.take(own)

    def _group(self, group: Mapping[str, object] | None) -> dict[str, Value]:
        """The values that the table has for a group; none where there are no groups."""
        by = group_columns(self)
        if bool(by) != (group is not None):
            raise ParameterError(f"group must be given where by= is, which was {by}, got {group!r}")
        return {} if group is None else group_of(self, by, group)

    def _sides(self, whole: Corpus, group: Mapping[str, Value]) -> tuple[Corpus, Corpus | None]:
        """The documents that were compared; a list has none."""
        target = _of_group(whole, group) if group else whole
        if isinstance(self._reference, KeynessVerbs):
            return target, type(target)._wrap(self._reference._inner)
        listed = self._reference is not None
        return target, None if listed else _rest(whole, target, grouped=bool(group))


def _is_saved(corpus: KeynessVerbs) -> bool:
    """Whether a corpus can be pickled, as the folder that holds it."""
    try:
        corpus._inner.origin("pickle")
    except ParameterError:
        return False
    return True


def _of_group(whole: Corpus, group: Mapping[str, Value]) -> Corpus:
    """The documents of a group, whose columns and values may be what no condition can have."""
    columns = {name: column_of(name) for name in group}
    known = {*whole.documents.columns} - {"zone", "voice", "collapse"}
    are_finite = all(not isinstance(value, float) or isfinite(value) for value in group.values())
    if are_finite and known.issuperset(columns.values()):
        conditions = {columns[name]: [value] for name, value in group.items()}
        return whole.subset(**cast("dict[str, Condition]", conditions))
    # No condition can have these values, or there is no such column: periods.
    values = Table._wrap(_core.groupings(whole._inner, [*group]))
    rows = zip(whole.documents["id"], *(values[name] for name in group), strict=True)
    wanted = identity(group.values())
    return whole.subset(id=[str(name) for name, *row in rows if identity(row) == wanted])


def _rest(whole: Corpus, target: Corpus, *, grouped: bool) -> Corpus:
    """The documents that are not in the target: of the corpus, or of the other groups."""
    if not grouped:
        return type(target)._wrap(_core.others(target._inner))
    inside = set(target.documents.column("id"))
    others = [str(name) for name in whole.documents.column("id") if name not in inside]
    return whole.subset(id=others)
