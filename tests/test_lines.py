"""What is done to the lines of a concordance equals the oracle's, and what cannot be is refused."""

from __future__ import annotations

import json
import random

import hustings as hs
import oracle_lines
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import NEWS
from test_properties import both, expected_places, number, places, tame_text, wild_text

examples = settings(max_examples=100, deadline=None)

texts = st.lists(st.one_of(tame_text, tame_text, wild_text), max_size=6)
patterns = st.lists(
    st.sampled_from(["a", "ab", "a b", "b a", "a*", "?", "*"]), min_size=1, max_size=3
)
slots = st.sampled_from(["L1", "L2", "L9", "node", "R1", "R2", "R9"])


@st.composite
def questions(draw):
    """Texts with metadata, and a search: the lines of the core and of the oracle, and the spans."""
    written = draw(texts)
    rows = st.lists(st.sampled_from([None, 1, 2, 3]), min_size=len(written), max_size=len(written))
    metadata = {"year": draw(rows)}
    core, naive = both(written, metadata=metadata if any(metadata["year"]) else None)
    wanted, window = draw(patterns), draw(st.sampled_from([0, 1, 2, 5]))
    shown = metadata if any(metadata["year"]) else {}
    lines = oracle_lines.Lines(naive, shown, window)
    return core, core.kwic(wanted, window=window), lines, naive.find(wanted, glob=True)


@st.composite
def sort_keys(draw, lines):
    keys = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 3))
        turned = draw(st.sampled_from(["", ":descending"]))
        if kind == 0:
            other = st.sampled_from(["position", "document", "zone", *lines.metadata])
            keys.append(draw(other) + turned)
        else:
            several = "+".join(draw(st.lists(slots, min_size=1, max_size=3)))
            modifier = draw(st.sampled_from(["", ":reversed", ":frequency", ":reversed:frequency"]))
            keys.append(several + modifier + ("" if "frequency" in modifier else turned))
    return " ".join(keys)


def rows(table, *columns):
    return list(zip(*(table[column] for column in columns), strict=True))


# --- order ---------------------------------------------------------------------------------------


@examples
@given(questions(), st.data())
def test_sorted_lines_equal_those_of_the_oracle(question, data):
    _, lines, naive, spans = question
    keys = data.draw(sort_keys(naive))
    expected = expected_places(naive.corpus, naive.sort(spans, keys))
    assert places(lines.sort(keys)) == expected
    assert places(lines.sort(keys.split())) == expected


def test_a_column_may_be_called_as_a_key_with_a_modifier_is():
    metadata = {"year:descending": [2, 1], "my year": [1, 2]}
    lines = hs.Corpus.from_texts(["a", "a"], metadata=metadata).kwic("a")
    assert [line.document for line in lines.sort("year:descending")] == ["text2", "text1"]
    assert [line.document for line in lines.sort(["my year:descending"])] == ["text2", "text1"]


def test_words_are_ordered_by_their_ends():
    texts = ["t nation", "t Reaction", "t war", "t caf\u00e9", "t cafe", "t"]
    lines = hs.kwic(texts, "t").sort("R1:reversed")
    assert [line.right for line in lines] == ["", "cafe", "caf\u00e9", "nation", "Reaction", "war"]


# --- choice --------------------------------------------------------------------------------------


@examples
@given(
    questions(), patterns, st.none() | st.integers(1, 3), st.none() | st.integers(1, 3), st.data()
)
def test_filtered_lines_equal_those_of_the_oracle(question, wanted, left, right, data):
    _, lines, naive, spans = question
    ranges = {}
    looked_at = []
    for side, last in (("L", left), ("R", right)):
        if last:
            first = data.draw(st.integers(1, last))
            ranges[side] = last if first == last else (first, last)
            looked_at += [f"{side}{place}" for place in range(first, last + 1)]
    ranges["node"] = data.draw(st.booleans())
    looked_at += ["node"] * ranges["node"]
    has = naive.filter(spans, wanted, looked_at)
    expected = expected_places(naive.corpus, spans)
    kept = [place for place, match in zip(expected, has, strict=True) if match]
    left_out = [place for place, match in zip(expected, has, strict=True) if not match]
    assert places(lines.filter(contains=wanted, **ranges)) == kept
    assert places(lines.filter(excludes=wanted, **ranges)) == left_out
    assert places(lines.filter(contains=wanted, excludes=wanted, **ranges)) == []


