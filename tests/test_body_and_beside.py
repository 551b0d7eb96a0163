# ruff: noqa: RUF001 - dashes and marks of every kind are parts
"""What is of the body and what stands beside it: sentences like notes, and lines like headings."""

import textwrap

import hustings as hs
import pytest

OTHER = {"header", "bullet", "note", "slug", "table_row", "credit", "direction", "trailer"}

HEADLINE = "Harbour board keeps ferry for another year"
DATELINE = "TALVORA, March 4 (Reuters) -"
FIRST = "The harbour board of Talvora voted on Tuesday to keep the ferry for another year."
MORE = (
    "The plan goes to the council next week, officials in the towns on both banks of the river "
    "said. Few expect it to pass."
)
SAID = "“We are ready,” Vell said. “The boats are ready too.”"


def rows(part):
    return [row for row in part.strip().splitlines() if row]


def zones(text, texts="news"):
    """The parts of a text in its order, each with its kind before it."""
    table = hs.Corpus.from_texts([text], format=texts).zones()
    columns = (table.column(name) for name in ("zone", "start", "end"))
    return [(zone, text[start:end]) for zone, start, end in zip(*columns, strict=True)]


def taken_for(text, line):
    """The kinds of the parts in which a line of a text stands."""
    start = text.index("\n" + line) + 1
    end = start + len(line)
    table = hs.Corpus.from_texts([text], format="news").zones()
    columns = (table.column(name) for name in ("zone", "start", "end"))
    found = [
        "other" if zone in OTHER else zone
        for zone, first, last in zip(*columns, strict=True)
        if first < end and last > start
    ]
    return " ".join(dict.fromkeys(found))


def within(line):
    return "\n\n".join([HEADLINE, f"{DATELINE} {FIRST}", MORE, SAID, line, MORE, MORE])


def at_the_end(line):
    return "\n\n".join([HEADLINE, f"{DATELINE} {FIRST}", SAID, MORE, line])


SENTENCES = rows("""
(Orr Holdings did not respond to a request for comment.)
(Vell said on Tuesday that he was not on the ship.)
(“I was not there,” Vell said.)
(The Talvora Herald is owned by Orr Holdings, which has a stake in the port.)
[The ferry was built in 1911.]
(She did not say when.)
(Vell denies this.)
This report was based on 40 interviews.
This report has been sent to parliament.
The story was first told in 1911.
The report was published on Tuesday.
Embargoed goods were found on the ship.
Story continues in court on Monday.
Advertisement rules were changed.
The report is at https://talvora.example/a, the council said on Tuesday.
Reporting by the Talvora Herald found that the tolls had doubled.
Copyright holders said they would sue.
Written by Vell, the book sold well.
Read more books, Vell told pupils.
Ida Vell is a reporter who was jailed in 2019.
For more information, see the report, she said.
Sources: two of them said that Vell would go.
Video: the word was on everybody's lips, she said.
With inputs from farmers the law was changed.
The writer is in hospital, her family said.
Courtesy calls were made on the mayor.
Share prices fell on Tuesday.
More to come, Vell said.
But why?
Really?
""")


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_that_begin_as_notes_do_are_of_the_body(line):
    assert taken_for(within(line), line) == "paragraph"
    assert taken_for(at_the_end(line), line) == "paragraph"


def test_what_somebody_says_in_brackets_is_a_quotation():
    text = within("(Vell said on Tuesday that the pilot was not on the ship.)")
    contents = hs.Corpus.from_texts([text], format="news").quotations().column("content")
    assert any(content.startswith("the pilot was not on the ship") for content in contents)


BESIDE = rows("""
(Laughter.)
[Applause]
(Updates with quotes from Vell)
(This March 4 story has been corrected to fix the day of the vote)
The interview has been shortened.
Mayor Ida Vell speaks in Talvora. | Hal Orr/AP Photo
Mayor Ida Vell speaks in Talvora on Tuesday. Hal Orr/AFP via Getty Images
Mayor Ida Vell speaks in Talvora on Tuesday [Hal Orr/Reuters]
Mayor Ida Vell speaks in Talvora on Tuesday, March 4, 2031 [File: Hal Orr/AP]
Mayor Ida Vell speaks in Talvora on Tuesday. — AFP
Mayor Ida Vell speaks in Talvora, March 4, 2031. Hal Orr/Pool via REUTERS
FILE — Mayor Ida Vell speaks in Talvora.
Photo taken on March 4, 2031 shows the ferry at Talvora. (Xinhua)
A ferry passes the pier of Talvora, March 4, 2031. /CGTN
(Cover: A ferry passes the pier of Talvora, March 4, 2031. /VCG)
Related news: Strike spreads to the north
A view of the ferry. [Photo/Xinhua]
Hal Orr/Getty Images
Hal Orr/AFP via Getty Images
Hal Orr/Reuters
Getty Images
REUTERS/Hal Orr
Courtesy of Hal Orr
Hal Orr for The Talvora Times
Credit...Hal Orr/The Talvora Times
Image source, Getty Images
Image caption, The ferry has not run since the flood
Media caption, Mayor Ida Vell
File photo
Representational image
Related Articles
Most read
Read more:
Share
12 comments
- Advertisement -
https://talvora.example/ferry
""")


