"""Coding: what readers of concordance lines decide about each of them."""

from __future__ import annotations

from itertools import combinations
from operator import index
from typing import TYPE_CHECKING, NamedTuple

from hustings import _core, _display
from hustings._arguments import whole_number
from hustings._codes import (
    Code,
    as_written,
    checked_coder,
    checked_values,
    scale,
    table_ending,
)
from hustings._display import counted
from hustings._json import serialised
from hustings._relocation import Place, relocated
from hustings.concordance import Concordance, ConcordanceLine
from hustings.errors import InputTypeError, ParameterError, UnknownNameError
from hustings.results import Result, Table, cell

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence
    from typing import Literal

    from hustings._arguments import Window
    from hustings.corpus import Corpus

    Key = int | str | ConcordanceLine

__all__ = ["Coding", "Resolution"]

_OWN = ("cite", *Place._fields, "position", "coder", "note")


class Coding(Result):
    """Codes for the lines of a concordance, by one coder or several.

    Made by `Concordance.label`, read by `read_coding`. Codes are kept by citation, so they stay
    with their lines however these are sorted. A line is named by its number, by its citation or by
    itself; `coding[0] = "for"` codes the first. As a table it has a row a line and coder, coded or
    not: cite, document, start, end, left, node, right, what else the concordance shows, coder, the
    code in the column that was named, note.

    Examples
    --------
    >>> lines = hs.kwic(["We want trust.", "Trust is gone."], "trust")
    >>> coding = lines.label("stance", values=["for", "against"], coder="anna")
    >>> coding[0] = "for"
    >>> coding["text2:0-5#4cfb42bc"] = "against"
    >>> coding.column("stance")
    ['for', 'against']
    """

    __slots__ = ("_cites", "_coders", "_codes", "_lines", "_name", "_places", "_values")

    _name: str
    _values: tuple[Code, ...]
    _coders: tuple[str, ...]
    _cites: tuple[str, ...]
    _places: dict[str, Place]
    _lines: Concordance | None
    _codes: dict[tuple[str, str], tuple[Code, str | None]]

    def __init__(self) -> None:
        raise TypeError("a Coding comes from Concordance.label or hustings.read_coding")

    @classmethod
    def _of(
        cls,
        name: str,
        values: tuple[Code, ...],
        coders: Iterable[str],
        places: dict[str, Place],
        lines: Concordance | None,
    ) -> Coding:
        coding = object.__new__(cls)
        coding._name, coding._values, coding._coders = name, values, tuple(coders)
        coding._cites, coding._places = tuple(places), places
        coding._lines, coding._codes = lines, {}
        return coding

    @classmethod
    def _label(cls, lines: Concordance, name: str, values: Sequence[Code], coder: str) -> Coding:
        taken = {*_OWN, *lines.columns}
        if not isinstance(name, str) or not name or name in taken:
            raise ParameterError(
                f"column must be a new name, none of {sorted(taken)}, got {name!r}"
            )
        codes, coders = checked_values(values), [checked_coder(coder)]
        places = {line.cite(): Place.of(line) for line in lines}
        if len(places) < len(lines):
            raise ParameterError("a line stands twice in the concordance; code each once")
        return cls._of(name, codes, coders, places, lines)

    @property
    def values(self) -> list[Code]:
        """The codes that a line can have, in their order."""
        return list(self._values)

    @property
    def coders(self) -> list[str]:
        """The coders, in the order in which they were merged."""
        return list(self._coders)

    def __len__(self) -> int:
        return len(self._places)

    # --- coding ----------------------------------------------------------------------------------

    def set(
        self, line: Key, code: Code | None, *, note: str | None = None, coder: str | None = None
    ) -> None:
        """Code a line, with a note if there is more to say; `None` takes the code away.

        Raises
        ------
        UnknownNameError
            For a code that is none of the values, or a line that is not here.
        ParameterError
            If there are several coders and none is named.

        Examples
        --------
        >>> coding = hs.kwic(["We want trust."], "trust").label("stance", values=["for", "against"])
        >>> coding.set(0, "for", note="we: who?")
        >>> coding.column("note")
        ['we: who?']
        """
        key = (self._coder(coder), self._cite(line))
        if code is None:
            self._codes.pop(key, None)
        else:
            self._codes[key] = (self._value(code), note or None)

    def __setitem__(self, line: Key, code: Code | None) -> None:
        self.set(line, code)

    def __getitem__(self, line: Key) -> Code | None:
        code, _ = self._codes.get((self._coder(None), self._cite(line)), (None, None))
        return code

    def next(self, *, coder: str | None = None) -> ConcordanceLine | None:
        """The first line without a code, or `None` when all have one.

        Examples
        --------
        >>> coding = hs.kwic(["We want trust."], "trust").label("stance", values=["for", "against"])
        >>> while (line := coding.next()) is not None:
        ...     coding[line] = "for" if "want" in line.left else "against"
        >>> coding[0]
        'for'
        """
        coder, lines = self._coder(coder), self._concordance()
        numbered = enumerate(self._cites)
        first = next((n for n, cite in numbered if (coder, cite) not in self._codes), None)
        return None if first is None else lines[first]

    def ask(self, n: int | None = None, *, coder: str | None = None) -> None:
        """Show uncoded lines one after the other and ask for their codes, at the keyboard.

        Works in a terminal and in a notebook. The answer is the number or the name of a value, and
        what stands behind it is the note. `+` shows the paragraph, an empty answer leaves the line
        for later, `q` stops.

        Parameters
        ----------
        n
            How many lines at most; by default all.
        coder
            The one who answers, where there are several.
        """
        coder = self._coder(coder)
        lines = self.uncoded(coder=coder)[:n]
        legend = "  ".join(f"{number} {value}" for number, value in enumerate(self._values, 1))
        prompt = f"{legend}\n{self._name} (+: paragraph, Enter: later, q: stop): "
        for number, line in enumerate(lines):
            head, shown = f"\n{number + 1} of {len(lines)}  {line.cite()}\n", str(line)
            while answer := input(f"{head}{shown}\n{prompt}").strip():
                chosen, _, note = answer.partition(" ")
                value = as_written(self._values, chosen)
                if value is not None:
                    self.set(line, value, note=note.strip(), coder=coder)
                    break
                if answer == "q":
                    return
                if answer == "+":
                    shown = str(lines.expand(number))

    def widget(self, *, coder: str | None = None) -> object:
        """A widget that shows the lines one at a time and codes them by keys, in a notebook.

        The number of a value codes the line and goes on to the next uncoded one, 0 takes the code
        away, arrows move, `u` goes to the next uncoded line, `n` to the note, and `e` shows the
        paragraph. What is coded is in this coding at once. It needs anywidget, which is in
        `hustings[notebook]`.
        """
        from hustings._widget import widget  # here, as few need it

        return widget(self, self._coder(coder))

    # --- reading what is coded -------------------------------------------------------------------

    def uncoded(self, *, coder: str | None = None) -> Concordance:
        """The lines without a code, as a concordance.

        Examples
        --------
        >>> coding = hs.kwic(["a b a"], "a").label("kind", values=["x", "y"])
        >>> coding[0] = "x"
        >>> len(coding.uncoded())
        1
        """
        coder = self._coder(coder)
        return self._where(lambda cite: (coder, cite) not in self._codes)

    def coded(self, *codes: Code, coder: str | None = None) -> Concordance:
        """The lines with one of these codes, or with any, as a concordance.

        Examples
        --------
        >>> coding = hs.kwic(["a b a"], "a").label("kind", values=["x", "y"])
        >>> coding[0] = "x"
        >>> len(coding.coded("x")), len(coding.coded("y")), len(coding.coded())
        (1, 0, 1)
        """
        coder = self._coder(coder)
        wanted = {self._value(code) for code in codes or self._values}
        return self._where(lambda cite: self._codes.get((coder, cite), (None,))[0] in wanted)

    def disagreements(self) -> Concordance:
        """The lines that were given different codes by different coders, as a concordance.

        That a coder left a line out is no disagreement, as for `agreement`.
        """
        return self._where(lambda cite: len(set(self._given(cite)) - {None}) > 1)

    def counts(self, *, by: str | Sequence[str] = ()) -> Table:
        """How many lines have each code, or none: coder, the metadata columns of `by`, code, lines.

        Examples
        --------
        >>> coding = hs.kwic(["a b a"], "a").label("kind", values=["x", "y"])
        >>> coding[0] = "x"
        >>> coding.counts().to_polars().rows()
        [('coder', 'x', 1), ('coder', 'y', 0), ('coder', None, 1)]
        """
        names = [by] if isinstance(by, str) else list(by)
        labels = self._labels(names)
        groups = list(dict.fromkeys(labels)) if names else [()]
        rows = [(coder, *group, code) for coder in self._coders for group in groups
                for code in (*self._values, None)]  # fmt: skip
        tally = dict.fromkeys(rows, 0)
        for coder in self._coders:
            for cite, label in zip(self._places, labels, strict=True):
                tally[(coder, *label, self._codes.get((coder, cite), (None,))[0])] += 1
        columns = zip(*[(*row, lines) for row, lines in tally.items()], strict=True)
        titles = ["coder", *names, self._name, "lines"]
        return _made(dict(zip(titles, map(list, columns), strict=True)), self._describe("counts"))

    def agreement(self, *, level: Literal["nominal", "ordinal", "interval"] = "nominal") -> Table:
        """How far the coders agree: percentage agreement, Cohen's kappa, Krippendorff's alpha.

        Parameters
        ----------
        level
            What alpha takes the values for: `"nominal"` names, `"ordinal"` ranks in the order of
            `values`, `"interval"` numbers whose differences count. Percentage and kappa take them
            for names.

        Returns
        -------
        Table
            A row for each two coders and, if there are more, one for all: coders, lines (that two
            or more of them coded), codes (that these lines have), percentage, kappa, alpha.

            Percentage is 100 x equal pairs / pairs of codes of one line. Kappa is (o - e) / (1 - e)
            with o the share of lines on which two coders agree, and e the sum over values of the
            product of their shares (Cohen 1960, Educational and Psychological Measurement 20,
            37-46). Alpha is 1 - observed / expected disagreement (Krippendorff 2011, Computing
            Krippendorff's Alpha-Reliability); a line that a coder left out is no disagreement.
            What is not defined is missing: kappa for more than two coders, and both where all codes
            are the same.

        Raises
        ------
        ParameterError
            For one coder alone, or for the level interval if the values are no numbers.

        Examples
        --------
        >>> lines = hs.kwic(["a a a a"], "a")
        >>> anna = lines.label("kind", values=["x", "y"], coder="anna")
        >>> ben = lines.label("kind", values=["x", "y"], coder="ben")
        >>> for number, codes in enumerate(["xx", "yy", "xx", "xy"]):
        ...     anna[number], ben[number] = codes
        >>> hs.merge_codings([anna, ben]).agreement().to_polars().rows()
        [('anna, ben', 4, 8, 75.0, 0.5, 0.5333333333333333)]
        """
        if len(self._coders) < 2:  # noqa: PLR2004 - two coders
            raise ParameterError("agreement needs at least two coders, got one; use merge_codings")
        numbers = {value: number for number, value in enumerate(self._values)}
        sets: list[tuple[str, ...]] = list(combinations(self._coders, 2))
        sets += [self._coders] * (len(self._coders) > 2)  # noqa: PLR2004 - more than one pair
        rows = []
        for coders in sets:
            codes = (self._given(cite, coders) for cite in self._places)
            units = [[None if code is None else numbers[code] for code in unit] for unit in codes]
            found = _core.agreement(units, scale(self._values, level), level)
            share = None if found.observed is None else 100 * found.observed
            names = ", ".join(coders)
            rows.append((names, found.units, found.codes, share, found.kappa, found.alpha))
        titles = ["coders", "lines", "codes", "percentage", "kappa", "alpha"]
        columns = dict(zip(titles, map(list, zip(*rows, strict=True)), strict=True))
        return _made(columns, {**self._describe("agreement"), "level": level})

    def consensus(self, *, coder: str = "consensus", min_coders: int = 2) -> Coding:
        """A new coding with the codes on which all who coded a line agree; the rest is uncoded.

        It is where the coders go on together, line by line.

        Parameters
        ----------
        coder
            Whose the codes are called.
        min_coders
            How many must have coded a line, or all coders where there are not so many. With 1 the
            lines that a single one coded keep their code.

        Examples
        --------
        >>> lines = hs.kwic(["a b a"], "a")
        >>> anna = lines.label("kind", values=["x", "y"], coder="anna")
        >>> ben = lines.label("kind", values=["x", "y"], coder="ben")
        >>> anna[0] = anna[1] = ben[0] = "x"
        >>> both = hs.merge_codings([anna, ben])
        >>> both.consensus().column("kind"), both.consensus(min_coders=1).column("kind")
        (['x', None], ['x', 'x'])
        """
        least = min(whole_number("min_coders", min_coders, least=1), len(self._coders))
        settled = self._of(
            self._name, self._values, [checked_coder(coder)], dict(self._places), self._lines
        )
        for cite in self._places:
            given = [code for code in self._given(cite) if code is not None]
            if len(given) >= least and len(set(given)) == 1:
                settled.set(cite, given[0])
        return settled

    def resolve(self, corpus: Corpus, *, window: Window | None = None) -> Resolution:
        """Find the lines again in a corpus that was built anew, and take the codes along.

        Parameters
        ----------
        corpus
            The corpus in which the lines are looked for.
        window
            Tokens on either side of the lines found; by default as many as they had.

        Returns
        -------
        Resolution
            A tuple of the new `coding`, which has the lines that were found, and a `report`, a
            table of all: cite, status, now (the citation by which it was found, if it was). The
            status is `"same"`; `"moved"` (the text is that of another document, or it has changed
            and the line stands at one other place in it); `"ambiguous"` (it could be at several
            places); `"changed"` (the text has changed and the line is not in it); `"gone"` (no such
            document); or `"not tokens"` (the text is the same and is cut into other tokens).

        Examples
        --------
        >>> old = hs.Corpus.from_texts(["We want trust."])
        >>> coding = old.kwic("trust").label("stance", values=["for", "against"])
        >>> coding[0] = "for"
        >>> new = hs.Corpus.from_texts(["Correction: We want trust."])
        >>> coding.resolve(new).report.column("status")
        ['moved']
        >>> coding.resolve(new).coding.column("stance")
        ['for']
        """
        found = relocated(corpus, self._places)
        now = {cite: new for cite, (_, new) in found.items() if new is not None}
        if window is None:
            window = self._lines.window if self._lines is not None else 5
        lines = corpus.cited(list(now.values()), window=window)
        places = {line.cite(): Place.of(line) for line in lines}
        coding = self._of(self._name, self._values, self._coders, places, lines)
        for (coder, cite), code in self._codes.items():
            if cite in now:
                coding._codes[coder, now[cite]] = code
        columns: dict[str, list[object]] = {
            "cite": list(found),
            "status": [status for status, _ in found.values()],
            "now": [new for _, new in found.values()],
        }
        report = _made(columns, {**self._describe("resolve"), "corpus": corpus.hash})
        return Resolution(coding, report)

    # --- leaving ---------------------------------------------------------------------------------

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the table to a `.csv` or `.parquet` file, which `read_coding` reads.

        Examples
        --------
        >>> coding = hs.kwic(["We want trust."], "trust").label("stance", values=["for", "against"])
        >>> coding[0] = "for"
        >>> coding.save("stance.csv")
        >>> hs.read_coding("stance.csv", "stance", values=["for", "against"])[0]
        'for'
        """
        if table_ending(path) == ".csv":
            self.to_csv(path)
        else:
            self.to_parquet(path)

    def manifest(self) -> dict[str, object]:
        """What is coded, by whom and how far, and how the lines came about."""
        return {**self._describe("label"), "coded": len(self._codes)}

    def _describe(self, verb: str) -> dict[str, object]:
        lines = None if self._lines is None else self._lines.manifest()
        return {
            "hustings": _core.__version__,
            "verb": verb,
            "column": self._name,
            "values": list(self._values),
            "coders": list(self._coders),
            "lines": len(self),
            "concordance": lines,
        }

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return ["cite", *self._contexts(), "coder", self._name, "note"]

    def _table(self) -> _core.Table:
        rows = [(cite, coder) for cite in self._places for coder in self._coders]
        codes = [self._codes.get((coder, cite), (None, None)) for cite, coder in rows]
        columns: dict[str, list[object]] = {"cite": [cite for cite, _ in rows]}
        for name, values in self._contexts().items():
            columns[name] = [value for value in values for _ in self._coders]
        columns["coder"] = [coder for _, coder in rows]
        columns[self._name] = [code for code, _ in codes]
        columns["note"] = [note for _, note in codes]
        return _core.Table.from_columns(columns, serialised(self.manifest()))

    def _contexts(self) -> dict[str, list[object]]:
        """What is known of each line: its place, and what else the concordance shows."""
        places = self._places.values()
        columns = {name: [getattr(place, name) for place in places] for name in Place._fields}
        if self._lines is not None:
            shown = self._lines.columns
            columns |= {name: self._lines.column(name) for name in shown if name not in _OWN}
        return columns

    def _caption(self) -> str:
        return "; ".join(map(self._caption_of, self._coders))

    def _caption_of(self, coder: str) -> str:
        codes = [code for (who, _), (code, _) in self._codes.items() if who == coder]
        counts = ", ".join(f"{value} {codes.count(value)}" for value in self._values)
        done = f"{len(codes):,} of {counted(len(self), 'line')}"
        return f"{self._name} by {coder}: {done} coded ({counts})"

    def _page(self, rows: int) -> tuple[list[str], list[list[str]], list[str]]:
        """Some lines from the first on that somebody has not coded, and all their codes."""
        given = [self._given(cite) for cite in self._places]
        first = next((number for number, codes in enumerate(given) if None in codes), 0)
        page = list(enumerate(self._places.values()))[first : first + rows]
        shown = [
            [str(number), place.document, place.left, place.node, place.right]
            + ["" if code is None else str(code) for code in given[number]]
            for number, place in page
        ]
        heads = ["", "document", "left", "node", "right"]
        codes = self._coders if len(self._coders) > 1 else (self._name,)
        aligns = ["right", "left", "right", "center", "left", *["left"] * len(codes)]
        return [*heads, *codes], [[cell(value) for value in row] for row in shown], aligns

    # --- names and values ------------------------------------------------------------------------

    def _cite(self, line: Key) -> str:
        if isinstance(line, ConcordanceLine):
            line = line.cite()
        if not isinstance(line, str):
            try:
                return self._cites[index(line)]
            except IndexError:
                last = len(self._cites) - 1
                raise IndexError(f"a line must be one of 0 to {last}, got {line!r}") from None
            except TypeError:
                wanted = "a line must be named by its number, its citation or itself"
                raise InputTypeError(f"{wanted}, got {type(line).__name__}") from None
        if line not in self._places:
            raise UnknownNameError(f"{_display.one_line(line)} is not among the lines")
        return line

    def _coder(self, coder: str | None) -> str:
        if coder is None and len(self._coders) > 1:
            raise ParameterError(f"coder must be named, one of {list(self._coders)}")
        if coder is not None and coder not in self._coders:
            raise UnknownNameError(f"coder must be one of {list(self._coders)}, got {coder!r}")
        return self._coders[0] if coder is None else coder

    def _value(self, code: Code) -> Code:
        if code not in self._values:
            known = list(self._values)
            raise UnknownNameError(f"{self._name} must be one of {known}, got {code!r}")
        return self._values[self._values.index(code)]

    def _given(self, cite: str, coders: Iterable[str] | None = None) -> list[Code | None]:
        who = self._coders if coders is None else coders
        return [self._codes.get((coder, cite), (None,))[0] for coder in who]

    def _labels(self, names: Sequence[str]) -> list[tuple[object, ...]]:
        if not names:
            return [()] * len(self)
        columns = self._concordance().with_metadata(*names)
        return list(zip(*map(columns.column, names), strict=True))

    def _concordance(self) -> Concordance:
        if self._lines is None:
            raise ParameterError("the coding has no corpus yet; use resolve(corpus).coding")
        return self._lines

    def _where(self, keep: Callable[[str], bool]) -> Concordance:
        lines = self._concordance()
        numbers = [number for number, cite in enumerate(self._cites) if keep(cite)]
        return lines.take(numbers)


class Resolution(NamedTuple):
    """A coding whose lines were looked for in another corpus, and what became of each."""

    coding: Coding
    report: Table


def _made(columns: dict[str, list[object]], manifest: dict[str, object]) -> Table:
    return Table._wrap(_core.Table.from_columns(columns, serialised(manifest)))
