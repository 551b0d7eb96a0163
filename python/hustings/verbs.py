"""Reporting verbs: the list by which quotations are found, and lists of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from hustings import _core
from hustings._arguments import unicode
from hustings._groups import is_no_number
from hustings.errors import InputTypeError, ParameterError, UnknownNameError
from hustings.results import Table

if TYPE_CHECKING:
    from typing import TypeAlias

    Fields: TypeAlias = Mapping[str, object]
    Rows: TypeAlias = Iterable[Fields] | Mapping[str, object] | Table | object

__all__ = ["ReportingVerbs", "reporting_verbs"]

_FORMS = ("third", "past", "participle", "gerund", "other")
_FIELDS = ("lemma", "verb", "particle", *_FORMS, "class", "counts", "frames", "object", "ambiguous")
# What the project's list says besides.
_REMARKS = ("occurrences", "before_that", "beside_marks", "note")


def reporting_verbs() -> Table:
    """The verbs by which quotations are found: forms, class, what may follow, counts.

    Columns: `lemma`, `verb` and `particle`, the forms (`third`, `past`, `participle`, `gerund`,
    `other`), `class` (as `verb_class` in `quotations`), `counts` (whether the verb reports at all),
    `frames` (what follows it as content), `object` (what a noun phrase alone is), `occurrences`,
    `before_that` and `beside_marks` (in briefings and speeches), `ambiguous` and `note`; sorted by
    lemma. The manifest has the version of the list. What the columns mean is told in
    `docs/annotation.md`. `ReportingVerbs` makes other lists.

    Examples
    --------
    >>> verbs = hs.reporting_verbs()
    >>> dict(zip(verbs["lemma"], verbs["class"]))["deny"]
    'denying'
    """
    return Table._wrap(_core.reporting_verbs())


class ReportingVerbs:
    """A list of reporting verbs: that of `reporting_verbs` with verbs of one's own, or these alone.

    `Corpus.with_reporting_verbs` and `hustings.quotations` find quotations by it.

    Parameters
    ----------
    rows
        A list of dicts, a dict from lemmas to dicts, a dict of columns, or a data frame, with the
        columns of `hustings.reporting_verbs()`. Each row must have `verb`, `third`, `past`,
        `gerund`, `class` (of any name) and `frames` (text with commas, or a list); `participle` is
        the past by default, `counts` true, all else empty.
    extend
        Whether the verbs are added to those of the project, of which they replace the ones with
        their lemma; otherwise they are all that there are. A row with `counts=False` takes a verb
        away.

    Raises
    ------
    ParameterError
        For a row that lacks something or cannot be, and a lemma that stands twice, naming the row
        by its number from 0 and its lemma.
    UnknownNameError
        For a column that there is not.
    InputTypeError
        For anything but rows.
    LimitError
        For more than 10,000 verbs.

    Examples
    --------
    >>> toot = {"verb": "toot", "third": "toots", "past": "tooted", "gerund": "tooting"}
    >>> verbs = hs.ReportingVerbs([{**toot, "class": "posting", "frames": "quote,that"}])
    >>> found = hs.quotations(["Vell tooted that the pier is safe."], verbs=verbs)
    >>> found["content"], found["verb_class"]
    (['the pier is safe'], ['posting'])
    """

    __slots__ = ("_inner", "_rows")

    _inner: _core.ReportingVerbs
    _rows: tuple[_core._VerbRow, ...]

    def __init__(self, rows: Rows, *, extend: bool = True) -> None:
        own = [
            _row(number, fields)
            for number, fields in enumerate(rows_of(rows, "verbs", "a dict from lemmas to dicts"))
        ]
        # Checked by themselves, so that numbers are those of the rows given.
        self._inner = _core.ReportingVerbs(own)
        if extend:
            columns = _core.reporting_verbs()
            listed = [columns.column(name) for name in _FIELDS]
            known = (dict(zip(_FIELDS, row, strict=True)) for row in zip(*listed, strict=True))
            merged = {row[0]: row for row in map(_row, range(len(columns)), known)}
            own = list((merged | {row[0]: row for row in own}).values())
            self._inner = _core.ReportingVerbs(own)
        self._rows = tuple(own)

    def to_table(self) -> Table:
        """The list as a table, from which `ReportingVerbs(table, extend=False)` makes the same.

        Examples
        --------
        >>> verbs = hs.ReportingVerbs([])
        >>> verbs == hs.ReportingVerbs(verbs.to_table(), extend=False)
        True
        """
        columns: dict[str, list[object]] = {name: [] for name in _FIELDS}
        for lemma, verb, particle, forms, kind, counts, more in self._rows:
            frames, noun, ambiguous = more
            values = (lemma, verb, particle, *forms, kind, counts, frames, noun, ambiguous)
            for name, value in zip(_FIELDS, values, strict=True):
                columns[name].append(value)
        return Table._wrap(_core.Table.from_columns(columns, '{"verb": "ReportingVerbs"}'))

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ReportingVerbs) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(str(self._rows))

    def __reduce__(self) -> tuple[object, ...]:
        return _of_rows, (self._rows,)

    def __repr__(self) -> str:
        return f"ReportingVerbs({len(self):,} verbs)"


def _of_rows(rows: tuple[_core._VerbRow, ...]) -> ReportingVerbs:
    verbs = object.__new__(ReportingVerbs)
    verbs._inner, verbs._rows = _core.ReportingVerbs(rows), rows
    return verbs


def verbs_of(given: ReportingVerbs | Rows) -> _core.ReportingVerbs:
    """Take a list of verbs, or rows that are added to the project's own."""
    return (given if isinstance(given, ReportingVerbs) else ReportingVerbs(given))._inner


