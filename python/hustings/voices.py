"""Voices: who is quoted with which verbs, and the acronyms that articles explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import mentioned
from hustings._checked import checked
from hustings._views import Viewed
from hustings.document_tables import DocumentTable
from hustings.errors import InputTypeError, ParameterError
from hustings.results import Table
from hustings.verbs import verbs_of

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from hustings.corpus import Corpus
    from hustings.verbs import ReportingVerbs, Rows

    Names = str | Sequence[str]

__all__ = ["VoiceVerbs", "equiv"]


class VoiceVerbs(Viewed):
    """What a corpus tells of those who speak in it."""

    __slots__ = ()

    def reporting_verbs(
        self,
        pattern: str | Sequence[str] | None = None,
        *,
        cql: str | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        by: Names | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How often each verb reports what somebody says: verb, verb_class, frequency, documents.

        Parameters
        ----------
        pattern, cql, regex, exact, case_sensitive
            Only quotations that mention it, as in `quotations`.
        by
            Metadata columns, `"document"`, or columns of `quotations()`: `"speaker"`, `"kind"`,
            `"zone"`, `"rule"`. Verbs are counted in each group, and the groups are the first
            columns.
        zone, voice
            As in `kwic`: `voice` takes quotations by kind or speaker.

        Returns
        -------
        Table
            `verb` (the lemma of the cue), `verb_class`, `frequency` (quotations), `percent` (of
            those of the group that have a verb) and `documents`; in the order of the groups'
            values, missing ones last, then by frequency descending, then by verb.

        Raises
        ------
        UnknownNameError
            For a column that does not exist.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Vell said it was safe. Orr denied that it was safe."])
        >>> print(corpus.reporting_verbs())
        verb  verb_class  frequency  percent  documents
        deny  denying             1    50.00          1
        say   neutral             1    50.00          1
        2 rows
        >>> corpus = hs.Corpus.from_texts(["Vell said it was safe. Orr denied that it leaked."])
        >>> corpus.reporting_verbs("leak*", by="speaker").to_polars().rows()
        [('Orr', 'deny', 'denying', 1, 100.0, 1)]
        """
        wanted = mentioned(pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive)
        view = self._view(zone, voice)
        return Table._wrap(_core.quotation_counts(view, "reporting_verbs", _names(by), wanted))

    def quotation_kinds(
        self,
        pattern: str | Sequence[str] | None = None,
        *,
        cql: str | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        by: Names | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How many quotations are direct, mixed and indirect: kind, frequency, percent, documents.

        Parameters and order are those of `reporting_verbs`; `percent` is of all quotations of the
        group.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Vell said it was safe. Orr denied that it was safe."])
        >>> corpus.quotation_kinds(by="speaker")["speaker"]
        ['Orr', 'Vell']
        """
        wanted = mentioned(pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive)
        view = self._view(zone, voice)
        return Table._wrap(_core.quotation_counts(view, "quotation_kinds", _names(by), wanted))

    def quotation_annotations(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        pattern: str | Sequence[str] | None = None,
        cql: str | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        source: str = "urn:hustings:document:",
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> str | None:
        """The quotations as stand-off annotation: JSON-LD of the Web Annotation model of the W3C.

        Each quotation is an `Annotation`: its targets are the pieces of its content, its cue and
        its source, told apart by `hs:part` (`content`, `cue`, `source`), and each has two
        selectors, a `TextPositionSelector` (characters of the document, half-open) and a
        `TextQuoteSelector` (the words, with 32 characters before and behind). The body has `kind`,
        `speaker`, `role`, `verb`, `verb_class`, `negated`, `zone`, `rule` and `confidence`, what is
        missing left out. Tables of the same rows are written by `quotations().to_parquet(path)`,
        `to_csv` and `to_jsonl`.

        Parameters
        ----------
        path
            Where to write it, in UTF-8; by default it is returned.
        pattern, cql, regex, exact, case_sensitive
            Only quotations that mention it, as in `quotations`.
        source
            What stands before the id of a document, which is quoted as in URLs, to make its IRI.
        zone, voice
            As in `kwic`.

        Examples
        --------
        >>> import json
        >>> corpus = hs.Corpus.from_texts(["Vell said it was safe."])
        >>> found = json.loads(corpus.quotation_annotations())["first"]["items"][0]
        >>> found["target"][0]["selector"][0]
        {'type': 'TextPositionSelector', 'start': 10, 'end': 21}
        """
        import json
        from pathlib import Path

        from hustings._annotations import collection

        wanted = mentioned(pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive)
        found = collection(self._view(zone, voice), wanted, source)
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        if path is None:
            return text
        Path(path).write_text(text, encoding="utf-8", newline="")
        return None

    def with_reporting_verbs(self, verbs: ReportingVerbs | Rows) -> Corpus:
        """The same corpus, whose quotations are found by other verbs; nothing is copied.

        `quotations`, `speakers`, `voice=` in every verb, `within quotation` and all else that
        knows voices go by them, and the manifests of results have their hash. They are saved with
        the corpus.

        Parameters
        ----------
        verbs
            A `hustings.ReportingVerbs`, or rows that it adds to the project's list.

        Raises
        ------
        ParameterError
            For a subset, and for rows that cannot be, as told at `ReportingVerbs`.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Vell tooted that the pier is safe."])
        >>> toot = {"verb": "toot", "third": "toots", "past": "tooted", "gerund": "tooting"}
        >>> toot |= {"class": "posting", "frames": "quote,that"}
        >>> corpus.count("pier", voice="quoted")
        0
        >>> corpus.with_reporting_verbs([toot]).count("pier", voice="quoted")
        1
        """
        return self._wrap(_core.with_reporting_verbs(self._inner, verbs_of(verbs)))

    def acronyms(self) -> DocumentTable:
        """The acronyms that documents explain, a row for each explanation.

        Three forms are known: `Lumen River Council (LRC)`, `LRC (Lumen River Council)` and `Lumen
        River Council, or LRC`. The letters of the short form occur in the long one in their order,
        the first at the beginning of a word (Schwartz and Hearst, 2003); where they can be its
        initials, they are.

        Returns
        -------
        Table
            `document`, `short` (without the ending of a plural or a possessive), `long`,
            `short_start`, `short_end`, `long_start`, `long_end` in characters, and `mentions`, how
            often the document has either form; in the order of the text.

        Examples
        --------
        >>> text = "The Lumen River Council (LRC) met. The LRC's seat is new."
        >>> found = hs.Corpus.from_texts([text]).acronyms()
        >>> found["short"], found["long"], found["mentions"]
        (['LRC'], ['Lumen River Council'], [3])
        """
        return DocumentTable._of(_core.acronyms(self._inner), self._inner)


def _names(by: Names | None) -> Names:
    return [] if by is None else by


@checked
def equiv(
    short: str,
    *,
    long: str | None = None,
    names: Literal["with", "without", "only"] = "with",
) -> str:
    """A pattern for an acronym and all that stands for the same: its plural, its long form.

    Every verb that takes a pattern takes it, alone or among others. What the letters stand for is
    what any article of the corpus explains them as (`Corpus.acronyms`), in British or American
    spelling, in the singular or the plural. The short form counts in capitals only, as it is
    written here: `WHO` is no `who`. Nothing is found twice.

    Parameters
    ----------
    short
        The acronym, as in `"SCO"`.
    long
        The one meaning that is asked for, where letters have several, or where no article explains
        them. The short form in articles that explain it otherwise is then left out.
    names
        Longer names that begin with the acronym, as in `SCO Development Bank`, and end with a word
        for a body or an institution: `"with"` counts them as mentions, `"without"` leaves them out,
        `"only"` gives them alone. In headlines they are not told apart.

    Returns
    -------
    str
        The pattern, which begins with the sign for "equivalent": `"≡SCO"`.

    Raises
    ------
    ParameterError
        For a short form that is empty or holds a `|`.
    UnknownNameError
        When it is searched, for letters that no article explains and no `long` is given for.

    Examples
    --------
    >>> corpus = hs.Corpus.from_texts(["The Lumen River Council (LRC) met.", "The LRC's seat."])
    >>> corpus.count("LRC"), corpus.count(hs.equiv("LRC"))
    (2, 3)
    """
    for name, value in (("short", short), ("long", long)):
        if value is not None and not isinstance(value, str):
            raise InputTypeError(f"{name} must be a str, got {type(value).__name__}")
        if value is not None and (not value.strip() or "|" in value):
            raise ParameterError(f"{name} must be words without |, got {value!r}")
    if names not in ("with", "without", "only"):
        raise ParameterError(f'names must be one of ["with", "without", "only"], got {names!r}')
    meaning = "" if long is None else f"|long={long}"
    return f"≡{short}{meaning}" + ("" if names == "with" else f"|names={names}")
