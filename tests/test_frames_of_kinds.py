"""Who is told apart from another of the same kind, and who is meant by a word of another kind.

Passages are put together from an introduction, what stands between, and a sentence in which
somebody says something; who that is follows from how they are put together. The parts are ours.
"""

from itertools import product

import hustings as hs
import pytest
from test_frames_of_reports import parts

SAID = [
    "{0} said it was not so.",
    "“It is not so,” {0} said.",
    "It is not so, according to {0}.",
]


def last_speakers(texts):
    """The last speaker of each text."""
    found = hs.quotations(texts, format="plain")
    last = dict(zip(found["document"], found["speaker"], strict=True))
    return [last.get(f"text{number}") for number in range(1, len(texts) + 1)]


def assert_last(rows):
    """In each text the last who speaks is the one expected."""
    texts, expected = zip(*rows, strict=True)
    wrong = [
        row for row in zip(texts, last_speakers(texts), expected, strict=True) if row[1] != row[2]
    ]
    assert wrong == [], f"{len(wrong)} of {len(texts)}, the first: {wrong[:4]}"


def small(phrase):
    return phrase[0].lower() + phrase[1:]


APART = """
|The interior ministry > The foreign ministry|The finance ministry > The health ministry
|A lower court > The appeals court|The ruling party > The opposition party
|The state health department > The county health department
|The teachers' union > The nurses' union|A rights group > The militant group
|The police department > The fire department|The space agency > The weather agency
|A U.S. official > The Israeli official|A police spokesman > The army spokesman
|The health minister > The finance minister|A Western diplomat > The Asian diplomat
|The prosecution lawyer > The defence lawyer
"""


def test_two_of_a_kind_are_told_apart_by_what_modifies_them():
    rows = []
    for pair, said in product(parts(APART), SAID):
        first, second = pair.split(" > ")
        of = second if said.startswith("{0}") else small(second)
        rows.append((f"{first} said the road was shut. {said.format(of)}", second[4:]))
    assert_last(rows)


SAME = """
|The Norland Interior Ministry > The ministry|The Bank of Norland > The central bank
|The powerful teachers' union > The union|A London-based rights group > The group
"""


def test_words_that_tell_nothing_else_stand_for_the_same():
    for pair in parts(SAME):
        first, second = pair.split(" > ")
        text = f"{first} said the road was shut. {second} said it would open."
        speakers = hs.quotations([text], format="plain")["speaker"]
        assert speakers[0] == speakers[1], text


SERVED = """
|“We are shocked,” said a spokesman for {0}.|{0} spokesman Ivo Marr said the ship was sound.
|The chairman of {0}, Hal Brode, said he was shocked.|Lawyers for {0} said it was false.
|Two sources close to {0} said talks had failed.
"""


def test_a_body_is_met_in_the_phrase_of_who_speaks_for_it():
    rows = []
    for name, served, noun in product(
        ["Norse Line", "Corvane Green"], parts(SERVED), ["company", "firm", "group"]
    ):
        opening = served.format(name)
        rows.append((f"{opening} The {noun} said it would pay.", name))
    for body in ("interior ministry", "central bank", "health department"):
        noun = body.split(" ")[1]
        text = f"A spokesman for the {body} said the road was shut. The {noun} said it would open."
        rows.append((text, body))
    assert_last(rows)


TOGETHER = """
|Norse Line and Brackwell|Hale and Reid|Scotland, Wales and Northern Ireland
|lawyers, doctors and teachers|local officials, residents and aid workers
|the mayor, the union and the bank|police, medics and residents
"""


@pytest.mark.parametrize("opening", ["", "On Monday, ", "In a joint statement, "])
def test_all_of_a_list_speak(opening):
    rows = []
    for names in parts(TOGETHER):
        source = names if opening else names[0].upper() + names[1:]
        text = f"{opening}{source} said they would act."
        rows.append((text, source.removeprefix("The ").removeprefix("the ")))
    found = hs.quotations([text for text, _ in rows], format="plain")
    sources = [one.removeprefix("The ").removeprefix("the ") for one in found["source"]]
    assert sources == [source for _, source in rows]


CALLED = """
|St Mary's Hospital|King's College Hospital|The Mayor's Office
|The Ministry of Trade, Industry and Energy|The Department for Work, Skills and Pensions
|The Health and Safety Executive
"""


@pytest.mark.parametrize("name", parts(CALLED))
def test_a_body_keeps_its_whole_name(name):
    (row,) = hs.quotations([f"{name} said it had no comment."], format="plain")
    assert (row["source"], row["speaker"]) == (name, name.removeprefix("The "))


TRADES = """
|a novelist > author|the president > leader|a striker > footballer|a biologist > scientist
|a surgeon > doctor|a reporter > journalist|an activist > campaigner|a goalkeeper > keeper
|a singer > star|a painter > artist|a paramedic > medic
|a fisherman > skipper|a truck driver > trucker|a former general > ex-general
"""
OTHER = ["", "“We did all we could,” said Tom Roe, a baker. ", "Tom Roe, a baker, was there too. "]


def test_a_word_for_the_same_trade_stands_for_who_has_it():
    rows = []
    for pair, other, said in product(parts(TRADES), OTHER, SAID):
        trade, noun = pair.split(" > ")
        of = f"The {noun}" if said.startswith("{0}") else f"the {noun}"
        text = f"Ann Pell, {trade}, was freed on Tuesday. {other}{said.format(of)}"
        rows.append((text, "Ann Pell"))
    assert_last(rows)


