# ruff: noqa: E501 - rows read best on one line
"""Reports whose words stand in the next paragraph, behind a question, in polls, beside another clause.

All sentences are our own.
"""

import hustings as hs
import pytest


def found(text):
    table = hs.quotations([text], format="plain")
    columns = [table.column(name) for name in ("source", "cue", "content")]
    return list(zip(*columns, strict=True))


SAID = "The pier was never safe. We knew it in May."

ANNOUNCED = [
    ("Lena Moor said in a statement:", ("Lena Moor", "said")),
    ("The member told the Lumen Courier:", ("The member", "told")),
    ("As Moor put it to the Courier:", ("Moor", "put it")),
    ("Here is what Moor wrote to the members:", ("Moor", "wrote")),
    ("The statement read:", ("The statement", "read")),
]


@pytest.mark.parametrize(("opening", "report"), ANNOUNCED)
@pytest.mark.parametrize("words", [SAID, f'"{SAID}"', f"\u201c{SAID}\u201d"])
def test_a_colon_at_the_end_of_a_paragraph_announces_the_next(opening, report, words):
    rows = found(f"{opening}\n\n{words}\n\nThe ferry is full since then.")
    assert rows == [(*report, SAID)]


def test_marks_that_go_on_over_paragraphs_are_all_announced():
    text = 'Lena Moor said:\n\n"The pier is shut.\n\n"It stays shut."\n\nBoats wait.'
    assert found(text) == [("Lena Moor", "said", "The pier is shut. It stays shut.")]


NOT_ANNOUNCED = [
    "The mayor did not say:\n\nThe ferry is full.",
    "The council has three plans:\n\nThe ferry stays full until May.",
    'Lena Moor said:\n\n- a ferry\n- a pier\n\n"Both," Tom Reed wrote.',
    'Lena Moor said:\n\nThe ferry was "full to the last seat" on Friday, Tom Reed wrote.',
]


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_not_every_colon_announces_what_is_said(text):
    assert all(cue != "said" for _, cue, _ in found(text))


ASKED = [
    ("Mr Harlan wrote on Monday.", "Mr Harlan"),
    ("Mrs. Moor later asked.", "Mrs. Moor"),
    ("Lena Moor, the mayor, asked her staff.", "Lena Moor"),
    ("Ursula van der Moor said.", "Ursula van der Moor"),
    ("Moor had asked.", "Moor"),
]


@pytest.mark.parametrize(("behind", "source"), ASKED)
def test_a_question_within_marks_is_of_whoever_is_named_behind_it(behind, source):
    assert found(f'"Why was this not done?" {behind}')[0][::2] == (source, "Why was this not done?")


@pytest.mark.parametrize(
    "behind", ["Mr Moor was late.", "Then Moor asked for water.", "The boats left, Moor said."]
)
def test_a_sentence_behind_a_question_may_be_another(behind):
    assert [row[0] for row in found(f'"Why was this not done?" {behind}')][:1] != ["Mr Moor"]
    assert found(f'"Why was this not done?" {behind}')[0][1] is None


def test_a_word_in_the_same_marks_as_those_around_it_does_not_end_them():
    text = (
        '"They call it a "reform" and want us to clap," Lena Moor said. "It is a "pause", no more."'
    )
    content = 'They call it a "reform" and want us to clap, It is a "pause", no more.'
    assert found(text)[0] == ("Lena Moor", "said", content)


POLLS = [
    ("Four in 10 think the pier will fall.", ("Four in 10", "think", "the pier will fall")),
    ("Only 1 in 5 say the pier is safe.", ("1 in 5", "say", "the pier is safe")),
    (
        "More than 8 in 10 people said they miss the ferry.",
        ("More than 8 in 10 people", "said", "they miss the ferry"),
    ),
    ("About half say the pier is safe.", ("About half", "say", "the pier is safe")),
    ("Half said the pier is safe.", ("Half", "said", "the pier is safe")),
]


