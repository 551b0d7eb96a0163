"""The corpus: documents with their index, and the questions to ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import (
    LARGEST_NARROW,
    chosen_pattern,
    compounds,
    excluded,
    is_listed,
    mentioned,
    unicode,
    whole_number,
    window_of,
    word_of,
)
from hustings._checked import checked
from hustings._display import counted
from hustings._frames import arrow_frame, spelled_metadata, valid_name
from hustings._json import parsed
from hustings._progress import Progress, reporting
from hustings.collocations import CollocationVerbs
from hustings.concordance import Concordance
from hustings.dispersion import DispersionVerbs
from hustings.document_tables import DocumentTable, Quotations
from hustings.errors import InputTypeError, ParameterError
from hustings.keyness import KeynessVerbs
from hustings.layers import Annotated
from hustings.metadata import MetadataVerbs
from hustings.networks import NetworkVerbs
from hustings.results import Dtm, Table
from hustings.reuse import ReuseVerbs
from hustings.sequences import SequenceVerbs
from hustings.style import StyleVerbs
from hustings.tokenizer import Tokenizer, chosen
from hustings.trend import TrendVerbs
from hustings.voices import VoiceVerbs

if TYPE_CHECKING:
    import datetime as dt
    import os
    from collections.abc import Iterable, Mapping, Sequence

    from hustings._arguments import Compound, Window

    Scalar = str | int | float | bool | dt.date | None
    Condition = Scalar | Iterable[Scalar] | tuple[Scalar, Scalar]
    Names = str | Sequence[str]

__all__ = ["Corpus", "concatenate", "open_corpus"]

Format = Literal["auto", "news", "plain"]


class Corpus(
    CollocationVerbs,
    NetworkVerbs,
    SequenceVerbs,
    KeynessVerbs,
    StyleVerbs,
    VoiceVerbs,
    ReuseVerbs,
    Annotated,
    MetadataVerbs,
    DispersionVerbs,
    TrendVerbs,
):
    """Documents with their index; immutable. A `subset` is a view with the same methods.

    A corpus that was opened or saved is pickled as the folder where it is, and a view as what
    narrows it; whoever unpickles it opens that folder.

    Build one with `hustings.read_articles`, `Corpus.from_texts` or `Corpus.from_frame`.
    """

    __slots__ = ("_inner",)

    _inner: _core.Corpus

    def __init__(self) -> None:
        raise TypeError("use hustings.read_articles, Corpus.from_texts or Corpus.from_frame")

    @classmethod
    def _wrap(cls, core: _core.Corpus) -> Corpus:
        corpus = object.__new__(cls)
        corpus._inner = core
        return corpus

    @classmethod
    def from_texts(
        cls,
        texts: Iterable[str],
        *,
        ids: Iterable[str | int] | None = None,
        metadata: Mapping[str, object] | object | None = None,
        format: Format = "plain",  # noqa: A002 - the word that users know
        tokenizer: Tokenizer | None = None,
        progress: Progress = None,
    ) -> Corpus:
        """Build a corpus from texts.

        Parameters
        ----------
        texts
            Any iterable of str, which is copied once, or a string column of an Arrow library
            (polars, pyarrow, pandas with pyarrow), whose memory is borrowed.
        ids
            One id a text, all different; `text1`, `text2`, … by default.
        metadata
            A dict of columns or a data frame, one row a text. Types are kept: dates stay dates.
            Periods of pandas become text (`"2024-03"`).
        format
            `"plain"` takes a text as one zone, `"news"` as wire copy, `"auto"` as what it looks
            like: wire copy, a transcript, plain text; the column `format` says which.
        tokenizer
            A `Tokenizer`; the default one if none is given.
        progress
            `True` for a bar, which needs tqdm, or a function called as `progress(done, total)`.

        Raises
        ------
        InputTypeError
            For anything but texts, or for metadata of mixed types.
        TextError
            For a lone surrogate or a null, naming the text.
        ParameterError
            For ids that are not unique, or columns of the wrong length.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust.", "Trust us."], ids=["a", "b"])
        >>> len(corpus), corpus.n_tokens, corpus.n_types
        (2, 4, 4)
        """
        core = chosen(tokenizer)._inner
        with reporting(progress) as report:
            return cls._wrap(
                _core.Corpus.from_texts(
                    texts, ids, spelled_metadata(metadata), (format, core, report, None)
                ),
            )

    @classmethod
    def from_frame(
        cls,
        frame: object,
        *,
        text: str = "text",
        id: str | None = "id",  # noqa: A002 - the word that users know
        format: Format = "plain",  # noqa: A002 - the word that users know
        tokenizer: Tokenizer | None = None,
        progress: Progress = None,
    ) -> Corpus:
        """Build a corpus from a data frame: polars, pandas, pyarrow, a duckdb relation.

        The text column is borrowed through Arrow; every other column becomes metadata.

        Parameters
        ----------
        frame
            The data frame, one row a document.
        text
            The column of the texts.
        id
            The column of the ids, text or integers, all different; of pandas the index of that name
            too. If it is `None`, or `"id"` and the frame has no such column, ids are `text1`,
            `text2`, ….
        format, tokenizer, progress
            As in `from_texts`.

        Raises
        ------
        UnknownNameError
            If the frame has no such column.
        InputTypeError
            If it is no data frame, or a column has a type that metadata cannot have.
        ParameterError
            For ids that are missing or not unique.
        TextError
            For a missing text, naming the row.

        Examples
        --------
        >>> import polars as pl
        >>> frame = pl.DataFrame({"text": ["Mutual trust."], "year": [2031]})
        >>> hs.Corpus.from_frame(frame).documents.column("year")
        [2031]
        """
        valid_name("text", text)
        if id is not None:
            valid_name("id", id)
        core = chosen(tokenizer)._inner
        frame, id = arrow_frame(frame, id, indexed=True)  # noqa: A001 - the parameter, normalised
        with reporting(progress) as report:
            return cls._wrap(_core.Corpus.from_frame(frame, text, id, (format, core, report, None)))

    @property
    def documents(self) -> Table:
        """One row a document: `id`, then the metadata.

        Examples
        --------
        >>> hs.sample_corpus().documents.columns
        ['id', 'headline', 'date', 'place', 'agency', 'format']
        """
        return Table._wrap(self._inner.documents())

    @property
    def n_tokens(self) -> int:
        """The number of tokens."""
        return self._inner.n_tokens

    @property
    def n_types(self) -> int:
        """The number of types: different spellings, so that `The` and `the` are two.

        The number of normal forms is `len(corpus.frequencies())`.
        """
        return self._inner.n_types

    @property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer that the corpus was built with, which patterns go through as well."""
        return Tokenizer._wrap(self._inner.tokenizer)

    @property
    def hash(self) -> str:
        """A hash of all ids and texts (XXH3, 128 bits), by which a corpus is recognised."""
        return self._inner.hash

    def __len__(self) -> int:
        return len(self._inner)

    def text(self, id: str) -> str:  # noqa: A002 - the word that users know
        """The text of a document, as it came.

        Raises
        ------
        UnknownNameError
            If there is no such document.

        Examples
        --------
        >>> hs.Corpus.from_texts(["Mutual trust."], ids=["a"]).text("a")
        'Mutual trust.'
        """
        return self._inner.text(id)

    def tokens(self, *, zone: Names | None = None, voice: Names | None = None) -> DocumentTable:
        """One row a token: document, position in the document from 0, token, start, end.

        Start and end are in characters, half-open: `text(document)[start:end] == token`.

        Examples
        --------
        >>> hs.Corpus.from_texts(["Mutual trust."]).tokens().column("start")
        [0, 7]
        """
        view = self._view(zone, voice)
        return DocumentTable._of(view.tokens(), view)

    def zones(self, *, zone: Names | None = None, voice: Names | None = None) -> DocumentTable:
        """One row a zone: document, zone, start and end in characters, tokens, what it says.

        Zones are `header`, `headline`, `byline`, `dateline`, `heading`, `paragraph`, `bullet`,
        `note`, `slug`, `table_row`, `credit`, `direction` and `trailer`. No window, phrase or
        n-gram reaches over the end of a zone.

        What a dateline says is in `place`, `date` (if it has a year) and `agency`; the words before
        the colon with which somebody takes a turn are its `label`, and `speaker` is who speaks in
        the turn that a paragraph belongs to. All are missing elsewhere.

        Parameters
        ----------
        zone, voice
            As in `kwic`. With a voice zones with a word of it are given, and `tokens` is how many.

        Examples
        --------
        >>> sorted(set(hs.sample_corpus().zones().column("zone")))
        ['dateline', 'header', 'heading', 'headline', 'note', 'paragraph']
        """
        view = self._view(zone, voice)
        return DocumentTable._of(view.zones(), view)

    def sentences(
        self, *, text: bool = False, zone: Names | None = None, voice: Names | None = None
    ) -> DocumentTable:
        """One row a sentence of the body: document, start and end in characters, tokens.

        Sentences are those of the paragraphs in view and together hold every visible character of
        them. Headlines, headings and datelines are outside; for a window or a query, each of these
        zones is a sentence of its own. Bullets are outside of sentences too.

        Abbreviations, initials, numbers and quotation marks are told from the ends of sentences by
        rules for English and, as far as they do not clash, other languages. A blank line ends a
        sentence; a single line break does so only where the line had room for the next word.

        Parameters
        ----------
        text
            Whether the sentence itself is the last column.
        zone, voice
            As in `kwic`. Sentences with a word of the voices are given, and `tokens` is how many.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mr. Orr met Mrs. Tal. They agreed."])
        >>> corpus.sentences(text=True).column("text")
        ['Mr. Orr met Mrs. Tal.', 'They agreed.']
        """
        view = self._view(zone, voice)
        return DocumentTable._of(view.sentences(text), view)

    def quotations(
        self,
        pattern: str | Sequence[str] | None = None,
        *,
        cql: str | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
        progress: Progress = None,
    ) -> DocumentTable:
        """One row a quotation or report: who is said to say what, by which words.

        Found by rules for English wire copy: words within quotation marks of any style (`direct`),
        reports without (`indirect`), and both at once (`mixed`); split by the speaker, continued
        over paragraphs, nested; and the turns of a transcript. What counts is told in the
        project's `docs/annotation.md`, how well they are found in `docs/voices.md`.

        Columns: `document`; `quotation`, the whole from content to source; `kind`; `content`, with
        `content_start`, `content_end` and `content_spans` (start and end of each piece in turn);
        `cue`, `source` and where they start and end; `speaker`, the full name or a description in
        the words of the article, missing where it does not tell; `role`; `verb`, the lemma of the
        cue; `verb_class`; `negated`; `zone`; `confidence`, the share of its rule's
        finds that are right; `rule`; `speaker_confidence` and `speaker_rule`, the same of the way
        by which the source led to the speaker; `questioned`, whether the report is asked about or
        only expected; `sentence`, the number from 0 of the sentence of the document in which the
        content begins, as `sentences()` has them, missing in headlines and headings. Places are in
        characters.

        Parameters
        ----------
        pattern, cql, regex, exact, case_sensitive
            As in `kwic`: the rows are those of which the content has a match, whole and in one of
            its pieces, whether it is the speaker's own or quoted there in turn. By default all.
        zone, voice
            As in `kwic`.
        progress
            As in `from_texts`: they are found at the first question, document by document.

        Raises
        ------
        ParameterError, QueryError, LimitError
            As in `kwic`.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Tara Vell said it was safe. She added that it is new."])
        >>> corpus.quotations()["speaker"]
        ['Tara Vell', 'Tara Vell']
        >>> corpus.quotations("safe")["verb"]
        ['say']
        """
        wanted = mentioned(pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive)
        view = self._view(zone, voice)
        with reporting(progress) as report:
            return Quotations._of(view.quotations(wanted, report), view)

    def subset(self, /, **conditions: Condition) -> Corpus:
        """A view of the documents whose metadata meet every condition; nothing is copied.

        Parameters
        ----------
        conditions
            By column name: a value to equal, a list, set or array of values, or a tuple `(first,
            last)`, both included and either `None` for no limit. A date is a `date` or text as in
            `"2025-11-21"`; `"2025-11"` and `"2025"` stand for the whole month and year. A time is a
            moment, of UTC if it names no zone. `None` is a missing value. `id` and `document` take
            ids, `zone` the kinds of zone in view, of which `"body"` is the paragraphs. `voice` is
            whose words are in view, as told at `kwic`. `collapse="near_duplicate"` leaves out the
            near-duplicates of longer documents that stay, as `near_duplicates` finds them by
            default; `collapse=("near_duplicate", 0.8)` those with that `similarity`.

        Raises
        ------
        UnknownNameError
            For a column or zone that does not exist, and for text or an id that no document has;
            of a list one that is known will do.
        ParameterError
            For a value that the column cannot hold, a range that runs backwards, or one of dates
            over a column of text that is not all written as `2031-03-04`.

        Examples
        --------
        >>> corpus = hs.sample_corpus()
        >>> len(corpus), len(corpus.subset(agency="VPS", date=("2031-03-04", None)))
        (24, 9)
        """
        for name in conditions:
            unicode("the name of a column", name)
        return Corpus._wrap(self._inner.subset(conditions))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save the corpus to a folder, by custom called `NAME.hustings`.

        The texts, the index, the metadata, layers and reporting verbs of one's own are in it, in
        files that `docs/format.md` describes. A corpus that is saved there already is replaced in
        one step: whoever opens it sees the old or the new one. Segments that are there already are
        not written again, so saving after `append` costs what was added. Saving that fails leaves
        what was there and nothing else. Of a subset its documents are saved, as `extract` has them.

        Raises
        ------
        ParameterError
            If the folder holds something else, naming it, or some zones or voices alone are in
            view. Files that desktops leave (`.DS_Store`, `Thumbs.db`, whatever begins with a dot)
            are passed over.
        OSError
            If the folder cannot be written to.

        Examples
        --------
        >>> hs.sample_corpus().save("lumen.hustings")
        >>> len(hs.open_corpus("lumen.hustings"))
        24
        """
        self._inner.save(path)

    def extract(self) -> Corpus:
        """The documents in view as a corpus of their own, which leaves all others out for good.

        It has their texts, cut as they are here, their metadata, layers and the reporting verbs
        of one's own, and takes the memory of a corpus. `save` writes a subset so, and whatever asks
        for a whole corpus (`append`, `concatenate`, `with_metadata`, `annotate`) takes it.

        Raises
        ------
        ParameterError
            If zones or voices alone are in view, which are no documents; and if another version of
            hustings cuts texts with annotations into other tokens.

        Examples
        --------
        >>> corpus = hs.sample_corpus()
        >>> kept = [id for id in corpus.documents["id"] if id != "lumen_07"]
        >>> corpus.subset(id=kept).extract()
        Corpus(23 documents, 6,470 tokens)
        """
        return Corpus._wrap(self._inner.extract())

    def verify(self) -> None:
        """Read all files of the saved corpus and compare their checksums.

        `open_corpus` does so by itself, unless the files are mapped (`mmap=True`): a damaged byte
        can then make a result wrong without an error. It takes about as long as reading the files.

        Raises
        ------
        CorpusCorruptError
            For a file that is not what was saved, naming file, section and byte.
        ParameterError
            For a corpus that is in memory alone, or whose folder holds another one by now.

        Examples
        --------
        >>> hs.sample_corpus().save("lumen.hustings")
        >>> hs.open_corpus("lumen.hustings", mmap=True).verify()
        """
        self._inner.verify()

    def append(
        self,
        articles: Iterable[str] | Corpus,
        *,
        ids: Iterable[str | int] | None = None,
        metadata: object = None,
        progress: Progress = None,
    ) -> Corpus:
        """A corpus of these documents and more behind them; this one stays as it is.

        What is added becomes a segment of its own, so a day's articles cost what a day's articles
        are, however large the corpus. All results are those of one corpus built of everything.

        Parameters
        ----------
        articles
            Texts as in `from_texts`, which are tokenized and taken apart as those of this corpus
            were; or a corpus, as in `concatenate`.
        ids, metadata, progress
            As in `from_texts`, for texts. By default ids go on as `text1`, `text2`, … do.

        Raises
        ------
        ParameterError
            For ids that are taken.
        InputTypeError
            For a metadata column of another type than that of this corpus.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust."])
        >>> corpus.append(["Trust us.", "We do."]).documents.column("id")
        ['text1', 'text2', 'text3']
        """
        if isinstance(articles, Corpus):
            return concatenate([self, articles])
        with reporting(progress) as report:
            columns = spelled_metadata(metadata)
            return Corpus._wrap(self._inner.append(articles, ids, columns, report))

    @property
    def n_segments(self) -> int:
        """The number of segments: one for each 8 to 32 MB of text, and at least one an `append`."""
        return self._inner.n_segments

    def compact(self) -> Corpus:
        """The same corpus with neighbouring small segments made one, up to 32 MB of text.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust."]).append(["Trust us."])
        >>> corpus.n_segments, corpus.compact().n_segments
        (2, 1)
        """
        return Corpus._wrap(self._inner.compact())

    def count(
        self,
        pattern: str | Sequence[str] | None = None,
        *,
        cql: str | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> int:
        """How often a word or phrase occurs: the number of lines that `kwic` would have.

        Parameters
        ----------
        pattern, cql, regex, exact, case_sensitive, zone, voice
            As in `kwic`.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust.", "Trust us."])
        >>> corpus.count("trust"), corpus.count(cql='"trust"')
        (2, 1)
        """
        wanted, syntax = chosen_pattern(
            pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
        )
        return self._view(zone, voice).count(wanted, syntax, case_sensitive)

    def kwic(
        self,
        pattern: str | Sequence[str] | None = None,
        *,
        cql: str | None = None,
        window: Window = 5,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Concordance:
        """Every occurrence of a word or phrase, with the words before and behind it.

        Parameters
        ----------
        pattern
            A word, a phrase, or a list of them. `*` stands for any characters within a word and `?`
            for one. The pattern goes through the tokenizer of the corpus, so `win-win` is found
            whether hyphens were split or not; a sign that no token can hold, as in `50%`, is
            refused. `hustings.equiv("SCO")` is an acronym with all that
            stands for the same.
        cql
            A query in CQL in place of a pattern, as docs/query.md describes it:
            `[word="mutual"%c] []{0,2} "trust"`. It says itself whether case matters.
        window
            Tokens shown on either side, or a tuple `(left, right)`, within the zone; 0 shows the
            node alone. `"sentence"` and `"paragraph"` show these.
        regex
            Each part between spaces is a regular expression that must match a whole token.
        exact
            `*` and `?` stand for themselves.
        case_sensitive
            Tell `may` and `May` apart.
        zone
            Kinds of zone to look in, as in `subset`; every verb but `speakers` and `acronyms` takes
            them.
        voice
            Whose words to look in; the same verbs take it. `"quoted"` is what anybody is quoted or
            reported to say, `"narration"` all else; `"direct"`, `"mixed"` and `"indirect"` are the
            contents of one kind of quotation. Any other name is that of a speaker, as `speakers()`
            has it, and stands for the words whose innermost quotation is theirs. A list takes
            the words of any of them. No window, phrase or n-gram leaves a content for the words
            around it; a content in two pieces is two stretches.

        Raises
        ------
        UnknownNameError
            For an unknown zone, or a voice that nobody in the corpus has.
        ParameterError
            For a pattern without a word, a negative window, or both a pattern and a query.
        QueryError
            For a malformed regular expression or query, and for an expression that no token can
            match, such as `co-?operation` where hyphens part tokens, showing where.
        LimitError
            For a query that takes too much, saying how to ask for less.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["The SCO's win-win cooperation.", "Cooperate!"])
        >>> [line.node for line in corpus.kwic("cooperat*")]
        ['cooperation', 'Cooperate']
        >>> [line.node for line in corpus.kwic(cql='"win"+ [norm="co.*"]')]
        ['win-win cooperation']
        >>> corpus.kwic("SCO", window=1)[0].right
        "'s"
        """
        wanted, syntax = chosen_pattern(
            pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
        )
        return Concordance._wrap(
            self._view(zone, voice).kwic(wanted, window_of(window), syntax, case_sensitive),
        )

    def cited(self, citations: str | Sequence[str], *, window: Window = 5) -> Concordance:
        """The lines that citations stand for, in their order.

        Parameters
        ----------
        citations
            One or more citations, as `ConcordanceLine.cite` gives them.
        window
            What is shown around each, as in `kwic`.

        Raises
        ------
        CitationError
            For a citation that leads nowhere, saying why: there is no such document in view, it has
            another text, or its tokens are others.
        ParameterError
            For what is no citation.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust comes first."])
        >>> print(corpus.cited("text1:7-12#42ea7027")[0])
        Mutual [trust] comes first.
        """
        wanted = [citations] if isinstance(citations, str) else citations
        return Concordance._wrap(self._inner.cited(wanted, window_of(window)))

    def manifest(self) -> dict[str, object]:
        """What is in view, and how it is cut into tokens; enough to have the view again.

        Examples
        --------
        >>> hs.sample_corpus().subset(agency="VPS").manifest()["conditions"]
        [{'agency': {'among': ['VPS']}}]
        """
        return parsed(self._inner.manifest_json)

    def frequencies(  # noqa: PLR0913 - one option a question that readers ask of a list
        self,
        *,
        by: str | Sequence[str] | None = None,
        per: int = 1_000_000,
        case_sensitive: bool = False,
        min_frequency: int = 1,
        min_documents: int = 1,
        exclude: Iterable[str] = (),
        layer: str | None = None,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How often each term occurs: term, frequency, relative frequency, documents.

        Parameters
        ----------
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`; terms are then
            counted in each group of documents, and the groups' values are the first columns.
            Periods of a column of dates, times (of UTC) or years are `day`, `week`, `month`,
            `quarter`, `year` and `decade`, those of `trend`; periods without documents have no
            rows.
        per
            The base of the relative frequency, which is frequency x per / tokens of the group. The
            column is `per_million`, or `per_1000` and so on for another base.
        case_sensitive
            Count types, which are spellings, apart; by default normal forms are counted, which
            ignore case, the composition of accents and the kind of apostrophe.
        min_frequency, min_documents
            Leave out terms that are rarer in their group, or that fewer of its documents have.
        exclude
            Leave out terms that a pattern of one word, as in `kwic`, or any of a list matches:
            `exclude=hs.stop_words()`. What others are relative to does not change.
        layer
            Count the values of a layer of annotation, such as `"lemma"`, in place of words. Tokens
            without a value are left out, but belong to the base of the relative frequency.
        compound
            Sequences of words that are counted as one term, as in `collocates`; of their words only
            those outside are counted, and tokens are fewer.
        zone, voice
            As in `kwic`.

        Returns
        -------
        Table
            In the order of the groups' values, missing ones last, then by frequency descending,
            then by term. The manifest's `base_tokens` has the tokens of each group.

        Raises
        ------
        UnknownNameError
            For a column or layer that does not exist.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["To be or not to be", "To trust"])
        >>> corpus.frequencies(min_frequency=2).to_polars().rows()
        [('to', 3, 375000.0, 2), ('be', 2, 250000.0, 1)]
        >>> corpus.frequencies(exclude=["t*", "be"]).column("term")
        ['not', 'or']
        """
        names = [] if by is None else by
        base = whole_number("per", per, least=1)
        rows = (
            whole_number("min_frequency", min_frequency),
            whole_number("min_documents", min_documents),
            excluded(exclude),
        )
        return Table._wrap(
            self._view(zone, voice).frequencies(
                names, base, (case_sensitive, layer), rows, compounds(compound)
            )
        )

    def cooccurrences(
        self,
        window: int = 5,
        *,
        within: Literal["sentence"] | None = None,
        by: str | Sequence[str] | None = None,
        min_frequency: int = 5,
        case_sensitive: bool = False,
        layer: str | None = None,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How often two terms stand near each other: first, second, frequency, documents.

        Every two tokens of one zone at most `window` tokens apart are one cooccurrence of their
        terms, whichever comes first. Memory is bounded as in `ngrams`.

        Parameters
        ----------
        window
            How many tokens apart at most; neighbours are 1 apart.
        within
            `"sentence"`: only tokens of one sentence; not with `compound`.
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`: pairs are counted
            in each group, whose columns come first.
        min_frequency
            Leave out pairs that are rarer.
        case_sensitive
            Count pairs of types, which are spellings; by default of normal forms.
        layer
            Count pairs of values of a layer, as in `frequencies`; tokens without one are in none.
        compound
            Sequences of words that are one term, as in `frequencies`: each is in pairs as a whole,
            and one token of the window.
        zone, voice
            As in `kwic`.

        Returns
        -------
        Table
            Each pair once in a group, `first` before `second` in the order of their bytes; by
            group, then by frequency descending, then by `first` and `second`.

        Raises
        ------
        ParameterError
            For a window below 1, or `within` beside `compound`.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["mutual trust needs trust"])
        >>> corpus.cooccurrences(2, min_frequency=2).to_polars().rows()
        [('needs', 'trust', 2, 1)]
        >>> corpus.cooccurrences(2, min_frequency=1, compound="mutual trust").to_polars().rows()[0]
        ('mutual trust', 'needs', 1, 1)
        """
        tokens = whole_number("window", window, least=1, most=LARGEST_NARROW)
        least = whole_number("min_frequency", min_frequency)
        unit = (case_sensitive, layer)
        names = [] if by is None else by
        view = self._view(zone, voice)
        near = (tokens, word_of("within", within))
        return Table._wrap(view.cooccurrences(near, names, least, unit, compounds(compound)))

    def dtm(
        self,
        by: str | Sequence[str] = "document",
        *,
        case_sensitive: bool = False,
        layer: str | None = None,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Dtm:
        """Count terms by document, or by the values of metadata columns, as a sparse matrix.

        With `layer`, terms are the values of a layer of annotation. With `compound`, sequences of
        words are one term each, as in `frequencies`.

        Examples
        --------
        >>> dtm = hs.Corpus.from_texts(["to be", "not to be"], ids=["a", "b"]).dtm()
        >>> dtm.documents, dtm.terms
        (['a', 'b'], ['be', 'to', 'not'])
        >>> hs.Corpus.from_texts(["to be", "not to be"]).dtm(compound="to be").terms
        ['to be', 'not']
        """
        unit = (case_sensitive, layer)
        return Dtm._wrap(self._view(zone, voice).dtm(by, unit, compounds(compound)))

    def __deepcopy__(self, memo: object) -> Corpus:
        """Give the same corpus, which nothing changes."""
        return self

    def __repr__(self) -> str:
        return f"Corpus({counted(len(self), 'document')}, {counted(self.n_tokens, 'token')})"


@checked
def open_corpus(path: str | os.PathLike[str], *, mmap: bool = False) -> Corpus:
    """Open a saved corpus.

    Parameters
    ----------
    path
        The folder that `Corpus.save` wrote.
    mmap
        Map the files instead of reading them: a corpus of any size is open in milliseconds, and
        what is looked at is read when it is looked at. Without it every checksum is verified; with
        it `Corpus.verify` does so when asked. No program may cut the files short while they are
        mapped: the operating system would end this one.

    Raises
    ------
    CorpusCorruptError
        For a file that is not what was saved, naming file, section and byte.
    ParameterError
        For a folder that is no saved corpus, or one that another version of hustings wrote.
    OSError
        For a folder that cannot be read.

    Examples
    --------
    >>> hs.sample_corpus().save("lumen.hustings")
    >>> hs.open_corpus("lumen.hustings", mmap=True).count("trust")
    10
    """
    return Corpus._wrap(_core.Corpus.open(path, mmap))


def concatenate(corpora: Sequence[Corpus]) -> Corpus:
    """One corpus of the documents of several, in their order.

    The segments of all are shared, not copied. All results are those of one corpus built of
    everything; metadata columns that a corpus lacks are missing values in its rows.

    Raises
    ------
    ParameterError
        For ids that are not unique, for corpora that were tokenized or taken apart differently, or
        for none.
    InputTypeError
        For a metadata column that has different types.

    Examples
    --------
    >>> old = hs.Corpus.from_texts(["Mutual trust."], ids=["monday"])
    >>> new = hs.Corpus.from_texts(["Trust us."], ids=["tuesday"])
    >>> hs.concatenate([old, new]).count("trust")
    2
    """
    if not is_listed(corpora):
        raise InputTypeError(f"corpora must be a list of corpora, got {type(corpora).__name__}")
    cores = [_inner(corpus) for corpus in corpora]
    if not cores:
        raise ParameterError("corpora must hold at least one corpus, got none")
    return Corpus._wrap(cores[0].concatenate(cores[1:]))


def _inner(corpus: Corpus) -> _core.Corpus:
    if not isinstance(corpus, Corpus):
        raise InputTypeError(f"corpora must be corpora, got {type(corpus).__name__}")
    return corpus._inner
