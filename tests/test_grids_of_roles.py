"""What a clause tells that somebody does or is, each with the noun by which they are meant."""

import hustings as hs
import pytest

# What is told of Karl Moe, and by what he is meant when another has spoken.
CLAUSES = {
    "owns a bakery in Birr": ["bakery owner", "owner"],
    "teaches physics in Birr": ["teacher", "physics teacher"],
    "served two terms as governor": ["former governor"],
    "was governor until May": ["former governor"],
    "is running for mayor": ["candidate", "mayoral candidate"],
    "is running for governor": ["gubernatorial candidate"],
    "drives a bus in Birr": ["driver", "bus driver"],
    "works as a nurse": ["nurse"],
    "founded Ostar": ["founder", "Ostar founder"],
    "chairs the panel": ["chairman", "panel chairman"],
    "leads the opposition": ["opposition leader"],
    "directs the clinic": ["director", "clinic director"],
    "manages the shop": ["manager", "shop manager"],
    "heads the clinic": ["clinic head"],
    "farms near Birr": ["farmer"],
    "studies law at Birr": ["student", "law student"],
    "edits the Birr Post": ["editor"],
    "volunteers at the shelter": ["volunteer"],
    "survived the crash": ["survivor"],
    "commands the fleet": ["fleet commander"],
    "hosts a radio show": ["radio host"],
    "was elected mayor in May": ["mayor"],
    "lives in Birr": ["Birr resident"],
}
SENTENCES = {
    "is the CEO of Ostar": ["Ostar CEO", "CEO"],
    "is chief executive of Ostar": ["Ostar chief executive"],
    "is the founder of Ostar": ["founder"],
    "was elected mayor in May": ["mayor"],
    "was appointed minister in May": ["minister"],
    "became coach in May": ["coach"],
    "is president of the union": ["union president"],
}
BETWEEN = ["Ida Vell said it was late.", "Ida Vell, a tailor, said it was late."]


def speakers(text):
    return [row["speaker"] for row in hs.quotations([text], format="plain")]


def rows(told, form):
    return [(form.format(does), noun) for does, nouns in told.items() for noun in nouns]


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(
    ("told", "meant"),
    rows(CLAUSES, "Karl Moe, who {}, came on Monday.") + rows(SENTENCES, "Karl Moe {}."),
)
def test_who_does_something_is_meant_by_the_noun_for_it(told, meant, between):
    text = f"{told}\n\n{between}\n\nThe {meant} said the plan was dead."
    assert speakers(text) == ["Ida Vell", "Karl Moe"]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("Sen. Karl Moe, I-Vt., voted no.", "independent"),
        ("Sen. Karl Moe, I-Vt., voted no.", "Vermont independent"),
        ("Karl Moe, an attorney for the firm, came.", "attorney"),
    ],
)
def test_an_independent_and_an_attorney_are_told_from_others(told, meant):
    other = "Attorney General Ida Vell said it was late."
    text = f"{told}\n\n{other}\n\nThe {meant} said the plan was dead."
    assert speakers(text) == ["Ida Vell", "Karl Moe"]


def test_a_committee_is_a_panel():
    text = "The House Harbour Committee met on Monday.\n\nIda Vell, a nurse, said it was late.\n\n"
    assert speakers(text + "The panel said it was not.")[1] == "House Harbour Committee"
