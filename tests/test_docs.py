"""What the documentation shows runs, and shows what is true."""

import doctest
import importlib
import re
from pathlib import Path

import hustings as hs
import nbformat
import pytest
from nbclient import NotebookClient

PROJECT = Path(__file__).parent.parent
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
MODULES = [
    "coding",
    "codings",
    "collocations",
    "networks",
    "concordance",
    "corpus",
    "dictionary",
    "dispersion",
    "document_tables",
    "keyness",
    "layers",
    "readability",
    "plots",
    "readers",
    "replaying",
    "results",
    "reuse",
    "similarity",
    "style",
    "scores",
    "sequences",
    "texts",
    "tokenizer",
    "verbs",
    "voices",
    "trend",
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_every_docstring_run(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    module = importlib.import_module(f"hustings.{name}")
    results = doctest.testmod(module, extraglobs={"hs": hs})
    assert results.attempted > 0
    assert results.failed == 0


def test_every_public_method_has_a_docstring():
    public = [getattr(hs, name) for name in hs.__all__ if not name.startswith("__")]
    methods = [
        getattr(cls, name)
        for cls in public
        if isinstance(cls, type) and cls.__module__.startswith("hustings")
        for name in vars(cls)
        if not name.startswith("_")
    ]
    assert [thing for thing in [*public, *methods] if not thing.__doc__] == []


def test_the_example_of_the_readme_prints_what_it_shows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    readme = (PROJECT / "README.md").read_text("utf-8")
    session = "\n".join(re.findall(r"```pycon\n(.*?)```", readme, re.DOTALL))
    example = doctest.DocTestParser().get_doctest(session, {}, "README.md", "README.md", 0)
    results = doctest.DocTestRunner().run(example)
    assert results.attempted > 5
    assert results.failed == 0


@pytest.mark.parametrize(("page", "least"), [("query.md", 10), ("layers.md", 5)])
def test_the_examples_of_a_page_give_what_they_show(page, least):
    text = (PROJECT / "docs" / page).read_text("utf-8")
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    example = doctest.DocTestParser().get_doctest(examples, {}, page, page, 0)
    results = doctest.DocTestRunner().run(example)
    assert results.attempted > least
    assert results.failed == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_runs(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("text/html" in output.get("data", {}) for output in shown)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(path):
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert code
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
