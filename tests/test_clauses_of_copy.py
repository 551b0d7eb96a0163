# ruff: noqa: E501 - rows read best on one line
"""Clauses of wire copy: how they open behind a verb of saying, where they end, and who is told of."""

import hustings as hs
import pytest
from test_reports import found

REPORTS = [
    # What opens a content.
    (
        "The company said if the terms are met the shares would be sold at 75 crowns.",
        ("The company", "said", "if the terms are met the shares would be sold at 75 crowns"),
    ),
    (
        "Orr said if the pier closed, 300 people would lose their work.",
        ("Orr", "said", "if the pier closed, 300 people would lose their work"),
    ),
    # What is not told, and what is said before it.
    ("Orr did not disclose the price.", ("Orr", "disclose", "the price")),
    ("Orr has yet to specify the types of bonds.", ("Orr", "specify", "the types of bonds")),
    (
        "Orr said the pier would close but did not divulge any dates.",
        ("Orr", "said", "the pier would close"),
    ),
    (
        "Small- and medium-sized firms suffer, said Ida Vell, an analyst with Birr.",
        ("Ida Vell", "said", "Small- and medium-sized firms suffer"),
    ),
    (
        "The bank, which owns the pier, is ready to sell it, said Ida Vell, its chair.",
        ("Ida Vell", "said", "The bank, which owns the pier, is ready to sell it"),
    ),
    (
        "Orr hopes a rise in the price of wheat will help.",
        ("Orr", "hopes", "a rise in the price of wheat will help"),
    ),
    (
        "The move caused the mayor to complain that nobody had asked her.",
        ("the mayor", "complain", "nobody had asked her"),
    ),
    ("Orr asked if the pier would close.", ("Orr", "asked", "the pier would close")),
    ("Orr did not say if the pier would close.", ("Orr", "say", "the pier would close")),
    (
        "Vell says for reasons of safety the names of the ships will not be published.",
        ("Vell", "says", "for reasons of safety the names of the ships will not be published"),
    ),
    (
        "She added in 2023 some 40 million crowns had been spent on the harbour.",
        ("She", "added", "in 2023 some 40 million crowns had been spent on the harbour"),
    ),
    ("What she said was that the port would close.", ("she", "said", "the port would close")),
    # Where or by whom it was made known.
    *(
        (f"Vell said {where} the port would close.", ("Vell", "said", "the port would close"))
        for where in ("on Twitter", "on Fox News", "on social media", "through a spokesman")
    ),
    # Who tells of what stands before them, without a relative pronoun.
    (
        "They voted for a ban, a move the government said would create jobs.",
        ("the government", "said", "would create jobs"),
    ),
    (
        "They voted for a ban, a move miners warned could cost billions.",
        ("miners", "warned", "could cost billions"),
    ),
    # What the narration says is not told.
    *(
        (f"Orr said the port would close{tail}.", ("Orr", "said", "the port would close"))
        for tail in (
            ", though he gave no details",
            " but declined to give details",
            " but did not elaborate",
            ", offering no evidence",
            " without giving further details",
        )
    ),
    (
        "Orr said the port would close without giving people time to leave.",
        ("Orr", "said", "the port would close without giving people time to leave"),
    ),
    # What somebody is to do, without "that".
    ("Vell suggested Orr resign.", ("Vell", "suggested", "Orr resign")),
    ("Vell recommended the board approve it.", ("Vell", "recommended", "the board approve it")),
    # Short clauses whose verb may be a noun.
    ("Goats sleep in barns, Vell said.", ("Vell", "said", "Goats sleep in barns")),
    ("Talks fail, the minister said.", ("the minister", "said", "Talks fail")),
    ("Farmers plant rice in May, she said.", ("she", "said", "Farmers plant rice in May")),
    ("Just 36% say she is honest.", ("36%", "say", "she is honest")),
    ("Prices rose, Vell said.", ("Vell", "said", "Prices rose")),
    ("Close the port, Vell said.", ("Vell", "said", "Close the port")),
    ("Vell argued for a smaller port.", ("Vell", "argued for", "a smaller port")),
    (
        "Vell argued for many years that the port was safe.",
        ("Vell", "argued", "the port was safe"),
    ),
    (
        "Vell called for three days of mourning.",
        ("Vell", "called for", "three days of mourning"),
    ),
    (
        "A study shows the number of people diagnosed as deaf has grown by a tenth.",
        ("A study", "shows", "the number of people diagnosed as deaf has grown by a tenth"),
    ),
    (
        "Two probes have found church leaders protected hundreds of thieves.",
        ("Two probes", "found", "church leaders protected hundreds of thieves"),
    ),
    (
        "Witnesses described hearing a loud bang.",
        ("Witnesses", "described", "hearing a loud bang"),
    ),
    # Those who are told.
    (
        "The commission has been told directors, including the chairman, made a bid for the boats.",
        (None, "told", "directors, including the chairman, made a bid for the boats"),
    ),
    (
        "It left after it was told by the port that it could no longer share the hall.",
        ("the port", "told", "it could no longer share the hall"),
    ),
    (
        "The court was told the sea wall which broke in May was an old one.",
        (None, "told", "the sea wall which broke in May was an old one"),
    ),
    ("Vell told the court of her sorrow.", ("Vell", "told", "her sorrow")),
    (
        "Talks have stalled, with each side accusing the other of bad faith.",
        ("each side", "accusing", "the other of bad faith"),
    ),
    # Marks that hold an infinitive.
    (
        "Orr called on the council \u201cto act now\u201d.",
        ("Orr", "called on", "the council \u201cto act now\u201d"),
    ),
    (
        "Vell urged both sides \u201cto show restraint\u201d and left.",
        ("Vell", "urged", "both sides \u201cto show restraint\u201d"),
    ),
    # Reports of which a place or an addressee ends before the next.
    (
        "\u201cWe want your support,\u201d Vell told his visitors, according to a secret cable.",
        (
            "a secret cable",
            "according to",
            "\u201cWe want your support,\u201d Vell told his visitors",
        ),
    ),
    (
        "Vell is expected to announce a cabinet on Monday, two aides said.",
        ("two aides", "said", "Vell is expected to announce a cabinet on Monday"),
    ),
    (
        "According to a copy of the letter seen by the Ledger, the minister asked the bank to wait.",
        ("the minister", "asked", "the bank to wait"),
    ),
    # Where a content ends.
    (
        "The minister accused the union of delay and left the room.",
        ("The minister", "accused", "the union of delay"),
    ),
    (
        "Norland has denied that it arms the rebels, a charge Sudland has made since 2019.",
        ("Norland", "denied", "it arms the rebels"),
    ),
    ("Orr, who denies wrongdoing, is due in court on Monday.", ("Orr", "denies", "wrongdoing")),
    (
        "Vell denied making any mistakes, nor did she think the weather was bad.",
        ("Vell", "denied", "making any mistakes"),
    ),
    (
        "Vell had said she would not run, but changed her mind after the vote.",
        ("Vell", "said", "she would not run"),
    ),
    (
        "The army said two men had been shot, although it was not immediately clear if Orr was one of them.",
        ("The army", "said", "two men had been shot"),
    ),
    (
        "The ministry said 14 people died, revising an earlier toll.",
        ("The ministry", "said", "14 people died"),
    ),
    (
        "Vell left, calling for calm and making an appeal to the union.",
        ("Vell", "calling for", "calm"),
    ),
    # More of where contents end, and what reports.
    (
        "A speech by Orr, in which he said the raids must end, was hailed by the envoy Terry Lars as \u201ca turn\u201d.",
        ("he", "said", "the raids must end"),
    ),
    (
        "A speech by Orr, in which he said the raids must end, was hailed by the envoy Terry Lars as \u201ca turn\u201d.",
        ("the envoy Terry Lars", "hailed", "A speech as \u201ca turn\u201d"),
    ),
    (
        "The group issued a statement vowing to continue its war and slamming the plan as a trap.",
        ("The group", "vowing", "to continue its war"),
    ),
    ("The inquiry found no evidence of fraud.", ("The inquiry", "found", "no evidence of fraud")),
    (
        "\u201cI am coming over,\u201d Orr told that woman, according to the records.",
        ("Orr", "told", "I am coming over,"),
    ),
    ("Vell said, in part, \u201cWe are done.\u201d", ("Vell", "said", "We are done.")),
    (
        "He left Gutt a voice mail saying Fig would stay overnight.",
        ("a voice mail", "saying", "Fig would stay overnight"),
    ),
    (
        "Even as Sudland denies any direct part, Norland officials have demanded answers.",
        ("Norland officials", "demanded", "answers"),
    ),
    (
        "Both candidates have alleged large-scale fraud.",
        ("Both candidates", "alleged", "large-scale fraud"),
    ),
    (
        "The move was praised by Hal Rasm, who noted the port hasn't been asked.",
        ("Hal Rasm", "noted", "the port hasn't been asked"),
    ),
    (
        "Vell accused Orr of \u201cdoing nothing\u201d, in a telephone call with President Jak Sher, the ministry reported.",
        (
            "the ministry",
            "reported",
            "Vell accused Orr of \u201cdoing nothing\u201d, in a telephone call with President Jak Sher",
        ),
    ),
    # What stands first.
    ("Calling for calm, Vell left the room.", (None, "Calling for", "calm")),
    ("Shouting \u201cFreedom!\u201d, protesters marched on.", (None, "Shouting", "Freedom!")),
    (
        "The report, published on Thursday, says 2.3 million people lack water.",
        ("The report", "says", "2.3 million people lack water"),
    ),
    (
        "Some 2.3 million people lack water, says the report, published on Thursday.",
        ("the report", "says", "Some 2.3 million people lack water"),
    ),
    (
        "The answer was swift: \u201cWe will not be bullied,\u201d its president said.",
        ("its president", "said", "We will not be bullied,"),
    ),
    (
        "Vell ordered his crew to hold back aid for Sudland, which is at war with Norland.",
        ("Vell", "ordered", "his crew to hold back aid for Sudland"),
    ),
    (
        "Pell called the plan \u201ca breach of duty,\u201d according to the Ledger.",
        ("the Ledger", "according to", "Pell called the plan \u201ca breach of duty,\u201d"),
    ),
    ("Some called for younger leadership.", ("Some", "called for", "younger leadership")),
    (
        "Several groups claiming that the vote was stolen gathered in Oban.",
        ("Several groups", "claiming", "the vote was stolen"),
    ),
    ("USA Today noted the judge was new.", ("USA Today", "noted", "the judge was new")),
    (
        "Vell said the town would remain part of the accord for now, despite the mayor's doubts.",
        ("Vell", "said", "the town would remain part of the accord for now"),
    ),
    (
        "Vell ordered that the practice be halted in June, and the port faces a deadline in July.",
        ("Vell", "ordered", "the practice be halted in June"),
    ),
    (
        "The lawmaker said, \u201cHe saw two faults in the deal,\u201d referring to a lack of limits.",
        ("The lawmaker", "said", "He saw two faults in the deal,"),
    ),
    (
        "By the mayor's own admission, a decree is not needed.",
        ("the mayor", "admission", "a decree is not needed"),
    ),
    ("They likewise anticipated no change.", ("They", "anticipated", "no change")),
    (
        "Oil rose on Monday, according to traders and analysts.",
        ("traders and analysts", "according to", "Oil rose on Monday"),
    ),
    (
        "It followed talks between Zini and Hal Sharn, a day after the envoy threatened to quit.",
        ("the envoy", "threatened", "to quit"),
    ),
    (
        "\u201cIt must never be,\u201d Senator Jeff Sess, R-Ala., ranking Republican on the panel said.",
        ("Senator Jeff Sess", "said", "It must never be,"),
    ),
    (
        "Voss called on the parties concerned to show restraint, saying talks are the only way.",
        ("Voss", "called on", "the parties concerned to show restraint"),
    ),
    (
        "The council urged all parties involved to talk.",
        ("The council", "urged", "all parties involved to talk"),
    ),
    (
        "If the port closes, Orr said, many will lose their work.",
        ("Orr", "said", "If the port closes many will lose their work"),
    ),
    (
        "Speaking of the future of the bloc, the analyst said it would grow.",
        ("the analyst", "said", "it would grow"),
    ),
    # Who speaks behind where they appeared, and in a relative clause.
    (
        "Treasury Secretary Stan Munch, interviewed on Harbour News\u2019 \u201cSunday Morning,\u201d said he was late.",
        ("Treasury Secretary Stan Munch", "said", "he was late"),
    ),
    (
        "Senator Susan Vane, appearing on Harbour TV\u2019s \u201cThis Week,\u201d noted that it was late.",
        ("Senator Susan Vane", "noted", "it was late"),
    ),
    ("Hal Orr, whose lawyer said he was ill, left.", ("lawyer", "said", "he was ill")),
    (
        "Lana Frey met Jamal Orr, a refugee from Sudland, who said he had no food.",
        ("Jamal Orr", "said", "he had no food"),
    ),
    # A time in front names nobody.
    (
        "Last month, the board\u2019s chairman, Hal Orr, said the port was closed.",
        ("the board\u2019s chairman, Hal Orr", "said", "the port was closed"),
    ),
    # Whoever is to do something is no addressee.
    (
        "Orr vowed to build \u201ca wall\u201d on the border.",
        ("Orr", "vowed", "to build \u201ca wall\u201d on the border"),
    ),
    # Several people without an article open a clause of their own.
    (
        "While Vell says the plan works, critics have pointed out that it is late.",
        ("Vell", "says", "the plan works"),
    ),
    # What was said at another time, by somebody else.
    *(
        (
            f"Officials said the bridge was safe{joint} police said it had been closed.",
            ("Officials", "said", "the bridge was safe"),
        )
        for joint in (" but on Monday", ", but on Monday,", " but in March", ", and last week")
    ),
    (
        "The port closed, and last week the mayor said it was open.",
        ("the mayor", "said", "it was open"),
    ),
    # What else is said of it, behind marks.
    (
        'Orr wrote that crowds "have changed the town," a trend he said is hurting shops.',
        ("Orr", "wrote", 'crowds "have changed the town,"'),
    ),
    (
        'Orr said the plan was "a farce," something Vell said was untrue.',
        ("Orr", "said", 'the plan was "a farce,"'),
    ),
    (
        "Orr said the plan was late, something the port said was untrue.",
        ("the port", "said", "was untrue"),
    ),
    # How it was said.
    ("Vell said publicly the port would close.", ("Vell", "said", "the port would close")),
    (
        "She would not say definitely what they plan to do.",
        ("She", "say", "what they plan to do"),
    ),
    # People of whom something is told each.
    *(
        (
            f"{names}, said the vote was late.",
            (names.removesuffix(f", {last}"), "said", "the vote was late"),
        )
        for names, last in (
            ("Ida Vell, D-Norland, and Rolf Orr, R-Oban", "R-Oban"),
            ("Ida Vell, a nurse, and Rolf Orr, a banker", "a banker"),
            ("House Leader Ida Vell, D-Norland, and her deputy, Rep. Rolf Orr, R-Oban", "R-Oban"),
            ("Sens. Ida Vell, D-Norland, Rolf Orr, R-Oban, and Ann Hale, R-Kent", "R-Kent"),
        )
    ),
    (
        "The council hired Ida Vell, a nurse, and Rolf Orr, a banker, said the vote was late.",
        ("Rolf Orr", "said", "the vote was late"),
    ),
    # Two single marks for a double one.
    ("\u201cIt is late,\u2019\u2019 he said. The crew left.", ("he", "said", "It is late,")),
    (
        "He called it \u2018\u2018a farce\u2019\u2019 and left.",
        ("He", "called", "it \u2018\u2018a farce\u2019\u2019"),
    ),
    # A condition behind the report.
    (
        "Norland will expand the port, Vell says, but only if it may do so through a plan called the Harbour Plan.",
        (
            "Vell",
            "says",
            "Norland will expand the port but only if it may do so through a plan called the Harbour Plan",
        ),
    ),
    (
        "He praised what he called a bond he shares with Vell.",
        ("he", "called", "a bond he shares with Vell"),
    ),
    (
        "According to seasonally adjusted figures, prices fell.",
        ("seasonally adjusted figures", "According to", "prices fell"),
    ),
    (
        "Experts said that some nation states did sometimes run such ships.",
        ("Experts", "said", "some nation states did sometimes run such ships"),
    ),
    # Documents that somebody gives out, whoever is told what to do, sources of two groups.
    (
        "The agency Harbour Images filed a complaint Wednesday with the board accusing Orr of fraud.",
        ("The agency Harbour Images", "accusing", "Orr of fraud"),
    ),
    (
        "The board issued a statement on Monday in Oban calling for calm.",
        ("The board", "calling for", "calm"),
    ),
    (
        "The board received a letter warning that the port was shut.",
        ("a letter", "warning", "the port was shut"),
    ),
    ("Vell told his team not to land.", ("Vell", "told", "his team not to land")),
    (
        "The ports warn their crews to beware of ice while sailing at night.",
        ("The ports", "warn", "their crews to beware of ice while sailing at night"),
    ),
    (
        "Vell urged both sides to talk while visiting Oban.",
        ("Vell", "urged", "both sides to talk"),
    ),
    (
        "\u201cWe had no wish to go\u201d to fight for Norland, added Vell, speaking in Oban.",
        ("Vell", "added", "\u201cWe had no wish to go\u201d to fight for Norland"),
    ),
    (
        "It is \u201ca grave mistake\u201d, said Ida Vell, of the group known as the Gulls (\u201cold hands\u201d).",
        ("Ida Vell", "said", "It is \u201ca grave mistake\u201d"),
    ),
    (
        "Vell left, calling Orr a \u201cman of the deep\u201d \u2014 an old nickname of his.",
        ("Vell", "calling", "Orr a \u201cman of the deep\u201d"),
    ),
    (
        "\u201cAll is normal here,\u201d Juma, a clerk at the Harbour Hotel told the Post on Friday, asking for tea.",
        ("Juma", "told", "All is normal here,"),
    ),
    (
        "The report says that while many officials and advisers are recommending more, the port is too small.",
        (
            "The report",
            "says",
            "while many officials and advisers are recommending more, the port is too small",
        ),
    ),
    (
        "The report says that while many officials and advisers are recommending more cranes, the port is small.",
        ("many officials and advisers", "recommending", "more cranes"),
    ),
    (
        "Vell said officials and advisers believe the port is too small.",
        ("Vell", "said", "officials and advisers believe the port is too small"),
    ),
    (
        "The port is shut, according to police and local media.",
        ("police and local media", "according to", "The port is shut"),
    ),
    (
        "Vell has said that if it is voted down the board will choose, something that could delay the vote.",
        ("Vell", "said", "if it is voted down the board will choose"),
    ),
    # Particles behind a day, times before what is said, what is not said, what is found or promised.
    (
        "The leaders called Saturday for an \u201cenormous\u201d turnout.",
        ("The leaders", "called Saturday for", "an \u201cenormous\u201d turnout"),
    ),
    (
        "Vell called on Friday on both sides to talk.",
        ("Vell", "called on Friday on", "both sides to talk"),
    ),
    ("Vell claimed months ago that it was late.", ("Vell", "claimed", "it was late")),
    (
        "Norland said for the first time this week it recognises Vell as president.",
        ("Norland", "said", "it recognises Vell as president"),
    ),
    (
        "The ministry refused to confirm the reports of a leak.",
        ("The ministry", "refused to confirm", "the reports of a leak"),
    ),
    ("Vell declined to rule out a strike.", ("Vell", "declined to rule out", "a strike")),
    (
        "He promised revelations about his brother that were \u201clikely to be explosive\u201d.",
        (
            "He",
            "promised",
            "revelations about his brother that were \u201clikely to be explosive\u201d",
        ),
    ),
    ("All of the accused deny the allegations.", ("All of the accused", "deny", "the allegations")),
    (
        "Ships were sunk, prompting the harbour board to accuse Norland of theft.",
        ("the harbour board", "accuse", "Norland of theft"),
    ),
    # Who somebody is and where from, those who are quoted, data at the end.
    (
        "Hal Orr, 40, of Oban, Alvania, who has a part-time job, said better jobs are not coming back.",
        ("Hal Orr", "said", "better jobs are not coming back"),
    ),
    (
        "Crews reported seeing a flash of light, the Oban port was quoted as saying late Thursday by the Post.",
        ("the Oban port", "saying", "Crews reported seeing a flash of light"),
    ),
    (
        "\u201cI regret nothing,\u201d local papers quote Vell as saying.",
        ("Vell", "saying", "I regret nothing,"),
    ),
    (
        "\u201cIt is no ocean,\u201d Erik van Selde, an oceanographer at the University of Oban told the Post.",
        ("Erik van Selde", "told", "It is no ocean,"),
    ),
    (
        "Pay was up over the past year, Labour Department data show.",
        ("Labour Department data", "show", "Pay was up over the past year"),
    ),
]


