# ruff: noqa: E501 - rows read best on one line
"""Reports in single sentences: who, by which words, what; one row a form in which English has them."""

import hustings as hs
import pytest

REPORTS = [
    # Behind the content, before it, and between its parts.
    ("The tax, Vell answered, had paid for 400 bridges.", ("Vell", "answered", "The tax had paid for 400 bridges")),
    ("Members, said Vell, are required to pay.", ("Vell", "said", "Members are required to pay")),
    ("There was, she insisted, no sign of a change.", ("she", "insisted", "There was no sign of a change")),
    ("Without it the scheme will run short, the treasury estimates.", ("the treasury", "estimates", "Without it the scheme will run short")),
    ("As one of his oldest friends put it on the way out, the mayor was tired.", ("one of his oldest friends", "put it", "the mayor was tired")),
    ("The talks will resume, the envoy said, a day after the fire.", ("the envoy", "said", "The talks will resume")),
    # Words between subject and verb, between verb and content.
    ("Tara Vell, head of the port, a former welder, said the cranes were late.", ("Tara Vell", "said", "the cranes were late")),
    ("Exports rose by a tenth, Lin Tal, head of trade, told reporters.", ("Lin Tal", "told", "Exports rose by a tenth")),
    ("By evening, at least 27 members of the caucus had said they would oppose the bill.", ("at least 27 members of the caucus", "said", "they would oppose the bill")),
    ("Officials at the ministry believe the count was fair.", ("Officials at the ministry", "believe", "the count was fair")),
    ("The lawyer warned, however, that the case could take years.", ("The lawyer", "warned", "the case could take years")),
    ("He explained to me, very patiently, that the money was gone.", ("He", "explained", "the money was gone")),
    ("Vell asked the minister on Monday where the money was.", ("Vell", "asked", "where the money was")),
    ("Vell told anybody who would listen that she was done.", ("Vell", "told", "she was done")),
    ("The mayor used the speech to argue that taxes were too high.", ("The mayor", "argue", "taxes were too high")),
    # Relative clauses, questions, what nobody is named for.
    ("Orr, who has said he opposes the pier, sold his boat.", ("Orr", "said", "he opposes the pier")),
    ("It has been said that we are impatient.", (None, "said", "we are impatient")),
    ("We've been telling people for years that the lines were crooked.", ("We", "telling", "the lines were crooked")),
    ("She used to say: \u201cI can count.\u201d", ("She", "say", "I can count.")),
    ("The charge was old, and Vell said that was unfair.", ("Vell", "said", "that was unfair")),
    # Where the content ends.
    ("Vell insisted she had opposed the pier, a claim that records contradict.", ("Vell", "insisted", "she had opposed the pier")),
    ("Colbern said she would; Merrow left the hall.", ("Colbern", "said", "she would")),
    ("The union asked for 90 million and received nine.", ("The union", "asked for", "90 million")),
    ("Vell said the deal was dead, citing two people close to the talks.", ("Vell", "said", "the deal was dead")),
    ("Vell asked for an inquiry, warning of delays, with Orr saying it could wait.", (None, "warning of", "delays")),
    ("Vell said she was not worried, even as she told her staff that the money was gone.", ("Vell", "said", "she was not worried")),
    ("When Vell asked whether the pier was safe, nobody in the room knew.", ("Vell", "asked", "the pier was safe")),
    ("The council said the pier was shut, but the port denied it.", ("The council", "said", "the pier was shut")),
    ("Vell has said the pier was \u201csafe,\u201d and the phrase has followed her.", ("Vell", "said", "the pier was \u201csafe,\u201d")),
    ("Vell said they liked the plan but feared that it would fail.", ("Vell", "said", "they liked the plan but feared that it would fail")),
    # Participles that open a sentence or stand beside another speaker.
    ("Arguing that the pier was unsafe, Vell said it would stay shut.", (None, "Arguing", "the pier was unsafe")),
    ("The talks went on, with Vell saying the pier was safe and Orr charging that it was not.", ("Orr", "charging", "it was not")),
    ("Vell left the room after telling reporters that the talks were over.", (None, "telling", "the talks were over")),
    # Passives.
    ("Orr was told that the pier was shut.", (None, "told", "the pier was shut")),
    ("Vell has been described by rivals as a dreamer.", ("rivals", "described", "Vell as a dreamer")),
    ("The crews are said to be tired.", (None, "said", "The crews to be tired")),
    ("The minister was quoted by the Ledger as saying that the pier was shut.", ("The minister", "saying", "the pier was shut")),
    ("The Ledger quoted the minister as saying that the pier was shut.", ("the minister", "saying", "the pier was shut")),
    # Whose report it is.
    ("Several members of her own party, who said they were worried, voted no.", ("Several members of her own party", "said", "they were worried")),
    ("Thirty percent of those who called him honest said they would vote for her.", ("Thirty percent of those", "said", "they would vote for her")),
    ("Tammy Lutz, 39, a teacher from Delaware, Ohio, who watched, said she was bored.", ("Tammy Lutz", "said", "she was bored")),
    ("Critics contend that it is a tax, and the Club, an advocacy group, has promised to count the vote.", ("the Club", "promised", "to count the vote")),
    ("It came hours after the director, James Orr, told lawmakers that the case was closed.", ("the director, James Orr", "told", "the case was closed")),
    ("Vell \u2014 who has said she would leave \u2014 told the crews to wait.", ("Vell", "said", "she would leave")),
    ("A committee that says it has raised a million is in debt.", ("A committee", "says", "it has raised a million")),
    ("At least 40 people died, rescuers said.", ("rescuers", "said", "At least 40 people died")),
    ("Only one in four voters said the pier was safe.", ("one in four voters", "said", "the pier was safe")),
    ("Neither candidate would say whether the pier was safe.", ("Neither candidate", "say", "the pier was safe")),
    ("Vell would only say that the pier was old.", ("Vell", "say", "the pier was old")),
    ("Beijing called on both sides to show restraint.", ("Beijing", "called on", "both sides to show restraint")),
    # Judgements on what a pronoun stands for, figures, denials, stances.
    ("It was a plan that critics described as a giveaway.", ("critics", "described", "as a giveaway")),
    ("They drew up words that campaigners branded a farce.", ("campaigners", "branded", "a farce")),
    ("The office put the cost at half that in a report last week.", ("The office", "put", "the cost at half that")),
    ("Vell has denied any wrongdoing.", ("Vell", "denied", "any wrongdoing")),
    ("The president stressed the importance of trust.", ("The president", "stressed", "the importance of trust")),
    # Adjectives and nouns.
    ("Vell is confident that the port will open.", ("Vell", "confident", "the port will open")),
    ("The mayor's view was that the pier was safe.", ("The mayor", "view", "the pier was safe")),
    # Phrases.
    ("This, in the scholar's view, will make decisions slower.", ("the scholar", "view", "This will make decisions slower")),
    ("In the view of the scholar, the pier is safe.", ("the scholar", "view", "the pier is safe")),
    ("In the opinion of Tara Vell, ferries come first.", ("Tara Vell", "opinion", "ferries come first")),
    ("In the words of Tara Vell, \u201cit is a mess\u201d.", ("Tara Vell", "words", "it is a mess")),
    ("Vell, by his own account, never read the report.", ("his", "account", "Vell never read the report")),
    ("According to the draft, a copy of which was seen here, the pier will close.", ("the draft", "According to", "the pier will close")),
    ("Vell told the court she could not recall it, according to the notes.", ("the notes", "according to", "Vell told the court she could not recall it")),
    ("Ida Vell was reported as saying the pier would close.", ("Ida Vell", "saying", "the pier would close")),
    ("The newspaper cited Ida Vell, the mayor, as saying the pier would close.", ("Ida Vell", "saying", "the pier would close")),
    ("The quarrel will end in court, according to May Soetanto.", ("May Soetanto", "according to", "The quarrel will end in court")),
    ("The ad says Vell \u201clied to the town.\u201d", ("The ad", "says", "Vell \u201clied to the town.\u201d")),
    # Where the narration goes on, and where it does not.
    ("The fire began upstairs, and according to the police nobody was hurt.", ("the police", "according to", "nobody was hurt")),
    ("It is an old port, and according to divers who work there, one that nobody loves.", ("divers", "according to", "one that nobody loves")),
    ("Tara Vell, saying the state was at fault, released a report.", (None, "saying", "the state was at fault")),
    ("Vell left, saying the state was at fault, costs had risen and nobody cared.", ("Vell", "saying", "the state was at fault, costs had risen and nobody cared")),
    ("The minister said the ports are too small and praised the plan.", ("The minister", "said", "the ports are too small")),
    ("The minister said the roads are closed and blocked the traffic.", ("The minister", "said", "the roads are closed and blocked the traffic")),
    ('The envoy said "rules are a burden to trade" and praised the plan.', ("The envoy", "said", "rules are a burden to trade")),
    ("They urged the board, which met on Monday, to resign.", ("They", "urged", "the board, which met on Monday, to resign")),
    ("It was a camp they described as dirty, crowded, and full of mice.", ("they", "described", "as dirty, crowded, and full of mice")),
    ("The fire began upstairs, and according to Tara Vell, who leads the inquiry, nobody was hurt.", ("Tara Vell", "according to", "nobody was hurt")),
    ("Vell demanded a pardon, and the release of the men held in May.", ("Vell", "demanded", "a pardon, and the release of the men held in May")),
    ("Calling the vote a farce, Tara Vell left the hall.", (None, "Calling", "the vote a farce")),
    ("It is a place they describe as dirty, and they will not go there.", ("they", "describe", "as dirty")),
    ("Vell demanded a pardon, and the judge refused it.", ("Vell", "demanded", "a pardon")),
    ("Vell called for ties between ports and related trades.", ("Vell", "called for", "ties between ports and related trades")),
    ("Vell announced a plan to build 200 flats.", ("Vell", "announced", "a plan to build 200 flats")),
    ("Tara Vell had earlier on told sailors to stay in port.", ("Tara Vell", "told", "sailors to stay in port")),
]  # fmt: skip

