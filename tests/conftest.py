"""Fixtures that several test files share."""

import hustings as hs
import hypothesis
import pytest
from samples import METADATA, TEXTS

# How long an example takes depends on what else the machine does.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts(TEXTS, ids=["a", "b", "c"], metadata=METADATA)