@pytest.mark.parametrize(("text", "report"), REPORTS)
def test_reports_of_wire_copy(text, report):
    assert report in [row[:3] for row in found(text)]


SILENT = [
    "He prayed to see his family again.",
    "This likely means that the team left.",
    "A group called Save the Pier was founded in May.",
    "A plan called the \u201cHarbour Plan 2.0\u201d is the only one he would take.",
    "A club which lays claim to the truth has never proved it.",
    "It would mean rates \u201cwould have to be raised\u201d.",
    "He was told the story of a man who had died.",
    "The army left, threatening more lives.",
    "Her mentor encouraged her hopes.",
    "Those who wrote this law have never carried anything.",
    "Vell declared a state of emergency the same day.",
    "Congress denied funding for the wall.",
    "Speaking of the harbour, she left.",
    "Expecting rain, the crew left early.",
    "She owned other things, such as the travel related services business.",
    "A lawyer identified in reports as Ida Vell died.",
    "The board sued them for posting \u201cfoul and strong\u201d comments about the draft.",
    "It was the first case filed under a law that bans such posts.",
    "The port has declined to raise its offer.",
    "The board refused to recognize the vote.",
    "The rebels routinely exaggerate battlefield claims.",
    "He had found \u201cgreat warmth\u201d in Oban.",
    "It does feel like as much as anything that the port is too small.",
    "Its size is a factor when considering whether the plan is sound.",
    "Storms, and requests to climb above them, are not rare.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_report_in_wire_copy(text):
    assert found(text) == []


def test_marks_of_a_second_report_are_its_own():
    text = "Vell expressed \u201csympathy\u201d with Norland and called on all sides \u201cto do what they can\u201d."
    contents = [row[2] for row in found(text)]
    assert contents == [
        "\u201csympathy\u201d with Norland",
        "all sides \u201cto do what they can\u201d",
    ]


def test_a_pronoun_alone_is_no_content():
    assert [row[2] for row in found("\u201cI never said that,\u201d she told reporters.")] == [
        "I never said that,"
    ]


def speakers(text):
    return list(hs.quotations([text], format="news").column("speaker"))


def test_an_official_who_goes_on_to_speak_keeps_unnamed():
    text = (
        "Norland has sent ships to Sudland, a senior official said.\n\nThe ships were part of what President Hal "
        "Vell had promised, the official said.\n\nVell told his team to send them, the official said."
    )
    assert speakers(text) == ["senior official"] * 3 + ["Hal Vell"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (
            "Norland officials deny raid in Oban -- spokesman of region's governor",
            [
                ("spokesman of region's governor", "Norland officials deny raid in Oban"),
                ("Norland officials", "raid in Oban"),
            ],
        ),
        (
            "Norland says it sent ships to Oban: report",
            [
                ("report", "Norland says it sent ships to Oban"),
                ("Norland", "it sent ships to Oban"),
            ],
        ),
        (
            "Ex-Norland premier Hal Vell dies aged 90: Norpress",
            [("Norpress", "Ex-Norland premier Hal Vell dies aged 90")],
        ),
        ("Norland warns Sudland: ships to sail", [("Norland", "ships to sail")]),
        ("Norland ships reach Oban: what we know", []),
    ],
)
def test_who_says_what_a_headline_says(headline, expected):
    table = hs.quotations(
        [f"{headline}\n\nOBAN, May 4 (Norpress) - The port is shut."], format="news"
    )
    assert list(zip(table.column("source"), table.column("content"), strict=True)) == expected


