"""Annotated articles: plain text and stand-off annotation, made from sources with inline tags."""

import hashlib
import itertools
import json
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
ZONES = {"h": "headline", "by": "byline", "dl": "dateline", "hd": "heading", "o": "other"}
PARTS = {"pl": "place", "dt": "date", "ag": "agency"}
KINDS = {"d": "direct", "m": "mixed", "i": "indirect"}
FLAGS = {"neg": "negated", "ask": "questioned", "t": "titled", "broken": "broken"}
KEYS = {"date", "layout", "wrap", "ends"}
SEPARATORS = {
    "blank": r"\n[ \t]*\n",
    "lines": r"\n",
    "indented": r"\n[ \t]*\n|\n(?=[ \t]+\S)",
}
TAG = re.compile(r"<(/?)([a-zA-Z]+)(\d*)((?: [^<>]*)?)>|(\|)")


class SourceError(Exception):
    """A source that does not follow the notation."""


def set_aside(name):
    """Whether an article is kept for measuring: decided by its name, before it is written."""
    return hashlib.sha256(name.encode()).digest()[0] < 128


def folder(name):
    """The folder in which the source of an article belongs."""
    return FOLDER / ("set_aside" if set_aside(name) else "open")


def sources(which="*"):
    """The paths of all sources, or of those in `open` or `set_aside`."""
    return sorted(FOLDER.glob(f"{which}/*.article"), key=lambda path: path.stem)


def read(path):
    """The annotated article in a file."""
    return annotate(path.stem, path.read_text("utf-8"))


def annotate(name, source):
    """Text and annotation of a source; offsets are code points, ends exclusive."""
    head, separator, body = source.partition("\n---\n")
    if not separator:
        raise SourceError("no line --- between head and text")
    settings, speakers = read_head(head)
    text, tags, breaks = read_tags(body)
    text = wrapped(text, int(settings.get("wrap", 0)))
    structure, paragraphs = read_structure(text, tags, settings.get("layout", "blank"))
    article = {
        "name": name,
        "text": text,
        "date": settings.get("date"),
        "structure": structure,
        "sentences": sentences(text, tags, paragraphs, breaks),
        "quotations": quotations(tags, speakers),
        "acronyms": acronyms(text, tags),
        "not_quotations": [span(tag, kind=tag["value"]) for tag in tags if tag["name"] == "z"],
    }
    return with_windows_ends(article) if settings.get("ends") == "crlf" else article


def read_head(head):
    """Settings (`date: …`) and speakers (`K = name | role`) before the text."""
    settings, speakers = {}, {"?": ("", "")}
    for line in head.splitlines():
        if match := re.fullmatch(r"(\w+) = ([^|]+?)(?: \| (.+))?", line):
            speakers[match[1]] = (match[2], match[3] or "")
        elif (match := re.fullmatch(r"(\w+): (\S+)", line)) and match[1] in KEYS:
            settings[match[1]] = match[2]
        else:
            raise SourceError(f"head line {line!r}")
    return settings, speakers


def read_tags(body):
    """The text without tags, the tags with their spans, and where sentences end."""
    text, tags, opened, breaks, last = "", [], [], [], 0
    for match in TAG.finditer(body):
        text += body[last : match.start()]
        last = match.end()
        closing, name, number, value, bar = match.groups()
        if bar:
            breaks.append(len(text))
        elif not closing:
            opened.append({"name": name, "number": number, "value": value[1:], "start": len(text)})
        else:
            tag = next((t for t in reversed(opened) if closes(t, name, number)), None)
            if tag is None:
                raise SourceError(f"{match[0]} closes nothing after {text[-40:]!r}")
            opened.remove(tag)
            tags.append({**tag, "end": len(text)})
    if opened:
        raise SourceError(f"never closed: {opened}")
    known = {*ZONES, *PARTS, "q", "c", "s", "L", "n", "z"}
    if unknown := {tag["name"] for tag in tags} - known:
        raise SourceError(f"unknown tags {sorted(unknown)}")
    return text + body[last:], sorted(tags, key=lambda tag: (tag["start"], -tag["end"])), breaks


def closes(tag, name, number):
    return tag["name"] == name and number in ("", tag["number"])


def wrapped(text, width):
    """Lines broken before a width, each at a space, so that no offset moves."""
    if not width:
        return text
    lines = []
    for rest in text.split("\n"):
        line = rest
        while len(line) > width and (space := line.rfind(" ", 1, width + 1)) > 0:
            lines.append(line[:space])
            line = line[space + 1 :]
        lines.append(line)
    return "\n".join(lines)


def span(tag, **more):
    return {**more, "start": tag["start"], "end": tag["end"]}


def read_structure(text, tags, layout):
    """The zones of an article in order, and its paragraphs among them."""
    zones = [zone(tag, tags) for tag in tags if tag["name"] in ZONES]
    bullets = [z for z in zones if z.get("label") == "bullet"]
    apart = [z for z in zones if z["kind"] != "dateline" and z not in bullets]
    cuts = [(z["start"], z["end"]) for z in apart] + [(z["start"], z["start"]) for z in bullets]
    cuts += [match.span() for match in re.finditer(SEPARATORS[layout], text)]
    paragraphs, last = [], 0
    for start, end in [*sorted(cuts), (len(text), len(text))]:
        if text[last:start].strip():
            paragraphs.append(stripped(text, last, start))
        last = max(last, end)
    datelines = {(z["start"], z["end"]) for z in zones if z["kind"] == "dateline"}
    paragraphs = [pair for pair in paragraphs if pair not in datelines]
    zones += [{"kind": "paragraph", "start": start, "end": end} for start, end in paragraphs]
    return sorted(zones, key=lambda z: (z["start"], -z["end"])), paragraphs


