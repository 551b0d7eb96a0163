"""Fixtures that several test files share."""

import hustings as hs
import pytest
from samples import METADATA, TEXTS


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts(TEXTS, ids=["a", "b", "c"], metadata=METADATA)
