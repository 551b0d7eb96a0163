"""The reporting verbs and their classes are complete, regular and sorted."""

import csv
import io
import itertools
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "src" / "articles" / "quotations"
FRAMES = [
    *("quote", "that", "wh", "to", "ing", "np"),
    *("np-that", "np-to", "np-pred", "np-as", "np-prep", "to-np-that"),
]
SETS = {
    "counts": {"yes", "no"},
    "object": {"", "content", "finite", "reaction", "weak"},
}
AMBIGUITIES = ["noun", "adjective", "sense", "past_is_base"]
IRREGULAR = """
beg-begs-begged-begged-begging begin-begins-began-begun-beginning bet-bets-bet-bet-betting
break-breaks-broke-broken-breaking bring-brings-brought-brought-bringing
broadcast-broadcasts-broadcast-broadcast-broadcasting cast-casts-cast-cast-casting
come-comes-came-come-coming cut-cuts-cut-cut-cutting draw-draws-drew-drawn-drawing
drive-drives-drove-driven-driving dwell-dwells-dwelt-dwelt-dwelling feel-feels-felt-felt-feeling
find-finds-found-found-finding forecast-forecasts-forecast-forecast-forecasting
foresee-foresees-foresaw-foreseen-foreseeing foretell-foretells-foretold-foretold-foretelling
gainsay-gainsays-gainsaid-gainsaid-gainsaying go-goes-went-gone-going have-has-had-had-having
hear-hears-heard-heard-hearing hit-hits-hit-hit-hitting hold-holds-held-held-holding
know-knows-knew-known-knowing
lay-lays-laid-laid-laying let-lets-let-let-letting make-makes-made-made-making
pay-pays-paid-paid-paying put-puts-put-put-putting read-reads-read-read-reading
ring-rings-rang-rung-ringing say-says-said-said-saying see-sees-saw-seen-seeing
set-sets-set-set-setting shoot-shoots-shot-shot-shooting show-shows-showed-shown-showing
sing-sings-sang-sung-singing speak-speaks-spoke-spoken-speaking spit-spits-spat-spat-spitting
stand-stands-stood-stood-standing swear-swears-swore-sworn-swearing
take-takes-took-taken-taking tear-tears-tore-torn-tearing tell-tells-told-told-telling
think-thinks-thought-thought-thinking understand-understands-understood-understood-understanding
undertake-undertakes-undertook-undertaken-undertaking wind-winds-wound-wound-winding
write-writes-wrote-written-writing quiz-quizzes-quizzed-quizzed-quizzing
"""


def rows(name):
    """The rows of a resource; fields are divided by tabs and quoted by nothing."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    assert re.search(r"version \d+", lines[0])
    table = "\n".join(line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))


VERBS = rows("reporting_verbs.tsv")
CLASSES = {row["class"]: row for row in rows("reporting_verb_classes.tsv")}


def regular(verb):
    """Third person, past and gerund of a verb as the rules make them, in every way allowed."""
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return {(f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")}
    third = f"{verb}es" if re.search(r"(?:[sxz]|ch|sh|echo)$", verb) else f"{verb}s"
    if verb.endswith("e"):
        stems = {(f"{verb}d", f"{verb[:-1]}ing"), (f"{verb}d", f"{verb}ing")}
        silent = not re.search(r"(?:ee|oe|ye)$", verb)
        return {(third, *stem) for stem in stems if silent == (stem[1] != f"{verb}ing")}
    doubled = {(third, f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")}
    plain = {(third, f"{verb}ed", f"{verb}ing")}
    if not re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb.replace("qu", "q")):
        return plain
    return doubled if syllables(verb) == 1 else plain | doubled


def syllables(verb):
    return len(re.findall(r"(?<!q)[aeiouy]+", verb.replace("qu", "q")))


def test_there_are_several_hundred_and_they_are_sorted_and_differ():
    lemmas = [row["lemma"] for row in VERBS]
    assert len(lemmas) > 500
    assert lemmas == sorted(set(lemmas))


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row["lemma"])
def test_a_row_is_complete(row):
    assert None not in row
    assert None not in row.values()
    assert all(value == value.strip() for value in row.values())
    assert f"{row['verb']} {row['particle']}".strip() == row["lemma"]
    assert row["class"] in CLASSES
    assert all(row[name] in allowed for name, allowed in SETS.items())
    for name, allowed in {"frames": FRAMES, "ambiguous": AMBIGUITIES}.items():
        values = [value for value in row[name].split(",") if value]
        assert values == [value for value in allowed if value in values]
    assert ("np" in row["frames"].split(",")) == (row["object"] in ("content", "finite", "weak"))
    assert row["frames"] or row["counts"] == "no"


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row["lemma"])
def test_the_forms_are_regular_or_known_to_be_irregular(row):
    forms = [row[name] for name in ("verb", "third", "past", "participle", "gerund")]
    irregular = {tuple(line.split("-")) for line in IRREGULAR.split()}
    if row["verb"] in {known[0] for known in irregular}:
        assert tuple(forms) in irregular
    else:
        assert row["past"] == row["participle"]
        assert (row["third"], row["past"], row["gerund"]) in regular(row["verb"])
    assert len({row["verb"], row["third"], row["gerund"]}) == 3
    assert (row["past"] == row["verb"]) == ("past_is_base" in row["ambiguous"])
    others = [form for form in row["other"].split("|") if form]
    assert not set(others) & set(forms)


def test_one_verb_has_the_same_forms_with_every_particle():
    names = ("third", "past", "participle", "gerund", "other")
    by_verb = sorted(VERBS, key=lambda row: row["verb"])
    for _, group in itertools.groupby(by_verb, key=lambda row: row["verb"]):
        assert len({tuple(row[name] for name in names) for row in group}) == 1


def test_spellings_of_one_verb_agree_in_all_but_the_spelling():
    found = {row["lemma"]: row for row in VERBS}
    pairs = [
        (row, found[other])
        for lemma, row in found.items()
        for other in (re.sub(r"is(e\b)", r"iz\1", lemma), lemma.replace("our", "or", 1))
        if other != lemma and other in found
    ]
    assert len(pairs) > 10
    for one, other in pairs:
        assert [one[name] for name in ("class", "frames", "object", "counts")] == [
            other[name] for name in ("class", "frames", "object", "counts")
        ]


def test_counts_are_numbers_of_which_the_whole_is_the_largest():
    for row in VERBS:
        whole, *parts = (int(row[name]) for name in ("occurrences", "before_that", "beside_marks"))
        assert max(parts) <= whole


def test_every_class_has_verbs_its_examples_among_them():
    for name, row in CLASSES.items():
        verbs = {verb["lemma"] for verb in VERBS if verb["class"] == name}
        assert set(row["examples"].split(", ")) <= verbs
        assert row["family"]
        assert row["definition"]
