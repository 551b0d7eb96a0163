# ruff: noqa: E501 - rows read best on one line
"""Who was told, what something is for somebody, and other ways of copy to report: grids of each kind of word.

Beside each grid stand sentences that look like it and report nothing, or no more than before. All names are fiction.
"""

from itertools import product

import hustings as hs
import pytest
from test_reports import found


def contents(text, form="plain"):
    return [row[2] for row in found(text, form)]


WHO = ["Vell", "The crews", "Two nurses", "He", "Ida Vell, the harbour master,", "They"]
TOLD = [
    ("told", "there was no money"),
    ("told", "not to smile"),
    ("told in July", "there would be no third pier"),
    ("assured", "the light would stay"),
    ("assured by owners", "more was coming"),
    ("instructed", "to ignore the cracks"),
    ("instructed on Monday", "not to answer"),
    ("promised", "a hand in the plan"),
    ("promised", "more boats"),
]


@pytest.mark.parametrize(("who", "told"), list(product(WHO, TOLD)))
def test_what_somebody_was_told_is_found_though_nobody_says_by_whom(who, told):
    verb, content = told
    be = "were" if who in {"The crews", "Two nurses", "They"} else "was"
    that = "that " if "owners" in verb else ""
    assert contents(f"{who} {be} {verb} {that}{content}.") == [content]


OWN = ["I've", "I\u2019ve", "They've", "We\u2019ve", "I have", "But I've"]


@pytest.mark.parametrize("own", OWN)
def test_a_short_have_stands_before_what_somebody_was_told(own):
    assert "to leave" in contents(f'"{own} been told to leave," Orr said.')


NOBODY_TOLD = [
    "The road was promised a year ago.",
    "The pier was promised to the union.",
    "The crews were ordered out.",
    "The land was promised.",
    "The bridge was assured of a future.",
    "It was instructed by the board.",
]


@pytest.mark.parametrize("text", NOBODY_TOLD)
def test_a_thing_that_was_promised_is_no_report(text):
    assert contents(text) == []


TOLD_BETWEEN = [
    (
        "The pier, residents were told, would close in May.",
        "The pier would close in May",
    ),
    ("His wife, reporters were told, was in the boat.", "His wife was in the boat"),
    ("The pier will close, members were told.", "The pier will close"),
]


@pytest.mark.parametrize(("text", "content"), TOLD_BETWEEN)
def test_people_were_told_stands_between_commas(text, content):
    assert contents(text) == [content]


HOLDERS = [
    ("Ida Vell", "Ida Vell"),
    ("him", "him"),
    ("them", "them"),
    ("headmaster Hal Orr", "headmaster Hal Orr"),
    ("headmaster Hal Orr in Oban", "headmaster Hal Orr"),
    ("the fishermen", "the fishermen"),
    ("Norlandic critic Ida Vell", "Norlandic critic Ida Vell"),
]
HELD = [
    "that is no contradiction",
    "it is the most important film in years",
    "this means another week of lessons at home",
]


@pytest.mark.parametrize(("holder", "content"), list(product(HOLDERS, HELD)))
def test_for_somebody_something_is_so_without_a_comma(holder, content):
    words, source = holder
    assert [(row[0], row[2]) for row in found(f"For {words} {content}.")] == [(source, content)]


STANDINGS = [
    "For Vell it was the third win in a row.",
    "For Vell it is time to go.",
    "For Orr this is a chance.",
    "For many residents it was the first storm of their lives.",
    "For the city this means higher dues.",
    "For her role in it Vell was praised.",
    "For Norland it is also the twentieth anniversary of the pact.",
    "For now it is shut.",
    "For a year that is no small sum.",
]


@pytest.mark.parametrize("text", STANDINGS)
def test_how_things_stand_for_somebody_is_no_report(text):
    assert contents(text) == []


JUDGED = [
    ("that", "gossip"),
    ("this", "unacceptable"),
    ("that", "nonsense"),
    ("the testimony", "devastating"),
    ("the raid", "appalling"),
    ("the plan", "blackmail"),
    ("those", "insulting"),
]


