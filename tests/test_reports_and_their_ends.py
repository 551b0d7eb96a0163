# ruff: noqa: E501 - rows read best on one line
"""Reports behind verbs that tell little themselves, what stands between a verb and its content, and where contents end."""

import hustings as hs
import pytest
from test_reports import found

REPORTS = [
    # Behind verbs that tell little themselves.
    ("Orr has begun to suspect that Vell might lose.", ("Orr", "suspect", "Vell might lose")),
    (
        "Owners are starting to worry that the pier will fall.",
        ("Owners", "worry", "the pier will fall"),
    ),
    ("Some have come to believe that the boat is lost.", ("Some", "believe", "the boat is lost")),
    (
        "Orr spent the day telling voters that the pier was safe.",
        ("Orr", "telling", "the pier was safe"),
    ),
    (
        "Orr has spent weeks arguing that the pier is \u201cdead.\u201d",
        ("Orr", "arguing", "the pier is \u201cdead.\u201d"),
    ),
    ("Orr used the speech to accuse Vell of delay.", ("Orr", "accuse", "Vell of delay")),
    ("Orr took the stage to accuse Vell of delay.", ("Orr", "accuse", "Vell of delay")),
    ("Orr jumped in to say it was late.", ("Orr", "say", "it was late")),
    ("Polls continue to show that Vell is behind.", ("Polls", "show", "Vell is behind")),
    (
        "Orr limited himself to saying that the pier was safe.",
        ("Orr", "saying", "the pier was safe"),
    ),
    ("Orr concluded by saying that the pier was safe.", ("Orr", "saying", "the pier was safe")),
    ("Orr was also of the view that boats should wait.", ("Orr", "view", "boats should wait")),
    (
        "Experts are of the opinion that the pier will fall.",
        ("Experts", "opinion", "the pier will fall"),
    ),
    ("As per the police, the driver fled.", ("the police", "As per", "the driver fled")),
    (
        "Eleven piers have cracks, as per a report of the harbour board.",
        ("a report of the harbour board", "as per", "Eleven piers have cracks"),
    ),
    # Between a verb and its content.
    (
        "The Ledger reported on October 3, citing two sources, that talks might begin.",
        ("The Ledger", "reported", "talks might begin"),
    ),
    (
        "The port said on Friday, citing its own count, that nobody was lost.",
        ("The port", "said", "nobody was lost"),
    ),
    (
        "Orr said in a letter attached to the filing that any mistakes were small.",
        ("Orr", "said", "any mistakes were small"),
    ),
    ("Orr said in a recording played for jurors that it was late.", ("Orr", "said", "it was late")),
    (
        "Orr said at a meeting with Norlandic partners that ties were good.",
        ("Orr", "said", "ties were good"),
    ),
    (
        "Aides warned nearly a year before she ran that the plan would fail.",
        ("Aides", "warned", "the plan would fail"),
    ),
    ("Orr said, simply, \u201cNo, never.\u201d", ("Orr", "said", "No, never.")),
    (
        "Orr, appearing on \u201cHarbour Week\u201d Sunday, said it was late.",
        ("Orr", "said", "it was late"),
    ),
    (
        "Orr said the accord, \u201csigned in Oban,\u201d reflects much.",
        ("Orr", "said", "the accord, \u201csigned in Oban,\u201d reflects much"),
    ),
    ("Orr voted no because, he said, the plan was weak.", ("he", "said", "the plan was weak")),
    (
        "Orr will not run because, as he put it, \u201clife is short.\u201d",
        ("he", "put it", "life is short."),
    ),
    ("It was time, he said, to go home.", ("he", "said", "It was time to go home")),
    ("Orr has gone on record saying the pier was shut.", ("Orr", "saying", "the pier was shut")),
    ("Orr all but said that the pier was shut.", ("Orr", "said", "the pier was shut")),
    (
        "Orr was asked whether he would go and replied that it was late.",
        ("Orr", "replied", "it was late"),
    ),
    (
        "Orr raised the possibility that the pier would shut.",
        ("Orr", "raised the possibility", "the pier would shut"),
    ),
    (
        "The Oban Post has learned that the pier will shut.",
        ("The Oban Post", "learned", "the pier will shut"),
    ),
    ("The pier will shut, CNN has learned.", ("CNN", "learned", "The pier will shut")),
    ("Orr compared Vell to a fox.", ("Orr", "compared", "Vell to a fox")),
    ("Orr cast the vote as a choice.", ("Orr", "cast", "the vote as a choice")),
    ("Orr painted Vell as a fox.", ("Orr", "painted", "Vell as a fox")),
    (
        "Ten members quit, with several more telling the board they would follow.",
        ("several more", "telling", "they would follow"),
    ),
    (
        "Orr wrote a letter last week urging the board to wait.",
        ("Orr", "urging", "the board to wait"),
    ),
    ("The court heard Orr had stolen the boat.", (None, "heard", "Orr had stolen the boat")),
    ("The inquest heard how the boat sank.", (None, "heard", "how the boat sank")),
    ("It is feared 20 people have died.", (None, "feared", "20 people have died")),
    ("It is understood Orr will go.", (None, "understood", "Orr will go")),
    ("The BBC understands that Orr will go.", ("The BBC", "understands", "Orr will go")),
    ("Orr will say: \u201cIt is time.\u201d", ("Orr", "say", "It is time.")),
    # Shares, polls, and others.
    ("Half of them say they will vote.", ("Half of them", "say", "they will vote")),
    (
        "Slightly more than half of owners said they were keen.",
        ("Slightly more than half of owners", "said", "they were keen"),
    ),
    ("Polls show Orr trailing in Oban.", ("Polls", "show", "Orr trailing in Oban")),
    (
        "Orr leads Vell by 9 points, a Ledger poll finds.",
        ("a Ledger poll", "finds", "Orr leads Vell by 9 points"),
    ),
    (
        "Owners are tired, a Ledger poll finds, but half say they will vote.",
        ("a Ledger poll", "finds", "Owners are tired"),
    ),
    ("Another wrote: \u201cIt is late.\u201d", ("Another", "wrote", "It is late.")),
    (
        "Orr told donors that Vell was \u201cfinished,\u201d two people said.",
        ("two people", "said", "Orr told donors that Vell was \u201cfinished,\u201d"),
    ),
    ("\u201cIs it over?\u201d Orr finally asked.", ("Orr", "asked", "Is it over?")),
    (
        "The question, according to three people in the room, was met with silence.",
        ("three people in the room", "according to", "The question was met with silence"),
    ),
    (
        "What they know, according to Orr, is that the pier is lost.",
        ("Orr", "according to", "What they know is that the pier is lost"),
    ),
    # Noun phrases.
    ("Orr pointed to the importance of trade.", ("Orr", "pointed to", "the importance of trade")),
    (
        "Orr drew attention to the need for talks.",
        ("Orr", "drew attention to", "the need for talks"),
    ),
    (
        "The leaders reiterated Norland's position that the strait is open.",
        ("The leaders", "reiterated", "Norland's position that the strait is open"),
    ),
    (
        "The minister assured farmers of the government's support.",
        ("The minister", "assured", "the government's support"),
    ),
]