@pytest.mark.parametrize(("text", "report"), POLLS)
def test_shares_of_those_who_were_asked_speak(text, report):
    assert found(text) == [report]


BESIDE = [
    (
        "While many piers are old, according to county data from 2031, 52 percent of them are safe.",
        "52 percent of them are safe",
    ),
    (
        "If the pier closes, according to the ministry, 40,000 people will need a ferry.",
        "40,000 people will need a ferry",
    ),
    (
        "Although the pier is old, it is safe, according to the ministry.",
        "Although the pier is old, it is safe",
    ),
    (
        "Since the pier closed, traffic has doubled, according to the ministry, and ferries are full.",
        "Since the pier closed, traffic has doubled",
    ),
]


@pytest.mark.parametrize(("text", "content"), BESIDE)
def test_according_to_is_said_of_the_main_clause(text, content):
    assert [row[2] for row in found(text)] == [content]


MORE = [
    (
        "Senior Liberals have joined Labour in calling for a full inquiry into the pier.",
        ("Senior Liberals", "calling for", "a full inquiry into the pier"),
    ),
    (
        'Lena Moor took to the airwaves to call the wall "a monument to nothing."',
        ("Lena Moor", "call", 'the wall "a monument to nothing."'),
    ),
    ("Lena Moor's answer was short: \"We won't pay.\"", ("Lena Moor", None, "We won't pay.")),
    (
        'Lena Moor got up. Her message to the county: "We won\'t pay."',
        ("Her", None, "We won't pay."),
    ),
    (
        "The mayor told her staff in a note on Tuesday that she'd resign.",
        ("The mayor", "told", "she'd resign"),
    ),
    ("The mayor announced the plan in late 2031.", ("The mayor", "announced", "the plan")),
    ("The mayor announced the plan earlier this year.", ("The mayor", "announced", "the plan")),
    (
        "The port confirmed the deaths of two men last week and closed the pier.",
        ("The port", "confirmed", "the deaths of two men"),
    ),
    (
        "The mayor announced cuts in 2031 and 2032.",
        ("The mayor", "announced", "cuts in 2031 and 2032"),
    ),
]


@pytest.mark.parametrize(("text", "report"), MORE)
def test_a_report_has_its_source_and_ends_where_it_ends(text, report):
    assert found(text) == [report]


def test_who_laughs_when_asked_says_nothing():
    rows = found("When a reporter asked Lena Moor whether she would pay, she laughed.")
    assert rows == [("a reporter", "asked", "she would pay")]


TWO = [
    "\u201cWe are ready,\u201d said Tara Vell, the mayor, and \u201cwe are late,\u201d said Nilo Orr, the harbour master.",
    "\u201cWe are ready,\u201d Tara Vell said, and \u201cwe are late,\u201d Nilo Orr said.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_who_speak_in_a_sentence_are_told_apart(text):
    assert found(text) == [
        ("Tara Vell", "said", "We are ready,"),
        ("Nilo Orr", "said", "we are late,"),
    ]


def test_marks_behind_and_go_on_if_nobody_else_is_named():
    text = "\u201cWe are ready,\u201d Tara Vell said, and \u201cwe are late.\u201d"
    assert found(text) == [("Tara Vell", "said", "We are ready, we are late.")]


@pytest.mark.parametrize("text", ["The river claimed three lives.", "She called her mother."])
def test_verbs_in_another_sense_report_nothing(text):
    assert found(text) == []


SPACES = ["\u00a0", "\u3000", "\u2028", "\u0085", "\u202f"]


@pytest.mark.parametrize("space", SPACES)
def test_white_space_beyond_ascii_divides_words(space):
    texts = [
        f"Leaders of{space}the Lumen Cooperation Organization (LCO) met.",
        f"On Nov.{space}18 World Harbour Organization (WHO) officials said so.",
        f"On Friday{space}France's Health Ministry said that it was late.",
    ]
    table = hs.quotations(texts, format="plain")
    assert table.column("content") == ["it was late"]
    assert table.column("speaker") == ["France's Health Ministry"]
