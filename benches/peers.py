"""The questions as each peer is best asked; every function gives how much was found.

What is counted with polars and DuckDB leaves neither as Python objects; lists are sorted where the
answer of hustings is.
"""

import subprocess
from functools import cache

import nltk
import numpy as np
import polars as pl
import spacy
from material import TOKENS_IN_SQL, WORD, WORD_IN_SQL, token_frame, word_list
from nltk.collocations import BigramCollocationFinder, TrigramCollocationFinder
from nltk.tokenize import RegexpTokenizer, TreebankWordTokenizer
from sklearn.feature_extraction.text import CountVectorizer
from tokenizers import Tokenizer, models, pre_tokenizers

LINES_A_PAGE = 20
WINDOW = 5
LEAST_COLLOCATES = 5

# polars


def polars_words(column):
    return column.str.extract_all(WORD).list.len().sum()


def polars_tokens(column):
    return len(token_frame(column))


def polars_list_from_texts(column):
    words = column.str.to_lowercase().str.extract_all(WORD).explode()
    return len(words.drop_nulls().value_counts(sort=True))


def polars_list(tokens):
    documents = pl.col("document").n_unique()
    counted = tokens.group_by("token").agg(pl.len(), documents=documents)
    return len(counted.sort("len", descending=True))


def polars_dtm_from_texts(column):
    return polars_dtm(token_frame(column))


def polars_dtm(tokens):
    return len(tokens.group_by("document", "token").len())


def polars_dispersion(tokens):
    """Range, DP, DPnorm, Juilland's D, Carroll's D2, Rosengren's S of every word, by document."""
    counts = tokens.lazy().group_by("document", "token").agg(v=pl.len().cast(pl.Float64))
    parts = tokens.lazy().group_by("document").agg(size=pl.len().cast(pl.Float64))
    n, total, least = tokens["document"].n_unique(), len(tokens), parts.collect()["size"].min()
    f, size, rate = pl.col("v").sum(), pl.col("size"), pl.col("v") / pl.col("size")
    s, mean = size / total, rate.sum() / n
    squares = ((rate - mean) ** 2).sum() + (n - pl.len()) * mean**2
    proportion = rate / rate.sum()
    dp = ((pl.col("v") / f - s).abs().sum() + 1 - s.sum()) / 2
    words = (
        counts.join(parts, on="document")
        .group_by("token")
        .agg(
            f.alias("frequency"),
            pl.len().alias("range"),
            dp.alias("dp"),
            (dp / (1 - least / total)).alias("dp_norm"),
            (1 - (squares / n).sqrt() / mean / (n - 1) ** 0.5).alias("juilland_d"),
            (-(proportion * proportion.log()).sum() / pl.lit(n).log()).alias("carroll_d2"),
            ((s * pl.col("v")).sqrt().sum() ** 2 / f).alias("rosengren_s"),
        )
    )
    return len(words.sort("frequency", descending=True).collect())


def polars_ngrams(tokens, n):
    """The n-grams that do not leave a document, most frequent first."""
    places = [pl.col("token").to_physical().shift(-k).alias(f"w{k}") for k in range(n)]
    last = pl.col("document").shift(1 - n)
    rows = tokens.lazy().select("document", *places, last=last)
    grams = rows.filter(pl.col("document") == pl.col("last")).group_by(f"w{k}" for k in range(n))
    return len(grams.len().sort("len", descending=True).collect())


def polars_associations(tokens, n):
    """The n-grams met five times with log-likelihood and logDice of their last word."""
    names = [f"w{k}" for k in range(n)]
    places = [pl.col("token").to_physical().shift(-k).alias(name) for k, name in enumerate(names)]
    last = pl.col("document").shift(1 - n)
    rows = tokens.lazy().select("document", *places, last=last)
    counts = rows.filter(pl.col("document") == pl.col("last")).group_by(names).len("o11").collect()
    total = counts["o11"].sum()
    beginnings = counts.lazy().group_by(names[:-1]).agg(r1=pl.col("o11").sum())
    ends = counts.lazy().group_by(names[-1]).agg(c1=pl.col("o11").sum())
    met = counts.lazy().filter(pl.col("o11") >= LEAST_COLLOCATES)
    found = met.join(beginnings, on=names[:-1]).join(ends, on=names[-1])
    o11, r1, c1 = (pl.col(name).cast(pl.Float64) for name in ("o11", "r1", "c1"))
    cells = [
        (o11, r1 * c1),
        (r1 - o11, r1 * (total - c1)),
        (c1 - o11, (total - r1) * c1),
        (total - r1 - c1 + o11, (total - r1) * (total - c1)),
    ]
    parts = [pl.when(o > 0).then(o * (o * total / e).log()).otherwise(0) for o, e in cells]
    scored = found.with_columns(g2=2 * sum(parts), log_dice=14 + (2 * o11 / (r1 + c1)).log(2))
    return len(scored.sort("g2", descending=True).collect())


