"""Files of dictionaries, of each program that has a form of its own, as trees of categories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from hustings._dictionary_tables import json_tree, table_tree
from hustings._dictionary_yaml import yaml_tree
from hustings.dictionary import MOST_LEVELS, TOO_DEEP
from hustings.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Node = list[object]

_WEIGHT = r"[-+]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)"
_WEIGHTED = re.compile(rf"(?P<entry>.*\S)\s+\({_WEIGHT}\)")

# How the patterns of Yoshikoder are read; those of another engine have other wildcards.
_ENGINE = "substring"


def tree_of(path: Path, encoding: str) -> dict[str, object]:
    """The categories of a file, read by the form that its name says it has."""
    readers: dict[str, Callable[[Source], dict[str, object]]] = {
        ".dic": _liwc,
        ".lc3": _lexicoder,
        ".ykd": _yoshikoder,
        ".cat": _wordstat,
        ".yaml": yaml_tree,
        ".yml": yaml_tree,
        ".json": json_tree,
        ".csv": table_tree,
        ".tsv": table_tree,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ParameterError(f"{path}: a dictionary must end in {', '.join(readers)}")
    return reader(Source(path, _text_of(path, encoding)))


def _text_of(path: Path, encoding: str) -> str:
    try:
        content = path.read_bytes()
    except ValueError as error:
        raise ParameterError(f"path must be that of a file, got {str(path)!r}: {error}") from None
    try:
        text = content.decode(encoding)
        # Some encodings have bytes for surrogates, which are no characters.
        text.encode()
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        message = f"not valid {encoding}{place}; pass the file's encoding="
        raise ParameterError(f"{path}: {message}") from None
    except (LookupError, ValueError):
        raise ParameterError(f"encoding must be one that Python knows, got {encoding!r}") from None
    return text


class Source:
    """A file's text, and how an error names a place in it."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    def lines(self) -> list[tuple[int, str]]:
        """The lines that are not blank, each with its number from 1."""
        lines = enumerate(self.text.splitlines(), 1)
        return [(number, line.rstrip()) for number, line in lines if line.strip()]

    def check_level(self, line: int, level: int) -> None:
        """Refuse a category within too many others, of which it is the last."""
        if level > MOST_LEVELS:
            self.fail(line, TOO_DEEP)

    def fail(self, line: int, message: str) -> NoReturn:
        raise ParameterError(f"{self.path}, line {line}: {message}")


def _liwc(source: Source) -> dict[str, object]:
    """Numbered categories between two lines of `%`, then entries with the numbers of theirs."""
    lines = source.lines()
    marks = [at for at, (_, line) in enumerate(lines) if line.strip() == "%"]
    if not marks or marks[0] != 0:
        source.fail(lines[0][0] if lines else 1, "a .dic file must begin with a line of %")
    if len(marks) == 1:
        source.fail(lines[-1][0], "the categories of a .dic file must end with a line of %")
    names: dict[str, str] = {}
    for number, line in lines[1 : marks[1]]:
        key, _, name = line.strip().partition("\t" if "\t" in line.strip() else " ")
        if not key.isdecimal() or not name.strip():
            source.fail(number, f"a category must be a number and a name, got {line.strip()!r}")
        if key in names:
            source.fail(number, f"the number {key} must stand for one category")
        names[key] = name.strip()
    tree: dict[str, list[str]] = {name: [] for name in names.values()}
    for number, line in lines[marks[1] + 1 :]:
        entry, keys = _liwc_entry(line)
        if not entry or not keys:
            message = f"an entry must be a word and numbers of categories, got {line.strip()!r}"
            source.fail(number, message)
        for key in keys:
            if key not in names:
                source.fail(number, f"a number must be that of a category, got {key}")
            tree[names[key]].append(entry)
    return dict(tree)


def _liwc_entry(line: str) -> tuple[str, list[str]]:
    """The word or phrase, and the numbers behind it."""
    words = line.split()
    behind = len(words)
    while behind and words[behind - 1].isdecimal():
        behind -= 1
    if "\t" in line.strip():
        # A tab ends the entry, so that it may be a number itself.
        entry, _, keys = line.strip().partition("\t")
        return entry.strip(), keys.split()
    return " ".join(words[:behind]), words[behind:]


def _lexicoder(source: Source) -> dict[str, object]:
    """Lines of `+CATEGORY`, each above its entries."""
    tree: dict[str, list[str]] = {}
    entries = None
    for number, line in source.lines():
        text = line.strip()
        if text.startswith("<"):
            source.fail(number, "an .lc3 file must be lines of +CATEGORY and entries, got XML")
        if text.startswith("+"):
            name = text[1:].strip()
            if not name:
                source.fail(number, "a category must have a name behind +")
            entries = tree.setdefault(name, [])
        elif entries is None:
            source.fail(number, f"an entry must stand below a line of +CATEGORY, got {text!r}")
        else:
            entries.append(text)
    return dict(tree)


