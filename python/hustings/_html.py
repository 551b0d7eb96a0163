"""Rows as HTML for a notebook: escaped, without scripts, readable in either direction."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hustings._display import Piece

    Cell = str | Sequence[Piece]


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    aligns: Sequence[str],
    caption: str,
    *,
    right_to_left: bool = False,
    legend: Sequence[Piece] = (),
) -> str:
    """Build an HTML table; each cell's text finds its own direction.

    A cell is text, or pieces of which some are marked; a legend explains the marks. Alignment is by
    `start` and `end`, so a table from right to left is the mirror image: what comes before stands
    on the right, and leans to the middle.
    """

    def cells(tag: str, values: Sequence[Cell]) -> str:
        return "".join(
            f'<{tag} style="{_STYLES[align]}"><bdi>{_marked(value)}</bdi></{tag}>'
            for value, align in zip(values, aligns, strict=True)
        )

    direction = "rtl" if right_to_left else "ltr"
    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return (
        f'<table class="hustings" dir="{direction}"><thead><tr>{cells("th", columns)}</tr></thead>'
        f"<tbody>{body}</tbody></table><p>{escape(caption)}{_legend(legend)}</p>"
    )


def passage(text: str, node: tuple[int, int]) -> str:
    """A text as it is laid out, with its node in bold."""
    before, inside, behind = text[: node[0]], text[node[0] : node[1]], text[node[1] :]
    shown = f"{escape(before)}<b>{escape(inside)}</b>{escape(behind)}"
    return f'<p class="hustings" dir="auto" style="white-space:pre-wrap">{shown}</p>'


def _marked(cell: Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    return "".join(
        escape(text)
        if number is None
        else f'<mark style="background:{_COLOURS[number]};color:black">{escape(text)}</mark>'
        for text, number in cell
    )


def _legend(sets: Sequence[Piece]) -> str:
    return "; marked: " + " ".join(_marked([piece]) for piece in sets) if sets else ""


_STYLES = {
    "left": "text-align:start;padding:0 .5em",
    "right": "text-align:end;padding:0 .5em",
    "center": "text-align:center;padding:0 .5em;font-weight:bold",
}

# The colours of Okabe and Ito (2008), which the colour-blind can tell apart, made lighter.
_COLOURS = (
    "#ffd27a",
    "#a9dcf7",
    "#8ce0c4",
    "#f7ef8e",
    "#f3b79b",
    "#ecc0da",
    "#9fc6e6",
    "#d0d0d0",
)
