"""What is measured: each question is a row of names and calls, that of hustings first."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hustings as hs
import peers
import scans
from material import files

NODE = "international"
PHRASE = "of the united nations"
FREQUENT = "international"
GAP = '[norm="peace"] [norm="and"] []{0,3} [norm="development"] [norm="of|in|for"]'
GAP_IN_RE = r"\bpeace\W+and(?:\W+\w+){0,3}?\W+development\W+(?:of|in|for)\b"
MANY_LINES = "our"


@dataclass(frozen=True)
class Contender:
    """A program, what it is given, and the work that is timed."""

    name: str
    # The attribute of `Material` that the work is called with, made before the clock starts.
    given: str
    # Answers with how much it found.
    work: Callable
    # What is asked for, behind the thing given.
    asked: tuple = ()
    # A slow one is given texts of at most so many megabytes, and its time multiplied.
    megabytes: int | None = None
    # The method of hustings that it needs; where that is not in this version it is left out.
    method: str = ""

    def call(self, material):
        given = getattr(material, self.given)
        return lambda: self.work(given, *self.asked)

    def is_in_this_version(self):
        return not self.method or hasattr(hs.Corpus, self.method) or hasattr(hs, self.method)


@dataclass(frozen=True)
class Question:
    name: str
    # What all contenders do, and what "found" counts.
    work: str
    contenders: tuple[Contender, ...]


def words(column):
    return memoryview(hs.tokenize(column).offsets)[-1]


def build(column):
    return hs.Corpus.from_texts(column).n_tokens


def build_from_file(path):
    return hs.read_articles(path, format="plain").n_tokens


def word_list_from_texts(column):
    return len(hs.term_frequencies(column))


def word_list(corpus):
    return len(corpus.frequencies())


def dtm_from_texts(column):
    return dtm(hs.Corpus.from_texts(column))


def dtm(corpus):
    return len(corpus.dtm().data)


def dispersion(corpus):
    """What the peers compute as well; numpy and polars are told the formulas."""
    names = ["range", "dp", "dp_norm", "juilland_d", "carroll_d2", "rosengren_s"]
    return len(corpus.dispersion(measures=names))


def dispersion_by_position(corpus):
    return len(corpus.dispersion(measures=["arf", "awt", "ald"]))


def ngrams(corpus, n, min_frequency=1):
    return len(corpus.ngrams(n, min_frequency=min_frequency))


def written_ngrams(corpus, n):
    """All n-grams as an Arrow table, with their strings."""
    return corpus.ngrams(n).to_arrow().num_rows


def associations(corpus, n, **options):
    measures = ["g2", "log_dice"]
    return len(corpus.ngrams(n, min_frequency=5, measures=measures, **options))


def spread_ngrams(corpus, n):
    return associations(corpus, n, dispersion=["dp", "range"])


def lines(corpus, pattern):
    return len(corpus.kwic(pattern).to_polars())


def page(corpus, pattern):
    """The first page as it is shown; all lines are sorted for it."""
    sorted_lines = corpus.kwic(pattern).sort("R1 R2 R3")
    repr(sorted_lines)
    return len(sorted_lines)


def sorted_table(corpus, pattern):
    """All lines, sorted, as an Arrow table."""
    return corpus.kwic(pattern).sort("R1 R2 R3").to_arrow().num_rows


def first_page(concordance):
    """The first page of lines that are there, sorted on three positions."""
    repr(concordance.sort("R1 R2 R3"))
    return len(concordance)


def strings(concordance):
    """All lines as strings of Python."""
    return len([(line.left, line.node, line.right) for line in concordance])


def query(corpus, cql):
    return len(corpus.kwic(cql=cql))


def collocates(corpus, node):
    return len(corpus.collocates(node, window=5))


def keyness(halves, options):
    target, reference = halves
    return len(target.keyness(reference, direction="both", min_frequency=1, **options))


def count(corpus, pattern):
    return corpus.count(pattern)


def count_by_kwic(corpus, pattern):
    return len(corpus.kwic(pattern))


def save(saving):
    corpus, folder = saving
    path = Path(tempfile.mkdtemp(dir=folder)) / "saved"
    corpus.save(path)
    return sum(file.stat().st_size for file in files(path))


def open_whole(folder):
    return hs.open_corpus(folder).n_tokens


def open_mapped(folder):
    return hs.open_corpus(folder, mmap=True).n_tokens


def read_bytes(folder):
    return sum(len(file.read_bytes()) for file in files(folder))


def append(growth):
    corpus, _, texts = growth
    return corpus.append(texts, ids=[f"later{n}" for n in range(len(texts))]).n_tokens


def concatenate(growth):
    corpus, day, _ = growth
    return hs.concatenate([corpus, day]).n_tokens


def ask_conc(conc, *question):
    return conc(*question)


def conc(name, *question, megabytes=100):
    return Contender(f"Conc {name}", "conc", ask_conc, question, megabytes)


QUESTIONS = [
    Question(
        "words",
        "texts to the words of each; tokens found",
        (
            Contender("hustings", "column", words),
            Contender("polars extract_all", "column", peers.polars_words),
            Contender("DuckDB regexp_extract_all", "database", peers.duckdb_words),
            Contender("tokenizers encode_batch_fast", "texts", peers.hugging_face_words),
            Contender("scikit-learn build_analyzer", "texts", peers.sklearn_words),
            Contender("NLTK RegexpTokenizer", "texts", peers.nltk_words, megabytes=10),
            Contender("NLTK TreebankWordTokenizer", "texts", peers.nltk_treebank, megabytes=10),
            Contender("spaCy blank English", "texts", peers.spacy_words, megabytes=10),
        ),
    ),
    Question(
        "build",
        "texts to a corpus that can be searched; tokens found",
        (
            Contender("hustings", "column", build),
            Contender("hustings, from JSON Lines", "jsonl", build_from_file),
            Contender("polars, one row a token", "column", peers.polars_tokens),
            Contender("DuckDB, one row a token", "database", peers.duckdb_tokens),
            Contender("NLTK ConcordanceIndex", "texts", peers.nltk_index, megabytes=10),
            conc("build_from_csv", "build", megabytes=10),
        ),
    ),
    Question(
        "word list from texts",
        "texts to words with their frequencies; different words found",
        (
            Contender("hustings", "column", word_list_from_texts),
            Contender("polars value_counts", "column", peers.polars_list_from_texts),
            Contender("DuckDB GROUP BY", "database", peers.duckdb_list_from_texts),
            Contender("scikit-learn CountVectorizer", "texts", peers.sklearn_list),
            Contender("NLTK FreqDist", "texts", peers.nltk_list, megabytes=10),
        ),
    ),
    Question(
        "word list",
        "index to words with frequencies and numbers of documents; different words found",
        (
            Contender("hustings", "corpus", word_list),
            Contender("polars group_by, tokens given", "tokens", peers.polars_list),
            Contender("DuckDB GROUP BY, tokens given", "database", peers.duckdb_list),
            conc("frequencies", "frequencies"),
        ),
    ),
    Question(
        "dtm from texts",
        "texts to a sparse document-term matrix; cells found",
        (
            Contender("hustings", "column", dtm_from_texts),
            Contender("polars group_by", "column", peers.polars_dtm_from_texts),
            Contender("DuckDB GROUP BY", "database", peers.duckdb_dtm_from_texts),
            Contender("scikit-learn CountVectorizer", "texts", peers.sklearn_dtm),
        ),
    ),
    Question(
        "dtm",
        "index to a sparse document-term matrix; cells found",
        (
            Contender("hustings", "corpus", dtm),
            Contender("polars group_by, tokens given", "tokens", peers.polars_dtm),
            Contender("DuckDB GROUP BY, tokens given", "database", peers.duckdb_dtm),
        ),
    ),
    Question(
        "dispersion",
        "six measures of every word by document, sorted by frequency; different words found",
        (
            Contender("hustings", "corpus", dispersion, method="dispersion"),
            Contender(
                "hustings, by position", "corpus", dispersion_by_position, method="dispersion"
            ),
            Contender("polars, tokens given", "tokens", peers.polars_dispersion),
            Contender("numpy, scikit-learn matrix given", "matrix", peers.numpy_dispersion),
        ),
    ),
    *(
        Question(
            name,
            "index to all n-grams with their frequencies; different n-grams found",
            (
                Contender("hustings", "corpus", ngrams, (n,), method="ngrams"),
                Contender("hustings, as an Arrow table", "corpus", written_ngrams, (n,)),
                Contender("hustings, those met 5 times", "corpus", ngrams, (n, 5), method="ngrams"),
                Contender("polars, tokens given", "tokens", peers.polars_ngrams, (n,)),
                conc("ngram_frequencies", "ngrams", n),
                Contender("scikit-learn, from texts", "texts", peers.sklearn_ngrams, (n,), 10),
                Contender("NLTK ngrams, words given", "words", peers.nltk_ngrams, (n,), 10),
            ),
        )
        for n, name in [(2, "bigrams"), (3, "trigrams")]
    ),
    *(
        Question(
            f"{name} with association",
            "index to n-grams met five times, with log-likelihood and logDice, sorted; found",
            (
                Contender("hustings", "corpus", associations, (n,), method="ngrams"),
                Contender("hustings, with dispersion", "corpus", spread_ngrams, (n,)),
                Contender("polars, tokens given", "tokens", peers.polars_associations, (n,)),
                Contender(
                    "scikit-learn, from texts", "texts", peers.sklearn_associations, (n,), 10
                ),
                Contender("NLTK, words given", "words", peers.nltk_associations, (n,), 10),
            ),
        )
        for n, name in [(2, "bigrams"), (3, "trigrams")]
    ),
    Question(
        "kwic",
        f"all lines of '{NODE}', as a table of strings; lines found",
        (
            Contender("hustings", "corpus", lines, (NODE,)),
            Contender("polars, tokens given", "tokens", peers.polars_lines, (NODE,)),
            conc("concordance", "lines", NODE),
            Contender("NLTK find_concordance", "index", peers.nltk_lines, (NODE,), 10),
            Contender("ripgrep, reading the file", "txt", peers.ripgrep_lines, (NODE,)),
        ),
    ),
    Question(
        "sorted page",
        f"the lines of '{NODE}' sorted on R1 R2 R3, the first page shown; lines found",
        (
            Contender("hustings", "corpus", page, (NODE,)),
            Contender("polars, tokens given", "tokens", peers.polars_page, (NODE,)),
            conc("concordance", "page", NODE),
            Contender("NLTK find_concordance", "index", peers.nltk_page, (NODE,), 10),
        ),
    ),
    Question(
        "sorted table",
        f"the lines of '{NODE}' sorted on R1 R2 R3, all as an Arrow table; lines found",
        (Contender("hustings", "corpus", sorted_table, (NODE,)),),
    ),
    Question(
        "collocates",
        f"words within five of '{NODE}', five times or more, scored; different words found",
        (
            Contender("hustings", "corpus", collocates, (NODE,), method="collocates"),
            Contender("polars, tokens given", "tokens", peers.polars_collocates, (NODE,)),
            conc("collocates", "collocates", NODE),
            Contender("NLTK collocations", "words", peers.nltk_collocates, (NODE,), 1),
        ),
    ),
    Question(
        "keyness",
        "the words of the first half against those of the second: frequencies and numbers of "
        "documents, log-likelihood, log ratio, sorted; different words found",
        (
            Contender("hustings", "halves", keyness, ({"confidence": None},), method="keyness"),
            Contender("hustings, with intervals", "halves", keyness, ({},), method="keyness"),
            Contender(
                "hustings, 9,999 permutations",
                "halves",
                keyness,
                ({"confidence": None, "significance": "permutation"},),
                method="keyness",
            ),
            Contender("polars, tokens given", "tokens", peers.polars_keyness),
            Contender("scikit-learn, from texts", "texts", peers.sklearn_keyness, (), 10),
            Contender("NLTK FreqDist, words given", "word_halves", peers.nltk_keyness, (), 10),
        ),
    ),
    *(
        Question(
            name,
            f"how often '{pattern}' occurs; occurrences found",
            (
                Contender("hustings", "corpus", count, (pattern,), method="count"),
                Contender("hustings, length of kwic", "corpus", count_by_kwic, (pattern,)),
                Contender("polars, tokens given", "tokens", peers.polars_count, (pattern,)),
                conc("get_token_positions", "count", pattern),
                Contender("polars, texts", "column", peers.polars_count_in_texts, (pattern,)),
                Contender("ripgrep, reading the file", "txt", peers.ripgrep_count, (pattern,)),
            ),
        )
        for name, pattern in [("count", NODE), ("phrase", PHRASE)]
    ),
    Question(
        "count beside a scan",
        f"how often '{FREQUENT}' occurs; occurrences found",
        (
            Contender("hustings", "corpus", count, (FREQUENT,)),
            Contender("re, all texts", "texts", scans.count, (FREQUENT,)),
        ),
    ),
    Question(
        "query with a gap",
        f"all matches of {GAP}; matches found",
        (
            Contender("hustings", "corpus", query, (GAP,)),
            Contender("re, the same", "texts", scans.search, (GAP_IN_RE,)),
            Contender(f"re, '{FREQUENT}' in all texts", "texts", scans.count, (FREQUENT,)),
        ),
    ),
    Question(
        "many lines",
        f"the lines of '{MANY_LINES}': sorted on three positions and the first page shown; lines",
        (
            Contender("hustings", "concordance", first_page),
            Contender("hustings, all lines as strings", "concordance", strings),
            Contender("re, all lines as strings", "texts", scans.lines, (MANY_LINES,)),
        ),
    ),
    Question(
        "save",
        "a corpus to a folder; bytes written",
        (Contender("hustings", "saving", save, method="save"),),
    ),
    Question(
        "open",
        "a saved corpus; tokens found, bytes for the reading",
        (
            Contender("hustings", "saved", open_whole, method="open_corpus"),
            Contender("hustings, mmap", "saved", open_mapped, method="open_corpus"),
            Contender("floor: reading its bytes", "saved", read_bytes, method="open_corpus"),
            conc("load", "load"),
        ),
    ),
    Question(
        "append",
        "a corpus and twenty texts of another day to one; tokens found",
        (
            Contender("hustings", "growth", append, method="append"),
            Contender("hustings concatenate", "growth", concatenate, method="concatenate"),
            Contender("hustings, building all again", "column", build, method="append"),
        ),
    ),
]
