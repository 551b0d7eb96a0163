"""Quotations as Web Annotations (W3C, 2017): what is said of which characters of which document."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hustings import _core
    from hustings._arguments import Mentioned

    Object = dict[str, object]

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"hs": "urn:hustings:"}]
TOLD = [
    *("kind", "speaker", "role", "verb", "verb_class", "negated", "zone", "rule", "confidence"),
]
# How many characters around a quoted stretch help to find it again.
AROUND = 32


def collection(view: _core.Corpus, wanted: Mentioned | None, source: str) -> Object:
    """All quotations in view, or those that mention something: a collection of one page."""
    table = Table._wrap(view.quotations(wanted, None))
    columns = {name: table.column(name) for name in table.columns}
    corpus = f"urn:hustings:quotations:{view.hash}"
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    items = [_annotation(row, f"{corpus}:{_place(row)}", source, view) for row in rows]
    # Other views of the corpus have other collections.
    names = "\n".join(str(item["id"]) for item in items)
    name = f"{corpus}:{sha256(names.encode()).hexdigest()[:32]}"
    page = {"id": f"{name}:page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "quotations",
        "total": len(items),
        "first": page,
    }


def _place(row: Object) -> str:
    """Where a quotation stands, which is the same in every view of its corpus."""
    span = f"{row['content_start']}-{row['content_end']}"
    cue = "" if row["cue_start"] is None else f":{row['cue_start']}"
    return f"{quote(str(row['document']), safe='')}:{span}{cue}"


def _annotation(row: Object, name: str, source: str, view: _core.Corpus) -> Object:
    document = str(row["document"])
    text = view.text(document)
    told = {f"hs:{key}": row[key] for key in TOLD if row[key] is not None}
    targets = [
        {
            "type": "SpecificResource",
            "source": source + quote(document, safe=""),
            "hs:part": part,
            "selector": _selectors(text, start, end),
        }
        for part, start, end in _parts(row)
    ]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"id": f"{name}:body", "type": "hs:Quotation", **told},
        "target": targets,
    }


def _parts(row: Object) -> Iterator[tuple[str, int, int]]:
    spans = row["content_spans"]
    assert isinstance(spans, list)  # noqa: S101 - for the type checker
    for start, end in zip(spans[::2], spans[1::2], strict=True):
        yield "content", start, end
    for part in ("cue", "source"):
        start, end = row[f"{part}_start"], row[f"{part}_end"]
        if isinstance(start, int) and isinstance(end, int):
            yield part, start, end


def _selectors(text: str, start: int, end: int) -> list[Object]:
    position: Object = {"type": "TextPositionSelector", "start": start, "end": end}
    words: Object = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return [position, words]
