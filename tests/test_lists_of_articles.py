"""Lists in articles: signs and numbers before items, and what begins like one."""

import hustings as hs
import pytest

HEADLINE = "Harbour board keeps ferry for another year"
OPENING = (
    "TALVORA, March 4 (VPS) -- The three parties of the coalition named three aims on Tuesday:"
)
MORE = "The bill goes to parliament in May, officials in the towns on both banks said."
ITEMS = ["a levy on barges of more than 400 tons", "a fund for the towns", "an end to the tolls"]


def zones(text):
    table = hs.Corpus.from_texts([text], format="news").zones()
    columns = (table.column(name) for name in ("zone", "start", "end"))
    return [(zone, text[start:end]) for zone, start, end in zip(*columns, strict=True)]


@pytest.mark.parametrize(
    "signs",
    [
        ("o", "o", "o"),
        ("+", "+", "+"),
        (">", ">", ">"),
        ("»", "»", "»"),
        ("--", "--", "--"),
        ("->", "->", "->"),
        ("(i)", "(ii)", "(iii)"),
        ("i.", "ii.", "iii."),
        ("iv)", "v)", "vi)"),
        ("a.", "b.", "c."),
        ("h)", "i)", "j)"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("end", ["\n\n", "\n"])
def test_the_signs_of_a_list_are_bullets(signs, end):
    items = [f"{sign} {item}" for sign, item in zip(signs, ITEMS, strict=True)]
    text = "\n\n".join([HEADLINE, OPENING, MORE, end.join(items), MORE, MORE])
    expected = [
        pair
        for sign, item in zip(signs, ITEMS, strict=True)
        for pair in (("bullet", sign), ("paragraph", item))
    ]
    assert zones(text)[4:10] == expected


@pytest.mark.parametrize(
    "line",
    [
        "o rio is the river of that song, she said.",
        "-- but nobody came, she said.",
        "> The word is used once.",
        "i. e. means that is, the clerk said.",
        "v. is short for versus, the clerk said.",
    ],
)
def test_one_such_sign_makes_no_list(line):
    text = f"{HEADLINE}\n\n{OPENING}\n\n{MORE}\n\n{line}\n\n{MORE}\n\n{MORE}"
    assert ("paragraph", line) in zones(text)


@pytest.mark.parametrize("last", ["8 p.m.", "2031.", "41 to 38."])
def test_an_hour_at_the_end_of_a_broken_paragraph_is_part_of_it(last):
    line = "Vell, who is 61 years old, said that the board would meet again at\n"
    long = "\n".join([MORE[:66], MORE[67:], MORE[:60], MORE[61:]])
    text = "\n\n".join([HEADLINE, OPENING, long, line + last, long])
    assert ("paragraph", line + last) in zones(text)