def zone(tag, tags):
    """A zone with what its tag says of it: the label of others, the parts of a dateline."""
    kind = ZONES[tag["name"]]
    if kind == "other":
        return span(tag, kind=kind, label=tag["value"])
    inside = [t for t in tags if tag["start"] <= t["start"] and t["end"] <= tag["end"]]
    parts = {PARTS[t["name"]]: [t["start"], t["end"]] for t in inside if t["name"] in PARTS}
    return span(tag, kind=kind, **parts)


def stripped(text, start, end):
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def sentences(text, tags, paragraphs, breaks):
    """The sentences of the paragraphs, dateline and bullet left out."""
    outside = [t["end"] for t in tags if t["name"] == "dl" or t["value"] == "bullet"]
    found = []
    for first, end in paragraphs:
        start = max([first, *(cut for cut in outside if first < cut < end)])
        bounds = [start, *(cut for cut in breaks if start < cut < end), end]
        pieces = itertools.pairwise(bounds)
        found += [stripped(text, *piece) for piece in pieces if text[slice(*piece)].strip()]
    return [list(pair) for pair in found]


def quotations(tags, speakers):
    """One record a quotation, in the order of their content."""
    numbers = dict.fromkeys(tag["number"] for tag in tags if tag["name"] in ("q", "c", "s"))
    records = [quotation(number, tags, speakers) for number in numbers]
    records.sort(key=lambda record: (record["content"][0][0], -record["content"][-1][1]))
    for record in records:
        record["within"] = enclosing(record, records)
    return records


def quotation(number, tags, speakers):
    """The record of one number: its spans, and what the first content tag says of it."""
    content, cue, source = (
        [tag for tag in tags if tag["name"] == name and tag["number"] == number] for name in "qcs"
    )
    values = [tag["value"].split() for tag in content if tag["value"]]
    if len(values) != 1 or len(values[0]) < 2 or len(cue) > 1 or len(source) > 1:
        raise SourceError(f"quotation {number} needs one full tag, at most one cue and source")
    kind, speaker, *flags = values[0]
    if kind not in KINDS or speaker not in speakers or not set(flags) <= set(FLAGS):
        raise SourceError(f"quotation {number}: unknown kind, speaker or flag in {values[0]}")
    return {
        "id": number,
        "kind": KINDS[kind],
        "content": [[tag["start"], tag["end"]] for tag in content],
        "cue": span(cue[0], lemma=cue[0]["value"]) if cue else None,
        "source": span(source[0]) if source else None,
        "speaker": speakers[speaker][0],
        "role": speakers[speaker][1],
        **{long: short in flags for short, long in FLAGS.items()},
    }


def enclosing(record, records):
    """The id of the smallest quotation that holds all of a record, or None."""
    own = [*record["content"], *([at["start"], at["end"]] for at in anchors(record))]
    start, end = min(pair[0] for pair in own), max(pair[1] for pair in own)
    around = [
        (other["content"][-1][1] - other["content"][0][0], other["id"])
        for other in records
        if other is not record
        and other["content"][0][0] <= start
        and end <= other["content"][-1][1]
    ]
    return min(around)[1] if around else None


def anchors(record):
    """The cue and the source, where there are any."""
    return [record[name] for name in ("cue", "source") if record[name]]


def acronyms(text, tags):
    """What is defined in the article: long form, and all mentions of it and of the short form."""
    inside = {(tag["start"], tag["end"]) for tag in tags if tag["name"] == "n"}
    defined = [tag for tag in tags if tag["name"] == "L"]
    return [acronym(text, tag, inside) for tag in defined]


def acronym(text, tag, inside):
    short, long = tag["value"], " ".join(text[tag["start"] : tag["end"]].split())
    mentions = []
    for form, pattern in {"short": rf"{re.escape(short)}s?", "long": spaced(long)}.items():
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            place = {"start": match.start(), "end": match.end()}
            mentions.append({"form": form, **place, "inside": match.span() in inside})
    mentions.sort(key=lambda mention: mention["start"])
    return {"short": short, "long": long, **span(tag), "mentions": mentions}


def spaced(words):
    return r"\s+".join(map(re.escape, words.split()))


def with_windows_ends(article):
    """The same article with lines that end as on Windows, all offsets moved."""
    text = article["text"]
    moved, passed = [], 0
    for character in [*text, ""]:
        moved.append(len(moved) + passed)
        passed += character == "\n"

    def move(value):
        if isinstance(value, dict):
            return {key: move(item) if key != "id" else item for key, item in value.items()}
        if isinstance(value, list):
            return [move(item) for item in value]
        return moved[value] if isinstance(value, int) and not isinstance(value, bool) else value

    return {**move({**article, "text": ""}), "text": text.replace("\n", "\r\n")}


if __name__ == "__main__":
    for chosen in sys.argv[1:]:
        sys.stdout.write(json.dumps(read(Path(chosen)), ensure_ascii=False, indent=1) + "\n")
