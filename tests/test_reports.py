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
    ("Officials at the ministry believe the count was fair.", ("Officials", "believe", "the count was fair")),
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
    # Adjectives and nouns.
    ("Vell is confident that the port will open.", ("Vell", "confident", "the port will open")),
    ("Nobody believed the mayor's claim that the pier was safe.", ("the mayor", "claim", "the pier was safe")),
    ("Orr's claim that the vote was rigged has been rejected.", ("Orr", "claim", "the vote was rigged")),
    # Phrases.
    ("Vell told the court she could not recall it, according to the notes.", ("the notes", "according to", "Vell told the court she could not recall it")),
    ("The quarrel will end in court, according to May Soetanto.", ("May Soetanto", "according to", "The quarrel will end in court")),
    ("The ad says Vell \u201clied to the town.\u201d", ("The ad", "says", "Vell \u201clied to the town.\u201d")),
]  # fmt: skip

NO_REPORTS = [
    "The envoy, who asked not to be named, left early.",
    "Namaland on Tuesday declared a national emergency and halted exports.",
    "The contractor sees things differently.",
    "\u201cI ask for the floor again,\u201d",
    "Two new emails that appear to matter were found.",
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
