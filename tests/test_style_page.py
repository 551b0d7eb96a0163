"""docs/style.md and docs/dictionaries.md: tables are those of the registries, examples run."""

import doctest
import re

import pages
import pytest


def test_the_tables_are_those_of_the_registries():
    page = pages.PAGE.read_text("utf-8")
    assert pages.with_tables(page) == page


def test_a_table_that_has_drifted_is_found():
    page = pages.PAGE.read_text("utf-8")
    drifted = page.replace("V / sqrt(N)", "V / N")
    assert drifted != page
    assert pages.with_tables(drifted) == page


@pytest.mark.parametrize("name", ["style.md", "dictionaries.md"])
def test_the_examples_give_what_they_show(name):
    text = (pages.PAGE.parent / name).read_text("utf-8")
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    example = doctest.DocTestParser().get_doctest(examples, {}, name, name, 0)
    results = doctest.DocTestRunner().run(example)
    assert results.attempted > 2
    assert results.failed == 0
