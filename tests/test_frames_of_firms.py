"""Firms and other bodies that an article names once and then calls by what they are.

Articles are put together from a sentence that names a body in some place, one that tells of
something else or none, and one in which `the company`, `the bank`, … says something: its speaker
must be the body. The parts are ours.
"""

from itertools import product

import hustings as hs
import pytest
from test_frames_of_reports import capital, parts

NAMES = {
    "company": ["Brandt Lines", "Orr Marine", "Tarn Foods Ltd", "Norland Steel"],
    "airline": ["Norland Airways", "Blue Crane Air"],
    "bank": ["Brandt Bank", "the Bank of Norland"],
    "newspaper": ["the Port Gazette", "the Oban Herald"],
    "union": ["the Dockers' Union of Norland", "the National Union of Teachers"],
    "party": ["the Green Alliance", "the Party of Labour"],
    "firm": ["Vell & Orr", "Moss Partners"],
    "agency": ["the Norland Food Agency", "the Office for Rivers"],
    "group": ["Harbour Watch"],
}
NAMED = """
|Shares in {0} fell 4 percent on Tuesday after a bad quarter.
|{0} reported a loss of 3 million crowns on Monday.
|Workers at {0} went on strike on Monday.
|A court in Oban fined {0} 2 million crowns on Monday.
|{0} will close its office in Oban next year.
|Thousands marched against {0} in Oban on Monday.
|{0}, founded in 1954, plans to move to Oban.
|{0}'s plan to leave Oban caused anger on Monday.
|A ship owned by {0} ran aground near Oban.
"""
BETWEEN = ["", "It was the third such case this year.", "Mayor Ida Vell welcomed the news."]
SAID = """
|The {0} said it expected a better year.
|The {0} said in a statement that it would appeal.
|“We regret this,” the {0} said.
|In a statement, the {0} said it was sorry.
|But the {0} denied it had broken the law.
|The decision was wrong, the {0} said.
"""


@pytest.mark.parametrize("kind", NAMES)
def test_what_a_body_is_stands_for_its_name(kind):
    texts, expected = [], []
    for name, named, between, said in product(NAMES[kind], parts(NAMED), BETWEEN, parts(SAID)):
        sentences = [capital(named.format(name)), between, said.format(kind)]
        texts.append(" ".join(filter(None, sentences)))
        expected.append(name.removeprefix("the "))
    found = hs.quotations(texts, format="plain")
    speakers = {}
    for document, speaker in zip(found["document"], found["speaker"], strict=True):
        speakers.setdefault(document, set()).add(speaker)
    of = [speakers.get(f"text{number}") for number in range(1, len(texts) + 1)]
    misread = [
        (text, own)
        for text, own, name in zip(texts, of, expected, strict=True)
        if own is None or not own <= {name, f"The {name}"}
    ]
    assert misread == []


# No body is told of.
NOBODY = """
|Hal Tarn, an engineer, left the port. The company said it was sorry.
|A group of fishermen met near Vell Island. The group said it was sorry.
"""


@pytest.mark.parametrize("text", parts(NOBODY))
def test_no_name_is_taken_where_no_body_has_one(text):
    (speaker,) = hs.quotations([text], format="plain")["speaker"]
    assert speaker is None or "company" in speaker or "group" in speaker