NO_REPORTS = [
    'Tara Vell told "Market Talk" on Friday.',
    "The envoy, who asked not to be named, left early.",
    "Namaland on Tuesday declared a national emergency and halted exports.",
    "The contractor sees things differently.",
    "\u201cI ask for the floor again,\u201d",
    "Two new emails that appear to matter were found.",
    "Vell's office declined to comment.",
    "Surrogates claimed victory in equal numbers.",
    "The analysis says a great deal about the plan.",
    "The port denied him access.",
    "A source, requesting anonymity because the matter is delicate, was vague.",
    "Before leaving, Vell showed the piano in the hall, on which a vase stood.",
]


def found(text, form="plain"):
    table = hs.quotations([text], format=form)
    return list(zip(*(table.column(name) for name in ("source", "cue", "content")), strict=True))


@pytest.mark.parametrize(("sentence", "report"), REPORTS)
def test_a_report_is_found_with_its_source_and_cue(sentence, report):
    assert report in found(sentence)


@pytest.mark.parametrize("sentence", NO_REPORTS)
def test_what_is_no_report_is_none(sentence):
    assert [row for row in found(sentence) if row[1]] == []


def test_a_mark_that_is_never_closed_ends_with_its_paragraph():
    text = "\u201cWe are late, said Vell.\n\nThe pier was closed. \u201cIt is safe,\u201d said Orr."
    for form in ("plain", "news"):
        assert ("Orr", "said", "It is safe,") in found(text, form)
        assert all("pier was closed" not in content for _, _, content in found(text, form))


