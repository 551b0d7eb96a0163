# ruff: noqa: E501 - the parts read best in rows
"""Reports put together from parts: what comes before the speaker, and what stands between speaker and verb.

As in `test_frames_of_reports.py`, content and source are known before a sentence is read. All names are fiction.
"""

from itertools import product

import pytest
from test_frames_of_reports import assert_told, capital, parts

OPENINGS = """
|In a village,|In the village of Oban,|In one town,|In a letter,|In a letter to the board,|In her letter,|In a text message,|At the port,
|At the dairy in Oban,|On the steps of the court,|Outside the court,|Outside,|Inside the hall,|Back in Oslo,|Across the border in Norland,
|Elsewhere in Norland,|Most notably,|More recently,|Perhaps most importantly,|Not surprisingly,|Like many of her colleagues,|Along with the union,
|Under questioning,|Under pressure from the union,|On his way into the hall,|On her return to Oslo,|By Friday,|By Friday evening,|Until then,
|Early on Sunday,|Late Sunday,|Sunday evening,|That evening,|That June,|The same day,|The next day,|The day before,|A day earlier,|A week later,
|Days before the vote,|Shortly after the vote,|Minutes after the vote,|Moments later,|At first,|At one point,|At times,|In part,|In private,
|Privately,|Publicly,|Quietly,|Asked why,|Asked for comment,|Asked on Friday about the plan,|Pressed on the point,|Pressed for details,
|Questioned about it,|Told of the vote,|Reached by phone,|Reached at home,|Contacted by the Wire,|Standing outside the court,
|Sitting in her kitchen,|Looking tired,|Visibly shaken,|Flanked by aides,|Joined by Orr,|Responding to the remarks,|Responding,
|Announcing the plan,|Opening the meeting,|Closing the debate,|Addressing the crowd in Oslo,|Writing in the Oban Times,|Testifying under oath,
|Through a spokesman,|Through his lawyer,|Through an interpreter,|With the vote days away,|With no deal in sight,|Though the talks had failed,
|Because the port was shut,|Whatever happens,|No matter the outcome,|To applause,|To her surprise,|Of the 40 ships,|On the plan itself,
|On trade,|As for the port,|Regarding the strike,|On Twitter,|In Parliament,|In court,|In court documents,|In a filing,|In his testimony,
|In her ruling,|In a 40-page ruling,|In a speech in Oslo,|In a brief speech,|In a joint statement,|In an email,|In a post on Facebook,
|During a debate,|During questioning,|After hours of talks,|After the ruling,|Upon arrival,|Ahead of the vote,|Amid the strike,
|Throughout the day,|Within hours,|For months,|For now,|For example,|In fact,|Indeed,|In addition,|Overall,|Finally,|First,|Instead,
|Nevertheless,|So far,|Then,|Thus,|Even so,|Similarly,|Likewise,|Conversely,|On the other hand,|To that end,|As a result,|Once again,
|Recently,|Eventually,|Ultimately,|Initially,|Officially,
"""
SPEAKERS = """
|Ida Vell|Vell|the minister|Mayor Ida Vell|the union's leader|Hal Orr, the mayor,|Hal Orr, a farmer,|the mayor, Hal Orr,|Hal Orr, 40,
|the ministry|two residents|a police spokesman
"""
INSERTIONS = """
|, speaking on Monday in Boston, Massachusetts, with Hal Orr,|, for his part,|, in turn,|, however,|, meanwhile,|, who was in Oslo,
|, whose term ends in May,|, now 64,|, 64,|, a Liberal from Oban,|, no relation to the mayor,|, a former mayor of Oban and an ally of the president,
|, elected in 2029,|, standing beside the mayor,|, through a spokesman,|, one of three judges on the panel,|, the daughter of a miner,
|, himself a former miner,|, known for his caution,|, citing the strike,|, in his first interview since the vote,|, reached by phone on Monday,
|, like many of her colleagues,|, along with two others,|, who runs the port and sits on the board,|, wearing a red coat,|, his voice shaking,
|, now in Oslo,|, then mayor of Oban,|, long a critic of the plan,|, himself,|, too,|, though,|, in an interview,|, writing in the Oban Times,
|, asked about the plan,|, flanked by aides,|, a 40-year-old nurse,|, a nurse and mother of two,|, from Oban,|, the group's founder,
|, the company's chief executive and largest shareholder,|, its chairman,|, her deputy,
"""
KINDS = """
|Birr & Sons|the Oban-based firm Ostar|Ostar, the country's biggest carrier,|a group of 20 lawmakers|a coalition of unions
|more than 100 scientists|hundreds of residents|at least three people|one in four voters|some of those present|many in the crowd
|others in the crowd|sources in the ministry|a source close to Vell|an official at the ministry|an aide to Vell|Vell's lawyer
|Vell's lawyer, Hal Orr,|her husband, Hal Orr,|his 12-year-old son|the couple's daughter|the victim's mother
|the 34-year-old's lawyer|Norland's Foreign Ministry|the Norlandic embassy in Oslo|Oslo|Brussels|the Kremlin|Downing Street
|the Pentagon|Hamas|the Taliban|the Islamic State group|Interfax|state news agency NNA|the NNA news agency|local media
|a joint statement|the indictment|court papers|prosecutors|the prosecution|defense lawyers|Judge Ida Vell
|U.S. District Judge Ida Vell|the judge|a jury|the three-judge panel|the 40-page report|the report's authors
|the study, published on Monday,|the governor's office|Gov. Ida Vell|Sen. Ida Vell, D-Ohio,|Rep. Hal Orr (R-Texas)
|the Rev. Hal Orr|Ida Vell, of the Harbour Institute,|Ida Vell, 34, a nurse from Oban,|sisters Ida and Eva Vell|Vell's campaign
|the Vell campaign|the Vell administration|Vell's government|ministers|the Cabinet|lawmakers from both parties|critics of the plan
|supporters of the plan|the plan's supporters|human rights groups|aid agencies|the Red Cross|Amnesty International|the World Bank
|the International Monetary Fund|economists at the bank|the bank's governor|the central bank|investors|traders|one trader
|a senior trader at a bank in Oslo|the opposition|opposition leaders|opposition leader Hal Orr|the main opposition party
|the ruling party|rebels|the rebel group|the army|army spokesman Hal Orr|a military spokesman|the military's chief of staff
|police in Oban|Oban police|the police chief|fire officials|the fire department|the coroner|the hospital|doctors
|a doctor at the hospital|relatives|a relative of the victim|neighbors|a neighbor|a passer-by|protesters|one of the protesters
|the protesters|demonstrators outside the court|fans|the club|the coach|coach Hal Orr|the league|the team's owner
|scientists at Oban University|the study's lead author, Eva Birk,|lead author Eva Birk|researchers|the researchers
|a team of researchers|Pope Leo|the pope|the Vatican|Bishop Hal Orr|the archbishop of Oban|King Harald|the king|the palace
|the queen's spokesman|Queen Ida|the duke|Prince Hal|the EU|U.N. officials|the U.N. Security Council|NATO|NATO's secretary general
|the World Health Organization|the WHO
"""
# How each speaks: {s} the speaker, {t} without a comma behind, {c} what is said, {C} the same with a capital.
FORMS = """
|{s} said <{c}>.|{s} told reporters that <{c}>.|<{c}>, {s} said.|<{c}>, said {t}.|According to {t}, <{c}>.|<{c}>, according to {t}.
|“<{C},>” {s} said.|“<{C},>” said {t}.|On Monday, {s} warned that <{c}>.|{s} has accused <the council of delay>.
|{s} denied that <{c}>.|In a statement, {s} said that <{c}>.
"""
# Words within marks and other verbs, with what stands between speaker and verb: {i} the words between commas, {j} without
# the last.
MARKED = """
|“<{C},>” said {s}{j}.|“<{C},>” {s}{i} said.|{s}{i} said, “<{C}.>”|{s}{i} called <the plan “a disgrace.”>
|{s}{i} accused <the council of delay>.|{s}{i} urged <the board to act>.|{s}{i} warned of <delays>.|{s}{i} denied that <{c}>.
|<{c}>, according to {s}{j}.
"""
TOLD_OF = ["Ida Vell", "Vell", "the minister", "Mayor Ida Vell", "the union's leader"]
# Behind these a source may end, or go on to the end of the speaker's words.
BEHIND = [",", " in ", " at ", " outside ", " (", " published"]
SAYING = ["said", "said that", "told reporters that", "argued that", "told Northern Wire that"]
SAID = [
    "the port was shut",
    "it would act",
    "20 people died",
    "no plan was made",
    "talks were held",
]


