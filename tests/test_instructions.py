"""The comparison of instruction counts with their baseline: what it lets pass and what it names."""

import importlib.util
import json
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "benches/instructions/count.py"
SETTING = {"rustc": "rustc 1.90.0", "features": ["x86_64", "avx2"]}


@pytest.fixture
def count(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("count", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    baseline = tmp_path / "baseline.json"
    baseline.write_text(json.dumps(result({"build": 1000, "words": 1000})), "utf-8")
    monkeypatch.setattr(module, "BASELINE", baseline)
    return module


def result(instructions, **setting):
    return {"setting": SETTING | setting, "instructions": instructions}


@pytest.mark.parametrize("build", [1000, 1020, 500])
def test_counts_within_the_tolerance_and_faster_ones_pass(count, build):
    assert count.compare(result({"build": build, "words": 1000})) == 0


def test_slower_work_is_named_with_its_change_and_what_to_do(count, capsys):
    assert count.compare(result({"build": 1030, "words": 1000})) == 1
    said = capsys.readouterr().err
    assert "build: 1,000 -> 1,030 instructions (+3.0%)" in said
    assert "words" not in said
    assert "just instructions-baseline" in said


@pytest.mark.parametrize("works", [{"build": 1000}, {"build": 1, "words": 1, "dtm": 1}])
def test_work_that_only_one_of_the_two_has_does_not_pass(count, works):
    assert count.compare(result(works)) == 1


@pytest.mark.parametrize("setting", [{"rustc": "rustc 1.91.0"}, {"features": ["x86_64"]}])
def test_another_machine_or_toolchain_is_said_and_not_compared(count, capsys, setting):
    assert count.compare(result({"build": 9999, "words": 1000}, **setting)) == 0
    said = capsys.readouterr().out
    assert "not compared" in said
    assert next(iter(setting)) in said
