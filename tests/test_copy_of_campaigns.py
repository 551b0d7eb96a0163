# ruff: noqa: E501 - rows read best on one line
"""Copy of campaigns and parliaments: short auxiliaries, subjects with what they say, reporter's tails, headlines that attack."""

import hustings as hs
import pytest
from test_reports import found

SHORT_AUXILIARIES = [
    (
        "Allies worry she'll come across as stiff.",
        ("Allies", "worry", "she'll come across as stiff"),
    ),
    ("Harbour Liberals fear she'll lose.", ("Harbour Liberals", "fear", "she'll lose")),
    ("Vell hopes she'll win.", ("Vell", "hopes", "she'll win")),
    ("Supporters hope she\u2019ll run.", ("Supporters", "hope", "she\u2019ll run")),
    ("Orr has suggested he'll go easy on her.", ("Orr", "suggested", "he'll go easy on her")),
    ("Vell insisted she'd run.", ("Vell", "insisted", "she'd run")),
    ("Aides worry they've lost.", ("Aides", "worry", "they've lost")),
    ("He's also threatened to close the pier.", ("He", "threatened", "to close the pier")),
    ("She\u2019s said she will run.", ("She", "said", "she will run")),
    ("She's also argued that the tax is unfair.", ("She", "argued", "the tax is unfair")),
    ('He\'s called the race "rigged."', ("He", "called", 'the race "rigged."')),
    ("She's asked the court to wait.", ("She", "asked", "the court to wait")),
    ("She'd promised to lower the dues.", ("She", "promised", "to lower the dues")),
    (
        "That has rattled backers who'd assumed the contest would be over.",
        ("backers", "assumed", "the contest would be over"),
    ),
]

PASSIVES = [
    "He's accused of fraud.",
    "He's expected to win.",
    "He's told the trial is over.",
    "She's said to be rich.",
    "He's called the father of the port.",
    "He's committed to winning.",
    "He's asked to leave.",
]

SUBJECTS = [
    ("The share of voters who say they would back Orr rose to 40 percent.", "they would back Orr"),
    ("The number of people who say they trust Vell has fallen.", "they trust Vell"),
    (
        "Owners who say they will vote for Vell are more likely to be men.",
        "they will vote for Vell",
    ),
    (
        "Voters who think the port is on the wrong track favor Orr.",
        "the port is on the wrong track",
    ),
    ("Owners who had hoped the race would be over are worried.", "the race would be over"),
    ("Lawmakers who say the bill is flawed voted for it anyway.", "the bill is flawed"),
    (
        "A woman who said she was attacked by the clerk spoke Monday.",
        "she was attacked by the clerk",
    ),
    (
        "Women who said they had been told the ship was safe wept.",
        "they had been told the ship was safe",
    ),
    # Where a verb belongs to what is said.
    (
        "Officials who say they believe the vote was stolen have left.",
        "they believe the vote was stolen",
    ),
    (
        "Aides who said they would go if the bill passed stayed on.",
        "they would go if the bill passed",
    ),
    ("People who think the man they saw was Orr have called.", "the man they saw was Orr"),
    (
        "Vell met lawmakers who say the bill that Orr drafted is dead.",
        "the bill that Orr drafted is dead",
    ),
    (
        "Vell spoke to voters who say they trust her and will back it.",
        "they trust her and will back it",
    ),
    (
        "Those who say it punishes people for being poor are wrong.",
        "it punishes people for being poor",
    ),
]

NAMED_BEHIND = [
    "Norlandic oilman Buddy Tarn",
    "Harbour bundler Buddy Tarn",
    "New Oban committeeman Buddy Tarn",
    "HPP megadonor Buddy Tarn",
]

TOLD_THERE = [
    ('his rival "sleeps more than any candidate in history."',) * 2,
    ('"nobody works harder."', "nobody works harder."),
    ('his rival "has no stamina."',) * 2,
    ("he would win.", "he would win"),
]

