"""Arguments taken by their annotations, so that what is refused is refused by name.

A verb says by the type of a parameter what it takes. What Python and the core would refuse with an
error that names no parameter, or would take for something else, is refused here, in one place.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import TYPE_CHECKING, cast

from hustings._arguments import integer, names, shown, unicode
from hustings.errors import InputTypeError

if TYPE_CHECKING:
    from typing import ParamSpec, TypeVar

    Parameters = ParamSpec("Parameters")
    Answer = TypeVar("Answer")

__all__ = ["Checked", "checked"]

# What names are looked for in; of these the order says nothing.
_VIEWS = {"zone", "voice", "reference_zone", "reference_voice"}


def checked(function: Callable[Parameters, Answer]) -> Callable[Parameters, Answer]:
    """Check the arguments of each call by the annotations of the parameters."""
    code = cast("FunctionType", function).__code__
    parameters = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    annotations = function.__annotations__
    takers = {
        name: taker
        for name in parameters
        if (taker := _taker(name, annotations.get(name, ""))) is not None
    }
    if not takers:
        return function
    positional = parameters[: code.co_argcount]

    def taken(name: str, value: object) -> object:
        return takers[name](name, value) if name in takers else value

    @wraps(function)
    def asked(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Answer:
        first = map(taken, positional, args)
        named = {name: taken(name, value) for name, value in kwargs.items()}
        return function(*first, *args[len(positional) :], **named)  # type: ignore[arg-type]  # as they were

    return asked


class Checked:
    """A class whose public methods check their arguments."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, member in list(vars(cls).items()):
            if name.startswith("_") and name != "__init__":
                continue
            if isinstance(member, FunctionType):
                setattr(cls, name, checked(member))
            elif isinstance(member, classmethod):
                setattr(cls, name, classmethod(checked(member.__func__)))


def _in_any_order(name: str, value: object) -> str | list[str]:
    several = names(name, list(value) if isinstance(value, (set, frozenset)) else value)
    return sorted(several) if isinstance(value, (set, frozenset)) else several


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise InputTypeError(f"{name} must be a str, got {type(value).__name__}")
    return unicode(name, value)


def _truth(name: str, value: object) -> bool:
    # Those of numpy are no `bool`.
    if not isinstance(value, bool) and type(value).__name__ not in {"bool", "bool_"}:
        raise InputTypeError(f"{name} must be true or false, got {shown(value)}")
    return bool(value)


def _path(name: str, value: object) -> object:
    if not isinstance(value, (str, os.PathLike)):
        raise InputTypeError(f"{name} must be a str or a path, got {type(value).__name__}")
    return value


Taker = Callable[[str, object], object]

_TAKERS: dict[str, Taker] = {
    "bool": _truth,
    "int": integer,
    "str": _text,
    "str | os.PathLike[str]": _path,
    "str | Sequence[str]": names,
    "Names": names,
    "Patterns": names,
    # One of a few names, which the core lists for one that it does not know.
    **dict.fromkeys(("Direction", "Extent", "Format", "Measure", "Overlaps", "Unit"), _text),
}


def _taker(name: str, annotation: str) -> Taker | None:
    """What takes a parameter of this annotation; none for one that its function takes apart."""
    plain = annotation.removesuffix(" | None")
    taker = _text if plain.startswith("Literal[") else _TAKERS.get(plain)
    if taker is names and name in _VIEWS:
        taker = _in_any_order
    if taker is None or plain == annotation:
        return taker
    required = taker
    return lambda name, value: None if value is None else required(name, value)