def sources(speaker):
    """The words that may be marked as the source of a speaker: up to one of these ends, or all."""
    return {speaker.rstrip(","), *(speaker.split(end)[0] for end in BEHIND)}


def with_openings():
    for number, (opening, speaker) in enumerate(product(parts(OPENINGS), parts(SPEAKERS))):
        content = SAID[number // 5 % 5]
        yield f"{opening} {speaker} {SAYING[number % 5]} {content}.", content, speaker


def with_insertions():
    for number, (inserted, speaker) in enumerate(product(parts(INSERTIONS), TOLD_OF)):
        content = SAID[number // 5 % 5]
        yield f"{speaker}{inserted} {SAYING[number % 5]} {content}.", content, speaker
        yield f"{content}, {speaker}{inserted} said.", content, speaker
        yield f"{content}, said {speaker}{inserted[:-1]}.", content, speaker


def read(form, speaker, content, inserted=""):
    """The sentence of a form, its content and its speaker."""
    words = {"s": speaker, "t": speaker.rstrip(","), "c": content, "C": capital(content)}
    text = form.format(**words, i=inserted, j=inserted.rstrip(","))
    told = text.split("<")[1].split(">")[0]
    return text.replace("<", "").replace(">", ""), told, speaker


def of_each_kind():
    for number, (speaker, form) in enumerate(product(parts(KINDS), parts(FORMS))):
        yield read(form, speaker, SAID[number % 5])


def with_insertions_and_marks():
    for number, (inserted, speaker) in enumerate(product(parts(INSERTIONS), TOLD_OF)):
        for form in parts(MARKED):
            yield read(form, speaker, SAID[number % 5], inserted)


def with_openings_and_marks():
    for number, (opening, speaker) in enumerate(product(parts(OPENINGS), parts(SPEAKERS))):
        forms = parts(MARKED)[2:8]
        text, told, _ = read(forms[number % 6], speaker, SAID[number // 5 % 5])
        yield f"{opening} {text}", told, speaker


def with_numbers():
    for paper, content in product(
        ["Reuters", "the Oban Wire", "Northern Wire"],
        ["20 people had died", "3,000 jobs were at risk", "12 ships would be sold"],
    ):
        yield f"Vell told {paper} {content}.", content, "Vell"


@pytest.mark.parametrize(
    "frames",
    [
        with_openings,
        with_insertions,
        with_numbers,
        of_each_kind,
        with_insertions_and_marks,
        with_openings_and_marks,
    ],
)
def test_reports_put_together_from_parts_are_read_apart(frames):
    assert_told(
        [(capital(text), product([said], sources(by))) for text, said, by in frames()],
    )