ENDS = [
    (
        "Most owners say they do not trust her, and even some supporters concede that she is slow.",
        "they do not trust her",
    ),
    (
        "Experts say the race is close, and Orr is convinced that the polls are wrong.",
        "the race is close",
    ),
    (
        "Vell said she won't back Orr, making her the fifth senator to reject him.",
        "she won't back Orr",
    ),
    (
        "Vell said she will back the bill, giving leaders the 50 votes they need.",
        "she will back the bill",
    ),
    ("Vell said she would oppose the bill, a blow to party leaders.", "she would oppose the bill"),
    (
        "The speaker warned that a strike before Election Day would help Orr and told her colleagues that she would stay.",
        "a strike before Election Day would help Orr",
    ),
    ("Aides said that Orr had threatened a lawsuit and that he meant it.", "a lawsuit"),
    ("Aides said that Orr had called for a recount and that he meant it.", "a recount"),
    (
        'Orr, who has insulted a rival and suggested that clerks are "an inconvenience," has said that he is fair.',
        'clerks are "an inconvenience,"',
    ),
    (
        "It was the Senate, Vell said, that killed the bill.",
        "It was the Senate that killed the bill",
    ),
    (
        "It is their children, he said, who ought to worry.",
        "It is their children who ought to worry",
    ),
    ("If enough voters stay home, he said, Orr wins.", "If enough voters stay home Orr wins"),
    ("When turnout falls, Vell said, the Liberals win.", "When turnout falls the Liberals win"),
    # What is said, though it looks like a tail.
    (
        "Vell said the bill would cut dues, giving owners more money.",
        "the bill would cut dues, giving owners more money",
    ),
    (
        "Vell said the law was bad, making it harder to hire.",
        "the law was bad, making it harder to hire",
    ),
    ("Vell said she had voted, and even the mayor left.", "she had voted, and even the mayor left"),
]

GAPS = [
    (
        "It was a break that environmental groups hope will doom the plan.",
        ("environmental groups", "hope", "will doom the plan"),
    ),
    ("It is a tax that owners argue will hurt growth.", ("owners", "argue", "will hurt growth")),
    (
        "Orr would win, something Vell's office insists will not happen.",
        ("Vell's office", "insists", "will not happen"),
    ),
    (
        "They saw a session in which they fear Liberals would strike a deal.",
        ("they", "fear", "Liberals would strike a deal"),
    ),
    (
        "They saw it as a claim that fact-checkers say is false.",
        ("fact-checkers", "say", "is false"),
    ),
]

JUDGED = [
    ("The Orr camp finds that laughable.", ("The Orr camp", "finds", "that laughable")),
    ("Aides call that absurd.", ("Aides", "call", "that absurd")),
    ("Critics consider that a mistake.", ("Critics", "consider", "that a mistake")),
]

NO_REPORTS = [
    "For Vell, the danger is different.",
    "For Liberals, the stakes are higher still.",
    "For Vell, it was a day to forget.",
    "For Vell, the debate offers a chance to reassure voters.",
    "For Vell, the county has become a must-win.",
    "The drive raised 14 million crowns in July, less than half of what her aides had predicted.",
    "The bill would cost 2 billion crowns, far less than critics had claimed.",
    "The number of refugees admitted to the country rose.",
]

HEADLINES = [
    ("Tarn Slams Vell: 'She Lies'", "Tarn", "She Lies"),
    ("Tarn Rips Vell on Dues: 'She Is Unfit'", "Tarn", "She Is Unfit"),
    ("Tarn Attacks Judge: 'He's a Disgrace'", "Tarn", "He's a Disgrace"),
    ("Tarn Defends Remarks: 'I Was Joking'", "Tarn", "I Was Joking"),
    ("Tarn Vows: 'We Will Build It'", "Tarn", "We Will Build It"),
    ("Tarn: Spending Bill 'Funds Everything'", "Tarn", "Spending Bill 'Funds Everything'"),
    ("Tarn: Bill 'Is a Surrender'", "Tarn", "Bill 'Is a Surrender'"),
]


def article(headline, body="Tarn spoke on Monday."):
    return f"{headline}\n\nBy Ann Orr\n\nOBAN, Norland \u2014 {body}"


@pytest.mark.parametrize(("sentence", "report"), SHORT_AUXILIARIES + GAPS + JUDGED)
def test_short_auxiliaries_gaps_and_judgements_are_found(sentence, report):
    assert report in found(sentence)


@pytest.mark.parametrize("sentence", PASSIVES)
def test_a_short_is_before_a_participle_is_no_has(sentence):
    assert [row for row in found(sentence) if row[0] in {"He", "She"}] == []


@pytest.mark.parametrize(("sentence", "content"), SUBJECTS)
def test_a_subject_with_what_it_says_ends_before_the_main_verb(sentence, content):
    assert content in [row[2] for row in found(sentence)]


@pytest.mark.parametrize(("sentence", "content"), ENDS)
def test_a_content_ends_where_the_narration_goes_on(sentence, content):
    assert content in [row[2] for row in found(sentence)]


@pytest.mark.parametrize("sentence", NO_REPORTS)
def test_frames_comparisons_and_those_let_in_report_nothing(sentence):
    assert found(sentence) == []


