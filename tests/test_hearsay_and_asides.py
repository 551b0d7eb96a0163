# ruff: noqa: E501 - rows read best on one line
"""Reports told by hearsay, denials in pairs, and what stands beside a report and is none.

The habits are of copy by agencies and broadcasters that other hands annotated; the sentences are ours, and what
a reader of docs/annotation.md would mark stands beside each.
"""

import hustings as hs
import pytest
from test_reports import found

REPORTS = [
    # Of whom others say that they said so.
    (
        "Vell is reported to have told the board in private that the port was shut.",
        ("Vell", "told", "the port was shut"),
    ),
    (
        "Orr, who is reported to have warned the port in May that the pier was weak, left.",
        ("Orr", "warned", "the pier was weak"),
    ),
    (
        "The mayor was said to have called the plan a farce.",
        ("The mayor", "called", "the plan a farce"),
    ),
    # Behind the title of a broadcast, and behind dashes.
    (
        'Ida Vell told NTV\'s "Harbour Hour" program that Norland could not be a partner.',
        ("Ida Vell", "told", "Norland could not be a partner"),
    ),
    (
        "Ida Vell told NTV\u2019s \u201cHarbour Hour\u201d that Norland could not be a partner.",
        ("Ida Vell", "told", "Norland could not be a partner"),
    ),
    (
        "Norland Lines has warned 360 of its sailors — nearly half its staff — that they could lose their jobs.",
        ("Norland Lines", "warned", "they could lose their jobs"),
    ),
    (
        'She asked a lawyer for Orr County, Norl., "Do you think the pier was closed?"',
        ("She", "asked", "Do you think the pier was closed?"),
    ),
    (
        'Mayor Vell told reporters before she left the port for the talks that she was "thinking about" it.',
        ("Mayor Vell", "told", 'she was "thinking about" it'),
    ),
    (
        'Vell said there would be "no rash moves" by the port which he said "would not do that."',
        ("Vell", "said", 'there would be "no rash moves" by the port'),
    ),
    (
        'Vell said it was "not a credible offer" as he said the port had been closed.',
        ("Vell", "said", 'it was "not a credible offer"'),
    ),
    (
        "Experts say it could undermine other treaties and speed an erosion of trust.",
        ("Experts", "say", "it could undermine other treaties and speed an erosion of trust"),
    ),
    (
        "In the poll, 55 percent said they approved of the mayor while 39 percent disapproved.",
        ("55 percent", "said", "they approved of the mayor"),
    ),
    (
        "They said they approved of the mayor, down from 56 percent in May.",
        ("They", "said", "they approved of the mayor"),
    ),
    (
        "The leaders of Norland, Pellia and the Isles said it was late.",
        ("The leaders of Norland, Pellia and the Isles", "said", "it was late"),
    ),
    (
        "The 70-year-old retired banker said it was late.",
        ("The 70-year-old retired banker", "said", "it was late"),
    ),
    (
        "Many firms that obtained a coveted state loan say they won't use it.",
        ("Many firms", "say", "they won't use it"),
    ),
    (
        "Some insiders confidentially question whether Vell can pass his plan.",
        ("Some insiders", "question", "Vell can pass his plan"),
    ),
    ("Vell vows to veto that resolution.", ("Vell", "vows", "to veto that resolution")),
    (
        "Vell thought that half would be forgiven, while 15% didn't know.",
        ("Vell", "thought", "half would be forgiven"),
    ),
    (
        "Vell said the council would back the bill when asked about it on Friday.",
        ("Vell", "said", "the council would back the bill"),
    ),
    (
        "While sailors wouldn't say which ships they would sail, Sen. Ida Vell, D-Oban, who chairs the council, said it was late.",
        ("sailors", "say", "which ships they would sail"),
    ),
    (
        "Vell said he was not in the port - something the mayor has called a farce.",
        ("Vell", "said", "he was not in the port"),
    ),
    (
        "Wednesday's vote was the first, said Ida Vell, a law professor.",
        ("Ida Vell", "said", "Wednesday's vote was the first"),
    ),
    ("June was late, said Ida Vell.", ("Ida Vell", "said", "June was late")),
    (
        "But as some local critics noted, sailors have received a rise.",
        ("some local critics", "noted", "sailors have received a rise"),
    ),
    (
        'Orr told her the crews "weren\'t late".',
        ("Orr", "told", 'the crews "weren\'t late"'),
    ),
    (
        "Orr told her people would die if the port was not closed.",
        ("Orr", "told", "people would die if the port was not closed"),
    ),
    (
        "The police were not able to say whether he was alive.",
        ("The police", "say", "he was alive"),
    ),
    (
        'Senator Ida Vell warned on NTV\'s "Face the Port" that talks were at an impasse.',
        ("Senator Ida Vell", "warned", "talks were at an impasse"),
    ),
    (
        'Vell vowed - among other things - to "get rid of the port".',
        ("Vell", "vowed", 'to "get rid of the port"'),
    ),
    (
        "Vell said the port should be careful, after Norland said it was ready.",
        ("Vell", "said", "the port should be careful"),
    ),
    (
        "Vell said the ship sank, after it left the port.",
        ("Vell", "said", "the ship sank, after it left the port"),
    ),
    (
        'In the poll, 45 percent said Vell "should be sued," compared with 37 percent in May.',
        ("45 percent", "said", 'Vell "should be sued,"'),
    ),
    (
        "A woman who accused Vell of harassing her after she appeared on his show sued him.",
        ("A woman", "accused", "Vell of harassing her after she appeared on his show"),
    ),
    (
        "From his office on the top-rated network, Vell has advocated restraint, and resisted the call.",
        ("Vell", "advocated", "restraint"),
    ),
    (
        "Vell left, with some critics accusing Orr of racism, even as talks continued.",
        ("some critics", "accusing", "Orr of racism"),
    ),
    (
        "President Donal Trask insisted on Sunday \u201cI\u2019m not a racist\u201d in response to reports that he had left.",
        ("President Donal Trask", "insisted", "I\u2019m not a racist"),
    ),
    (
        "Senator David Orr, who last week had said he did not recall whether Vell made the comment, was more explicit on Sunday.",
        ("he", "recall", "Vell made the comment"),
    ),
    (
        "Norland said it no longer considers the settlements to be a crime.",
        ("it", "considers", "the settlements to be a crime"),
    ),
    # A noun before words within marks.
    (
        'Vell\'s takeaway was that "the port is standing down."',
        ("Vell", "takeaway", "the port is standing down."),
    ),
    (
        'It was a change from his warning a day earlier that "if the port closes, many will suffer."',
        ("his", "warning", "if the port closes, many will suffer."),
    ),
    # Where the narration goes on.
    (
        "Vell has said Orr had papers, and in his interview with VPS on Wednesday suggested that they were stolen.",
        ("Vell", "said", "Orr had papers"),
    ),
    (
        "Hours after saying he admired the plan of his former aide Rolf Orr, Vell stood with the mayor.",
        (None, "saying", "he admired the plan of his former aide Rolf Orr"),
    ),
    (
        'Vell said he could "understand where Orr is coming from" and took a jab at the council.',
        ("Vell", "said", 'he could "understand where Orr is coming from"'),
    ),
    (
        "Vell wrote that he did not think it could happen, hours after sailors attacked the plan.",
        ("Vell", "wrote", "he did not think it could happen"),
    ),
    (
        "Sailors had expected to return to the docks last week, after the mayor opened them.",
        ("Sailors", "expected", "to return to the docks last week"),
    ),
    (
        "Vell has repeatedly denied the allegation as has the port.",
        ("Vell", "denied", "the allegation"),
    ),
    (
        "Vell criticized Rolf Orr on Thursday for lying to the council but found reason to praise him, too.",
        ("Vell", "criticized", "Rolf Orr on Thursday for lying to the council"),
    ),
    (
        "Vell criticized the timing of the hearing saying it should have been held later.",
        ("Vell", "saying", "it should have been held later"),
    ),
]