def _wordstat(source: Source) -> dict[str, object]:
    """Lines indented by tabs: entries with a weight behind them, categories without."""
    tree: Node = []
    # The lists that a line of each depth is added to.
    open_nodes = [tree]
    # Lines within a category with neither a weight nor lines below them, and what is beside them.
    bare: list[tuple[int, str, Node]] = []
    lines = [(number, *_indented(source, number, line)) for number, line in source.lines()]
    next_depths = [*(depth for _, depth, _ in lines[1:]), 0]
    for (number, depth, text), next_depth in zip(lines, next_depths, strict=False):
        if text.startswith("@") or " NEAR" in text or "[" in text:
            source.fail(number, f"rules of proximity are not known, got {text!r}")
        if depth >= len(open_nodes):
            message = f"a line must be at most one tab deeper than its category, got {text!r}"
            source.fail(number, message)
        del open_nodes[depth + 1 :]
        weighted = _WEIGHTED.fullmatch(text)
        if weighted and (entry := weighted["entry"].replace("_", " ").strip()):
            if depth == 0:
                source.fail(number, f"an entry must stand below a category, got {text!r}")
            open_nodes[depth].append(entry)
        elif next_depth <= depth and text.endswith(")"):
            # What has no weight is a category, but this seems to have one.
            message = "an entry must have a number for its weight, as in TREATY (1)"
            source.fail(number, f"{message}, got {text!r}")
        else:
            source.check_level(number, depth + 1)
            inner: Node = []
            open_nodes[depth].append({text: inner})
            open_nodes.append(inner)
            if next_depth <= depth > 0:
                bare.append((number, text, open_nodes[depth]))
    for number, text, beside in bare:
        categories = [node for node in beside if isinstance(node, dict)]
        if len(categories) < len(beside) or not any(map(any, map(dict.values, categories))):
            message = "a line with none below it must be an entry and its weight, as in TREATY (1)"
            source.fail(number, f"{message}, or an empty category beside others, got {text!r}")
    return _merged(tree)


def _indented(source: Source, number: int, line: str) -> tuple[int, str]:
    """How many tabs a line begins with, and what stands behind them."""
    text = line.lstrip()
    indent = line[: len(line) - len(text)]
    if indent and "\t" not in indent:
        source.fail(number, f"a line must be indented by tabs, got {line!r}")
    return indent.count("\t"), text


def _yoshikoder(source: Source) -> dict[str, object]:
    """XML of `cnode` for categories and `pnode` for entries."""
    nodes = _Nodes(source)
    parser = nodes.parser
    parser.StartElementHandler, parser.EndElementHandler = nodes.begin, nodes.end
    parser.EntityDeclHandler, parser.CharacterDataHandler = nodes.entity, nodes.text
    # As it was decoded, whatever encoding it says it has.
    text = re.sub(r"^\s*<\?xml.*?\?>", "", source.text, count=1)
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - the last of the text
    except expat.ExpatError as error:
        source.fail(error.lineno, f"not valid XML: {expat.errors.messages[error.code]}")
    return _merged(nodes.tree)


class _Nodes:
    """The categories and entries of a file of XML, as they come."""

    def __init__(self, source: Source) -> None:
        self.source, self.parser = source, expat.ParserCreate()
        self.tree: Node = []
        # The lists of the categories around a place, and the elements.
        self.open: list[Node] = [self.tree]
        self.tags: list[str] = []

    def fail(self, message: str) -> NoReturn:
        self.source.fail(self.parser.CurrentLineNumber, message)

    def check_engine(self, engine: str) -> None:
        if engine != _ENGINE:
            message = f'patternengine must be "{_ENGINE}", whose patterns are words with *'
            self.fail(f'{message}, got "{engine}"')

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        inside = self.tags[-1] if self.tags else None
        self.tags.append(tag)
        if (tag, inside) == ("dictionary", None):
            self.check_engine(attributes.get("patternengine", _ENGINE))
            return
        if tag not in ("cnode", "pnode") or inside not in ("dictionary", "cnode"):
            self.fail(f"elements must be dictionary, and in it cnode and pnode, got {tag}")
        name = attributes.get("name", "").strip()
        if not name:
            self.fail(f"a {tag} must have a name")
        if tag == "cnode":
            self.source.check_level(self.parser.CurrentLineNumber, len(self.open))
            inner: Node = []
            self.open[-1].append({name: inner})
            self.open.append(inner)
        elif inside == "cnode":
            self.open[-1].append(name)
        else:
            self.fail("a pnode must stand in a cnode")

    def end(self, tag: str) -> None:
        self.tags.pop()
        if tag == "cnode":
            self.open.pop()

    def text(self, text: str) -> None:
        if text.strip():
            self.fail(f"entries must be names of a pnode, got the text {text.strip()!r}")

    def entity(self, *_: object) -> None:
        self.fail("a .ykd file must not declare entities")


def _merged(tree: Node) -> dict[str, object]:
    """The categories of a file by name; one that comes twice has the entries of both."""
    merged: dict[str, object] = {}
    for item in tree:
        if isinstance(item, dict):
            for name, inner in item.items():
                known = merged.setdefault(name, [])
                if isinstance(known, list):
                    known.extend(inner)
    return merged
