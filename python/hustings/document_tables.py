"""Tables of which each row is of one document, and the metadata beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings import _core
from hustings._arguments import listed
from hustings._json import serialised
from hustings.errors import ParameterError
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

__all__ = ["DocumentTable", "Quotations"]


class DocumentTable(Table):
    """Rows that are of one document each, beside which its metadata can stand.

    It is pickled with its corpus if that is saved; of one in memory alone the rows are pickled.
    """

    __slots__ = ("_corpus", "_metadata")

    _corpus: _core.Corpus | None
    """What was asked; None for texts, and where a corpus was in memory alone at pickling."""
    _metadata: tuple[str, ...]
    """The columns of metadata."""

    @classmethod
    def _of(
        cls, core: _core.Table, corpus: _core.Corpus | None, metadata: tuple[str, ...] = ()
    ) -> Self:
        table = cls._wrap(core)
        table._corpus, table._metadata = corpus, metadata
        return table

    def __copy__(self) -> Self:
        """Give a table of the same columns and corpus."""
        return self._of(self._inner, self._corpus, self._metadata)

    def __reduce__(self) -> tuple[object, ...]:
        """Give what is pickled: the rows, and the corpus if it is saved."""
        corpus = self._corpus
        try:
            if corpus is not None:
                corpus.origin("pickle")
        except ParameterError:
            corpus = None
        return type(self)._of, (self._inner, corpus, self._metadata)

    def with_metadata(self, columns: str | Sequence[str], *more: str) -> DocumentTable:
        """The same rows with columns of metadata of their documents behind the others.

        Parameters
        ----------
        columns, more
            Metadata columns, one by one or as a list, or periods of one (`"date:year"`).

        Raises
        ------
        UnknownNameError
            For a column that does not exist.
        ParameterError
            For a name that the table has already, which `Corpus.rename_metadata` can change; and
            where the table was pickled while its corpus was in memory alone.

        Examples
        --------
        >>> said = hs.sample_corpus().quotations("water").with_metadata("agency", "date:year")
        >>> said[0]["speaker"], said[0]["agency"], said[0]["date:year"]
        ('Teodric Halvane', 'VPS', 2031)
        """
        if self._corpus is None:
            raise ParameterError(
                "with_metadata needs the corpus that was asked, which texts alone have not, nor a "
                "table that was pickled while its corpus was in memory alone"
            )
        names = listed("columns", columns, more)
        twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
        twice = twice or next((name for name in names if name in self.columns), None)
        if twice is not None:
            raise ParameterError(
                f"the columns of a table must differ in name: {twice!r} would stand twice; rename "
                "it with Corpus.rename_metadata"
            )
        known = _core.groupings(self._corpus, ["document", *names])
        places = {document: row for row, document in enumerate(known.column("document"))}
        rows = [places[document] for document in self.column("document")]
        kinds = dict(zip(known.columns, known.types, strict=True))
        told = [
            (name, kinds[name], [values[row] for row in rows])
            for name, values in ((name, known.column(name)) for name in names)
        ]
        of = self.manifest()
        manifest: dict[str, object] = {"verb": "with_metadata", "columns": names, "of": of}
        beside = self._inner.beside((self.columns, range(len(self))), told, serialised(manifest))
        return self._of(beside, self._corpus, (*self._metadata, *names))

    def _page_names(self, names: Sequence[str]) -> Sequence[str]:
        """Metadata stand behind the document where a page has not room for all columns."""
        if not self._page_columns:
            return names
        return [*self._page_columns[:1], *self._metadata, *self._page_columns[1:]]


class Quotations(DocumentTable):
    """Quotations, a row each; a page shows who says what, by which verb."""

    __slots__ = ()

    _page_columns = ("document", "speaker", "verb", "kind", "content")