@pytest.mark.parametrize("line", BESIDE)
def test_lines_of_pictures_pages_and_desks_are_beside_the_body(line):
    assert taken_for(within(line), line) == "other"


@pytest.mark.parametrize(
    "line",
    rows("""
Hal Orr/Getty Images
REUTERS/Hal Orr
Getty Images
Image source, Getty Images
Reuters
AFP
Al Jazeera
Politics
ANALYSIS
Tuesday
Share
https://talvora.example/ferry
"""),
)
def test_such_lines_are_beside_it_above_the_dateline_too(line):
    text = "\n\n".join([HEADLINE, "By Ida Vell", line, f"{DATELINE} {FIRST}", SAID, MORE])
    assert taken_for(text, line) == "other"


@pytest.mark.parametrize(
    "line",
    rows("""
Two men were hurt on Tuesday, police said. — AFP
“We wait,” she said. — AFP
He named the agency that had the pictures: Hal Orr for The Talvora Times.
Courtesy of the house is all that he asks for.
He looked up and said [Reuters] was late.
"""),
)
def test_sentences_with_agencies_are_no_captions(line):
    assert taken_for(within(line), line) == "paragraph"


AT_THE_END = rows("""
Related news: Strike spreads¶Translator: Ida V, Hal O¶Editor: Hal Orr¶Copyright © ANTARA 2031
--SPA¶20:14 LOCAL TIME 17:14 GMT¶0012
PTI AB
(Cover: A ferry passes the pier, March 4, 2031. /CGTN)
___¶The Wire receives support from the Vell Fund. It is solely responsible for all content.
This report by The Northern Press was first published Feb. 11, 2031.¶Ida Vell, The Northern Press
""")


@pytest.mark.parametrize("lines", AT_THE_END)
def test_last_lines_of_agencies_are_no_paragraphs(lines):
    lines = lines.split("¶")
    text = at_the_end("\n\n".join(lines))
    assert [taken_for(text, line) for line in lines] == ["other"] * len(lines)
    assert taken_for(text, MORE) == "paragraph"


@pytest.mark.parametrize("signature", ["PTI AB", "PTI ABC DEF", "AB/cd"])
def test_a_signature_behind_the_last_sentence_is_a_trailer(signature):
    found = zones(at_the_end(f"{MORE} {signature}"))
    assert found[-2:] == [("paragraph", MORE), ("trailer", signature)]


@pytest.mark.parametrize(
    "line",
    rows("""
The board is solely responsible for the support of the ferry, Vell said.
It said so in a report by the board that Vell first published in May.
Few of them have heard of PTI or AP
He gave the number of the pier: 0012
"""),
)
def test_sentences_like_last_lines_are_of_the_body(line):
    assert taken_for(at_the_end(line), line) == "paragraph"


HEADINGS = rows("""
‘No way back’ for fishermen
"No way back" for fishermen
“No way back,” Vell says
‘Boats wait’ - Vell
Fishermen say they have been left out of the talks on tolls
How the ferry row might change the vote in the spring
Background:
The latest:
Tolls: a primer
Part Two: The Boats
What comes next
Is the ferry safe?
""")


@pytest.mark.parametrize("line", HEADINGS)
def test_lines_without_a_stop_between_paragraphs_are_headings(line):
    assert taken_for(within(line), line) == "heading"


@pytest.mark.parametrize(
    "line",
    rows("""
Vell named three reasons:
She wrote:
Today's actions include:
Orr-Tal: ‘What do we wait for?’
So let this be the moment at which we answer the call of our time
"""),
)
def test_lines_that_announce_or_address_are_no_headings(line):
    assert taken_for(within(line), line) == "paragraph"


