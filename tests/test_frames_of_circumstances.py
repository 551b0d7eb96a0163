"""When, where and how somebody says something, which is none of what they say.

Passages are put together from a source, a circumstance and what is said. The parts are ours.
"""

from itertools import product

import hustings as hs
import pytest
from test_frames_of_reports import assert_told, parts

TIMES = """
|this week|last year|the next day|a day later|two days ago|years later|that night|late on Sunday
|moments before the vote|more than once|minutes later|the day before
"""
PLACES = (
    "online|back in 2019|ahead of the vote|prior to the vote|beside the grave|opposite the court"
)


@pytest.mark.parametrize("source", ["Priya Venkat", "the mayor"])
def test_what_stands_behind_the_speaker_is_none_of_the_name(source):
    rows = []
    for told in parts(TIMES + "|" + PLACES):
        if source != "Priya Venkat" and told in {"ahead of the vote", "prior to the vote"}:
            continue
        text = f"“It is not about money,” said {source} {told}."
        rows.append((text, [("It is not about money,", source)]))
    assert_told(rows)


def test_a_time_behind_the_verb_is_none_of_what_is_said():
    rows = []
    for source, verb, told in product(
        ["Mara Quill", "The ministry"], ["said", "told reporters"], parts(TIMES)
    ):
        rows += [
            (f"{source} {verb} {told}: “My door is open.”", [("My door is open.", source)]),
            (
                f"{source} {verb} {told} that the plan had failed.",
                [("the plan had failed", source)],
            ),
        ]
    assert_told(rows)


OPENINGS = """
|In a statement, |On Monday, |At a briefing in Orlow, |In a series of posts on X, |Earlier,
"""
CONTENTS = """
|about 300 people, including 40 children, were in the school
|taxes, fees and fines would rise
|inflation, at 7 percent, was too high
|police, medics and soldiers were at the port
"""


def test_what_is_said_begins_behind_its_verb_whatever_opens_the_sentence():
    rows = []
    for opening, content in product(parts(OPENINGS), parts(CONTENTS)):
        text = f"{opening.strip()} the ministry said {content}."
        rows.append((text, [(content, "the ministry")]))
    assert_told(rows)


PARTED = """
|two men, both in their 20s, broke in|the driver, 43, had been drinking
|three people, including a child, were killed|the firm, which is based in Vale, owes 40 million
"""


def test_who_is_told_of_is_none_of_the_source():
    rows = []
    for source, content in product(["police", "the ministry", "the lawsuit"], parts(PARTED)):
        rows.append((f"According to {source}, {content}.", [(content, source)]))
    for told in ("a nurse from Oban", "the mayor", "34, a nurse"):
        text = f"According to Ida Vell, {told}, no plan was made."
        rows.append((text, [("no plan was made", "Ida Vell")]))
    assert_told(rows)


TAILS = """
|on Monday|last year|on social media|in court|with a smile|for the first time|in an interview
|outside the court|on X|as police looked on
"""


def test_what_stands_behind_marks_is_none_of_what_is_within():
    rows = []
    for tail in parts(TAILS):
        text = f"Mara Quill called the deal “a sham” {tail}."
        rows.append((text, [("the deal “a sham”", "Mara Quill")]))
        if tail not in {"last year", "with a smile", "for the first time"}:
            text = f"The crowd chanted “Water for all” {tail}."
            rows.append((text, [("Water for all", "The crowd")]))
    assert_told(rows)


def test_what_belongs_to_a_judgement_is_of_it():
    rows = [
        ("Quill called the deal “a gift” to the banks.", "the deal “a gift” to the banks"),
        ("Quill called it “the worst” of all.", "it “the worst” of all"),
    ]
    assert_told([(text, [(content, "Quill")]) for text, content in rows])


LEADING = """
|In an interview on “Harbour Talk”, |Asked about the “green tax”, |Despite the “green tax”,
|As part of “Vision 2040”,
"""


@pytest.mark.parametrize("opening", parts(LEADING))
def test_marks_that_open_a_sentence_are_not_what_is_said(opening):
    (row,) = hs.quotations(
        [f"{opening.strip()} the ministry said prices would fall."], format="plain"
    )
    assert (row["content"], row["source"]) == ("prices would fall", "the ministry")


def test_who_is_asked_says_only_the_answer():
    for asked in ("if she would resign", "about the vote", "whether it was late"):
        (row,) = hs.quotations([f"Helen Marsh, asked {asked}, said: “No.”"], format="plain")
        assert (row["content"], row["cue"], row["source"]) == ("No.", "said", "Helen Marsh")


BEHIND = """
|, while residents said it was open|, but critics say it is late|, but added that it was safe
|, and promised that it would open
"""


@pytest.mark.parametrize("behind", parts(BEHIND))
def test_a_conjunction_is_of_the_report_that_it_opens(behind):
    found = hs.quotations([f"The road was closed, Mr Vell said{behind}."], format="plain")
    assert found["content"][0] == "The road was closed"
    assert len(found) == 2


@pytest.mark.parametrize("deed", ["but gave no details", "and left the room", "but named nobody"])
def test_a_deed_behind_a_report_is_none_of_it(deed):
    (row,) = hs.quotations([f"The tax would be cut, Mr Vell said, {deed}."], format="plain")
    assert row["content"] == "The tax would be cut"


VERBS = (
    "lacks cash|risks a strike|owns the port|matters to all|no longer makes sense|owed him money"
)


@pytest.mark.parametrize("verb", parts(VERBS))
def test_a_report_stands_between_a_subject_and_its_verb(verb):
    (row,) = hs.quotations([f"The airline, analysts say, {verb}."], format="plain")
    assert row["content"] == f"The airline {verb}"


CALLED = "it off|them in for talks|him up on Monday|it a day|it quits|her mother on Friday"


@pytest.mark.parametrize("called", parts(CALLED))
def test_a_call_that_judges_nobody_is_no_report(called):
    assert len(hs.quotations([f"Vell called {called}."], format="plain")) == 0


def test_whoever_says_so_is_the_one_before_an_age():
    texts = [
        "The body was found by Maja Hoss, 43, who said it was cold.",
        "The talks were attended by Anton de Brack, a baker from Vale, who said it was cold.",
    ]
    found = hs.quotations(texts, format="plain")
    assert found["source"] == ["Maja Hoss", "Anton de Brack"]


def test_a_sentence_in_brackets_is_read_as_any_other():
    article = (
        "Council keeps ferry\n\nOBAN, March 4 (Reuters) - It will run.\n\n({})\n\nIt is late.\n"
    )
    said = [
        ("“I was not there,” Vell said.", "I was not there,"),
        ("Vell said on Tuesday that he was not there.", "he was not there"),
    ]
    for sentence, content in said:
        found = hs.quotations([article.format(sentence)], format="news")
        assert (found["content"], found["source"]) == ([content], ["Vell"])
