"""Offices and titles before a name, and who is meant by what is told of somebody.

Passages are put together from parts of our own, and who speaks follows from how that is done.
"""

from itertools import product

import hustings as hs
import pytest
from test_frames_of_kinds import SAID, assert_last
from test_frames_of_reports import parts

TITLES = """
|Cr|Coun|Cllr|SP|Assemblymember|Councilmember|Selectman|Freeholder
|Mum|Dad|Gran|Mum-of-two|Father-of-three
|Senate President Pro Tem|Speaker Emerita|Special Agent in Charge
|hydrologist|geneticist|Leader of the Opposition
|Senior Minister of State for Sustainability|Minister for Local Government
|Deputy Leader of the Opposition
|Consultant in emergency medicine Dr|Lecturer in maritime law Dr|Controller of Budget Dr
|University of Southern Vale hydrologist|Investment, Trade and Industry Minister
|Minister of Foreign Affairs
|UN Under-Secretary-General for Humanitarian Affairs|Atty.|MK|Hajiya|CJP|Dato' Seri
"""
NAMES = [
    "Priya Nath",
    "Nur Aisyah Rahim",
    "Farooq Ahmed Sait",
    "K. Ramachandra Bhat",
    "Denise Kalos",
]


@pytest.mark.parametrize("title", parts(TITLES))
def test_a_title_or_an_office_is_no_part_of_the_name(title):
    named = [(f"{title} {name} said the road was shut.", name) for name in NAMES]
    surname = [(f"{text} {name.split()[-1]} said it would open.", name) for text, name in named]
    assert_last([(text[0].upper() + text[1:], name) for text, name in named + surname])


IN_COMMAS = """
|AU Commissioner for Political Affairs, Peace and Security,
|The Director, Press and Public Relations, Federal Ministry of Works, Mrs
|The Permanent Secretary, Ministry of Health, Dr|The Director, Public Affairs, Mr
|The chairman of the union at the Federal University, Umuler, Dr
"""


@pytest.mark.parametrize("office", parts(IN_COMMAS))
@pytest.mark.parametrize("said", ["said the schools were shut", "urged parents to wait"])
def test_who_holds_an_office_that_commas_divide(office, said):
    text = f"{office} Folake Adebow, {said}."
    (row,) = hs.quotations([text], format="plain")
    assert (row["source"], row["speaker"]) == (f"{office} Folake Adebow", "Folake Adebow")


SOURCES = """
|The Oban, Norway-based company
|Experts from around the world|Traders from across Norland|Residents from near the border
|Delegates from more than 40 countries|Envoys of over 30 states|Thornbury plc
|Her lawyer, Simon Marr KC,
"""


@pytest.mark.parametrize("source", parts(SOURCES))
def test_a_source_is_whole(source):
    (row,) = hs.quotations([f"{source} said the road was shut."], format="plain")
    assert row["source"] == source.rstrip(",")


TWO = "three diplomats and a letter|two officials and a diplomat|court records and a letter"


@pytest.mark.parametrize("two", TWO.split("|"))
@pytest.mark.parametrize("behind", ["", " seen by the Post", ", which was late"])
def test_according_to_two(two, behind):
    text = f"The road was shut, according to {two}{behind}."
    row = hs.quotations([text], format="plain").to_polars().row(0, named=True)
    assert row["source"] == two


def test_a_quotation_goes_on_behind_a_noun_for_a_part_of_a_country():
    text = "“We are tired,” said a nurse from Oban county. “We want change.”"
    (row,) = hs.quotations([text], format="plain")
    assert (row["source"], len(row["content_spans"])) == ("a nurse from Oban county", 4)


@pytest.mark.parametrize("told", ["urged her to run", "believes she will win", "expects a defeat"])
def test_a_quotation_goes_on_behind_a_clause_that_tells_more(told):
    text = f"“We were done,” said Jim Fall, who {told}. “We were not.”"
    found = list(hs.quotations([text], format="plain"))
    assert len(found[0]["content_spans"]) == 4
    assert [row["kind"] for row in found].count("direct") == 1


def test_a_quotation_behind_narration_is_another():
    said = "“We were done,” said Jim Fall, who urged her to run."
    for between in ("The hall was full. ", "\n\nThe hall was full. "):
        found = list(hs.quotations([f"{said} {between}“We were not.”"], format="plain"))
        assert [len(row["content_spans"]) for row in found if row["kind"] == "direct"] == [2, 2]


@pytest.mark.parametrize("cue", ["vowed", "promised", "pledged", "threatened"])
def test_that_within_what_somebody_is_to_do_belongs_to_its_noun(cue):
    text = f"The union {cue} to fight a rule that hurts farmers."
    (row,) = hs.quotations([text], format="plain")
    assert row["content"] == "to fight a rule that hurts farmers"


NONE = """
|The shares fell, adding to concern that the boom is over.
|Sales fell, adding to fears that it is late.
|The summit concluded on Tuesday with a dinner that pleased all.
"""


