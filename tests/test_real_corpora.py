"""Real text at full size: speeches, 371 languages, and the article that started the project."""

import datetime as dt
import random
from pathlib import Path

import hustings as hs
import oracle
import polars as pl
import pytest
from polars.testing import assert_frame_equal

DATA = Path(__file__).parents[2] / "shared/data"
SEED = 20251121


def path_to(name):
    path = DATA / name
    if not path.exists():
        pytest.skip(f"there is no {path.name} in {path.parent}")
    return path


@pytest.fixture(scope="module")
def speeches():
    """8,329 speeches of the UN General Debate, 142 MB."""
    return pl.read_parquet(path_to("corpora/un_general_debate.parquet"))


@pytest.fixture(scope="module")
def debate(speeches):
    return hs.Corpus.from_frame(speeches)


@pytest.fixture(scope="module")
def tokens(speeches):
    """One row a token, counted and found by polars: document, position, term."""
    lists = hs.tokenize(speeches["text"]).to_polars()
    frame = pl.DataFrame({"document": speeches["id"], "token": lists})
    positions = pl.int_ranges(pl.col("token").list.len()).alias("position")
    rows = frame.with_columns(positions).explode("token", "position")
    types = rows["token"].unique().to_list()
    terms = [oracle.normal_form(word) for word in types]
    return rows.select("document", "position", pl.col("token").replace_strict(types, terms))


@pytest.fixture(scope="module")
def term_counts(tokens):
    documents = pl.col("document").n_unique().alias("documents")
    counts = tokens.group_by(term="token").agg(
        pl.len().cast(pl.Int64).alias("frequency"), documents
    )
    return counts.with_columns(pl.col("documents").cast(pl.Int64)).sort(
        ["frequency", "term"], descending=[True, False]
    )


@pytest.fixture(scope="module")
def chosen_terms(term_counts):
    """200 terms, as many among the most frequent ten as among the next ninety and so on."""
    terms = term_counts["term"]
    generator, chosen = random.Random(SEED), set()
    while len(chosen) < 200:
        chosen.add(terms[int(len(terms) ** generator.random()) - 1])
    return sorted(chosen)


def test_the_debate_has_all_speeches(debate):
    assert len(debate) == 8_329


def test_speeches_read_from_a_file_have_the_frequencies_of_those_from_a_frame(debate):
    read = hs.read_articles(path_to("corpora/un_general_debate.parquet"))
    assert_frame_equal(read.frequencies().to_polars(), debate.frequencies().to_polars())


def test_tokens_of_speeches_equal_those_of_the_oracle(speeches, debate):
    sample = speeches.sample(100, seed=SEED).sort(pl.col("id"))
    table = debate.subset(id=sample["id"].to_list()).tokens()
    columns = [table[name] for name in ("document", "position", "start", "end", "token")]
    found = {}
    for document, position, *token in zip(*columns, strict=True):
        assert position == len(found.setdefault(document, []))
        found[document].append(tuple(token))
    assert found == {
        document: [tuple(token) for token in oracle.tokens(text)]
        for document, text in sample.select("id", "text").iter_rows()
    }


def test_frequencies_of_all_terms_equal_those_counted_by_polars(debate, term_counts):
    found = debate.frequencies().to_polars().select("term", "frequency", "documents")
    assert_frame_equal(found, term_counts)


def test_kwic_of_200_terms_finds_the_places_that_polars_finds(debate, tokens, chosen_terms):
    places = tokens.filter(pl.col("token").is_in(chosen_terms))
    expected = places.partition_by("token", as_dict=True, include_key=False)
    for term in chosen_terms:
        lines = debate.kwic(term, window=0, exact=True).to_polars()
        assert_frame_equal(lines.select("document", "position"), expected[term,])


@pytest.fixture(scope="module")
def declarations():
    """The Universal Declaration of Human Rights in 371 languages."""
    return pl.read_parquet(path_to("corpora/udhr.parquet"))


@pytest.fixture(scope="module")
def tokens_of_declarations(declarations):
    tokens = hs.Corpus.from_frame(declarations).tokens().to_polars()
    return tokens.partition_by("document", as_dict=True)


def test_every_language_has_tokens(declarations, tokens_of_declarations):
    assert tokens_of_declarations.keys() == {(name,) for name in declarations["id"]}


def test_offsets_reproduce_the_tokens_of_every_language(declarations, tokens_of_declarations):
    wrong = {}
    for document, text in declarations.select("id", "text").iter_rows():
        rows = tokens_of_declarations[document,].select("token", "start", "end").iter_rows()
        if odd := [row for row in rows if text[row[1] : row[2]] != row[0]]:
            wrong[document] = odd
    assert wrong == {}


def test_tokens_of_thirty_languages_equal_those_of_the_oracle(declarations):
    texts = declarations.sample(30, seed=SEED)["text"]
    found = hs.tokenize(texts).to_list()
    assert found == [[token.text for token in oracle.tokens(text)] for text in texts]


@pytest.fixture(scope="module")
def article():
    """The article that the project was created for, as a corpus of one document."""
    return hs.read_articles(path_to("seed"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("date", dt.date(2025, 11, 21)),
        (
            "headline",
            "SCO plays key role in boosting cooperation, championing multilateralism",
        ),
        ("place", "MOSCOW"),
        ("agency", "Xinhua"),
        ("format", "news"),
    ],
)
def test_the_article_has_its_facts(article, column, value):
    assert article.documents[column] == [value]


def zones(article, kind):
    """The stretches of text that are zones of a kind, or of any."""
    table = article.zones()
    rows = zip(table["zone"], table["start"], table["end"], strict=True)
    return [range(start, end) for zone, start, end in rows if kind in (zone, "any")]


def text_of(article):
    return article.text(article.documents["id"][0])


def test_the_article_has_its_three_headings(article):
    text = text_of(article)
    assert [text[zone.start : zone.stop].strip() for zone in zones(article, "heading")] == [
        "TRUST-ENSURED SECURITY",
        "CLOSER ECONOMIC, CULTURAL TIES",
        "CHAMPIONING MULTILATERALISM",
    ]


def test_the_article_names_the_sco_23_times(article):
    assert len(article.kwic("SCO")) == 23


def test_the_sco_has_a_possessive_twice(article):
    assert [line.right[:3] for line in article.kwic("SCO")].count("'s ") == 2


def shown(text, line):
    """The first character of a line and the one behind its last."""
    before, behind = text[: line.start], text[line.end :]
    start = len(before.rstrip()) - len(line.left) if line.left else line.start
    end = len(text) - len(behind.lstrip()) + len(line.right) if line.right else line.end
    return start, end


@pytest.mark.parametrize("window", [5, 100])
def test_no_window_leaves_its_zone(article, window):
    text, bounds = text_of(article), zones(article, "any")
    lines = [shown(text, line) for line in article.kwic("SCO", window=window)]
    within = [
        any(zone.start <= start and end <= zone.stop for zone in bounds) for start, end in lines
    ]
    assert within == [True] * len(lines)


def test_no_line_shows_a_heading(article):
    text = text_of(article)
    headings = [text[zone.start : zone.stop].strip() for zone in zones(article, "heading")]
    lines = [f"{line.left} {line.right}" for line in article.kwic("SCO", window=100)]
    assert [line for line in lines for heading in headings if heading in line] == []
