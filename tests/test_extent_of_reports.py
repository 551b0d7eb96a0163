# ruff: noqa: E501 - rows read best on one line
"""How far reports reach in copy of agencies and desks, which are missed there, and what only looks like one."""

import hustings as hs
import pytest
from test_reports import found

SUBJECTS_WITH_BRACKETS = [
    ("Prosecutors allege Vell, 47, bought a boat.", "Vell, 47, bought a boat"),
    (
        "Prosecutors allege Vell, who denies it, bought a boat.",
        "Vell, who denies it, bought a boat",
    ),
    ("Police confirmed the diver, 41, died in hospital.", "the diver, 41, died in hospital"),
    (
        "Police confirmed the diver, 41, of Oban, died in hospital.",
        "the diver, 41, of Oban, died in hospital",
    ),
    (
        "Police confirmed the diver, who has not been named, died.",
        "the diver, who has not been named, died",
    ),
    ("Police suspect the diver, 41, started the fire.", "the diver, 41, started the fire"),
    (
        "The lawsuit claims Mr Vell, a former director, knew of the leak.",
        "Mr Vell, a former director, knew of the leak",
    ),
    ("The suit alleges Vell, of Oban, lied to owners.", "Vell, of Oban, lied to owners"),
    ("Experts predict the storm, named Ida, will grow.", "the storm, named Ida, will grow"),
    # A noun phrase is still one.
    ("Police confirmed the arrest of a diver, 41, on Monday.", "the arrest of a diver, 41"),
    (
        "Police confirmed the name of the diver, 41, and charged him with theft.",
        "the name of the diver, 41",
    ),
    ("The yard confirmed the fault, which was found in May, and recalled the boats.", "the fault"),
    ("Orr denied the charge, which carries a fine, and left the court.", "the charge"),
]


@pytest.mark.parametrize(("sentence", "content"), SUBJECTS_WITH_BRACKETS)
def test_a_clause_goes_on_behind_what_its_subject_is(sentence, content):
    assert content in [row[2] for row in found(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The assembly established a new date in the calendar, the Day of Rain, celebrated every year in May.",
        "The treaty reflects the pledges that Norland, both alone and with others, has made.",
    ],
)
def test_a_participle_or_a_relative_clause_is_no_verb_of_the_subject(sentence):
    assert found(sentence) == []


CONTRACTED = [
    ("Allies worry she'll come late.", ("Allies", "worry", "she'll come late")),
    ("Owners fear she\u2019ll lose.", ("Owners", "fear", "she\u2019ll lose")),
    ("Vell hopes she'll win.", ("Vell", "hopes", "she'll win")),
    ("Vell insisted she'd run.", ("Vell", "insisted", "she'd run")),
    ("Orr has hinted he'll run again.", ("Orr", "hinted", "he'll run again")),
    ("He's threatened to sue.", ("He", "threatened", "to sue")),
    ("She's also argued that it was late.", ("She", "argued", "it was late")),
    ("He\u2019s said he will run.", ("He", "said", "he will run")),
    ("It's promised to raise the dues.", ("It", "promised", "to raise the dues")),
    ("She'd promised to raise the dues.", ("She", "promised", "to raise the dues")),
]


@pytest.mark.parametrize(("sentence", "report"), CONTRACTED)
def test_a_pronoun_and_its_auxiliary_in_one_word(sentence, report):
    assert report in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He's committed to doing more.",
        "She's called Ida Vell.",
        "He must've thought the road was there.",
        "He'd put the book down.",
        "They should've said no.",
    ],
)
def test_a_contraction_alone_makes_no_report(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It's estimated that one boat in ten leaks.",
        "It\u2019s believed that one boat in ten leaks.",
    ],
)
def test_what_is_said_by_nobody_has_no_source_behind_a_contraction(sentence):
    assert found(sentence) == found(sentence.replace("It's", "It is").replace("It\u2019s", "It is"))
    assert [row[0] for row in found(sentence)] == [None]


