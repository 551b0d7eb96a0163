# ruff: noqa: E501 - rows read best on one line
"""Frames in which somebody judges or says something, each with words of its kind in turn."""

import re

import hustings as hs
import pytest


def rows(text):
    return [
        (row["source"], row["cue"], row["content"]) for row in hs.quotations([text], format="plain")
    ]


JUDGED = ["described", "hailed", "touted", "condemned", "criticised", "dismissed", "denounced", "praised"]  # fmt: skip


@pytest.mark.parametrize("verb", JUDGED)
@pytest.mark.parametrize(
    "text",
    [
        "The plan, {} by Ida Vell as \u201ca gift,\u201d was dead.",
        "A plan {} by Ida Vell as \u201ca gift\u201d was dead.",
    ],
)
def test_a_participle_tells_as_what_somebody_judges_a_thing(verb, text):
    ((source, cue, content),) = rows(text.format(verb))
    assert (source, cue) == ("Ida Vell", verb)
    assert content.rstrip("\u201d,") == "as \u201ca gift"


@pytest.mark.parametrize("verb", ["called", "dubbed", "labelled", "branded"])
def test_marks_before_by_are_what_somebody_calls_a_thing(verb):
    ((source, cue, content),) = rows(f"The plan, {verb} \u201ca gift\u201d by Ida Vell, was dead.")
    assert (source, cue, content) == ("Ida Vell", verb, "a gift")


@pytest.mark.parametrize(
    "text",
    [
        "The film, praised by critics, won.",
        "The plan, described by Ida Vell, was dead.",
        "A law known as \u201cthe gag law\u201d by critics was passed.",
    ],
)
def test_a_participle_without_a_judgement_in_marks_reports_nothing(text):
    assert not rows(text)


def test_whoever_describes_somebody_may_stand_behind_the_marks():
    told = rows("Ida Vell was described as \u201cbrave\u201d by Karl Moe.")
    assert told == [("Karl Moe", "described", "Ida Vell as \u201cbrave\u201d")]


@pytest.mark.parametrize("heard", ["the court heard", "an inquest heard", "the court was told"])
@pytest.mark.parametrize(
    ("told", "inner"),
    [
        ("Vell said she had left", ("Vell", "said", "she had left")),
        ("Vell told police that she had left", ("Vell", "told", "she had left")),
        ("Vell promised to pay", ("Vell", "promised", "to pay")),
    ],
)
def test_what_a_court_heard_ends_what_is_told_within(told, inner, heard):
    cue = "told" if heard.endswith("told") else "heard"
    assert set(rows(f"{told}, {heard}.")) == {(None, cue, told), inner}


def test_according_to_may_stand_between_a_verb_and_that():
    told = rows("Vell said, according to the Oban Times, that the plan was dead.")
    assert ("Vell", "said", "the plan was dead") in told
    assert ("the Oban Times", "according to", "Vell said that the plan was dead") in told


@pytest.mark.parametrize("verb", ["warned", "cautioned", "predicted", "declared", "warns", "believes"])  # fmt: skip
@pytest.mark.parametrize("behind", [".", ", an economist at Ostar."])
def test_a_verb_with_other_objects_may_stand_before_who_says_it(verb, behind):
    told = rows(f"Prices could rise, {verb} Ida Vell{behind}")
    assert told == [("Ida Vell", verb, "Prices could rise")]


def test_what_is_done_to_somebody_in_a_list_is_no_report():
    assert not rows("Moe entered the hall, warned Ida Vell, and left.")


def test_what_somebody_had_to_say_stands_behind_a_colon():
    told = rows("Vell had this to say: \u201cThe plan is dead.\u201d")
    assert told == [("Vell", "say", "The plan is dead.")]


OPENINGS = re.findall(
    r"\w+",
    """
What How Why Whatever Whoever Whichever Wherever Whenever Whilst Unlike Either Besides Given Considering Excluding Past
Above Below Off Up Maybe None Second Next Last Hence Otherwise Sometimes Usually Very Joining Facing Meeting Backing
Calling Asked Told Backed Joined Accompanied Led Inspired Embattled Disgraced Outgoing Longtime Ousted Jailed Exiled
Ailing Defiant Angry Weary Young Old Thanks Yes Sorry If Although Once Because Despite Then Yet So Today""",
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_word_that_opens_a_sentence_is_no_part_of_the_name_behind_it(opening):
    text = f"Karl Moe came on Monday.\n\n{opening} Ida Vell came to the hall on Sunday. She said it was late.\n\n\u201cWe are done,\u201d Vell said."
    assert hs.quotations([text], format="plain")[-1]["speaker"] == "Ida Vell"


@pytest.mark.parametrize("name", ["May Ida", "Young Orr", "Long Orr"])
def test_a_word_that_is_a_name_as_well_opens_one(name):
    (row,) = hs.quotations([f"{name} Vell said it was late."], format="plain")
    assert row["speaker"] == f"{name} Vell"
