# ruff: noqa: E501 - rows read best on one line
"""Who reports what in published copy: subjects and contents of every build, and what is no report."""

import hustings as hs
import pytest
from test_reports import found

REPORTS = [
    # Sources.
    (
        "\u201cWe are sorry,\u201d said Tollen Ferries spokesperson Ann Vell in an email.",
        ("Tollen Ferries spokesperson Ann Vell", "said", "We are sorry,"),
    ),
    (
        "For Norland geographer Ann Vell, the map plays down the coast.",
        ("Norland geographer Ann Vell", "For", "the map plays down the coast"),
    ),
    (
        "After Vell reported that the pier had been shut, the inspector left.",
        ("Vell", "reported", "the pier had been shut"),
    ),
    (
        "Ann Vell in July said she was tired of the harbour.",
        ("Ann Vell", "said", "she was tired of the harbour"),
    ),
    (
        "Some in the party say Orr rushed the vote.",
        ("Some in the party", "say", "Orr rushed the vote"),
    ),
    (
        "Kelly is hoping to win the seat.",
        ("Kelly", "hoping", "to win the seat"),
    ),
    (
        "Kimberly Vell, a lawyer, argued that the mayor had lied.",
        ("Kimberly Vell", "argued", "the mayor had lied"),
    ),
    (
        "Analysts from Corvin expect the group to decide in May.",
        ("Analysts from Corvin", "expect", "the group to decide in May"),
    ),
    (
        "The union, to which he belongs, demanded guarantees for the staff.",
        ("The union", "demanded", "guarantees for the staff"),
    ),
    (
        "The tower is seen by the union and the old guild as a partner.",
        ("the union and the old guild", "seen", "The tower as a partner"),
    ),
    (
        "Emails released last month show the board knew of the leak.",
        ("Emails", "show", "the board knew of the leak"),
    ),
    (
        "\u201cThe dam leaks,\u201d Ann Vell, chief engineer of the harbour board said.",
        ("Ann Vell", "said", "The dam leaks,"),
    ),
    (
        "Vell, who has called the port \u201ca scar\u201d, has said that it must go.",
        ("Vell", "said", "it must go"),
    ),
    (
        "Ann Vell, then her aide, said the prime minister believed the plan would fail.",
        ("the prime minister", "believed", "the plan would fail"),
    ),
    ("\u201cIt is over,\u201d the memo reads.", ("the memo", "reads", "It is over,")),
    ("\u201cIt is over,\u201d read a notice.", ("a notice", "read", "It is over,")),
    ("The sign read: \u201cNo boats.\u201d", ("The sign", "read", "No boats.")),
    (
        "A club or firm claiming to be its owner warned that more boats would be sunk.",
        ("A club or firm", "warned", "more boats would be sunk"),
    ),
    (
        "Reviews from abroad, Vell said, show the deal is right.",
        ("Vell", "said", "Reviews from abroad show the deal is right"),
    ),
    # Where contents begin.
    (
        "Orr was asked twice if he liked the pier.",
        (None, "asked", "he liked the pier"),
    ),
    (
        "The senator tweeted using her own account: \u201cCool clock.\u201d",
        ("The senator", "tweeted", "Cool clock."),
    ),
    (
        "Regardless of how much it might help, the officials said, it would pale beside a law.",
        (
            "the officials",
            "said",
            "Regardless of how much it might help it would pale beside a law",
        ),
    ),
    (
        "But according to Ann Vell, senior reporter for the Ledger, Orr has become a weaker partner.",
        ("Ann Vell", "according to", "Orr has become a weaker partner"),
    ),
    (
        "The Ledger reported on May 23, 2034, that Orr was met with applause.",
        ("The Ledger", "reported", "Orr was met with applause"),
    ),
    (
        "Vell told Radio 4's evening programme: \u201cWe need more boats.\u201d",
        ("Vell", "told", "We need more boats."),
    ),
    ("Vell said that's enough of it.", ("Vell", "said", "that's enough of it")),
    (
        "Vell said at least 41 boats had been lost.",
        ("Vell", "said", "at least 41 boats had been lost"),
    ),
    (
        "Engineers had reported three times that the bridge was cracking.",
        ("Engineers", "reported", "the bridge was cracking"),
    ),
    (
        "Vell said although the vote was lost, the port still had no rules.",
        ("Vell", "said", "although the vote was lost, the port still had no rules"),
    ),
    (
        "Vell has denied her planned cuts after the vote would be deeper.",
        ("Vell", "denied", "her planned cuts after the vote would be deeper"),
    ),
    (
        "Instead, only a few boats would gain, Vell said.",
        ("Vell", "said", "only a few boats would gain"),
    ),
    (
        "Vell wrote to him insisting he was wrong about the pier.",
        ("Vell", "insisting", "he was wrong about the pier"),
    ),
    (
        "Vell used a speech to say her party was ready.",
        ("Vell", "say", "her party was ready"),
    ),
    (
        "Orr has previously raised questions about the lease.",
        ("Orr", "raised", "questions about the lease"),
    ),
    (
        "According to the ministry over 345 boats have been lost near Bell, Norland.",
        ("the ministry", "According to", "over 345 boats have been lost near Bell, Norland"),
    ),
    (
        "It was revealed how Orr had planned the theft.",
        (None, "revealed", "how Orr had planned the theft"),
    ),
    (
        "The chiefs shut the gate when announcing they had removed the guard.",
        ("The chiefs", "announcing", "they had removed the guard"),
    ),
    (
        "Vell told the station's Today programme she was \u201cworried\u201d.",
        ("Vell", "told", "she was \u201cworried\u201d"),
    ),
    (
        "She said the deal, worth a lot, was good.",
        ("She", "said", "the deal, worth a lot, was good"),
    ),
    (
        "Vell has said he\u2019d consider a deal.",
        ("Vell", "said", "he\u2019d consider a deal"),
    ),
    (
        "Vell had told the board last year she would leave in May.",
        ("Vell", "told", "she would leave in May"),
    ),
    ("Vell made it clear she would not quit.", ("Vell", "made it clear", "she would not quit")),
    (
        "Vell praised Orr for his \u201ccourage\u201d.",
        ("Vell", "praised", "Orr for his \u201ccourage\u201d"),
    ),
    ("Vell warned owners not to sail.", ("Vell", "warned", "owners not to sail")),
    ("She was told she could not fly.", (None, "told", "she could not fly")),
    (
        "Figures show one in five boats has a leak.",
        ("Figures", "show", "one in five boats has a leak"),
    ),
    # Where contents end.
    (
        "Judge Vell said Orr \u201cknew it\u201d and jailed him for a year.",
        ("Judge Vell", "said", "Orr \u201cknew it\u201d"),
    ),
    (
        "Vell argued the case was weak, and the judge agreed.",
        ("Vell", "argued", "the case was weak"),
    ),
    (
        "Vell said in May that she would go but now says she will stay.",
        ("Vell", "said", "she would go"),
    ),
    (
        "Orr told his wife: \u201cI am done,\u201d and left.",
        ("Orr", "told", "I am done,"),
    ),
    (
        "Vell is accused of taking bribes, which she denies.",
        (None, "accused", "Vell of taking bribes"),
    ),
    (
        "Orr said Vell had lied, an allegation her office denies.",
        ("Orr", "said", "Vell had lied"),
    ),
    (
        "The judge said there was no proof of it and dismissed the case.",
        ("The judge", "said", "there was no proof of it"),
    ),
    (
        "Vell thinks the vote will be close, as do most of her aides.",
        ("Vell", "thinks", "the vote will be close"),
    ),
    (
        "Orr said he had no notice of the search, a search that has cost a fortune.",
        ("Orr", "said", "he had no notice of the search"),
    ),
    ("The pier is shut, said Ann Vell, who runs it.", ("Ann Vell", "said", "The pier is shut")),
    ("Orr had been hoping to run but withdrew his bid.", ("Orr", "hoping", "to run")),
    (
        "Orr insisted that it was a joke and resumed his boasts.",
        ("Orr", "insisted", "it was a joke"),
    ),
    (
        "While it is good that Orr agrees that the pier must go, the plan is late.",
        ("Orr", "agrees", "the pier must go"),
    ),
    (
        "Vell said 40 boats had sunk, although other papers later quoted Orr as saying only three had.",
        ("Vell", "said", "40 boats had sunk"),
    ),
    (
        "Vell said the plan implied a squeeze, a pattern she described as \u201ca slide\u201d.",
        ("Vell", "said", "the plan implied a squeeze"),
    ),
    (
        "Vell said it was good news and she thought the pier would reopen.",
        ("Vell", "said", "it was good news and she thought the pier would reopen"),
    ),
    (
        "The boats will stay in port, the union said on Monday after talks had ended.",
        ("the union", "said", "The boats will stay in port"),
    ),
]


