"""Rows as HTML for a notebook: escaped, without scripts, readable in either direction."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from hustings._json import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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


def document(title: str, body: str, manifest: Mapping[str, object]) -> str:
    """A page of its own around a table, with how it came about."""
    terms = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(told(value))}</dd>" for name, value in manifest.items()
    )
    return (
        '<!doctype html>\n<html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_PAGE}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n{body}\n"
        f"<details><summary>How this came about</summary><dl>{terms}</dl></details></body></html>\n"
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


_PAGE = (
    "body{font-family:sans-serif;margin:1.5em}h1{font-size:1.3em}"
    ".hustings{border-collapse:collapse}.hustings td,.hustings th{vertical-align:top}"
    ".hustings tbody tr:nth-child(odd){background:#f5f5f5}"
    ".hustings th{border-bottom:1px solid #888;position:sticky;top:0;background:#fff}"
    "dt{font-weight:bold}dd{overflow-wrap:anywhere}"
)
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
