# ruff: noqa: E501 - rows read best on one line
"""Brackets, titles, stray commas and insertions between a source and its verb, and participles that report nothing."""

import pytest
from test_reports import found

REPORTS = [
    # What stands between a source and its verb.
    (
        "Sen. Ida Orr (D., Vellport) said the pier was unsafe.",
        ("Sen. Ida Orr", "said", "the pier was unsafe"),
    ),
    (
        "Ida Orr (left, with her son) told reporters that the pier was unsafe.",
        ("Ida Orr", "told", "the pier was unsafe"),
    ),
    (
        "A report titled \u201cTides\u201d says that the pier is unsafe.",
        ("A report", "says", "the pier is unsafe"),
    ),
    (
        "Captain Hal Orr, said, \u201cTwo boats left the harbour that night.\u201d",
        ("Captain Hal Orr", "said", "Two boats left the harbour that night."),
    ),
    (
        "Still, advocates for the ferry on Tuesday said the plea could change the rules.",
        ("advocates for the ferry", "said", "the plea could change the rules"),
    ),
    (
        "Newly released records kept by the port show it had hidden the costs.",
        ("released records", "show", "it had hidden the costs"),
    ),
    # A noun in the plural before its verb, whatever is told of it in between.
    (
        "Sources close to the mayor say she will resign.",
        ("Sources close to the mayor", "say", "she will resign"),
    ),
    (
        "People briefed on the plan say the cuts are deep.",
        ("People briefed on the plan", "say", "the cuts are deep"),
    ),
    (
        "The women of the port say they were robbed.",
        ("The women of the port", "say", "they were robbed"),
    ),
    (
        "Villagers living near the border said soldiers came at night.",
        ("Villagers", "said", "soldiers came at night"),
    ),
    # What a document or an occasion is told to be.
    (
        "Two boats sank, the port said in a statement posted on its website.",
        ("the port", "said", "Two boats sank"),
    ),
    (
        "Two boats sank, Orr said in remarks broadcast on Sunday.",
        ("Orr", "said", "Two boats sank"),
    ),
    (
        "The port said in a statement issued late on Monday the pier would close.",
        ("The port", "said", "the pier would close"),
    ),
    (
        "Scores of villagers said they had fled.",
        ("Scores of villagers", "said", "they had fled"),
    ),
    (
        "Orr late on Monday said the port would close.",
        ("Orr", "said", "the port would close"),
    ),
    (
        "Vellport\u2019s Harbour Minister, Hal Orr, said there were no plans.",
        ("Vellport\u2019s Harbour Minister, Hal Orr", "said", "there were no plans"),
    ),
    (
        "A statement issued by the brokers AB Orr and Vell AB said they had merged.",
        ("A statement", "said", "they had merged"),
    ),
    (
        "Officials in the port estimate that 300 boats sank.",
        ("Officials in the port", "estimate", "300 boats sank"),
    ),
    (
        "\u201cIt was dark,\u201d Vellport Radio quoted one witness as saying.",
        ("one witness", "saying", "It was dark,"),
    ),
    (
        "She was unable to say if there had been a meeting.",
        ("She", "say", "there had been a meeting"),
    ),
    (
        "A harsh report earlier this month accused the port of theft.",
        ("A harsh report", "accused", "the port of theft"),
    ),
    (
        "Rio Vell <RIOV.L>, a unit of Orr Shipping <ORR.N>, said it had bought a broker.",
        ("Rio Vell", "said", "it had bought a broker"),
    ),
    # Where the narration goes on.
    (
        "Rescuers, who say they lack pumps, have been digging by hand.",
        ("Rescuers", "say", "they lack pumps"),
    ),
    (
        "Protesters chanted \u201cSave our pier\u201d and waved flags.",
        ("Protesters", "chanted", "Save our pier"),
    ),
    (
        "Critics say the pier is unsafe, a claim the port rejects.",
        ("Critics", "say", "the pier is unsafe"),
    ),
    (
        "The port repeated its claim that the pier was its own.",
        ("The port", "repeated", "its claim that the pier was its own"),
    ),
    # To whom, when and where it was said, at whatever length.
    *(
        (
            f"Two boats sank off Vellport on Sunday, {said}.",
            (who, verb, "Two boats sank off Vellport on Sunday"),
        )
        for said, who, verb in [
            ("Orr told reporters at an event in the port", "Orr", "told"),
            ("Orr told a rally attended by thousands", "Orr", "told"),
            ("Orr told a news conference after the two leaders met", "Orr", "told"),
            ("Orr said as he arrived for talks", "Orr", "said"),
            ("Orr said when he arrived", "Orr", "said"),
            ("Orr said during a visit to the port that began on Monday", "Orr", "said"),
            ("Orr said the same day", "Orr", "said"),
            ("Orr said a day after the vote", "Orr", "said"),
            ("Orr said, but gave no details", "Orr", "said"),
            ("the port said in its report, which was published on Monday", "the port", "said"),
            ("Orr was quoted by the Vellport Times as saying", "Orr", "saying"),
            ("state media quoted Orr as saying", "Orr", "saying"),
        ]
    ),
    (
        "After two boats sank off Vellport, Orr said the port would close.",
        ("Orr", "said", "the port would close"),
    ),
    (
        "Two boats sank off Vellport, and Orr said at a briefing the port would close.",
        ("Orr", "said", "the port would close"),
    ),
    # What comes first.
    (
        "But, she said, the board is trying to mend the pier.",
        ("she", "said", "the board is trying to mend the pier"),
    ),
    (
        "But, said Hal Orr, lawyer for the dockers, the ruling might slow the port.",
        ("Hal Orr", "said", "the ruling might slow the port"),
    ),
    (
        "Said Orr: \u201cI have nothing against trawlers.\u201d",
        ("Orr", "Said", "I have nothing against trawlers."),
    ),
    (
        "After saying that \u201ctoo little\u201d was done, Orr left the hall.",
        (None, "saying", "\u201ctoo little\u201d was done"),
    ),
    # Marks, and who is told to have said them.
    (
        "\u201cWe are ready,\u201d the mayor was quoted as saying by the Vellport Post.",
        ("the mayor", "saying", "We are ready,"),
    ),
    (
        "\u201cThe tide has never been so high,\u201d the report states.",
        ("the report", "states", "The tide has never been so high,"),
    ),
    (
        "\u201cThe pier will be gone,\u201d says a study of the port named \u201cTides\u201d.",
        ("a study of the port", "says", "The pier will be gone,"),
    ),
    # Contents.
    (
        "The port does not name the boats and says around two-thirds of them were trawlers.",
        ("The port", "says", "around two-thirds of them were trawlers"),
    ),
    (
        "Orr says that still happens in the harbour.",
        ("Orr", "says", "that still happens in the harbour"),
    ),
    (
        "It angered dockers who warned it would break the rules.",
        ("dockers", "warned", "it would break the rules"),
    ),
    (
        "The mayor promised, as planned, to lower the dues.",
        ("The mayor", "promised", "to lower the dues"),
    ),
    (
        "The Herald has asked the navy for details of the crash.",
        ("The Herald", "asked", "the navy for details of the crash"),
    ),
    ("Orr has committed to cutting the dues.", ("Orr", "committed to", "cutting the dues")),
    ("She noted the port's growing fame.", ("She", "noted", "the port's growing fame")),
    (
        "The warden is believed to be in Norland.",
        (None, "believed", "The warden to be in Norland"),
    ),
    (
        "They filed a motion asking the court to free them.",
        ("They", "asking", "the court to free them"),
    ),
    # What a relative pronoun stands for.
    (
        "It hit a boat which the navy reported was carrying coal.",
        ("the navy", "reported", "was carrying coal"),
    ),
    (
        "They held a man whom police accuse of stealing a boat.",
        ("police", "accuse", "of stealing a boat"),
    ),
    (
        "It was a loss that the mayor blamed on the weather.",
        ("the mayor", "blamed", "on the weather"),
    ),
    # Times that own something, stations, letters and lists before the verb of what is told.
    (
        "Orr said this year's catch will stay below that of last year.",
        ("Orr", "said", "this year's catch will stay below that of last year"),
    ),
    (
        "In the end, owners say this week's vote will change nothing.",
        ("owners", "say", "this week's vote will change nothing"),
    ),
    (
        "Ida Orr told the BBC fuel costs and poor catches were ruining the fleet.",
        ("Ida Orr", "told", "fuel costs and poor catches were ruining the fleet"),
    ),
    (
        "Orr said in the letter to Ida Vell there was no proof of a leak.",
        ("Orr", "said", "there was no proof of a leak"),
    ),
    (
        "Orr said that a number of Greek, Danish, and Finnish crews have voiced a wish to join.",
        ("Orr", "said", "a number of Greek, Danish, and Finnish crews have voiced a wish to join"),
    ),
    # Shares, short forms, papers and verbs that are nouns elsewhere.
    (
        "About a quarter (27 percent) say the pier is unsafe.",
        ("About a quarter", "say", "the pier is unsafe"),
    ),
    (
        "One-third say the pier is unsafe.",
        ("One-third", "say", "the pier is unsafe"),
    ),
    (
        "It is run by the Vellport Union (VPU), which believes fishing could feed the town.",
        ("the Vellport Union", "believes", "fishing could feed the town"),
    ),
    (
        'The Vellport daily "Tides" said that the pier was unsafe.',
        ('The Vellport daily "Tides"', "said", "the pier was unsafe"),
    ),
    (
        "The boat, which Vellmar claims was stolen, lay in the harbour.",
        ("Vellmar", "claims", "was stolen"),
    ),
    # What nobody who is named holds.
    (
        "It is understood that the port will sell the pier.",
        (None, "understood", "the port will sell the pier"),
    ),
    ("It is hoped the pier can be saved.", (None, "hoped", "the pier can be saved")),
    # Verbs of blame with what was said, and people who are pressed.
    (
        "A spokesman denounced the \u201ccruel and needless closure of the pier\u201d.",
        ("A spokesman", "denounced", "the \u201ccruel and needless closure of the pier\u201d"),
    ),
    (
        "Owners are now pressing the mayor for details of the plan.",
        ("Owners", "pressing", "the mayor for details of the plan"),
    ),
    # When somebody was asked or told, and how.
    (
        "Orr said when asked about the pier that it was unsafe.",
        ("Orr", "said", "it was unsafe"),
    ),
    (
        "Orr said in July the pier was unsafe.",
        ("Orr", "said", "the pier was unsafe"),
    ),
    (
        "\u201cIt would not be wise to change the plan\u201d to sell, Orr said in July.",
        ("Orr", "said", "\u201cIt would not be wise to change the plan\u201d to sell"),
    ),
    (
        "Orr admitted to her deputy that she was afraid.",
        ("Orr", "admitted", "she was afraid"),
    ),
    (
        "Orr was quick to point out that the pier was unsafe.",
        ("Orr", "point out", "the pier was unsafe"),
    ),
    (
        "They released a statement Friday pointing out that the pier was unsafe.",
        ("They", "pointing out", "the pier was unsafe"),
    ),
    (
        "Orr alluded to the fact that the pier was unsafe.",
        ("Orr", "alluded to", "the fact that the pier was unsafe"),
    ),
    (
        "Owners slam the mayor for not mending the pier.",
        ("Owners", "slam", "the mayor for not mending the pier"),
    ),
]

