"""Rows as HTML for a notebook: escaped, without scripts, readable in either direction."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    aligns: Sequence[str],
    caption: str,
    *,
    right_to_left: bool = False,
) -> str:
    """Build an HTML table; each cell's text finds its own direction.

    Alignment is by `start` and `end`, so a table from right to left is the mirror image: what
    comes before stands on the right, and leans to the middle.
    """

    def cells(tag: str, values: Sequence[str]) -> str:
        return "".join(
            f'<{tag} style="{_STYLES[align]}"><bdi>{escape(value)}</bdi></{tag}>'
            for value, align in zip(values, aligns, strict=True)
        )

    direction = "rtl" if right_to_left else "ltr"
    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return (
        f'<table class="hustings" dir="{direction}"><thead><tr>{cells("th", columns)}</tr></thead>'
        f"<tbody>{body}</tbody></table><p>{escape(caption)}</p>"
    )


_STYLES = {
    "left": "text-align:start;padding:0 .5em",
    "right": "text-align:end;padding:0 .5em",
    "center": "text-align:center;padding:0 .5em;font-weight:bold",
}
