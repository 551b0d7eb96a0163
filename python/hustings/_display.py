"""Rows as text for a terminal: aligned by the width of characters, in either direction."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from hustings._core import display_width as display_width  # noqa: PLC0414 - part of this module

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Piece = tuple[str, int | None]
    """Text, and the number of the set of terms by which it is marked."""

ELLIPSIS = "…"
_NARROWEST = 8
_GAP = 2
_WIDTH_WITHOUT_TERMINAL = 120
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def counted(n: int, noun: str) -> str:
    """A number of things, as in `1 line` and `2,000 lines`."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def page_width() -> int:
    """The width of the terminal in cells."""
    import shutil  # here, so that importing hustings stays fast

    return shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns


def one_line(text: str) -> str:
    """Fold white space, as a line of a table has no room for line breaks."""
    visible = "".join(" " if unicodedata.category(mark) == "Cc" else mark for mark in text)
    return " ".join(visible.split())


def on_one_line(pieces: Sequence[Piece]) -> list[Piece]:
    """Fold the white space of text in pieces; those that are marked begin and end with none."""
    folded = []
    for at, (text, number) in enumerate(pieces):
        line = one_line(f"|{text}|")[1:-1]
        line = line.lstrip() if at == 0 else line
        folded.append((line.rstrip() if at == len(pieces) - 1 else line, number))
    return folded


def is_right_to_left(texts: Iterable[str]) -> bool:
    """Whether most strong characters are of scripts written from right to left."""
    directions = [unicodedata.bidirectional(mark) for text in texts for mark in text]
    right_to_left = sum(direction in _RIGHT_TO_LEFT for direction in directions)
    return right_to_left > directions.count("L")


def cut_end(text: str, width: int) -> str:
    """Cut text to a width, at its end."""
    if display_width(text) <= width:
        return text
    kept = ""
    for mark in text:
        if display_width(kept + mark) > width - 1:
            break
        kept += mark
    return kept + ELLIPSIS


def cut_start(text: str, width: int) -> str:
    """Cut text to a width, at its start."""
    if display_width(text) <= width:
        return text
    kept = ""
    for mark in reversed(text):
        if display_width(mark + kept) > width - 1:
            break
        kept = mark + kept
    return ELLIPSIS + kept


def padded(text: str, width: int, align: str) -> str:
    """Fill text with spaces to a width; text of mixed direction is isolated from its neighbours."""
    space = " " * max(0, width - display_width(text))
    if any(unicodedata.bidirectional(mark) in _RIGHT_TO_LEFT for mark in text):
        text = f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return space + text if align == "right" else text + space


def fitted(rows: Sequence[Sequence[str]], aligns: Sequence[str], width: int) -> list[list[str]]:
    """Cut text until rows fit a width, the widest first; leave out last columns if need be.

    The first row is the header, which is shown whole like all that is aligned to the right.
    """
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    floors = [
        natural if align == "right" else min(natural, max(_NARROWEST, display_width(name)))
        for natural, align, name in zip(widths, aligns, rows[0], strict=True)
    ]
    ends = accumulate(floor + _GAP for floor in floors)
    shown = max(1, sum(end - _GAP <= width for end in ends))
    room = width - _GAP * (shown - 1)

    def cut(limit: int) -> list[int]:
        pairs = zip(floors[:shown], widths[:shown], strict=True)
        return [max(floor, min(natural, limit)) for floor, natural in pairs]

    limits = cut(bisect_right(range(max(widths)), room, key=lambda limit: sum(cut(limit + 1))))
    return [
        [cut_end(cell, limit) for cell, limit in zip(row[:shown], limits, strict=True)]
        for row in rows
    ]


def aligned(rows: Sequence[Sequence[str]], aligns: Sequence[str]) -> str:
    """Rows of cells as lines, each column as wide as its widest cell."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        (" " * _GAP)
        .join(
            padded(cell, width, align)
            for cell, width, align in zip(row, widths, aligns, strict=True)
        )
        .rstrip()
        for row in rows
    )