@pytest.mark.parametrize("text", parts(NONE))
def test_what_happens_to_things_is_no_report(text):
    assert len(hs.quotations([text], format="plain")) == 0


def test_member_states_are_no_verb():
    text = "Ermek told reporters that the member states have agreed to set up a bank."
    (row,) = hs.quotations([text], format="plain")
    assert row["content"] == "the member states have agreed to set up a bank"


@pytest.mark.parametrize("tail", ["as trade talks falter", "after strike", "amid talks"])
def test_a_headline_goes_on_behind_its_marks(tail):
    text = f"Trade chief warns of “law of jungle” {tail}\n\nOBAN, Nov 12 (KNA) - It was late."
    (row,) = hs.quotations([text], format="news")
    assert (row["kind"], row["content"]) == ("direct", "law of jungle")


def test_a_department_for_work_is_no_verb():
    text = "The shadow work and pensions secretary, Sir Gerald Thwait, accused the firm of lying."
    (row,) = hs.quotations([text], format="plain")
    assert row["speaker"] == "Gerald Thwait"


MEANT = """
|Harrow Vale District Council has shut the pool. > the authority > Harrow Vale District Council
|Harrow Vale County Council has shut the pool. > the local authority > Harrow Vale County Council
|Prof. Emeka Anig said the roads were bad. > the don > Emeka Anig
|Captain Jess Mahon said it was grim. > the all-rounder > Jess Mahon
|Sen. Maria Cole said it would pass. Rep. Ed Vail said it would not. > the senator > Maria Cole
|Sen. Maria Cole said it would pass. Rep. Ed Vail said it would not. > the congressman > Ed Vail
|Kerry Prows, 34, said it was bad. Tom Bell, an adviser, said so. > the mother-of-two > Kerry Prows
|Donna Parg, 44, denies theft. The prosecutor said she had lied. > the defendant > Donna Parg
|Orla Parg denied two counts of fraud. The prosecutor said she had lied. > the defendant > Orla Parg
|Thornby Brewery said a deal with Halden Insurance would cost it. > the company > Thornby Brewery
|Thornby plc said it would close. > the firm > Thornby plc
"""


def test_who_is_meant_by_what_is_told():
    rows = []
    for row, said in product(parts(MEANT), SAID):
        text, meant, name = row.split(" > ")
        source = meant[0].upper() + meant[1:] if said.startswith("{0}") else meant
        rows.append((f"{text}\n\n{said.format(source)}", name))
    assert_last(rows)


LEADS = """
|The mayor of Oban > Mayor|Norland's governor > Gov.|The governor of Norland > Gov.
|A Liberal lawmaker > Rep.|The head of the House Republican campaign arm > Rep.
"""


@pytest.mark.parametrize("pair", parts(LEADS))
def test_a_lead_tells_whom_the_next_paragraph_names(pair):
    lead, title = pair.split(" > ")
    text = f"{lead} said on Monday the dam was safe.\n\n“It is,” {title} Kim Sand told reporters."
    assert list(hs.quotations([text], format="plain")["speaker"]) == ["Kim Sand"] * 2


def test_another_in_the_next_paragraph_is_not_whom_a_lead_tells():
    text = "The mayor of Oban said the dam was safe.\n\n“It is not,” Gov. Kim Sand said."
    assert list(hs.quotations([text], format="plain")["speaker"]) == ["mayor of Oban", "Kim Sand"]


FROM = """
|The vote drew a rebuke from {0}, who said it was unfair.
|It was a setback for {0}, who said it was unfair.
|The bill faces opposition from {0}, who has called it “unfair.”
"""


@pytest.mark.parametrize("name", ["Sen. Maria Cole", "Maria Cole", "Gov. Maria Cole"])
def test_from_whom_something_came_is_no_part_of_the_name(name):
    assert_last([(text.format(name), "Maria Cole") for text in parts(FROM)])


def test_whom_somebody_speaks_for_does_not_speak():
    text = "She met a spokesman for Maria Cole, who said it was unfair."
    (row,) = hs.quotations([text], format="plain")
    assert row["source"] == "a spokesman for Maria Cole"


ASKED = """
|Moderator Gil Fonse asked whether Anna Burr would go. {0} said she would not.
|Gil Fonse asked Anna Burr whether she would go. “No,” {0} replied.
|Anna Burr sat down. Vail asked whether Burr would go. “No,” {0} said.
"""


def test_who_is_asked_answers():
    def asked(text):
        opens = text[text.find("{0}") - 2] == "."
        return text.format("She" if opens else "she")

    assert_last([(asked(text), "Anna Burr") for text in parts(ASKED)])