@pytest.mark.parametrize(("text", "report"), REPORTS)
def test_reports_are_found_whole(text, report):
    table = hs.quotations([text])
    assert report in list(zip(table["source"], table["cue"], table["content"], strict=True))


DENIED = [
    (
        "Vell neither denied that the port was shut nor said when it would open.",
        [("denied", "the port was shut"), ("said", "when it would open")],
    ),
    (
        "The ministry has neither confirmed nor denied that the port was shut.",
        [("denied", "the port was shut")],
    ),
    ("Officials would neither confirm nor deny the report.", [("deny", "the report")]),
    ("Vell did not confirm or deny the claim.", [("deny", "the claim")]),
]


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_verbs_are_denied_together(text, expected):
    table = hs.quotations([text])
    assert list(zip(table["cue"], table["content"], strict=True)) == expected
    assert list(table["negated"]) == [True] * len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The port's economy is slowing as the storm nears, threatening to close the pier.",
        "The delays are keeping fares high and threatening to hurt trade.",
        "But as long as the ad doesn't urge sailors to vote against the mayor, the group can go on.",
        "Jobless claims also declined in Oban and Norland.",
        "And even counting that hiring gain, the port has regained only a third of its jobs.",
        "Norland shops have prepared a big push, hoping to prevent losses that could flood the port.",
        "During the hearing, sailors criticized the mayor's response to the storm, which has led to 107 deaths.",
        "He offered a pardon to any sailor who requested one.",
        "His Norland Party threatens to erupt into war.",
        "It challenges Vell's 2031 decision to provide relief.",
        "He should have suggested to Orr that it was late.",
        "It demonstrates that Vell is not above the law.",
        "Facts have proven that the port was late.",
        "History has shown that ports decay.",
        '"It was only luck, I think, that saved us."',
        '"The port is, in my view, the heart of the town."',
    ],
)
def test_asides_are_no_reports(text):
    assert [row for row in found(text) if row[1]] == []


