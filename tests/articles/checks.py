"""What must hold of an annotated article; each check yields what it found wrong."""

import itertools
import re

DOUBLE = '"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f'
SINGLE = "'\u2018\u2019\u2039\u203a`"
NEGATIVE = re.compile(
    r"\b(?:not|no|never|nobody|none|neither|nor|without|declin(?:ed?|es|ing)|refus(?:ed?|es|ing))\b"
    r"|n['\u2019]t\b"
)
AUXILIARIES = {
    *("am", "are", "be", "been", "being", "did", "do", "does", "had", "has", "have", "is"),
    *("may", "might", "must", "not", "shall", "should", "was", "were", "will", "would", "can"),
}
ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.|\bp\.m\.|\ba\.m\.|\bInc\.|\bJr\.)$")


def errors(article):
    """All that is wrong with an article, one line each; nothing if it is sound."""
    return [message for check in CHECKS for message in check(article)]


def spans(article):
    """Every span of an article, with the name of what it is."""
    for zone in article["structure"]:
        parts = [(part, *zone[part]) for part in ("place", "date", "agency") if part in zone]
        yield from [(zone["kind"], zone["start"], zone["end"]), *parts]
    yield from (("sentence", start, end) for start, end in article["sentences"])
    for record in article["quotations"]:
        yield from ((f"content {record['id']}", start, end) for start, end in record["content"])
        yield from (named(f"cue or source {record['id']}", at) for at in anchors(record))
    for acronym in article["acronyms"]:
        places = [acronym, *acronym["mentions"]]
        yield from (named(f"acronym {acronym['short']}", place) for place in places)
    yield from (named("not a quotation", place) for place in article["not_quotations"])


def named(name, place):
    return name, place["start"], place["end"]


def anchors(record):
    """The cue and the source, where there are any."""
    return [record[name] for name in ("cue", "source") if record[name]]


def spans_are_tight(article):
    text = article["text"]
    for name, start, end in spans(article):
        if not 0 <= start < end <= len(text):
            yield f"{name} {start}-{end} is empty or outside the text"
        elif text[start:end] != text[start:end].strip():
            yield f"{name} {text[start:end]!r} begins or ends with white space"


def structure_holds_every_character(article):
    zones = [z for z in article["structure"] if z.get("label") != "bullet"]
    paragraphs = [z for z in zones if z["kind"] == "paragraph"]
    outer = [z for z in zones if z["kind"] != "dateline" or not within_any(z, paragraphs)]
    yield from cover(article["text"], [(0, len(article["text"]))], outer, "zones")


def sentences_cover_the_paragraphs(article):
    paragraphs = [z for z in article["structure"] if z["kind"] == "paragraph"]
    zones = [z for z in article["structure"] if within_any(z, paragraphs)]
    beside = [z for z in zones if z["kind"] == "dateline" or z.get("label") == "bullet"]
    found = [{"start": start, "end": end} for start, end in article["sentences"]]
    whole = [(z["start"], z["end"]) for z in paragraphs]
    yield from cover(article["text"], whole, [*found, *beside], "sentences")
    for sentence in found:
        if not within_any(sentence, paragraphs):
            yield f"sentence {shown(article, sentence)} leaves its paragraph"


def cover(text, wholes, parts, name):
    """Parts that overlap, and visible characters of the wholes that are in none."""
    parts = sorted(parts, key=lambda part: part["start"])
    for one, next_one in itertools.pairwise(parts):
        if next_one["start"] < one["end"]:
            yield f"{name} overlap at {text[next_one['start'] : next_one['end']][:40]!r}"
    held = set()
    for part in parts:
        held.update(range(part["start"], part["end"]))
    for start, end in wholes:
        lost = [at for at in range(start, end) if at not in held and not text[at].isspace()]
        if lost:
            yield f"{name} leave out {text[lost[0] : lost[0] + 40]!r}"


def within_any(inner, outers):
    return any(o["start"] <= inner["start"] and inner["end"] <= o["end"] for o in outers)


def shown(article, place):
    return repr(article["text"][place["start"] : place["end"]][:60])


def contents(article, record):
    return [article["text"][start:end] for start, end in record["content"]]


def records_have_what_they_need(article):
    for record in article["quotations"]:
        cue, source, text = record["cue"], record["source"], article["text"]
        if cue and not cue["lemma"]:
            yield f"cue {record['id']} has no lemma"
        if cue and text[cue["start"] : cue["end"]].lower().split()[0] in AUXILIARIES:
            yield f"cue {shown(article, cue)} begins with an auxiliary"
        if source and re.search(r"(?:['\u2019]s|[,:])$", text[source["start"] : source["end"]]):
            yield f"source {shown(article, source)} ends with a possessive or a mark"
        if source and not cue and not is_label(text, source):
            yield f"source {shown(article, source)} has no cue and is no label"
        if not source and not cue and record["kind"] != "direct":
            yield f"quotation {record['id']} is {record['kind']} and has neither cue nor source"


def is_label(text, source):
    """Whether a source stands as `NAME:`, as a transcript's `Q`, or after a headline's dash."""
    after, before = text[source["end"] :], text[: source["start"]]
    return bool(
        re.match(r"(?:\s*\([^)]*\))?(?:,[^:\n]*)?:", after)
        or (text[source["start"] : source["end"]] in ("Q", "A") and re.match(r"\s", after))
        or re.search(r"[-\u2013\u2014]\s$", before)
    )


