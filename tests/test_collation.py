"""Lines in the alphabetical order of a language, as dictionaries and registers of it have it.

The orders are those that the alphabets of these languages are known for (Unicode CLDR, collation).
"""

import hustings as hs
import pytest

ORDERS = [
    ("sv", ["adel", "zon", "åbo", "ärlig", "öl"]),
    ("de", ["apfel", "äpfel", "apfelbaum", "ast", "zahl"]),
    ("de-u-co-phonebk", ["adler", "ärger", "afrika", "zahl"]),
    ("da", ["abe", "zar", "æble", "øl", "aalborg"]),
    ("cs", ["cena", "čas", "had", "chata", "ideál"]),
    ("es", ["canto", "chico", "cosa", "nube", "ñandú", "oso"]),
    ("es-u-co-trad", ["canto", "cosa", "chico", "dedo"]),
    ("et", ["sadam", "šokk", "zen", "žanr", "tali", "õun"]),
    ("en", ["cafe", "café", "cage"]),
]


def ordered(words, keys, locale=None):
    lines = hs.kwic([f"trust {word}" for word in words], "trust")
    return [line.right for line in lines.sort(keys, locale=locale)]


@pytest.mark.parametrize(("locale", "words"), ORDERS, ids=[locale for locale, _ in ORDERS])
def test_words_are_in_the_order_of_the_language(locale, words):
    assert ordered(words[::-1], "R1", locale) == words


def test_case_does_not_matter_to_the_order_of_a_language():
    assert ordered(["Öl", "zon", "Adel", "öar"], "R1", "sv") == ["Adel", "zon", "öar", "Öl"]


def test_the_order_of_a_language_is_turned_and_combined_with_other_keys():
    assert ordered(["åbo", "zon", "adel"], "R1:descending", "sv") == ["åbo", "zon", "adel"]
    assert ordered(["xå", "xz", "ab"], "R1:reversed", "sv") == ["ab", "xz", "xå"]
    lines = hs.kwic(["åbo trust", "zon trust", "åbo trust"], "trust")
    assert [line.left for line in lines.sort("L1:frequency", locale="sv")] == ["åbo", "åbo", "zon"]


def test_a_locale_that_is_no_language_tag_is_an_error():
    with pytest.raises(
        hs.ParameterError, match=r'locale must be a language tag .* got "not a tag"'
    ):
        ordered(["a"], "R1", "not a tag")
