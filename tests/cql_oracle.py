"""CQL once more, naively: every way through a query is tried from every token of every zone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import hustings as hs
import oracle

if TYPE_CHECKING:
    from collections.abc import Iterator

SCANNER = re.compile(
    r"""\s*(?:(?P<text>"(?:\\.|""|[^"\\])*"|'(?:\\.|''|[^'\\])*')|(?P<flags>%[cdl]+)"""
    r"""|(?P<name>[^\W\d]\w*)|(?P<number>-?\d+(?:\.\d+)?)"""
    r"""|(?P<sign>->|!=|<=|>=|</|/>|::|\[:|:\]|[()\[\]{}<>=&|!?*+,.:;]))"""
)
REGIONS = {"sentence": "s", "p": "paragraph", "body": "paragraph", "text": "document"}
Bindings = dict[str, int]


@dataclass
class Zone:
    """Words of one zone, counted from 0, and what is known of them."""

    document: str
    first: int  # the position of its first word in the document
    kind: str
    words: list[str]
    sentences: list[tuple[int, int]]
    begins_document: bool
    ends_document: bool
    metadata: dict[str, object] = field(default_factory=dict)
    layers: dict[str, list[str | None]] = field(default_factory=dict)

    def regions(self, name: str) -> list[tuple[int, int]]:
        everything = (0, len(self.words))
        if name == "s":
            return self.sentences
        return [everything] if name in (self.kind, "document") else []

    def begins(self, name: str, at: int) -> bool:
        if name == "document":
            return at == 0 and self.begins_document
        return any(start == at for start, _ in self.regions(name))

    def ends(self, name: str, at: int) -> bool:
        if name == "document":
            return at == len(self.words) and self.ends_document
        return any(end == at for _, end in self.regions(name))


