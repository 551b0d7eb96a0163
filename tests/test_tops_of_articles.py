# ruff: noqa: RUF001 - dashes and marks of every kind are parts
"""Tops of articles: bylines with days, hours, boxes of points, sentences under the headline."""

import hustings as hs
import pytest

HEADLINE = "Harbour board keeps ferry for another year"
LEDE = "The harbour board voted on Tuesday to keep the ferry running for another year, it said."
MORE = "The plan goes to the council next week, officials in the towns on both banks said."
SAID = "“We are ready,” Vell said. “The boats are ready too.”"


def zones(text, texts="news"):
    table = hs.Corpus.from_texts([text], format=texts).zones()
    columns = (table.column(name) for name in ("zone", "start", "end"))
    return [(zone, text[start:end]) for zone, start, end in zip(*columns, strict=True)]


def article(*above, first=LEDE):
    return "\n\n".join([HEADLINE, *above, first, MORE, SAID, MORE])


def kinds(text, *lines):
    found = {words: zone for zone, words in zones(text)}
    return [found.get(line) for line in lines]


BYLINES = """
By Ida Vell | March 4, 2031
By Ida Vell March 4, 2031 at 6:30 a.m. EST
By Ida Vell Updated March 4, 2031 3:45 PM
By Ida Vell • Published 4 March 2031
By Ida Vell | ivell@talvora.example
By Ida Vell @idavell
By Ida Vell, dpa
BY IDA VELL - 3/4/31 11:15 AM ET
Ida Vell / TNN / Updated: Mar 4, 2031, 18:45 IST
Ida Vell · Northern News · Posted: Mar 04, 2031 6:00 AM EST | Last Updated: March 4, 2031
Ida Vell | March 4, 2031
Staff reports
Special Correspondent
Ida Vell Political correspondent
Ida Vell |04.03.2031 - Update : 04.03.2031
By Ida Vell, with Hal Orr in Talvora
By Ida Vell with Hal Orr in Talvora
Ida Vell, with Hal Orr in Talvora
Ida Vell, Northern Reporting Service, and Hal Orr, Talvora News, Oban
Ida Vell with AFP, dpa, Reuters | Hal Orr Editor
""".strip().splitlines()


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_may_say_when_and_for_whom(line):
    text = article(line)
    assert zones(text)[:3] == [("headline", HEADLINE), ("byline", line), ("paragraph", LEDE)]


@pytest.mark.parametrize(
    "line",
    [
        "Ida Vell with the boats and the board in the port of Talvora",
        "Vell, Orr, Lund and the Board of the Port",
    ],
)
def test_a_line_of_other_words_is_no_byline(line):
    assert "byline" not in kinds(article(line), line)


MARKS = ["(LEAD)", "(2nd LD)", "(3rd LD-Writethru)", "URGENT:", "1st Ld-Writethru:", "(URGENT)"]


@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_of_a_version_is_no_word_of_the_headline(mark):
    text = f"{mark} {article()}"
    assert zones(text)[:2] == [("header", mark), ("headline", HEADLINE)]
    dated = f"date 2031-03-04 {text}"
    assert zones(dated)[:3] == [
        ("header", "date 2031-03-04"),
        ("header", mark),
        ("headline", HEADLINE),
    ]
    corpus = hs.Corpus.from_texts([text, dated], format="news")
    assert corpus.documents["headline"] == [HEADLINE, HEADLINE]


@pytest.mark.parametrize(
    "headline",
    [
        "Roundup: Port opens after nine years",
        "Interview: Port opens after nine years",
        "Update: port opens after nine years",
        "Lead: port pipes are older than the port",
        "(Lead) pipes in the port are older than the port",
        "LEAD: PIPES ARE OLDER THAN THE PORT",
        "VELL: Port opens after nine years",
        "UPDATE 2-Port opens after nine years",
    ],
)
def test_other_words_before_a_colon_are_of_the_headline(headline):
    text = f"{headline}\n\nBy Ida Vell\n\n{LEDE}\n\n{MORE}"
    assert zones(text)[0] == ("headline", headline)


def test_points_above_the_author_are_of_the_body():
    points = ["'Boats are ready,' says Vell after talks", "Board keeps the ferry"]
    lines = [*(f"- {point}" for point in points), "Ida Vell |04.03.2031 - Update : 05.03.2031"]
    text = article(*lines, "OSLO")
    assert zones(text)[1:8] == [
        ("bullet", "-"),
        ("paragraph", points[0]),
        ("bullet", "-"),
        ("paragraph", points[1]),
        ("byline", lines[2]),
        ("dateline", "OSLO"),
        ("paragraph", LEDE),
    ]
    corpus = hs.Corpus.from_texts([text], format="news")
    assert [str(day) for day in corpus.documents["date"]] == ["2031-03-04"]
    assert "Boats are ready," in list(corpus.quotations().column("content"))


