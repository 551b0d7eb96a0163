"""docs/style.md: its tables are those of the registries, its examples run."""

import doctest
import re

import pages


def test_the_tables_are_those_of_the_registries():
    page = pages.PAGE.read_text("utf-8")
    assert pages.with_tables(page) == page


def test_a_table_that_has_drifted_is_found():
    page = pages.PAGE.read_text("utf-8")
    drifted = page.replace("V / sqrt(N)", "V / N")
    assert drifted != page
    assert pages.with_tables(drifted) == page


def test_the_examples_give_what_they_show():
    text = pages.PAGE.read_text("utf-8")
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    example = doctest.DocTestParser().get_doctest(examples, {}, "style.md", "style.md", 0)
    results = doctest.DocTestRunner().run(example)
    assert results.attempted > 2
    assert results.failed == 0
