"""What tells news from papers, plays and minutes: authors, days, a report below a headline."""

import hustings as hs
import pytest

HEADLINE = "Harbour board keeps ferry for another year"
SAID = "“We are ready,” the board's leader, Ida Vell, said. “The boats are ready too.”"
REPORT = f"""The board voted to keep the ferry running for another year, saying it had no choice.

{SAID}

Opponents said they would go to court."""
BARE = REPORT.replace("board voted", "board voted on Tuesday")


def told(text):
    return hs.Corpus.from_texts([text], format="auto").documents.column("format")[0]


def zones(text, texts="auto"):
    table = hs.Corpus.from_texts([text], format=texts).zones()
    columns = (table.column(name) for name in ("zone", "start", "end"))
    return [(zone, text[start:end]) for zone, start, end in zip(*columns, strict=True)]


AUTHORS = """
Ida Vell
Ida Vell and Hal Orr
Ida Vell & Hal Orr
Ida Vell, Health Reporter
Ida Vell Health reporter
Ida Vell | Health reporter
Ida Vell, VPS News
Ida Vell in Talvora
Ida Vell at Talvora Park
Byline: Ida Vell
BYLINE: By IDA VELL
Author: Ida Vell
By Ida Vell ida.vell@post.example
By Ida Vell (ida.vell@post.example)
Opinion | By Ida Vell
*By Ida Vell*
**By Ida Vell**
Ida Vell | 4 March 2031
Ida Vell - 04/03/2031
Ida Vell 4 March 2031
""".strip().splitlines()