def rows_of(given: Rows, of: str, other: str) -> Iterable[Fields]:
    """Take rows in whatever form they come; `other` is one that they might have come in besides."""
    if isinstance(given, Table):
        given = {name: given.column(name) for name in given.columns}
    for method, arguments in (("to_dicts", ()), ("to_pylist", ()), ("to_dict", ("records",))):
        if not isinstance(given, Mapping) and callable(ask := getattr(given, method, None)):
            given = ask(*arguments)
    if isinstance(given, Mapping):
        values = list(given.values())
        if values and all(isinstance(value, (list, tuple)) for value in values):
            if len({len(value) for value in values}) > 1:
                raise ParameterError(f"columns of {of} must have one length")
            return [dict(zip(given, row, strict=True)) for row in zip(*values, strict=True)]
        named = [(lemma, fields) for lemma, fields in given.items() if isinstance(fields, Mapping)]
        if len(named) == len(given):
            return [{"lemma": lemma, **fields} for lemma, fields in named]
    elif isinstance(given, Iterable) and not isinstance(given, (str, bytes)):
        rows = list(given)
        if all(isinstance(row, Mapping) for row in rows):
            return rows
    raise InputTypeError(
        f"{of} must be a list of dicts, {other}, a dict of columns, or a data frame, got "
        f"{type(given).__name__}"
    )


def _row(number: int, fields: Fields) -> _core._VerbRow:
    known = (*_FIELDS, *_REMARKS)
    for name in fields:
        if name not in known:
            raise UnknownNameError(
                f"row {number} of verbs: column must be one of {list(known)}, got {name!r}"
            )

    def text(name: str, default: str | None = "") -> str:
        value = fields.get(name)
        if value is None or is_no_number(value):
            value = default
        if name in ("frames", "ambiguous") and isinstance(value, (list, tuple)):
            value = ",".join(map(str, value))
        if not isinstance(value, str):
            got = "none" if value is None else repr(value)
            raise ParameterError(f"row {number} of verbs: {name} must be a str, got {got}")
        return unicode(f"row {number} of verbs: {name}", value)

    verb, particle, past = text("verb", None), text("particle"), text("past", None)
    forms = (text("third", None), past, text("participle", past), text("gerund", None))
    counts = fields.get("counts", True)
    if not isinstance(counts, bool):
        raise ParameterError(f"row {number} of verbs: counts must be true or false, got {counts!r}")
    return (
        text("lemma", f"{verb} {particle}".strip()),
        verb,
        particle,
        (*forms, text("other")),
        text("class", None),
        counts,
        (text("frames", "" if not counts else None), text("object"), text("ambiguous")),
    )