@pytest.mark.parametrize(
    ("how", "kept"),
    [
        ({"contains": "Trust", "case_sensitive": True}, ["text2"]),
        ({"contains": "u.|no.*", "regex": True}, ["text1", "text3"]),
        ({"contains": "distrust", "exact": True}, []),
        ({"contains": ["us", "nobody"]}, ["text1", "text3"]),
        ({"excludes": "nobody", "R": (1, 2)}, ["text1", "text2"]),
        ({"contains": "a trust", "L": 1, "node": True}, ["text1", "text2"]),
        ({"contains": "a trust", "L": 1}, []),
    ],
)
def test_a_filter_reads_patterns_as_a_search_does(how, kept):
    lines = hs.kwic(["a trust us", "A Trust", "trust in nobody"], "trust")
    assert [line.document for line in lines.filter(**how)] == kept


def test_no_filter_looks_beyond_the_zone():
    corpus = hs.Corpus.from_texts([NEWS], format="auto")
    lines = corpus.kwic("trust", window=2**32 - 1)
    assert [line.position for line in lines.filter(R=(1, 99), contains="shared")] == []
    assert len(lines.filter(contains="said")) == 1


def test_lines_of_a_subset_are_those_of_the_same_subset_of_the_corpus():
    corpus = hs.sample_corpus()
    lines = corpus.kwic("council", window=3)
    for conditions in (
        {"agency": "VPS"},
        {"zone": "headline"},
        {"zone": ["headline", "body"], "date": ("2031-03-04", None)},
        {"id": list(corpus.documents["id"][:5])},
        {"agency": None},
        {},
    ):
        expected = corpus.subset(**conditions).kwic("council", window=3)
        assert places_by_id(lines.subset(**conditions)) == places_by_id(expected)


def places_by_id(lines):
    return [(line.document, line.start, line.end) for line in lines]


@examples
@given(st.lists(tame_text, min_size=1, max_size=6), st.integers(0, 9), st.randoms())
def test_a_sample_is_the_same_wherever_the_documents_stand(written, n, chance):
    ids = [f"id{at}" for at in range(len(written))]
    before = hs.Corpus.from_texts(written, ids=ids).kwic("a*").sample(n, seed=3)
    pairs = [*zip(ids, written, strict=True), ("another", "a a b a")]
    chance.shuffle(pairs)
    others, texts = zip(*pairs, strict=True)
    rebuilt = hs.Corpus.from_texts(texts, ids=others).subset(id=ids).kwic("a*")
    assert sorted(places_by_id(rebuilt.sample(n, seed=3))) == sorted(places_by_id(before))
    assert sorted(places_by_id(rebuilt.sort("R1").sample(n, seed=3))) == sorted(
        places_by_id(before)
    )


@examples
@given(questions(), st.sampled_from([1, 0.9, 0.8, 0.5, 0.34, 0.1]), st.data())
def test_lines_without_duplicates_equal_those_of_the_oracle(question, similarity, data):
    _, lines, naive, spans = question
    keep = data.draw(st.sampled_from(["position", "position:descending", "R1", *naive.metadata]))
    expected = naive.dedupe(spans, similarity, keep)
    found = lines.dedupe(similarity=similarity, keep=keep)
    kept = sorted(expected)
    assert places(found) == expected_places(naive.corpus, kept)
    assert [line.copies for line in found] == [expected[span] for span in kept]
    assert found["copies"] == [expected[span] for span in kept]


def test_reprints_that_differ_in_a_few_words_are_one_line():
    chance = random.Random(5)
    words = [f"w{at}" for at in range(400)]
    articles = []
    for _ in range(60):
        article = [*chance.choices(words, k=12), "trust", *chance.choices(words, k=12)]
        for _ in range(chance.randrange(1, 6)):
            reprint = list(article)
            reprint[chance.choice((3, 20))] = chance.choice(words)
            articles.append(" ".join(reprint))
    chance.shuffle(articles)
    found = hs.kwic(articles, "trust", window=10).dedupe(similarity=0.5)
    assert (len(found), sum(line.copies for line in found)) == (60, len(articles))