def direct_is_within_marks(article):
    text = article["text"]
    for record in article["quotations"]:
        turn = record["source"] and not record["cue"] and is_label(text, record["source"])
        if record["kind"] != "direct" or record["broken"] or turn:
            continue
        for start, end in record["content"]:
            if text[beside(text, start, end)[0]] not in DOUBLE + SINGLE:
                yield f"direct {text[start:end][:50]!r} has no mark before it"
        start, end = record["content"][-1]
        if text[beside(text, start, end)[1]] not in DOUBLE + SINGLE:
            yield f"direct {text[start:end][:50]!r} has no mark after it"


def beside(text, start, end):
    """Where the visible characters before and after a span are, as French marks stand apart."""
    spaces = " \u00a0\u202f"
    before = len(text[:start].rstrip(spaces)) - 1
    after = len(text) - len(text[end:].lstrip(spaces))
    return max(before, 0), min(after, len(text) - 1)


def mixed_includes_marks(article):
    for record in article["quotations"]:
        found = [
            mark for text in contents(article, record) for mark in text if mark in DOUBLE + SINGLE
        ]
        if record["kind"] == "mixed" and len(found) < (1 if record["broken"] else 2):
            yield f"mixed {contents(article, record)} holds no pair of marks"
        whole = len(record["content"]) == 1 and is_one_quotation(contents(article, record)[0])
        if record["kind"] == "mixed" and whole:
            yield f"mixed {contents(article, record)} is within marks as a whole"


def is_one_quotation(text):
    return (
        text[0] in DOUBLE + SINGLE
        and text[-1] in DOUBLE + SINGLE
        and not any(m in text[1:-1] for m in DOUBLE)
    )


def indirect_has_no_marks(article):
    for record in article["quotations"]:
        if record["kind"] != "indirect":
            continue
        inner = [other for other in article["quotations"] if other["within"] == record["id"]]
        held = {at for other in inner for s, e in other["content"] for at in range(s - 1, e + 1)}
        places = [at for start, end in record["content"] for at in range(start, end)]
        marks = [at for at in places if article["text"][at] in DOUBLE and at not in held]
        if marks and not record["titled"]:
            yield f"indirect {contents(article, record)} holds marks"


def content_leaves_out_what_it_must(article):
    for record in article["quotations"]:
        text = " ".join(contents(article, record))
        if record["kind"] != "direct" and re.match(r"(?:that|whether|if)\s(?!is\b)", text):
            yield f"content {text[:50]!r} begins with a conjunction"
        if record["kind"] == "indirect" and text[-1] in ".,;:" and not ABBREVIATION.search(text):
            yield f"indirect {text[-50:]!r} ends with a stop"
        own = anchors(record)
        for start, end in record["content"]:
            if any(start < a["end"] and a["start"] < end for a in own):
                yield f"content {text[:50]!r} overlaps its cue or source"


def negated_has_a_negation(article):
    for record in article["quotations"]:
        if record["negated"]:
            start, end = record["cue"]["start"], record["cue"]["end"]
            around = [s for s in article["sentences"] if s[0] <= start and end <= s[1]]
            sentence = article["text"][slice(*around[0])] if around else ""
            if not NEGATIVE.search(sentence.lower()):
                yield f"negated {contents(article, record)} stands beside no negation"


def contents_nest(article):
    flat = [(s, e, record["id"]) for record in article["quotations"] for s, e in record["content"]]
    for start, end, number in flat:
        for other_start, other_end, other in flat:
            if start < other_start < end < other_end:
                yield f"contents {number} and {other} cross"


def every_mark_is_accounted_for(article):
    held = set()
    for record in article["quotations"]:
        start, end = record["content"][0][0], record["content"][-1][1]
        before, after = beside(article["text"], start, end)
        held.update(range(before - record["broken"], after + record["broken"] + 1))
    for place in article["not_quotations"]:
        held.update(range(place["start"], place["end"]))
    for at, character in enumerate(article["text"]):
        if character in DOUBLE and at not in held:
            yield f"the mark before {article['text'][at : at + 40]!r} is in nothing"


def speakers_stand_in_the_text(article):
    flat = plain(article["text"])
    for record in article["quotations"]:
        if record["role"] and plain(record["role"]) not in flat:
            yield f"role {record['role']!r} is not in the text"
        for word in re.findall(r"\w{3,}", plain(record["speaker"])):
            if word not in flat and word != "and":
                yield f"speaker {record['speaker']!r} is not in the text"
                break


def plain(text):
    return " ".join(text.split()).lower().replace("\u2019", "'")


def acronyms_are_used(article):
    for acronym in article["acronyms"]:
        forms = [mention["form"] for mention in acronym["mentions"]]
        if "short" not in forms or "long" not in forms:
            yield f"acronym {acronym['short']} has no short form or no long form in the text"
        initials = iter(acronym["long"].lower())
        if not all(letter in initials for letter in acronym["short"].lower() if letter.isalpha()):
            yield f"acronym {acronym['short']} is not made of {acronym['long']!r}"


def date_is_printed(article):
    if article["date"]:
        year, _, day = article["date"].split("-")
        for number in (year, str(int(day))):
            if not re.search(rf"(?<!\d)0?{number}(?!\d)", article["text"]):
                yield f"date {article['date']} is not printed"


CHECKS = [
    spans_are_tight,
    structure_holds_every_character,
    sentences_cover_the_paragraphs,
    records_have_what_they_need,
    direct_is_within_marks,
    mixed_includes_marks,
    indirect_has_no_marks,
    content_leaves_out_what_it_must,
    negated_has_a_negation,
    contents_nest,
    every_mark_is_accounted_for,
    speakers_stand_in_the_text,
    acronyms_are_used,
    date_is_printed,
]
