"""Sources of several, counted or joined by "and", each in every place in which a source stands."""

import hustings as hs
import pytest

# The source as it is printed, and how its speaker is called.
SOURCES = {
    "Ida Vell and about a dozen allies": "Ida Vell and about a dozen allies",
    "Ida Vell and a dozen others": "Ida Vell and a dozen others",
    "Ida Vell and three of her aides": "Ida Vell and three of her aides",
    "Ida Vell and several other lawmakers": "Ida Vell and several other lawmakers",
    "Ida Vell and other Republicans": "Ida Vell and other Republicans",
    "Ida Vell and more than 40 colleagues": "Ida Vell and more than 40 colleagues",
    "Ida Vell and most of her party": "Ida Vell and most of her party",
    "Ida Vell and at least two aides": "Ida Vell and at least two aides",
    "Ida Vell and her husband": "Ida Vell and her husband",
    "the army and the interior ministry": "army and interior ministry",
    "police and prosecutors": "police and prosecutors",
    "doctors and nurses": "doctors and nurses",
    "four current and former officials": "four current and former officials",
    "at least a dozen senators": "dozen senators",
    "about 6 in 10 U.S. adults": "6 in 10 U.S. adults",
}
PLACES = [
    "{Source} said on Monday that the road was closed.",
    "On Monday, {source} said that the road was closed.",
    "{Source} believed that the road was closed.",
    "{Source} told the Oban Times that the road was closed.",
    "The road was closed, {source} said.",
    "The road was closed, said {source}.",
    "The road was closed, said {source} on Monday.",
    "The road was closed, according to {source}.",
    "According to {source}, the road was closed.",
    "\u201cThe road was closed,\u201d {source} said.",
    "\u201cThe road was closed,\u201d said {source}.",
]


def bare(words):
    """The words without what makes a number less exact."""
    for about in ("At least ", "at least ", "About ", "about ", "a "):
        words = words.removeprefix(about)
    return words


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("source", SOURCES)
def test_a_source_of_several_is_whole_in_every_place(source, place):
    text = place.format(source=source, Source=source[0].upper() + source[1:])
    (row,) = hs.quotations([text], format="plain")
    assert row["source"].lower() == source.lower()
    assert bare(row["speaker"]) == SOURCES[source]
    assert row["content"].rstrip(",").lower() == "the road was closed"


@pytest.mark.parametrize("adverb", ["even", "only", "nearly all of", "perhaps half of"])
def test_an_adverb_of_degree_before_who_speaks_parts_nothing(adverb):
    who = "Vell" if " " not in adverb else "the residents"
    (row,) = hs.quotations([f"\u201cIt is over,\u201d {adverb} {who} said."], format="plain")
    assert (row["content"], row["cue"]) == ("It is over,", "said")


PER = [
    ("Per the ministry, 12 people were hurt.", "the ministry"),
    ("Twelve people were hurt, per the ministry.", "the ministry"),
    ("Twelve people were hurt, per officials.", "officials"),
    ("Twelve people were hurt, per the Oban Times.", "the Oban Times"),
    ("Twelve people were hurt, per a report from the council.", "a report from the council"),
]


@pytest.mark.parametrize(("text", "source"), PER)
def test_per_tells_who_says_so(text, source):
    (row,) = hs.quotations([text], format="plain")
    assert (row["source"], row["cue"].lower()) == (source, "per")


@pytest.mark.parametrize("rate", ["person", "customer", "household", "year", "night"])
def test_per_before_a_unit_is_a_rate(rate):
    assert len(hs.quotations([f"The tax is 12 euros, per {rate}."], format="plain")) == 0
