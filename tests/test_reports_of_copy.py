# ruff: noqa: E501 - rows read best on one line
"""Habits of wire and broadcast copy: marks, spaces, headlines and attributions that textbooks do not have."""

import pytest
from test_reports import found

REPORTS = [
    # Addressees and adverbials before the content.
    (
        "Vell told the county newspaper Orr had lied about the pier.",
        ("Vell", "told", "Orr had lied about the pier"),
    ),
    (
        "Vell told her weekly press conference the pier had been sold.",
        ("Vell", "told", "the pier had been sold"),
    ),
    (
        "The mill has said in the past it sells to anybody.",
        ("The mill", "said", "it sells to anybody"),
    ),
    (
        "They said by 2040 the harbour would be dry.",
        ("They", "said", "by 2040 the harbour would be dry"),
    ),
    (
        "Officials now believe with \u201chigh confidence\u201d that Orr sank the boat.",
        ("Officials", "believe", "Orr sank the boat"),
    ),
    (
        "Judge tells suspended mayor to keep away from the pier.",
        ("Judge", "tells", "suspended mayor to keep away from the pier"),
    ),
    (
        "Vell wrote in a letter seen by the Ledger that the pier was sold.",
        ("Vell", "wrote", "the pier was sold"),
    ),
    (
        "They estimated by 2050, more rain and higher tides would cost the port dear.",
        ("They", "estimated", "by 2050, more rain and higher tides would cost the port dear"),
    ),
    ("Orr appealed to owners for patience.", ("Orr", "appealed to", "owners for patience")),
    (
        "Orr apologised for any harm but insisted he had been right.",
        ("Orr", "apologised for", "any harm"),
    ),
    ("Mr Marl, 74, blamed the weather.", ("Mr Marl", "blamed", "the weather")),
    (
        "Two officials say new intelligence shows that Orr sank it.",
        ("new intelligence", "shows", "Orr sank it"),
    ),
    # Adjectives, nouns, beginnings.
    (
        "Vell was clear that the pier would stay shut.",
        ("Vell", "clear", "the pier would stay shut"),
    ),
    (
        "She is worried too many boats are moored there.",
        ("She", "worried", "too many boats are moored there"),
    ),
    (
        "Farmers are concerned the ministry will close the locks.",
        ("Farmers", "concerned", "the ministry will close the locks"),
    ),
    (
        "The warden's view was that it was too late to dredge.",
        ("The warden", "view", "it was too late to dredge"),
    ),
    (
        "Three towns have started asking owners to pay for the dam.",
        ("Three towns", "asking", "owners to pay for the dam"),
    ),
    (
        "Orr became the latest senator to call on the governor to resign.",
        ("Orr", "call on", "the governor to resign"),
    ),
    ("Vell was being urged to sell the pier.", (None, "urged", "to sell the pier")),
    (
        "The port authority notes, \u201cSilt costs more than storms do.\u201d",
        ("The port authority", "notes", "Silt costs more than storms do."),
    ),
    (
        "Court rules fishing in the harbour is legal.",
        ("Court", "rules", "fishing in the harbour is legal"),
    ),
    ("The union offered to chair new talks.", ("The union", "offered", "to chair new talks")),
    ("The findings show rain fell in May.", ("The findings", "show", "rain fell in May")),
    # Attributions behind and between.
    (
        "\u201cLost,\u201d is how one captain described the fleet.",
        ("one captain", "described", "Lost,"),
    ),
    (
        'The dam would be "the work of an age" she added.',
        ("she", "added", 'The dam would be "the work of an age"'),
    ),
    (
        "His client, said the lawyer, Hans Mont, was a friend of the court.",
        ("the lawyer, Hans Mont", "said", "His client was a friend of the court"),
    ),
    (
        "The record will embolden her rivals in the Senate, said Dean Farr, a planner who knew her.",
        ("Dean Farr", "said", "The record will embolden her rivals in the Senate"),
    ),
    (
        "Orr sold the pier, Vell said at a hearing in the capital on Monday, according to the Ledger.",
        (
            "the Ledger",
            "according to",
            "Orr sold the pier, Vell said at a hearing in the capital on Monday",
        ),
    ),
    (
        "The mayor, according to two aides close to him, would sell the pier.",
        ("two aides close to him", "according to", "The mayor would sell the pier"),
    ),
    (
        "The pier was never for sale, two officials familiar with the talks told the Ledger.",
        ("two officials familiar with the talks", "told", "The pier was never for sale"),
    ),
    *(
        (
            f"The pier was never for sale, {whoever} {said}.",
            (whoever, said.split(" ")[0], "The pier was never for sale"),
        )
        for whoever in (
            "the U.S.-based bank",
            "a U.S.-backed group",
            "the U.K.-led mission",
            "Gov.-elect Ida Vell",
            "an official with the ministry",
            "two analysts with Oban Bank",
        )
        for said in (
            "said",
            "said on Monday",
            "said but did not elaborate",
            "said without elaborating",
        )
    ),
    *(
        (
            f"Vell reaffirmed {when} her country's intention to join the bloc.",
            ("Vell", "reaffirmed", "her country's intention to join the bloc"),
        )
        for when in ("in May", "in late May", "in early March 2031", "in mid-June", "on Monday")
    ),
    (
        "Others reported being logged off the page.",
        ("Others", "reported", "being logged off the page"),
    ),
    (
        "A doctor with 30 years of practice said it was late.",
        ("A doctor", "said", "it was late"),
    ),
    (
        "A person with close knowledge of the talks said the pier was never for sale.",
        ("A person with close knowledge of the talks", "said", "the pier was never for sale"),
    ),
    (
        "The pier was never for sale, according to two people with direct knowledge of the sale.",
        (
            "two people with direct knowledge of the sale",
            "according to",
            "The pier was never for sale",
        ),
    ),
    (
        "Just Fix Piers described the sale as \u201ca gift to the rich.\u201d",
        ("Just Fix Piers", "described", "the sale as \u201ca gift to the rich.\u201d"),
    ),
    (
        "In a note signed that day, both towns pledged to share the water.",
        ("both towns", "pledged", "to share the water"),
    ),
    # Where the content ends.
    (
        "Vell said \u201cthe flood is over\u201d in discussing the dam on the radio.",
        ("Vell", "said", "the flood is over"),
    ),
    (
        "Vell said there would be no sale and rejected the offer of a loan.",
        ("Vell", "said", "there would be no sale"),
    ),
    (
        "Vell said the sale was \u201ca gift\u201d to the town, which she argued would never pay for it.",
        ("Vell", "said", "the sale was \u201ca gift\u201d to the town"),
    ),
    (
        "Vell said he was \u201csad\u201d about the bridge in the port's ledger.",
        ("Vell", "said", "he was \u201csad\u201d about the bridge in the port's ledger"),
    ),
    (
        "One envoy told the Ledger some ministers want the plan but fear the cost of it.",
        ("One envoy", "told", "some ministers want the plan but fear the cost of it"),
    ),
    (
        'The mayor says: "It is silt", blaming the winter for it.',
        ("The mayor", "says", "It is silt"),
    ),
    (
        "Orr accused the port of hiding the bill, hours after the pier fell.",
        ("Orr", "accused", "the port of hiding the bill"),
    ),
    (
        "Vell called on the governor to resign, the first member of the party to do so.",
        ("Vell", "called on", "the governor to resign"),
    ),
    (
        "Orr accused Vell of siding with the port, and at a fair last week he called her \u201ca fraud.\u201d",
        ("Orr", "accused", "Vell of siding with the port"),
    ),
    (
        "The port said it was reading the bill and could not say when it would pay.",
        ("The port", "said", "it was reading the bill and could not say when it would pay"),
    ),
    (
        "The mayor ruled out a sale after a week in which two of her aides accused each other of theft.",
        ("The mayor", "ruled out", "a sale"),
    ),
    (
        "That plan will cost her the seat, said Dean Farr, a planner who worked on the last one.",
        ("Dean Farr", "said", "That plan will cost her the seat"),
    ),
    # Three spaces where a dash was lost.
    (
        "Her boat, the Ann, 17   which was moored here   had sunk, the owner said.",
        ("the owner", "said", "Her boat, the Ann, 17 which was moored here had sunk"),
    ),
    (
        "The port refuses to open its books   saying they have always been kept shut.",
        ("The port", "saying", "they have always been kept shut"),
    ),
]

