"""Optional libraries: imported when they are asked for, named when they are missing."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from hustings.errors import MissingLibraryError

if TYPE_CHECKING:
    from types import ModuleType


def library(name: str, purpose: str, package: str | None = None) -> ModuleType:
    """Import an optional library, or say what it is needed for and which package has it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        package = package or name.partition(".")[0]
        message = f"{purpose} needs {package}; install it with: pip install {package}"
        raise MissingLibraryError(message) from error