def test_a_noun_before_marks_is_no_verb():
    text = 'Jobless claims "are stalled at a new high," said Ida Vell, an economist at Orr Bank.'
    table = hs.quotations([text])
    assert list(table["content"]) == ['Jobless claims "are stalled at a new high,"']
    assert list(table["speaker"]) == ["Ida Vell"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nut & Bolt said it was late.", ["Nut & Bolt"]),
        ("Bolt Nut & Beyond said it will close 200 shops.", ["Bolt Nut & Beyond"]),
        ("The chief of Nut & Bolt, Ida Vell, said it was late.", ["Ida Vell"]),
        ("Orr and Harry's said it is standing with the campaign.", ["Orr and Harry's"]),
        ("Hours after saying it was late, Vell left.", ["Vell"]),
        (
            "Orr Group Ltd ORR.L said it was fine. Orr Group said it would grow.",
            ["Orr Group Ltd"] * 2,
        ),
    ],
)
def test_names_of_firms(text, names):
    assert list(hs.quotations([text])["speaker"]) == names


def test_a_line_that_leads_to_another_article_is_a_note():
    lead = "Pier hearing live: port director Vell says no plan to close it Read more"
    text = f"Port director to testify\n\nThe director is due on Monday.\n\n{lead}\n\nIt is late, the mayor said.\n"
    table = hs.Corpus.from_texts([text], format="news").zones()
    spans = zip(table["zone"], table["start"], table["end"], strict=True)
    assert "note" in [zone for zone, start, end in spans if text[start:end] == lead]


HEADING = "Treaty ends\n\nOBAN (VPS) - The treaty ended.\n\n{}\n\n\u201cA serious mistake has been made in Oban,\u201d Norland's foreign minister, Ida Vell, said.\n"


@pytest.mark.parametrize(
    "heading", ["\u2018SERIOUS MISTAKE\u2019", "\u2018SERIOUS MISTAKE\u2019 IN OBAN"]
)
def test_a_heading_in_marks_is_said_by_who_says_it_below(heading):
    table = hs.quotations([HEADING.format(heading)], format="news")
    assert [words.lower() for words in table["content"]][:1] == ["serious mistake"]
    assert list(table["speaker"]) == ["Ida Vell", "Ida Vell"]


def test_a_heading_in_marks_that_nobody_says_is_nobodys():
    table = hs.quotations([HEADING.format("\u2018HARBOUR BLUES\u2019")], format="news")
    assert len(table["content"]) == 1


NAMESAKES = """Vell's son leaves board

OBAN (VPS) - Rolf Vell, the son of presidential candidate Ida Vell, will leave the board, his lawyer said on Sunday.

Rolf said he had done nothing wrong. Vell said she was proud of her son.
"""


def test_a_surname_alone_is_of_whom_no_given_name_is_called_alone():
    speakers = list(hs.quotations([NAMESAKES], format="news")["speaker"])
    assert speakers[1:] == ["Rolf Vell", "Ida Vell"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It is known to the NATO Western military alliance as SSC-8, Vell said. NATO said it was late.",
            ["Vell", "NATO"],
        ),
        ("One port official said it was late.", ["one port official"]),
        ("The official NCNA news agency said it was late.", ["NCNA news agency"]),
        (
            "A similar lawsuit said it was late. The lawsuit said it was new.",
            ["lawsuit", "lawsuit"],
        ),
        (
            "A statement from the Oban Foreign Ministry said it was late.",
            ["Oban Foreign Ministry"],
        ),
        (
            'President Ida Vell said it was late. "It is late," the official said.',
            ["Ida Vell", "official"],
        ),
        (
            "President Donal Trask said it was late.\n\nDonal J. Trask (@realTrask) March 3\n\n\u201cIt is late,\u201d Trask wrote.",
            ["Donal Trask"] * 2,
        ),
        (
            "A senior port official said on Monday that the boat was not right, as Port Secretary Ida Vell has it.\n\nRolf Orr, who left the port, said it was late.",
            ["senior port official", "Rolf Orr"],
        ),
        ("Bank of Norland analysts said it was late.", ["Bank of Norland analysts"]),
        (
            'A high-ranking port official said it is "not acceptable."\n\n"That is not acceptable," Joyce Barr, the port\'s chief officer, said.',
            ["Joyce Barr", "Joyce Barr"],
        ),
        (
            'A port official said it is "not acceptable."\n\n"That is not acceptable," Ida Vell, a singer and dancer, said. "Not acceptable," the mayor, Rolf Orr, said.',
            ["port official", "Ida Vell", "Rolf Orr"],
        ),
        ("NATO members Britain and Poland blamed Oban.", ["Britain and Poland"]),
        (
            "Sen. Mike Vell said it was late. He and Sen. Rolf Orr announced a plan.",
            ["Mike Vell", "Mike Vell and Rolf Orr"],
        ),
    ],
)
def test_names_within_longer_ones_and_beside_others(text, names):
    assert list(hs.quotations([text])["speaker"]) == names


def test_who_took_a_picture_and_what_it_shows_is_a_note():
    caption = (
        'Image copyright VPS Image caption Ida Vell threatened Oban with "duties like never before"'
    )
    text = f"Vell threatens tariffs\n\n{caption}\n\nIt was late, the council said.\n"
    assert list(hs.quotations([text], format="news")["source"]) == ["Vell", "the council"]
