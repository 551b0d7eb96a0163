"""Layers of annotation: values that tokens get from spaCy, CoNLL-U or a table."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, cast

from hustings import _core
from hustings._frames import arrow_frame
from hustings._progress import Progress, reporting
from hustings._views import OfCorpus
from hustings.errors import InputTypeError, ParameterError, TextError, UnknownNameError
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hustings.corpus import Corpus

    class _Token(Protocol):
        """A token of spaCy."""

        idx: int
        text: str
        is_space: bool

    class _Doc(Protocol):
        """A document of spaCy."""

        text: str

        def __iter__(self) -> Iterator[_Token]: ...

    Layers = str | Sequence[str] | Mapping[str, str]

__all__ = ["Annotated"]

# What is taken where no layers are named.
_USUAL = ("lemma", "pos")
_PLACES = ("document", "start", "end")


class Annotated(OfCorpus):
    """What a corpus has of layers."""

    __slots__ = ()

    def annotate(
        self,
        annotations: object,
        layers: Layers | None = None,
        *,
        several: Literal["first", "last", "longest", "joined"] = "first",
        progress: Progress = None,
    ) -> Corpus:
        r"""Give tokens values from outside: lemmas, parts of speech, entities, anything.

        A new corpus with one or more layers, which queries, counts and orders can ask for; texts
        and index are shared. docs/layers.md tells how outer tokens are brought to ours.

        Parameters
        ----------
        annotations
            spaCy's `Doc` objects, one a document of the corpus in its order, or pairs `(doc, id)`
            for some documents, as `nlp.pipe(…, as_tuples=True)` gives them; CoNLL-U, the path of a
            file or its content; or a data frame or dict with the columns `document` (an id),
            `start` and `end` (characters, half-open) and one or more columns of values.
        layers
            Names of layers: attributes of spaCy's tokens (`"lemma"`, `"pos"`, `"tag"`, `"dep"`,
            `"ent_type"`, extensions), columns of CoNLL-U (`"lemma"`, `"pos"`, `"tag"`, `"feats"`,
            `"dep"`, …) or of the table. A dict gives them other names: `{"entity": "ent_type"}`.
            By default lemma and pos, of a table all its columns.
        several
            Whose value a token gets that several outer tokens lie on, as on `don't`: that of the
            `"first"`, the `"last"`, the one with most characters in common (`"longest"`), or all
            `"joined"` by `+`.
        progress
            As in `from_texts`.

        Returns
        -------
        Corpus
            Documents that are not among the annotations keep what they have in a layer of that
            name. An empty value is none.

        Raises
        ------
        UnknownNameError
            For a document, column or attribute that does not exist.
        ParameterError
            For places outside of a text, a `Doc` of another text, or a name that a layer cannot
            have.
        InputTypeError
            For annotations or columns of another type.
        TextError
            For a line that is none of CoNLL-U, or characters that a text does not have.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["They went home."], ids=["a"])
        >>> table = {"document": ["a"], "start": [5], "end": [9], "lemma": ["go"]}
        >>> corpus.annotate(table).tokens()["lemma"]
        [None, 'go', None]
        >>> words = "1\tThey\tthey\tPRON\t_\t_\t2\tnsubj\t_\t_\n"
        >>> corpus.annotate(words, ["lemma", "dep"]).tokens()["dep"]
        ['nsubj', None, None]
        """
        add: Callable[[_core.Annotations, object, list[str]], None]
        if isinstance(annotations, (str, os.PathLike)):
            add = _add_conllu
        elif _is_table(annotations):
            add = _add_table
            layers = _columns_of(annotations) if layers is None else layers
        else:
            add = _add_docs
        names, origins = _named(_USUAL if layers is None else layers)
        taken = _core.Annotations(self._inner, names)
        add(taken, annotations, origins)
        with reporting(progress) as report:
            return self._wrap(taken.finish(several, report))

    @property
    def layers(self) -> Table:
        """One row a layer of annotation: layer, tokens with a value, different values, and more.

        `rows` is how many outer tokens `annotate` was given last, and the columns behind it are how
        they lay to the tokens: `exact`, the same characters; `wider`, a token and characters that
        belong to none, such as a full stop; `shared`, on a token on which another one is; `spread`,
        over several tokens; `partial`, on a part of one; `outside`, on none, as punctuation is;
        `not_found`, not in the text.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust."], ids=["a"])
        >>> table = {"document": ["a"], "start": [0], "end": [13], "theme": ["trust"]}
        >>> corpus.annotate(table).layers.to_polars().select("layer", "tokens", "spread").rows()
        [('theme', 2, 1)]
        """
        return Table._wrap(_core.Annotations.layers(self._inner))

    def alignment(self, layer: str) -> Table:
        """One row an outer token that did not fit: document, start, end, text, mismatch, tokens.

        `mismatch` is `shared`, `spread`, `partial`, `outside` or `not found`, as in `layers`;
        `tokens` is how many tokens it lies on. In the order of the text. Start and end are in
        characters; what is not found stands where it was looked for.

        Raises
        ------
        UnknownNameError
            For a layer that does not exist.
        ParameterError
            For a layer that was saved or joined: only its counts are kept.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust."], ids=["a"])
        >>> table = {"document": ["a"], "start": [0], "end": [13], "theme": ["trust"]}
        >>> corpus.annotate(table).alignment("theme").to_polars().rows()
        [('a', 0, 13, 'Mutual trust.', 'spread', 2)]
        """
        return Table._wrap(_core.Annotations.alignment(self._inner, layer))


def _named(layers: Layers) -> tuple[list[str], list[str]]:
    """The names of layers, and what they are taken from."""
    if isinstance(layers, str):
        return [layers], [layers]
    if isinstance(layers, Mapping):
        return list(layers), list(layers.values())
    return list(layers), list(layers)


def _is_table(annotations: object) -> bool:
    speaks_arrow = hasattr(annotations, "__arrow_c_stream__")
    module = type(annotations).__module__.partition(".")[0]
    return isinstance(annotations, Mapping) or speaks_arrow or module == "pandas"


def _columns_of(table: object) -> list[str]:
    """The columns of values."""
    names = table if isinstance(table, Mapping) else getattr(table, "column_names", None)
    names = getattr(table, "columns", []) if names is None else names
    return [str(name) for name in names if str(name) not in _PLACES]


def _add_table(taken: _core.Annotations, table: object, columns: list[str]) -> None:
    frame, _ = arrow_frame(table, None)
    taken.add_table(dict(frame) if isinstance(frame, Mapping) else frame, columns)


def _add_conllu(taken: _core.Annotations, source: object, columns: list[str]) -> None:
    if isinstance(source, str) and ("\n" in source or not source.strip()):
        return taken.add_conllu("CoNLL-U", source, columns)
    path = Path(cast("str | os.PathLike[str]", source))
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TextError(f"document {path}: must be UTF-8, and byte {error.start} is not") from None
    return taken.add_conllu(str(path), content, columns)


def _add_docs(taken: _core.Annotations, docs: object, attributes: list[str]) -> None:
    try:
        items = iter(cast("Iterable[object]", docs))
    except TypeError:
        name = type(docs).__name__
        raise InputTypeError(
            f"annotations must be Docs of spaCy, CoNLL-U or a table, got {name}"
        ) from None
    number = 0
    for number, item in enumerate(items, start=1):
        doc, id = item if isinstance(item, tuple) else (item, None)  # noqa: A001 - as elsewhere
        if not hasattr(doc, "text") or not hasattr(doc, "__iter__"):
            name = type(doc).__name__
            raise InputTypeError(f"annotations[{number - 1}] must be a Doc of spaCy, got {name}")
        _add_doc(taken, doc, (id, number - 1), attributes)
        only_some = id is not None
    if number == 0 or not only_some:
        _all_there(taken, number)


def _all_there(taken: _core.Annotations, number: int) -> None:
    if taken.document(None, number) is not None:
        raise ParameterError(
            f"Docs must be one a document, got {number}; pairs (doc, id) name some of them"
        )


def _add_doc(
    taken: _core.Annotations, doc: _Doc, place: tuple[object, int], attributes: list[str]
) -> None:
    id, number = place  # noqa: A001 - as elsewhere
    found = taken.document(None if id is None else str(id), number)
    if found is None:
        raise ParameterError(f"Docs must be one a document, got more than the {number} there are")
    document, name, text = found
    if doc.text != text:
        at = next(
            (at for at, pair in enumerate(zip(doc.text, text, strict=False)) if len(set(pair)) > 1),
            min(len(doc.text), len(text)),
        )
        raise ParameterError(
            f"the Doc of document {name!r} must have its text, and differs from character {at} on"
        )
    tokens = [token for token in doc if not token.is_space]
    spans = [(token.idx, token.idx + len(token.text)) for token in tokens]
    values = [_values(tokens, attribute) for attribute in attributes]
    taken.add(document, spans, values)


def _values(tokens: list[_Token], attribute: str) -> list[str]:
    """The attribute of each token as text; what is not there is empty."""
    if not tokens:
        return []
    read = _reader(tokens[0], attribute)
    values = map(read, tokens)
    return ["" if value is None else str(value) for value in values]


def _reader(token: _Token, attribute: str) -> Callable[[_Token], object]:
    """What reads an attribute: the text of it where spaCy has a number too, or an extension."""
    for name in (f"{attribute}_", attribute):
        if name.isidentifier() and not name.startswith("_") and hasattr(token, name):
            return lambda token: getattr(token, name)
    extensions = getattr(token, "_", None)
    if extensions is not None and extensions.has(attribute):
        return lambda token: getattr(token._, attribute)  # type: ignore[attr-defined]  # only spaCy's have it
    known = ["lemma", "pos", "tag", "dep", "ent_type", "morph"]
    raise UnknownNameError(
        f"attribute of a token must be one of {known} or an extension, got {attribute!r}"
    )
