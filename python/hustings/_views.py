"""Views: the part of a corpus that a verb is asked to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings._checked import Checked

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        return self._inner.subset(conditions) if conditions else self._inner
