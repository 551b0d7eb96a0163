"""The coding widget: what messages do to a coding, and keys in a real browser."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import hustings as hs
import nbformat
import pytest
from hustings._widget import Session

TALKS = ["We want <b>trust</b>. Trust is gone.", "No trust without talks.", "Trust us."]
STANCES = ["for", "against", "unclear"]


@pytest.fixture
def coding():
    return hs.kwic(TALKS, "trust").label("stance", values=STANCES, coder="anna")


def code(value, note=""):
    return {"do": "code", "value": value, "note": note}


def test_a_key_codes_the_line_and_goes_on_to_the_next_uncoded(coding):
    coding[1] = "for"
    session = Session(coding, "anna")
    assert session.state()["node"] == "trust"
    state = session.after(code(1, " who? "))
    assert coding.column("stance") == ["against", "for", None, None]
    assert coding.column("note") == ["who?", None, None, None]
    assert "2 of 4 lines coded (for 1, against 1, unclear 0); line 2: text2:" in state["head"]
    assert state["code"] is None


def test_the_first_uncoded_line_is_shown_first_and_the_last_leads_back_to_it(coding):
    coding[0] = "for"
    session = Session(coding, "anna")
    for _ in range(2):
        session.after({"do": "move", "by": 1})
    assert "; line 1: " in session.after(code(0))["head"]


def test_moving_comes_round(coding):
    session = Session(coding, "anna")
    assert "; line 3: " in session.after({"do": "move", "by": -1})["head"]
    assert "; line 0: " in session.after({"do": "move", "by": 1})["head"]


def test_a_code_is_taken_away_and_a_note_changed(coding):
    session = Session(coding, "anna")
    session.after(code(0))
    session.after({"do": "move", "by": -1})
    assert session.after({"do": "note", "note": "new"})["note"] == "new"
    assert coding[0] == "for"
    assert session.after({"do": "clear"})["code"] is None
    assert coding[0] is None


def test_the_paragraph_is_shown_until_the_next_line_is():
    talks = ["One two three four five six trust.\n\nNo trust."]
    session = Session(hs.kwic(talks, "trust").label("stance", values=STANCES), "coder")
    assert session.state()["left"] == "two three four five six "
    state = session.after({"do": "expand"})
    assert [state[name] for name in ("left", "node", "right")] == [
        "One two three four five six ",
        "trust",
        ".",
    ]
    assert session.after({"do": "expand"})["left"] == "two three four five six "
    session.after({"do": "expand"})
    session.after({"do": "move", "by": 1})
    assert session.after({"do": "move", "by": -1})["left"] == "two three four five six "


def test_all_coded_lines_can_be_coded_again(coding):
    session = Session(coding, "anna")
    for value in (0, 0, 0, 0, 1):
        session.after(code(value))
    assert sorted(coding.column("stance")) == ["against", "for", "for", "for"]


@pytest.mark.parametrize(
    "message",
    [None, 3, {}, {"do": "code"}, code(3), code(-1), code("x"), {"do": "move"}, {"do": "save"}],
)
def test_what_is_no_message_changes_nothing(coding, message):
    session = Session(coding, "anna")
    before = session.state()
    assert session.after(message) == before
    assert coding.column("stance") == [None] * 4


def test_no_lines_are_shown_as_none():
    coding = hs.kwic(TALKS, "absent").label("stance", values=STANCES)
    session = Session(coding, "coder")
    assert session.after(code(0))["node"] == ""


def test_what_the_page_gets_is_json(coding):
    state = Session(coding, "anna").state()
    assert json.loads(json.dumps(state)) == state


# --- in a browser --------------------------------------------------------------------------------

STARTED = f"""
import hustings as hs
coding = hs.kwic({TALKS!r}, "trust").label("stance", values={STANCES!r}, coder="anna")
"""
CELLS = [STARTED, "coding.widget()", "coding.ask(1)", "coding"]
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-quic"]


@contextmanager
def jupyter(folder):
    """A JupyterLab of its own that serves a folder; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    settings = folder / "CONFIG/labconfig/default_setting_overrides.json"
    settings.parent.mkdir(parents=True)
    silent = {"fetchNews": "false", "checkForUpdates": False}
    settings.write_text(json.dumps({"@jupyterlab/apputils-extension:notification": silent}))
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    options += ["--IdentityProvider.token=", "--LabApp.extension_manager=readonly"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=folder,
            env={**os.environ, **home, "HOME": str(folder)},
            stdout=log,
            stderr=log,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(120):
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.5)
            yield address
        finally:
            server.terminate()
            server.wait(30)


@pytest.fixture
def page(tmp_path):
    """A page of JupyterLab with the cells above, and what went wrong on it."""
    reason = "needs chromium and the extra browser"
    for name in ("anywidget", "jupyterlab"):
        pytest.importorskip(name, reason=reason)
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    browser = shutil.which("chromium") or pytest.skip(reason)
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), tmp_path / "coding.ipynb"
    )
    with jupyter(tmp_path) as address, playwright.sync_playwright() as started:
        context = started.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=browser, headless=True, args=FLAGS
        )
        page = context.new_page()
        page.troubles = []
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("request", lambda request: page.troubles.extend(foreign(request.url, address)))
        page.goto(f"{address}/lab/tree/coding.ipynb")
        yield page
        context.close()


def foreign(url, address):
    """The address of a request that leaves this machine."""
    return [] if url.startswith((address, "data:", "blob:")) else [url]


@pytest.mark.timeout(300)
def test_lines_are_coded_by_keys_and_at_the_prompt_in_jupyterlab(page):
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=90_000)
    kernel, ready = (
        page.locator(".jp-Dialog .jp-mod-accept"),
        page.get_by_text("(ipykernel) | Idle"),
    )
    kernel.or_(ready).first.wait_for(timeout=60_000)
    page.wait_for_timeout(2_000)  # the question for a kernel, if it comes, comes after both
    if kernel.count():
        kernel.click()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.fill(".jp-Stdin-input", "3 odd", timeout=60_000)
    page.press(".jp-Stdin-input", "Enter")
    page.wait_for_selector("table.hustings", timeout=60_000)
    head = page.locator(".hustings-head")
    assert page.locator(".hustings-line b").count() == 0
    page.focus(".hustings-coding")
    for key, expected in [
        ("u", "1 of 4 lines coded (for 0, against 0, unclear 1); line 1"),
        ("1", "2 of 4 lines coded (for 1, against 0, unclear 1); line 2"),
        ("2", "3 of 4 lines coded (for 1, against 1, unclear 1); line 3"),
        ("ArrowLeft", "; line 2"),
        ("0", "2 of 4 lines coded (for 1, against 0, unclear 1); line 2"),
        ("2", "; line 3"),
        ("ArrowLeft", "; line 2"),
    ]:
        page.keyboard.press(key)
        head.filter(has_text=expected).wait_for(timeout=20_000)
    page.keyboard.press("n")
    page.keyboard.type("who? 1 2 u")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    head.filter(has_text="; line 3").wait_for(timeout=20_000)
    assert page.input_value(".hustings-note") == ""
    page.keyboard.press("ArrowLeft")
    head.filter(has_text="; line 2").wait_for(timeout=20_000)
    assert page.input_value(".hustings-note") == "who? 1 2 u"
    page.locator(".hustings-value").nth(0).click()
    head.filter(has_text="for 2, against 0, unclear 1").wait_for(timeout=20_000)
    assert page.troubles == []