class Reader:
    """A query as nested tuples."""

    def __init__(self, query: str) -> None:
        self.items: list[tuple[str, str]] = []
        at = 0
        while query[at:].strip():
            found = SCANNER.match(query, at)
            if not found:
                raise ValueError(query[at:])
            kind = str(found.lastgroup)
            self.items.append((kind, found[kind]))
            at = found.end()
        self.items.append(("end", ""))
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        kind, text = self.items[min(self.at + ahead, len(self.items) - 1)]
        return "" if kind == "text" else text

    def kind(self, ahead: int = 0) -> str:
        return self.items[min(self.at + ahead, len(self.items) - 1)][0]

    def next(self) -> str:
        self.at += 1
        return self.items[self.at - 1][1]

    def take(self, *texts: str) -> bool:
        if self.kind() != "text" and self.peek() in texts:
            self.at += 1
            return True
        return False

    def query(self):
        strategy = "standard"
        if self.peek() == "(" and self.peek(1) == "?":
            self.at += 2
            strategy = self.next()
            self.next()
        pattern, constraint, filters = self.alternation(), None, []
        while True:
            if self.take("::"):
                constraint = self.constraint()
            elif self.peek() in ("within", "containing", "not", "!"):
                filters.append(self.filter())
            else:
                break
        self.take(";")
        assert self.kind() == "end", self.items[self.at :]
        return strategy, pattern, constraint, filters

    def filter(self):
        negated = self.take("not", "!")
        word = self.next()
        count = int(self.next()) if self.kind() == "number" else None
        if self.kind() == "name" and self.peek() not in ("within", "containing", "not"):
            region = self.region()
            return negated, word, count or 1, ("whole", region)
        if count is not None:
            return negated, word, count, None
        return negated, word, 1, self.alternation()

    def region(self) -> str:
        name = self.next()
        return REGIONS.get(name, name)

    def alternation(self):
        items = [self.sequence()]
        while self.take("|"):
            items.append(self.sequence())
        return ("either", items) if len(items) > 1 else items[0]

    def sequence(self):
        items = []
        while (
            self.kind() == "text"
            or self.peek() in ("[", "[:", "(", "<", "</")
            or (self.peek(1) == ":" and self.kind() == "name")
        ):
            items.append(self.repeated())
        return ("sequence", items)

    def repeated(self):
        item = self.item()
        bounds = {"?": (0, 1), "*": (0, None), "+": (1, None)}
        if self.kind() != "text" and self.peek() in bounds:
            return ("repeat", item, *bounds[self.next()])
        if self.take("{"):
            least = int(self.next()) if self.kind() == "number" else 0
            most = least
            if self.take(","):
                most = int(self.next()) if self.kind() == "number" else None
            assert self.take("}")
            return ("repeat", item, least, most)
        return item

    def item(self):  # noqa: PLR0911 - one a form
        if self.kind() == "text":
            return ("token", None, ("is", "word", True, self.expression()))
        if self.take("("):
            inner = self.alternation()
            assert self.take(")")
            return inner
        if self.take("[:"):
            test = self.test()
            assert self.take(":]")
            return ("ahead", test)
        if self.take("</"):
            region = self.region()
            assert self.take(">")
            return ("end", region)
        if self.take("<"):
            region = self.region()
            return ("whole", region) if self.take("/>") else (self.next(), ("begin", region))[1]
        label = None
        if self.kind() == "name":
            label = self.next()
            assert self.take(":")
            if self.kind() == "text":
                return ("token", label, ("is", "word", True, self.expression()))
        assert self.take("[")
        if self.take("]"):
            return ("token", label, ("any",))
        test = self.test()
        assert self.take("]")
        return ("token", label, test)

    def test(self):
        return self.logic(self.test, self.comparison)

    def constraint(self):
        return self.logic(self.constraint, self.condition)

    def logic(self, whole, leaf):
        left = self.either(whole, leaf)
        while self.take("->"):
            left = ("or", [("not", left), self.either(whole, leaf)])
        return left

    def either(self, whole, leaf):
        items = [self.both(whole, leaf)]
        while self.take("|"):
            items.append(self.both(whole, leaf))
        return ("or", items)

    def both(self, whole, leaf):
        items = [self.single(whole, leaf)]
        while self.take("&"):
            items.append(self.single(whole, leaf))
        return ("and", items)

    def single(self, whole, leaf):
        if self.take("!"):
            return ("not", self.single(whole, leaf))
        if self.take("("):
            inner = whole()
            assert self.take(")")
            return inner
        return leaf()

    def comparison(self):
        attribute, equal = self.next(), self.next() == "="
        if self.kind() == "text":
            return ("is", attribute, equal, self.expression())
        label = self.next()
        assert self.take(".")
        return ("same", (None, attribute), equal, (label, self.next()))

    def condition(self):
        label = self.next()
        if not self.take("."):
            return ("bound", label)
        attribute, operator = self.next(), self.next()
        column = re.fullmatch(r"(?:document|text)_(\w+)", attribute)
        if column:
            value = self.expression() if self.kind() == "text" else float(self.next())
            return ("metadata", column[1], operator, value)
        if self.kind() == "text":
            return ("labelled", (label, attribute), operator == "=", self.expression())
        other = self.next()
        assert self.take(".")
        return ("same", (label, attribute), operator == "=", (other, self.next()))

    def expression(self):
        text = self.next()
        mark, text = text[0], text[1:-1]
        text = text.replace(mark * 2, mark)
        flags = ""
        while self.kind() == "flags":
            flags += self.next()[1:]
        if "l" in flags:
            text = re.escape(re.sub(r"\\([\"'\\])", r"\1", text))
        return text, "c" in flags, "d" in flags


def plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    kept = (mark for mark in letters if not unicodedata.category(mark).startswith("M"))
    return unicodedata.normalize("NFC", "".join(kept))


def matches(word: str, attribute: str, expression: tuple[str, bool, bool]) -> bool:
    text, ignore_case, ignore_diacritics = expression
    ignore_case = ignore_case or attribute == "norm"
    text = oracle.cased_form(text)
    form = oracle.normal_form(word) if ignore_case else oracle.cased_form(word)
    if ignore_diacritics:
        text, form = plain(text), plain(form)
    return bool(re.fullmatch(text, form, re.IGNORECASE if ignore_case else re.NOFLAG))


def is_as(zone: Zone, at: int, attribute: str, expression, equal) -> bool:
    """Whether a word's attribute compares so; a value that is missing never does."""
    if attribute in ("word", "norm"):
        return matches(zone.words[at], attribute, expression) == equal
    value = zone.layers[attribute][at]
    return value is not None and matches(value, "word", expression) == equal


def form(zone: Zone, at: int, attribute: str) -> str | None:
    if attribute in ("word", "norm"):
        word = zone.words[at]
        return oracle.normal_form(word) if attribute == "norm" else oracle.cased_form(word)
    return zone.layers[attribute][at]