@pytest.mark.parametrize(("what", "word"), JUDGED)
def test_one_word_judges_what_was_pointed_to(what, word):
    for who in ("Orr", "A ministry spokesman", "Liberals"):
        assert contents(f"{who} called {what} {word}.") == [f"{what} {word}"]


CALLED = [
    "Orr called that night.",
    "Orr called the police twice.",
    "Orr called the minister late on Monday.",
    "Orr called the meeting early.",
    "Orr called this week.",
]


@pytest.mark.parametrize("text", CALLED)
def test_a_call_by_telephone_judges_nothing(text):
    assert contents(text) == []


TALLIES = [
    ("Observers reported no irregularities.", "no irregularities"),
    ("Observers reported no serious irregularities on Monday.", "no serious irregularities"),
    ("Orr reported $11.3 million on hand.", "$11.3 million on hand"),
    ("The port reported 12 deaths on Friday.", "12 deaths"),
    ("Norland has confirmed receipt of the letter.", "receipt of the letter"),
    ("The ministry confirmed arrests in Oban.", "arrests in Oban"),
    ("His Excellency underlined the need for trust.", "the need for trust"),
    ("Her Highness highlighted the need for trust.", "the need for trust"),
]


@pytest.mark.parametrize(("text", "content"), TALLIES)
def test_what_is_counted_confirmed_or_stressed_is_found(text, content):
    assert contents(text) == [content]


NO_TALLIES = [
    "Orr reported 20 minutes late.",
    "Orr reported at 9:30.",
    "The town had 2,092 confirmed cases of cholera.",
    "The port's confirmed losses grew.",
    "Orr reported for duty.",
]


@pytest.mark.parametrize("text", NO_TALLIES)
def test_late_and_attributive_forms_are_no_report(text):
    assert contents(text) == []


SEVERAL = [
    "They all",
    "The keepers all",
    "Pilots and crews alike",
    "Liberals and Greens alike",
    "The sisters both",
]
SAY = ["say", "insist", "complain", "fear", "hope", "believe", "warn", "claim"]


@pytest.mark.parametrize(("who", "verb"), list(product(SEVERAL, SAY)))
def test_a_word_that_takes_up_a_plural_stands_before_its_verb(who, verb):
    source = who.rsplit(" ", 1)[0]
    rows = found(f"{who} {verb} that the light is old.")
    assert [(row[0], row[2]) for row in rows] == [(source, "the light is old")]


def test_a_plural_that_may_be_a_verb_is_no_subject_before_all():
    for text in ("The states all say that it is late.", "The states each claim a share."):
        assert [row[0] for row in found(text)] in ([], ["The states"])


CONNECTIVES = ["however", "though", "moreover", "too", "nevertheless"]
CONNECTED = ["fears", "hopes", "warns", "claims", "notes", "worries", "argues", "warned"]


@pytest.mark.parametrize(("word", "verb"), list(product(CONNECTIVES, CONNECTED)))
def test_a_connective_stands_between_a_verb_and_its_clause(word, verb):
    text = f"The scientist {verb}, {word}, that the flats will dry."
    assert contents(text) == ["the flats will dry"]


UNTOLD = [
    ("Whether she will return next week her office did not say.", "her office"),
    ("Whether she will return, her office did not say.", "her office"),
    ("Why the pier was shut the council did not explain.", "the council"),
    ("How many boats were lost the port would not say.", "the port"),
]


@pytest.mark.parametrize(("text", "source"), UNTOLD)
def test_a_question_put_first_is_not_answered(text, source):
    ((who, _, content, *_),) = found(text)
    assert who == source
    assert text.startswith(content)
    assert source not in content


def test_a_time_put_first_is_no_question():
    assert contents("When she arrived, she did not say.") == []


GENERAL = [
    "A siren tells you to run.",
    "Nobody can tell how it ends.",
    "You can tell he is tired.",
    "Orr could not tell whether it was late.",
    "The sums do not add up, signatures aside.",
    "Her colleague would rather not speak of drugs.",
    "The judges had seen that coming.",
    "The men who wrote it did not.",
    "He did not say anything, he just washed his hands.",
    "Orr answered 40 written questions, more than any other.",
    "It does not tell you where to go.",
    "The board wrote to the corps on behalf of a project that ends at the pier.",
    "What he said to them was late.",
    "Each side claimed the night.",
    "He left, citing the weather.",
]


