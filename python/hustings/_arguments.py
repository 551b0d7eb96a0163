"""Numbers and choices that users pass in, checked before they reach the core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from operator import index
from typing import TYPE_CHECKING, cast

from hustings.errors import InputTypeError, ParameterError

if TYPE_CHECKING:
    from collections.abc import Sequence

    Window = int | tuple[int, int] | str
    Compound = str | Sequence[str] | Mapping[str, str | Sequence[str]]
    # Patterns that are a row each, or some by name that are one row together.
    Series = str | Sequence[str] | Mapping[str, str | Sequence[str]]
    # Patterns, their syntax, and whether case matters.
    Mentioned = tuple[str | Sequence[str], str, bool]

LARGEST = 2**63 - 1
LARGEST_NARROW = 2**32 - 1
_MOST_SHOWN = 80
_NAMES = "must be a str or a list of str"


def shown(value: object) -> str:
    """A value as a message shows it: on one line, and no longer than one can read."""
    try:
        written = " ".join(repr(value).split())
    except Exception:  # noqa: BLE001 - Python writes no number of thousands of digits
        return type(value).__name__
    return written if len(written) <= _MOST_SHOWN else f"{written[: _MOST_SHOWN - 1]}…"


def is_listed(values: object) -> bool:
    """Whether these are several values in an order; of a dict the keys alone would be taken."""
    unlisted = (str, bytes, bytearray, Mapping, set, frozenset)
    return hasattr(values, "__iter__") and not isinstance(values, unlisted)


def unicode(name: str, text: str) -> str:
    """Take text that can be written; refuse halves of characters, which the core cannot take."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise ParameterError(f"{name} must be valid Unicode, got {shown(text)}") from None
    return text


def integer(name: str, value: object) -> int:
    """Take an integer of any type that is one; refuse anything else."""
    try:
        return index(value)  # type: ignore[arg-type]  # refused here
    except TypeError:
        raise InputTypeError(f"{name} must be a whole number, got {shown(value)}") from None


def whole_number(name: str, value: int, *, least: int = 0, most: int = LARGEST) -> int:
    """Take a whole number within limits, of any type that is one; refuse anything else."""
    number = integer(name, value)
    if number < least:
        raise ParameterError(f"{name} must be at least {least}, got {shown(number)}")
    if number > most:
        raise ParameterError(f"{name} must be at most {most}, got {shown(number)}")
    return number


def whole_numbers(name: str, values: Iterable[int]) -> list[int]:
    """Take whole numbers from any iterable of them."""
    if not is_listed(values):
        raise InputTypeError(f"{name} must be a list of whole numbers, got {shown(values)}")
    return [whole_number(f"{name}[{at}]", value) for at, value in enumerate(values)]


def real_numbers(name: str, values: Iterable[float]) -> list[float]:
    """Take numbers from any iterable of them."""
    if not is_listed(values):
        raise InputTypeError(f"{name} must be a list of numbers, got {shown(values)}")
    return [fraction(f"{name}[{at}]", value) for at, value in enumerate(values)]


def both_sides(window: int | Sequence[int], name: str = "window") -> tuple[int, int]:
    """Take a window of tokens: one number for either side, or a tuple or list (left, right)."""
    sides = tuple(window) if isinstance(window, (tuple, list)) else (window, window)
    if len(sides) != 2:  # noqa: PLR2004 - left and right
        raise ParameterError(f"{name} must be a number or a tuple (left, right), got {window!r}")
    left, right = (whole_number(name, side, most=LARGEST_NARROW) for side in sides)
    return left, right


def window_of(window: Window) -> tuple[int, int] | str:
    """Take a window: tokens on either side, a tuple (left, right), or a name."""
    if isinstance(window, str):
        return unicode("window", window)
    return both_sides(window)


