"""Questions asked of plain texts, without keeping a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings import _core
from hustings._checked import checked
from hustings.corpus import Corpus
from hustings.document_tables import Quotations
from hustings.results import Table
from hustings.tokenizer import Tokenizer, Tokens, chosen
from hustings.verbs import verbs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hustings._arguments import Window
    from hustings.concordance import Concordance
    from hustings.corpus import Format
    from hustings.verbs import ReportingVerbs, Rows

__all__ = ["kwic", "quotations", "sentences", "term_frequencies", "tokenize"]


def tokenize(texts: Iterable[str], *, tokenizer: Tokenizer | None = None) -> Tokens:
    """The tokens of each text.

    Parameters
    ----------
    texts
        Any iterable of str, or a string column of an Arrow library, which is borrowed.
    tokenizer
        A `Tokenizer`; the default one if none is given.

    Raises
    ------
    InputTypeError
        For anything but texts: one str, bytes, a list with something else in it.
    TextError
        For a lone surrogate or a null, naming the text.

    Examples
    --------
    >>> hs.tokenize(["The SCO's summit.", ""]).to_list()
    [['The', 'SCO', "'s", 'summit'], []]
    """
    return chosen(tokenizer).tokenize(texts)


@checked
def sentences(
    texts: Iterable[str],
    *,
    text: bool = False,
    format: Format = "auto",  # noqa: A002 - the word that users know
) -> Table:
    """One row a sentence of each text: document, start and end in characters.

    Documents are called `text1`, `text2`, …. What a sentence is, is told at `Corpus.sentences`.

    Parameters
    ----------
    texts
        Any iterable of str, or a string column of an Arrow library, which is borrowed.
    text
        Whether the sentence itself is the last column.
    format
        As in `Corpus.from_texts`. By default what looks like wire copy or a transcript is taken
        apart, and its headline, headings and dateline are no sentences; `"plain"` takes every text
        as a whole.

    Examples
    --------
    >>> hs.sentences(["It is 5 p.m. in Talvora. Talks go on."], text=True).column("text")
    ['It is 5 p.m. in Talvora.', 'Talks go on.']
    """
    return Table._wrap(_core.sentences(texts, format, text))


@checked
def quotations(
    texts: Iterable[str],
    *,
    format: Format = "auto",  # noqa: A002 - the word that users know
    verbs: ReportingVerbs | Rows | None = None,
) -> Table:
    """One row a quotation of each text; columns as in `Corpus.quotations`.

    Documents are called `text1`, `text2`, ….

    Parameters
    ----------
    texts
        Any iterable of str, or a string column of an Arrow library, which is borrowed.
    format
        As in `Corpus.from_texts`. By default what looks like wire copy or a transcript is taken
        apart; `"plain"` takes every text as one paragraph.
    verbs
        A `ReportingVerbs`, or rows that it adds to the project's list.

    Examples
    --------
    >>> found = hs.quotations(['"The pier is safe," said Tara Vell, the harbour master.'])
    >>> found["content"], found["speaker"]
    (['The pier is safe,'], ['Tara Vell'])
    """
    own = None if verbs is None else verbs_of(verbs)
    return Quotations._of(_core.quotations(texts, format, own), None)


@checked
def kwic(
    texts: Iterable[str],
    pattern: str | Sequence[str] | None = None,
    *,
    cql: str | None = None,
    window: Window = 5,
    regex: bool = False,
    exact: bool = False,
    case_sensitive: bool = False,
    tokenizer: Tokenizer | None = None,
) -> Concordance:
    """Every occurrence of a word or phrase in texts; parameters as in `Corpus.kwic`.

    Documents are called `text1`, `text2`, …. To ask more than one question, keep a `Corpus`.

    Examples
    --------
    >>> print(hs.kwic(["Mutual trust comes first."], "trust")[0])
    Mutual [trust] comes first.
    """
    return Corpus.from_texts(texts, tokenizer=tokenizer).kwic(
        pattern,
        cql=cql,
        window=window,
        regex=regex,
        exact=exact,
        case_sensitive=case_sensitive,
    )


@checked
def term_frequencies(
    texts: Iterable[str],
    *,
    per: int = 1_000_000,
    case_sensitive: bool = False,
    min_frequency: int = 1,
    tokenizer: Tokenizer | None = None,
) -> Table:
    """How often each term occurs in texts; parameters as in `Corpus.frequencies`.

    Examples
    --------
    >>> hs.term_frequencies(["to be or not to be"]).column("term")
    ['be', 'to', 'not', 'or']
    """
    return Corpus.from_texts(texts, tokenizer=tokenizer).frequencies(
        per=per, case_sensitive=case_sensitive, min_frequency=min_frequency
    )