def polars_places(tokens, word):
    return (tokens["token"] == word).arg_true().cast(pl.Int64)


def polars_around(tokens, places, offsets):
    """The words so many places from some, null where these are in another document."""
    documents = tokens["document"].gather(places)
    columns = {}
    for offset in offsets:
        at = (places + offset).clip(0, len(tokens) - 1)
        inside = (tokens["document"].gather(at) == documents) & (at == places + offset)
        word = pl.when(inside).then(tokens["token"].gather(at))
        columns[str(offset)] = word
    return pl.select(**columns)


def polars_lines(tokens, word):
    offsets = [*range(-WINDOW, 0), *range(1, WINDOW + 1)]
    around = polars_around(tokens, polars_places(tokens, word), offsets)
    left = pl.concat_str([str(k) for k in offsets[:WINDOW]], separator=" ", ignore_nulls=True)
    right = pl.concat_str([str(k) for k in offsets[WINDOW:]], separator=" ", ignore_nulls=True)
    return len(around.select(left=left, node=pl.lit(word), right=right))


def polars_page(tokens, word):
    places = polars_places(tokens, word)
    behind = polars_around(tokens, places, [1, 2, 3]).cast(pl.String).with_columns(at=places)
    page = behind.sort("1", "2", "3", maintain_order=True).head(LINES_A_PAGE)
    polars_around(tokens, page["at"], range(-WINDOW, WINDOW + 1))
    return len(places)


def polars_collocates(tokens, word):
    """The words near the node with their logDice, of those that are there often enough."""
    places = polars_places(tokens, word)
    offsets = [*range(-WINDOW, 0), *range(1, WINDOW + 1)]
    near = polars_around(tokens, places, offsets).unpivot(value_name="token").drop_nulls("token")
    counts = near.group_by("token").len("near").filter(pl.col("near") >= LEAST_COLLOCATES)
    alone = tokens.lazy().group_by("token").len("frequency").collect()
    dice = 14 + (2 * pl.col("near") / (pl.col("frequency") + len(places))).log(2)
    return len(counts.join(alone, on="token").with_columns(dice=dice).sort("dice"))


def polars_keyness(tokens):
    """The words of two halves with their log-likelihood, most different first."""
    half = tokens["document"].max() // 2
    first = pl.col("document") <= half
    counts = (
        tokens.lazy()
        .group_by("token")
        .agg(
            o11=first.sum(),
            o21=first.not_().sum(),
            documents=pl.col("document").filter(first).n_unique(),
            reference_documents=pl.col("document").filter(first.not_()).n_unique(),
        )
    )
    r1, r2 = pl.col("o11").sum(), pl.col("o21").sum()
    o11, o21 = pl.col("o11"), pl.col("o21")
    e11, e21 = ((o11 + o21) * tokens_of / (r1 + r2) for tokens_of in (r1, r2))
    part = [
        pl.when(o > 0).then(o * (o / e).log()).otherwise(0) for o, e in [(o11, e11), (o21, e21)]
    ]
    ratio = (pl.max_horizontal(o11, 0.5) / r1) / (pl.max_horizontal(o21, 0.5) / r2)
    scored = counts.with_columns(log_likelihood=2 * (part[0] + part[1]), log_ratio=ratio.log(2))
    return len(scored.sort("log_likelihood", descending=True).collect())


def polars_count(tokens, words):
    """How often the words follow each other; that all are of one document is not looked at."""
    places = (pl.col("token").shift(-k) == word for k, word in enumerate(words.split()))
    return tokens.select(pl.all_horizontal(*places).sum()).item()


