"""The tokenizer with its options, and the tokens that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from hustings import _core
from hustings._arguments import LARGEST_NARROW, whole_number
from hustings._checked import Checked
from hustings._display import counted
from hustings._json import parsed, serialised
from hustings._libraries import library
from hustings.errors import InputTypeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import polars as pl
    import pyarrow as pa

__all__ = ["Tokenizer", "Tokens"]


class Tokenizer(Checked):
    """Turns texts into words as UAX #29 defines them, changed by a few options.

    Parameters
    ----------
    possessives
        `"split"` (the default) makes `SCO's` the tokens `SCO` and `'s`, so that it is found by
        `SCO`; contractions such as `it's` are split alike. `"keep"` leaves it whole.
    hyphens
        `"split"` (the default) makes `win-win` two tokens, `"keep"` one.
    punctuation
        `"drop"` (the default) leaves out what has neither letter nor digit; `"keep"` makes each
        mark a token.
    numbers
        `"keep"` (the default) or `"drop"` words with digits and no letter.
    min_length
        Words of fewer characters are left out.
    dictionary
        True finds the words of Chinese, Japanese, Thai, Lao, Khmer and Burmese, which are written
        without spaces, by dictionaries and models. False (the default) makes each Chinese
        character a word, as UAX #29 has it. Other scripts are the same either way.

    Raises
    ------
    UnknownNameError
        For a choice that does not exist.
    ParameterError
        For a `min_length` below 1, or a dictionary where hustings was built without.

    Examples
    --------
    >>> hs.Tokenizer(hyphens="keep").tokenize(["The SCO's win-win."])[0]
    ['The', 'SCO', "'s", 'win-win']
    """

    __slots__ = ("_inner",)

    _inner: _core.Tokenizer

    def __init__(
        self,
        *,
        possessives: Literal["split", "keep"] = "split",
        hyphens: Literal["split", "keep"] = "split",
        punctuation: Literal["drop", "keep"] = "drop",
        numbers: Literal["keep", "drop"] = "keep",
        min_length: int = 1,
        dictionary: bool = False,
    ) -> None:
        self._inner = _core.Tokenizer(
            possessives=possessives,
            hyphens=hyphens,
            punctuation=punctuation,
            numbers=numbers,
            min_length=whole_number("min_length", min_length, least=1, most=LARGEST_NARROW),
            dictionary=dictionary,
        )

    @classmethod
    def _wrap(cls, core: _core.Tokenizer) -> Tokenizer:
        tokenizer = object.__new__(cls)
        tokenizer._inner = core
        return tokenizer

    @classmethod
    def from_options(cls, options: dict[str, object]) -> Tokenizer:
        """Make a tokenizer of options such as a manifest holds.

        Examples
        --------
        >>> hs.Tokenizer.from_options({"hyphens": "keep"}) == hs.Tokenizer(hyphens="keep")
        True
        """
        try:
            written = serialised(options)
        except (TypeError, ValueError, RecursionError) as error:
            raise InputTypeError(f"options must be what JSON can hold: {error}") from error
        return cls._wrap(_core.Tokenizer.from_json(written))

    @property
    def options(self) -> dict[str, object]:
        """The options by name."""
        return parsed(self._inner.to_json())

    def tokenize(self, texts: Iterable[str]) -> Tokens:
        """Tokenize texts; see `hustings.tokenize`."""
        return Tokens._wrap(self._inner.tokenize(texts))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokenizer) and self._inner == other._inner

    def __hash__(self) -> int:
        return hash(self._inner.to_json())

    def __repr__(self) -> str:
        return (
            f"Tokenizer({', '.join(f'{name}={value!r}' for name, value in self.options.items())})"
        )


def chosen(tokenizer: Tokenizer | None) -> Tokenizer:
    """The tokenizer that a user chose, or the default one."""
    if tokenizer is not None and not isinstance(tokenizer, Tokenizer):
        raise InputTypeError(f"tokenizer must be a Tokenizer, got {tokenizer!r}")
    return tokenizer or Tokenizer()


class Tokens(Checked):
    """The tokens of each text: one list a text, in Arrow memory.

    Indexing and iterating give lists of str; `offsets` and `values` give the ragged column.
    """

    __slots__ = ("_inner",)

    _inner: _core.Tokens

    def __init__(self) -> None:
        raise TypeError("Tokens come from hustings.tokenize")

    @classmethod
    def _wrap(cls, core: _core.Tokens) -> Tokens:
        tokens = object.__new__(cls)
        tokens._inner = core
        return tokens

    @property
    def offsets(self) -> _core.Array:
        """Where the tokens of each text begin in `values`, and their number: int64, n + 1 values.

        Examples
        --------
        >>> hs.tokenize(["to be", "", "or not"]).offsets.to_list()
        [0, 2, 2, 4]
        """
        return self._inner.offsets

    @property
    def values(self) -> list[str]:
        """All tokens, one text behind the other."""
        return self._inner.values

    def __len__(self) -> int:
        return len(self._inner)

    @overload
    def __getitem__(self, index: int) -> list[str]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[str]]: ...
    def __getitem__(self, index: int | slice) -> list[str] | list[list[str]]:
        numbers = range(len(self))[index]
        if isinstance(numbers, int):
            return self._inner.text(numbers)
        return [self._inner.text(number) for number in numbers]

    def __iter__(self) -> Iterator[list[str]]:
        return (self._inner.text(number) for number in range(len(self)))

    def to_list(self) -> list[list[str]]:
        """The tokens of each text as a list of lists.

        Examples
        --------
        >>> hs.tokenize(["to be", "or not"]).to_list()
        [['to', 'be'], ['or', 'not']]
        """
        return list(self)

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Give the list column to any library that reads the Arrow PyCapsule interface."""
        return self._inner.__arrow_c_array__(requested_schema)

    def to_polars(self) -> pl.Series:
        """The tokens as a polars series of lists, sharing memory."""
        return library("polars", "to_polars").Series("tokens", self._inner)

    def to_arrow(self) -> pa.Array:
        """The tokens as a pyarrow list array, sharing memory."""
        return library("pyarrow", "to_arrow").array(self._inner)

    def __repr__(self) -> str:
        return f"Tokens({counted(len(self), 'text')}, {counted(self._inner.n_tokens, 'token')})"