STANDS = [
    (
        "The cabinet reaffirmed the kingdom's keenness to support the talks.",
        "the kingdom's keenness to support the talks",
    ),
    ("Orr affirmed the keenness of Norland to trade.", "the keenness of Norland to trade"),
    ("Orr reiterated adherence to the pact.", "adherence to the pact"),
    ("Orr reaffirmed Norland's rejection of the raids.", "Norland's rejection of the raids"),
    ("Orr reiterated his condemnation of the raid.", "his condemnation of the raid"),
    (
        "Orr reaffirmed the country's firm stance in support of peace.",
        "the country's firm stance in support of peace",
    ),
    ("Orr renewed Norland's call for a truce.", "Norland's call for a truce"),
    ("Orr renewed the offer of talks.", "the offer of talks"),
    ("Orr urged for the release of all crews.", "the release of all crews"),
    ("Orr emphasized on the need for unity.", "the need for unity"),
    ("Orr stressed upon unity.", "unity"),
    ("Orr emphasised upon the young to work hard.", "the young to work hard"),
    ("Orr assured farmers of full support.", "full support"),
    ("Orr assured them of better guards.", "better guards"),
    (
        "Officials advised those living near the river to leave.",
        "those living near the river to leave",
    ),
    ("Jurors asked to see the ledger.", "to see the ledger"),
    ("A museum has asked to borrow the map.", "to borrow the map"),
    ("Doctors fear further deaths.", "further deaths"),
    ("Trade unions fear serious losses for the port.", "serious losses for the port"),
]


@pytest.mark.parametrize(("sentence", "content"), STANDS)
def test_a_stand_or_a_request_is_a_report(sentence, content):
    assert [row[2] for row in found(sentence)] == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        "Orr renewed his contract with the club.",
        "The court affirmed the rejection of her claim.",
        "The panel reaffirmed the sentence.",
        "Orr assured members of parliament.",
        "Families asked to leave their homes were angry.",
        "Orr asked not to be named.",
        # Notice is taken, a door answered, a share held.
        "Norland has noted the reports.",
        "We have noted the statement by the port.",
        "Vell answered four of those calls.",
        "The fund holds Oban Steel shares worth $2 million.",
        # What is decided or weighed.
        "The ministry is considering whether to appeal.",
        "The court is considering whether the law applies.",
        # The narration says what is at stake.
        "For Vell, the danger is different.",
        "For Vell, the question is whether he can change.",
        "For Vell, it was a day to forget.",
        "For Orr, the debate offers a chance to win back owners.",
        # Where something is known from.
        "The wire cites the press service of the port.",
        "Norpress reported citing the ministry.",
    ],
)
def test_what_is_noted_weighed_or_at_stake_is_no_report(sentence):
    assert found(sentence) == []


def test_what_the_narration_says_something_is_called_makes_no_report_of_an_order():
    rows = found("Mayor Ida Vell ordered a search for what she called \u201ca lost cause\u201d.")
    assert [row[2] for row in rows] == ["a lost cause"]


