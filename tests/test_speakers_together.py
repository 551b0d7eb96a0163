# ruff: noqa: E501 - texts read best on one line
"""Speakers: those who are named together, those who are named late, and forms of names."""

import pytest
from test_speakers import speakers


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "Senators Ida Vell, a Liberal, and Hal Orr, a Democrat, in a note for the guild, said it was late.",
            "Senators Ida Vell, a Liberal, and Hal Orr",
            "Ida Vell and Hal Orr",
            id="what each is stands behind the name",
        ),
        pytest.param(
            "Reps. Ida Vell of Oban and John Orr of Tollen said it was late.",
            "Reps. Ida Vell of Oban and John Orr",
            "Ida Vell and John Orr",
            id="where each is from",
        ),
        pytest.param(
            "Sens. Ida Vell, Tara Dane, Hal Orr and Ben Marsh said it was late.",
            "Sens. Ida Vell, Tara Dane, Hal Orr and Ben Marsh",
            "Ida Vell, Tara Dane, Hal Orr and Ben Marsh",
            id="four of them",
        ),
        pytest.param(
            "Ida Vell and Hal Orr met the board of the port on Monday. They said it was late.",
            "They",
            "Ida Vell and Hal Orr",
            id="they, of two who have not spoken",
        ),
        pytest.param(
            "Senators Ida Vell, a Liberal, and Hal Orr, a Democrat, sent the board of the port a letter.\n\nIt will take years, the board replied.\n\nThat is too long, the lawmakers said.",
            "the lawmakers",
            "Ida Vell and Hal Orr",
            id="a plural that fits both",
        ),
    ],
)
def test_those_who_are_named_together_are_one_speaker(text, source, expected):
    assert speakers(text)[-1] == (source, expected)


def test_two_in_a_lead_are_those_named_together_below():
    text = (
        "Two U.S. senators on Monday urged the board to wait.\n\nThe port opened in May.\n\n"
        "Senators Ida Vell and Hal Orr said the cranes were old."
    )
    assert {name for _, name in speakers(text)} == {"Ida Vell and Hal Orr"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"It will take years," a student surnamed Orr told the Post.',
            "Orr",
            id="by the surname",
        ),
        pytest.param(
            'It is late, Ann Dane said. "The worst of all is [the mayor Ida] Vell," she added.\n\nVell denied that she knew.',
            "Ida Vell",
            id="a given name that an editor put in",
        ),
        pytest.param(
            "The editor Can Tezel left on Monday. Mr Tezel said it was late.",
            "Can Tezel",
            id="a given name that is an auxiliary",
        ),
        pytest.param("Theresa May said: “It is late.”", "Theresa May", id="a month before a verb"),
        pytest.param(
            "ASP Juma bin Orr said it was late. Juma denied it.",
            "Juma bin Orr",
            id="a rank of police",
        ),
        pytest.param(
            "It is late, according to Kenyan media reports.",
            "Kenyan media reports",
            id="nouns behind an adjective of place",
        ),
        pytest.param(
            "It is late, according to Oban-based think tank Sandbar.",
            "Sandbar",
            id="what a body is, behind its place",
        ),
        pytest.param(
            "A survey by the Harbour Institute for Trade (HIT) found that it was late.",
            "survey by the Harbour Institute for Trade",
            id="who made a survey",
        ),
        pytest.param(
            "A report in The Oban Post said it was late.",
            "report in The Oban Post",
            id="where a report stands",
        ),
        pytest.param(
            "The clinic is in Oban. Ida Vell, a lawyer in Tollen, Ohio said it was late.",
            "Ida Vell",
            id="a comma that is not closed",
        ),
        pytest.param(
            "The vote is near, but last week independent lawmaker Hal Orr said it was late.",
            "Hal Orr",
            id="a week before the subject",
        ),
        pytest.param(
            "Chairman of the Provincial Harbour and Special Waters Unit, CSP Juma Orr, said it was late. The chairman added that it was new.",
            "Juma Orr",
            id="and within the name of a body",
        ),
        pytest.param(
            "Two boats burned at the National Bureau of Crossings (NBC) on Monday. It was late, the NBC said.",
            "National Bureau of Crossings",
            id="a short form with the letter of the first word",
        ),
    ],
)
def test_a_name_is_met_in_every_form(text, expected):
    assert speakers(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Juma Orr, from Oban, was on the deck", "Juma Orr"),
        ("Captain Juma Orr was on the bridge", "man"),
    ],
)
def test_a_man_in_the_lead_is_the_first_who_is_named_if_nothing_else_is_told(who, expected):
    lead = "A man says he was lucky to leave the ferry."
    text = f"{lead}\n\n{who} for an hour. Orr told the Post that the boats were late."
    assert speakers(text)[0] == ("A man", expected)


