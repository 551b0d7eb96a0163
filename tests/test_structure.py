"""What the parts of an article are, beside those that were marked by hand."""

from collections import Counter

import hustings as hs
import pytest

from articles import annotated

# Of the parts that were marked, and of those that were found, at least so many of the others.
LEAST = 0.9
OTHER = {"header", "bullet", "note", "slug", "table_row", "credit", "direction", "trailer"}


def parts(corpus):
    """The parts of each document as the guide counts them: a paragraph with dateline and bullet."""
    zones = corpus.zones()
    found, opened = {}, None
    for document, zone, start, end in zip(
        *(zones.column(name) for name in ("document", "zone", "start", "end")), strict=True
    ):
        kind = "other" if zone in OTHER else zone
        if zone == "paragraph":
            first, opened = start if opened is None else opened, None
        else:
            first, opened = start, start if zone in {"dateline", "bullet"} else None
        found.setdefault(document, set()).add((kind, first, end))
    return found


def test_the_parts_of_annotated_articles_are_found():
    articles = [annotated.read(path) for path in annotated.sources("open")]
    corpus = hs.Corpus.from_texts(
        [article["text"] for article in articles],
        ids=[article["name"] for article in articles],
        format="news",
    )
    found, counts = parts(corpus), Counter()
    for article in articles:
        marked = {(part["kind"], part["start"], part["end"]) for part in article["structure"]}
        ours = found[article["name"]]
        counts["both"] += len(marked & ours)
        counts["marked"] += len(marked)
        counts["found"] += len(ours)
    assert counts["both"] >= LEAST * counts["marked"]
    assert counts["both"] >= LEAST * counts["found"]


def test_day_place_and_agency_are_read_from_annotated_articles():
    articles = [annotated.read(path) for path in annotated.sources("open")]
    corpus = hs.Corpus.from_texts([article["text"] for article in articles], format="news")
    days = [str(day) if day else None for day in corpus.documents.column("date")]
    right = sum(day == article["date"] for day, article in zip(days, articles, strict=True))
    assert right >= LEAST * len(articles)


COPY = """\
MIREVA, Oct. 12 (Corvan News) -- Defense Minister Dan Oreb has ordered|the military to take
measures to fend off hacking attempts from abroad,|his office said Wednesday.

The ministry is under fire after a lawmaker said hackers had stolen a|vast cache of files
in 2016.

"The measures taken so far stop short of what people expect," Oreb said|in a meeting with
officials."""
AT_A_COLUMN, BY_HAND = {"|": "\n", "\n": " "}, {"|": "\n"}


@pytest.mark.parametrize("ends", [AT_A_COLUMN, BY_HAND])
@pytest.mark.parametrize(("indent", "between"), [("   ", "\n"), ("", "\n\n")])
def test_lines_of_short_copy_are_brought_together(ends, indent, between):
    lines = str.maketrans(ends)
    paragraphs = [words.translate(lines) for words in COPY.split("\n\n")]
    headline = "Corvan defense chief orders new measures"
    text = between.join([headline, *(f"{indent}{words}" for words in paragraphs)])
    zones = hs.Corpus.from_texts([text], format="news").zones()
    columns = (zones.column(name) for name in ("zone", "start", "end"))
    rows = zip(*columns, strict=True)
    found = [text[start:end] for zone, start, end in rows if zone == "paragraph"]
    assert found == [paragraphs[0].partition(" -- ")[2], *paragraphs[1:]]
