# ruff: noqa: E501 - the parts read best in rows
"""Speakers of articles put together from known parts: what is told of somebody in one way is meant in another.

Each person is introduced in several ways (before the name, behind it, in a clause, by a participle) and later called
by words that need not have stood there: the boss is whoever runs the firm, the Ohio Democrat Sen. Moe, D-Ohio. Who
speaks is known before anything is read. All names are fiction.
"""

from itertools import permutations

import hustings as hs
import pytest
from test_frames_of_speakers import assert_known, written

# Name and pronoun; below, the ways to introduce somebody, and by what words the article means them later.
PEOPLE = {
    ("Ida Vell", "she"): (
        "Norwegian Prime Minister Ida Vell|Norway's prime minister, Ida Vell,|Ida Vell, the Norwegian prime minister,|the prime minister of Norway, Ida Vell,",
        "the Norwegian leader|Norway's leader|the Norwegian premier|the prime minister|Vell|Ms Vell|Prime Minister Vell|Ida Vell|the premier",
    ),
    ("Hal Orr", "he"): (
        "Hal Orr, a former banker who chairs the panel,|Hal Orr, the panel's chairman and a former banker,|former banker Hal Orr, who chairs the panel,|the panel's chairman, Hal Orr, a former banker,",
        "the former banker|the chairman|the panel's chairman|Orr|Mr Orr|the panel chairman|the ex-banker|Hal Orr",
    ),
    ("Nora Lund", "she"): (
        "Nora Lund, a 34-year-old nurse from Birr,|Nora Lund, 34, a nurse who lives in Birr,|a nurse from Birr, Nora Lund, 34,|nurse Nora Lund, 34,|Nora Lund, 34, who works as a nurse in Birr,",
        "the 34-year-old|the 34-year-old nurse|the nurse|Lund|Ms. Lund|Nora Lund",
    ),
    ("Jon Dahl", "he"): (
        "Jon Dahl, a Danish economist at Oban University,|Danish economist Jon Dahl|Jon Dahl, who teaches economics at Oban University in Denmark,|Professor Jon Dahl, an economist at Oban University,",
        "the economist|the scholar|Dahl|the academic|Jon Dahl|Mr. Dahl",
    ),
    ("Eva Birk", "she"): (
        "Eva Birk, who heads the dockers' union,|the head of the dockers' union, Eva Birk,|Eva Birk, the head of the dockers' union,|dockers' union head Eva Birk|the dockers' union's head, Eva Birk,",
        "the union head|the union leader|the union's head|the union boss|Birk|Ms Birk|the head of the union",
    ),
    ("Nils Falk", "he"): (
        "Lieutenant Nils Falk, who led the search,|Nils Falk, a lieutenant who led the search,|police officer Nils Falk, who led the search,|Lt. Nils Falk of the Oban police|the officer leading the search, Nils Falk,",
        "the officer|Falk|Mr Falk|Nils Falk|the police officer",
    ),
    ("Anna Rees", "she"): (
        "Anna Rees, the lawyer for the family,|the family's lawyer, Anna Rees,|Anna Rees, who represents the family,|the lawyer representing the family, Anna Rees,",
        "the lawyer|the family's lawyer|the attorney|Rees|Mrs Rees",
    ),
    ("Karl Moe", "he"): (
        "Democratic Senator Karl Moe of Ohio|Sen. Karl Moe, D-Ohio,|Sen. Karl Moe (D-Ohio)|Karl Moe, a Democratic senator from Ohio,|Ohio Sen. Karl Moe, a Democrat,",
        "the Ohio Democrat|the senator|the Democrat|the Ohio senator|the lawmaker|Moe|Sen. Moe|the Democratic senator",
    ),
    ("Siri Dale", "she"): (
        "Siri Dale, the author of the study,|the study's author, Siri Dale,|Siri Dale, lead author of the study and a biologist,|Siri Dale, who wrote the study,",
        "the author|the study's author|the researcher|the scientist|Dale|Dr Dale",
    ),
    ("Tom Berg", "he"): (
        "Tom Berg, a farmer who lost his cattle,|farmer Tom Berg, who lost his cattle,|Tom Berg, who keeps cattle near Birr,|a cattle farmer near Birr, Tom Berg,",
        "the farmer|Berg|Mr Berg",
    ),
    ("Greta Lie", "she"): (
        "Ostar's chief executive, Greta Lie,|Ostar CEO Greta Lie|Greta Lie, chief executive of Ostar,|the chief executive of Ostar, Greta Lie,|Greta Lie, who runs Ostar,",
        "the chief executive|the CEO|Ostar's chief executive|Ostar's boss|Lie|the Ostar boss",
    ),
    ("Max Ruud", "he"): (
        "Max Ruud, a spokesman for the Transport Ministry,|Transport Ministry spokesman Max Ruud|the Transport Ministry's spokesman, Max Ruud,|a Transport Ministry spokesman, Max Ruud,|ministry spokesman Max Ruud",
        "the spokesman|the ministry spokesman|the ministry's spokesman|Ruud",
    ),
}
# What may be meant of either, even by a reader.
EITHER = [("Hal Orr", "Greta Lie"), ("Jon Dahl", "Siri Dale")]
INTRODUCED = [
    "{Meant} said {said}.",
    "{Said}, {meant} said.",
    "{Said}, said {ending}.",
    "According to {meant} {said}.",
    '"{Said}," {meant} said.',
    '"{Said}," said {ending}.',
    "{Meant} told reporters on Monday that {said}.",
]
SILENT = [
    "{Meant} came to the talks on Monday.",
    "Also there was {ending}.",
    "The talks were led by {ending}.",
    "In Oslo they met {ending}.",
]
MEANT = [
    "{Meant} said {said}.",
    "{Said}, {meant} said.",
    "{Said}, said {meant}.",
    '"{Said}," {meant} said.',
    '"{Said}," said {meant}.',
    "{Meant} added that {said}.",
]
PRONOUN = [
    "{Meant} said {said}.",
    "{Said}, {meant} said.",
    '"{Said}," {meant} said.',
    "{Meant} added that {said}.",
]
FILLERS = [
    "",
    " The strike began in May.",
    " Prices rose by a tenth.",
    "\n\nThe town lies on the coast.",
    "\n\nSome 300 people live there.",
]