@pytest.mark.parametrize(
    "below",
    [
        "ADVERTISEMENT",
        "Read more: Strike spreads to the north",
        "Mayor Ida Vell speaks. (AP Photo/Hal Orr)",
        "Party\tSeats\tChange\n\nReform\t41\t+3",
        "1. A new ferry\n\n2. Two tug boats",
    ],
)
@pytest.mark.parametrize("line", ["What comes next", "Background", "A Shared River"])
def test_a_heading_stands_above_what_is_no_paragraph_too(line, below):
    text = within(f"{line}\n\n{below}")
    assert taken_for(text, line) == "heading"


LEDE = "The harbour board voted on Tuesday to keep the ferry running for another year, it said."
NEWS = {
    "a date line": f"{HEADLINE}\n\n4 March 2031\n\n{LEDE}\n\n{MORE}\n\n{SAID}\n",
    "a name and an agency": f"{HEADLINE}\n\nIda Vell\nNorthern News, Talvora\n\n{LEDE}\n\n{MORE}\n",
    "a name and a place": (
        f"{HEADLINE}\n\nIda Vell in Talvora\n\nTue 4 Mar 2031 10.30 GMT\n\n{LEDE}\n"
    ),
    "a place with a colon": f"{HEADLINE}\n\nRAHATPUR: {LEDE}\n\n{MORE}\n\n{SAID}\n",
    "a known place with a dash": f"{HEADLINE}\n\nOslo — {LEDE}\n\n{MORE}\n\n{SAID}\n",
    "headline and dateline on lines beside each other": (
        f"{HEADLINE}\n{DATELINE} {LEDE}\n\n{MORE}\n\n{SAID}\n"
    ),
}


@pytest.mark.parametrize("text", NEWS.values(), ids=NEWS)
def test_articles_of_the_web_are_news(text):
    corpus = hs.Corpus.from_texts([text], format="auto")
    assert list(corpus.documents.column("format")) == ["news"]
    assert zones(text, "auto")[0] == ("headline", HEADLINE)
    paragraphs = (words for zone, words in zones(text, "auto") if zone == "paragraph")
    assert next(paragraphs) == LEDE


PLAIN = {
    "a speech with its day": (
        "Remarks on the opening of the ferry\n\nMarch 4, 2031\n\n"
        "I thank you all for coming here today, as my father told me that you would.\n\n"
        "We said that we would build it, and you see it before you on this fine day.\n"
    ),
    "a tale with its author": (
        "The Ferry of the Northern Bank\n\nIda Vell\n\n"
        "There was a ferry on the river, and the ferryman said that it was never late.\n"
    ),
    "a text without a headline": f"{MORE}\n\n4 March 2031\n\n{SAID}\n",
    "a talk": (
        "A talk on ferries and their masters\n\nMarch 4, 2031\n\n"
        "MODERATOR: The harbour board said on Tuesday that it would keep the ferry.\n\n"
        "VELL: The board said so on Monday too, and on the Monday before that as well.\n\n"
        "MODERATOR: The board says so every week, as the Talvora Herald reported.\n"
    ),
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_other_texts_with_a_day_or_a_name_are_no_news(text):
    corpus = hs.Corpus.from_texts([text], format="auto")
    assert list(corpus.documents.column("format")) != ["news"]


BOX = "Key points\n\n• The board keeps the ferry\n\n• Tolls go up in May\n\n"


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("WASHINGTON —", "WASHINGTON"),
        ("New Delhi, Mar 4 (PTI)", "New Delhi"),
        ("MOSCOW, March 4. /TASS/.", "MOSCOW"),
        ("TALVORA, Mar 04 (APP):", "TALVORA"),
    ],
)
@pytest.mark.parametrize("byline", ["", "BY IDA VELL\n\n"])
def test_a_dateline_is_found_behind_a_box_of_points(dateline, place, byline):
    text = f"{HEADLINE}\n\n{BOX}{byline}{dateline} {FIRST}\n\n{MORE}\n\n{SAID}"
    found = zones(text)
    assert found[1] == ("heading", "Key points")
    assert ("dateline", dateline) in found
    corpus = hs.Corpus.from_texts([text], format="news")
    assert place in list(corpus.zones().column("place"))


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("Talvora (Norland), Mar 4 (PTI)", "Talvora (Norland)", "PTI"),
        ("Oban (Northern Bank) [Norland], March 4 (ANI):", "Oban (Northern Bank) [Norland]", "ANI"),
        ("Talvora (N/B), March 4, GNA –", "Talvora (N/B)", "GNA"),
        ("MOSCOW, March 4, /TASS/.", "MOSCOW", "TASS"),
    ],
)
def test_datelines_have_a_region_in_brackets(dateline, place, agency):
    text = f"{HEADLINE}\n\n{dateline} {FIRST}\n\n{MORE}"
    corpus = hs.Corpus.from_texts([text], format="auto")
    table = corpus.zones()
    at = list(table.column("zone")).index("dateline")
    assert zones(text, "auto")[1] == ("dateline", dateline)
    assert (table.column("place")[at], table.column("agency")[at]) == (place, agency)


