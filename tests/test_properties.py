"""What holds for every text: the core agrees with the oracle, and with itself."""

from __future__ import annotations

import random
import re
from contextlib import contextmanager
from dataclasses import asdict

import hustings as hs
import oracle
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

examples = settings(max_examples=100, deadline=None)

# Characters that take part in a rule, so that rules meet more often than chance would have it.
NOTABLE = [
    *"aAbsSz\u00e9\u00df019_'-.,:;?*\" \n",
    *"\u2019\u02bc\uff07\u2010\u2011\u2014\u201c",  # apostrophes, hyphens, dash, quotation mark
    *"\u0301\u0327\u0903\u200d\u200b\u00ad\ufeff\ufe0f",  # marks, joiners, invisible characters
    *"\u0130\u0131\u03a3\u03c3\u03c2\u0416\u0436\u1e9e\u24b6\u2167\u00bd\u00b8",  # case, numbers
    *"\u05d0\u05f4\u0627\u0644\u0660\u0e01\u0e32\u0915\u093f",  # Hebrew, Arabic, Thai, Hindi
    *"\u4e2d\u56fd\u3042\u30a2\u30fc\uac00\u1100\u1161",  # Chinese, Japanese, Korean
    *"\U0001f1e9\U0001f1ea\U0001f469\U0001f4bb\U0001f3fd\u2605\u2764",  # flags, emoji, symbols
    *"\x00\x1c\x85\xa0\u2028\u3000\r\t",
    "'s",
    "\u2019s",
    "e\u0301",
]
TERMS = [
    "a",
    "A",
    "b",
    "ab",
    "aba",
    "Ab",
    "\u00e9t\u00e9",
    "e\u0301te\u0301",
    "a-b",
    "a's",
    "b\u2019S",
]

# Unassigned characters have other properties in each version of Unicode.
character = st.characters(exclude_categories=["Cs", "Cn"])
# Behind a letter, unicode-segmentation takes such a mark, a zero-width joiner and a pictograph for
# one segment with it, where UAX #29 breaks before the mark: a space parts them in these texts.
MARK_AND_JOINER = re.compile(
    r"([\"':.,;\u00b7\u037e\u0387\u0589\u05f4\u2018\u2019\u2024\u2027\u2044\ufe13\ufe50-\ufe55"
    r"\uff07\uff0c\uff0e\uff1a\uff1b][\u0300-\u036f\u00ad\u200b\ufe0f\ufeff\u0903\u093f]*\u200d)"
)
wild_text = st.lists(st.one_of(st.sampled_from(NOTABLE), character), max_size=40).map(
    lambda characters: MARK_AND_JOINER.sub(r"\1 ", "".join(characters))
)
tame_text = st.lists(st.sampled_from(TERMS), max_size=20).map(" ".join)
texts = st.lists(st.one_of(wild_text, tame_text), max_size=5)
options = st.builds(
    oracle.Options,
    possessives=st.sampled_from(["split", "keep"]),
    hyphens=st.sampled_from(["split", "keep"]),
    punctuation=st.sampled_from(["drop", "keep"]),
    numbers=st.sampled_from(["keep", "drop"]),
    min_length=st.integers(1, 3),
)
sort_keys = st.lists(st.sampled_from(["L1", "L2", "R1", "R2", "R7", "node"]), min_size=1).map(
    " ".join
)


def tokenizer(chosen):
    return hs.Tokenizer(**asdict(chosen))


def both(written, chosen=oracle.Options(), metadata=None):  # noqa: B008 - immutable
    core = hs.Corpus.from_texts(written, tokenizer=tokenizer(chosen), metadata=metadata)
    return core, oracle.Corpus(written, chosen)


def number(document):
    return int(document.removeprefix("text")) - 1


def places(lines):
    return [(number(line.document), line.position, line.start, line.end) for line in lines]


def expected_places(naive, spans):
    return [(span.document, span.first, *naive.characters(span)) for span in spans]


@st.composite
def grouped_texts(draw):
    written = draw(texts)
    label = st.sampled_from(["x", "y", "z"])
    return written, draw(st.lists(label, min_size=len(written), max_size=len(written)))


@st.composite
def texts_and_pattern(draw, drawn_options=options):
    """Texts and a stretch of one of them, which is thereby often found."""
    written, chosen = draw(texts), draw(drawn_options)
    documents = [found for found in oracle.Corpus(written, chosen).documents if found]
    assume(documents)
    found = draw(st.sampled_from(documents))
    first = draw(st.integers(0, len(found) - 1))
    stretch = found[first : first + draw(st.integers(1, 3))]
    pattern = " ".join(draw(st.sampled_from([str, str.upper]))(token.text) for token in stretch)
    assume(oracle.tokens(pattern, chosen))
    return written, chosen, pattern