def test_a_day_behind_the_author_is_that_of_the_article():
    corpus = hs.Corpus.from_texts([article("By Ida Vell | March 4, 2031")], format="news")
    assert [str(day) for day in corpus.documents.column("date")] == ["2031-03-04"]


@pytest.mark.parametrize(
    "line",
    [
        "By 4 March 2031 all boats had left.",
        "By Tuesday, March 4, the port was shut.",
        "By Monday nobody spoke of it, Vell said.",
    ],
)
def test_sentences_that_begin_with_by_are_no_bylines(line):
    assert kinds(f"{article()}\n\n{line}\n\n{MORE}", line) == ["paragraph"]


@pytest.mark.parametrize(
    ("author", "day"),
    [
        ("Ida Vell", "Tue 4 Mar 2031 16.45 GMT"),
        ("Ida Vell in Talvora", "Tue 4 Mar 2031 16.45 GMT"),
        ("Ida Vell (now) and Hal Orr (earlier)", "Mon 12 May 2031 11.20 BST"),
        ("Ida Vell with AFP, dpa", "March 4, 2031"),
    ],
)
def test_authors_above_a_day_have_a_byline(author, day):
    assert kinds(article(author, day), author, day) == ["byline", "header"]


@pytest.mark.parametrize("role", ["Political correspondent, Northern News", "Reporting from Oslo"])
def test_what_an_author_is_stands_below_the_name(role):
    assert kinds(article("By Ida Vell", role), "By Ida Vell", role) == ["byline", "byline"]


@pytest.mark.parametrize("line", ["ivell@talvora.example", "© VPS / Hal Orr", "3 min read"])
def test_a_dateline_is_found_below_other_lines(line):
    text = article("By Ida Vell", line, first=f"TALVORA — {LEDE}")
    assert ("dateline", "TALVORA —") in zones(text)


MOMENTS = """
Updated 3:45 PM EST
Updated at 10.40 GMT
5 hours ago
5h ago
10.58 BST
(18:00 GMT)
Issued on: 04/03/2031 - 14:22 Modified: 04/03/2031 - 14:20
Published 12 May 2031
Updated 45 mins ago
""".strip().splitlines()


@pytest.mark.parametrize("line", MOMENTS)
def test_hours_between_paragraphs_are_beside_the_body(line):
    assert kinds("\n\n".join([article("By Ida Vell"), line, MORE, SAID]), line) == ["header"]


@pytest.mark.parametrize(
    "line",
    [
        "12 January 2031",
        "March 2031",
        "The talks began at 10.58 and were over by noon.",
        "3 minutes later the ship sank.",
        "5 hours ago nobody knew her name, she said.",
        "Updated maps of 2031 were handed out.",
    ],
)
def test_days_and_sentences_with_hours_are_of_the_body(line):
    found = kinds("\n\n".join([article("By Ida Vell"), line, MORE, SAID]), line)
    assert found[0] in {"heading", "paragraph"}


def test_entries_told_hour_by_hour_have_titles():
    entries = ["11.20 BST", "Board meets at noon", MORE, "10.58 BST", "Vell: ‘Boats wait’", MORE]
    text = "\n\n".join([article("By Ida Vell"), *entries])
    expected = ["header", "heading", "paragraph"] * 2
    assert [zone for zone, _ in zones(text)][-6:] == expected


DATED = f"TALVORA, March 4 (Reuters) - {LEDE}"
POINTS = ["Council votes 14-3 for tolls", "Fishermen to strike from Friday", "Shares fall 4%"]


@pytest.mark.parametrize("title", ["Summary", "Key points", "KEY EVENTS"])
@pytest.mark.parametrize("first", [DATED, LEDE])
def test_points_without_bullets_are_paragraphs(title, first):
    text = article("By Ida Vell", title, *POINTS, first=first)
    assert kinds(text, title, *POINTS, LEDE) == ["heading", *["paragraph"] * 4]


@pytest.mark.parametrize("below", [["By Ida Vell"], ["Ida Vell", "4 March 2031"], []])
def test_a_sentence_under_the_headline_is_a_heading(below):
    line = "Fishermen say that they will leave the port if the tolls are raised."
    first = LEDE if below else DATED
    assert kinds(article(line, *below, first=first), line, LEDE) == ["heading", "paragraph"]