@pytest.mark.parametrize("line", AUTHORS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_of_an_author_below_a_headline_tells_news(line, gap):
    found = zones(f"{HEADLINE}{gap}{line}\n\n{REPORT}")
    assert found[:2] == [("headline", HEADLINE), ("byline", line)]
    assert [zone for zone, _ in found[2:]] == ["paragraph"] * 3


DAYS = """
04/03/2031
3/4/31
3 hours ago
March 4, 20315:12 PM ET
Northern Post, March 4, 2031
Northern Post | March 4, 2031
PTI | Updated: Mar 04, 2031, 14:05 IST
Posted on March 4, 2031 by admin
News | 4 March 2031
Issue date: March 4, 2031
Date Published: March 4, 2031
Published Date: 4 March 2031
Published On 4 March 2031
Posted by Ida Vell on 4 March 2031
4 March
""".strip().splitlines()


@pytest.mark.parametrize("line", DAYS)
def test_a_line_of_a_day_below_a_headline_tells_news(line):
    found = zones(f"{HEADLINE}\n{line}\n\n{REPORT}")
    assert found[:2] == [("headline", HEADLINE), ("header", line)]


def test_an_hour_glued_to_a_year_leaves_the_day_readable():
    corpus = hs.Corpus.from_texts(
        [f"{HEADLINE}\nMarch 4, 20315:12 PM ET\n\n{REPORT}"], format="auto"
    )
    assert [str(day) for day in corpus.documents.column("date")] == ["2031-03-04"]


@pytest.mark.parametrize("line", ["19 September 2031", "Northern Post, March 4, 2031"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_day_above_the_headline_tells_news(line, gap):
    found = zones(f"{line}{gap}{HEADLINE}\n\n{REPORT}")
    assert found[:2] == [("header", line), ("headline", HEADLINE)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_report_right_below_a_headline_is_news(gap):
    assert zones(f"{HEADLINE}{gap}{BARE}")[0] == ("headline", HEADLINE)


def test_a_single_paragraph_with_who_says_it_is_news():
    text = (
        "Storm leaves 20,000 homes dark\n\nAbout 20,000 homes were still without light on Sunday "
        "evening after a storm swept over Talvora, the grid operator said."
    )
    assert told(text) == "news"


def test_what_happened_on_a_day_of_the_week_below_a_day_is_news():
    game = (
        "Talvora beat Lumen by three goals to one on Saturday and went to the top of the table.\n\n"
        "Hal Orr scored twice before half-time, and Ida Moss made it three from the spot."
    )
    title = "Talvora go top after win over Lumen"
    assert told(f"{title}\nMonday, March 4, 2031\n\n{game}") == "news"
    assert told(f"{title}\n\n{game}") == "plain"
    assert told(f"{title}\n4 March 2031\n\n{game.replace(' on Saturday', '')}") == "plain"


def test_the_head_of_a_page_with_a_dash_is_no_dateline():
    text = "RECORD OF TALVORA — SENATE S65\n\nMr. President, I need to catch my breath."
    assert told(text) == "plain"


UNTITLED = """A man has been arrested on suspicion of arson after a fire in Talvora, police said.

Firemen were called to Mill Lane shortly after 2 a.m. on Friday and fought the fire for nine hours.

"We are keeping an open mind," inspector Hal Orr said."""


@pytest.mark.parametrize("above", ["", "By Ida Vell\n\n"])
def test_a_report_without_its_headline_is_news(above):
    found = zones(above + UNTITLED)
    assert [zone for zone, _ in found] == ["byline"] * bool(above) + ["paragraph"] * 3


def test_the_signs_of_a_heading_are_beside_the_headline():
    found = zones(f"# {HEADLINE}\n\n*By Ida Vell*\n\n{REPORT}")
    assert found[:3] == [("header", "#"), ("headline", HEADLINE), ("byline", "*By Ida Vell*")]


def test_a_mark_of_byte_order_is_beside_the_headline():
    corpus = hs.Corpus.from_texts([f"\ufeff{HEADLINE}\nBy Ida Vell\n\n{REPORT}"], format="news")
    assert corpus.documents.column("headline") == [HEADLINE]


BARE_OTHERS = {
    "without a day": f"{HEADLINE}\n\n{REPORT}",
    "spoken to somebody": f"{HEADLINE}\n\n{BARE}\n\n".replace("it had no", "we had no"),
    "minutes": f"Minutes of the harbour board, March\n\n{BARE}",
    "a statement": f"Statement on the ferry at Talvora\n\n{BARE}",
    "a title of a book": f"The last ferry of Talvora\n\n{BARE}",
    "a committee": (
        "Works committee, March meeting in Talvora\n\n"
        "The committee met in the hall on Monday with Ida Vell in the chair. Six members were "
        "present.\n\nThe treasurer said that the reserve stood at 41,000 and that the audit was "
        "signed."
    ),
    "an essay": (
        "Silence in the novels of Ada Quill\n\nAda Quill wrote nine novels, and in each of them "
        "somebody is silent from one Sunday to the next.\n\n"
        "Critics said that silence is a weapon. According to Orr, it is rather a shelter."
    ),
    "a story": (
        "What the Gardener Found Under Walls\n\nOn Sunday the gardener dug where nobody had dug "
        "for 90 years, and the spade struck tin.\n\n“Leave it,” said the cook from the door, and "
        "he left it until she had gone."
    ),
    "a government's words": (
        "Talvora condemns attack on the port\n\nThe Ministry condemns in the strongest terms the "
        "attack that took place on Monday in the port.\n\n"
        "The Ministry said it stands with the people of Verania in this dark hour."
    ),
    "untitled words of a government": (
        "The Government welcomes the report that was laid before the Assembly on Monday. It has "
        "said so many times.\n\nThe people of the basin have suffered for years. The Government "
        "calls for peace."
    ),
    "an untitled history": (
        "The castle fell on Monday in the spring of 1471, the chronicler wrote.\n\n"
        "Historians said that the gate was opened from within. According to Orr, it was not."
    ),
    "rules": (
        "Rules on the closing of shops\n\nShops shall be closed on Sunday unless the council has "
        "announced otherwise in the gazette of the town.\n\n"
        "A fine of 400 may be set for whoever opens without leave."
    ),
}


@pytest.mark.parametrize("text", BARE_OTHERS.values(), ids=BARE_OTHERS)
def test_other_texts_below_a_title_are_no_news(text):
    assert told(text) == "plain"


OTHERS = {
    "a paper": (
        f"Ferries of the north\nBy Ida Vell and Hal Orr\nMarch 14, 2031\n\nAbstract\n\n{REPORT}"
    ),
    "a report": f"No Way Home\nFerries in Talvora\n\nExecutive Summary\n\n{REPORT}",
    "a book": f"THE LETTER\nBy Ida Vell\n\nCHAPTER I\n\n{REPORT}",
    "a chapter": f"Chapter 1: The Letter\nBy Ida Vell\n\n{REPORT}",
    "a recipe": (
        f"Plum cake\nby Lotte Weiss\nSeptember 2, 2031\n\nIngredients\n- 200 g flour\n\n{REPORT}"
    ),
    "a blog": (
        "48 hours in Talvora\nby Jen | March 3, 2031\n\n"
        "I came for the tarts. I stayed because I missed my flight.\n\n"
        f"{REPORT}"
    ),
    "a memo": f"TO: all\nFROM: Ida Vell\nDATE: 4 March 2031\nRE: Chairs\n\n{REPORT}",
    "minutes with a day": f"Minutes of the harbour board\n4 March 2031\n\n{REPORT}",
    "a statement with a day": f"Statement of the harbour board\n4 March 2031\n\n{REPORT}",
    "a speech": (
        "A harbour for all of us here\n4 March 2031\n\n"
        "Mr. President, the harbour board has kept the ferry, and it is right that it has done "
        f"so.\n\n{REPORT}"
    ),
    "a case": (
        "Harbour Board v. Vell\n\nNo. 30-114\n\nArgued January 10, 2031 -- Decided March 4, 2031"
        f"\n\n{REPORT}"
    ),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_texts_with_author_or_day_are_no_news(text):
    assert told(text) == "plain"


def test_the_day_of_a_judgment_is_no_dateline():
    text = f"Harbour Board v. Vell\n\nArgued January 10, 2031 -- Decided March 4, 2031\n\n{REPORT}"
    assert "dateline" not in dict(zones(text, "news"))


@pytest.mark.parametrize(
    "headline",
    [
        "Chapter 11 filing nears for ferry line",
        "Report says ferry lost millions",
        "Letter bomb kills two on ferry",
    ],
)
def test_headlines_with_words_of_other_texts_are_of_news(headline):
    assert told(f"{headline}\n4 March 2031\n\n{REPORT}") == "news"


TOPS = {
    "Politics / Mayor quits / By Ida Vell": "Mayor quits",
    "Local news / Mayor quits / By Ida Vell / 4 March 2031": "Mayor quits",
    "Home / News / Politics / Mayor quits over ferry row / By Ida Vell / Share / Tweet / Email": (
        "Mayor quits over ferry row"
    ),
    "Home > News > Politics / Mayor quits over ferry row / By Ida Vell / 4 March 2031": (
        "Mayor quits over ferry row"
    ),
    "News | Local / Mayor quits over ferry row / By Ida Vell / 4 March 2031": (
        "Mayor quits over ferry row"
    ),
    "Skip to main content / Mayor quits over ferry row / By Ida Vell": "Mayor quits over ferry row",
    "Mayor quits over ferry - VPS / Mayor quits over ferry / By Ida Vell / 4 March 2031": (
        "Mayor quits over ferry"
    ),
    "Libraries close / By Ida Vell / 4 March 2031": "Libraries close",
}


@pytest.mark.parametrize(("lines", "headline"), TOPS.items())
def test_the_headline_stands_below_labels_and_may_be_short(lines, headline):
    found = zones(lines.replace(" / ", "\n") + f"\n\n{REPORT}")
    assert [words for zone, words in found if zone == "headline"] == [headline]
    assert [zone for zone, _ in found].count("paragraph") == 3


@pytest.mark.parametrize("below", ["By Ida Vell", "By Ida Vell\n4 March 2031", "4 March 2031"])
@pytest.mark.parametrize(
    "headline",
    [
        "Council votes to close\nthree baths",
        "Council votes to close three baths,\nleader says",
        "Council votes to close baths in\nTalvora",
    ],
)
def test_a_headline_may_take_two_lines(headline, below):
    assert zones(f"{headline}\n{below}\n\n{REPORT}")[0] == ("headline", headline)


WRAPPED = {
    "one broken paragraph": (
        "The harbour board in Talvora voted on Monday to close three of its seven\nbaths, saying "
        "that it could no longer pay for them.\n\nOpponents said they would go to court."
    ),
    "two broken paragraphs": (
        "The harbour board in Talvora voted on Monday to close three of its seven\nbaths, saying "
        "that it could no longer pay for them.\n\nThe baths in the old town, in Lumen and Orr "
        "will shut at the end of\nJune, according to a report."
    ),
}


def test_a_heading_above_its_paragraph_is_no_broken_line():
    heading = "What the board wants to do about the old ferries of Talvora"
    text = (
        f"{HEADLINE}\nBy Ida Vell\n\n{REPORT}\n\n{heading}\nThey are to be sold by the end of "
        f"June.\n\n{SAID}"
    )
    assert "They are to be sold by the end of June." in {w: z for z, w in zones(text)}


@pytest.mark.parametrize("body", WRAPPED.values(), ids=WRAPPED)
def test_lines_of_a_short_article_go_on_over_their_ends(body):
    found = zones(f"{HEADLINE}\nBy Ida Vell\n\n{body}")
    assert [words for zone, words in found if zone == "paragraph"] == body.split("\n\n")


@pytest.mark.parametrize(
    "end", ["Related\nMayor quits\nParking fines to double", "Ends//", "Ida Vell is a columnist."]
)
def test_ends_of_articles_are_trailers(end):
    found = {words: zone for zone, words in zones(f"{HEADLINE}\nBy Ida Vell\n\n{REPORT}\n\n{end}")}
    assert all(found[line] == "trailer" for line in end.splitlines())