def compared(left, operator: str, right) -> bool:
    outcomes = {"=": left == right, "!=": left != right, "<": left < right, "<=": left <= right}
    return {**outcomes, ">": left > right, ">=": left >= right}[operator]


def holds(test, zone: Zone, bindings: Bindings, at: int = -1) -> bool:  # noqa: C901, PLR0911, PLR0912 - one a form
    """Whether a test holds for the word at a place, or a condition for a match."""
    kind, *parts = test
    if kind == "any":
        return True
    if kind == "and":
        return all(holds(part, zone, bindings, at) for part in parts[0])
    if kind == "or":
        return any(holds(part, zone, bindings, at) for part in parts[0])
    if kind == "not":
        return not holds(parts[0], zone, bindings, at)
    if kind == "is":
        attribute, equal, expression = parts
        return is_as(zone, at, attribute, expression, equal)
    if kind == "bound":
        return parts[0] in bindings
    if kind == "metadata":
        column, operator, value = parts
        own = zone.metadata[column]
        if own is None:
            return False
        if isinstance(own, str) and operator in ("=", "!="):
            flags = re.IGNORECASE if value[1] else re.NOFLAG
            return bool(re.fullmatch(value[0], own, flags)) == (operator == "=")
        if isinstance(own, str):
            return compared(own, operator, value[0])
        return compared(
            float(own), operator, float(value[0] if isinstance(value, tuple) else value)
        )
    (label, attribute), equal, other = parts
    if label is not None and label not in bindings:
        return False
    place = at if label is None else bindings[label]
    if kind == "labelled":
        return is_as(zone, place, attribute, other, equal)
    if other[0] not in bindings:
        return False
    one, another = form(zone, place, attribute), form(zone, bindings[other[0]], attribute)
    return None not in (one, another) and (one == another) == equal


def ways(  # noqa: C901, PLR0912 - one a form
    node, zone: Zone, at: int, bindings: Bindings
) -> Iterator[tuple[int, Bindings]]:
    """Every place to which a pattern leads from a place, with the labels on the way."""
    kind, *parts = node
    if kind == "token":
        label, test = parts
        if at < len(zone.words) and holds(test, zone, bindings, at):
            yield at + 1, {**bindings, label: at} if label else bindings
    elif kind == "ahead":
        if at < len(zone.words) and holds(parts[0], zone, bindings, at):
            yield at, bindings
    elif kind == "begin":
        if zone.begins(parts[0], at):
            yield at, bindings
    elif kind == "end":
        if zone.ends(parts[0], at):
            yield at, bindings
    elif kind == "whole":
        if parts[0] == "document":
            if zone.begins("document", at) and zone.ends("document", len(zone.words)):
                yield len(zone.words), bindings
        else:
            yield from ((end, bindings) for start, end in zone.regions(parts[0]) if start == at)
    elif kind == "either":
        for part in parts[0]:
            yield from ways(part, zone, at, bindings)
    elif kind == "sequence":
        yield from in_sequence(parts[0], zone, at, bindings)
    else:
        yield from repeated(parts, zone, at, bindings)


def in_sequence(items, zone: Zone, at: int, bindings: Bindings):
    if not items:
        yield at, bindings
        return
    first, rest = items[0], items[1:]
    if first[0] == "begin":
        tags = [n for n, item in enumerate(rest) if item in (first, ("end", first[1]))]
        if tags and rest[tags[0]][0] == "end":
            for end, within in inside(first[1], rest[: tags[0]], zone, at, bindings):
                yield from in_sequence(rest[tags[0] + 1 :], zone, end, within)
            return
    for end, within in ways(first, zone, at, bindings):
        yield from in_sequence(rest, zone, end, within)


def inside(name: str, items, zone: Zone, at: int, bindings: Bindings):
    """The items from the first word of a region to its last."""
    if not zone.begins(name, at):
        return
    region = next(region for region in zone.regions(name) if region[0] == at)
    for end, within in in_sequence(items, zone, at, bindings):
        if end == region[1] and end > at and zone.ends(name, end):
            yield end, within


def repeated(parts, zone: Zone, at: int, bindings: Bindings):
    what, least, most = parts
    if least == 0:
        yield at, bindings
    if most == 0:
        return
    fewer = (what, max(0, least - 1), None if most is None else most - 1)
    for end, within in ways(what, zone, at, bindings):
        if end > at:
            yield from repeated(fewer, zone, end, within)
        elif least > 0:
            # Nothing, as often as is asked, is nothing.
            yield from repeated((what, 0, fewer[2]), zone, end, within)


