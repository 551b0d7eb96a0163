# ruff: noqa: E501 - the parts read best in rows
"""Reports put together from known parts: what comes first, who speaks, how, and what is said.

Every sentence is made of pieces, so that content and source are known before it is read. Each opening meets each
speaker and each way of saying each content; the parts beside them go round. All names are fiction.
"""

from itertools import product

import hustings as hs
import pytest

OPENINGS = """
|Meanwhile |Meanwhile, |On Monday |On Monday, |In Oslo, |In Oslo on Monday, |Earlier on Friday, |Earlier Friday,
|In a statement, |In a statement on Monday, |At a news conference in Oslo, |Asked about the plan,
|Speaking to reporters, |But |And |However, |Last week, |Also on Monday |Two days later, |After the meeting,
|In an interview with Northern Wire, |Separately, |For his part, |Since then, |Yet |Still, |In the capital, Oslo,
|In the northern city of Oban, |Later, |Hours later, |By contrast, |In May 2031, |At the same time, |During the visit,
|Following the vote, |Before the meeting, |Despite the strike, |In response, |Citing the strike, |Earlier this month,
|Over the weekend, |As the vote neared, |When the strike began, |While the strike went on,
"""
SPEAKERS = """
|Vell|Ida Vell|the minister|the Foreign Ministry|Norland|a spokesman for the ministry|two officials|one diplomat
|Vell, the mayor of Oban,|Vell, who runs the port,|the ministry's spokesman, Hal Orr,|Foreign Minister Ida Vell
|Norland's foreign minister, Ida Vell,|the U.N. agency|both sides|his lawyer|people familiar with the matter
|a senior official who asked not to be named|the 45-year-old|Orr and Vell|the company|Mr. Vell|Dr. Ida Vell
|President Ida Vell|the president of Norland|the head of the port, Ida Vell,|police|the White House|a court in Oslo
|the European Union|the party's leader|members of the council|some lawmakers|most economists|the report
|three people briefed on the talks|the United Nations' human rights chief|Norlandic officials
|the prime minister's office|Hal Orr, an analyst at Birr,|Hal Orr, a 54-year-old farmer from Oban,|analysts at Birr
|the agency's director for Asia, Hal Orr,|witnesses|residents of the town|state television|the Oban Times newspaper
|the bank's chief economist|another official|several of the ministers|nurses at the ward|the sisters' spouses
"""
SAYING = """
|said|said on Monday|told reporters|told Northern Wire on Monday|also said|had said earlier
|said in a statement on Monday|said late on Monday|later said|said that|told Northern Wire by phone that
|confirmed that|said at a news conference that|told a news conference in Oslo that|insisted|predicted that
|acknowledged on Friday that|told the Oban Times newspaper that|said in an interview that
|told lawmakers on Monday that|said in a tweet that|told state television that|said by telephone that
|told reporters on Monday, a day after the vote, that|said without giving details that|warned ahead of the talks that
|told Northern Wire two days before the vote that|testified under oath that|told the party to loud applause that
|said as he left the meeting that|told a local news channel that|said at the time that
|said through a spokesman that|told the party at a meeting, which began late, that|said on Monday, after the vote, that
|wrote on Twitter that|did not say whether|denied that|declined to say whether|asked whether|argued that|stressed that
"""
SAID = """
|the port was shut|more than half of the voters stayed home|there was no plan|it would act|20 people died
|Norland would act|if the port shut, many would leave|ships from abroad were late|no one was hurt
|what happened was wrong|talks were under way|at least 20 people had been killed|the army and the police would help
|all of the ships had left|they would not give in|nothing had been decided|both sides had agreed to talk
|the talks had failed because of the strike|around 3,000 workers would lose their jobs|President Hal Orr would resign
|two of its ships had been seized by the navy|rebels killed 12 people on Sunday|Norland hopes to join the pact
|Norland backs the plan|turnout fell to 40 percent|the army took the northern city of Oban|it cut 3,000 jobs last year
|floods in the north killed at least 20 people|Orr met the president of Norland in Oslo on Tuesday
"""
# One report or two in a longer sentence: {s} the speaker, {S} at its beginning, {t} without a comma behind, {c} and {d}
# what is said; each content between brackets.
LONGER = """
|{S} said <{c} and that {d}>.
|{S} said that <{c} and that {d}>.
|{S} said <{c}> but added that <{d}>.
|{S} said <{c} but that {d}>.
|{S} said <{c}>, adding that <{d}>.
|{S} said <{c}>, adding <{d}>.
|{S} said <{c}> and warned that <{d}>.
|{S} said <{c}>, and warned that <{d}>.
|{S} told reporters that <{c}>, stressing that <{d}>.
|{S} said on Monday that <{c}>, according to Northern Wire.
|<{C}>, {s} said, adding that <{d}>.
|<{C}>, said {t}, who was in Oslo on Monday.
|{S} said <{c} after the strike ended in Oslo>.
|{S} confirmed on Monday that <{c}>.
|{S} did not say whether <{c}>.
|{S} was quoted by Northern Wire as saying that <{c}>.
|{S} was quoted as saying <{c}>.
|Northern Wire quoted {t} as saying that <{c}>.
|{S} has said repeatedly that <{c}>.
|{S} was also expected to say that <{c}>.
|{S} urged <the board to act>, saying <{c}>.
|{S} called for <calm> and said <{c}>.
|Speaking to reporters in Oslo on Monday, {s} said <{c}>.
|When asked about the strike, {s} said <{c}>.
|At a rally in Oslo, where he spoke for an hour, {s} said that <{c}>.
|{S} said <there was no doubt that {c}>.
|{S} said in a statement posted on its website on Monday that <{c}>.
|{S} told a news conference in Oslo on Monday that <{c}>.
|{S} said in an interview published on Monday that <{c}>.
|{S} said by phone from Oslo that <{c}>.
|{S} said <{c}>, but gave no details.
|{S} said <{c}>. The statement did not elaborate.
|{S} said earlier in the day that <{c}>.
|{S} said last month that <{c}>.
|{S} has denied that <{c}>.
|{S} said <he believed {c}>.
|{S} warned reporters on Monday that <{c} unless talks began>.
|Citing {t}, Northern Wire reported that <{c}>.
|Northern Wire reported, citing {t}, that <{c}>.
|{S} announced on Monday that <{c}>.
|As {s} said on Monday, <{c}>.
|<{C}>, as {s} put it.
|{S} says <{c}>.
|{S} is saying that <{c}>.
|{S} had told Northern Wire before the vote that <{c}>.
|{S} asked reporters <why {c}>.
"""