def polars_count_in_texts(column, words):
    spaced = r"\s+".join(words.split())
    return column.str.count_matches(rf"(?i)\b{spaced}\b").sum()


# DuckDB


def duckdb_words(database):
    words = f"regexp_extract_all(text, '{WORD_IN_SQL}')"
    return database.execute(f"SELECT sum(len({words})) FROM texts").fetchone()[0]


def duckdb_tokens(database):
    database.execute(f"CREATE OR REPLACE TABLE rebuilt AS {TOKENS_IN_SQL}")
    return database.execute("SELECT count(*) FROM rebuilt").fetchone()[0]


def duckdb_list_from_texts(database):
    query = f"SELECT token, count(*) FROM ({TOKENS_IN_SQL}) GROUP BY token"
    return len(database.sql(f"{query} ORDER BY 2 DESC").to_arrow_table())


def duckdb_list(database):
    counts = "count(*) AS frequency, count(DISTINCT document) AS documents"
    query = f"SELECT token, {counts} FROM tokens GROUP BY token ORDER BY frequency DESC"
    return len(database.sql(query).to_arrow_table())


def duckdb_dtm_from_texts(database):
    query = f"SELECT document, token, count(*) FROM ({TOKENS_IN_SQL}) GROUP BY ALL"
    return len(database.sql(query).to_arrow_table())


def duckdb_dtm(database):
    query = "SELECT document, token, count(*) FROM tokens GROUP BY ALL"
    return len(database.sql(query).to_arrow_table())


# scikit-learn


def sklearn_words(texts):
    split = CountVectorizer(token_pattern=WORD).build_analyzer()
    return sum(len(split(text)) for text in texts)


def sklearn_dtm(texts):
    return CountVectorizer(token_pattern=WORD).fit_transform(texts).nnz


def sklearn_list(texts):
    return CountVectorizer(token_pattern=WORD).fit_transform(texts).sum(axis=0).shape[1]


def numpy_dispersion(matrix):
    """As polars_dispersion, from a sparse matrix of documents by words."""
    counts = matrix.tocsc().astype(float)
    sizes = np.asarray(matrix.sum(axis=1)).ravel().astype(float)
    n, total = len(sizes), sizes.sum()
    v, size, starts = counts.data, sizes[counts.indices], counts.indptr[:-1]
    range_ = np.diff(counts.indptr)

    def added(values):
        return np.add.reduceat(values, starts)

    def spread(values):
        return np.repeat(values, range_)

    f, s, rate = added(v), size / total, v / size
    mean = added(rate) / n
    squares = added((rate - spread(mean)) ** 2) + (n - range_) * mean**2
    proportion = rate / spread(mean * n)
    dp = (added(np.abs(v / spread(f) - s)) + 1 - added(s)) / 2
    scores = np.column_stack(
        [
            range_,
            dp,
            dp / (1 - sizes.min() / total),
            1 - np.sqrt(squares / n) / mean / np.sqrt(n - 1),
            -added(proportion * np.log(proportion)) / np.log(n),
            added(np.sqrt(s * v)) ** 2 / f,
        ]
    )
    return len(scores[np.argsort(-f, kind="stable")])


def sklearn_ngrams(texts, n):
    return len(CountVectorizer(token_pattern=WORD, ngram_range=(n, n)).fit(texts).vocabulary_)


def sklearn_associations(texts, n):
    """Counted by scikit-learn, the rest by numpy on the columns of the n-grams."""
    vectorizer = CountVectorizer(token_pattern=WORD, ngram_range=(n, n))
    counts = np.asarray(vectorizer.fit_transform(texts).sum(axis=0)).ravel().astype(float)
    grams = [gram.rpartition(" ") for gram in vectorizer.get_feature_names_out()]
    sums = []
    for part in (0, 2):
        _, numbers = np.unique([gram[part] for gram in grams], return_inverse=True)
        sums.append(np.bincount(numbers, counts)[numbers])
    met = counts >= LEAST_COLLOCATES
    return len(associated(counts[met], *(own[met] for own in sums), counts.sum()))


