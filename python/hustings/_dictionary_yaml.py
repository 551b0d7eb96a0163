"""Dictionaries in YAML: mappings and lists, read event by event, so that an error has its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Protocol

from hustings._libraries import library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from hustings._dictionary_files import Source

# So many categories and entries may be repeated by aliases: a few lines could name billions.
_MOST_REPEATED = 1_000_000
# How the types of YAML itself are called.
_TYPE = "tag:yaml.org,2002:"


class _Mark(Protocol):
    line: int


class _Event(Protocol):
    start_mark: _Mark
    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    value: str


class _Loader(Protocol):
    line: int

    def check_event(self) -> bool: ...
    def get_event(self) -> _Event: ...
    def resolve(self, kind: object, value: str, implicit: tuple[bool, bool]) -> str: ...


def yaml_tree(source: Source) -> dict[str, object]:
    """The categories of a file in YAML."""
    yaml = library("yaml", "Dictionary.read of YAML", package="PyYAML")
    try:
        return _Document(source, yaml, yaml.SafeLoader(source.text)).read()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # What is no character of YAML is found before the first line is read.
        before = source.text[: getattr(error, "position", 0)].count("\n")
        problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
        source.fail((mark.line if mark else before) + 1, f"not valid YAML: {problem}")


class _Open:
    """A mapping or a list that has not ended."""

    def __init__(self, value: dict[str, object] | list[object], anchor: str | None) -> None:
        self.value, self.anchor = value, anchor
        # The category whose entries come next, and the lines of those that came.
        self.name: str | None = None
        self.lines: dict[str, int] = {}
        # How many categories and entries it holds, those that aliases stand for too.
        self.size = 0


class _Document:
    """The categories and entries of a file, as its events come."""

    def __init__(self, source: Source, yaml: ModuleType, loader: _Loader) -> None:
        self.source, self.yaml, self.loader = source, yaml, loader
        self.root: dict[str, object] | None = None
        self.open: list[_Open] = []
        # What an alias may stand for, and its size.
        self.named: dict[str, tuple[object, int]] = {}
        self.repeated = 0

    def read(self) -> dict[str, object]:
        yaml = self.yaml
        takers = {
            yaml.DocumentStartEvent: self.begin,
            yaml.ScalarEvent: self.scalar,
            yaml.AliasEvent: self.alias,
            yaml.MappingStartEvent: self.mapping,
            yaml.SequenceStartEvent: self.sequence,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
        }
        for event in self.events():
            if taker := takers.get(type(event)):
                taker(event)
        if self.root is None:
            self.fail_as_root(1)
        return self.root

    def events(self) -> Iterator[_Event]:
        try:
            while self.loader.check_event():
                yield self.loader.get_event()
        except (ValueError, OverflowError):
            self.source.fail(self.loader.line + 1, "not valid YAML: an escape of no character")

    def fail(self, event: _Event, message: str) -> NoReturn:
        self.source.fail(event.start_mark.line + 1, message)

    def fail_as_root(self, line: int) -> NoReturn:
        message = "a dictionary in YAML must be a mapping from categories to entries"
        self.source.fail(line, message)

    def begin(self, event: _Event) -> None:
        if self.root is not None:
            self.fail(event, "a file must hold one document")

    def scalar(self, event: _Event) -> None:
        tag = event.tag
        if tag in (None, "!"):
            tag = self.loader.resolve(self.yaml.ScalarNode, event.value, event.implicit)
        if tag == f"{_TYPE}null" and not event.value:
            self.fail(event, "a category must have entries, or [] for none, got nothing")
        if tag != f"{_TYPE}str":
            self.fail(event, f"{_WORDS}, got {event.value!r}, {_of_type(tag)} unless in quotes")
        if not event.value.strip():
            self.fail(event, f"{_WORDS} with a character, got {event.value!r}")
        self.add(event, event.value)
        self.grow(1)
        if event.anchor:
            self.named[event.anchor] = event.value, 1

    def alias(self, event: _Event) -> None:
        if event.anchor not in self.named:
            self.fail(event, f"an alias must stand for what ends above it, got *{event.anchor}")
        value, size = self.named[event.anchor]
        self.repeated += size
        if self.repeated > _MOST_REPEATED:
            most = f"at most {_MOST_REPEATED:,} categories and entries"
            self.fail(event, f"aliases of a file must stand for {most}")
        self.add(event, value)
        self.grow(size)

    def mapping(self, event: _Event) -> None:
        self.start(event, {}, "map")

    def sequence(self, event: _Event) -> None:
        self.start(event, [], "seq")

    def start(self, event: _Event, value: dict[str, object] | list[object], kind: str) -> None:
        if event.tag not in (None, "!", f"{_TYPE}{kind}"):
            self.fail(
                event, f"categories must be mappings and lists, got one {_of_type(event.tag)}"
            )
        self.add(event, value)
        self.open.append(_Open(value, event.anchor))

    def end(self, _: _Event) -> None:
        ended = self.open.pop()
        self.grow(ended.size)
        if ended.anchor:
            self.named[ended.anchor] = ended.value, ended.size

    def grow(self, size: int) -> None:
        if self.open:
            self.open[-1].size += size

    def add(self, event: _Event, value: object) -> None:
        """Put a value where it stands: at the top, in a list, for a name or behind one."""
        if not self.open:
            if not isinstance(value, dict):
                self.fail_as_root(event.start_mark.line + 1)
            self.root = value
            return
        inside = self.open[-1]
        if isinstance(inside.value, list):
            if isinstance(value, list):
                self.fail(event, "a list must hold words and mappings, got a list")
            inside.value.append(value)
        elif inside.name is None:
            self.begin_category(event, value)
        else:
            inside.value[inside.name] = value
            inside.name = None

    def begin_category(self, event: _Event, name: object) -> None:
        lines = self.open[-1].lines
        if not isinstance(name, str):
            kind = "list" if isinstance(name, list) else "mapping"
            self.fail(event, f"the name of a category must be a str, got a {kind}")
        if name in lines:
            message = f"a name must stand once in its mapping, got {name!r} of line {lines[name]}"
            self.fail(event, f"{message} again")
        lines[name] = event.start_mark.line + 1
        level = sum(isinstance(inside.value, dict) for inside in self.open)
        self.source.check_level(lines[name], level)
        self.open[-1].name = name


_WORDS = "names and entries must be str"


def _of_type(tag: str | None) -> str:
    return f"of type {(tag or '').removeprefix(_TYPE)} in YAML"
