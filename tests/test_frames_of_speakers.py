# ruff: noqa: E501 - the parts read best in rows
"""Speakers of articles put together from known parts: who is introduced and how, and by what words each is meant later.

Two speakers are introduced, each in another paragraph, and are then meant by role, kind, surname or pronoun, so that
who speaks is known before anything is read. All names are fiction.
"""

from itertools import permutations, product

import hustings as hs
import pytest
from test_frames_of_reports import capital

# Name, pronoun, title before the name, what is told behind it, by what the article means the person later.
PEOPLE = [
    (
        "Ida Vell",
        "she",
        "Foreign Minister",
        "the foreign minister of Norland",
        "the foreign minister",
    ),
    ("Hal Orr", "he", "economist", "an economist at Birr", "the economist"),
    ("Mara Lund", "she", "nurse", "a nurse at Oban hospital", "the nurse"),
    ("Jon Dahl", "he", "ministry spokesman", "a spokesman for the ministry", "the spokesman"),
    (
        "Ola Stein",
        "he",
        "Ostar chief executive",
        "the chief executive of Ostar",
        "the chief executive",
    ),
    ("Eva Birk", "she", "professor", "a professor of law at Oban University", "the professor"),
    ("Nils Falk", "he", "police chief", "the police chief in Oban", "the police chief"),
    ("Anna Rees", "she", "lawyer", "a lawyer for the family", "the lawyer"),
    ("Karl Moe", "he", "Mayor", "the mayor of Oban", "the mayor"),
    ("Lena Holt", "she", "Senator", "a senator from Birr", "the senator"),
    ("Per Aune", "he", "farmer", "a 54-year-old farmer from Oban", "the farmer"),
    ("Siri Dale", "she", "union leader", "the leader of the dockers' union", "the union leader"),
    ("Tom Berg", "he", "Ambassador", "Norland's ambassador to Lutonia", "the ambassador"),
    ("Greta Lie", "she", "opposition lawmaker", "an opposition lawmaker", "the lawmaker"),
    (
        "Max Ruud",
        "he",
        "central bank Governor",
        "the central bank's governor",
        "the central bank governor",
    ),
    ("Nora Vik", "she", "analyst", "an analyst with Harbour Research", "the analyst"),
]
# Name, kind before the name, what is told behind it, by what the article means the body later.
BODIES = [
    (
        "Ostar Shipping",
        "Shipping company",
        "Norland's biggest shipping company",
        "the shipping company",
    ),
    ("Nordbank", "Lender", "Norland's largest lender", "the lender"),
    ("the Foreign Ministry", None, None, "the ministry"),
    ("Human Rights Forum", "Rights group", "a rights group based in Oban", "the rights group"),
    ("the World Grain Council", None, None, "the council"),
    ("the Dockers' Union", None, None, "the union"),
    ("Northern Wire", "News agency", "a news agency", "the news agency"),
    ("the Harbour Party", None, None, "the party"),
    ("Oban University", None, None, "the university"),
    ("the European Shipping Agency", None, None, "the agency"),
    ("the Oban Times", None, "a daily", "the paper"),
    ("the Supreme Court", None, None, "the court"),
    ("Birr Motors", "Carmaker", "a carmaker", "the carmaker"),
]
SAID = """
the port was shut|talks were under way|nothing had been decided|the plan would fail|ships from abroad were late
|it would take months|no one was hurt|the vote was fair
"""
FILLERS = [
    "",
    " The strike began in May and has spread to the north.",
    " Prices rose by a tenth last year.",
    "\n\nThe town lies on the coast.",
    "\n\nSome 300 people live there, most of them in the old part of town.",
]
PERSON = [
    "{Title} {name} said {said}.",
    "{name}, {told}, said {said}.",
    "{Said}, said {name}, {told}.",
    "{Said}, {name}, {told}, said on Monday.",
    "According to {name}, {told}, {said}.",
    "{name}, {told}, told reporters on Monday that {said}.",
    '"{Said}," {name}, {told}, said.',
    '"{Said}," said {title} {name}.',
    "In an interview, {title} {name} said {said}.",
    "{name}, who is {told}, said {said}.",
]
BODY = [
    "{Name} said {said}.",
    "{Said}, {name} said.",
    "{Said}, according to {name}.",
    "{Said}, said {name}.",
    "{Name} said in a statement on Monday that {said}.",
    "According to {name}, {said}.",
    "In a statement, {name} said {said}.",
]
TOLD_BODY = [
    "{Name}, {told}, said {said}.",
    "{Said}, said {name}, {told}.",
    "{Title} {name} said {said}.",
]
MEANT = [
    "{Meant} said {said}.",
    "{Said}, {meant} said.",
    "{Said}, said {meant}.",
    '"{Said}," {meant} said.',
    "According to {meant}, {said}.",
    "{Meant} also said {said}.",
    "{Meant} told Eastern Radio that {said}.",
]
PRONOUN = ["{Meant} said {said}.", "{Said}, {meant} said.", '"{Said}," {meant} added.']


