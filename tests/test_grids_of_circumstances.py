# ruff: noqa: E501 - rows read best on one line
"""Where, when and in what something was said, each between a verb and its content and behind them."""

import hustings as hs
import pytest

CLOSED = "the road had been closed"
IN_WHAT = """\
in an email to staff obtained by the Oban Times
in a letter to the council seen by Reuters
in a letter dated May 4 and seen by Reuters
in a memo to employees reviewed by the Oban Times
in an interview with the Oban Times published on Monday
in an interview on CBS' \u201cHarbour Week\u201d
in an interview on NBC's \u201cMeet the Harbour\u201d on Sunday
during an appearance on CNN's \u201cHarbour Week\u201d
on ABC's \u201cHarbour Week\u201d
last month in Oban
in court documents
in prepared remarks
while visiting Oban
while on a visit to Oban
during a visit to Oban on Monday
at Monday's briefing
at the start of the talks
on the eve of the vote
on the Senate floor
in a report on the crash
in a 40-page ruling
in a unanimous decision
in testimony before the committee
under questioning from Moe""".splitlines()
WITHOUT_THAT = [
    "in an email to staff obtained by the Oban Times",
    "in a memo to employees reviewed by the Oban Times",
    "in a rare interview with the Oban Times",
    "in an interview on NBC's \u201cMeet the Harbour\u201d on Sunday",
    "during an appearance on CNN's \u201cHarbour Week\u201d",
    "on ABC's \u201cHarbour Week\u201d",
    "during a visit to Oban on Monday",
    "during a phone call with Moe on Monday",
    "at Monday's briefing",
    "at the start of the talks",
    "on the eve of the vote",
    "on the campaign trail",
    "on the Senate floor",
    "on a conference call with analysts",
    "in a filing with the stock exchange",
    "in a report on the crash",
    "in testimony before the committee",
    "in her ruling",
    "in a unanimous decision",
    "at one point",
]


def said(text):
    (row,) = hs.quotations([text], format="plain")
    return row["source"], row["content"]


@pytest.mark.parametrize("verb", ["said", "warned", "argued"])
@pytest.mark.parametrize("what", IN_WHAT)
def test_the_content_begins_behind_that_whatever_stands_before_it(what, verb):
    assert said(f"Ida Vell {verb} {what} that {CLOSED}.") == ("Ida Vell", CLOSED)


@pytest.mark.parametrize("what", IN_WHAT)
def test_marks_behind_a_colon_are_the_content(what):
    assert said(f"Ida Vell said {what}: \u201cIt is over.\u201d") == ("Ida Vell", "It is over.")


@pytest.mark.parametrize("what", IN_WHAT)
def test_a_report_behind_its_content_ends_with_what_it_was_said_in(what):
    source, content = said(f"The road had been closed, Ida Vell said {what}.")
    assert (source, content.lower()) == ("Ida Vell", CLOSED)


@pytest.mark.parametrize("what", WITHOUT_THAT)
def test_the_content_begins_with_its_subject_where_that_is_left_out(what):
    assert said(f"Ida Vell said {what} {CLOSED}.") == ("Ida Vell", CLOSED)


PROGRAMMES = """\
Ida Vell told CBS News' \u201cFace the Harbour\u201d on Sunday that {0}.
Ida Vell told NBC's \u201cMeet the Harbour\u201d that {0}.
Ida Vell told NBC's \u201cMeet the Harbour\u201d {0}.
Ida Vell told NBC\u2019s \u201cMeet the Harbour\u201d on Sunday {0}.
Ida Vell told host Karl Moe on NBC's \u201cMeet the Harbour\u201d that {0}.
Ida Vell said Sunday on NBC's \u201cMeet the Harbour\u201d that {0}.
Ida Vell said Sunday on \u201cMeet the Harbour\u201d that {0}.
Ida Vell said in an interview on the \u201cHarbour Week\u201d podcast that {0}.
Ida Vell said in an interview with ABC's \u201cHarbour Week\u201d host Karl Moe that {0}.
The road had been closed, Ida Vell said on CBS' \u201cFace the Harbour.\u201d
The road had been closed, Ida Vell said on NBC's \u201cMeet the Harbour\u201d on Sunday.
The road had been closed, Ida Vell told NBC's \u201cMeet the Harbour.\u201d""".splitlines()


@pytest.mark.parametrize("text", PROGRAMMES)
def test_marks_around_the_name_of_a_programme_hold_nothing_that_was_said(text):
    source, content = said(text.format(CLOSED))
    assert (source, content.lower()) == ("Ida Vell", CLOSED)


@pytest.mark.parametrize(
    "what",
    [
        "in an interview with the Oban Times published on Monday",
        "in an appearance on Fox News",
        "at Monday's briefing",
        "on the Senate floor",
        "on the campaign trail",
        "on Truth Social",
        "on CNN",
        "in testimony before the committee",
        "in a unanimous decision",
        "under questioning from Moe",
        "publicly",
        "speaking to reporters in Oban",
    ],
)
def test_a_judgement_in_marks_ends_with_them(what):
    told = said(f"Ida Vell called the road \u201ca disgrace\u201d {what}.")
    assert told == ("Ida Vell", "the road \u201ca disgrace\u201d")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ida Vell denied the charges Monday.", "the charges"),
        ("Ida Vell urged restraint Monday.", "restraint"),
        ("Ida Vell called for a ceasefire Monday in a speech.", "a ceasefire"),
        ("Ida Vell urged restraint on social media.", "restraint"),
        ("Ida Vell urged restraint on CNN.", "restraint"),
        ("Ida Vell urged restraint at Monday's briefing.", "restraint"),
        ("Ida Vell urged restraint on the Senate floor.", "restraint"),
        ("Ida Vell announced a deal late on Monday.", "a deal"),
        ("Ida Vell announced a deal on Monday night.", "a deal"),
        # What is to come may be on that day.
        ("Ida Vell promised a vote Monday.", "a vote Monday"),
        ("Ida Vell called for a holiday on the first Monday of May.", "a holiday on the first Monday of May"),
        ("Ida Vell denied rumours, widely shared on social media, that the road was closed.", "rumours, widely shared on social media, that the road was closed"),
        ("Ida Vell pleaded with officials not to air their grievances on television.", "officials not to air their grievances on television"),
    ],
)  # fmt: skip
def test_what_is_asked_or_denied_ends_before_the_day_and_the_medium(text, content):
    assert said(text) == ("Ida Vell", content)


@pytest.mark.parametrize("lead", ["Citing hospital figures", "Quoting police records"])
def test_a_plural_noun_behind_what_is_cited_says_nothing(lead):
    (row,) = hs.quotations([f"{lead}, the ministry said 12 people were hurt."], format="plain")
    assert (row["source"], row["content"]) == ("the ministry", "12 people were hurt")
