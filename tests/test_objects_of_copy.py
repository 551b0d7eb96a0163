"""Noun phrases and judgements as contents in published copy, and what is none."""

import pytest
from test_reports import found

REPORTS = [
    (
        "The harbour board confirmed two more closures on Monday.",
        ("The harbour board", "confirmed", "two more closures"),
    ),
    (
        "Vell announced a new ferry that will call at every island.",
        ("Vell", "announced", "a new ferry that will call at every island"),
    ),
    (
        "They cite the storm of 2031, when the pier broke.",
        ("They", "cite", "the storm of 2031"),
    ),
    (
        "Critics of the plan see dredging as a waste of money.",
        ("Critics of the plan", "see", "dredging as a waste of money"),
    ),
    (
        "The mayor called Friday's vote a \u201cfarce in three acts.\u201d",
        ("The mayor", "called", "Friday's vote a \u201cfarce in three acts.\u201d"),
    ),
    (
        "Vell called the board's work deeply disappointing.",
        ("Vell", "called", "the board's work deeply disappointing"),
    ),
    (
        "The plan is built on what it calls harbour diplomacy.",
        ("it", "calls", "harbour diplomacy"),
    ),
    (
        "The port described as \u2018cheap theatre\u2019 the protests of last week.",
        ("The port", "described", "as \u2018cheap theatre\u2019 the protests of last week"),
    ),
    (
        "The Ledger reported how four men had rowed out at night.",
        ("The Ledger", "reported", "how four men had rowed out at night"),
    ),
    (
        "Vell announced the new fares in a letter to the crews.",
        ("Vell", "announced", "the new fares"),
    ),
    (
        "She identified storms and silt as the two chief risks.",
        ("She", "identified", "storms and silt as the two chief risks"),
    ),
    (
        "Orr, who identified himself as a joiner, rowed on.",
        ("Orr", "identified", "himself as a joiner"),
    ),
    (
        "Vell confirmed the loss of two ferries and abandoned boats.",
        ("Vell", "confirmed", "the loss of two ferries and abandoned boats"),
    ),
    (
        "Vell promised a closer bond with Norland, if elected.",
        ("Vell", "promised", "a closer bond with Norland, if elected"),
    ),
    (
        "Vell criticised the board for the state of the pier.",
        ("Vell", "criticised", "the board for the state of the pier"),
    ),
    (
        "CAN said the rowers were not its members.",
        ("CAN", "said", "the rowers were not its members"),
    ),
]

NOTHING = [
    "Nobody heard its call for the crews to wait.",
    "The committee raised money for the pier.",
    "Vell left the hall, hailing the day as a triumph.",
    "Vell discovered that the pier was old.",
    "Many laughed at the mayor's claim that the pier was safe.",
    "The closures, confirmed a day earlier, will last a week.",
    "Vell left, announcing a new ferry.",
    "The port released a report last year.",
    "The port considered moving the ferries.",
    "They consider a variety of things such as tides and winds.",
    "Vell said this during a visit to Norhaven.",
    "The college added 40 courses while closing 12 that were dear.",
    "The presence of the guards suggested that all was not well.",
    "Vell asked that her brother's name not be used before the vote.",
    "A satellite sees the port grow as the sand moves.",
]


CLAUSES = [
    ("They read a report issued by the Harbour Centre that found Vell is wrong.", "Vell is wrong"),
    ("Orr and Mr. Vell say other ships are needed.", "other ships are needed"),
    ("Vell did, however, say she was ready to talk.", "she was ready to talk"),
    ("Vell accepted there was a place for the board.", "there was a place for the board"),
    ("Vell said of the cuts, they would go on for years.", "they would go on for years"),
    ("The statistics showed that nine boats sank.", "nine boats sank"),
    ("The report shows the mayor pressed the board.", "the mayor pressed the board"),
    ("Rule 9 of the Harbour Act 2001 states that nets are banned.", "nets are banned"),
    ("Pilots are asked: \u201cHow deep is the bay?\u201d", "How deep is the bay?"),
    ("He held a sign that simply said \u201cClosed for ever.\u201d", "Closed for ever."),
    ("Vell said that during that time, the port was shut.", "during that time, the port was shut"),
    (
        "Vell accused the board of hiding the cost, handing the mayor an easy win.",
        "the board of hiding the cost",
    ),
    ("Vell called on Orr to resign, the latest sign that he is alone.", "Orr to resign"),
    ("Vell suggested delaying the vote, but others want it now.", "delaying the vote"),
    ("Vell noted that nine boats sank and then blamed the crews.", "nine boats sank"),
    (
        "After Vell announced her shift to smaller ships, the yards were shut.",
        "her shift to smaller ships",
    ),
]