NO_REPORTS = [
    "The navy killed two suspected plotters in Vellport.",
    "It is part of her proposed state budget for the year.",
    "They opened the port's own proposed pier last week.",
    "The row threatens to spread to the islands.",
    "Many showed up at the rally in Vellport.",
    "The shop declares bankruptcy.",
    "The flood put the town at the mercy of the sea.",
    "It puts everyone at greater risk.",
    "They bought a market expected to grow.",
    "They held a man believed to be armed.",
    "The letter did not mention the pier.",
    "The plan that she announced last week has failed.",
    "The plan that she announced this year has failed.",
    "Ida Orr said so this year.",
    "Ida Orr said in July.",
    "That is the man whom she wrote to",
    "Orr is who she spoke to",
    "They have denied that and stood by their plan.",
    "That is the pier he promised the voters.",
    "The pier promised when the town was founded is gone.",
    "The early sales may have encouraged the port to wait.",
    "The firm explained its stance on the pier in many ways, and the work went on.",
    "Orr declined to provide details.",
    "The council condemned the \u201cPier Scheme\u201d.",
    "The council condemned the closure of the pier.",
    "She pressed Orr on his vote for the pier.",
    "The talks in which donor claims were settled are over.",
]


def test_an_attribute_of_whom_something_is_said_is_no_report():
    assert found("Police said suspected thief Hal Orr was in the port.") == [
        ("Police", "said", "suspected thief Hal Orr was in the port")
    ]


def test_what_is_denied_of_a_report_is_no_second_one():
    assert found("The port accused its crews of theft, a charge Orr denied.") == [
        ("The port", "accused", "its crews of theft")
    ]


@pytest.mark.parametrize(("text", "report"), REPORTS)
def test_a_report_is_found_whatever_stands_beside_its_verb(text, report):
    assert report in found(text)


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_reports_nothing_is_none(text):
    assert found(text) == []