def parts(rows):
    """The parts of a list; an opening keeps the space behind it."""
    return [part.replace("\n", " ").rstrip(" ") for part in rows.strip("\n").split("|")[1:]]


def capital(text):
    return text[0].upper() + text[1:]


def sources(speaker):
    """The words that may be marked as the source of a speaker: with an apposition or a clause, or without."""
    return {speaker.rstrip(","), speaker.split(",")[0], speaker.split(" who ")[0]}


def assert_told(rows, case=str.lower):
    """Each text is read with one of the pairs of content and source that it may have, in any case of the source."""
    by_text = {}
    for row in hs.quotations([text for text, _ in rows], format="plain"):
        told = (case(row["content"]), (row["source"] or "").lower())
        by_text.setdefault(row["document"], set()).add(told)
    wrong = []
    for number, (text, pairs) in enumerate(rows, 1):
        expected = {(case(content), source.lower()) for content, source in pairs}
        if not expected & by_text.get(f"text{number}", set()):
            wrong.append((text, by_text.get(f"text{number}")))
    assert not wrong, f"{len(wrong)} of {len(rows)}, the first: {wrong[:5]}"


def front(number):
    openings = parts(OPENINGS)
    opening = openings[number % len(openings)]
    return opening + " " if opening else ""


def behind_openings():
    """Opening, speaker, verb, content."""
    saying, said = parts(SAYING), parts(SAID)
    for number, (opening, speaker) in enumerate(
        product(range(len(parts(OPENINGS))), parts(SPEAKERS))
    ):
        verb, content = saying[number % len(saying)], said[number % len(said)]
        yield f"{front(opening)}{speaker} {verb} {content}.", content, speaker


def with_every_verb():
    speakers = parts(SPEAKERS)
    for number, (verb, content) in enumerate(product(parts(SAYING), parts(SAID))):
        speaker = speakers[number % len(speakers)]
        yield f"{front(number // 7)}{speaker} {verb} {content}.", content, speaker


def inverted():
    """Content, verb, speaker."""
    for speaker, content in product(parts(SPEAKERS), parts(SAID)):
        yield f"{content}, said {speaker.rstrip(',')}.", content, speaker


def with_the_verb_last():
    """Content, speaker, verb."""
    for speaker, content in product(parts(SPEAKERS), parts(SAID)):
        yield f"{content}, {speaker} said on Monday.", content, speaker


def according_to():
    for speaker, content in product(parts(SPEAKERS), parts(SAID)):
        yield f"{content}, according to {speaker.rstrip(',')}.", content, speaker
        yield f"according to {speaker.rstrip(',')}, {content}.", content, speaker


def participles():
    for number, (speaker, content) in enumerate(product(parts(SPEAKERS), parts(SAID))):
        yield f"{front(number)}{speaker} rejected the offer, saying {content}.", content, speaker


@pytest.mark.parametrize(
    "frames",
    [behind_openings, with_every_verb, inverted, with_the_verb_last, according_to, participles],
)
def test_reports_put_together_from_parts_are_read_apart(frames):
    assert_told(
        [(capital(text), product([said], sources(by))) for text, said, by in frames()],
    )


def test_reports_in_longer_sentences_are_read_apart():
    speakers, said = parts(SPEAKERS), [one for one in parts(SAID) if not one.startswith("if ")]
    rows = []
    for number, (form, speaker) in enumerate(product(parts(LONGER), speakers)):
        one, two = said[number % len(said)], said[(number * 5 + 3) % len(said)]
        words = {"s": speaker, "S": capital(speaker), "t": speaker.rstrip(",")}
        text = form.format(**words, c=one, C=capital(one), d=two)
        contents = [part.split(">")[0] for part in text.split("<")[1:]]
        rows.append((capital(text.replace("<", "").replace(">", "")), contents, speaker))
    found = {}
    for row in hs.quotations([text for text, *_ in rows], format="plain"):
        found.setdefault(row["document"], []).append(
            (row["content"], (row["source"] or "").lower())
        )
    wrong = []
    for number, (text, contents, speaker) in enumerate(rows, 1):
        own = found.get(f"text{number}", [])
        told = {content.lower() for content, _ in own}
        named = {source.lower() for source in sources(speaker)} | {"northern wire"}
        spoken = any(source in named for _, source in own)
        if not spoken or not {content.lower() for content in contents} <= told:
            wrong.append((text, contents, own))
    assert not wrong, f"{len(wrong)} of {len(rows)}, the first: {wrong[:3]}"


def test_there_are_thousands_of_frames():
    assert sum(1 for _ in behind_openings()) > 2000
