"""Reprints: near-duplicates and shared stretches are those that the definitions give."""

import random
from itertools import combinations

import hustings as hs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = [f"word{number}" for number in range(400)]
STORY = " ".join(hs.sample_corpus().text(name) for name in hs.sample_corpus().documents["id"][:2])


def shingles(text, n):
    words = hs.tokenize([text]).to_list()[0]
    words = [word.lower() for word in words]
    return {tuple(words[at : at + n]) for at in range(len(words) - n + 1)}


def naive_pairs(texts, similarity, n):
    """Every two documents, compared as sets."""
    sets = [shingles(text, n) for text in texts]
    for (one, own), (other, others) in combinations(enumerate(sets), 2):
        shared = len(own & others)
        contained = shared / max(1, min(len(own), len(others)))
        if (shared >= 8 or own == others) and own and contained >= similarity:
            yield (
                f"text{one + 1}",
                f"text{other + 1}",
                shared,
                contained,
                shared / len(own | others),
            )


def naive_clusters(texts, similarity, n):
    clusters = [{f"text{number + 1}"} for number in range(len(texts))]
    for first, second, *_ in naive_pairs(texts, similarity, n):
        one, other = (next(own for own in clusters if name in own) for name in (first, second))
        if one is not other:
            clusters.remove(other)
            one |= other
    return sorted(sorted(own) for own in clusters if len(own) > 1)


