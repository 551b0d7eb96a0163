"""Numbers and choices that users pass in, checked before they reach the core."""

from __future__ import annotations

from operator import index

from hustings.errors import InputTypeError, ParameterError

LARGEST = 2**63 - 1
LARGEST_NARROW = 2**32 - 1


def whole_number(name: str, value: int, *, least: int = 0, most: int = LARGEST) -> int:
    """Take a whole number within limits, of any type that is one; refuse anything else."""
    try:
        number = index(value)
    except TypeError:
        raise InputTypeError(f"{name} must be a whole number, got {value!r}") from None
    if number < least:
        raise ParameterError(f"{name} must be at least {least}, got {number}")
    if number > most:
        raise ParameterError(f"{name} must be at most {most}, got {number}")
    return number


def both_sides(window: int | tuple[int, int]) -> tuple[int, int]:
    """Take a window of tokens: one number for either side, or a tuple (left, right)."""
    sides = window if isinstance(window, tuple) else (window, window)
    if len(sides) != 2:  # noqa: PLR2004 - left and right
        raise ParameterError(f"window must be a number or a tuple (left, right), got {window!r}")
    left, right = (whole_number("window", side, most=LARGEST_NARROW) for side in sides)
    return left, right


def chosen_syntax(*, regex: bool, exact: bool) -> str:
    """Name the syntax of a pattern."""
    if regex and exact:
        raise ParameterError("regex and exact must not both be true: choose one")
    return "regex" if regex else "exact" if exact else "glob"