def test_a_body_that_is_only_told_gets_the_name_of_the_next_paragraph():
    text = (
        "The new cases are fewer than before.\n\nThe public health agency stated that it was late.\n\n"
        "The FHA said that nobody had died. The agency added that it was new."
    )
    assert [name for _, name in speakers(text)][-3:] == ["FHA"] * 3


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "The union spoke in May. In cases that were reviewed by Oban, the ministry explicitly cited the law as a reason.",
            "the ministry",
            "ministry",
            id="a phrase put first is no name with an apposition",
        ),
        pytest.param(
            "Chairman of the Harbour Unit (Task Force), Ida Vell, said it was late.",
            "Chairman of the Harbour Unit (Task Force), Ida Vell",
            "Ida Vell",
            id="brackets between office and name",
        ),
        pytest.param(
            "Ida Vell, the chair of the committee who raised concerns with the permanent secretary, Hal Orr, last week, said it was late.",
            "Ida Vell",
            "Ida Vell",
            id="a name within the clause about another",
        ),
        pytest.param(
            "The Herald reports that the port council had, on May 3, announced that it was late.",
            "the port council",
            "port council",
            id="an auxiliary before an insertion",
        ),
        pytest.param(
            "A court threw out the case. Other lawsuits claimed that it was late. The lawsuit claims that it was new.",
            "The lawsuit",
            "lawsuit",
            id="one is not several",
        ),
        pytest.param(
            "Democrats and radio hosts on Lutonia Live have accused the board of being late.",
            "Democrats and radio hosts on Lutonia Live",
            "Democrats and radio hosts on Lutonia Live",
            id="hosts on a channel",
        ),
    ],
)
def test_sources_and_speakers_of_copy(text, source, expected):
    assert speakers(text)[-1] == (source, expected)


def test_the_man_in_the_lead_is_the_first_who_speaks_below():
    text = (
        "The man tasked with the new port insists it will be ready.\n\nThe port is in Oban.\n\n"
        "Some boats have left, but Lieutenant General John Frey said the cranes were new."
    )
    assert speakers(text)[0] == ("The man", "John Frey")


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Insp",
            "Hon",
            "Amb.",
            "Datuk Seri",
            "Dato Sri",
            "Encik",
            "Puan",
            "Ustaz",
            "Ir.",
            "Cpt.",
        ),
        *("Pvt.", "CJ", "Councilwoman", "Assemblyman", "Alderman", "Provost", "Evangelist"),
        *("Special Rapporteur", "Air Vice Marshal", "Commodore", "Mx.", "Mme", "Fr.", "Otumfuo"),
    ],
)
def test_a_title_is_no_part_of_the_name(title):
    text = f"The port is old. On Monday {title} Colin Harrow said it was late. Harrow added that it was new."
    source = f"{title} Colin Harrow"
    assert speakers(text) == [(source, "Colin Harrow"), ("Harrow", "Colin Harrow")]


def test_one_named_beside_what_they_are_has_that_name():
    text = "A single mother named Angela told the board that it was late."
    assert speakers(text) == [("A single mother", "Angela")]


@pytest.mark.parametrize(
    "source",
    [
        *(
            "Mohammed bin Salman",
            "Ursula von der Leyen",
            "Will Marsh",
            "Foreign Ministry spokesman Ben Marsh",
        ),
        *(
            "shadow home secretary Ben Marsh",
            "UN chief Ben Marsh",
            "co-author Ben Marsh",
            "Ben Marsh",
        ),
    ],
)
@pytest.mark.parametrize("when", ["On Monday", "Late on Monday", "On July 4", "Last week"])
def test_a_subject_behind_a_time_without_a_comma_is_whole(when, source):
    assert speakers(f"The port is old. {when} {source} said it was late.")[0][0] == source


def test_a_surname_that_looks_like_a_participle_speaks():
    text = "Wes Streeting opened the port. It was new, Streeting added."
    assert speakers(text) == [("Streeting", "Wes Streeting")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Vell - the mayor of Oban - said it was late.\n\nIt was new, the mayor added.",
            "Ida Vell",
        ),
        ("Jim Banks said it was late. It was new, Banks added.", "Jim Banks"),
    ],
)
def test_roles_between_dashes_and_surnames_that_are_bodies(text, expected):
    assert [name for _, name in speakers(text)] == [expected] * 2


@pytest.mark.parametrize(
    "text",
    [
        "“It was late,” said {}.",
        "It was late, according to {}.",
        "It was late, {} said.",
        "{} told the board that it was late.",
    ],
)
def test_an_office_with_the_place_of_its_post_belongs_to_the_name(text):
    source = "U.S. Ambassador to Kenya Ben Marsh"
    assert speakers("The port is old.\n\n" + text.format(source)) == [(source, "Ben Marsh")]


def test_both_of_two_named_with_a_word_before_are_meant():
    text = "Ida Vell said it was late.\n\nHal Orr said it was early.\n\nBoth Vell and Orr said it was shut. They said it was true."
    assert [name for _, name in speakers(text)] == [
        "Ida Vell",
        "Hal Orr",
        "Ida Vell and Hal Orr",
        "Ida Vell and Hal Orr",
    ]
