# ruff: noqa: E501 - texts read best on one line
"""Reports as they stand in short passages of copy, and where each ends; what a reader would say stands beside each."""

import hustings as hs
import pytest


def told(text):
    rows = hs.quotations([text], format="plain")
    return [(row["content"], row["source"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He was seen on Tuesday in Split, where, a cashier said, he bought two tickets.",
            [("he bought two tickets", "a cashier")],
            id="behind where",
        ),
        pytest.param(
            "The plan, which, officials said, would cost millions, has failed.",
            [("would cost millions", "officials")],
            id="behind which",
        ),
        pytest.param(
            "It hit a reef that, officials said, was not on any chart.",
            [("was not on any chart", "officials")],
            id="behind that",
        ),
        pytest.param(
            "A fire, which officials believe started in a stove, raced through the camp.",
            [("started in a stove", "officials")],
            id="a relative clause ends before the main verb",
        ),
        pytest.param(
            "The airline — which insists that none of its pilots was late — has cancelled 212 flights.",
            [("none of its pilots was late", "The airline")],
            id="between dashes",
        ),
        pytest.param(
            "The airline (which insists that none of its pilots was late) has cancelled 212 flights.",
            [("none of its pilots was late", "The airline")],
            id="in brackets",
        ),
        pytest.param(
            "He did not come, Ida Vell said; an intern did.",
            [("He did not come", "Ida Vell")],
            id="before a semicolon",
        ),
        pytest.param(
            "The bridge that was closed in May will reopen on Friday, the city's engineer, Hal Orr, said.",
            [
                (
                    "The bridge that was closed in May will reopen on Friday",
                    "the city's engineer, Hal Orr",
                )
            ],
            id="a clause whose subject has a clause",
        ),
        pytest.param(
            'That claim, wrote Judge Ida Vell in a concurring opinion, "would turn the border into a place without law".',
            [
                (
                    'That claim "would turn the border into a place without law"',
                    "Judge Ida Vell",
                )
            ],
            id="between a subject and its verb in marks",
        ),
        pytest.param(
            'It is not, the widow insists, "about the money".',
            [('It is not "about the money"', "the widow")],
            id="behind a denied verb",
        ),
        pytest.param(
            "Insurers, as one underwriter puts it, do not mind a fire.",
            [("Insurers do not mind a fire", "one underwriter")],
            id="as somebody puts it, in the middle",
        ),
        pytest.param(
            "The insurer threatened to withdraw its cover, after which the locks were changed.",
            [("to withdraw its cover", "The insurer")],
            id="after which",
        ),
        pytest.param(
            'Vell said it had hit "a ship", without naming it.',
            [('it had hit "a ship"', "Vell")],
            id="without naming it",
        ),
        pytest.param(
            "Lawyers would not say whether he planned to speak, and the judge, Warren Osei, has given both until Friday.",
            [("he planned to speak", "Lawyers")],
            id="the narration goes on with another, told between commas",
        ),
        pytest.param(
            "When Ida Vell, a teacher from Oban, told her doctor that it was late, he left.",
            [("it was late", "Ida Vell, a teacher from Oban")],
            id="in a clause with an apposition before the main one",
        ),
        pytest.param(
            "Asked whether he accepted that the order was late, the brigadier bristled.",
            [],
            id="what somebody was asked whether they accept",
        ),
        pytest.param(
            "Vell inquired, after a pause, what they wanted.",
            [("what they wanted", "Vell")],
            id="a question behind an insertion",
        ),
        pytest.param(
            "On Friday the judge asked him, for the third time, where it was.",
            [("where it was", "the judge")],
            id="asked, with an insertion",
        ),
        pytest.param(
            "The court ruled 5-4 that the decree was invalid.",
            [("the decree was invalid", "The court")],
            id="by so many votes",
        ),
        pytest.param(
            "Fourteen people told investigators the same thing: the lights went out before the crash.",
            [("the lights went out before the crash", "Fourteen people")],
            id="the same thing",
        ),
        pytest.param(
            "Norland told its citizens on Wednesday to leave.",
            [("its citizens on Wednesday to leave", "Norland")],
            id="a day before the infinitive",
        ),
        pytest.param(
            "Vell has asked twice for a pause.",
            [("a pause", "Vell")],
            id="how often, before the preposition",
        ),
        pytest.param(
            "Judge Orr called the reasoning circular and predicted that the country would vote again.",
            [("the reasoning circular", "Judge Orr"), ("the country would vote again", None)],
            id="an adjective as a judgement",
        ),
        pytest.param(
            "Secretary Hal Orr insisted that all was well, predicted the selling would be over and warned that it was late.",
            [
                ("all was well", "Secretary Hal Orr"),
                ("the selling would be over", None),
                ("it was late", None),
            ],
            id="verbs of a list",
        ),
        pytest.param(
            "It has been argued, mostly by merchants, that tea can be grown there.",
            [("tea can be grown there", "merchants")],
            id="it has been argued by somebody",
        ),
        pytest.param(
            "The minister was asked three times by reporters whether she would go.",
            [("she would go", "reporters")],
            id="asked how often by whom",
        ),
        pytest.param(
            "Relatives had been told shortly after dawn that all eleven were alive.",
            [("all eleven were alive", None)],
            id="told when",
        ),
        pytest.param(
            "He was told on Monday that the port was shut.",
            [("the port was shut", None)],
            id="told on a day",
        ),
        pytest.param(
            "The inquest heard on Tuesday that the raft had failed to inflate.",
            [("the raft had failed to inflate", None)],
            id="what an inquest heard",
        ),
        pytest.param("He heard that it was late.", [], id="what somebody heard"),
        pytest.param(
            'The senator can be heard saying that farmers "will fold".',
            [('farmers "will fold"', "The senator")],
            id="can be heard saying",
        ),
        pytest.param(
            "Vell is on record, in Hansard and elsewhere, as saying that no child would go there.",
            [("no child would go there", "Vell")],
            id="is on record as saying",
        ),
        pytest.param(
            "'It is late,' the old man is supposed to have told the guard.",
            [("It is late,", "the old man")],
            id="is supposed to have told",
        ),
        pytest.param(
            "At no point did Ida Vell say that the money was lost. Only later did Orr say it was late.",
            [("the money was lost", "Ida Vell"), ("it was late", "Orr")],
            id="inverted behind a denial",
        ),
        pytest.param(
            "“Please do not forward,” reads the last line.",
            [("Please do not forward,", "the last line")],
            id="what a line reads",
        ),
        pytest.param(
            'Calling the offer "badly timed," Ostar\'s board on Monday urged shareholders to take no action.',
            [
                ('the offer "badly timed,"', None),
                ("shareholders to take no action", "Ostar's board"),
            ],
            id="a judgement first, its comma within the marks",
        ),
        pytest.param(
            "Eleven seconds later a pilot said it was late.",
            [("it was late", "a pilot")],
            id="how much later, without a comma",
        ),
        pytest.param(
            "As long ago as 1934 a royal commission concluded that the marsh could not be drained.",
            [("the marsh could not be drained", "a royal commission")],
            id="as long ago as",
        ),
        pytest.param("Vell showed no emotion as he was led away.", [], id="no emotion"),
        pytest.param("They thought better of it when it rained.", [], id="thought better of it"),
        pytest.param("The rebels threaten our security.", [], id="what is in danger"),
        pytest.param("Agents found 53 people in a sealed van.", [], id="people who were come upon"),
        pytest.param(
            "He said it every morning at the gate as the men filed past.",
            [],
            id="it, said every morning",
        ),
        pytest.param(
            "A guard asked each prisoner what he did in civilian life, and when the answer came he laughed.",
            [("what he did in civilian life", "A guard")],
            id="what was asked ends before what came of it",
        ),
        pytest.param(
            "The group, which calls itself the Southern Dawn Brigades, has gone.", [], id="a name"
        ),
        pytest.param(
            "What the Norwegians fear, though they are too polite to say so, is that the club will shrink.",
            [("the club will shrink", "the Norwegians")],
            id="what somebody fears is that",
        ),
        pytest.param(
            "What both sides will confirm is that a dinner took place.",
            [("a dinner took place", "both sides")],
            id="what both will confirm is that",
        ),
        pytest.param(
            'The two leaders spoke for 90 minutes, Press Secretary Ida Vell said, and "covered the waterfront".',
            [
                (
                    'The two leaders spoke for 90 minutes and "covered the waterfront"',
                    "Press Secretary Ida Vell",
                )
            ],
            id="a second verb within marks",
        ),
        pytest.param(
            "Vell did not respond to questions about what that context was.",
            [],
            id="no response",
        ),
        pytest.param(
            'The chairwoman rejected calls for her resignation from nine of them, whom she dismissed as "a book club with a grudge".',
            [("a book club with a grudge", "she")],
            id="whom somebody dismissed as",
        ),
        pytest.param(
            "The department said it will not retry Hal Orr, ending a case that began in May.",
            [("it will not retry Hal Orr", "The department")],
            id="what was ended by saying so",
        ),
        pytest.param(
            "The office had called to ask where he would like the flowers sent.",
            [("where he would like the flowers sent", "The office")],
            id="called to ask",
        ),
        pytest.param(
            'The station aired footage of him describing parks as "socialism with swings".',
            [('parks as "socialism with swings"', "him")],
            id="footage of him describing",
        ),
        pytest.param(
            "Organizers of the recall claim to have gathered 71,000 signatures.",
            [("to have gathered 71,000 signatures", "Organizers of the recall")],
            id="claim to have done",
        ),
        pytest.param(
            "She told police he might come, but the police disputed that account.",
            [("he might come", "She")],
            id="that account",
        ),
        pytest.param(
            'In a statement, the Water Authority said it "accepts the thrust" of the findings.',
            [('it "accepts the thrust" of the findings', "the Water Authority")],
            id="a pronoun and its verb within marks",
        ),
        pytest.param(
            "The Nordic Fuels Corporation, which sells petrol, expects the plant to open by June, its director, Ida Vell, told an industry dinner.",
            [
                (
                    "The Nordic Fuels Corporation, which sells petrol, expects the plant to open by June",
                    "its director, Ida Vell",
                ),
                ("the plant to open by June", "The Nordic Fuels Corporation"),
            ],
            id="its director, behind what a firm expects",
        ),
        pytest.param(
            'The firm says its auditors have visited the station and found "a café".',
            [
                (
                    'its auditors have visited the station and found "a café"',
                    "The firm",
                ),
                ("a café", None),
            ],
            id="a second participle",
        ),
        pytest.param(
            "The couple say they will fix the roof.",
            [("they will fix the roof", "The couple")],
            id="one noun for two",
        ),
        pytest.param("It was a forecast that traders treated with caution.", [], id="a forecast"),
        pytest.param(
            "Work will begin at dawn, officials said, at the two farms outside Oban where the virus was found.",
            [
                (
                    "Work will begin at dawn at the two farms outside Oban where the virus was found",
                    "officials",
                )
            ],
            id="where it will be, behind the report",
        ),
        pytest.param(
            "All sides have committed what may amount to war crimes, a report published on Tuesday concludes.",
            [("All sides have committed what may amount to war crimes", "a report")],
            id="a report published on a day",
        ),
        pytest.param(
            "Fully 61 per cent of Finns now think that the border should stay shut, up from 43 per cent two years ago, according to a survey by the daily Viesti.",
            [
                (
                    "Fully 61 per cent of Finns now think that the border should stay shut, up from 43 per cent two years ago",
                    "a survey by the daily Viesti",
                ),
                ("the border should stay shut", "61 per cent of Finns"),
            ],
            id="a survey, with what it was before",
        ),
        pytest.param(
            'In the old quarter, said Hal Orr, who runs a bakery, people "are sleeping in the road".',
            [('In the old quarter people "are sleeping in the road"', "Hal Orr")],
            id="behind what is told of the speaker",
        ),
        pytest.param(
            "Buyers from Oban, the biggest customers, stayed away for a third week, said the report.",
            [
                (
                    "Buyers from Oban, the biggest customers, stayed away for a third week",
                    "the report",
                )
            ],
            id="a verb in -ed behind an apposition",
        ),
        pytest.param(
            'The director had warned last month of "a thin year".',
            [("a thin year", "The director")],
            id="warned, a time, of",
        ),
        pytest.param(
            'The owners insist that "no berth will close", but they have sold two of them.',
            [("no berth will close", "The owners")],
            id="the narration goes on behind marks and 'but'",
        ),
        *(
            pytest.param(f'"It goes on{mark}" {words}.', [(f"It goes on{mark}", source)], id=words)
            for mark, words, source in [
                (",", "repeats Ida Vell", "Ida Vell"),
                (",", "shrugs the baker", "the baker"),
                ("!", "shouts her brother", "her brother"),
                ("?", "he sighs", "he"),
                (",", "she repeats", "she"),
            ]
        ),
        pytest.param(
            'The album "Slow Water," shouts and all, sold ten copies.', [], id="shouts and all"
        ),
        pytest.param(
            'Orlan Foods cut its forecast, blaming higher costs and a "soft" market, driving the stock to a low.',
            [('higher costs and a "soft" market', "Orlan Foods")],
            id="how markets took it",
        ),
        pytest.param(
            "The minister said the port would close, although she stopped short of naming a day.",
            [("the port would close", "The minister")],
            id="stopped short of",
        ),
        *(
            pytest.param(
                f'{words}: "It will get worse."', [("It will get worse.", source)], id=words
            )
            for words, source in [
                ("Nilo Orr was less impressed", "Nilo Orr"),
                ("Nilo Orr is blunt", "Nilo Orr"),
                ("Her deputy was blunter", "Her deputy"),
                ("Others were less sure", "Others"),
                ("She was adamant", "She"),
                ("Said one person briefed on the talks", "one person"),
            ]
        ),
        *(
            pytest.param(f'{words}: "Pay or leave."', [], id=words)
            for words in ["The choice was simple", "It was clear", "Then, after a while"]
        ),
        pytest.param(
            "In a letter to the board, Elm Capital, which owns 4.2% of the firm, asks why margins have fallen.",
            [("why margins have fallen", "Elm Capital")],
            id="owns",
        ),
        pytest.param(
            "Ida Vell said that customers should not expect the company to absorb the cost.",
            [("customers should not expect the company to absorb the cost", "Ida Vell")],
            id="should not expect",
        ),
        pytest.param(
            "The opposition criticised the timetable, and two members of the governing party abstained.",
            [],
            id="a reaction, and something else",
        ),
        pytest.param(
            "The deadline, set in March and twice put off, expires at midnight on Sunday.",
            [],
            id="put off",
        ),
        pytest.param(
            "The chairman has already made plain that the pier will close.",
            [("the pier will close", "The chairman")],
            id="made plain",
        ),
        pytest.param(
            "The chairman made it plain that the pier would close.",
            [("the pier would close", "The chairman")],
            id="made it plain",
        ),
        pytest.param(
            "Ida Vell reiterated the company's target of returning to profit by 2027.",
            [("the company's target of returning to profit by 2027", "Ida Vell")],
            id="reiterated a target",
        ),
        pytest.param("The median forecast was for two cuts.", [], id="a forecast"),
        *(
            pytest.param(
                f"{words} {source} {verb}, the pier is old.",
                [("the pier is old", source)],
                id=words,
            )
            for words, source, verb in [
                ("As", "Vell", "notes"),
                ("And, as", "Vell", "notes"),
                ("Still, as", "Ida Vell", "points out"),
                ("But then, as", "the report", "says"),
                ("For now, as", "Ida Vell", "puts it"),
            ]
        ),
        *(
            pytest.param(
                f"Ida Vell {cue}, that she would go.",
                [("she would go", "Ida Vell")],
                id=cue,
            )
            for cue in [
                "told the panel on Monday, a day before the vote",
                "said on Monday, after the vote",
                "said at a hearing, which lasted two hours",
                "told her party at Monday's meeting, which began late because of a scare at the station",
            ]
        ),
        pytest.param(
            "The Dorn campaign told the Courier she “turns down such money” but did not specify whether that held for firms.",
            [
                ("she “turns down such money”", "The Dorn campaign"),
                ("that held for firms", None),
            ],
            id="a pronoun before marks that open with its verb",
        ),
        pytest.param(
            'The trader had earlier told a local news channel that the door "locked itself".',
            [('the door "locked itself"', "The trader")],
            id="a news channel is told",
        ),
        pytest.param(
            "A second diplomat called that “generous.”",
            [("that “generous.”", "A second diplomat")],
            id="called that",
        ),
        pytest.param(
            'Finance Minister Ida Vell said the matter was "not even under review", whereupon Senator Nilo Kessler remarked that a panel was seldom formed to do nothing.',
            [
                ('the matter was "not even under review"', "Finance Minister Ida Vell"),
                ("a panel was seldom formed to do nothing", "Senator Nilo Kessler"),
            ],
            id="whereupon",
        ),
        pytest.param(
            "Some of them went further by pledging to refuse gifts from lobbyists, while discouraging help from other groups.",
            [("to refuse gifts from lobbyists", None)],
            id="before while and a participle",
        ),
        pytest.param(
            "Vell denied the charge of fraud, painting himself as its victim.",
            [("the charge of fraud", "Vell")],
            id="before painting himself",
        ),
        pytest.param(
            "Thousands reached the gate, chanting “Bring the books” and holding up receipts.",
            [("Bring the books", "Thousands")],
            id="before and holding",
        ),
        pytest.param(
            "Seats are allotted according to the d'Hondt method.", [], id="according to a method"
        ),
        pytest.param(
            "Two members left, although three have not committed to staying.",
            [],
            id="not committed to",
        ),
        pytest.param(
            "Men stormed the hall on Monday, an attack the governor said was an act of terror.",
            [("was an act of terror", "the governor")],
            id="an attack the governor said",
        ),
        pytest.param(
            "The ruling prompted Nilo Kessler, head of the Reform Party, to call for a new vote.",
            [("a new vote", "Nilo Kessler")],
            id="prompted somebody with an apposition",
        ),
        *(
            pytest.param(
                f"Ida Vell {cue} that the port was shut.",
                [("the port was shut", "Ida Vell")],
                id=cue,
            )
            for cue in [
                "said without giving details",
                "told Reuters two days before the vote",
                "warned ahead of the talks",
                "told the hall to loud applause",
                "testified under oath",
                "said as he left the meeting",
            ]
        ),
        *(
            pytest.param(
                f"Ida Vell told {whom} Norland was ready to sign.",
                [("Norland was ready to sign", "Ida Vell")],
                id=f"told {whom} of a country",
            )
            for whom in ["Reuters", "a crowd of supporters", "reporters in a statement"]
        ),
        pytest.param(
            "Ida Vell, the mayor, last week told lawmakers that there was no money for it.",
            [("there was no money for it", "Ida Vell")],
            id="last week behind an apposition",
        ),
        pytest.param(
            "The talks had failed, Ida Vell said on Monday, a day after the vote.",
            [("The talks had failed", "Ida Vell")],
            id="a day after",
        ),
        pytest.param(
            "Ida Vell said the talks had failed before leaving the room.",
            [("the talks had failed", "Ida Vell")],
            id="before leaving",
        ),
        pytest.param(
            "The pier, he notes, is old.",
            [("The pier is old", "he")],
            id="he notes",
        ),
        pytest.param(
            "Prices rose in August, data from the harbour office showed.",
            [("Prices rose in August", "data from the harbour office")],
            id="what data from an office showed",
        ),
        pytest.param(
            "In May, she said, the mayor asked her to leave.",
            [("In May the mayor asked her to leave", "she"), ("her to leave", "the mayor")],
            id="somebody is asked behind an inserted report",
        ),
        pytest.param(
            'The lawyer called that explanation "an insult".',
            [('that explanation "an insult"', "The lawyer")],
            id="that before a noun",
        ),
        pytest.param(
            "The mayor put that cost at $11,300.",
            [("that cost at $11,300", "The mayor")],
            id="put that cost at",
        ),
        pytest.param(
            "The mayor laughed, then asked which pier it was.",
            [("which pier it was", "The mayor")],
            id="then asked",
        ),
        pytest.param(
            "An official at the port, to which the ship belongs, said a mission due on Monday would go ahead.",
            [("a mission due on Monday would go ahead", "An official at the port")],
            id="a clause behind a relative clause of the subject",
        ),
        pytest.param(
            "The pier is safe, she said, and anyone who came may read the report.",
            [("The pier is safe and anyone who came may read the report", "she")],
            id="a second clause behind the report, in which a verb is of another sense",
        ),
        pytest.param(
            "It was clear, he said, that the pier was old.",
            [("It was clear that the pier was old", "he")],
            id="that behind the report",
        ),
    ],
)
def test_reports_reach_as_far_as_they_are_said(text, expected):
    assert told(text) == expected