@pytest.mark.parametrize(("text", "report"), REPORTS)
def test_a_report_of_published_copy(text, report):
    assert report in [row[:3] for row in found(text)]


NO_REPORTS = [
    "The hospital called off its plan for the wards.",
    "Money goes to schools as the council sees fit.",
    "Member states still do not pay their dues.",
    "They held back loan guarantees to help the port.",
    "Orr wrote the rule he is breaking.",
    "The mutiny raised questions over the port.",
    "The bill would cut pensions and favor \u201cthe few\u201d.",
    "He wanted to meet the crew and express support.",
    "\u201cIt is over,\u201d Vell read.",
    "Senators discussed a landmark proposed rule on boats.",
    "Long praised by critics, Vell has written widely.",
    "The steps that she described cannot help the port.",
    "The party put money ahead of safety.",
    "They refused to pass the law.",
    "They used force and fear to win the port.",
    "When donor pledges are fulfilled, boats will sail.",
    "Vell left amid growing calls for an inquiry.",
    "One of the boats called \u201cGull and Tern\u201d was sold.",
    "Vell rejected the offer and went on to defeat Orr this month.",
    "Orr was honest by calling for a new fee.",
    "The move was welcomed by unions but criticised by the port as \u201creckless\u201d.",
    "Vell said so on Monday.",
    "She was told the truth.",
    "She cries every time he leaves the port.",
    "Both spoke out publicly about the lease.",
]


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_looks_like_a_report_is_none(text):
    assert found(text) == []


