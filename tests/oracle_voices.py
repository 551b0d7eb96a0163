"""Voices once more, naively, from the tables of quotations, tokens and zones alone."""

from collections import Counter
from types import SimpleNamespace

KINDS = ["direct", "mixed", "indirect"]


def folded(word):
    return word.lower().replace("\u2019", "'")


def labelled(corpus):
    """Each token with its zone and the contents around it."""
    around = {}
    for row in corpus.quotations().to_polars().iter_rows(named=True):
        spans = row["content_spans"]
        for start, end in zip(spans[::2], spans[1::2], strict=True):
            told = {name: row[name] for name in ("kind", "speaker", "verb", "verb_class")}
            one = SimpleNamespace(start=start, end=end, **told)
            around.setdefault(row["document"], []).append(one)
    zones = {}
    for row in corpus.zones().to_polars().iter_rows(named=True):
        zones.setdefault(row["document"], []).append((row["start"], row["end"], row["zone"]))
    for row in corpus.tokens().to_polars().iter_rows(named=True):
        start = row["start"]
        own = [one for one in around.get(row["document"], []) if one.start <= start < one.end]
        number, zone = next(
            (number, zone)
            for number, (first, end, zone) in enumerate(zones[row["document"]])
            if first <= start < end
        )
        yield SimpleNamespace(
            document=row["document"],
            word=folded(row["token"]),
            place=(row["document"], number),
            zone=zone,
            own=own,
            token=row["token"],
            start=start,
        )


def is_said(token, voice):
    match voice:
        case "quoted":
            return bool(token.own)
        case "narration":
            return not token.own
        case "direct" | "mixed" | "indirect":
            return any(one.kind == voice for one in token.own)
    return innermost(token) is not None and innermost(token).speaker == voice


def innermost(token):
    """The quotation around a token that begins last, the shortest of those that begin together."""
    best = None
    for one in token.own:
        if best is None or (one.start, -one.end) >= (best.start, -best.end):
            best = one
    return best


def outermost(token, voice):
    """What neighbours in a stretch have in common: one of the contents around a token."""
    if voice == "narration":
        return ()
    wanted = [one for one in token.own if voice not in KINDS or one.kind == voice]
    return {id(one) for one in wanted}


def stretches(corpus, voice, zone=None):
    """The words of a voice, cut where a zone, or a content that does not go on, ends."""
    found, before = [], None
    for token in labelled(corpus):
        if not is_said(token, voice) or zone not in (None, token.zone):
            before = None
            continue
        joined = before is not None and before.place == token.place
        if joined and voice != "narration":
            joined = bool(outermost(before, voice) & outermost(token, voice))
        if not joined:
            found.append([])
        found[-1].append(token)
        before = token
    return found


def by_document(corpus, voice, zone=None):
    """The stretches of each document that has any, in the order of the corpus."""
    documents = {}
    for stretch in stretches(corpus, voice, zone):
        documents.setdefault(stretch[0].document, []).append(stretch)
    return documents


def voices_of(corpus):
    speakers = Counter(name for name in corpus.quotations()["speaker"] if name)
    return ["quoted", "narration", *KINDS, *[name for name, _ in speakers.most_common(4)]]


def mentioning(corpus, words):
    """The rows of quotations in whose content the words follow each other within one zone."""
    tokens = {}
    for token in labelled(corpus):
        tokens.setdefault(token.document, []).append(token)
    for row in corpus.quotations().to_polars().iter_rows(named=True):
        spans = row["content_spans"]
        for start, end in zip(spans[::2], spans[1::2], strict=True):
            own = [one for one in tokens[row["document"]] if start <= one.start < end]
            runs = [own[at : at + len(words)] for at in range(len(own) - len(words) + 1)]
            if any(
                [one.word for one in run] == words and len({one.place for one in run}) == 1
                for run in runs
            ):
                yield row
                break