@pytest.mark.parametrize(
    "sentence",
    [
        "As the bloc continues to evolve and expand, its model is recognised as a vital force.",
        "The harbour demonstrates that boats can be built on the hill.",
    ],
)
def test_what_goes_on_and_what_events_show_is_no_report(sentence):
    assert found(sentence) == []


def test_a_noun_at_the_end_of_a_sentence_is_no_cue():
    text = "The analyst noted that there was a focus on the union, the road and projects involving all member states."
    assert [row[1] for row in found(text)] == ["noted"]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Minister Says Talks Are Over", "Minister", "Talks Are Over"),
        ("MINISTER SAYS TALKS ARE OVER", "MINISTER", "TALKS ARE OVER"),
        ("Minister tells holdouts time is up", "Minister", "time is up"),
        (
            "Talks \u2018Close to Collapse,\u2019 Minister Warns",
            "Minister",
            "Talks \u2018Close to Collapse,\u2019",
        ),
        ("Minister: \u2018No Plan to Quit\u2019", "Minister", "No Plan to Quit"),
        ("Scholars hail Lumen plan as anchor as talks end", "Scholars", "Lumen plan as anchor"),
        ("Exclusive: Pier to close, sources say", "sources", "Pier to close"),
    ],
)
def test_a_headline_reports_in_any_case(headline, source, content):
    body = "LUMEN, March 4 (VPS) -- The talks ended on Monday. The minister of Lumen left early."
    rows = found(f"{headline}\n\n{body}", "news")
    assert [(row[0], row[2]) for row in rows] == [(source, content)]


def test_an_excerpt_of_an_interview_within_an_article_has_turns():
    text = (
        "Vell opens pier\n\nLUMEN, March 4 (VPS) -- Tara Vell opened the pier. Excerpts follow.\n\n"
        "Ledger: Is it safe?\n\nVell: It is.\n\nLedger: For how long?\n\nVell: For a year.\n\n"
        + "\n\n".join(
            f"The pier has {number} cranes, and they stood still." for number in range(20)
        )
    )
    table = hs.quotations([text], format="news")
    turns = list(zip(table["rule"], table["speaker"], table["content"], strict=True))
    assert turns == [
        ("turn", "Ledger", "Is it safe?"),
        ("turn", "Tara Vell", "It is."),
        ("turn", "Ledger", "For how long?"),
        ("turn", "Tara Vell", "For a year."),
    ]