PERFORMED = [
    "I think the dam leaks",
    "We believe the dam leaks",
    "We urge all owners to wait",
    "In my view, the dam leaks",
    "If Orr thinks the dam is sound he is wrong",
]


@pytest.mark.parametrize("words", PERFORMED)
def test_what_a_speaker_does_by_saying_it_is_no_report_within_marks(words):
    rows = found(f"\u201c{words},\u201d Vell said.")
    assert [row[2] for row in rows] == [f"{words},"]


def kinds(text):
    table = hs.quotations([text])
    return dict(zip(table.column("content"), table.column("kind"), strict=True))


def test_marks_of_a_report_within_another_are_not_its_own():
    rows = kinds("Vell said that Orr had called the pier \u201ca ruin\u201d.")
    assert rows["Orr had called the pier \u201ca ruin\u201d"] == "indirect"
    assert rows["the pier \u201ca ruin\u201d"] == "mixed"
    rows = kinds("Vell said the \u201clong\u201d pier had been called \u201ca ruin\u201d by Orr.")
    assert "indirect" not in rows.values()


def test_marks_behind_an_attribution_go_on_with_what_was_said():
    text = "\u201cI won,\u201d Vell said at a rally where she claimed that Orr had cheated. \u201cWe have facts.\u201d"
    assert found(text)[0][2] == "I won, We have facts."
    text = (
        "It is hard to see \u201cwho could win,\u201d Vell said. \u201cNobody has the votes.\u201d"
    )
    assert len(found(text)) == 1


def test_a_headline_may_end_with_who_speaks():
    text = "Harbour dues set to rise again: council\n\nThe council met on Friday."
    rows = [row for row in found(text, "news") if row[0] == "council"]
    assert rows[0][2] == "Harbour dues set to rise again"