def test_a_new_paragraph_goes_on_with_the_report_and_not_with_the_one_in_it():
    for inner in ("officials claimed the road was safe", "his wife suggested that he should go"):
        text = f"Ivo Pell said {inner}.\n\n“It is a disgrace.”"
        last = list(hs.quotations([text], format="plain")["speaker"])[-1]
        assert last == "Ivo Pell", text


def test_an_interrupted_quotation_is_one_within_marks():
    text = (
        "“President Ryu said they were neighbours,” Kang Yu said. “He stressed that it mattered.”"
    )
    assert list(hs.quotations([text], format="plain")["speaker"]) == ["Kang Yu", "Ryu", "Ryu"]


HEAD = "Route is open, says top diplomat\n\nOBAN, Nov 12 (KNA) - Norland is ready for talks"


def test_a_headline_tells_of_the_first_who_may_be_meant():
    lead = "Deputy Foreign Minister Aleks Rudin said."
    text = f"{HEAD}, {lead}\n\nHe added that it was safe.\n\n“It is,” the senior diplomat noted."
    assert list(hs.quotations([text], format="news")["speaker"]) == ["Aleks Rudin"] * 4


def test_a_headline_tells_of_one_without_a_name_who_speaks_first():
    below = "Deputy Foreign Minister Aleks Rudin said it was late."
    text = f"{HEAD}, a senior diplomat said.\n\n{below}"
    speakers = list(hs.quotations([text], format="news")["speaker"])
    assert speakers[0] != "Aleks Rudin"
    assert speakers[-1] == "Aleks Rudin"


HEADED = """
|U.N. SECRETARY-GENERAL MATTEO ARCAN > Matteo Arcan
|NORLAND PRIME MINISTER AMINA DIOP-KELL, IN A POST ON X > Amina Diop-Kell
|FORMER EU COMMISSIONER ANN LEE > Ann Lee|Prime Minister Amina Diop, in a letter > Amina Diop
"""
LEAD = "Leaders react to death of Marr\n\nOBAN, Nov 23 (KNA) - Ivo Marr died, his office said."


@pytest.mark.parametrize("pair", parts(HEADED))
def test_a_heading_names_who_speaks_below_it(pair):
    heading, name = pair.split(" > ")
    said = "“He had the rarest of gifts. We are poorer today.”"
    text = f"{LEAD}\n\n{heading}\n\n{said}\n\nGRAIN BOARD\n\nThe board said it was sad."
    speakers = list(hs.quotations([text], format="news")["speaker"])
    assert speakers[1:] == [name, "Grain Board"]


@pytest.mark.parametrize("heading", ["Years of talks", "THE YEARS OF TALKS", "The Vell Plan"])
def test_a_heading_that_names_nobody_speaks_for_none(heading):
    text = f"{LEAD}\n\nIda Vell said it was late.\n\n{heading}\n\n“It is sad. It is late.”"
    speakers = list(hs.quotations([text], format="news")["speaker"])
    assert speakers[-1] in {"Ida Vell", None}


PASSAGES = """
|“No,” said a villager from Lon Township, Yun Province. > villager from Lon Township, Yun Province
|The bloc's chair, Kenya's Peter Kam, said it was late. > Peter Kam
|“It works,” said African Grain Bank (AGB) chief Sidi Lam. > Sidi Lam
|Additional Superintendent of Police Farza Yas was there. The ASP said it was dark. > Farza Yas
|Lumer Inc. fell. Sales would drop, the Austin, Texas-based company said. > Lumer Inc.
|Privately, senior port aides are less sanguine. They fear that it is late. > senior port aides
|According to the Iranian official, Western insurers are afraid. > Iranian official
|Another backbencher said it was grim. “It is like a wake,” the MP said. > another backbencher
|Port chairman Tan Sri Abdul Marz was there.\n\nIt is late, the chairman said. > Abdul Marz
|His Excellency Sheikh Khalid Marz opened the hall. “It is late,” His Excellency said. > Khalid Marz
|Ministry spokesperson He Junl said no. Analyst Ida Orr left. He Junl added it was late. > He Junl
|The kitchen in Judith Carsw's cottage is cold.\n\n“I hid it,” Judith recalls. > Judith Carsw
|Ida Orr, who set up the club, said: “It is warm.\n\n“It is.”\n\nThe 71-year-old said no. > Ida Orr
|It is a setback for developer Castle Homes, which argued that it was safe. > Castle Homes
|Thorn & Vale said the rise in National Insurance would cost it. It hopes to stay. > Thorn & Vale
"""


def test_they_within_marks_are_nobody_of_whom_the_marks_do_not_speak():
    text = "Residents said it began at dawn.\n\n“They say he is in hospital,” said Ida Orr."
    rows = hs.quotations([text], format="plain")
    assert [row["speaker"] for row in rows if row["source"] == "They"] == [None]


def test_who_speaks_last_in_a_passage():
    rows = [row.split(" > ") for row in parts(PASSAGES)]
    assert_last([(text.replace("\\n", "\n"), name) for text, name in rows])