def spoken(forms, number, words, said):
    """A form in which somebody speaks, with what they are called at its beginning, within it and at its end."""
    form = forms[number % len(forms)]
    if form.startswith("According") and not words.endswith(","):
        words += ","
    return written(form, said, meant=words, ending=words.rstrip(","))


def articles(silent):
    """Two people, each meant once more by other words and by a pronoun; a silent one speaks only then."""
    pairs = [pair for pair in permutations(PEOPLE, 2) if not may_be_either(pair)]
    for number, turn in ((at, turn) for at in range(len(pairs)) for turn in range(4)):
        first, second = pairs[number]
        key = number * 4 + turn
        ways = [PEOPLE[one][0].split("|") for one in (first, second)]
        later = [PEOPLE[one][1].split("|") for one in (first, second)]
        introduced = [way[(key * 7 + turn) % len(way)] for way in ways]
        meant = [words[(key + turn * 3) % len(words)] for words in later]
        text = spoken(SILENT if silent else INTRODUCED, key, introduced[0], key)
        text += FILLERS[key % 5]
        text += "\n\n" + spoken(INTRODUCED, key * 3 + 1, introduced[1], key + 1)
        text += FILLERS[key // 5 % 5]
        text += "\n\n" + spoken(MEANT, key, meant[0], key + 2)
        text += " " + spoken(PRONOUN, key // 2, first[1], key + 3)
        text += "\n\n" + spoken(MEANT, key // 3, meant[1], key + 4)
        text += "\n\n" + spoken(PRONOUN, key // 4, second[1], key + 5)
        names = [one[0] for one in (first, second, first, first, second, second)]
        yield text, names[1:] if silent else names


def may_be_either(pair):
    names = tuple(sorted(one[0] for one in pair))
    return names in {tuple(sorted(either)) for either in EITHER}


@pytest.mark.parametrize("silent", [False, True])
def test_who_is_called_by_other_words_is_known(silent):
    assert_known(list(articles(silent)))


def test_there_are_hundreds_of_articles():
    assert sum(1 for _ in articles(silent=True)) == 512


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("It was late, said the lawyer representing the family.", "the lawyer", "lawyer"),
        (
            "It was late, said the lawyer representing the family, Anna Rees.",
            "the lawyer representing the family, Anna Rees",
            "Anna Rees",
        ),
        (
            "According to the man leading the search in Oban, it was late.",
            "the man",
            "man",
        ),
        (
            '"It was late," said the officer leading the search for the boat in Oban, Hal Orr.',
            "the officer leading the search for the boat in Oban, Hal Orr",
            "Hal Orr",
        ),
        (
            "A woman living near the port, Ida Vell, told reporters that it was late.",
            "A woman living near the port, Ida Vell",
            "Ida Vell",
        ),
    ],
)
def test_what_a_participle_tells_of_a_speaker_is_passed_over(text, source, speaker):
    (row,) = hs.quotations([text], format="plain")
    assert (row["source"], row["speaker"]) == (source, speaker)