def test_a_first_paragraph_without_author_behind_it_is_one():
    text = article("By Ida Vell")
    assert ("paragraph", LEDE) in zones(text)
    assert kinds(article(), LEDE) == ["paragraph"]


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("Talvora CNN —", "Talvora", "CNN"),
        ("Port Lumen, Norland CNN —", "Port Lumen, Norland", "CNN"),
        ("Talvora CNN Business —", "Talvora", "CNN Business"),
    ],
)
def test_an_agency_without_brackets_closes_a_dateline(dateline, place, agency):
    text = article("By Ida Vell", first=f"{dateline} {LEDE}")
    corpus = hs.Corpus.from_texts([text], format="auto")
    table = corpus.zones()
    at = list(table.column("zone")).index("dateline")
    assert (table.column("place")[at], table.column("agency")[at]) == (place, agency)
    assert ("dateline", dateline) in zones(text, "auto")


@pytest.mark.parametrize(
    "line", ["In Norland PTI — that is, the party — won.", "Tue 4 Mar 2031 - 06:00"]
)
def test_other_words_before_a_dash_are_no_dateline(line):
    assert kinds(article("By Ida Vell", first=line), line) != ["dateline"]
    assert all(zone != "dateline" for zone, _ in zones(article("By Ida Vell", line)))


PAGE = """
RELATED ARTICLE Tolls split the coalition
View this post on Instagram
A post shared by Hal Orr (@halorr)
— Ida Vell (@idavell) March 4, 2031
Follow us on Facebook and Twitter
Got a tip? Email tips@northern.example
Get our morning newsletter. Sign up here
You’re reading the Norland Briefing newsletter. Get it sent to your inbox.
Free article usually reserved for subscribers
AI generated Text-to-speech
LISTEN · 4:12 4-Minute Listen
6 min read
Facebook
Copy link
Toggle more options
End of Article
""".strip().splitlines()


@pytest.mark.parametrize("line", PAGE)
def test_links_invitations_and_buttons_are_the_pages(line):
    assert kinds("\n\n".join([article("By Ida Vell"), line, MORE, SAID]), line) == ["note"]


@pytest.mark.parametrize(
    "line",
    """
Get our boats out of here, one fisherman shouted.
Follow us on this road, Vell told the crowd.
Thanks for reading the bill, she told the lawmakers.
Share on the farm fell by half, the minister said.
Related articles of the law were struck down in May.
Free articles of daily use were handed out.
Sign in hand, she walked to the pier on Tuesday.
Heard on every corner was the word strike.
You're reading this law the wrong way, Vell told the court.
Contact was lost at noon.
""".strip().splitlines(),
)
def test_sentences_that_begin_as_those_do_are_of_the_body(line):
    assert kinds("\n\n".join([article("By Ida Vell"), line, MORE]), line) == ["paragraph"]
    assert kinds("\n\n".join([article("By Ida Vell"), line]), line) == ["paragraph"]


@pytest.mark.parametrize(
    "box",
    [
        ["More on this story", "River towns count cost of floods", "Who pays for the pier?"],
        ["Related Topics", "Norland", "Floods"],
        ["Tags", "Foreign policy"],
        ["Media Contact:", "Hal Orr", "Orr Holdings", "555-0142", "press@orr.example"],
    ],
)
def test_boxes_below_an_article_are_no_part_of_it(box):
    text = "\n\n".join([article("By Ida Vell"), *box])
    assert kinds(text, *box) == ["trailer"] * len(box)


def test_a_heading_like_the_title_of_such_a_box_stays():
    text = "\n\n".join([article("By Ida Vell"), "Contacts", MORE, SAID])
    assert kinds(text, "Contacts") == ["heading"]


ALSO_NEWS = {
    "buttons above the first paragraph": article(
        "Ida Vell", "The Talvora Herald", "Mar 4, 2031", "Facebook", "Twitter", "Email"
    ),
    "a release": f"Press release\n\n4 March 2031\n\nBrussels\n\n{HEADLINE}\n\n{LEDE}\n\n{MORE}",
    "an author with station and day": article("Ida Vell · Northern News · Posted: Mar 04, 2031"),
}


@pytest.mark.parametrize("text", ALSO_NEWS.values(), ids=ALSO_NEWS)
def test_more_pages_are_news(text):
    corpus = hs.Corpus.from_texts([text], format="auto")
    assert list(corpus.documents.column("format")) == ["news"]


RUBRICS = [
    "Scoop: Council weighs new tolls",
    "By Ida Vell",
    "March 4, 2031",
    LEDE,
    "Why it matters: The port has never been shut for so long, officials said.",
    "Driving the news: The board meets on Friday, a spokesman said.",
    "The big picture: Tolls have doubled since 2019, the bank said.",
    "What's next: A vote in May, the board said.",
]


def test_headings_with_a_colon_are_no_turns():
    found = zones("\n\n".join(RUBRICS), "auto")
    assert [zone for zone, _ in found[:4]] == ["headline", "byline", "header", "paragraph"]