NONE = [
    "For Vell, is it a new beginning?",
    "He refused to answer further questions on the pier.",
    "A judge declined to jail the clerk before the trial.",
    "The senator joined calls for a probe into the pier.",
    "The sum is far below the four million requested by the port.",
    "The old rites are kept, as far as the state of the temple allows.",
    "The firm bought the pier, highlighting the importance of the harbour.",
    "It is clear that the pier is old.",
    "He would have been jailed for longer had he denied the charge.",
    "The dredging put the whole pier at risk.",
    "Orr cast doubt on the count.",
]


@pytest.mark.parametrize(("sentence", "report"), REPORTS, ids=[row[0][:50] for row in REPORTS])
def test_a_report_of_real_copy_is_found(sentence, report):
    assert report in found(sentence)


@pytest.mark.parametrize("sentence", NONE)
def test_what_real_copy_says_without_reporting_is_none(sentence):
    assert found(sentence) == []


def test_paragraphs_of_one_quotation_that_no_line_divides_are_one_record():
    text = (
        'Vell said: "The pier is shut. It will stay so. "The boats have gone. "And the dam leaks." '
        'Her words were echoed by Orr, who said: "It is over. "So be it." The port is closed.'
    )
    contents = [content for _, _, content in found(text)]
    assert contents == [
        "The pier is shut. It will stay so. The boats have gone. And the dam leaks.",
        "It is over. So be it.",
    ]


