"""Voices: who is quoted with which verbs, and the acronyms that articles explain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast, overload

from hustings import _core
from hustings._arguments import is_listed, mentioned, shown, unicode
from hustings._checked import checked
from hustings._groups import is_no_number
from hustings._progress import Progress, reporting
from hustings._views import Viewed
from hustings.document_tables import DocumentTable
from hustings.errors import InputTypeError, ParameterError, UnknownNameError
from hustings.results import Table
from hustings.verbs import rows_of, verbs_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from hustings.corpus import Corpus
    from hustings.verbs import ReportingVerbs, Rows

    Names = str | Sequence[str]
    SpeakerRows = Rows

__all__ = ["VoiceVerbs", "equiv"]

# The columns of rows that give speakers their names.
_COLUMNS = ("speaker", "name")


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

    @overload
    def speakers(
        self, *, total: Literal[False] = False, progress: Progress = None
    ) -> DocumentTable: ...
    @overload
    def speakers(self, *, total: Literal[True], progress: Progress = None) -> Table: ...
    @checked
    def speakers(self, *, total: bool = False, progress: Progress = None) -> Table:
        """Who speaks: one row a speaker of each document, or of all documents together.

        Parameters
        ----------
        total
            Whether the documents are taken together. One person is often called by several names;
            `with_speaker_names` makes them one.
        progress
            As in `from_texts`: quotations are found at the first question, document by document.

        Returns
        -------
        Table
            `document`, `speaker`, `role`, `mentions` (how often the text names the speaker outside
            of quotation marks), `quotations` (how many of `quotations()` are theirs), in the order
            in which speakers come up. With `total` `speaker`, `role` (what most documents say, of
            several the first), `documents`, `mentions`, `quotations`, and `alike`: names of other
            rows that may be the same person's, parted by "; ", ten at most. They have the same last
            word, and one is nothing but that word, or both begin with one letter. Rows are in the
            order of quotations descending, then of names.

        Examples
        --------
        >>> texts = ["Tara Vell said it was safe. She added that it is new.", "Vell said it leaks."]
        >>> corpus = hs.Corpus.from_texts(texts)
        >>> corpus.speakers()["quotations"]
        [2, 1]
        >>> print(corpus.speakers(total=True))
        speaker    role  documents  mentions  quotations  alike
        Tara Vell                1         1           2  Vell
        Vell                     1         0           1  Tara Vell
        2 rows
        """
        with reporting(progress) as report:
            table = self._inner.speakers(total, report)
        return Table._wrap(table) if total else DocumentTable._of(table, self._inner)

    @checked
    def with_speaker_names(
        self,
        names: Mapping[str | None, Names] | SpeakerRows,
        *,
        missing: Literal["error", "ignore"] = "error",
        progress: Progress = None,
    ) -> Corpus:
        """The same corpus, whose speakers go by other names than articles have; nothing is copied.

        `quotations`, `speakers`, `voice=` in every verb, groups by `speaker` and all else that
        knows speakers go by the new names, and the manifests of results have their hash. Those of a
        document that get one name are one speaker. The texts stay as they are, and `source` too.
        Names given before are given up. They are saved with the corpus.

        Parameters
        ----------
        names
            By each speaker the names that articles have for them, one or a list, as `speakers()`
            shows them; by `None` what is nobody's name, and its quotations have no speaker. Or a
            data frame or a list of dicts with the columns `speaker` and `name`.
        missing
            What to do if no article has one of the names: `"error"` or `"ignore"`.
        progress
            As in `from_texts`: names are looked for in all documents, unless `missing="ignore"`.

        Raises
        ------
        ParameterError
            For a subset, for an empty name, and for a name of two speakers.
        InputTypeError
            For what is neither a dict of names nor rows of them.
        UnknownNameError
            For a name that no article has, and for rows without one of the columns.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Tara Vell said it was safe.", "Vell said it leaks."])
        >>> corpus.count("leaks", voice="Vell")
        1
        >>> named = corpus.with_speaker_names({"Tara Vell": "Vell"})
        >>> named.count("leaks", voice="Tara Vell"), named.quotations()["speaker"]
        (1, ['Tara Vell', 'Tara Vell'])
        """
        if missing not in ("error", "ignore"):
            raise ParameterError(f'missing must be "error" or "ignore", got {shown(missing)}')
        pairs = list(_pairs_of(names))
        with reporting(progress) as report:
            return self._wrap(
                _core.with_speaker_names(self._inner, pairs, missing == "error", report)
            )

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


def _pairs_of(
    names: Mapping[str | None, Names] | SpeakerRows,
) -> Iterator[tuple[str, str | None]]:
    """Each name as articles have it, and that of the speaker."""
    if isinstance(names, Mapping) and not {*_COLUMNS} <= {*names}:
        for speaker, found in names.items():
            if not isinstance(found, str) and not is_listed(found):
                raise InputTypeError(
                    f"names of {shown(speaker)} must be a str or a list of them, got {shown(found)}"
                )
            for name in [found] if isinstance(found, str) else cast("Sequence[str]", found):
                yield _name(name), None if speaker is None else _name(speaker)
        return
    rows = rows_of(names, "names", "a dict from speakers to names")
    for number, row in enumerate(rows):
        for column in _COLUMNS:
            if column not in row:
                raise UnknownNameError(
                    f"row {number} of names: there must be a column {column!r}, got {[*row]}"
                )
        speaker = row["speaker"]
        nobody = speaker is None or is_no_number(speaker)
        yield _name(row["name"]), None if nobody else _name(speaker)


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise InputTypeError(f"names of speakers must be of str, got {shown(value)}")
    return unicode("a name of a speaker", value)


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