def test_what_is_told_in_part_ends_with_its_sentence():
    text = (
        "Low mobility suggests \u201cthat markets have been lousy\u201d in most places, Vell said. \u201cWages behave as "
        "though there were slack.\u201d"
    )
    table = hs.quotations([text], format="news")
    assert list(table.column("content")) == [
        "Low mobility suggests \u201cthat markets have been lousy\u201d in most places",
        "Wages behave as though there were slack.",
    ]
    assert list(table.column("speaker")) == ["Vell"] * 2


def test_a_role_and_the_name_of_who_speaks_next():
    text = (
        "The Norlandic president's security adviser said this month that Sudland was behind the raids.\n\n"
        "\u201cWe know where they came from,\u201d Ida Vell told Oban Radio."
    )
    assert speakers(text) == ["Ida Vell"] * 2


def test_a_player_by_the_place_on_the_field():
    text = (
        "Norland midfielder Hal Vell spoke to the police. A friend blamed the footballer for failing to pay.\n\n"
        "The footballer said he had been held."
    )
    assert speakers(text) == ["friend", "Hal Vell"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Norland's Ministry of Foreign Affairs", "Ministry of Foreign Affairs"),
        ("The Department of Veterans Affairs", "Department of Veterans Affairs"),
        ("The Oban Morning Herald", "Oban Morning Herald"),
        ("The Sunday Times", "Sunday Times"),
    ],
)
def test_a_body_by_its_whole_name(source, name):
    assert speakers(f"{source} said it was late.") == [name]