ENDS = [
    ("Orr said he was out and thanked his staff.", "he was out"),
    ("Orr said it would close and apologized to the crew.", "it would close"),
    ("The minister said ties were good, and visited a school.", "ties were good"),
    ("The sides agreed that trade should grow, and set a target.", "trade should grow"),
    ("Orr said he would vote no, breaking with his party.", "he would vote no"),
    ("Orr vowed to build a wall, doubling down on a promise.", "to build a wall"),
    (
        "Orr said boats \u201cundercount us\u201d and pointed to the crowds.",
        "boats \u201cundercount us\u201d",
    ),
    ("Orr said he would run before saying he would not.", "he would run"),
    (
        "Orr said he was \u201coffended\u201d by the remarks.",
        "he was \u201coffended\u201d by the remarks",
    ),
    (
        "She says she'll vote for Orr, \u201cbut I won't say so.\u201d",
        "she'll vote for Orr, \u201cbut I won't say so.\u201d",
    ),
    ("Orr asked, \u201cWho did it?\u201d Vell said it was silly.", "Who did it?"),
    ("As he left, telling reporters that it was over, Vell laughed.", "it was over"),
    (
        "Orr said he turned around and told the man to go.",
        "he turned around and told the man to go",
    ),
    (
        "Orr said the crews \u201cmay rest,\u201d and Rep. Ida Vell, a former judge, pressed him on it.",
        "the crews \u201cmay rest,\u201d",
    ),
    ("In Oban, where Orr described the plan as a joke, owners were tired.", "the plan as a joke"),
    (
        "The poll found 45 percent of voters back Orr, compared with 40 for Vell.",
        "45 percent of voters back Orr",
    ),
    (
        "Orr said the port believes in talks and has asked for time.",
        "the port believes in talks and has asked for time",
    ),
    ("The bank said profit rose to $2 billion, beating forecasts.", "profit rose to $2 billion"),
    (
        "Orr says he has \u201cseen the pictures\u201d and vows to act.",
        "he has \u201cseen the pictures\u201d",
    ),
    ("Orr promised to cut taxes without saying how he would pay.", "to cut taxes"),
    ("Orr argued her plan is tougher \u2014 she cited Vell, who counted.", "her plan is tougher"),
    # What looks like it and is told within.
    (
        "Orr said she had shaken his hand and found it warm.",
        "she had shaken his hand and found it warm",
    ),
    (
        "The port says storms, and requests to climb, are rare.",
        "storms, and requests to climb, are rare",
    ),
    ("Orr said she had won and thanked her crew.", "she had won and thanked her crew"),
    (
        "Orr said the crew was rescued and thanked by the port.",
        "the crew was rescued and thanked by the port",
    ),
    (
        "Orr said he was a captain and signed letters as Vell.",
        "he was a captain and signed letters as Vell",
    ),
    ("Orr said it would rain, softening the ground.", "it would rain, softening the ground"),
    ("Orr said it would go on, breaking hulls.", "it would go on, breaking hulls"),
]