@pytest.mark.parametrize(("text", "content"), CLAUSES)
def test_a_clause_ends_where_the_narration_goes_on(text, content):
    assert content in [row[2] for row in found(text)]


def test_what_is_included_is_said_behind_the_speaker():
    rows = found("Sixty crews were held at the port, Vell said, including crews of four ferries.")
    assert (
        "Vell",
        "said",
        "Sixty crews were held at the port including crews of four ferries",
    ) in rows


@pytest.mark.parametrize(("text", "report"), REPORTS)
def test_an_object_is_a_report(text, report):
    assert report in found(text)


@pytest.mark.parametrize("text", NOTHING)
def test_an_object_is_no_report(text):
    assert found(text) == []


TOLD = [
    (
        'Speaking on Norland\'s "Harbour Week," Sen. Ann Vell, R-Ohio, said the plan was over.',
        ("Sen. Ann Vell", "said", "the plan was over"),
    ),
    (
        'Orr said on "Harbour News Sunday" that Vell still needs to go.',
        ("Orr", "said", "Vell still needs to go"),
    ),
    (
        "She sent a memo to owners saying she was sorry.",
        ("She", "saying", "she was sorry"),
    ),
    (
        "Vell later agreed with Orr, representing the crews, that the place was dark.",
        ("Vell", "agreed", "the place was dark"),
    ),
    (
        "The firm, which had once before warned it would sue, left.",
        ("The firm", "warned", "it would sue"),
    ),
    (
        "The board, which has called for calm and urged Orr to wait, said it was shut.",
        (None, "urged", "Orr to wait"),
    ),
    (
        "As the Ledger reported, the fire began at noon, according to the police.",
        ("the police", "according to", "the fire began at noon"),
    ),
    (
        "Vell called on the chief to resign in a heated exchange last month.",
        ("Vell", "called on", "the chief to resign"),
    ),
    (
        "Vell revealed she was born here \u2013 the third member of the board to be affected.",
        ("Vell", "revealed", "she was born here"),
    ),
]


MORE = [
    (
        "The committee raised concerns about the pier with the mayor.",
        ("The committee", "raised", "concerns about the pier"),
    ),
    (
        "Vell wrote to Orr insisting the map was wrong.",
        ("Vell", "insisting", "the map was wrong"),
    ),
    (
        "Emails show Orr and his aides in May pressed the board.",
        ("Emails", "show", "Orr and his aides in May pressed the board"),
    ),
    (
        "The mayor will say that the pier is safe.",
        ("The mayor", "say", "the pier is safe"),
    ),
    (
        "The crews called later to say he was among them.",
        ("The crews", "say", "he was among them"),
    ),
    (
        "At the summit, Vell pledges $6 million in aid to two islands.",
        ("Vell", "pledges", "$6 million in aid to two islands"),
    ),
    (
        "The pilot, according to statements made to the Ledger, found a box of coins.",
        ("statements", "according to", "The pilot found a box of coins"),
    ),
    (
        "Orr said the loss was \u201csmall\u201d but expects more to come.",
        ("Orr", "said", "the loss was \u201csmall\u201d"),
    ),
]


@pytest.mark.parametrize(("text", "report"), MORE)
def test_a_report_may_be_expected_or_stand_apart(text, report):
    assert report in found(text)


def test_a_label_behind_white_space_is_read_by_its_letters():
    text = " Elif Da\u011f, 71, was taken away: nobody knew why: so it was."
    assert found(text) == []
    turns = [" Da\u011f: It is over.", "Orr: Why?", "Da\u011f: It was time.", "Orr: I see."]
    rows = found("\n\n".join(turns))
    assert [row[0] for row in rows] == ["Da\u011f", "Orr", "Da\u011f", "Orr"]


@pytest.mark.parametrize(("text", "report"), TOLD)
def test_a_report_goes_as_far_as_it_is_told(text, report):
    assert report in found(text)


def test_what_somebody_is_called_within_a_report_needs_a_judgement():
    rows = found("The letter shows that a clerk called the board.")
    assert [row[1] for row in rows] == ["shows"]


def test_paragraphs_within_marks_end_with_who_says_them():
    text = '"The pier is old.\n\n"It was built in a hurry.\n\n"It will fall," Vell said on Monday.'
    (row,) = found(text)
    assert row == ("Vell", "said", "The pier is old. It was built in a hurry. It will fall,")


@pytest.mark.parametrize(
    "text",
    [
        "A man identified only as Orr was taken away.",
        "The hull has been identified as that of a ferry.",
        "Officials declined to identify the driver.",
        "The study identified three wrecks.",
        "The crew warned the port in May.",
    ],
)
def test_who_or_what_was_found_out_or_warned_is_no_report(text):
    assert found(text) == []