def test_officials_are_not_those_who_are_named_together_below():
    text = (
        "Two people were hurt, officials said. Norland's Prime Minister Hal Vell and Sudland's President "
        "Ida Orr expressed sympathy with the town."
    )
    assert speakers(text) == ["officials", "Hal Vell and Ida Orr"]


@pytest.mark.parametrize("role", ["A housekeeper", "The organist", "One resident", "His beekeeper"])
def test_a_name_behind_any_word_for_a_person(role):
    assert speakers(f"{role}, Nelly Gutt, told the Ledger she had been away.") == ["Nelly Gutt"]


def test_a_name_behind_an_office_in_capitals():
    text = "Nancy Pell spoke on Monday. The Senate Minority Leader, Chuck Shum, said the wall was costly."
    assert speakers(text) == ["Chuck Shum"]


def test_companies_within_angle_brackets():
    text = "<Consolidated Ports Corp> said it agreed to sell. The company said the deal is good."
    assert speakers(text) == ["Consolidated Ports Corp"] * 2


def test_a_body_by_its_name_without_the_last_word():
    text = "The Legal Aid Society said it was late. Legal Aid said no more was known."
    assert speakers(text) == ["Legal Aid Society"] * 2


def test_a_person_named_behind_a_country():
    text = "He met his old partner in Ukraine Konstantin Kilim, who denied the charge. Kilim said it was false."
    assert speakers(text) == ["Konstantin Kilim"] * 2


