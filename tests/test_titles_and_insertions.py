# ruff: noqa: E501 - rows read best on one line
"""Reports beside marks that name something, beside what is put in between, and of bodies called by letters."""

import hustings as hs
import pytest
from test_reports import found

TITLED = [
    (
        'Vell, known as "the Iron Mayor," said the port would open.',
        ("Vell", "said", "the port would open"),
    ),
    ('Vell, nicknamed "Ice", said the port would open.', ("Vell", "said", "the port would open")),
    (
        'The report, "Hunger in the Delta," said that prices rose.',
        ("The report", "said", "prices rose"),
    ),
    (
        'The report, titled "Hunger in the Delta", said that prices rose.',
        ("The report", "said", "prices rose"),
    ),
    (
        'In a report titled "Hunger in the Delta," the agency said prices rose.',
        ("the agency", "said", "prices rose"),
    ),
    ('In his book "Tides of Oban," Vell said prices rose.', ("Vell", "said", "prices rose")),
    (
        'In an editorial headlined "A Wrong Turn," the Oban Times said prices rose.',
        ("the Oban Times", "said", "prices rose"),
    ),
    (
        'Vell, the author of "Tides of Oban," said the port would open.',
        ("Vell", "said", "the port would open"),
    ),
    (
        'The play "Tides" will open in May, Vell said.',
        ("Vell", "said", 'The play "Tides" will open in May'),
    ),
    (
        'Vell said the so-called "grey zone" would be closed.',
        ("Vell", "said", 'the so-called "grey zone" would be closed'),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLED)
def test_marks_that_name_something_quote_nothing(text, expected):
    assert found(text) == [expected]
    assert hs.quotations([text], format="plain").column("kind") == ["indirect"]


def test_marks_of_a_judgement_and_of_a_sentence_still_quote():
    text = 'Vell called the report "Nothing New" and said: "We Will Win." He was known as a talker.'
    assert hs.quotations([text], format="plain").column("kind") == ["mixed", "direct"]


def test_a_title_is_no_speaker():
    text = 'The song "Long Way Home" was played. "It is mine," she said.'
    assert hs.quotations([text], format="plain").column("speaker") == [None]


INSERTED = [
    (
        'Vell, who called the plan "a scar," said the port would open.',
        [("Vell", "called", 'the plan "a scar,"'), ("Vell", "said", "the port would open")],
    ),
    (
        "The bank, with Birr's chief economist, Ida Vell, warning that rates would rise, fell on Monday.",
        [("Birr's chief economist, Ida Vell", "warning", "rates would rise")],
    ),
    (
        "Shares fell on Monday, with Ida Vell, the bank's chief economist, warning that rates would rise.",
        [("Ida Vell", "warning", "rates would rise")],
    ),
    (
        "The port reopened, with officials in Oban saying it was safe.",
        [("officials in Oban", "saying", "it was safe")],
    ),
    ("The port was shut, said US officials.", [("US officials", "said", "The port was shut")]),
    ("Prices rose, said WHO.", [("WHO", "said", "Prices rose")]),
    ("WHO's Peter Rand said cases rose.", [("WHO's Peter Rand", "said", "cases rose")]),
    (
        "It was reported earlier that the talks had failed.",
        [(None, "reported", "the talks had failed")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INSERTED)
def test_reports_beside_what_is_put_in_between(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["According to WHO, cases rose.", "WHO said cases rose.", "Cases rose, WHO said."]
)
def test_a_body_in_capitals_is_no_pronoun(text):
    assert hs.quotations([text], format="plain").column("speaker") == ["WHO"]


@pytest.mark.parametrize(
    ("source", "speaker", "role"),
    [
        ("The UN refugee agency, UNHCR,", "UNHCR", "UN refugee agency"),
        ("The UN refugee agency, the UNHCR,", "UNHCR", "UN refugee agency"),
        ("Norland's central bank, Nordbank,", "Nordbank", "central bank"),
        ("White House press secretary Ida Vell", "Ida Vell", "White House press secretary"),
        ("Lead author Dr Eva Birk", "Eva Birk", "Lead author"),
        ("Lutonia's Jan van der Meer", "Jan van der Meer", None),
        ("Former council chief of staff Ida Vell", "Ida Vell", "Former council chief of staff"),
        (
            "Finance Minister and Deputy Prime Minister Ida Vell",
            "Ida Vell",
            "Finance Minister and Deputy Prime Minister",
        ),
        (
            "Ida Vell, a member of the East Harbour Front (EHF),",
            "Ida Vell",
            "a member of the East Harbour Front (EHF)",
        ),
    ],
)
def test_names_and_roles_are_whole(source, speaker, role):
    rows = hs.quotations([f"{source} said it was late."], format="plain")
    assert (rows.column("speaker"), rows.column("role")) == ([speaker], [role])


def test_two_officials_are_not_one_with_two_offices():
    text = "Talks of the Prime Minister and Finance Minister Hal Orr went on. Orr said it was late."
    assert hs.quotations([text], format="plain").column("role") == ["Finance Minister"]


@pytest.mark.parametrize(
    ("headline", "contents"),
    [
        ("UN says camps full, calls for aid", ["camps full", "aid"]),
        ("Vell says port to reopen, urges calm", ["port to reopen", "calm"]),
        ("Minister denies wrongdoing, says he will stay", ["wrongdoing", "he will stay"]),
        ("Orr quits party, says he was misled", ["he was misled"]),
    ],
)
def test_verbs_of_a_headline_share_its_subject(headline, contents):
    text = f"{headline}\n\nOBAN, March 3 (Norpress) -- The talks went on."
    assert hs.quotations([text], format="news").column("content") == contents


@pytest.mark.parametrize(
    ("headline", "content", "source"),
    [
        ("'Strike must end': Vell", "Strike must end", "Vell"),
        ("No one hurt in fire, Vell tells UN", "No one hurt in fire", "Vell"),
        ("UPDATE 1-Vell says ships late from abroad", "ships late from abroad", "Vell"),
        ("Talks go on as police say no one hurt", "no one hurt", "police"),
        ("Port to reopen in May, says UN", "Port to reopen in May", "UN"),
        ("Army took northern city: Norland", "Army took northern city", "Norland"),
        ("Mayor of Oban: it will act if needed", "it will act if needed", "Mayor of Oban"),
    ],
)
def test_headlines_tell_who_says_what(headline, content, source):
    text = f"{headline}\n\nOBAN, March 3 (Norpress) -- The town lies on the coast."
    rows = hs.quotations([text], format="news")
    assert (rows.column("content"), rows.column("source")) == ([content], [source])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port is shut, Hal Orr said.\n\nAnswering a question from VPS, the spokesman noted that it was late.",
            ["Hal Orr", "Hal Orr"],
        ),
        ("A lawyer for one of the men, Hal Orr, said it was late.", ["Hal Orr"]),
        ("“We have said it many times,” Orr said.", ["Orr"]),
    ],
)
def test_a_name_before_a_clause_and_what_it_stands_for(text, expected):
    assert hs.quotations([text], format="plain").column("speaker")[: len(expected)] == expected
    assert len(hs.quotations([text], format="plain")) == len(expected)


def test_a_station_that_belongs_to_another_is_told():
    text = "Mayor Karl Moe told CNN affiliate KVPS that power was out."
    assert found(text) == [("Mayor Karl Moe", "told", "power was out")]
