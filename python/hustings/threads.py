"""How many threads long calls use."""

from hustings import _core
from hustings._arguments import whole_number

__all__ = ["set_threads", "threads"]

_MOST_THREADS = 1024


def set_threads(n: int) -> None:
    """Set how many threads later calls use; results do not depend on it.

    Examples
    --------
    >>> hs.set_threads(2)
    >>> hs.threads()
    2
    """
    _core.set_threads(whole_number("threads", n, least=1, most=_MOST_THREADS))


def threads() -> int:
    """How many threads calls use: one a core, unless `set_threads` said otherwise."""
    return _core.threads()
