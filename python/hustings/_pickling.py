"""Pickling: a saved corpus as its place, a table as its bytes, and what is pickled otherwise."""

from __future__ import annotations

import copyreg
import os
from typing import TYPE_CHECKING, NoReturn

from hustings import _core
from hustings._json import parsed
from hustings.errors import InputTypeError

if TYPE_CHECKING:
    from collections.abc import Callable

    Place = tuple[str, bool, str]
    View = dict[str, object]

# What to give on in place of what holds positions of a corpus, or arrays that others know better.
_INSTEAD: dict[type, str] = {
    _core.Concordance: "its manifest() with a pickled corpus, for hustings.replay, or to_polars()",
    _core.Line: "the text of the line, or its cite()",
    _core.Dtm: "to_scipy() or to_table()",
    _core.Tokens: "to_list() or to_arrow()",
}


def register() -> None:
    """Tell pickle and copy what the compiled classes are made of."""
    copyreg.pickle(_core.Corpus, _of_corpus)
    copyreg.pickle(_core.Table, _of_table)
    copyreg.pickle(_core.Tokenizer, _of_tokenizer)
    for refused in _INSTEAD:
        copyreg.pickle(refused, _refuse)


def _of_corpus(core: _core.Corpus) -> tuple[Callable[..., _core.Corpus], tuple[Place, View]]:
    folder, mmap, identity = core.origin("pickle")
    manifest = parsed(core.manifest_json)
    view = {name: manifest[name] for name in ("conditions", "zones")}
    return _corpus, ((os.fspath(folder), mmap, identity), view)


def _corpus(place: Place, view: View) -> _core.Corpus:
    # Imported here, so that importing hustings stays fast.
    from hustings.corpus import Corpus
    from hustings.replaying import view_of

    whole = Corpus._wrap(_core.Corpus.reopen(*place))
    return view_of(view, whole)._inner


def _of_table(core: _core.Table) -> tuple[Callable[..., _core.Table], tuple[bytes, str]]:
    return _table, (core.to_ipc(), core.manifest_json)


def _table(ipc: bytes, manifest: str) -> _core.Table:
    return _core.Table.from_ipc(ipc, manifest)


def _of_tokenizer(
    core: _core.Tokenizer,
) -> tuple[Callable[..., _core.Tokenizer], tuple[str]]:
    return _tokenizer, (core.to_json(),)


def _tokenizer(options: str) -> _core.Tokenizer:
    return _core.Tokenizer.from_json(options)


def _refuse(core: object) -> NoReturn:
    name = type(core).__name__
    raise InputTypeError(f"a {name} cannot be pickled; pickle {_INSTEAD[type(core)]}")
