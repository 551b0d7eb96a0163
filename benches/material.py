"""What questions are asked of: texts of one size, and what each program makes of them first."""

import json
import os
import shutil
import subprocess
import tempfile
from functools import cached_property
from pathlib import Path

import duckdb
import hustings as hs
import nltk
import polars as pl
from corpora import CACHE, corpus_path, texts_of
from nltk.tokenize import RegexpTokenizer
from sklearn.feature_extraction.text import CountVectorizer

# What scikit-learn, polars, DuckDB and NLTK are told to take for a word.
WORD = r"\w+"
WORD_IN_SQL = r"[\p{L}\p{N}_]+"
TOKENS_IN_SQL = (
    f"SELECT document, unnest(regexp_extract_all(lower(text), '{WORD_IN_SQL}')) AS token FROM texts"
)
TEXTS_A_DAY = 20
# Conc pins another polars, so it has an environment of its own.
CONC = Path(os.environ.get("CONC_PYTHON", Path(__file__).parents[1] / ".venv-conc/bin/python"))


class Material:
    """Texts of one size; what is made of them is made once, when it is first asked for."""

    def __init__(self, megabytes):
        self.megabytes = megabytes

    @cached_property
    def texts(self):
        return texts_of(self.megabytes)

    @cached_property
    def n_bytes(self):
        return sum(len(text.encode()) for text in self.texts)

    @cached_property
    def column(self):
        """A polars column of the texts."""
        return pl.Series("text", self.texts)

    @cached_property
    def jsonl(self):
        return corpus_path(self.megabytes, "jsonl")

    @cached_property
    def txt(self):
        return corpus_path(self.megabytes, "txt")

    @cached_property
    def corpus(self):
        return hs.Corpus.from_texts(self.column)

    @cached_property
    def concordance(self):
        """The lines of a word with about 100,000 occurrences in 100 MB of speeches."""
        return self.corpus.kwic("our")

    @cached_property
    def halves(self):
        """Views of the first and of the second half of the texts."""
        ids = self.corpus.documents.column("id")
        half = len(ids) // 2
        return self.corpus.subset(id=ids[:half]), self.corpus.subset(id=ids[half:])

    @cached_property
    def saved(self):
        """The folder of a saved corpus."""
        path = self.scratch / "corpus.hustings"
        self.corpus.save(path)
        return path

    @cached_property
    def growth(self):
        """A corpus, that of the texts of one more day, and these texts."""
        ids = [f"later{n}" for n in range(TEXTS_A_DAY)]
        texts = self.texts[:TEXTS_A_DAY]
        return self.corpus, hs.Corpus.from_texts(texts, ids=ids), texts

    @cached_property
    def saving(self):
        """A corpus and the folder to save it in."""
        return self.corpus, self.scratch

    @cached_property
    def scratch(self):
        return Path(tempfile.mkdtemp(dir=CACHE))

    @cached_property
    def tokens(self):
        return token_frame(self.column)

    @cached_property
    def matrix(self):
        """A sparse matrix of scikit-learn: documents by words."""
        return CountVectorizer(token_pattern=WORD).fit_transform(self.texts)

    @cached_property
    def database(self):
        """A DuckDB connection with a table of the texts and one of the tokens."""
        connection = duckdb.connect()
        frame = pl.DataFrame({"text": self.texts}).with_row_index("document")
        connection.register("frame", frame.to_arrow())
        connection.execute("CREATE TABLE texts AS SELECT * FROM frame")
        connection.execute(f"CREATE TABLE tokens AS {TOKENS_IN_SQL}")
        return connection

    @cached_property
    def words(self):
        return word_list(self.texts)

    @cached_property
    def word_halves(self):
        """The words of each text of the first and of the second half."""
        texts = [word_list([text]) for text in self.texts]
        return texts[: len(texts) // 2], texts[len(texts) // 2 :]

    @cached_property
    def index(self):
        return nltk.ConcordanceIndex(self.words)

    @cached_property
    def conc(self):
        conc = Conc(corpus_path(self.megabytes, "csv"))
        conc("load")
        return conc

    def close(self):
        if "conc" in self.__dict__:
            self.conc.close()
        if "scratch" in self.__dict__:
            shutil.rmtree(self.scratch)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def token_frame(column):
    """A polars frame, one row a token: document, token in lower case as a category."""
    lists = column.str.to_lowercase().str.extract_all(WORD)
    rows = pl.DataFrame({"token": lists}).with_row_index("document").explode("token")
    return rows.drop_nulls().with_columns(pl.col("token").cast(pl.Categorical))


def word_list(texts):
    """All words in lower case, as NLTK takes them."""
    split = RegexpTokenizer(WORD).tokenize
    return [word for text in texts for word in split(text.lower())]


class Conc:
    """Conc in its own process: a question and its words go there, what was found comes back."""

    def __init__(self, csv):
        command = [CONC, Path(__file__).with_name("conc_peer.py"), csv]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __call__(self, question, *words):
        print(json.dumps([question, *words]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"Conc ended at {question}: {self._process.wait()}")
        return json.loads(answer)

    def close(self):
        self._process.stdin.close()
        self._process.wait()