ENDS = [
    # A share of those asked is set against another, not one of anything else.
    (
        "The board was told that the plant was built, while 64 per cent of the pipes had been laid.",
        "the plant was built, while 64 per cent of the pipes had been laid",
    ),
    ("Some 61 percent said they trusted her, while 30 percent did not.", "they trusted her"),
    # Somebody else says nothing.
    ("The yard said sales rose, while the rival Orr Marine declined to comment.", "sales rose"),
    (
        "The yard said sales rose, while Orr Marine did not respond to a request for comment.",
        "sales rose",
    ),
    ("The yard said it would wait, while Norland has not commented.", "it would wait"),
    (
        "The yard said fees were cut, while the bank declined to give a loan.",
        "fees were cut, while the bank declined to give a loan",
    ),
    # What the speaker stands for besides, and what the narration makes of it.
    ("Orr said ties were strong, affirming Norland's support for the plan.", "ties were strong"),
    ("Orr said ties were strong, stressing the importance of joint work.", "ties were strong"),
    (
        "Orr said the leaders signed a text, affirming their support for the plan.",
        "the leaders signed a text, affirming their support for the plan",
    ),
    (
        "Orr said he will not vote for her, making him the fifth senator to leave.",
        "he will not vote for her",
    ),
    (
        "Orr said the storm cut the road, making it hard to leave.",
        "the storm cut the road, making it hard to leave",
    ),
    ("Orr said he would oppose the bill, a blow to party leaders.", "he would oppose the bill"),
    # Another report beside it.
    (
        "Most voters say they do not trust her, and even some supporters concede that she has been slow.",
        "they do not trust her",
    ),
    (
        "Experts say the race is close, and Vell is convinced that the polls are wrong.",
        "the race is close",
    ),
    (
        "Experts say the race is close, and I am convinced that the polls are wrong.",
        "the race is close",
    ),
    ("Aides said that Orr had threatened a suit and that he meant it.", "a suit"),
    # The main clause behind a relative one.
    (
        "Asked about Ida Vell, who said last week that the deal was dead, Orr told reporters it was alive.",
        "the deal was dead",
    ),
    (
        "In an answer to the mayor, who claimed that the ship was lost, Orr said the claim was groundless.",
        "the ship was lost",
    ),
    ("The share of voters who say they would back her rose to 40 percent.", "they would back her"),
    ("The number of owners who say they trust Vell has fallen.", "they trust Vell"),
    ("Lawmakers who say the bill is flawed voted for it anyway.", "the bill is flawed"),
    (
        "A woman who said she was attacked by the guard spoke on Monday.",
        "she was attacked by the guard",
    ),
    (
        "She met voters who say they would back a plan chosen by the port.",
        "they would back a plan chosen by the port",
    ),
    (
        "He warned that a strike before Election Day would cost votes and told his staff that he was out.",
        "a strike before Election Day would cost votes",
    ),
    ("Aides said Orr had promised a law and that he \u201cmeant it.\u201d", "a law"),
    # What somebody does next within a content, and what is said of those at its end.
    (
        "Mr Orr said officers had read the bid and concluded it was too low.",
        "officers had read the bid and concluded it was too low",
    ),
    (
        "Orr expects the mayor to help with older owners, whom he described as the most loyal voters.",
        "the mayor to help with older owners",
    ),
    # Calls and signs.
    ("Marchers shouted \u201cshame on you\u201d as councillors left.", "shame on you"),
    ("Marchers chanted \u201cresign\u201d outside the hall.", "resign"),
    ("A banner saying \u201cSave our pool\u201d hung from the pier.", "Save our pool"),
    # A noun with its "that" further behind.
    (
        "Orr denied rumours, widely shared, that the port was sold.",
        "rumours, widely shared, that the port was sold",
    ),
    ("Orr denied claims, made by Vell, and left.", "claims"),
    # What parts a sentence.
    ("If owners stay home, he said, Orr wins.", "If owners stay home Orr wins"),
    ("If owners stay home, he said, the liberals win.", "If owners stay home the liberals win"),
    (
        "It was the senate, Vell said, that killed the bill.",
        "It was the senate that killed the bill",
    ),
    (
        "It is their children, she said, who ought to care.",
        "It is their children who ought to care",
    ),
    (
        "The river will reach 11 metres on Friday, the bureau says, just 20 centimetres below the record.",
        "The river will reach 11 metres on Friday just 20 centimetres below the record",
    ),
    # In the view of somebody of whom more is told.
    ("In the view of Ida Vell, a lawyer, the road is long.", "the road is long"),
    (
        "In the view of Ida Vell, roads, ports and bridges are bad.",
        "roads, ports and bridges are bad",
    ),
    # Behind where and to whom something was said.
    (
        "Orr told a crowd in Oban, Norland, that his rival \u201csleeps more than anyone.\u201d",
        "his rival \u201csleeps more than anyone.\u201d",
    ),
    ("Norpress reported citing a source that the road was shut.", "the road was shut"),
]


@pytest.mark.parametrize(("sentence", "content"), ENDS)
def test_a_content_ends_where_the_narration_goes_on(sentence, content):
    assert content in [row[2] for row in found(sentence)]


