"""Replay: a result once more, from what its manifest says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar, cast, overload

from hustings._arguments import is_listed, shown
from hustings._checked import checked
from hustings._json import parsed, serialised
from hustings.concordance import Concordance
from hustings.corpus import Corpus
from hustings.errors import (
    HustingsError,
    InputTypeError,
    ParameterError,
    ReplayError,
    UnknownNameError,
)
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hustings.results import Dtm

    Given = TypeVar("Given")
    Answer = Corpus | Concordance | Dtm | Table
    Entries = dict[str, object]

__all__ = ["replay"]

# What a verb or a step may give: all else, above all what writes files, is not called.
_ANSWERS = {
    "Concordance",
    "Table",
    "DocumentTable",
    "Dtm",
    "Keyness",
    "Trend",
    "CollocationNetwork",
}
# What the differences of two corpora are told by, where a question cannot be asked at all.
_CORPUS = ("hustings", "corpus", "tokenizer", "unicode", "format", "metadata", "layers")
_SHOWN, _MOST_SHOWN = 60, 5
# First, end and step.
_BOUNDS = 3


class _FailedError(Exception):
    """A question that the corpus does not answer any more."""


@overload
def replay(
    manifest: Mapping[str, object],
    corpus: Corpus,
    *,
    strict: Literal[True] = True,
    references: Sequence[Corpus] = (),
) -> Answer: ...
@overload
def replay(
    manifest: Mapping[str, object],
    corpus: Corpus,
    *,
    strict: Literal[False],
    references: Sequence[Corpus] = (),
) -> tuple[Answer | None, list[str]]: ...
@checked
def replay(
    manifest: Mapping[str, object],
    corpus: Corpus,
    *,
    strict: bool = True,
    references: Sequence[Corpus] = (),
) -> Answer | tuple[Answer | None, list[str]]:
    """Ask a question once more, as the manifest of its answer says, and compare.

    The version, the corpus, how it was cut into tokens and zones, its metadata, every option, and
    the counts after every step must be what they were.

    Parameters
    ----------
    manifest
        What `manifest()` of any result gave, also after it was written as JSON.
    corpus
        The whole corpus; subsets are taken as they were.
    strict
        Whether differences are an error; otherwise they are returned.
    references
        Other corpora that the question compared the corpus with, which are known by their hash.

    Returns
    -------
    Corpus, Concordance, Table or Dtm
        The result. With `strict=False` a tuple `(result, differences)`: each difference is a
        sentence, and the result is `None` if the corpus has no answer any more.

    Raises
    ------
    ReplayError
        If anything differs; it has `differences` and `result`.
    ParameterError
        For a manifest that is none of a result that can be replayed.

    Examples
    --------
    >>> corpus = hs.Corpus.from_texts(["Mutual trust.", "Trust us."])
    >>> manifest = corpus.kwic("trust").sort("L1").manifest()
    >>> hs.replay(manifest, corpus).column("node")
    ['Trust', 'trust']
    >>> lines, differences = hs.replay(manifest, corpus.append(["No trust."]), strict=False)
    >>> differences[-1]
    'lines was 2, is 3'
    """
    recorded = _checked(manifest)
    if not isinstance(corpus, Corpus):
        raise InputTypeError(f"corpus must be a Corpus, got {type(corpus).__name__}")
    if not is_listed(references) or not all(isinstance(one, Corpus) for one in references):
        raise InputTypeError(f"references must be a list of corpora, got {shown(references)}")
    answer, differences = _compared(recorded, corpus, references)
    if not strict:
        return answer, differences
    if answer is None or differences:
        said = "; ".join(differences[:_MOST_SHOWN])
        more = len(differences) - _MOST_SHOWN
        rest = f"; and {more} more" if more > 0 else ""
        raise ReplayError(f"the result comes out otherwise: {said}{rest}", differences, answer)
    return answer


def _compared(
    recorded: Entries, corpus: Corpus, references: Sequence[Corpus]
) -> tuple[Answer | None, list[str]]:
    """The result as it is now, and what differs."""
    try:
        answer = _answer(recorded, corpus, references)
    except _FailedError as failed:
        now = corpus.manifest()
        asked = recorded
        while isinstance(of := asked.get("of"), dict):
            asked = of
        known = {name: asked[name] for name in _CORPUS if name in asked}
        found = {name: now.get(name) for name in known}
        return None, [*_differences(known, found), str(failed)]
    return answer, list(_differences(recorded, answer.manifest()))


def _checked(manifest: Mapping[str, object]) -> Entries:
    """Take a manifest as JSON has it: lists for tuples, and nothing that JSON has not."""
    if not isinstance(manifest, dict):
        raise InputTypeError(f"manifest must be a dict, got {type(manifest).__name__}")
    try:
        recorded = parsed(serialised(manifest))
    except (TypeError, ValueError, RecursionError) as error:
        raise ParameterError(f"manifest must be what JSON can hold: {error}") from error
    if not isinstance(recorded.get("verb"), str):
        raise ParameterError("manifest must name the verb that it is of")
    return recorded


def _answer(recorded: Entries, corpus: Corpus, references: Sequence[Corpus] = ()) -> Answer:
    answer = _whole(recorded, corpus, references)
    for bounds in _slices(recorded.get("slices", [])):
        if not isinstance(answer, Table):
            raise ParameterError("slices of a manifest must be of a table")
        answer = answer[bounds] if isinstance(bounds, slice) else _reordered(answer, bounds)
    return answer


def _reordered(table: Table, step: Entries) -> Table:
    """A table after it was sorted, or after the first rows of its groups were taken."""
    ((name, parameters),) = step.items()
    methods: dict[str, Callable[..., Table]] = {"sort": table.sort, "top": table.top}
    return _asked(name, lambda: methods[name](**cast("Entries", parameters)))


def _slices(value: object) -> list[slice | Entries]:
    """The slices of a table that a manifest tells of, and its orders, the first taken first."""

    def is_order(step: object) -> bool:
        return (
            isinstance(step, dict)
            and len(step) == 1
            and {*step} <= {"sort", "top"}
            and all(isinstance(parameters, dict) for parameters in step.values())
        )

    def is_slice(bounds: object) -> bool:
        return isinstance(bounds, list) and len(bounds) == _BOUNDS and all(map(is_bound, bounds))

    def is_bound(bound: object) -> bool:
        return bound is None or (isinstance(bound, int) and not isinstance(bound, bool))

    if not isinstance(value, list) or not all(is_slice(one) or is_order(one) for one in value):
        raise ParameterError(f"slices of a manifest must be lists of bounds, got {_short(value)}")
    if any(isinstance(bounds, list) and bounds[-1] == 0 for bounds in value):
        raise ParameterError("slices of a manifest must not have a step of 0")
    return [slice(*bounds) if isinstance(bounds, list) else bounds for bounds in value]


def _whole(recorded: Entries, corpus: Corpus, references: Sequence[Corpus]) -> Answer:
    """The answer as the verb gives it, before any slice of it."""
    verb = str(recorded.get("verb"))
    if isinstance(of := recorded.get("of"), dict):
        return _derived(verb, _answer(of, corpus, references), recorded)
    view = _view(recorded, corpus)
    if verb == "subset":
        return view
    method = _method(Corpus, "verb", verb)
    parameters = _parameters(method, recorded)
    if isinstance(reference := parameters.get("reference"), dict):
        parameters["reference"] = _reference(reference, [*references, corpus])
    answer = _asked(verb, lambda: method(view, **parameters))
    for entry in _entries(recorded.get("steps", []), "steps"):
        answer = _stepped(answer, entry, corpus)
    return answer


def _derived(verb: str, result: Answer, recorded: Entries) -> Answer:
    """What a method makes of a result that was there before."""
    method = _method(type(result), "verb", verb)
    parameters = _parameters(method, recorded)
    return _asked(verb, lambda: method(result, **parameters))


def _stepped(lines: Answer, entry: Entries, corpus: Corpus) -> Answer:
    """What a step makes of lines."""
    step, parameters = str(entry.get("step")), entry.get("parameters")
    if not isinstance(lines, Concordance) or not isinstance(parameters, dict):
        raise ParameterError(f"step {step!r} of a manifest must follow lines, with parameters")
    method, decoded = _method(Concordance, "step", step), _decoded(parameters, corpus)
    return _asked(step, lambda: method(lines, **decoded))


def view_of(recorded: Entries, corpus: Corpus) -> Corpus:
    """The view of a corpus that the conditions and zones of a manifest say."""
    try:
        return _view(recorded, corpus)
    except _FailedError as failed:
        raise failed.__cause__ or failed from None


def _view(recorded: Entries, corpus: Corpus) -> Corpus:
    """The documents and zones that were asked."""
    for condition in _entries(recorded.get("conditions", []), "conditions"):
        corpus = _subset(corpus, _decoded(condition, corpus))
    zones = recorded.get("zones")
    if zones in (None, corpus.manifest()["zones"]):
        return corpus
    return _subset(corpus, {"zone": zones})


def _subset(corpus: Corpus, conditions: Entries) -> Corpus:
    subset: Callable[..., Corpus] = corpus.subset
    return _asked("subset", lambda: subset(**conditions))


def _entries(value: object, name: str) -> list[Entries]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ParameterError(f"{name} of a manifest must be a list of dicts, got {_short(value)}")
    return value


def _method(cls: type, what: str, name: str) -> Callable[..., Answer]:
    """Find the method of this name among those that only give an answer."""
    known: dict[str, Callable[..., Answer]] = {}
    members = (member for part in reversed(cls.__mro__) for member in vars(part).items())
    for attribute, value in members:
        function = value.fget if isinstance(value, property) else value
        given = getattr(function, "__annotations__", {}).get("return")
        if function is not None and given in _ANSWERS and not attribute.startswith("_"):
            known[attribute] = function
    if name not in known:
        raise UnknownNameError(f"{what} must be one of {sorted(known)}, got {name!r}")
    return known[name]


def _parameters(method: Callable[..., Answer], recorded: Entries) -> Entries:
    """The parameters of a verb, of which the manifest has most under their own names."""
    import inspect  # here, so that importing hustings stays fast

    known: Entries = {**recorded}
    if "syntax" in recorded:
        known |= {syntax: recorded["syntax"] == syntax for syntax in ("regex", "exact")}
    if "cql" in recorded:
        known["cql"] = recorded["cql"]
    if "patterns" in recorded:
        known["pattern"] = recorded["patterns"]
    names = list(inspect.signature(method).parameters)[1:]
    return {
        name: tuple(value) if name == "window" and isinstance(value, list) else value
        for name, value in known.items()
        if name in names
    }


def _reference(recorded: Entries, corpora: Sequence[Corpus]) -> object:
    """What a corpus was compared with: a view of one of these, or a frequency list."""
    if "terms" in recorded:
        return recorded["terms"]
    known = (corpus for corpus in corpora if corpus.hash == recorded.get("corpus"))
    return _answer({**recorded, "verb": "subset"}, next(known, corpora[-1]))


def _decoded(parameters: Entries, corpus: Corpus) -> Entries:
    """Parameters as Python writes them: conditions, and other concordances."""

    def decoded(value: object) -> object:
        if not isinstance(value, dict):
            return value
        if "verb" in value:
            return _answer(value, corpus)
        if isinstance(bounds := value.get("between"), list):
            return tuple(bounds)
        return value.get("among", value)

    return {name: decoded(value) for name, value in parameters.items()}


def _asked(question: str, ask: Callable[[], Given]) -> Given:
    try:
        return ask()
    except HustingsError as error:
        reason = str(error).partition("\n")[0]
        raise _FailedError(f"{question} fails: {reason}") from error
    except TypeError as error:
        raise ParameterError(f"{question} of a manifest cannot be replayed: {error}") from error


def _differences(recorded: object, found: object, name: str = "") -> Iterator[str]:
    """What two manifests do not have in common, entry by entry."""
    if isinstance(recorded, dict) and isinstance(found, dict):
        for key in [*recorded, *(key for key in found if key not in recorded)]:
            inner = f"{name}.{key}" if name else str(key)
            yield from _differences(recorded.get(key), found.get(key), inner)
    elif isinstance(recorded, list) and isinstance(found, list) and len(recorded) == len(found):
        for number, (one, other) in enumerate(zip(recorded, found, strict=True)):
            yield from _differences(one, other, f"{name}[{number}]")
    elif recorded != found:
        yield f"{name} was {_short(recorded)}, is {_short(found)}"


def _short(value: object) -> str:
    written = serialised({"": value})[len('{"": ') : -1]
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
