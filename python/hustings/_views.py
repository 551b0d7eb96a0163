"""Views: the part of a corpus that a verb is asked to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hustings._arguments import is_listed, value_query
from hustings._checked import Checked
from hustings.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hustings import _core
    from hustings.corpus import Corpus

    Names = str | Sequence[str]

__all__ = ["OfCorpus", "Viewed"]


class OfCorpus(Checked):
    """Verbs of a corpus, some of which give another one."""

    __slots__ = ()

    _inner: _core.Corpus

    if TYPE_CHECKING:

        @classmethod
        def _wrap(cls, core: _core.Corpus) -> Corpus: ...


class Viewed(OfCorpus):
    """A corpus whose verbs take `zone=` and `voice=`."""

    __slots__ = ()

    def _view(self, zone: Names | None, voice: Names | None) -> _core.Corpus:
        """The part of what is in view that a verb was asked to look at."""
        given = {"zone": zone, "voice": voice}
        conditions = {name: value for name, value in given.items() if value is not None}
        for name, value in conditions.items():
            if is_listed(value) and not len(value):
                raise ParameterError(f"{name} must be one name at least, got none")
        return self._inner.subset(conditions) if conditions else self._inner

    def _is_value(self, pattern: str, layer: str) -> bool:
        """Whether a token has what is asked for as its value of a layer."""
        return cast("Corpus", self).count(cql=value_query(layer, pattern)) > 0

    def _refuse_values(self, patterns: Iterable[str], layer: str | None) -> None:
        """Refuse a pattern for which no word was found, and which is a value of the layer."""
        if layer is None:
            return
        for pattern in patterns:
            if not cast("Corpus", self).count(pattern) and self._is_value(pattern, layer):
                query = value_query(layer, pattern)
                raise ParameterError(
                    f"no word matches {pattern!r}, which is a value of layer {layer}: patterns are "
                    f"of words, and cql={query!r} asks for the value"
                )