SOURCES = [
    # Agencies that tell from whom they know it.
    (
        "Roads were closed, Norpress reports citing the press service of the port.",
        ("Norpress", "reports", "Roads were closed"),
    ),
    (
        "Roads were closed, Norpress reports with reference to the port.",
        ("Norpress", "reports", "Roads were closed"),
    ),
    (
        "Roads in the north were closed, Norpress has learned from the press service of the port.",
        ("Norpress", "learned", "Roads in the north were closed"),
    ),
    (
        "Roads were closed, Norpress cites the press service of the port.",
        ("Norpress", "cites", "Roads were closed"),
    ),
    (
        "The club will appeal, the NP news agency understands.",
        ("the NP news agency", "understands", "The club will appeal"),
    ),
    # A report of a report.
    (
        "Orr warned against \u201cattempts to rock the boat,\u201d state media reported.",
        ("state media", "reported", "Orr warned against \u201cattempts to rock the boat,\u201d"),
    ),
    (
        "The bank had offered to wait, but the port refused the plan, the Ledger reported.",
        ("the Ledger", "reported", "The bank had offered to wait, but the port refused the plan"),
    ),
    (
        "A banner reading \u201cSave our pool\u201d was stolen, police said.",
        ("police", "said", "A banner reading \u201cSave our pool\u201d was stolen"),
    ),
    # Whoever is named behind a noun that no list has.
    (
        "\u201cWe have no plan,\u201d said Norlandic oilman Hal Orr.",
        ("Norlandic oilman Hal Orr", "said", "We have no plan,"),
    ),
    (
        "\u201cWe have no plan,\u201d said Reform bundler Hal Orr, who gave money.",
        ("Reform bundler Hal Orr", "said", "We have no plan,"),
    ),
    # What stands for the subject.
    ("It is a tax that owners argue will hurt growth.", ("owners", "argue", "will hurt growth")),
    (
        "It is a rare break that owners hope will doom the bill.",
        ("owners", "hope", "will doom the bill"),
    ),
    (
        "The League, a group that advocates lower dues, has said that it will count the vote.",
        ("The League", "said", "it will count the vote"),
    ),
    # Within marks.
    (
        "\u201cPeople keep telling me to calm down,\u201d she said.",
        ("People", "telling", "me to calm down"),
    ),
]


@pytest.mark.parametrize(("sentence", "report"), SOURCES)
def test_a_report_is_found_with_whoever_makes_it(sentence, report):
    assert report in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It raised $14 million in July, less than half of what his aides had predicted.",
        "The bill would cost $2 billion, far less than critics had claimed.",
        "She who claims must prove.",
        "The number of owners admitted to the country rose.",
    ],
)
def test_a_comparison_with_what_was_said_is_no_report(sentence):
    assert found(sentence) == []


def test_what_a_group_advocates_is_not_what_stands_before_it():
    text = "The League, a group that advocates lower dues, has said that it will count the vote."
    assert not any(row[2].startswith("The League") for row in found(text))


UNTOLD = [
    (
        "The envoy declined to comment on whether talks had begun.",
        "declined to comment on",
        "talks had begun",
    ),
    (
        "The envoy refused to elaborate on when talks would begin.",
        "refused to elaborate on",
        "when talks would begin",
    ),
    (
        "The envoy did not elaborate on when talks would begin.",
        "elaborate on",
        "when talks would begin",
    ),
]


@pytest.mark.parametrize(("sentence", "cue", "content"), UNTOLD)
def test_a_question_on_which_nobody_comments_is_denied(sentence, cue, content):
    row = hs.quotations([sentence]).to_polars().row(0, named=True)
    assert (row["cue"], row["content"], row["negated"]) == (cue, content, True)


def test_a_thing_on_which_nobody_comments_is_none():
    rows = found("The envoy declined to comment on what he called \u201ca rumour\u201d.")
    assert [row[2] for row in rows] == ["a rumour"]


HEADLINES = [
    ("Vell Hits Orr on Dredging: \u2018He Wants to Close It\u2019", "He Wants to Close It"),
    ("Vell Slams Orr: \u2018He Lies\u2019", "He Lies"),
]


@pytest.mark.parametrize(("headline", "content"), HEADLINES)
def test_a_headline_with_an_attack_names_who_attacks(headline, content):
    text = f"{headline}\n\nIda Vell spoke in Oban on Friday of the dredging of the port."
    rows = [row for row in found(text, "news") if row[2] in headline]
    assert [(row[0], row[2]) for row in rows] == [("Vell", content)]