@examples
@given(texts, options)
@example(["a-\u0903"], oracle.Options(hyphens="keep"))  # the mark belongs to the hyphen
@example(["\u00b8's"], oracle.Options())  # a stem without a letter
def test_tokens_equal_those_of_the_oracle(written, chosen):
    found = hs.tokenize(written, tokenizer=tokenizer(chosen)).to_list()
    assert found == [[token.text for token in oracle.tokens(text, chosen)] for text in written]


@examples
@given(texts, options)
def test_token_offsets_equal_those_of_the_oracle(written, chosen):
    core, naive = both(written, chosen)
    table = core.tokens()
    expected = [
        (document, position, token.start, token.end)
        for document, found in enumerate(naive.documents)
        for position, token in enumerate(found)
    ]
    columns = [map(number, table["document"]), table["position"], table["start"], table["end"]]
    assert list(zip(*columns, strict=True)) == expected


@examples
@given(question=texts_and_pattern(), case_sensitive=st.booleans())
@example(
    question=(["<\u0903"], oracle.Options(), "<\u0903"), case_sensitive=False
)  # a sign with a mark
def test_kwic_finds_what_the_oracle_finds(question, case_sensitive):
    written, chosen, pattern = question
    core, naive = both(written, chosen)
    exact = any(wildcard in pattern for wildcard in "*?")
    lines = core.kwic(pattern, exact=exact, case_sensitive=case_sensitive)
    spans = naive.find([pattern], case_sensitive=case_sensitive)
    assert places(lines) == expected_places(naive, spans)


@examples
@given(
    st.lists(tame_text, max_size=4), st.lists(st.sampled_from([*TERMS, "a b", "b a b"]), min_size=1)
)
def test_kwic_of_a_list_finds_what_the_oracle_finds(written, patterns):
    core, naive = both(written)
    assert places(core.kwic(patterns)) == expected_places(naive, naive.find(patterns))


