"""Codings from several coders, and from files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings._arguments import is_listed
from hustings._checked import checked
from hustings._codes import checked_coder, checked_values, read_code, read_columns
from hustings._relocation import Place
from hustings.coding import Coding
from hustings.errors import InputTypeError, ParameterError, TextError, UnknownNameError

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from hustings._codes import Code

__all__ = ["merge_codings", "read_coding"]


def merge_codings(codings: Sequence[Coding]) -> Coding:
    """One coding of several coders, or of several sets of lines, with the codes of all.

    Raises
    ------
    ParameterError
        For codings of different columns or values, or if a coder gave a line two codes.

    Examples
    --------
    >>> lines = hs.kwic(["We want trust."], "trust")
    >>> anna = lines.label("stance", values=["for", "against"], coder="anna")
    >>> ben = lines.label("stance", values=["for", "against"], coder="ben")
    >>> hs.merge_codings([anna, ben]).coders
    ['anna', 'ben']
    """
    if isinstance(codings, Coding) or not is_listed(codings):
        raise InputTypeError(f"codings must be a list of Coding, got {type(codings).__name__}")
    if not all(isinstance(coding, Coding) for coding in codings):
        raise InputTypeError("codings must be a list of Coding")
    if not codings:
        raise ParameterError("codings must hold at least one coding, got none")
    first = codings[0]
    for coding in codings:
        if (coding._name, coding._values) != (first._name, first._values):
            schemes = [f"{one._name} {list(one._values)}" for one in (first, coding)]
            raise ParameterError(f"codings must have one column and values, got {schemes}")
    coders = dict.fromkeys(coder for coding in codings for coder in coding._coders)
    places = {cite: place for coding in codings for cite, place in coding._places.items()}
    whole = (one._lines for one in codings if one._lines is not None and len(one) == len(places))
    lines = next(whole, None)
    if lines is not None:
        places = {line.cite(): places[line.cite()] for line in lines}
    merged = Coding._of(first._name, first._values, coders, places, lines)
    for coding in codings:
        for (coder, cite), code in coding._codes.items():
            known = merged._codes.setdefault((coder, cite), code)
            if known != code:
                both = f"{known[0]!r} and {code[0]!r}"
                raise ParameterError(f"coder {coder!r} must code {cite} once, got {both}")
    return merged


@checked
def read_coding(
    path: str | os.PathLike[str],
    column: str,
    *,
    values: Sequence[Code],
    coder: str = "coder",
    encoding: str = "utf-8",
) -> Coding:
    """Read a table of codes: one that `Coding.save` wrote, or one that was filled in elsewhere.

    Parameters
    ----------
    path
        A `.csv` file, whose cells are parted by commas, semicolons or tabs, or a `.parquet` file
        (which needs polars). It has the columns cite, document, start, end, left, node, right and
        the codes, and may have coder and note; others are left out. An empty code is none.
    column
        The column of the codes.
    values
        The codes that a line can have, in their order.
    coder
        The coder, if there is no such column.
    encoding
        That of a `.csv` file, as Python names it; spreadsheets may write `"cp1252"`.

    Returns
    -------
    Coding
        It has no corpus yet: `coding.resolve(corpus).coding` has, and the lines to look at.

    Raises
    ------
    UnknownNameError
        For a column that is missing.
    ParameterError
        For a code that is none of the values, or a line that a coder coded twice, naming it.
    TextError
        For a file that cannot be read, naming the place.

    Examples
    --------
    >>> coding = hs.kwic(["We want trust."], "trust").label("stance", values=["for", "against"])
    >>> coding[0] = "for"
    >>> coding.save("stance.csv")
    >>> hs.read_coding("stance.csv", "stance", values=["for", "against"]).column("stance")
    ['for']
    """
    codes, table = checked_values(values), read_columns(path, "cite", encoding)
    for name in ("cite", *Place._fields, column):
        if name not in table:
            known = list(table)
            raise UnknownNameError(f"column must be one of {known}, got {name!r} in {path}")
    cites = [_text(cite) for cite in table["cite"]]
    coders = [_text(who) or coder for who in table.get("coder", [None] * len(cites))]
    notes = [_text(note) or None for note in table.get("note", [None] * len(cites))]
    everyone = dict.fromkeys(map(checked_coder, coders)) or [checked_coder(coder)]
    places: dict[str, Place] = {}
    found: dict[tuple[str, str], tuple[Code, str | None]] = {}
    cells = zip(*(table[name] for name in Place._fields), strict=True)
    for cite, (document, start, end, *context) in zip(cites, cells, strict=True):
        bounds = _whole(start, cite), _whole(end, cite)
        places[cite] = Place(_text(document), *bounds, *map(_text, context))
    for key, note, given in zip(zip(coders, cites, strict=True), notes, table[column], strict=True):
        written = _text(given).strip()
        code = read_code(codes, written)
        if code is not None and key in found:
            raise ParameterError(f"coder {key[0]!r} must code {key[1]} once, got two codes")
        if code is not None:
            found[key] = (code, note)
        elif written:
            scheme = list(codes)
            raise ParameterError(f"{column} must be one of {scheme}, got {written!r} for {key[1]}")
    coding = Coding._of(column, codes, everyone, places, None)
    coding._codes = found
    return coding


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _whole(value: object, cite: str) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise TextError(f"start and end of {cite} must be whole numbers, got {value!r}") from None