def test_a_known_place_on_a_line_of_its_own_is_a_dateline():
    text = f"{HEADLINE}\n\nBy Ida Vell\n\nOSLO\n\n{FIRST}\n\n{MORE}"
    assert ("dateline", "OSLO") in zones(text)
    corpus = hs.Corpus.from_texts([text], format="news")
    assert "OSLO" in list(corpus.zones().column("place"))


@pytest.mark.parametrize("line", ["Vell: I am not going to resign.", "Reform: 41. Labour: 38."])
def test_a_name_with_a_colon_is_no_dateline(line):
    text = f"{HEADLINE}\n\nBy Ida Vell\n\n{line}\n\n{MORE}\n\n{MORE}"
    assert taken_for(text, line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE - March 4, 2031",
        "EMBARGOED UNTIL 4 MARCH 2031",
        "(Xinhua) 10:30, March 4, 2031",
    ],
)
def test_the_day_of_release_is_that_of_the_document(line):
    text = f"{line}\n\n{HEADLINE}\n\nTALVORA — {FIRST}\n\n{MORE}"
    corpus = hs.Corpus.from_texts([text], format="news")
    assert [str(day) for day in corpus.documents.column("date")] == ["2031-03-04"]
    assert zones(text)[1] == ("headline", HEADLINE)


@pytest.mark.parametrize(
    "line",
    rows("""
--With assistance from Hal Orr.
Additional reporting: Hal Orr
With NW inputs
AP correspondent Hal Orr in Oban contributed.
More AP coverage: https://apnews.example/talvora
The writer is a senior fellow at the Harbour Institute.
The views expressed are the author's own.
This is a developing story.
More to follow.
Email: news@talvora.example
For media inquiries, contact Ida Vell at 555-0142.
SOURCE Orr Holdings, Inc.
Reuters
– dpa
-0-
$1 = 0.92 euros
"""),
)
def test_more_lines_at_the_end_are_trailers(line):
    assert taken_for(at_the_end(line), line) == "other"


@pytest.mark.parametrize(
    "trailer",
    rows("""
(Xinhua)
(Reuters)
PTI
AFP
Agencies
Item ends
al-tor/mr
Reporting by Ida Vell
(With inputs from agencies)
– With files from The Northern Wire
-0-
***
"""),
)
def test_trailers_stand_on_the_line_of_the_last_sentence(trailer):
    text = f"{HEADLINE}\n\n{DATELINE} {FIRST}\n\n{SAID}\n\n{MORE} {trailer}"
    assert zones(text)[-2:] == [("paragraph", MORE), ("trailer", trailer)]


def test_items_with_numbers_stand_by_themselves():
    announced = "The harbour board of Talvora named two aims:"
    first, second = "The ferry will run every hour. It is free.", "Two tugs will be bought."
    aims = f"{announced}\n1. {first}\n2. {second}"
    text = f"{HEADLINE}\n\n{DATELINE} {FIRST}\n\n{aims}\n\n{MORE}"
    expected = [
        ("paragraph", announced),
        ("bullet", "1."),
        ("paragraph", first),
        ("bullet", "2."),
        ("paragraph", second),
        ("paragraph", MORE),
    ]
    assert zones(text)[-6:] == expected


def test_a_number_at_the_end_of_a_broken_paragraph_is_part_of_it():
    long = textwrap.fill(f"{MORE} {MORE}", 60)
    broken = "Vell, who is 61 years old, has led the harbour board since\n2019."
    text = f"{HEADLINE}\n\n{DATELINE} {FIRST}\n\n{long}\n\n{broken}\n\n{long}"
    assert ("paragraph", broken) in zones(text)


def test_an_indent_opens_a_paragraph_behind_a_line_that_is_full():
    full = "   The board, which has eleven members, met in the port of Oban today."
    several = textwrap.fill(f"{MORE} {MORE}", len(full), initial_indent="   ")
    paragraphs = [several, full, several, several, several]
    text = f"{HEADLINE}\n\n{DATELINE} {FIRST}\n\n" + "\n".join(paragraphs)
    found = [words for zone, words in zones(text) if zone == "paragraph"]
    assert found[1:] == [paragraph.strip() for paragraph in paragraphs]
