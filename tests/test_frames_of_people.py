"""People whom an article names once with what they are, and then by that, by surname or pronoun.

Articles are put together from a sentence that names somebody in some place, one that tells of
somebody or something else or none, and one in which they say something. The parts are ours.
"""

from itertools import product

import hustings as hs
import pytest
from test_frames_of_reports import parts

# Before a name; beside one; what else may stand for it.
ROLES = {
    "Finance Minister": ("the finance minister of Norland", ["minister", "finance minister"]),
    "Senator": ("a senator from Oban", ["senator", "lawmaker"]),
    "President": ("the president of Norland", ["president", "head of state"]),
    "Mayor": ("the mayor of Oban", ["mayor"]),
    "Judge": ("a judge in Oban", ["judge"]),
    "General": ("an army general", ["general"]),
    "Professor": ("a professor of law at Oban University", ["professor", "academic"]),
    "Bishop": ("the bishop of Oban", ["bishop"]),
    "Coach": ("the coach of Norland", ["coach"]),
    "Singer": ("a singer from Oban", ["singer", "musician"]),
    "Chief Executive": (
        "the chief executive of Orr Marine",
        ["chief executive", "executive"],
    ),
    "Police Chief": ("the police chief of Oban", ["police chief"]),
    "Opposition leader": ("the leader of the opposition", ["opposition leader"]),
    "Activist": ("a climate activist", ["activist", "campaigner"]),
    "Economist": ("an economist at Brandt Bank", ["economist"]),
    "Governor": ("the governor of the central bank", ["governor"]),
    "Author": ("an author of crime novels", ["author", "writer", "novelist"]),
    "Captain": ("the captain of the ship", ["captain"]),
    "Farmer": ("a farmer near Oban", ["farmer"]),
}
# Name, surname, pronoun where the given name tells.
PEOPLE = [("Ida Vell", "Vell", "She"), ("Hal Moran", "Moran", "He"), ("Oren Tarn", "Tarn", None)]
NAMED = """
|{title} {name} visited Oban on Monday.
|{name}, {role}, visited Oban on Monday.
|A court in Oban acquitted {name}, {role}, on Monday.
|Talks with {name}, {role}, ended on Monday.
|{name} has been {role} since 2030.
|Police held {role}, {name}, on Monday.
|The strike was called off after {name}, {role}, met the union.
|Supporters of {name}, {role}, marched on Monday.
|“No,” said {name}, {role}.
"""
OTHER = "Sara Moss, an opposition lawmaker, criticised the trip."
BETWEEN = [
    "",
    "It was the first such case this year.",
    OTHER,
    "The economy grew by 2 percent last year, official figures show.",
]
BY_ROLE = """
|The {0} said the plan had failed.
|“It has failed,” the {0} told reporters.
|But the {0} denied it had failed.
|According to the {0}, the plan had failed.
"""
BY_SURNAME = """
|{0} said the plan had failed.
|In a statement, {0} said the plan had failed.
|The plan had failed, {0} added.
"""
BY_PRONOUN = "{0} said the plan had failed."


def articles(title):
    """Articles with the name of whoever speaks last."""
    role, nouns = ROLES[title]
    for (name, surname, pronoun), named, between in product(PEOPLE, parts(NAMED), BETWEEN):
        opening = named.format(title=title, name=name, role=role)
        meant = [said.format(surname) for said in parts(BY_SURNAME)]
        for noun in nouns:
            if (noun, between) != ("lawmaker", OTHER):
                meant += [said.format(noun) for said in parts(BY_ROLE)]
        if pronoun is not None and between != OTHER and "Supporters" not in named:
            meant.append(BY_PRONOUN.format(pronoun))
        for said in meant:
            yield " ".join(filter(None, [opening, between, said])), name


@pytest.mark.parametrize("title", ROLES)
def test_who_is_named_once_is_meant_again(title):
    texts, names = zip(*articles(title), strict=True)
    found = hs.quotations(texts, format="plain")
    last = dict(zip(found["document"], found["speaker"], strict=True))
    of = [last.get(f"text{number}") for number in range(1, len(texts) + 1)]
    assert [row for row in zip(texts, of, names, strict=True) if row[1] != row[2]] == []


GROUPS = """
|Police in Oban|Health officials|Teachers at the school|On Monday, teachers at the school
|Residents of the village|Lawyers for the family|Doctors at the hospital|The judges of the court
"""


@pytest.mark.parametrize("group", parts(GROUPS))
def test_they_are_a_group_with_which_the_sentence_begins(group):
    text = f"{group} closed the port. They said it was not safe."
    (speaker,) = hs.quotations([text], format="plain")["speaker"]
    noun = group.removeprefix("On Monday, ").removeprefix("The ").lower().split(" at ")[0]
    assert speaker.lower() == noun.split(" in ")[0]


BODIES = """
|Norland's central bank|The Ministry of Health|Brandt Lines|The United Nations
|A court in Oban|The opposition Green Alliance|The Dockers' Union
"""


@pytest.mark.parametrize("body", parts(BODIES))
def test_it_is_the_body_of_the_clause_where_there_is_none_besides(body):
    text = f"{body} raised the fees on Thursday because prices had doubled, it said."
    (speaker,) = hs.quotations([text], format="plain")["speaker"]
    assert speaker.removeprefix("The ") in body
