"""Heads of something, ranks and titles before names, and who is meant by the rank alone."""

from itertools import product

import hustings as hs
import pytest

NAMES = ["Ivo Karel", "Mara Rakoto", "Rustam Sharip"]
HEADS = """head of the expedition|head of operations|deputy head of the laboratory
leader of the survey|head of the working group|leader of the Tarn working group
chief of the rescue service|chief of the station|manager of the port
commander of the brigade|head of the port's legal department|captain of the side
director of the institute|rector of the academy|chairman of the board
president of the society"""
SAID = [
    "{Head} {name} said the port was shut.",
    "The port was shut, said {head} {name}.",
    "The port was shut, {head} {name} told the agency.",
    "The port was shut, according to {head} {name}.",
    "The bureau's {head} {name} said the port was shut.",
    "The {head} {name} said the port was shut.",
]


def told(text, form="plain"):
    """Source and speaker of every quotation."""
    return [(row["source"], row["speaker"]) for row in hs.quotations([text], format=form)]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("head", HEADS.replace("\n", "|").split("|"))
def test_whoever_heads_what_has_no_name_of_its_own_is_called_by_theirs(head, said):
    for name in NAMES:
        text = said.format(head=head, Head=head[0].upper() + head[1:], name=name)
        ((source, speaker),) = told(text)
        assert speaker == name
        assert source.endswith(f"{head} {name}"[1:])


@pytest.mark.parametrize(
    "source",
    [
        "The owner of the ship Ida Vell",
        "Director of the film Salt Street",
        "The manager of the hotel Grand Oban",
        "The author of the novel Cold Water",
        "A spokesman for the port Ivo Karel",
        "A resident of the village Kota Baru",
    ],
)
def test_a_name_behind_what_may_bear_one_is_nobodys(source):
    ((_, speaker),) = told(f"{source} said it was late.")
    assert speaker == source.removeprefix("The ").removeprefix("A ")


OFFICES = ["Board chairman", "Commission chief", "Panel head", "Inquiry chair"]
RANKS = ["Justice", "Lt Gen", "Brigadier", "Maj Gen"]


@pytest.mark.parametrize("left", ["(retd)", "(Retd)", "(retired)"])
def test_what_says_that_somebody_has_left_stands_within_the_source(left):
    frames = ["{} told reporters it was late.", "“It is late,” {} said.", "“It is late,” said {}."]
    for office, rank, frame in product(OFFICES, RANKS, frames):
        source = f"{office} {rank} {left} Malik Orr"
        assert told(frame.format(source)) == [(source, "Malik Orr")]


@pytest.mark.parametrize(
    "name", ["Karim bin Ali Sadi", "Jassim bin Hamad Al Sadi", "Omar ibn Said"]
)
@pytest.mark.parametrize(
    "office",
    [
        "Minister of Culture",
        "HE Minister of State",
        "Minister of State at the Ministry of Foreign Affairs",
        "HE Minister of State at the Ministry of Foreign Affairs",
        "Undersecretary of Health",
    ],
)
def test_a_name_begins_before_its_small_words(office, name):
    text = f"{office} {name} said it was late."
    assert told(text) == [(f"{office} {name}", name)]


@pytest.mark.parametrize("day", ["Sunday", "Monday", "Friday"])
def test_a_day_is_a_given_name_behind_a_title(day):
    text = f"Emeka Orr said it was late.\n\nMr {day} Orr said it was early."
    assert told(text) == [("Emeka Orr", "Emeka Orr"), (f"Mr {day} Orr", f"{day} Orr")]
    assert told(f"On {day} Orr said it was early.")[0][0] == "Orr"


SHORT = {
    "Gov.": "governor",
    "Sen.": "senator",
    "Col.": "colonel",
    "Capt.": "captain",
    "Sgt.": "sergeant",
    "Prof.": "professor",
    "Ald.": "alderman",
    "Lt.": "lieutenant",
}
OTHERS = [
    *("Hal Quill", "Nilo Marr", "Rolf Dahl", "Ivo Karel"),
    *("Otto Vane", "Emil Falk", "Hugo Moss", "Karl Nord"),
]


@pytest.mark.parametrize(
    "first", ["{} Abe Vell said it was late.", "They met {} Abe Vell on Monday."]
)
@pytest.mark.parametrize("between", [1, 3, 8])
@pytest.mark.parametrize("short", SHORT)
def test_a_rank_in_short_is_that_of_whoever_is_called_by_it(short, between, first):
    fillers = [
        f"{name} said the road was shut. The rain came in April." for name in OTHERS[:between]
    ]
    last = f"On Monday, the {SHORT[short]} said the bridge would open."
    text = "\n\n".join([first.format(short), *fillers, last])
    assert told(text)[-1] == (f"the {SHORT[short]}", "Abe Vell")


def test_a_rank_in_short_is_that_of_the_last_who_has_it():
    text = "Sen. Abe Vell said it was late.\n\nSen. Ida Orr left. The senator said it rained."
    assert told(text)[-1] == ("The senator", "Ida Orr")


@pytest.mark.parametrize("office", ["County Recorder", "County Assessor", "City Comptroller"])
def test_local_offices_are_no_names(office):
    assert told(f"Birr {office} Celia Busto says it is over.")[0][1] == "Celia Busto"