def all_matches(pattern, constraint, zone: Zone) -> set[tuple[int, int]]:
    found = set()
    for start in range(len(zone.words)):
        for end, bindings in ways(pattern, zone, start, {"match": start}):
            whole = {**bindings, "matchend": end - 1}
            if end > start and (constraint is None or holds(constraint, zone, whole)):
                found.add((start, end))
    return found


def is_kept(span: tuple[int, int], chosen, zone: Zone, others: set[tuple[int, int]]) -> bool:
    negated, word, count, inner = chosen
    start, end = span
    if inner is None:
        kept = end - start <= count
    elif word == "containing":
        kept = any(start <= first and last <= end for first, last in others)
    elif inner[0] == "whole":
        regions = zone.regions(inner[1])
        stretches = [
            (regions[n][0], regions[min(n + count, len(regions)) - 1][1])
            for n in range(len(regions))
        ]
        kept = any(first <= start and end <= last for first, last in stretches)
    else:
        kept = any(first <= start and end <= last for first, last in others)
    return kept != negated


def find(query: str, zone: Zone) -> list[tuple[int, int]]:
    """The matches of a query in a zone, by the definitions of the strategies."""
    strategy, pattern, constraint, filters = Reader(query).query()
    spans = all_matches(pattern, constraint, zone)
    for chosen in filters:
        inner = chosen[3]
        others = all_matches(inner, None, zone) if inner else set()
        spans = {span for span in spans if is_kept(span, chosen, zone, others)}
    if strategy == "longest":
        return sorted(one for one in spans if not any(contains(other, one) for other in spans))
    first = {start: min(end for begin, end in spans if begin == start) for start, _ in spans}
    shortest = set(first.items())
    if strategy == "shortest":
        return sorted(one for one in spans if not any(contains(one, other) for other in spans))
    if strategy == "standard":
        same_end = {
            end: min(start for start, last in shortest if last == end) for _, end in shortest
        }
        return sorted((start, end) for end, start in same_end.items())
    return sorted(shortest)


def contains(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one != other and one[0] <= other[0] and other[1] <= one[1]


def zones(corpus) -> list[Zone]:
    """The zones of a corpus that have words, in order."""
    frame = corpus.tokens()
    rows = list(zip(frame["document"], frame["start"], frame["token"], strict=True))
    names = corpus.layers["layer"]
    sentences = corpus.sentences()
    spans = list(zip(sentences["document"], sentences["start"], sentences["end"], strict=True))
    table, found = corpus.zones(), []
    documents = corpus.documents
    columns = {name: documents[name] for name in documents.columns}
    for document, kind, start, end in zip(
        table["document"], table["zone"], table["start"], table["end"], strict=True
    ):
        of = [(at, word) for name, at, word in rows if name == document]
        words = [(at, word) for at, word in of if start <= at < end]
        if not words:
            continue
        # The table has the sentences of the body; a headline has its own.
        own = [(begin, behind) for name, begin, behind in spans if name == document]
        if kind != "paragraph":
            alone = hs.sentences([corpus.text(document)[start:end]], format="plain")
            own = [
                (start + begin, start + behind)
                for begin, behind in zip(alone["start"], alone["end"], strict=True)
            ]
        stretches = []
        for begin, behind in own:
            held = [n for n, (at, _) in enumerate(words) if begin <= at < behind]
            if held:
                stretches.append((held[0], held[-1] + 1))
        row = columns["id"].index(document)
        inside = [
            n for n, (name, at, _) in enumerate(rows) if name == document and start <= at < end
        ]
        found.append(
            Zone(
                document,
                sum(at < start for at, _ in of),
                kind,
                [word for _, word in words],
                stretches,
                words[0] == of[0],
                words[-1] == of[-1],
                {name: column[row] for name, column in columns.items()},
                {name: [frame[name][n] for n in inside] for name in names},
            )
        )
    return found


def positions(query: str, corpus) -> list[tuple[str, int, int]]:
    """Document, first position and length of all matches of a query in a corpus."""
    return [
        (zone.document, zone.first + start, end - start)
        for zone in zones(corpus)
        for start, end in find(query, zone)
    ]