NO_REPORTS = [
    "The court will hear Orr tomorrow.",
    "The trial heard evidence from Orr.",
    "He understands that it is late.",
    "We learned that it was late.",
    "They cast their votes as the rain fell.",
    "She painted the wall as it dried.",
    "The study compared the yields to those of May.",
    "The wages were paid as per the agreement.",
    "As per the rules, members pay twice.",
    "The tools were moved as per Article 5.",
    "Orr has come to ask for help.",
    "Orr spent a fortune promising to win.",
    "Orr stands to lose.",
    "Orr used the money to accuse nobody.",
    "She asked Orr volunteers to help.",
    "A group called Harbour Voices, said to be small, left.",
    "The aide insisted on anonymity to discuss the talks.",
]


@pytest.mark.parametrize(("sentence", "report"), REPORTS)
def test_a_report_is_found_whatever_stands_around_it(sentence, report):
    assert report in found(sentence)


@pytest.mark.parametrize(("sentence", "content"), ENDS)
def test_a_content_ends_where_the_narration_goes_on(sentence, content):
    assert content in {told for _, _, told in found(sentence)}


@pytest.mark.parametrize("sentence", NO_REPORTS)
def test_what_only_looks_like_a_report_is_none(sentence):
    told = found(sentence)
    assert not {report for report in told if report[1] != "asked"}, told


HEADLINES = [
    ("Board split over next hike, minutes show", ("minutes", "show", "Board split over next hike")),
    ("Exports fall 3 percent, data shows", ("data", "shows", "Exports fall 3 percent")),
    (
        "State to set up 40 cold stores by 2028: Agri minister",
        ("Agri minister", None, "State to set up 40 cold stores by 2028"),
    ),
    ("Border situation stable: Army chief", ("Army chief", None, "Border situation stable")),
    (
        "Harbour Democrats to Orr: Please stop talking",
        ("Harbour Democrats", None, "Please stop talking"),
    ),
]
COPY = "\n\nOBAN, May 3 (Reuters) The port of Oban was closed on Monday for works.\n\nThe works will take a year."


def of_headline(headline):
    rows = hs.quotations([headline + COPY], format="news")
    return {(row["source"], row["cue"], row["content"]) for row in rows}


@pytest.mark.parametrize(("headline", "report"), HEADLINES)
def test_a_headline_says_who_showed_or_said_it(headline, report):
    assert report in of_headline(headline)


@pytest.mark.parametrize(
    "headline",
    ["Trade: Over 1,200 firms to take part in Oban fair", "Culture: Festival opens in Oban"],
)
def test_the_field_of_an_agency_says_nothing(headline):
    assert not of_headline(headline)


def test_demands_and_claims_of_others_are_no_verbs_where_another_follows():
    told = of_headline("Norland says Ostarian demands amount to \u2018blackmail\u2019")
    assert {cue for _, cue, _ in told} == {"says"}


def test_whom_a_speaker_had_say_something_says_it():
    told = found("\u201cI had a neighbor tell me that he was scared,\u201d Orr said.")
    assert ("a neighbor", "tell", "he was scared") in told


def test_what_somebody_stopped_short_of_saying_was_not_said():
    (row,) = hs.quotations(["Orr stopped short of saying that the pier was shut."], format="plain")
    assert (row["source"], row["content"], row["negated"]) == ("Orr", "the pier was shut", True)