def slot_range(side: str, slots: int | tuple[int, int] | None) -> tuple[int, int] | None:
    """Take the slots of one side: one of them, or a tuple (first, last)."""
    if slots is None:
        return None
    ends = tuple(slots) if isinstance(slots, (tuple, list)) else (slots, slots)
    if len(ends) != 2:  # noqa: PLR2004 - first and last
        raise ParameterError(
            f"slots {side} must be a number or a tuple (first, last), got {slots!r}"
        )
    first, last = (whole_number(f"slots {side}", end, least=1, most=LARGEST_NARROW) for end in ends)
    if last < first:
        raise ParameterError(
            f"slots {side} must be a tuple (first, last) that ascends, got {slots!r}"
        )
    return first, last


def names(name: str, value: object) -> str | list[str]:
    """Take one str, or several in an order: no dict, of which the keys would be taken alone."""
    if isinstance(value, str):
        return unicode(name, value)
    if not is_listed(value):
        got = type(value).__name__
        why = ", which has no order" if isinstance(value, (set, frozenset)) else ""
        raise InputTypeError(f"{name} {_NAMES}, got {got}{why}")
    several = list(cast("Iterable[object]", value))
    for at, item in enumerate(several):
        if not isinstance(item, str):
            raise InputTypeError(f"{name}[{at}] must be a str, got {type(item).__name__}")
        unicode(f"{name}[{at}]", item)
    return cast("list[str]", several)


def excluded(patterns: object) -> list[str]:
    """Take what is left out: one pattern, or several in any order, as lists of words come."""
    if isinstance(patterns, (set, frozenset)):
        patterns = sorted(patterns, key=str)
    found = names("exclude", patterns)
    return [found] if isinstance(found, str) else found


def word_of(name: str, word: str | None) -> str | None:
    """Take one name, or none."""
    if word is not None and not isinstance(word, str):
        raise InputTypeError(f"{name} must be a str or None, got {shown(word)}")
    return None if word is None else unicode(name, word)


def words_of(name: str, words: str | Sequence[str]) -> list[str]:
    """Take names from one string, separated by spaces or commas, or a list of them."""
    several = names(name, words)
    return several.replace(",", " ").split() if isinstance(several, str) else several


def fraction(name: str, value: float) -> float:
    """Take a finite number of any type that is real; refuse anything else."""
    refused = InputTypeError(f"{name} must be a number, got {shown(value)}")
    # Python makes numbers of text too.
    if isinstance(value, (str, bytes, bytearray)):
        raise refused
    try:
        number = float(value)
    except OverflowError:
        raise ParameterError(f"{name} must be a number below 1e308, got a larger one") from None
    except (TypeError, ValueError):
        raise refused from None
    if not isfinite(number):
        raise ParameterError(f"{name} must be a finite number, got {number}")
    return number


def chosen_syntax(*, regex: bool, exact: bool, cql: bool = False) -> str:
    """Name the syntax of a pattern."""
    if regex and exact:
        raise ParameterError("regex and exact must not both be true: choose one")
    if cql and (regex or exact):
        raise ParameterError("regex and exact must not be true for a query in CQL: choose one")
    return "cql" if cql else "regex" if regex else "exact" if exact else "glob"


def value_query(layer: str, value: str) -> str:
    """Write the query in CQL for the tokens that have exactly this value in a layer."""
    literal = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'[{layer}="{literal}"%l]'


def listed(name: str, first: str | Sequence[str], more: Sequence[str]) -> list[str]:
    """Take names one by one or as a list."""
    return [*names(name, [*([first] if isinstance(first, str) else first), *more])]


def named_sets(
    name: str, sets: str | Sequence[str] | Mapping[str, str | Sequence[str]]
) -> list[tuple[str | None, str | Sequence[str]]]:
    """Take patterns by name, or some without a name."""
    if not isinstance(sets, Mapping):
        return [(None, names(name, sets))]
    for key in sets:
        if not isinstance(key, str):
            raise InputTypeError(f"the names in {name} must be str, got {shown(key)}")
        unicode(name, key)
    return [(key, names(f"{name}[{key!r}]", patterns)) for key, patterns in sets.items()]