FROM = """
|an Italian climber > Italian|a Spanish climber > Spaniard|a South African climber > South African
|an English climber > Englishman|an American climber > American|a climber from Wales > Welshman
"""


def test_who_is_from_somewhere_is_called_by_it():
    rows = []
    for pair, said in product(parts(FROM), SAID):
        told, noun = pair.split(" > ")
        of = f"The {noun}" if said.startswith("{0}") else f"the {noun}"
        rows.append((f"Alan Moss, {told}, reached the summit. {said.format(of)}", "Alan Moss"))
    for before in ("American", "Briton", "Italian", "Spaniard"):
        text = f"{before} Susan Merrick won the race. Merrick said she was tired."
        rows.append((text, "Susan Merrick"))
    assert_last(rows)


LEADS = """
|A British nurse has been freed in Norland. > The nurse
|An Australian tourist was bitten by a shark on Monday. > The tourist
|A man who threw paint at the mayor was jailed on Friday. > The man
"""


def test_whom_a_lead_only_tells_is_named_below():
    rows = []
    for pair in parts(LEADS):
        lead, noun = pair.split(" > ")
        for said in SAID:
            of = noun if said.startswith("{0}") else small(noun)
            text = f"{lead}\n\nAlan Orlow, 44, spent three years abroad.\n\n{said.format(of)}"
            rows.append((text, "Alan Orlow"))
    assert_last(rows)


def test_an_official_without_a_name_is_not_who_is_named_next():
    text = (
        "An official was seen at the port.\n\nAlan Orlow, 44, owns a boat.\n\n"
        "The official said it was late."
    )
    assert last_speakers([text]) == ["official"]


WHOSE = """lawyer|spokesman|coach|agent|colleague|brother|doctor"""


def test_whose_lawyer_somebody_is():
    rows = []
    for noun in parts(WHOSE):
        opening = f"Tom Keane was in court on Friday. His {noun}, Pete Fox, asked for time."
        rows += [
            (f"{opening} His {noun} said Keane was ill.", "Pete Fox"),
            (f"{opening} Keane's {noun} said he was ill.", "Pete Fox"),
            (f"{opening} The {noun} said Keane was ill.", "Pete Fox"),
        ]
    assert_last(rows)


CLAUSES = """
|When Tom Ashdown left, Hal Marr sold the land.|While Tom Ashdown ran the shop, Hal Marr slept.
|Because Tom Ashdown refused to sign, Hal Marr could not go.
|Although Tom Ashdown had won, Hal Marr stayed.|After Tom Ashdown left, Hal Marr sold the land.
|By the time Tom Ashdown came, Hal Marr had gone.
"""


def test_he_is_the_subject_of_the_main_clause():
    rows = [
        (f"{clause}\n\nHe said the price had been fair.", "Hal Marr") for clause in parts(CLAUSES)
    ]
    assert_last(rows)


TELLERS = """
|Susan Merrick told the court that Joan Farrow had said she would burn it.
|Susan Merrick was answering Joan Farrow, who said last week that the club was broke.
|Susan Merrick spoke a day after Joan Farrow said the club was broke.
"""


def test_whoever_is_quoted_in_passing_does_not_take_the_next_pronoun():
    rows = [
        (f"{teller}\n\nShe said the books were bad.", "Susan Merrick") for teller in parts(TELLERS)
    ]
    assert_last(rows)


THEY = """
|Dozens of protesters > protesters|Hundreds of farmers > farmers|A number of residents > residents
|More than 40 workers > workers
"""


@pytest.mark.parametrize("pair", parts(THEY))
def test_they_are_those_of_whom_there_are_so_many(pair):
    many, noun = pair.split(" > ")
    (speaker,) = last_speakers([f"{many} stayed on Monday. They said they would not leave."])
    assert speaker is not None
    assert speaker.endswith(noun)


ONE = """
|Three witnesses told Harbour News that soldiers had fired. > one witness, another witness
|Four people familiar with the talks said the bank would be sold. > one person, another person
"""


@pytest.mark.parametrize("pair", parts(ONE))
def test_one_is_of_those_who_have_spoken(pair):
    opening, names = pair.split(" > ")
    text = f"{opening} “It was late,” one said. “It was dark,” said another."
    speakers = hs.quotations([text], format="plain")["speaker"]
    assert ", ".join(speakers[-2:]) == names


def test_a_suffix_is_no_name():
    texts = [
        "President Joseph R. Harwood, Jr. declared that a disaster exists.",
        "The summit in Washington, D.C. reaffirmed that it matters.",
    ]
    found = hs.quotations(texts, format="plain")
    assert found["source"] == ["President Joseph R. Harwood", "The summit in Washington"]
    assert found["speaker"] == ["Joseph R. Harwood", "summit in Washington"]


@pytest.mark.parametrize("opening", [", ", "On Monday, , ", "France, , ", ",, "])
def test_a_list_behind_a_stray_comma_is_read(opening):
    found = hs.quotations([f"{opening}Germany and Italy said they would act."], format="plain")
    assert list(found["content"]) == ["they would act"]
