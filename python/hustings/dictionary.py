"""Dictionaries: categories of words and phrases, and how often a corpus has them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from reprlib import repr as shortened
from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import LARGEST_NARROW, compounds, whole_number
from hustings._checked import Checked
from hustings._json import serialised
from hustings._views import Viewed
from hustings.errors import InputTypeError, ParameterError, UnknownNameError
from hustings.results import Table

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    from hustings._arguments import Compound

    Names = str | Sequence[str]
    Path_ = tuple[str, ...]
    # Entries, and categories that hold such a list.
    Inner = list["str | dict[str, Inner]"]

__all__ = ["Dictionary", "LookupVerbs"]

# So many categories may stand within each other: each is two levels of a manifest, which is JSON.
MOST_LEVELS = 32
TOO_DEEP = f"categories must be nested at most {MOST_LEVELS} deep"
# What a category may hold its entries in.
_LISTS = (list, tuple, set, frozenset)

Unit = Literal["token", "sentence", "document"]
Overlaps = Literal["longest", "longest_of_all", "all"]


class Dictionary(Checked):
    """Categories of words and phrases, which may hold further categories; immutable.

    An entry is a word or a phrase, with `*` for any characters within a word and `?` for one. The
    name of a category within another has the names of both, `economy.trade`. A category without
    entries is kept, and never occurs.

    Parameters
    ----------
    categories
        A dict from names to entries: a list of str, one str, a dict of further categories, or a
        list that holds both. At most 32 categories may stand within each other.

    Raises
    ------
    InputTypeError
        For anything else, naming the category.
    ParameterError
        For an entry without a character, and for categories that are nested deeper.

    Examples
    --------
    >>> dictionary = hs.Dictionary({"peace": ["peace*", "cease fire"], "war": {"arms": "missile*"}})
    >>> dictionary.categories
    ['peace', 'war.arms']
    """

    __slots__ = ("_entries",)

    # A category that holds nothing stands with None for its entry.
    _entries: tuple[tuple[Path_, str | None], ...]

    def __init__(self, categories: Mapping[str, object]) -> None:
        if not isinstance(categories, Mapping):
            name = type(categories).__name__
            raise InputTypeError(f"categories must be a dict, got {name}")
        self._entries = _distinct(_flattened(categories, ()))

    @classmethod
    def read(cls, path: str | os.PathLike[str], *, encoding: str = "utf-8-sig") -> Dictionary:
        r"""Read a dictionary from a file.

        Parameters
        ----------
        path
            A file of LIWC (`.dic`), Lexicoder (`.lc3`), Yoshikoder (`.ykd`), WordStat (`.cat`), or
            of YAML (`.yaml`, `.yml`), which needs PyYAML, or JSON (`.json`), as which what
            `to_dict` gives can be kept; or a table (`.csv`, `.tsv`) with the columns `category` and
            `pattern` (or `entry`, `word`, `term`), a row an entry, others passed over.
            Weights in the files of Yoshikoder and WordStat are not heeded.
        encoding
            The encoding of the file, of those that Python knows.

        Raises
        ------
        InputTypeError
            For a path or an encoding that is none.
        ParameterError
            For a file of another form, naming the line.
        MissingLibraryError
            For YAML without PyYAML.
        OSError
            For a file that cannot be read.

        Examples
        --------
        >>> from pathlib import Path
        >>> _ = Path("peace.cat").write_text("PEACE\n\tTREATY* (1)\n\tCEASE_FIRE (1)\n")
        >>> hs.Dictionary.read("peace.cat").to_dict()
        {'PEACE': ['TREATY*', 'CEASE FIRE']}
        """
        from hustings._dictionary_files import tree_of  # here, so that importing stays fast

        tree = tree_of(Path(path), encoding)
        try:
            dictionary = cls(tree)
        except ParameterError as error:
            raise ParameterError(f"{path}: {error}") from None
        if not len(dictionary):
            raise ParameterError(f"{path}: a dictionary must have at least one entry")
        return dictionary

    @property
    def categories(self) -> list[str]:
        """The names of the categories that hold entries, or nothing at all, in order."""
        return list(dict.fromkeys(".".join(path) for path, _ in self._entries))

    def entries(self, category: str | None = None) -> list[str]:
        """The entries of a category and of those within it, or all, in order.

        Raises
        ------
        UnknownNameError
            If there is no such category.

        Examples
        --------
        >>> hs.Dictionary({"war": {"arms": "missile*", "army": "troops"}}).entries("war")
        ['missile*', 'troops']
        """
        inside = "" if category is None else f"{category}."
        own = [entry for path, entry in self._entries if f"{'.'.join(path)}.".startswith(inside)]
        if category is not None and not own:
            known = self.categories
            raise UnknownNameError(f"category must be one of {known[:20]}, got {category!r}")
        return [entry for entry in own if entry is not None]

    def at_depth(self, depth: int) -> Dictionary:
        """The same entries in the first so many levels of categories.

        Examples
        --------
        >>> hs.Dictionary({"war": {"arms": "missile*", "army": "troops"}}).at_depth(1).categories
        ['war']
        """
        levels = whole_number("depth", depth, least=1)
        return self._of(((path[:levels], entry) for path, entry in self._entries))

    @classmethod
    def _of(cls, entries: Iterator[tuple[Path_, str | None]]) -> Dictionary:
        dictionary = object.__new__(cls)
        dictionary._entries = _distinct(entries)
        return dictionary

    def to_dict(self) -> dict[str, object]:
        """The categories as a dict, from which `Dictionary` makes the same dictionary.

        Examples
        --------
        >>> hs.Dictionary({"war": {"arms": "missile*"}, "peace": "treaty"}).to_dict()
        {'war': [{'arms': ['missile*']}], 'peace': ['treaty']}
        """
        tree: Inner = []
        for path, entry in self._entries:
            here = tree
            for name in path:
                known = (item[name] for item in here if isinstance(item, dict) and name in item)
                inner = next(known, None)
                if inner is None:
                    inner = []
                    here.append({name: inner})
                here = inner
            if entry is not None:
                here.append(entry)
        categories = (item for item in tree if isinstance(item, dict))
        return {name: inner for item in categories for name, inner in item.items()}

    def _parts(self) -> tuple[list[str], list[tuple[int, str]]]:
        """The names of the categories, and of each entry the number of its category."""
        names = self.categories
        numbers = {name: number for number, name in enumerate(names)}
        entries = ((path, entry) for path, entry in self._entries if entry is not None)
        return names, [(numbers[".".join(path)], entry) for path, entry in entries]

    def __len__(self) -> int:
        return sum(entry is not None for _, entry in self._entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dictionary) and self._entries == other._entries

    def __hash__(self) -> int:
        return hash(self._entries)

    def __repr__(self) -> str:
        categories = len(self.categories)
        one = "category" if categories == 1 else "categories"
        other = "entry" if len(self) == 1 else "entries"
        return f"Dictionary({categories:,} {one}, {len(self):,} {other})"


def _distinct(
    entries: Iterable[tuple[Path_, str | None]],
) -> tuple[tuple[Path_, str | None], ...]:
    """Each entry once, in the order in which they came, and the categories that stay empty."""
    once = dict.fromkeys(entries)
    outer = {path[:levels] for path, _ in once for levels in range(len(path))}
    filled = outer | {path for path, entry in once if entry is not None}
    return tuple(item for item in once if item[1] is not None or item[0] not in filled)


def _flattened(tree: object, path: Path_) -> Iterator[tuple[Path_, str | None]]:
    """The entries of a tree with the names of the categories around each, None where none are."""
    if len(path) > MOST_LEVELS:
        raise ParameterError(f"{TOO_DEEP}, got more in {path[0]!r}")
    place = ".".join(path)
    if path and isinstance(tree, (Mapping, *_LISTS)) and not tree:
        yield path, None
    if isinstance(tree, Mapping):
        for name, inner in tree.items():
            yield from _flattened(inner, (*path, _named(name)))
    elif isinstance(tree, str):
        yield path, _entry(tree, place)
    elif isinstance(tree, _LISTS):
        for inner in sorted(tree, key=str) if isinstance(tree, (set, frozenset)) else tree:
            if not isinstance(inner, (str, Mapping)):
                got = f"{shortened(inner)}; YAML wants it in quotes"
                raise InputTypeError(f"entries of {place!r} must be str, got {got}")
            yield from _flattened(inner, path)
    else:
        wanted = "a list of str, or a dict of categories"
        raise InputTypeError(f"entries of {place!r} must be {wanted}, got {shortened(tree)}")


def _entry(text: str, place: str) -> str:
    """A word or a phrase, with one space between its words."""
    if not text.strip():
        raise ParameterError(f"entries of {place!r} must hold a character, got {text!r}")
    try:
        text.encode()
    except UnicodeEncodeError:
        message = f"entries of {place!r} must be valid Unicode, got {text!r} with a lone surrogate"
        raise ParameterError(message) from None
    return " ".join(text.split())


def _named(name: object) -> str:
    """The name of a category, without spaces around it."""
    if not isinstance(name, str):
        raise InputTypeError(
            f"names of categories must be str, got {shortened(name)}; YAML wants it in quotes"
        )
    if not name.strip():
        raise ParameterError(f"names of categories must not be empty, got {name!r}")
    return name.strip()


class LookupVerbs(Viewed):
    """What a `Corpus` has of a dictionary."""

    __slots__ = ()

    def lookup(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        dictionary: Dictionary | Mapping[str, object],
        *,
        by: str | Sequence[str] | None = None,
        unit: Unit = "token",
        overlaps: Overlaps = "longest",
        negation: str | Sequence[str] = (),
        within: int = 3,
        entries: bool = False,
        case_sensitive: bool = False,
        layer: str | None = None,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How often each category of a dictionary occurs, in all or by group.

        Parameters
        ----------
        dictionary
            A `Dictionary`, or what one can be made of.
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`; all documents are
            one text by default.
        unit
            `"token"` counts matches, `"sentence"` the sentences with at least one, `"document"` the
            documents with at least one. A heading or headline in view is a sentence.
        overlaps
            `"longest"`: a match within a longer one of the same category does not count, so with
            `trade` and `free trade` the latter is one match. `"longest_of_all"`: nor does one
            within a longer match of any category. `"all"` counts all. What matches two entries of
            a category at the same tokens counts once.
        negation
            Words or phrases after which a match is not counted, but told in the column `negated`;
            `"n't"` is every word that ends so, `don't` and `can't`.
        within
            A negation must end so many tokens before the match or nearer, in the same sentence.
        entries
            A row for each entry in place of each category: what it contributes, also if that is
            nothing. What matches two entries counts for both. A category without entries has no
            row then.
        case_sensitive
            Tell spellings apart that differ in case.
        layer
            Look the values of a layer up (lemmas, say) in place of words: entries and negations are
            values as they came, a space between those of neighbouring tokens; `*` and `?` stand for
            characters within a value, and in an entry of several `*` alone for any token.
        compound
            Sequences of words that are one term each, as in `frequencies`: an entry matches one by
            its name or by all of its words, not by some of them, and tokens and `within` are
            counted in terms.
        zone, voice
            As in `kwic`. No match and no negation leaves what a voice says. Relative to the tokens
            in view, to the sentences with a word in view, or to the documents with one.

        Returns
        -------
        Table
            A row for each group and category, also where it does not occur or has no entries; in
            the order of the groups' values, missing ones last, then of the dictionary. Columns:
            those of the groups, `category`, with `entries=True` `entry`; then `frequency`,
            `per_million` (tokens of the group) and `documents`, or `sentences` or `documents` and
            its `share` of those of the group; with `negation` also `negated`, matches. Shares of a
            group without tokens are missing. The manifest's `base` has the tokens, sentences or
            documents of each group.

        Raises
        ------
        UnknownNameError
            For a column, layer, unit or rule that does not exist.
        ParameterError
            For a layer with `case_sensitive=True` or with `compound`, a compound without a name or
            a word.
        LimitError
            For a table of more than 67 million rows.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["No free trade, no trade war. Trade is good."])
        >>> trade = hs.Dictionary({"trade": ["trade", "free trade"], "war": ["war*", "trade war"]})
        >>> corpus.lookup(trade, negation="no")["frequency"]
        [1, 0]
        >>> corpus.lookup(trade, unit="sentence")["sentences"]
        [2, 1]
        >>> corpus.lookup(trade, compound="trade war")["frequency"]
        [2, 1]
        """
        if not isinstance(dictionary, Dictionary):
            dictionary = Dictionary(dictionary)
        window = whole_number("within", within, least=1, most=LARGEST_NARROW)
        categories, patterns = dictionary._parts()
        described = serialised(dictionary.to_dict())
        table = _core.lookup(
            self._view(zone, voice),
            (categories, patterns, negation, described),
            [] if by is None else by,
            (unit, overlaps, window, entries, case_sensitive, layer),
            compounds(compound),
        )
        return Table._wrap(table)
