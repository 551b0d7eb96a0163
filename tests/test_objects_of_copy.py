"""Noun phrases and judgements as contents in published copy, and what is none."""

import pytest
from test_reports import found

REPORTS = [
    (
        "The harbour board confirmed two more closures on Monday.",
        ("The harbour board", "confirmed", "two more closures on Monday"),
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
        "CAN said the rowers were not its members.",
        ("CAN", "said", "the rowers were not its members"),
    ),
]

NOTHING = [
    "Many laughed at the mayor's claim that the pier was safe.",
    "The closures, confirmed a day earlier, will last a week.",
    "Vell left, announcing a new ferry.",
    "The port released a report last year.",
    "The port considered moving the ferries.",
    "They consider a variety of things such as tides and winds.",
    "Vell said this during a visit to Norhaven.",
    "The college added 40 courses while closing 12 that were dear.",
    "The presence of the guards suggested that all was not well.",
    "Vell asked that her brother's name not be used because of the trial.",
    "A satellite sees the port grow as the sand moves.",
]


@pytest.mark.parametrize(("text", "report"), REPORTS)
def test_an_object_is_a_report(text, report):
    assert report in found(text)


@pytest.mark.parametrize("text", NOTHING)
def test_an_object_is_no_report(text):
    assert found(text) == []
