"""Lines of a concordance as text for a terminal and as HTML, with terms marked in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings import _display, _html
from hustings._display import counted
from hustings.results import cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hustings import _core
    from hustings._display import Piece

_DOCUMENT_WIDTH = 24
_METADATA_WIDTH = 20
BRACKETS = ("[]", "{}", "<>", "()", "\u00ab\u00bb", "\u2039\u203a", "\u27e6\u27e7", "\u27e8\u27e9")
"""What stands around marked terms in a terminal, a pair for each set."""


def page(lines: _core.Concordance, start: int, n: int, width: int | None) -> str:
    """Some lines as text, the nodes one below the other."""
    shown = [[_bracketed(pieces) for pieces in row] for row in _rows(lines, start, n)]
    if not shown:
        return caption(lines)
    flipped = _display.is_right_to_left(row[-3] for row in shown)
    for row in shown:
        row[:-3] = [row[0], *(_display.cut_end(text, _METADATA_WIDTH) for text in row[1:-3])]
        row[1] = _display.cut_end(row[1], _DOCUMENT_WIDTH)
    cells = width or _display.page_width()
    widths = [max(map(_display.display_width, column)) for column in zip(*shown, strict=True)]
    heads, node = widths[:-3], widths[-2]
    room = max(8, (cells - sum(heads) - node - 2 * (len(heads) + 2)) // 2)
    rows = []
    for *head, left, node_text, right in shown:
        context = [_display.cut_start(left, room), node_text, _display.cut_end(right, room)]
        rows.append([*head, *(reversed(context) if flipped else context)])
    aligns = [
        "right",
        *["left"] * (len(heads) - 1),
        "right",
        "right" if flipped else "left",
        "left",
    ]
    more = f"{_display.ELLIPSIS}\n" if start + len(shown) < len(lines) else ""
    legend = "  ".join(_bracketed([(name, at)]) for at, name in enumerate(lines.highlights))
    shown_legend = f"marked: {legend}\n" if legend else ""
    return f"{_display.aligned(rows, aligns)}\n{more}{shown_legend}{caption(lines)}"


def html(lines: _core.Concordance, n: int) -> str:
    """The first lines as a table of HTML."""
    rows = _rows(lines, 0, n)
    names = ["", "document", *lines.metadata, *lines.contexts, "left", "node", "right"]
    aligns = ["right", *["left"] * (len(names) - 4), "right", "center", "left"]
    said = caption(lines)
    if len(lines) > len(rows):
        said += f"; lines 0 to {len(rows) - 1} shown"
    flipped = _display.is_right_to_left(text for row in rows for text, _ in row[-2])
    legend = [(name, at) for at, name in enumerate(lines.highlights)]
    return _html.table(names, rows, aligns, said, right_to_left=flipped, legend=legend)


def caption(lines: _core.Concordance) -> str:
    """How many lines there are, and what is shown of them."""
    match lines.window:
        case str(name):
            window = f"the {name}"
        case (left, right) if left != right:
            window = f"{counted(left, 'token')} on the left, {right:,} on the right"
        case (tokens, _):
            window = f"{counted(tokens, 'token')} on either side"
    return f"{counted(len(lines), 'line')}; window: {window}"


def _rows(lines: _core.Concordance, start: int, n: int) -> list[list[list[Piece]]]:
    """Number, document, metadata, contexts, left, node, right of some lines, in pieces."""
    some = lines.slice(slice(start, start + n))
    table = some.table()
    names = ["document", *lines.metadata, *lines.contexts]
    heads = [[[(cell(value), None)] for value in table.column(name)] for name in names]
    numbers = [[(str(start + row), None)] for row in range(len(table))]
    texts = zip(*map(table.column, ("left", "node", "right")), strict=True)
    marks = some.marks() if lines.highlights else [[]] * len(table)
    strings = [
        [_pieces(str(text), at, marked) for at, text in enumerate(row)]
        for row, marked in zip(texts, marks, strict=True)
    ]
    return [[*head, *own] for *head, own in zip(numbers, *heads, strings, strict=True)]


def _pieces(text: str, string: int, marks: Sequence[tuple[int, int, int, int]]) -> list[Piece]:
    """One of the three strings of a line, cut where marks begin and end."""
    pieces: list[Piece] = []
    behind = 0
    for of, start, end, number in marks:
        if of == string:
            pieces += [(text[behind:start], None), (text[start:end], number)]
            behind = end
    return _display.on_one_line([*pieces, (text[behind:], None)])


def _bracketed(pieces: Sequence[Piece]) -> str:
    """Pieces as text, those that are marked in brackets of their sets."""
    return "".join(
        text if number is None else f"{BRACKETS[number][0]}{text}{BRACKETS[number][1]}"
        for text, number in pieces
    )