def test_a_judgement_of_one_with_a_full_name_is_a_report_of_theirs():
    rows = found("For Ida Vell, the question is whether the port can wait.")
    assert rows == [("Ida Vell", "For", "the question is whether the port can wait")]


@pytest.mark.parametrize("source", NAMED_BEHIND)
def test_marks_are_said_by_whoever_has_a_trade_that_no_list_has(source):
    text = f'"We have no plan," said {source}. "It is over."'
    assert found(text) == [(source, "said", "We have no plan, It is over.")]


@pytest.mark.parametrize("words", ["aboard Harbour Star", "late Monday", "in New Oban"])
def test_words_behind_a_speaker_are_no_trade(words):
    assert found(f'"It is over," said Orr {words}.') == [("Orr", "said", "It is over,")]


@pytest.mark.parametrize(("said", "content"), TOLD_THERE)
@pytest.mark.parametrize(
    "told", ["told a crowd in Tarnville, South Norland,", "said in Tarnville, South Norland,"]
)
def test_a_town_and_its_state_stand_before_what_is_told(told, said, content):
    assert found(f"Orr {told} that {said}") == [("Orr", told.split()[0], content)]


def test_a_group_that_advocates_something_reports_only_what_it_says():
    text = "Harbour Action, a group that advocates tax cuts, said it would score the vote."
    assert found(text) == [("Harbour Action", "said", "it would score the vote")]


@pytest.mark.parametrize(("headline", "source", "content"), HEADLINES)
def test_a_headline_that_attacks_tells_who_speaks(headline, source, content):
    rows = found(article(headline), "news")
    assert [(row[0], row[2]) for row in rows] == [(source, content)]


@pytest.mark.parametrize(
    "headline",
    ["Storm Slams Oban: 'We Lost All'", "Tarn: My 'Harbour Nights'", "Tarn Trial Ends: 'He Lied'"],
)
def test_what_strikes_or_is_called_something_says_nothing_in_a_headline(headline):
    assert found(article(headline), "news") == []


def speakers(text):
    table = hs.quotations([text], format="plain")
    return list(zip(table.column("content"), table.column("speaker"), strict=True))


def test_whoever_has_left_office_ends_no_sentence():
    text = "Sen. Rob Tarn of Oban, who's facing a challenge from ex-Gov. Ted Strick, said Monday that he's open to staying."
    assert speakers(text) == [("he's open to staying", "Rob Tarn")]
    assert (
        found("Tarn said the ex-Sen. Ann Moor would run.")[0][2] == "the ex-Sen. Ann Moor would run"
    )


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Asked if he would run, Dorn shrugged and said", "Dorn"),
        ("Dorn, asked whether he was worried about it, smiled and said", "Dorn"),
        ("Asked if he would run himself, the congressman laughed and said", "the congressman"),
    ],
)
def test_whoever_was_asked_says_what_follows(source, speaker):
    assert found(f"{source} it was too early.") == [(speaker, "said", "it was too early")]


@pytest.mark.parametrize(
    ("source", "served"),
    [
        (
            "A spokeswoman for Aber's Liberal challenger, state Treasurer Colleen Pike,",
            "Colleen Pike",
        ),
        ("A spokesman for Aber's opponent, Rep. Colleen Pike,", "Colleen Pike"),
        ("An adviser to Vell's running mate, Sen. Paul Okor,", "Paul Okor"),
    ],
)
def test_the_title_of_whoever_is_served_makes_no_speaker(source, served):
    ((content, speaker),) = speakers(f"{source} said the bill was dead.")
    assert content == "the bill was dead"
    assert speaker != served


def test_a_courtesy_title_behind_a_comma_is_of_the_one_who_speaks():
    ((_, speaker),) = speakers("A spokeswoman for Vell's opponent, Ms. Ann Pike, said it was dead.")
    assert speaker == "Ann Pike"


def test_he_within_marks_is_nobody_who_says_them():
    text = 'Victor Tarn has no aides, a friend said. "He thinks it is enough," the friend said. "He thinks money is for losers."'
    assert ("money is for losers", "Victor Tarn") in speakers(text)


def test_a_description_behind_while_is_not_the_subject_of_its_sentence():
    text = "Eleanor Whit on Monday accused Victor Tarn of hiding his returns, while the Republican nominee told a crowd that she was corrupt."
    assert dict(speakers(text))["she was corrupt"] != "Eleanor Whit"


def test_a_day_of_the_calendar_is_nobody():
    text = "The speaker warned that a strike before Election Day would help Orr and told her colleagues that she would stay."
    assert "Election Day" not in [speaker for _, speaker in speakers(text)]