def test_lines_that_were_deduped_before_stand_for_all_of_them():
    lines = hs.kwic(["a b c d e", "a b c d e", "a b c d f"], "c", window=5)
    twice = lines.dedupe().dedupe(similarity=0.5)
    assert [line.copies for line in twice] == [3]


# --- counts --------------------------------------------------------------------------------------


@examples
@given(questions(), st.booleans(), st.data())
def test_groups_equal_those_of_the_oracle(question, case_sensitive, data):
    _, lines, naive, spans = question
    keys = st.sampled_from(["node", "L1", "R1", "R2", "zone", "document", *naive.metadata])
    by = data.draw(st.lists(keys, min_size=1, max_size=3, unique=True))
    table = lines.group(by, case_sensitive=case_sensitive)
    expected = naive.group(spans, by, case_sensitive=case_sensitive)
    found = rows(table, *by, "frequency", "documents")
    if "document" in by:
        at = by.index("document")
        found = [(*row[:at], number(row[at]), *row[at + 1 :]) for row in found]
    assert found == expected
    assert table["percent"] == pytest.approx([row[-2] * 100 / len(spans) for row in expected])


@examples
@given(questions(), st.lists(slots, min_size=1, max_size=3, unique=True), st.booleans())
def test_patterns_equal_those_of_the_oracle(question, chosen, case_sensitive):
    _, lines, naive, spans = question
    table = lines.patterns(" ".join(chosen), case_sensitive=case_sensitive)
    expected = naive.group(spans, chosen, case_sensitive=case_sensitive)
    assert rows(table, *chosen, "frequency", "documents") == expected
    in_line = sorted(chosen, key=lambda slot: oracle_lines.SIDES.get(slot[0], 0) * ord(slot[-1]))
    joined = [
        " ".join(row[chosen.index(slot)] for slot in in_line if row[chosen.index(slot)])
        for row in expected
    ]
    assert table["pattern"] == joined


def test_a_mark_behind_a_space_is_one_word_and_ordered_as_one():
    texts = ["a \u0903", "a \u093f", "a b"]
    naive = oracle_lines.Lines(both(texts)[1], {}, 1)
    lines = hs.kwic(texts, "a", window=1)
    expected = naive.group(naive.corpus.find(["a"]), ["R1"])
    assert rows(lines.group("R1"), "R1", "frequency", "documents") == expected
    assert [row[0] for row in expected] == [" \u0903", " \u093f", "b"]


def test_a_node_of_many_words_is_told_apart_by_its_first_sixteen():
    words = [f"w{at}" for at in range(18)]
    lines = hs.kwic([" ".join(words[:17]), " ".join([*words[:16], "x"])], " ".join(["*"] * 17))
    table = lines.group("node")
    assert (table["node"], table["frequency"]) == ([f"{' '.join(words[:16])} \u2026"], [2])


# --- sets ----------------------------------------------------------------------------------------


@examples
@given(questions(), patterns)
def test_sets_of_lines_equal_sets_of_spans(question, wanted):
    core, lines, naive, spans = question
    others = naive.corpus.find(wanted, glob=True)
    other = core.kwic(wanted, window=0)
    expected = {
        "union": sorted({*spans, *others}),
        "intersection": [span for span in spans if span in others],
        "difference": [span for span in spans if span not in others],
    }
    for name, kept in expected.items():
        assert places(getattr(lines, name)(other)) == expected_places(naive.corpus, kept)
    assert places(lines | other) == places(lines.union(other))
    assert places(lines & other) == places(lines.intersection(other))
    assert places(lines - other) == places(lines.difference(other))


@examples
@given(questions(), patterns, st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(any))
def test_lines_near_others_equal_those_of_the_oracle(question, wanted, within):
    core, lines, naive, spans = question
    others = naive.corpus.find(wanted, glob=True)
    expected = expected_places(naive.corpus, naive.near(spans, others, within))
    assert places(lines.near(core.kwic(wanted), within=within)) == expected
    if within[0] == within[1]:
        assert places(lines.near(core.kwic(wanted), within=within[0])) == expected