def content(number):
    contents = SAID.strip("\n").replace("\n", "").split("|")
    return contents[number % len(contents)]


def written(form, number, **words):
    """A form with its words, each as it stands within a sentence and at its beginning."""
    words["said"] = content(number)
    given = {key: value for key, value in words.items() if value is not None}
    return form.format(**given, **{capital(key): capital(value) for key, value in given.items()})


def introduced(who, number, said):
    name, title, told = who[0], who[-3], who[-2]
    forms = PERSON
    if who in BODIES:
        rich = TOLD_BODY if told else []
        forms = BODY + (rich if title else rich[:2])
    return written(forms[number % len(forms)], said, name=name, title=title, told=told)


def people():
    """Two people, then one meant by role or surname and one by pronoun."""
    for number, (first, second) in enumerate(permutations(PEOPLE, 2)):
        text = introduced(first, number * 7, number) + FILLERS[number % 5]
        text += "\n\n" + introduced(second, number * 3 + 1, number + 1) + FILLERS[number // 5 % 5]
        text += " " + written(PRONOUN[number % 3], number + 2, meant=second[1])
        text += "\n\n" + written(MEANT[number % 7], number + 3, meant=first[-1])
        text += " " + written(PRONOUN[number // 2 % 3], number + 4, meant=first[1])
        text += "\n\n" + written(MEANT[number // 3 % 7], number + 5, meant=second[0].split()[1])
        text += "\n\n" + written(MEANT[number // 2 % 7], number + 6, meant=second[-1])
        yield text, [one[0] for one in (first, second, second, first, first, second, second)]


def bodies():
    """A body and a person or another body, in either order, then the body meant by its kind and by "it"."""
    for number, (body, other) in enumerate(product(BODIES, PEOPLE + BODIES)):
        if body == other or (other in BODIES and body[-1].split()[-1] == other[-1].split()[-1]):
            continue
        order = (body, other) if number % 2 else (other, body)
        text = introduced(order[0], number * 7, number) + FILLERS[number % 5]
        text += "\n\n" + introduced(order[1], number * 3 + 1, number + 1) + FILLERS[number // 5 % 5]
        text += "\n\n" + written(MEANT[number % 7], number + 2, meant=body[-1])
        text += " " + written(PRONOUN[number % 2], number + 3, meant="it")
        text += "\n\n" + written(MEANT[number // 3 % 7], number + 4, meant=other[-1])
        names = [one[0].removeprefix("the ") for one in (*order, body, body, other)]
        yield text, names


def assert_known(rows, shown=str):
    """Speakers of all articles are those beside them, in the order in which they speak."""
    by_text = {}
    for row in hs.quotations([text for text, _ in rows], format="plain"):
        by_text.setdefault(row["document"], []).append(shown(row["speaker"] or ""))
    told = [(text, names, by_text.get(f"text{at}")) for at, (text, names) in enumerate(rows, 1)]
    wrong = [row for row in told if row[1] != row[2]]
    assert not wrong, f"{len(wrong)} of {len(rows)}, the first: {wrong[:3]}"


@pytest.mark.parametrize("articles", [people, bodies])
def test_who_speaks_in_articles_put_together_from_parts_is_known(articles):
    assert_known(list(articles()), shown=lambda speaker: speaker.removeprefix("the "))


def test_there_are_hundreds_of_articles():
    assert sum(1 for _ in people()) == 240
    assert sum(1 for _ in bodies()) > 300
