"""Metadata for documents that are in a corpus already."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast

from hustings import _core
from hustings._arguments import listed, shown, unicode
from hustings._frames import arrow_frame, spelled_metadata
from hustings._tables import DATE
from hustings._views import OfCorpus
from hustings.errors import InputTypeError, ParameterError
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hustings.corpus import Corpus

__all__ = ["MetadataVerbs"]

_INTEGER = re.compile(r"0|[1-9][0-9]{0,17}")
_DATE = re.compile(DATE)
# Ids that an error names, at most.
_NAMED = 3


class MetadataVerbs(OfCorpus):
    """What brings metadata to a corpus."""

    __slots__ = ()

    def with_metadata(
        self,
        metadata: Mapping[str, object] | object | None = None,
        *,
        id: str | None = "id",  # noqa: A002 - the word that users know
        on: str | None = None,
        from_ids: str | None = None,
        missing: Literal["error", "null"] = "error",
    ) -> Corpus:
        """The same documents with more columns of metadata; this corpus stays as it is.

        The texts and the index are shared. A column of the name of one that is there takes its
        place. `save` to the folder where the corpus is writes the metadata alone.

        Parameters
        ----------
        metadata
            A data frame or a dict of columns. Rows are brought to the documents of their ids, and
            those of other ids are left out.
        id
            The column of the ids, text or integers. With `None`, or for a dict without a column
            `"id"`, rows are those of the documents in their order.
        on
            In place of `id`, a column of text, integers, dates or truth values that the corpus has
            too: each document gets the row that has its value, as of a table of countries. No two
            rows may have the same.
        from_ids
            In place of `metadata`, a regular expression of Python with named groups, which is
            searched for in each id: each group is a column. A column becomes integers if all its
            values are integers without zeros in front, dates if all are written as `2031-03-04`,
            and text otherwise.
        missing
            What becomes of documents without a row, or whose ids don't match: `"error"` names them,
            or their values of `on`, `"null"` leaves their values missing.

        Raises
        ------
        ParameterError
            For documents without a row, rows of the same id or the same value of `on`, an
            expression that is none or has no named group, and for a subset.
        InputTypeError
            If `metadata` is neither a data frame nor a dict of columns, or a column has a type that
            metadata cannot have.
        UnknownNameError
            If there is no column `id` or `on`.

        Examples
        --------
        >>> ids = ["VLK_2031", "TAL_2032"]
        >>> corpus = hs.Corpus.from_texts(["Mutual trust.", "Trust us."], ids=ids)
        >>> rows = {"id": ["TAL_2032", "VLK_2031"], "bloc": ["south", "north"]}
        >>> corpus.with_metadata(rows).documents.column("bloc")
        ['north', 'south']
        >>> blocs = {"bloc": ["north", "south"], "seats": [12, 40]}
        >>> corpus.with_metadata(rows).with_metadata(blocs, on="bloc").documents["seats"]
        [12, 40]
        >>> named = corpus.with_metadata(from_ids=r"(?P<country>[A-Z]+)_(?P<year>[0-9]+)")
        >>> named.subset(year=(2032, None)).documents.column("country")
        ['TAL']
        """
        if (metadata is None) == (from_ids is None):
            raise ParameterError("with_metadata takes either metadata or from_ids")
        if on is not None and (from_ids is not None or id != "id"):
            raise ParameterError("on must be None beside id or from_ids: rows are found by one")
        if missing not in ("error", "null"):
            raise ParameterError(f'missing must be "error" or "null", got {shown(missing)}')
        if from_ids is not None:
            ids = Table._wrap(_core.groupings(self._inner, "document")).column("document")
            columns = _named_parts(from_ids, cast("list[str]", ids), missing)
            return self._wrap(_core.with_rows(self._inner, columns))
        if isinstance(metadata, (str, os.PathLike)):
            raise InputTypeError(
                f"metadata must be a data frame or a dict of columns, got {shown(metadata)}; read "
                "the file first, for instance with polars.read_csv"
            )
        if on is not None:
            frame = metadata
            given = (
                spelled_metadata(frame)
                if isinstance(frame, Mapping)
                else arrow_frame(frame, on, indexed=True)[0]
            )
            return self._wrap(_core.with_rows_on(self._inner, given, on, missing == "null"))
        if isinstance(metadata, Mapping):
            table: object = spelled_metadata(metadata)
            column = None if id == "id" and "id" not in metadata else id
        else:
            table, column = arrow_frame(metadata, id, indexed=True)[0], id
        if column is None:
            return self._wrap(_core.with_rows(self._inner, table))
        return self._wrap(_core.with_rows_of(self._inner, table, column, missing == "null"))

    def rename_metadata(self, names: Mapping[str, str]) -> Corpus:
        """The same documents with columns of metadata under other names.

        The texts and the index are shared. A column that is called as something else that can be
        asked for, such as `speaker`, is told from it under a name of its own.

        Parameters
        ----------
        names
            New names by old ones; two columns may change theirs.

        Raises
        ------
        UnknownNameError
            If there is no such column.
        ParameterError
            For a name that another column has then, for `id`, and for a subset.

        Examples
        --------
        >>> metadata = {"speaker": ["Mr Orr"]}
        >>> corpus = hs.Corpus.from_texts(['"Trust," said Tara Vell.'], metadata=metadata)
        >>> corpus = corpus.rename_metadata({"speaker": "member"})
        >>> corpus.kwic("trust").group(["member", "speaker"]).to_polars().rows()
        [('Mr Orr', 'Tara Vell', 1, 1)]
        """
        if not isinstance(names, Mapping) or not all(
            isinstance(name, str) for pair in names.items() for name in pair
        ):
            raise InputTypeError(
                f"names must be a dict of new names by old ones, got {shown(names)}"
            )
        renamed = [
            (unicode("the name of a column", old), unicode("the name of a column", new))
            for old, new in names.items()
        ]
        return self._wrap(_core.with_renamed(self._inner, "rename_metadata", renamed))

    def without_metadata(self, columns: str | Sequence[str], *more: str) -> Corpus:
        """The same documents without some columns of metadata.

        Parameters
        ----------
        columns, more
            Names of columns, one by one or as a list.

        Raises
        ------
        UnknownNameError
            If there is no such column.
        ParameterError
            For a subset.

        Examples
        --------
        >>> hs.sample_corpus().without_metadata("format", "place").documents.columns
        ['id', 'headline', 'date', 'agency']
        """
        left_out = [(name, None) for name in listed("columns", columns, more)]
        return self._wrap(_core.with_renamed(self._inner, "without_metadata", left_out))


def _named_parts(pattern: str, ids: Sequence[str], missing: str) -> dict[str, list[object]]:
    """The columns that an expression finds in ids: one for each of its named groups."""
    try:
        expression = re.compile(pattern)
    except re.error as error:
        raise ParameterError(f"from_ids must be a regular expression: {error}") from None
    if not expression.groupindex:
        raise ParameterError(
            f"from_ids must have named groups, as in (?P<year>[0-9]+), got {shown(pattern)}"
        )
    found = list(map(expression.search, ids))
    without = [name for name, match in zip(ids, found, strict=True) if match is None]
    if without and (missing == "error" or len(without) == len(ids)):
        some = ", ".join(map(shown, without[:_NAMED])) + (", …" if len(without) > _NAMED else "")
        raise ParameterError(
            f"from_ids matches {len(without)} of {len(ids)} ids not at all: {some}"
        )
    return {
        name: _typed([match and match[name] for match in found]) for name in expression.groupindex
    }


def _typed(values: Sequence[str | None]) -> list[object]:
    """Values as integers or dates if all of them are, as text otherwise."""
    given = [value for value in values if value is not None]
    if given and all(map(_INTEGER.fullmatch, given)):
        return [value and int(value) for value in values]
    if given and all(map(_DATE.fullmatch, given)):
        try:
            return [value and dt.date.fromisoformat(value) for value in values]
        except ValueError:
            pass  # No days of the calendar: they are text.
    return list(cast("Iterable[object]", values))
