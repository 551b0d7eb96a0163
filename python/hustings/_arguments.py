"""Numbers that users pass in, checked before they reach the core."""

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