def test_a_name_behind_an_office_and_its_field():
    text = "Labour's spokesman on ports, John Falk, says the plan is weak. \u201cIt is weak,\u201d he said."
    assert speakers(text) == ["John Falk"] * 2


def test_who_is_asked_about_does_not_answer():
    text = (
        "Hal Orr, a rear admiral, spoke in Varna. Asked where Abu Vell was now, the spokesman said, "
        "\u201canybody's guess\u201d."
    )
    assert speakers(text) != ["Abu Vell"]


def test_the_official_is_who_has_spoken_as_one():
    text = (
        "The files are late, one senior official said.\n\nJohn F. Kenner was killed in 1963. \u201cIt takes time,\u201d "
        "the official said."
    )
    assert speakers(text) == ["one senior official"] * 2


@pytest.mark.parametrize(
    "text", ["Three weeks after the talks, Vell said.", "Asked about trade, Vell said."]
)
def test_what_holds_no_verb_is_not_said(text):
    assert found(text) == []


def test_a_minister_behind_whose_is_not_the_country():
    text = "It drew a response from Sudland, whose foreign minister called it \u201creckless\u201d."
    assert speakers(text) == ["foreign minister"]


def test_a_ministry_behind_a_name_is_not_its_role():
    text = "Orr spoke with Norland President Jak Sher, the ministry reported."
    assert speakers(text) == ["ministry"]


def test_a_company_by_the_first_words_of_its_name():
    text = (
        "Baltic Harbour Services Co said it would cut jobs. Baltic Harbour said 40 people would go."
    )
    assert speakers(text) == ["Baltic Harbour Services Co"] * 2
    text = "Ivory Coast Ports Ltd said it would close. Ivory Coast said it was sorry."
    assert speakers(text) == ["Ivory Coast Ports Ltd", "Ivory Coast"]


@pytest.mark.parametrize("unit", ["25 pct", "3 mln dlrs", "40 mph"])
def test_a_sentence_ends_behind_a_unit_of_consonants(unit):
    sentences = hs.sentences([f"The rate rose to {unit}. Varna called it final."])
    assert len(sentences) == 2