@pytest.mark.parametrize("text", GENERAL)
def test_what_looks_like_telling_reports_nothing(text):
    assert contents(text) == []


def test_somebody_could_tell_others():
    assert contents("Orr could not tell the board whether it was late.") != []


EXTENTS = [
    # The narration goes on.
    ("Vell said the pier had sunk, which is not true.", "the pier had sunk"),
    ("Vell said she would run, clearing the last hurdle for the party.", "she would run"),
    ("Vell promised to think about it and never called back.", "to think about it"),
    (
        "He called the sums \u201cmostly arithmetic\u201d: columns that were too long.",
        "the sums \u201cmostly arithmetic\u201d",
    ),
    ("Orr asked for a recount when his lead fell.", "a recount"),
    # The content goes on.
    ("Vell announced a truce from midnight on Friday.", "a truce from midnight on Friday"),
    (
        "The service advised people in the low quarters to move.",
        "people in the low quarters to move",
    ),
    (
        "According to Vell, the board opened its meeting by reading the memo aloud.",
        "the board opened its meeting by reading the memo aloud",
    ),
    (
        "The keepers, according to Orr, mend their nets at night.",
        "The keepers mend their nets at night",
    ),
    # It begins behind when, where and to whom it was said.
    ("She said at 9:30 that it was late.", "it was late"),
    ("He asked me twice where the pier was.", "where the pier was"),
    ("He has not said either when it will open.", "when it will open"),
    ("She warned him over tea that it was late.", "it was late"),
    ("She claimed in a video shot in a car that it was late.", "it was late"),
    (
        "In the view of economist Hal Orr of Oban University, both sides are wrong.",
        "both sides are wrong",
    ),
    ("The toll was put by police at 12.", "The toll at 12"),
    ("A survey for Oban TV last week found Vell ahead by 6 points.", "Vell ahead by 6 points"),
    (
        '"It is late," presiding judge Ida Vell said in the ruling at the Oban court.',
        "It is late,",
    ),
    (
        '"We wait," Vell said, putting on her coat, "and we hope."',
        "We wait, and we hope.",
    ),
    ('"We wait," said Vell, laughing, "and we hope."', "We wait, and we hope."),
    ("The pier is safe, Orr said, at least for now.", "The pier is safe at least for now"),
    ("The pier will open, Orr said, but only in May.", "The pier will open but only in May"),
    (
        "The pier will open, Orr said, though not before May.",
        "The pier will open though not before May",
    ),
    ("Both pledged to accept it, something that two others will not do.", "to accept it"),
    ("Both said the dues were unfair, though when Vell spoke, Orr left.", "the dues were unfair"),
    ("The union has been calling for talks since May.", "talks"),
    ("The union had been warning of a flood for years.", "a flood"),
    ("Aides expect a vote after 10 on an extension.", "a vote after 10 on an extension"),
    ("Orr announced further cuts.", "further cuts"),
    ("Vell predicted that Orr would lose, and he did.", "Orr would lose"),
    ("She added that no one had said so, and no one has.", "no one had said so"),
    (
        "Vell said the pier was old, and the wall was too long.",
        "the pier was old, and the wall was too long",
    ),
    ("Orr reported $3 million in papers filed on Sunday.", "$3 million"),
    (
        "The cost is put by the port at 480 million, of which a third is spent.",
        "The cost at 480 million",
    ),
    ("Orr was expected to announce further relief on Monday.", "further relief"),
    ("The memo states flatly that she cannot win.", "she cannot win"),
    ("A communique issued after the talks states that it is late.", "it is late"),
    ("He claims repeatedly that it is late.", "it is late"),
    ("Orr asked the mayor and the board whether it was late.", "it was late"),
    ("Orr asked the port and three boards why the drains had failed.", "why the drains had failed"),
    ("He said to wait until May.", "to wait until May"),
    ("She volunteered that the job was hard.", "the job was hard"),
]


@pytest.mark.parametrize(("text", "content"), EXTENTS)
def test_where_a_content_begins_and_ends(text, content):
    assert contents(text) == [content]