def documents(seed, count=12):
    """Random texts, of which some are made of parts of others."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        parts = [chance.choices(WORDS, k=chance.randint(0, 30))]
        for _ in range(chance.randint(0, 2)):
            if made:
                other = chance.choice(made)
                start = chance.randrange(len(other) + 1)
                parts.append(other[start : start + chance.randint(5, 30)])
        chance.shuffle(parts)
        made.append([word for part in parts for word in part][:66])
    return [" ".join(words) for words in made]


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("options", [{}, {"similarity": 0.7}, {"similarity": 0.1, "n": 2}])
def test_pairs_and_clusters_are_those_of_comparing_all(seed, options):
    texts = documents(seed)
    corpus = hs.Corpus.from_texts(texts)
    wanted = {"similarity": 0.2, "n": 3} | options
    found = corpus.near_duplicate_pairs(**options).to_polars().rows()
    expected = list(naive_pairs(texts, **wanted))
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    for row, known in zip(found, expected, strict=True):
        assert row[3:] == pytest.approx(known[3:])
    table = corpus.near_duplicates(**options)
    clusters = {}
    for number, name in zip(table["cluster"], table["document"], strict=True):
        clusters.setdefault(number, set()).add(name)
    assert sorted(sorted(own) for own in clusters.values()) == naive_clusters(texts, **wanted)
    assert list(clusters) == list(range(1, len(clusters) + 1))
    sizes = {
        name: len(shingles(text, wanted["n"]))
        for name, text in zip(corpus.documents["id"], texts, strict=True)
    }
    like = {frozenset(row[:2]) for row in expected}
    stands = naive_stand_ins(sizes, like)
    marks = dict(zip(table["document"], table["kept"], strict=True))
    assert marks == {name: stands[name] == name for own in clusters.values() for name in own}
    similarity = options.get("similarity", 0.2)
    if "n" not in options:
        view = corpus.subset(collapse=("near_duplicate", similarity))
        assert view.documents["id"] == [name for name in sizes if stands[name] == name]
    column = corpus.with_near_duplicates(**options).documents["near_duplicate"]
    assert column == list(stands.values())


def naive_stand_ins(sizes, like):
    """From the longest on, a document stays unless one that stays is its near-duplicate."""
    stands = {name: name for name in sizes}
    stays = []
    for name in sorted(sizes, key=lambda name: (-sizes[name], int(name[4:]))):
        longer = [other for other in stays if frozenset((name, other)) in like]
        if longer:
            stands[name] = longer[0]
        else:
            stays.append(name)
    return stands


def test_no_document_is_left_out_that_shares_nothing_with_one_that_stays():
    """A chain: each shares half with the next alone, and with the one after it nothing."""
    words = [f"w{number}" for number in range(2000)]
    texts = [" ".join(words[at : at + 120]) for at in range(0, 1200, 60)]
    corpus = hs.Corpus.from_texts(texts)
    assert corpus.near_duplicates()["documents"] == [len(texts)] * len(texts)
    assert len(corpus.subset(collapse="near_duplicate")) == len(texts) // 2


def test_a_story_that_many_documents_share_is_left_out_but_once():
    """More than 48 of one length, of which each is paired with some of the others alone."""
    corpus = hs.Corpus.from_texts([STORY] * 150)
    view = corpus.subset(collapse="near_duplicate")
    assert view.documents["id"] == ["text1"]
    assert corpus.near_duplicates()["containment"] == [1.0] * 150


def test_near_duplicates_are_left_out_as_similar_as_asked():
    corpus = hs.Corpus.from_texts([STORY, STORY[: len(STORY) // 2] + " It was late in town."])
    view = corpus.subset(collapse=("near_duplicate", 1.0))
    assert len(view) == 2
    assert view.manifest()["conditions"] == [{"collapse": ["near_duplicate", 1.0]}]
    lines = view.kwic("the")
    assert hs.replay(lines.manifest(), corpus).to_csv() == lines.to_csv()


def garbled(text, share, chance):
    """A bad scan: of so many words one letter is another."""
    words = text.split(" ")
    for at in range(len(words)):
        if chance.random() < share and words[at]:
            place = chance.randrange(len(words[at]))
            words[at] = words[at][:place] + chance.choice("bcdfghklmnprst") + words[at][place + 1 :]
    return " ".join(words)


def test_a_story_is_found_however_it_was_treated():
    chance = random.Random(1)
    sample = hs.sample_corpus()
    stories = [sample.text(name) for name in sample.documents["id"]]
    texts, of = [], []
    for number, story in enumerate(stories):
        paragraphs = [part for part in story.split("\n\n") if part]
        treated = [
            story,
            "\n\n".join(paragraphs[: max(2, len(paragraphs) // 2)]),
            "\n\n".join(chance.sample(paragraphs, len(paragraphs))),
            garbled(story, 0.2, chance),
        ]
        texts += treated
        of += [number] * len(treated)
    corpus = hs.Corpus.from_texts(texts)
    own = dict(zip(corpus.documents["id"], of, strict=True))
    table = corpus.near_duplicates()
    assert len(table) == len(texts)
    for number, name in zip(table["cluster"], table["document"], strict=True):
        assert own[name] == number - 1
    collapsed = corpus.subset(collapse="near_duplicate")
    assert len(collapsed) == len(stories)


def test_a_story_that_all_documents_have_joins_them_all():
    chance = random.Random(2)
    texts = [garbled(STORY, 0.1, chance) for _ in range(150)]
    corpus = hs.Corpus.from_texts(texts)
    assert corpus.near_duplicates()["documents"] == [150] * 150


@pytest.mark.parametrize("n_longer", [47, 48, 200])
@pytest.mark.parametrize("place", [0, 30])
def test_a_text_that_stands_in_many_longer_ones_joins_them(n_longer, place):
    """The longer ones have nothing else in common, so that no chain of neighbours does."""
    chance = random.Random(3)
    words = [f"w{number}" for number in range(20_000)]
    short = chance.choices(words, k=120)
    texts = [short + chance.choices(words, k=900) for _ in range(n_longer)]
    texts.insert(place, short)
    corpus = hs.Corpus.from_texts([" ".join(text) for text in texts])
    assert corpus.near_duplicates()["documents"] == [n_longer + 1] * (n_longer + 1)
    pairs = corpus.near_duplicate_pairs()
    assert len(pairs) == n_longer
    assert set(pairs["containment"]) == {1.0}


def test_a_view_without_duplicates_and_a_column_for_them():
    texts = [STORY, STORY + " It was late.", "Talks go on.", STORY[:-200]]
    corpus = hs.Corpus.from_texts(texts, metadata={"agency": ["a", "b", "a", "b"]})
    view = corpus.subset(collapse="near_duplicate")
    assert view.documents["id"] == ["text2", "text3"]
    assert corpus.subset(agency="a", collapse="near_duplicate").documents["id"] == [
        "text1",
        "text3",
    ]
    assert view.manifest()["conditions"] == [{"collapse": "near_duplicate"}]
    lines = corpus.subset(collapse="near_duplicate", zone="body", agency="b").kwic("the")
    assert set(lines["document"]) == {"text2"}
    assert hs.replay(lines.manifest(), corpus).to_csv() == lines.to_csv()
    longer = corpus.with_near_duplicates()
    assert longer.documents["near_duplicate"] == ["text2", "text2", "text3", "text2"]
    by = longer.frequencies(by="near_duplicate")
    assert set(by["near_duplicate"]) == {"text2", "text3"}
    assert len(longer.subset(near_duplicate="text2")) == 3
    assert corpus.documents.columns == ["id", "agency"]


def test_results_depend_on_the_words_alone():
    texts = documents(5, 30)
    whole = hs.Corpus.from_texts(texts)
    grown = hs.Corpus.from_texts(texts[:7]).append(texts[7:])
    expected = whole.near_duplicates()
    hs.set_threads(1)
    one = hs.Corpus.from_texts(texts).near_duplicates()
    hs.set_threads(2)
    assert grown.near_duplicates().to_csv() == expected.to_csv() == one.to_csv()


# --- shared stretches ----------------------------------------------------------------------------


def naive_tiles(one, other, n):
    """Greedy string tiling, word by word: the longest run of free words first."""
    free = [[True] * len(one), [True] * len(other)]
    tiles = []
    while True:
        best = (0, 0, 0)
        for first in range(len(one)):
            for second in range(len(other)):
                length = 0
                while (
                    first + length < len(one)
                    and second + length < len(other)
                    and one[first + length] == other[second + length]
                    and free[0][first + length]
                    and free[1][second + length]
                ):
                    length += 1
                if length > best[0]:
                    best = (length, first, second)
        length, first, second = best
        if length < n:
            return sorted(tiles)
        for step in range(length):
            free[0][first + step] = free[1][second + step] = False
        tiles.append((first, second, length))


def naive_stretches(tiles, gap):
    found = []
    for first, second, length in tiles:
        last = found[-1] if found else None
        if last and 0 <= first - last[1] <= gap and 0 <= second - last[3] <= gap:
            found[-1] = (last[0], first + length, last[2], second + length, last[4] + length)
        else:
            found.append((first, first + length, second, second + length, length))
    return found


FEW_WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=24)


@given(FEW_WORDS, FEW_WORDS, st.integers(1, 4), st.integers(0, 3))
@settings(deadline=None, max_examples=150)
def test_shared_stretches_are_those_of_greedy_tiling(one, other, n, gap):
    corpus = hs.Corpus.from_texts([" ".join(one), " ".join(other)])
    found = corpus.text_reuse("text1", "text2", n=n, gap=gap).to_polars().rows()
    expected = [
        # One letter and a space a word: where it begins, in characters, is twice its number.
        (2 * a, 2 * b - 1, 2 * c, 2 * d - 1, matched, b - a, d - c)
        for a, b, c, d, matched in naive_stretches(naive_tiles(one, other, n), gap)
    ]
    assert found == expected


def test_runs_stay_within_zones_and_stretches_join_them():
    body = "One two three four five.\n\nSix seven eight nine ten.\n"
    text = f"Talks open\n\nPORT LUMEN, March 4 (VPS) -- {body}"
    corpus = hs.Corpus.from_texts([text, text], format="news")
    assert corpus.text_reuse("text1", "text2", gap=0, n=5)["matched"] == [15]
    assert corpus.text_reuse("text1", "text2", n=6)["matched"] == []
    assert corpus.subset(zone="headline").text_reuse("text1", "text2", n=1)["matched"] == [2]


def test_words_that_repeat_without_end_are_no_trouble():
    text = "the " * 20_000
    corpus = hs.Corpus.from_texts([text, text])
    assert len(corpus.text_reuse("text1", "text2")) == 0
    assert corpus.near_duplicates()["containment"] == [1.0, 1.0]


@pytest.mark.parametrize("texts", [[], [""], ["one"], ["", "", ""], ["one two", "one two"]])
def test_small_corpora_have_near_duplicates_only_if_they_have_shingles(texts):
    corpus = hs.Corpus.from_texts(texts)
    assert len(corpus.near_duplicates()) == len(corpus.near_duplicate_pairs()) == 0
    assert len(corpus.subset(collapse="near_duplicate")) == len(texts)


BAD = [
    (
        lambda c: c.near_duplicates(similarity=0),
        hs.ParameterError,
        "similarity must be above 0 and at most 1, got 0",
    ),
    (lambda c: c.near_duplicates(similarity=1.5), hs.ParameterError, "at most 1, got 1.5"),
    (lambda c: c.near_duplicates(similarity=float("nan")), hs.ParameterError, "got nan"),
    (
        lambda c: c.near_duplicates(similarity="high"),
        hs.InputTypeError,
        "similarity must be a number, got 'high'",
    ),
    (lambda c: c.near_duplicate_pairs(n=0), hs.ParameterError, "n must be at least 1, got 0"),
    (lambda c: c.near_duplicate_pairs(n=17), hs.ParameterError, "n must be at most 16, got 17"),
    (lambda c: c.near_duplicates(n=2.5), hs.InputTypeError, "n must be a whole number, got 2.5"),
    (lambda c: c.text_reuse("text1", "text9"), hs.UnknownNameError, 'got "text9"'),
    (
        lambda c: c.text_reuse("text1", "text2", n=0),
        hs.ParameterError,
        "n must be at least 1, got 0",
    ),
    (
        lambda c: c.text_reuse("text1", "text2", gap=-1),
        hs.ParameterError,
        "gap must be at least 0, got -1",
    ),
    (
        lambda c: c.subset(id="text1").text_reuse("text1", "text2"),
        hs.UnknownNameError,
        'got "text2"',
    ),
    (
        lambda c: c.subset(collapse="year"),
        hs.UnknownNameError,
        'collapse must be one of ["near_duplicate"], got "year"',
    ),
    (
        lambda c: c.subset(collapse=("near_duplicate", 1.5)),
        hs.ParameterError,
        "similarity must be above 0 and at most 1, got 1.5",
    ),
    (lambda c: c.subset(collapse=3), hs.InputTypeError, "must be a str or a list of str"),
    (
        lambda c: c.subset(id="text1").with_near_duplicates(),
        hs.ParameterError,
        "takes a whole corpus",
    ),
    (lambda c: c.with_near_duplicates("year"), hs.ParameterError, '"year" stands twice'),
    (
        lambda c: c.kwic("one").subset(collapse="near_duplicate"),
        hs.ParameterError,
        "lines cannot be collapsed",
    ),
]


@pytest.mark.parametrize(("ask", "error", "message"), BAD)
def test_bad_input_is_an_error(ask, error, message):
    corpus = hs.Corpus.from_texts(["one two", "two three"], metadata={"year": [1, 2]})
    with pytest.raises(error) as raised:
        ask(corpus)
    assert message in str(raised.value)