@examples
@given(
    st.lists(tame_text, max_size=4),
    st.lists(st.text("ab\u00e9*?", min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join),
    st.booleans(),
)
def test_kwic_of_a_glob_finds_what_the_oracle_finds(written, pattern, case_sensitive):
    core, naive = both(written)
    spans = naive.find([pattern], glob=True, case_sensitive=case_sensitive)
    lines = core.kwic(pattern, case_sensitive=case_sensitive)
    assert places(lines) == expected_places(naive, spans)


@examples
@given(texts_and_pattern(), sort_keys)
def test_sorted_lines_equal_those_of_the_oracle(question, keys):
    written, chosen, pattern = question
    core, naive = both(written, chosen)
    spans = naive.sorted(naive.find([pattern]), keys)
    assert places(core.kwic(pattern, exact=True).sort(keys)) == expected_places(naive, spans)


@examples
@given(texts, st.sampled_from(["*", "a*", "?"]), sort_keys)
@example(["\u4e2d\uac00"], "*", "L1")
def test_sorted_lines_of_a_glob_equal_those_of_the_oracle(written, pattern, keys):
    core, naive = both(written)
    spans = naive.sorted(naive.find([pattern], glob=True), keys)
    assert places(core.kwic(pattern).sort(keys)) == expected_places(naive, spans)


@examples
@given(texts, options, st.booleans())
def test_frequencies_equal_those_of_the_oracle(written, chosen, case_sensitive):
    core, naive = both(written, chosen)
    table = core.frequencies(case_sensitive=case_sensitive)
    expected = naive.frequencies(["all"] * len(written), case_sensitive=case_sensitive)
    rows = list(zip(table["term"], table["frequency"], table["documents"], strict=True))
    assert rows == expected.get("all", [])


@examples
@given(grouped_texts(), st.booleans())
def test_frequencies_by_group_equal_those_of_the_oracle(grouped, case_sensitive):
    written, groups = grouped
    core, naive = both(written, metadata={"group": groups})
    table = core.frequencies(by="group", case_sensitive=case_sensitive)
    found = {}
    columns = [table[name] for name in ("group", "term", "frequency", "documents")]
    for group, *row in zip(*columns, strict=True):
        found.setdefault(group, []).append(tuple(row))
    assert found == naive.frequencies(groups, case_sensitive=case_sensitive)


@examples
@given(grouped_texts(), st.sampled_from([1, 1_000, 1_000_000]))
def test_relative_frequencies_are_frequency_times_base_by_tokens_of_the_group(grouped, per):
    written, groups = grouped
    core, naive = both(written, metadata={"group": groups})
    table = core.frequencies(by="group", per=per)
    sizes = dict.fromkeys(groups, 0)
    for group, found in zip(groups, naive.documents, strict=True):
        sizes[group] += len(found)
    rows = zip(table["group"], table["frequency"], strict=True)
    expected = [frequency * per / sizes[group] for group, frequency in rows]
    assert table.column(table.columns[3]) == pytest.approx(expected, rel=1e-12)


@examples
@given(texts, options, st.booleans())
def test_cells_of_a_dtm_equal_those_of_the_oracle(written, chosen, case_sensitive):
    core, naive = both(written, chosen)
    table = core.dtm(case_sensitive=case_sensitive).to_table()
    columns = [map(number, table["document"]), table["term"], table["frequency"]]
    expected = [
        (document, term, frequency)
        for document, count in enumerate(naive.counts(case_sensitive=case_sensitive))
        for term, frequency in count.items()
    ]
    assert sorted(zip(*columns, strict=True)) == sorted(expected)


@examples
@given(texts)
def test_terms_of_a_dtm_are_in_the_order_of_the_frequencies(written):
    core, naive = both(written)
    expected = naive.frequencies(["all"] * len(written)).get("all", [])
    assert core.dtm().terms == [term for term, _, _ in expected]


@examples
@given(grouped_texts(), st.sampled_from(["x", "y", "z"]))
def test_frequencies_of_a_subset_are_those_of_its_texts(grouped, group):
    written, groups = grouped
    core = hs.Corpus.from_texts(written, metadata={"group": groups})
    chosen = [text for text, of in zip(written, groups, strict=True) if of == group]
    alone = hs.Corpus.from_texts(chosen)
    # One that no text has is unknown.
    found = core.subset(group=[group] if group in groups else []).frequencies().to_polars()
    assert found.equals(alone.frequencies().to_polars())


@examples
@given(texts, options, st.integers(1, 3))
@example(["a 1-  \u0903 b"], oracle.Options(hyphens="keep"), 1)  # a word with spaces in it
def test_lines_show_what_the_oracle_shows(written, chosen, window):
    core, naive = both(written, chosen)
    for line in core.kwic(".*", regex=True, window=window):
        document = number(line.document)
        shown = naive.shown(written[document], document, line.position, window)
        assert (line.left, line.right) == shown


@examples
@given(texts, options)
def test_token_offsets_reproduce_the_token(written, chosen):
    table = both(written, chosen)[0].tokens()
    rows = zip(table["document"], table["start"], table["end"], strict=True)
    assert [written[number(text)][start:end] for text, start, end in rows] == table["token"]


@examples
@given(wild_text, options)
def test_tokens_ascend_and_do_not_overlap(text, chosen):
    table = hs.Corpus.from_texts([text], tokenizer=tokenizer(chosen)).tokens()
    bounds = [bound for pair in zip(table["start"], table["end"], strict=True) for bound in pair]
    pairs = list(zip([0, *bounds], bounds, strict=False))
    assert all(one <= other for one, other in pairs)


@examples
@given(texts, options, st.booleans())
def test_frequencies_sum_to_the_number_of_tokens(written, chosen, case_sensitive):
    core, _ = both(written, chosen)
    assert sum(core.frequencies(case_sensitive=case_sensitive)["frequency"]) == core.n_tokens


@examples
@given(texts, options, st.booleans())
def test_a_dtm_sums_to_the_number_of_tokens(written, chosen, case_sensitive):
    core, _ = both(written, chosen)
    assert core.dtm(case_sensitive=case_sensitive).to_scipy().sum() == core.n_tokens


@examples
@given(st.lists(tame_text), sort_keys)
def test_sorting_twice_the_same_way_changes_nothing(written, keys):
    lines = hs.kwic(written, "a*").sort(keys)
    assert list(lines.sort(keys)) == list(lines)


@examples
@given(grouped_texts(), st.sampled_from(["a*", "b", "*"]))
def test_kwic_in_a_subset_of_all_documents_equals_kwic_in_the_whole(grouped, pattern):
    written, groups = grouped
    core = hs.Corpus.from_texts(written, metadata={"group": groups})
    everything = core.subset(group=["x", "y", "z"])
    assert list(everything.kwic(pattern)) == list(core.kwic(pattern))


@examples
@given(grouped_texts())
def test_frequencies_in_a_subset_of_all_documents_equal_those_of_the_whole(grouped):
    written, groups = grouped
    core = hs.Corpus.from_texts(written, metadata={"group": groups})
    everything = core.subset(group=["x", "y", "z"]).frequencies().to_polars()
    assert everything.equals(core.frequencies().to_polars())


@examples
@given(st.lists(tame_text, max_size=4), st.slices(30))
def test_a_slice_of_a_concordance_equals_the_slice_of_its_lines(written, part):
    lines = hs.kwic(written, "*").sort("R1")
    assert list(lines[part]) == list(lines)[part]


@examples
@given(texts, st.integers(0, 3))
def test_the_node_stands_at_its_offsets(written, window):
    lines = hs.kwic(written, "*", window=window)
    nodes = [written[number(line.document)][line.start : line.end] for line in lines]
    assert [line.node for line in lines] == nodes


@examples
@given(texts, st.integers(0, 3))
def test_the_left_context_ends_where_the_node_begins(written, window):
    for line in hs.kwic(written, "*", window=window):
        before = written[number(line.document)][: line.start]
        assert before.rstrip(oracle.WHITE_SPACE).endswith(line.left)


@examples
@given(texts, st.integers(0, 3))
def test_the_right_context_begins_where_the_node_ends(written, window):
    for line in hs.kwic(written, "*", window=window):
        behind = written[number(line.document)][line.end :]
        assert behind.lstrip(oracle.WHITE_SPACE).startswith(line.right)


def within(found, start, end):
    """The tokens that lie in a stretch of characters, or reach into it."""
    return [token for token in found if start < token.end and token.start < end]


@examples
@given(texts, st.integers(0, 3))
def test_the_left_context_holds_the_tokens_of_the_window(written, window):
    core, naive = both(written)
    for line in core.kwic("*", window=window):
        document = number(line.document)
        found, before = naive.documents[document], written[document][: line.start]
        start = len(before.rstrip(oracle.WHITE_SPACE)) - len(line.left)
        expected = found[max(0, line.position - window) : line.position]
        assert within(found, start, line.start) == expected


@examples
@example(["a\xa0\u0903"], 0)
@given(texts, st.integers(0, 3))
def test_the_right_context_holds_the_tokens_of_the_window(written, window):
    core, naive = both(written)
    for line in core.kwic("*", window=window):
        document = number(line.document)
        found, behind = naive.documents[document], written[document][line.end :]
        white = len(behind) - len(behind.lstrip(oracle.WHITE_SPACE))
        # A token may begin with white space: a mark is joined to it. An empty context reaches none.
        reach = white + len(line.right) if line.right else 0
        expected = found[line.position + 1 : line.position + 1 + window]
        assert within(found, line.end, line.end + reach) == expected


@contextmanager
def threads(n):
    before = hs.threads()
    hs.set_threads(n)
    try:
        yield
    finally:
        hs.set_threads(before)


def answers(written):
    """Every kind of result, as frames that can be compared."""
    groups = [f"group{n % 7}" for n in range(len(written))]
    core = hs.Corpus.from_texts(written, metadata={"group": groups})
    results = [
        core.tokens(),
        core.zones(),
        core.frequencies(),
        core.frequencies(by="group", case_sensitive=True),
        core.dtm().to_table(),
        core.kwic(["a*", "b a"]).sort("R1 L1"),
        core.kwic("b").sample(50, seed=1),
    ]
    return core.hash, [result.to_polars() for result in results]


@pytest.fixture(scope="module")
def large_texts():
    """Texts of 8 MB, more than one worker takes at a time, in which most words are rare."""
    generator = random.Random(20251121)
    rare = ["".join(generator.choices("abcdes\u00e9", k=8)) for _ in range(20_000)]
    words = [*TERMS * 1_000, *rare]
    return [" ".join(generator.choices(words, k=generator.randrange(400))) for _ in range(8_000)]


@pytest.fixture(scope="module")
def answers_of_one_thread(large_texts):
    with threads(1):
        return answers(large_texts)


@pytest.mark.parametrize("n", [2, 8])
def test_results_do_not_depend_on_the_number_of_threads(n, large_texts, answers_of_one_thread):
    with threads(n):
        content_hash, frames = answers(large_texts)
    expected_hash, expected = answers_of_one_thread
    assert content_hash == expected_hash
    for frame, other in zip(frames, expected, strict=True):
        assert_frame_equal(frame, other, check_exact=True)


@examples
@given(texts)
def test_results_of_small_corpora_do_not_depend_on_the_number_of_threads(written):
    found = []
    for n in (1, 2, 8):
        with threads(n):
            content_hash, frames = answers(written)
        found.append((content_hash, [frame.rows() for frame in frames]))
    assert found[0] == found[1] == found[2]
