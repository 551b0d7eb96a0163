"""What the parts of an article are, beside those that were marked by hand."""

import textwrap
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
MIREVA, Oct. 12 (Corvan News) -- Harbour Master Dan Oreb has told pilots|to keep ships at
anchor until the silt is gone from the northern channel,|his office said Wednesday.

The port lies idle after a survey found that sand had closed a third|of its deepest
berths.

"The dredgers that we own are too small for such a bank," Oreb said|at a hearing with
shipowners."""


def at_a_column(words, indent):
    words = " ".join(words.replace("|", " ").split())
    return textwrap.fill(words, 70, initial_indent=indent)


def by_hand(words, indent):
    return indent + words.replace("|", "\n")


def kinds(text):
    """The parts of a text in its order, each with its kind before it."""
    zones = hs.Corpus.from_texts([text], format="news").zones()
    columns = (zones.column(name) for name in ("zone", "start", "end"))
    return [(zone, text[start:end]) for zone, start, end in zip(*columns, strict=True)]


@pytest.mark.parametrize("broken", [at_a_column, by_hand])
@pytest.mark.parametrize(("indent", "between"), [("   ", "\n"), ("", "\n\n")])
def test_lines_of_short_copy_are_brought_together(broken, indent, between):
    paragraphs = [broken(words, indent) for words in COPY.split("\n\n")]
    text = between.join(["Ships stay at anchor in Corvan", *paragraphs])
    found = [words for zone, words in kinds(text) if zone == "paragraph"]
    assert found == [paragraphs[0].partition(" -- ")[2], *map(str.strip, paragraphs[1:])]


OPENING = "The harbour board met for nine hours on Tuesday and agreed on nothing at all."
MORE = "Its chairwoman said the next meeting would be in May, when the ice has gone."

# The parts of tops and ends of articles, one a line, each with its kind before it.
TOPS = {
    "a headline with a colon, a place with a colon": f"""\
headline    Orr to Verania: 'Be very, very patient'
dateline    TALVORA:
paragraph   {OPENING}
paragraph   {MORE}""",
    "a line under the headline, then a place with a colon": f"""\
headline    Harbour board meets in vain
heading     Members say they never had so little to say; next meeting is in May
dateline    TALVORA:
paragraph   {OPENING}
paragraph   {MORE}""",
    "a line under the headline and no dateline": f"""\
headline    Harbour board meets in vain
heading     Members leave the room without a word
paragraph   {OPENING}
paragraph   {MORE}""",
    "an agency between slashes under such a line": f"""\
headline    Harbour board meets in vain
heading     Members leave the room without a word, their spokesman Dan Oreb says
dateline    TALVORA, February 27. /VPS/.
paragraph   {OPENING}""",
    "a place in capitals and nothing more": f"""\
headline    Harbour board meets in vain
dateline    PORT LUMEN
paragraph   {OPENING}""",
    "a known place before a name": """\
headline    Harbour board meets in vain
dateline    LISBON
paragraph   Portugal's harbour board met for nine hours on Tuesday and agreed on nothing.""",
    "a body in capitals is no place": """\
headline    Harbour board meets in vain
paragraph   UNESCO Director Iris Vane met the harbour board for nine hours on Tuesday.""",
    "place and state before a short sentence": f"""\
headline    Harbour board meets in vain
dateline    MILL BAY, Wis. --
paragraph   So it goes.
paragraph   {OPENING}""",
    "a name alone": f"""\
headline    Harbour board meets in vain
heading     Its members left the room without having said a word.
byline      Iris Vane
paragraph   {OPENING}""",
    "a caption with its agency": f"""\
headline    Harbour board meets in vain
paragraph   {OPENING}
credit      The board in its hall in Talvora, on Tuesday. (Vespera/Dan Oreb)
paragraph   {MORE}""",
    "items behind dashes": """\
headline    Harbour board meets in vain
paragraph   The board looked at three harbours, and this is what it found there on its way:
bullet      —
paragraph   Two of them had no water left at all.
bullet      —
paragraph   The third had nothing else, its keeper said.""",
    "a heading within marks": f"""\
headline    Harbour board meets in vain
paragraph   {OPENING}
heading     \u2018Too early\u2019
paragraph   {MORE}""",
    "the end": f"""\
headline    Harbour board meets in vain
paragraph   {OPENING}
trailer     Follow Iris Vane on Twitter and Instagram.
trailer     This article first appeared in the Talvora Herald.
trailer     harbour@vps.example
trailer     ™ & © 2034 Vespera News, Inc. All rights reserved.
trailer     -- VESPERA""",
    "people who take turns": """\
headline    Harbour board meets in vain
paragraph   VANE: We met for nine hours on Tuesday and have agreed on nothing at all.
paragraph   OREB: It was ten hours.
paragraph   VANE: Then it was ten hours, and we have still agreed on nothing at all.""",
}


@pytest.mark.parametrize("rows", TOPS.values(), ids=TOPS)
def test_tops_and_ends_of_articles_are_taken_apart(rows):
    expected = [tuple(row.split(maxsplit=1)) for row in rows.splitlines()]
    text = "".join(
        part + (" " if kind in {"dateline", "bullet"} else "\n\n") for kind, part in expected
    )
    assert kinds(text) == expected