def compounds(
    given: str | Sequence[str] | Mapping[str, str | Sequence[str]] | None,
) -> list[tuple[str, list[str]]]:
    """Take compounds: one pattern, several, or patterns by name."""
    if given is None:
        return []
    if isinstance(given, str):
        return [(unicode("compound", given), [given])]
    refused = InputTypeError(
        f"compound must be a str, a list of str, or a dict from a name to these, got {given!r}"
    )
    if not isinstance(given, Mapping) and not is_listed(given):
        raise refused
    pairs = given.items() if isinstance(given, Mapping) else ((text, text) for text in given)
    found = []
    for name, patterns in pairs:
        if not isinstance(name, str) or not (isinstance(patterns, str) or is_listed(patterns)):
            raise refused
        several = [patterns] if isinstance(patterns, str) else list(patterns)
        if not several or not all(isinstance(text, str) for text in several):
            raise refused
        for text in (name, *several):
            unicode("compound", text)
        found.append((name, several))
    return found


def chosen_pattern(
    pattern: str | Sequence[str] | None,
    cql: str | None,
    *,
    regex: bool,
    exact: bool,
    case_sensitive: bool,
) -> tuple[str | Sequence[str], str]:
    """Take either a pattern or a query in CQL, and name its syntax."""
    if cql is None and pattern is not None:
        return pattern, chosen_syntax(regex=regex, exact=exact)
    if cql is None or pattern is not None:
        got = "neither" if cql is None else "both"
        raise ParameterError(f"either pattern or cql must be given, got {got}")
    if not isinstance(cql, str):
        raise InputTypeError(f"cql must be a str, got {type(cql).__name__}")
    unicode("cql", cql)
    if case_sensitive:
        raise ParameterError(
            "case_sensitive must not be true with cql, which tells case apart unless it says %c"
        )
    return cql, chosen_syntax(regex=regex, exact=exact, cql=True)


def chosen_by_name(
    pattern: str | Sequence[str] | Mapping[str, str | Sequence[str]] | None,
    cql: str | None,
    *,
    regex: bool,
    exact: bool,
    case_sensitive: bool,
) -> tuple[Mapping[str, str | Sequence[str]], str | Sequence[str], str]:
    """Take patterns of a dict, or else those without a name, and name the syntax of both."""
    named = pattern if isinstance(pattern, Mapping) else {}
    wanted, syntax = chosen_pattern(
        [*named] or (None if isinstance(pattern, Mapping) else pattern),
        cql,
        regex=regex,
        exact=exact,
        case_sensitive=case_sensitive,
    )
    return named, wanted, syntax


def chosen_series(
    pattern: Series | None,
    cql: str | None,
    *,
    regex: bool,
    exact: bool,
    case_sensitive: bool,
) -> tuple[list[tuple[str, list[str]]], str]:
    """Take patterns that are a row each, or some by name that are one together; name the syntax."""
    named, wanted, syntax = chosen_by_name(
        pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
    )
    if named:
        sets = named_sets("pattern", named)
    else:
        several = [wanted] if isinstance(wanted, str) else names("pattern", wanted)
        sets = [(text, text) for text in several]
    return [
        (str(name), [patterns] if isinstance(patterns, str) else list(patterns))
        for name, patterns in sets
    ], syntax


def mentioned(
    pattern: str | Sequence[str] | None,
    cql: str | None,
    *,
    regex: bool,
    exact: bool,
    case_sensitive: bool,
) -> Mentioned | None:
    """Take a pattern or a query, its syntax, and whether case matters; or neither of both."""
    if pattern is None and cql is None:
        return None
    wanted, syntax = chosen_pattern(
        pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
    )
    return wanted, syntax, case_sensitive