def test_lines_are_never_near_over_the_end_of_a_zone():
    corpus = hs.Corpus.from_texts([NEWS], format="auto")
    heading, behind = corpus.kwic("river"), corpus.kwic("trust")
    assert len(heading.near(behind, within=99)) == 0


def test_operations_keep_the_order_and_the_choice_of_lines():
    corpus = hs.Corpus.from_texts(["b a", "a a", "c a"])
    lines = corpus.kwic("a", window=1).sort("L1:descending")
    assert [line.left for line in lines.filter(L=1, excludes="a")] == ["c", "b", ""]
    assert [line.left for line in lines - corpus.kwic("a a")] == [line.left for line in lines]
    assert len(lines[:2] | lines[1:]) == len(lines)


def test_sets_are_of_one_corpus_even_when_it_was_opened_twice(tmp_path):
    corpus = hs.Corpus.from_texts(["trust and peace"])
    corpus.save(tmp_path / "c.hustings")
    again = hs.open_corpus(tmp_path / "c.hustings")
    assert len(corpus.kwic("trust") | again.kwic("peace")) == 2


# --- steps ---------------------------------------------------------------------------------------


def worked_on(lines, other):
    """Every operation, one behind the other."""
    lines = lines.sort("L1 R1:reversed agency").filter(R=(1, 5), excludes=["of"], exact=True)
    lines = lines.subset(agency=["VPS", None], date=("2031-01", None), zone="body")
    lines = lines.dedupe(similarity=0.9, keep="date").sample(30, seed=4)[1:-1]
    return (lines | other[:9]).difference(other[1:2]).near(other, within=(3, 9)).take([1, 0])


def test_every_step_is_in_the_manifest_and_repeats_itself():
    corpus = hs.sample_corpus()
    lines, other = corpus.kwic("the", window=3), corpus.kwic("council")
    worked = worked_on(lines, other)
    steps = json.loads(json.dumps(worked.manifest()["steps"]))
    names = "sort filter subset dedupe sample take union difference near take"
    assert [step["step"] for step in steps] == names.split()
    counts = [count for step in steps for count in (step["before"], step["after"])]
    assert (counts[0], counts[-1]) == (len(lines), len(worked))
    assert counts[1:-1:2] == counts[2::2]
    others = {"union": other[:9], "difference": other[1:2], "near": other}
    for step in steps:
        parameters = step["parameters"]
        if "other" in parameters:
            said = others[step["step"]].manifest()
            assert {**parameters["other"], "lines": said["lines"]} == said
            parameters["other"] = others[step["step"]]
        lines = getattr(lines, step["step"])(**parameters)
        assert len(lines) == step["after"]
    assert lines.to_csv() == worked.to_csv()


@pytest.mark.parametrize(
    ("step", "how"),
    [("group", {"by": ["R1"], "case_sensitive": False}), ("patterns", {"slots": ["R1", "L1"]})],
)
def test_a_table_of_lines_says_how_it_came_about(step, how):
    lines = hs.kwic(["a b", "a b", "a c"], "a").sort("R1")
    table = getattr(lines, step)(**how)
    last = table.manifest()["steps"][-1]
    assert (last["step"], last["before"], last["after"]) == (step, 3, 2)
    assert getattr(lines, last["step"])(**last["parameters"]).to_csv() == table.to_csv()


@pytest.mark.parametrize(
    "index",
    [
        slice(None),
        slice(1, 3),
        slice(None, None, -1),
        slice(-2, None),
        slice(5, 1, -2),
        slice(0, 0),
    ],
)
def test_a_slice_is_a_step_that_repeats_itself(index):
    lines = hs.kwic(["a b c d e f g"], "*")
    taken = lines[index]
    assert [line.node for line in taken] == [*"abcdefg"][index]
    parameters = taken.manifest()["steps"][-1]["parameters"]
    assert lines.take(**parameters).to_csv() == taken.to_csv()
