"""Dictionaries in tables of a category and a pattern a row, and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hustings._dictionary_files import Source

_CATEGORY = "category"
# What the column of the entries may be called: people and the tables of `lookup` write it so.
_ENTRIES = ("pattern", "entry", "word", "term")
_SEPARATORS = ",;\t|"


def table_tree(source: Source) -> dict[str, object]:
    """Rows with the columns `category` and `pattern`, each an entry; others are passed over."""
    import csv
    import io

    header = source.text.partition("\n")[0]
    marks = [mark for mark in header if mark in _SEPARATORS]
    # A mark within the name of a column would be quoted, as none of ours is.
    rows = csv.reader(
        io.StringIO(source.text, newline=""), delimiter=(marks or ",")[0], strict=True
    )
    tree: dict[str, list[str]] = {}
    columns: tuple[int, int] | None = None
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if columns is None:
                columns = _columns(source, cells)
            elif any(cells):
                category, entry = _pair(source, rows.line_num, cells, columns)
                tree.setdefault(category, []).append(entry)
    except csv.Error as error:
        source.fail(rows.line_num, f"not valid CSV: {error}")
    if columns is None:
        source.fail(1, "a table must have a header with the columns category and pattern, got none")
    return dict(tree)


def _columns(source: Source, names: Sequence[str]) -> tuple[int, int]:
    """Where the category and the entry stand."""
    known = [name.casefold() for name in names]
    entries = [known.index(name) for name in _ENTRIES if name in known]
    if _CATEGORY not in known or not entries:
        message = "a table must have the columns category and pattern"
        source.fail(1, f"{message}, got {', '.join(map(repr, names)) or 'none'}")
    return known.index(_CATEGORY), entries[0]


def _pair(
    source: Source, line: int, cells: Sequence[str], columns: tuple[int, int]
) -> tuple[str, str]:
    """The category and the entry of a row, both of which must be there."""
    category, entry = (cells[at] if at < len(cells) else "" for at in columns)
    if not category or not entry:
        lacking = "category" if not category else "pattern"
        source.fail(line, f"a row must have a category and a pattern, got no {lacking}")
    return category, entry


def json_tree(source: Source) -> dict[str, object]:
    """An object of categories: lists of entries, or further objects."""
    import json

    try:
        tree = json.loads(source.text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        source.fail(error.lineno, f"not valid JSON: {error.msg.lower()}")
    except _TwiceError as error:
        source.fail(
            _line_of(source.text, error.name), f"a category must stand once: {error.name!r}"
        )
    except RecursionError:
        source.fail(1, "categories are nested too deep")
    if not isinstance(tree, dict):
        source.fail(1, "a dictionary must be an object of categories")
    return tree


class _TwiceError(Exception):
    """A name that stands twice in an object, of which JSON would keep the last alone."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _TwiceError(name)
        found[name] = value
    return found


def _line_of(text: str, name: str) -> int:
    """The line of the last time that a name is written, or the first line."""
    import json

    return text.count("\n", 0, max(0, text.rfind(json.dumps(name, ensure_ascii=False)))) + 1
