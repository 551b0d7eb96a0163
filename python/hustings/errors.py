"""The exceptions that hustings raises, beside Python's own `OSError` for files."""

__all__ = [
    "CitationError",
    "CorpusCorruptError",
    "HustingsError",
    "InputTypeError",
    "InternalError",
    "LimitError",
    "MissingLibraryError",
    "ParameterError",
    "QueryError",
    "ReplayError",
    "TextError",
    "UnknownNameError",
]


class HustingsError(Exception):
    """What every exception of hustings is."""


class ParameterError(HustingsError, ValueError):
    """A value is outside what the parameter takes."""


class InputTypeError(HustingsError, TypeError):
    """A value has the wrong type."""


class UnknownNameError(HustingsError, LookupError):
    """A name is not among the known ones, which the message lists."""


class QueryError(HustingsError, ValueError):
    """A pattern cannot be read; the message shows where."""


class CitationError(HustingsError, LookupError):
    """A citation leads nowhere, as the text or the corpus is another; the message says which."""


class ReplayError(HustingsError, ValueError):
    """A result that is asked for again comes out otherwise.

    Attributes
    ----------
    differences
        What differs, each as a sentence.
    result
        The result as it comes out now, or `None` where it does not come about at all.
    """

    def __init__(self, message: str, differences: list[str], result: object) -> None:
        super().__init__(message)
        self.differences = differences
        self.result = result


class TextError(HustingsError, ValueError):
    """A text cannot be taken; the message names the document and the place."""


class CorpusCorruptError(HustingsError, ValueError):
    """A saved corpus is not what was saved; the message names file, section and offset."""


class LimitError(HustingsError, OverflowError):
    """The data is larger than a corpus or a column holds."""


class MissingLibraryError(HustingsError, ImportError):
    """An optional library is needed; the message says how to install it."""


class InternalError(HustingsError, RuntimeError):
    """A defect of hustings."""