def test_long_prose_with_three_spaces_is_no_row_of_a_table():
    text = (
        "Harbour to close\n\nThe harbour will close in May, the port said on Friday.\n\nThe owner, Ann Vell, "
        "said on Friday that nobody had told her that her brother's boat, the Gull   which was moored at the long pier for nine years   had never been "
        "insured. She sold it.\n\nPorts   2029   2030"
    )
    rows = found(text, "news")
    assert [row[0] for row in rows][:2] == ["the port", "The owner, Ann Vell"]
    assert rows[1][2].endswith("had never been insured")


HEADLINES = [
    ("U.S. Officials: Vell Personally Involved in Harbor Hack", ("U.S. Officials", None)),
    ("Energy minister: Not one tree will be lost to the mine", ("Energy minister", None)),
    ("Vell on \u2018Late Hour\u2019: \u2018The flood is over\u2019", ("Vell", "The flood is over")),
    ("Former minister broke the rules on lobbying, watchdog finds", ("watchdog", None)),
    ("Harbour dues \u2018must be lower\u2019", (None, "Harbour dues \u2018must be lower\u2019")),
    ("New \u2018green lane\u2019 for boats opens in the harbour", None),
    ("Feature: New port brings sea closer", None),
    ("Harbour forum: three towns plan a lane", None),
]


@pytest.mark.parametrize(("headline", "report"), HEADLINES)
def test_a_headline_names_who_speaks_or_what_it_is(headline, report):
    text = f"{headline}\n\nVell was personally involved in the hack of the harbor, officials found in May."
    rows = [row for row in found(text, "news") if row[2] in headline]
    if report is None:
        assert rows == []
        return
    source, content = report
    assert [row[0] for row in rows] == [source]
    assert content is None or rows[0][2] == content


FIRMS = [
    ("Growth will slow, Moody's writes in a report.", "Moody's", "Growth will slow"),
    ("In a report, Moody's forecasts that growth will slow.", "Moody's", "growth will slow"),
    ("Growth will slow, according to Moody's.", "Moody's", "Growth will slow"),
    ("Moody's economists said growth will slow.", "Moody's economists", "growth will slow"),
    ("The port will be closed, the son of Lloyd's keeper said.", "the son of Lloyd's keeper", None),
]


@pytest.mark.parametrize(("text", "source", "content"), FIRMS)
def test_firms_whose_names_end_like_a_possessive(text, source, content):
    rows = found(text)
    assert [row[0] for row in rows] == [source]
    assert content is None or rows[0][2] == content


URGED = [
    ("The minister stressed keeping the ports open.", "keeping the ports open"),
    ("She emphasised training and paying more pilots.", "training and paying more pilots"),
    ("He underlined the need to act.", "the need to act"),
    ("The minister stressed the funding of the ports.", "the funding of the ports"),
    ("The findings underline the danger.", None),
    ("Vell left, underlining the danger.", None),
]


@pytest.mark.parametrize(("text", "content"), URGED)
def test_what_is_stressed_is_to_be_done(text, content):
    assert [row[2] for row in found(text)] == ([content] if content else [])