TWO = [
    (
        "Vell said she would stay, though a week ago she hinted she might not.",
        ["she would stay", "she might not"],
    ),
    (
        "Vell said the pier would close, as owners had been told it would.",
        ["the pier would close", "it would"],
    ),
    (
        "She asked shippers for patience: the line will be closed at night, Vell explained.",
        ["shippers for patience", "the line will be closed at night"],
    ),
    (
        "The minister, who has promised an audit of all piers, said that it would start.",
        ["an audit of all piers", "it would start"],
    ),
    (
        "Speaker Ida Vell told reporters she had spoken with Orr and urged him to be open.",
        ["she had spoken with Orr and urged him to be open", "him to be open"],
    ),
    (
        "Vell said the port had closed and urged boats to stay away.",
        ["the port had closed", "boats to stay away"],
    ),
    (
        "It forecast rain in Oban by the evening and advised people in the port to move.",
        ["rain in Oban by the evening", "people in the port to move"],
    ),
    (
        "Vell said the mayor had apologized and would be at the hall.",
        ["the mayor had apologized and would be at the hall"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_two_reports_of_a_sentence_have_their_own_contents(text, expected):
    assert contents(text) == expected


REASONS = ["a mill in Oban", "the weather", "low prices", "a lack of boats"]
SOURCES = [
    "officials",
    "a report by the port",
    "the Oban Ledger",
    "two people close to the talks",
    "data",
]


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_that_is_cited_goes_on_with_a_report(reason):
    assert contents(f"Orr said that jobs were back, citing {reason}.") == ["jobs were back", reason]


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_that_is_cited_is_no_reason(source):
    assert contents(f"Orr said that jobs were back, citing {source}.") == ["jobs were back"]


def test_a_first_person_tells_others_but_not_those_who_listen():
    told = '"I tell the crews to wait," Vell said.'
    assert contents(told) == ["I tell the crews to wait,", "the crews to wait"]
    assert contents('"I tell you to wait," Vell said.') == ["I tell you to wait,"]


LIST = """Pier opens

OBAN (NW) - Ida Vell met the crews on Monday.

{lead}
- mining be stopped;
- climbers be kept away;
- masks be worn.

Not everyone was ready to go.
"""


@pytest.mark.parametrize(
    "lead", ["Her centre recommends that:", "Vell demanded:", "The port said:"]
)
def test_all_items_of_a_list_are_what_is_demanded(lead):
    (row,) = found(LIST.format(lead=lead), "news")
    assert row[2] == "mining be stopped climbers be kept away masks be worn"


LIVE = """Live: votes are counted

OBAN (NW) - The votes of Monday are counted in the port of Oban.

11:52 p.m.

Vell: Go home and feed your dog

Ida Vell has come down to the hall. She said the count would take a day. — Dee Marsh

11:20 p.m.

Orr: the early years

Hal Orr told his guests that he had lost. — P.I.
"""


def test_entries_of_a_live_page_are_signed_and_headed():
    assert contents(LIVE, "news") == [
        "Go home and feed your dog",
        "the count would take a day",
        "he had lost",
    ]


CHECK = """FACT CHECK: What Orr and Vell got wrong

OBAN (NW) - Hal Orr took credit for boats that were there before he was, and Ida Vell blamed him.

ORR: "We have built 38 boats since I took office."

THE FACTS: Yards have built about 22 boats, the port office says. Orr's figure starts too early.

VELL, on Orr's time in office: "He voted to cut the dues by half."

THE FACTS: There was no such vote.
"""


def test_the_facts_of_a_check_are_said_by_nobody():
    rows = [(row[0], row[2]) for row in found(CHECK, "news")]
    assert rows == [
        ("ORR", "We have built 38 boats since I took office."),
        ("the port office", "Yards have built about 22 boats"),
        ("VELL", "He voted to cut the dues by half."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She felt “Vell, a “ surnamed Orr said.",
        "A farmer, “ surnamed Kwon, said it was late.",
        "Vell said it ' I",
        "Hal Orr told her I",
        "He told us they",
    ],
)
def test_ends_and_marks_amid_words_harm_nothing(text):
    for form in ("news", "plain"):
        for row in hs.quotations([text, text + "\n\n" + text], format=form):
            assert 0 <= row["content_start"] < row["content_end"] <= 2 * len(text) + 2