def associated(o11, r1, c1, total):
    """Log-likelihood and logDice, the strongest first."""
    o = np.stack([o11, r1 - o11, c1 - o11, total - r1 - c1 + o11])
    r2, c2 = total - r1, total - c1
    e = np.stack([r1 * c1, r1 * c2, r2 * c1, r2 * c2]) / total
    g2 = 2 * np.sum(o * np.log(np.maximum(o, 1e-300) / e), axis=0)
    return np.column_stack([o11, g2, 14 + np.log2(2 * o11 / (r1 + c1))])[np.argsort(-g2)]


def sklearn_keyness(texts):
    """Counted by scikit-learn, scored by numpy."""
    counts = CountVectorizer(token_pattern=WORD).fit_transform(texts)
    half = len(texts) // 2
    sides = [counts[:half], counts[half:]]
    frequencies = [np.asarray(side.sum(axis=0)).ravel() for side in sides]
    documents = [side.getnnz(axis=0) for side in sides]
    return len(scored(frequencies, documents))


def scored(frequencies, documents):
    """The rows of two frequency lists, most different first."""
    o11, o21 = frequencies
    r1, r2 = o11.sum(), o21.sum()
    e11, e21 = ((o11 + o21) * tokens / (r1 + r2) for tokens in (r1, r2))
    part = [o * np.log(np.maximum(o, 1) / e) for o, e in [(o11, e11), (o21, e21)]]
    ratio = np.log2(np.maximum(o11, 0.5) / r1 / (np.maximum(o21, 0.5) / r2))
    score = 2 * (part[0] + part[1])
    return np.column_stack([o11, o21, *documents, score, ratio])[np.argsort(-score)]


# NLTK


def nltk_keyness(halves):
    lists = [nltk.FreqDist(word for text in half for word in text) for half in halves]
    documents = [nltk.FreqDist(word for text in half for word in set(text)) for half in halves]
    words = list(lists[0] | lists[1])
    columns = [np.array([counts[word] for word in words]) for counts in (*lists, *documents)]
    return len(scored(columns[:2], columns[2:]))


def nltk_words(texts):
    split = RegexpTokenizer(WORD).tokenize
    return sum(len(split(text)) for text in texts)


def nltk_treebank(texts):
    split = TreebankWordTokenizer().tokenize
    return sum(len(split(text)) for text in texts)


def nltk_list(texts):
    return len(nltk.FreqDist(word_list(texts)))


def nltk_index(texts):
    return len(nltk.ConcordanceIndex(word_list(texts)).tokens())


def nltk_ngrams(words, n):
    return len(nltk.FreqDist(nltk.ngrams(words, n)))


def nltk_associations(words, n):
    """By NLTK's own measures, each over all n-grams again, as it does it."""
    finder = (BigramCollocationFinder, TrigramCollocationFinder)[n - 2].from_words(words)
    finder.apply_freq_filter(LEAST_COLLOCATES)
    measures = (nltk.BigramAssocMeasures, nltk.TrigramAssocMeasures)[n - 2]
    finder.score_ngrams(measures.pmi)
    return len(finder.score_ngrams(measures.likelihood_ratio))


def nltk_lines(index, words):
    return len(index.find_concordance(words.split(), width=80))


def nltk_page(index, word):
    lines = index.find_concordance(word, width=80)
    lines.sort(key=lambda line: line.right[:3])
    return len(lines)


def nltk_collocates(words, word):
    finder = BigramCollocationFinder.from_words(words, window_size=WINDOW + 1)
    finder.apply_ngram_filter(lambda *pair: word not in pair)
    finder.apply_freq_filter(LEAST_COLLOCATES)
    return len(finder.score_ngrams(nltk.BigramAssocMeasures.dice))


# spaCy and Hugging Face's tokenizers


@cache
def blank_english():
    english = spacy.blank("en")
    english.max_length = 10**9
    return english


def spacy_words(texts):
    return sum(len(document) for document in blank_english().tokenizer.pipe(texts))


@cache
def whitespace():
    """A tokenizer whose every word is unknown, so that nothing but splitting is measured."""
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def hugging_face_words(texts):
    return sum(len(some) for some in whitespace().encode_batch_fast(texts))


# ripgrep, a process that reads the file of the texts, one line a sentence


def ripgrep_count(txt, words):
    return int(ripgrep("--count-matches", words, txt))


def ripgrep_lines(txt, words):
    return ripgrep(words, txt).count(b"\n")


def ripgrep(*arguments):
    command = ["rg", "--ignore-case", "--word-regexp", *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout
