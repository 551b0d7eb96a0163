# ruff: noqa: E501 - rows read best on one line
"""Where a content ends: where the clause around it or the narration goes on, and what is of it after all."""

import hustings as hs
import pytest
from test_reports import found

REPORTS = [
    # The clause around the report goes on.
    (
        "The man who police say stabbed two guards was arrested on Friday.",
        ("police", "say", "stabbed two guards"),
    ),
    (
        "The clerk who Vell says followed her has denied it.",
        ("Vell", "says", "followed her"),
    ),
    (
        "And despite Vell writing to the clubs, urging them to take part in the cup, Orr stayed at home.",
        (None, "urging", "them to take part in the cup"),
    ),
    (
        "Minister Kim Orr said that they hope it can open in May, but that the day depends on the firms.",
        ("they", "hope", "it can open in May"),
    ),
    # When and where it was asked, and what the narration adds behind a dash.
    (
        "The council called on Orr to resign as mayor after he signed the lease.",
        ("The council", "called on", "Orr to resign as mayor"),
    ),
    (
        "Owners asked Orr to wait until after the vote.",
        ("Owners", "asked", "Orr to wait until after the vote"),
    ),
    (
        "Vell called the plan \u201ca farce\u201d after an hour of talks.",
        ("Vell", "called", "the plan \u201ca farce\u201d"),
    ),
    (
        "Vell described Orr\u2019s plan as \u201cbold\u201d in a letter to the port on Friday.",
        ("Vell", "described", "Orr\u2019s plan as \u201cbold\u201d"),
    ),
    (
        "Vell said the pier would open in March \u2014 when the season is over.",
        ("Vell", "said", "the pier would open in March"),
    ),
    # A content that is no clause ends before one, or before circumstances.
    (
        "Vell denied the charge but the members walked out.",
        ("Vell", "denied", "the charge"),
    ),
    (
        "The crews expressed regret at the delay, given the cost of the ferry.",
        ("The crews", "expressed", "regret at the delay"),
    ),
    (
        "Vell asked Orr to stay in the post, yet their views on the pier had parted.",
        ("Vell", "asked", "Orr to stay in the post"),
    ),
    (
        "Vell said that Orr had asked to stay, yet their views on the pier had parted.",
        ("Vell", "said", "Orr had asked to stay"),
    ),
    (
        "Orr, who called the plan a joke, a farce and a lie, rowed on.",
        ("Orr", "called", "the plan a joke, a farce and a lie"),
    ),
    (
        "Vell called the plan \u201ca joke\u201d and left.",
        ("Vell", "called", "the plan \u201ca joke\u201d"),
    ),
    # A second verb has the subject of the cue.
    (
        "Officials have declared Orr the winner of the vote but have yet to show the figures.",
        ("Officials", "declared", "Orr the winner of the vote"),
    ),
    (
        "Vell called the plan a farce and ordered a halt.",
        ("Vell", "called", "the plan a farce"),
    ),
    (
        "Vell called the deal \u201ca farce\u201d but signed it on Monday.",
        ("Vell", "called", "the deal \u201ca farce\u201d"),
    ),
    (
        "He urged the port to halt the plan but was ignored.",
        ("He", "urged", "the port to halt the plan"),
    ),
    (
        "Vell did not say how big the gain would be but issued a note on Monday.",
        ("Vell", "say", "how big the gain would be"),
    ),
    # The narration goes on behind a dash.
    (
        "Vell told reporters she will go to the capital this week \u2014 one of many such visits that she has made.",
        ("Vell", "told", "she will go to the capital this week"),
    ),
    (
        "Vell said she wants to spend more on the harbour \u2014 addressing a painful issue for her party.",
        ("Vell", "said", "she wants to spend more on the harbour"),
    ),
    (
        "Vell said that a wall would calm the storms \u2014 an idea first floated by engineers of the navy.",
        ("Vell", "said", "a wall would calm the storms"),
    ),
    (
        "The board said it would cut its dues in a move that surprised many captains.",
        ("The board", "said", "it would cut its dues"),
    ),
    # In what it was said.
    (
        "The group claimed responsibility for the raid on its Telegram channel.",
        ("The group", "claimed", "responsibility for the raid"),
    ),
    (
        "The judge expressed concern over the deeds in his verdict.",
        ("The judge", "expressed", "concern over the deeds"),
    ),
    # The main clause goes on.
    (
        "Last month, after the coroner concluded that Orr had hidden the crates, she began to watch the pier.",
        ("the coroner", "concluded", "Orr had hidden the crates"),
    ),
    # Somebody else says so beside it.
    (
        "Managers said that new jobs would come, with two telling Reuters that the cranes were an excuse.",
        ("Managers", "said", "new jobs would come"),
    ),
    (
        "Managers said that new jobs would come, with two telling Reuters that the cranes were an excuse.",
        ("two", "telling", "the cranes were an excuse"),
    ),
    # What is of the content.
    (
        "Vell expressed his resolve to speed up work on the railway and make it a sign of friendship.",
        (
            "Vell",
            "expressed",
            "his resolve to speed up work on the railway and make it a sign of friendship",
        ),
    ),
    (
        "The plan emphasizes building trades in fields like big data, welding, integrated circuits and insurance.",
        (
            "The plan",
            "emphasizes",
            "building trades in fields like big data, welding, integrated circuits and insurance",
        ),
    ),
    (
        "According to Norgas, damaged lines were repaired at once, often at night.",
        ("Norgas", "According to", "damaged lines were repaired at once, often at night"),
    ),
    (
        "The test revealed Vell had been hurt, which meant that though he had no light, his boat had begun to drift.",
        (
            "The test",
            "revealed",
            "Vell had been hurt, which meant that though he had no light, his boat had begun to drift",
        ),
    ),
    (
        "Vell said the raids would not stop the port from moving people, and flights out were continuing.",
        (
            "Vell",
            "said",
            "the raids would not stop the port from moving people, and flights out were continuing",
        ),
    ),
    # Whoever is told is none of it.
    (
        "An official told Reuters news agency that boats had been sent to the island.",
        ("An official", "told", "boats had been sent to the island"),
    ),
    (
        "Nilo Orr told Kavala public radio workers were looking for victims.",
        ("Nilo Orr", "told", "workers were looking for victims"),
    ),
    # Sources.
    (
        "Sixty people have died in the floods, according to Admiralty officials.",
        (
            "Admiralty officials",
            "according to",
            "Sixty people have died in the floods",
        ),
    ),
    (
        "The captain and the mate both said the pier was safe.",
        ("The captain and the mate", "said", "the pier was safe"),
    ),
    (
        "Norland's ambassador to Lutonia said the pier was safe.",
        ("Norland's ambassador to Lutonia", "said", "the pier was safe"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_contents_end_where_the_report_does(text, expected):
    assert expected in found(text)


def pieces(text):
    table = hs.quotations([text], format="news")
    flat = table.column("content_spans")[0]
    return [text[start:end] for start, end in zip(flat[::2], flat[1::2], strict=True)]


CONDITIONS = [
    ("If the case fails, Vell said the union would appeal.", "If the case fails"),
    ("Should the suit succeed, Ann Vell said the dues would fall.", "Should the suit succeed"),
    ("Unless it rains, Vell warned that the wells would run dry.", "Unless it rains"),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_a_condition_before_a_report_is_of_what_is_said(text, condition):
    assert pieces(text)[0] == condition


@pytest.mark.parametrize(
    "text",
    ["When asked, Vell said the union would go on.", "If asked, Vell says the pier is shut."],
)
def test_what_is_told_of_the_telling_is_not(text):
    assert len(pieces(text)) == 1


GOING_ON = [
    "\u201cThe coast is safer,\u201d Vell said, according to a news release. \u201cToday is a good day.\u201d",
    "\u201cI have received justice,\u201d Ann Vell says, adding that her case took years. \u201cI am content.\u201d",
]


@pytest.mark.parametrize("text", GOING_ON)
def test_marks_go_on_behind_a_report_beside_theirs(text):
    table = hs.quotations([text], format="news")
    contents = dict(zip(table.column("cue"), table.column("content"), strict=True))
    assert contents["said" if "said" in contents else "says"].count(" ") >= 6
    assert None not in contents


def test_a_headline_may_end_with_the_paper_that_it_stands_in():
    text = "Vell Asked Whether Boats Were Launching Storms - Harbour News\n\nThe council met on Friday."
    assert pieces(text)[0] == "Boats Were Launching Storms"
