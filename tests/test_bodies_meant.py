# ruff: noqa: E501 - texts read best on one line
"""Which companies and other bodies initials, short names and general nouns stand for; what a reader would say stands beside each text."""

import hustings as hs
import pytest


def speakers(text):
    return list(hs.quotations([text], format="news")["speaker"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Northern Motor Co said on Monday that it would leave Oban. NM said that the offices would be sold. NM Capital, a unit, will stay.",
            ["Northern Motor Co", "Northern Motor Co"],
        ),
        (
            "The General Timber Company said that it would leave. GT said that the mill would stay, and General Timber said so again.\n\nIt was time, General Timber said.",
            ["General Timber Company"] * 3,
        ),
        (
            "General Motors said that it would leave. General Ivo Marsh said that he would stay.",
            ["General Motors", "Ivo Marsh"],
        ),
        (
            "United Smelters Group met at the University of Natal and said that pay was low. US said that it was sorry. UN said that it was late.",
            ["United Smelters Group", "US", "UN"],
        ),
        (
            "The Harbour Workers Union said that the pay was low. HWU said that a strike would follow.",
            ["Harbour Workers Union"] * 2,
        ),
    ],
)
def test_initials_and_short_names_are_those_of_a_company(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nestor SA cut its forecast. The Swiss food giant blamed the weather.\n\nIt was a hard year, the company said.",
            ["Nestor SA", "Nestor SA"],
        ),
        ("The Lakes Bank lost 3 million. The lender said that loans had gone bad.", ["Lakes Bank"]),
        (
            "The Centre for Tax Fairness met. The think tank said that the rich paid less.",
            ["Centre for Tax Fairness"],
        ),
        (
            "The Federal Ferry Board stopped the boats. The regulator said that bolts were loose. The agency said that checks would go on.",
            ["Federal Ferry Board"] * 2,
        ),
        ("The Oban Ledger published it. The newspaper said that it was true.", ["Oban Ledger"]),
        (
            "President-elect Ivo Marsh spoke in Oban. The president-elect said that taxes would fall.",
            ["Ivo Marsh"],
        ),
        ("Pope Celestin spoke in Oban. The pontiff said that war was a sin.", ["Pope Celestin"]),
    ],
)
def test_a_general_noun_stands_for_what_bears_a_name(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Lena Orr opened the pier. Lena Orr Group said that it was safe. Lena Orr said that she was glad.",
            ["Lena Orr Group", "Lena Orr"],
        ),
        ("Arden Inc sells lamps. AI said that it was sorry.", ["AI"]),
    ],
)
def test_a_company_is_neither_who_gave_it_a_name_nor_its_form(text, expected):
    assert speakers(text) == expected
