"""Reports that stand within what they report, put together from what comes before and behind them.

`If the jail is old, said Ida Vell, the mayor, it will close`: what is said begins before its
speaker and goes on behind, as agencies write. All are expected to be one content of two pieces.
"""

import re
from itertools import product

import hustings as hs
import pytest
from test_frames_of_reports import parts

CONDITIONS = """
|If the jail is old|When the rain stops|Unless talks resume soon|Because prices have risen
|Although the wall held|Once the vote is over|Until the strike ends|While the harbour is safe
|Since the new law took effect|Even if the wall holds|As long as the strike lasts|If so
|As the water rises|Before the vote was held|After the vote was held|Now that the war is over
|In case the wall fails|Provided that the court agrees|If elected|If the deal is signed
|Whenever it rains|Given the costs|Despite the strike|With the harbour closed|In some villages
|By 2030|For years|To win the north|Instead of talks|Had the alarm worked|Under the plan
|Without help|Like most towns|At the same time|In the end|Until then|So far
|In towns where the strike began|With nowhere to go
"""
CLAUSES = """
|it will close|the town will suffer|hundreds of people will lose their jobs|no one was hurt
|300 schools may close|trucks must go through the town|crime has fallen by a third
|there is no alternative|“we will all pay”|the man was already dead|prices will rise
|its members will strike in May|more people will have to move|Norland needs a new treaty
"""
SUBJECTS = """
|The wall|Norland|The number of cases|Most of the houses|Some of them|The children|The two men
|The new law|This|It|They|His wife|Ms Moss's death|Prices of bread|The port of Oban|Nobody
|One in four houses|About 300 people|The Ministry of Trade|The decision to close the port
|A ship carrying 40 people
"""
PREDICATES = """
|will fall|was safe|has doubled since May|are not ready|should be rebuilt|needs more help
|were killed in the strike|could lose its licence|is “a scandal”|had been drinking
|remain closed|cannot be saved|will not change before the vote|did not know about it
"""
SPEAKERS = """
|he said|she told reporters|officials say|Vell said|Ida Vell said|said Vell|the union said
|said Ida Vell, the mayor|said Mr Orr, a professor of law|said the mayor, Ida Vell
|the port said in a statement|Vell said on Monday|police said|the minister warned|Vell added
|experts say|Ms Vell told the BBC|the report says|he argued|say scientists|an official said
|said Ida Vell, who runs the port|said Vell of the port|said Ida Vell, mayor of Oban
|said Ida Vell, 54|said Iris Vane, a teacher who lost her house|one of them said
|said one resident, Hal Orr
"""
SOURCES = """
|according to police|according to Ida Vell|according to Hal Orr, a lawyer
|according to the report
"""


def letters(text):
    return "".join(filter(str.isalnum, text.lower()))


def misread(sentences):
    """The sentences without a content of the letters expected, with the contents found."""
    found = hs.quotations([text for text, _ in sentences], format="plain")
    contents = {}
    for document, content in zip(found["document"], found["content"], strict=True):
        contents.setdefault(document, []).append(content)
    of = (contents.get(f"text{number}", []) for number in range(1, len(sentences) + 1))
    return [
        (text, own)
        for (text, expected), own in zip(sentences, of, strict=True)
        if letters(expected) not in map(letters, own)
    ]


@pytest.mark.parametrize(
    ("befores", "reports", "behinds"),
    [
        (CONDITIONS, SPEAKERS, CLAUSES),
        (SUBJECTS, SPEAKERS, PREDICATES),
        (SUBJECTS, SOURCES, PREDICATES),
    ],
    ids=["conditions", "subjects", "according to"],
)
def test_a_report_within_a_sentence_parts_what_it_reports(befores, reports, behinds):
    sentences = [
        (f"{before}, {report}, {behind}.", f"{before} {behind}")
        for before, report, behind in product(parts(befores), parts(reports), parts(behinds))
    ]
    assert misread(sentences) == []


@pytest.mark.parametrize("subject", [one for one in parts(SUBJECTS) if one != "Nobody"])
def test_words_within_marks_close_a_clause_around_its_report(subject):
    behinds = ["“within days, not weeks”", "“for the worst of reasons”", "“by then at the latest”"]
    befores = [f"{subject} would {verb}" for verb in ("close", "fail in May", "be lost")]
    sentences = [
        (f"{before}, {report}, {behind}.", f"{before} {behind}")
        for before, report, behind in product(befores, parts(SPEAKERS)[:12], behinds)
    ]
    assert misread(sentences) == []


@pytest.mark.parametrize("source", parts(SOURCES))
@pytest.mark.parametrize("condition", ["When officers arrived", "Once the vote is over"])
def test_according_to_is_said_of_the_main_clause(condition, source):
    sentences = [(f"{condition}, {source}, {clause}.", clause) for clause in parts(CLAUSES)[:4]]
    assert misread(sentences) == []


# What comes behind the speaker tells of them, or is no part of what they said.
WHOLE = """
|<If the pier fails, the town will suffer>, said Vell, a teacher.
|<The pier is shut>, said Vell, who runs it.
|<The pier is shut>, said Ida Vell, the mayor.
|<The pier is shut>, said Ida Vell, the mayor, on Monday.
|When he was asked about the vote, Vell said <the wall was safe>.
|When the talks ended, Vell said <he was content>, and the town cheered.
|<Although he won the vote, Orr lost the party>, Vell said.
|<The wall was safe>, the mayor, who had said so before, told reporters.
|Ida Vell, a scholar who has counted 31 such walls, judged <this one “simple, and old”>.
"""


def test_what_only_tells_of_the_speaker_is_not_said():
    texts = parts(WHOLE)
    sentences = [
        (text.replace("<", "").replace(">", ""), re.findall("<(.*)>", text)[0]) for text in texts
    ]
    assert misread(sentences) == []
