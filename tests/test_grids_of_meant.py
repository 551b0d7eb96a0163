"""Who is meant by a role, a label or a pronoun that leads to somebody told before or beside."""

from itertools import product

import hustings as hs
import pytest


def told(text, form="plain"):
    """Source and speaker of every quotation."""
    return [(row["source"], row["speaker"]) for row in hs.quotations([text], format=form)]


def last(text):
    return told(text)[-1][1]


INTERVIEW = """Interview: {name}

OBAN (VPS) - {name} has made a film. {paper} met {name} in the garden.

{paper}: How does one film a winter?

{name}: By getting up early.

{asks}: And the camera?

{answers}: They looked past it.

{asks}: Did it rain?

{answers}: It did.
"""


@pytest.mark.parametrize("name", ["Ida Vell", "Tara Orr Quill", "Nilo Marr"])
@pytest.mark.parametrize("paper", ["Luna Oban", "Harbour Times"])
def test_a_label_of_first_letters_is_whoever_has_them(name, paper):
    asks, answers = ("".join(word[0] for word in one.split()) for one in (paper, name))
    text = INTERVIEW.format(name=name, paper=paper, asks=asks, answers=answers)
    assert [speaker for _, speaker in told(text, "news")] == [paper, name] * 3


def test_a_label_of_first_letters_that_two_have_is_neither():
    text = INTERVIEW.format(name="Ida Vell", paper="Luna Oban", asks="LO", answers="IV")
    text = text.replace("OBAN (VPS) - ", "OBAN (VPS) - Ilja Vane was there. ")
    assert "Ida Vell" not in [row[1] for row in told(text, "news") if row[0] == "IV"]


@pytest.mark.parametrize("some", ["one", "two", "some", "several", "three"])
@pytest.mark.parametrize("who", ["strategists", "advisers", "allies"])
def test_whose_people_some_are_is_told(some, who):
    text = f"Simone Green lost on Monday. {some.capitalize()} of her {who} said it was late."
    assert last(text) == f"{some} of Green's {who}"


def test_whose_spokesman_somebody_is_is_told():
    text = "Hal Orr resigned on Monday.\n\nA spokesman for his ministry said it was late."
    assert last(text) == "spokesman for Orr's ministry"


DONE = [
    "hired to draw the map",
    "appointed by the court",
    "accused of the theft",
    "based in Oban",
    "assigned to the case",
]


@pytest.mark.parametrize("done", DONE)
@pytest.mark.parametrize("noun", ["consultant", "lawyer", "engineer"])
def test_what_was_done_to_somebody_stands_between_role_and_name(noun, done):
    text = f"Tara Vell argued the case. At trial, the {noun} {done}, Gil Marr, said it rained."
    assert last(text + " He said it was late.") == "Gil Marr"
    assert last(text) == "Gil Marr"


ROLES = ["The witness", "His opponent", "Her Democratic challenger", "The firm's lawyer"]
RANKED = ["retired Col.", "former Oban Mayor", "state Treasurer", "acting Director", "former Sen."]


@pytest.mark.parametrize("ranked", RANKED)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_stands_before_a_rank_in_small_letters(role, ranked):
    source = f"{role}, {ranked} Hal Marr"
    text = f"Abe Vell lost on Monday. {source}, said it was late."
    assert told(text)[-1] == (source, "Hal Marr")


ACTING = ["snubbing", "angering", "defying", "contradicting"]


@pytest.mark.parametrize("acting", ACTING)
def test_those_who_are_the_object_of_a_participle_speak_without_it(acting):
    text = f"The union endorsed her, {acting} party leaders who have said it was late."
    assert last(text) == "party leaders"
    text = "The union endorsed her, leading economists who have said it was late."
    assert last(text) == "leading economists"


NOMINEE = [
    "The panel voted to advance the nomination of {name} to the court.",
    "The president nominated {name} to the court.",
    "He wants to nominate {name} to the court.",
]


@pytest.mark.parametrize("first", NOMINEE)
def test_whoever_is_nominated_is_the_nominee(first):
    text = (
        first.format(name="Paul Marr")
        + "\n\nChairman Hal Orr said Marr had told them more than any nominee before."
        + "\n\nIn a letter on Tuesday, the nominee said he had been confused."
    )
    assert last(text) == "Paul Marr"


def test_any_nominee_is_nobody():
    text = (
        "Chairman Hal Orr said it was more than any nominee knew.\n\nThe nominee said it was late."
    )
    assert not last(text).startswith("any")


PLACES = ["Oak Park", "Elm Hills", "Birr County"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("party", ["Democrat", "Republican", "Liberal"])
def test_a_party_and_a_place_are_those_of_whoever_has_just_spoken(party, place):
    text = "Tara Orr, a former public defender, told the crowd it rained."
    text += f"\n\n“It did,” the {place} {party} said."
    assert last(text) == "Tara Orr"


WAS = [
    "The second witness of the day was the ship's engineer, Hal Marr, who lives in Oban.",
    "The second witness was Hal Marr.",
    "The first speaker was the union's president, Hal Marr.",
    "The last guest was Hal Marr, a pilot.",
]


@pytest.mark.parametrize("was", WAS)
def test_whoever_is_named_behind_was_is_meant_by_a_pronoun(was):
    text = f"Captain Joe Vane said it was late.\n\n{was} He testified that the pump was old."
    assert last(text) == "Hal Marr"


def test_whoever_owns_what_stands_behind_was_is_not():
    text = "The second witness was Ida Vell's guest. He testified that the pump had been taken out."
    assert last(text) != "Ida Vell"


def test_a_group_of_citizens_is_no_company():
    text = "Oban Electric Co. hopes to open in May.\n\nA citizens' group accused him of theft."
    assert last(text + "\n\nThe company said it was late.") == "Oban Electric Co."


OFFERS = ["offered", "proposed", "paid"]
AMOUNTS = ["16,000 crowns", "Tk 16,000", "a raise", "twelve crowns"]


@pytest.mark.parametrize("offer", OFFERS)
def test_what_one_side_offers_is_no_part_of_the_other(offer):
    for amount, said in product(AMOUNTS, ["asked for more", "demanded more", "said it was late"]):
        assert told(f"The owners {offer} {amount} and the workers {said}.")[-1][0] == "the workers"
    text = "The report cited Norland and Lutonia said it was late."
    assert told(text)[-1][1] in {"Norland and Lutonia", "Lutonia"}


SURNAMED = [
    "The engineer, surnamed Kwon, left the firm in May.",
    "The engineer, surnamed Kwon, 46, left the firm in May.",
    "The engineer, identified only by the surname Kwon, left the firm in May.",
    "The engineer, who was identified only as Kwon, left the firm in May.",
]


@pytest.mark.parametrize("surnamed", SURNAMED)
def test_a_surname_that_is_given_alone_is_no_other_bearers(surnamed):
    text = (
        f"A court sentenced an engineer.\n\n{surnamed}\n\nKwon said it was late."
        "\n\nOutside, the shopkeeper Kwon Hye-sook said it was early."
    )
    assert told(text) == [("Kwon", "Kwon"), ("the shopkeeper Kwon Hye-sook", "Kwon Hye-sook")]


def test_a_surname_of_somebody_named_before_is_theirs():
    text = "Kwon Hye-sook left.\n\nThe shopkeeper, surnamed Kwon, has a stall."
    text += "\n\nKwon said it was late."
    assert last(text) == "Kwon Hye-sook"


@pytest.mark.parametrize("asks", ["I asked", "We asked", "Nell Frost asked", "A reporter asked"])
def test_whoever_is_asked_answers(asks):
    text = (
        "Nell Frost said it was late.\n\n“It is late,” Frost said."
        f"\n\n{asks} Marian Oakes whether it was late. She thought for a minute.\n\n“No,” she said."
    )
    assert last(text) == "Marian Oakes"


HEARD = ["Parliament", "an inquiry", "the court", "a jury", "a Senate panel", "the committee"]
WITNESSES = ["A forensic auditor", "A former soldier", "The wife of a minister", "A farmer"]


@pytest.mark.parametrize("heard", HEARD)
@pytest.mark.parametrize("witness", WITNESSES)
def test_a_witness_in_the_lead_is_whoever_the_next_paragraph_names(witness, heard):
    text = (
        f"{witness} told {heard} on Wednesday that the coal was stone."
        "\n\nIda Vell, who spent 14 months at six stations, said it had been no secret."
    )
    assert [speaker for _, speaker in told(text)] == ["Ida Vell", "Ida Vell"]


def test_an_official_in_the_lead_is_not_whoever_the_next_paragraph_names():
    text = (
        "A senior official said on Wednesday that the coal was stone."
        "\n\nIda Vell, who spent 14 months at six stations, said it had been no secret."
    )
    assert told(text)[0][1] == "senior official"


BODIES = ["bank", "company", "agency", "union"]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("chair", ["chair", "director", "president", "chairwoman"])
def test_the_head_of_a_body_is_whoever_leads_it(body, chair):
    text = (
        f"“We lost,” said the {body}'s {chair} Ida Vell.\n\nA minister said it was early."
        f"\n\n“It is tight,” said the head of the {body}."
    )
    assert last(text) == "Ida Vell"


SEATED = ["Foreign Ministry in Moscow", "Defence Ministry in Oban", "Norland Embassy in Oban"]
GROUPS = ["Minority in Parliament", "Opposition in the Senate"]


@pytest.mark.parametrize("body", SEATED + GROUPS)
def test_a_body_that_every_country_has_is_told_by_its_place(body):
    for said in ["called it late", "said it was late", "demanded an inquiry"]:
        assert told(f"The {body} {said}.") == [(f"The {body}", body)]
    assert told("The Foreign Ministry in a statement said it was late.")[0][0] != body


def test_whose_spokesman_is_asked_does_not_answer():
    text = "When I asked Marr's spokesman, Hal Orr, whether it was late, he wrote that it was."
    assert last("Ivo Marr left.\n\n" + text) == "Hal Orr"


@pytest.mark.parametrize("noun", ["analysis", "survey", "study", "report"])
@pytest.mark.parametrize("by", ["the Lake Institute", "a television station", "two economists"])
def test_by_whom_a_document_is_belongs_to_it(noun, by):
    article = "An" if noun == "analysis" else "A"
    source = f"{article} {noun} by {by}"
    assert told(f"{source} found it was late.") == [(source, f"{noun} by {by}")]
    assert told(f"It was late, according to {source.lower()}.")[0][0] == source.lower()


@pytest.mark.parametrize("noun", ["memo", "letter", "note"])
def test_to_whom_a_letter_goes_belongs_to_it(noun):
    assert told(f"A {noun} to donors says it is late.")[0][0] == f"A {noun} to donors"


GROUP_NAMES = [
    "Kansans for Growth",
    "Americans for Prosperity",
    "Texans for Harbours",
    "Moms for Liberty",
    "Veterans for Peace",
]


@pytest.mark.parametrize("name", GROUP_NAMES)
def test_a_group_is_for_something_by_its_name(name):
    for said in ["{} said it was late.", "{}, which spent heavily, said it was late."]:
        assert told(said.format(name)) == [(name, name)]
    assert told(f"It was late, said {name}.") == [(name, name)]


@pytest.mark.parametrize("name", ["Hal Evans", "Evans"])
def test_a_surname_is_no_group(name):
    ((source, _),) = told(f"It was late, said {name} for the third time.")
    assert source == name


@pytest.mark.parametrize("body", ["U.S. Army Corps of Engineers", "Bureau of Harbours"])
def test_a_body_is_called_by_its_noun(body):
    noun = "Corps" if "Corps" in body else "Bureau"
    assert last(f"The {body} shut the lock.\n\nThe {noun} said it was late.") == body


@pytest.mark.parametrize("title", ["Secretary of State", "Gov.", "Attorney General", "Mayor"])
def test_an_office_is_not_whose_it_is(title):
    source = f"{title} Dale Orr's office"
    assert last(f"{source} said it was late.\n\nThe vote is close.") == source


@pytest.mark.parametrize("two", ["Both of them", "Neither of them", "The two of them"])
def test_both_of_them_are_those_named(two):
    text = f"Ida Vell met Hal Orr on Monday. {two} told reporters it was late."
    assert last(text) == "Ida Vell and Hal Orr"


def test_the_letters_of_a_body_are_not_its_president():
    text = (
        "Ida Vell, the president of the Harbour Farmers' Union, said it was late."
        "\n\nThe HFU did not say whether it would go."
    )
    assert last(text) != "Ida Vell"


TERMS = ["first-term Republican", "two-term Montanan", "third-term Democrat"]


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("office", ["Gov.", "Senator", "Rep.", "Mayor"])
def test_whoever_is_in_a_term_is_in_an_office(office, term):
    text = (
        f"{office} Hollis Orr on Thursday met Marcus Tarver, who has a bakery."
        f"\n\nTarver, 52, was glad.\n\nThe {term} said it was late."
    )
    assert last(text) == "Hollis Orr"


JOINED = [
    "left on Monday, although he did not say why.",
    "left on Monday, but he would not say why.",
    "left on Monday, and he said it rained.",
    "said the road was shut, though he declined to say why.",
    "told reporters the road was shut, although he did not say why.",
]


@pytest.mark.parametrize("joined", JOINED)
@pytest.mark.parametrize("first", ["A spokesman", "Ivo Karel", "The minister", "Mr. Marr"])
def test_a_pronoun_behind_a_joint_is_the_subject_before_it(first, joined):
    for name in ["Hal Orr", "John Quill", "Peter Vane"]:
        assert last(f"{first} said it was late. {name} {joined}") == name


def test_a_pronoun_behind_a_joint_is_no_other():
    text = "Ivo Marr said it was late. His brother had died, and he said he wanted to go home."
    assert last(text) == "Ivo Marr"
    text = "Ivo Marr said it was late. Ida Vell had left, but he said it rained."
    assert last(text) == "Ivo Marr"
    text = "Ivo Marr said it was late. The mayor had left, he said."
    assert last(text) == "Ivo Marr"


CALLED = [
    "A {noun} named {name} left on Monday.",
    "The Democrat, a {noun} named {name}, did not fight it.",
    "The owner, a {noun} called {name}, left on Monday.",
    "They met a {noun} named {name} on Monday.",
]


@pytest.mark.parametrize("called", CALLED)
@pytest.mark.parametrize("noun", ["farmer", "teacher", "lawyer"])
def test_whoever_is_named_so_is_meant_by_what_they_are(noun, called):
    text = "Ivo Marr said it was late.\n\n" + called.format(noun=noun, name="Joel Quill")
    assert last(f"{text} He said it rained.") == "Joel Quill"
    assert last(f"{text} The {noun} said it rained.") == "Joel Quill"
    assert last(f"{text} His {noun} said it rained.") != "Joel Quill"


COUNTS = ["counts", "lists", "opened"]


@pytest.mark.parametrize("body", ["Grain Board", "Ministry of Trade, Industry and Energy"])
@pytest.mark.parametrize("counts", COUNTS)
def test_whatever_counts_so_many_is_it(counts, body):
    text = f"Ostar Motors said it was late.\n\nThe {body} {counts} 23 such cases."
    assert last(f"{text} It says more are open.") == body


@pytest.mark.parametrize("noun", ["lawyer", "attorney", "spokesman", "agent"])
def test_whose_lawyer_somebody_is_may_be_named_in_what_they_say(noun):
    text = (
        f"Ida Vell said it was late.\n\nHal Orr left on Monday. His {noun} said Orr would appeal."
    )
    assert last(text) == f"Orr's {noun}"
    text = "Ivo Marr said it was late.\n\nHal Orr left on Monday. He said Marr would appeal."
    assert last(text) == "Hal Orr"
