"""A whole run of the tests fails if none of them has used a control; a part of a run does not judge."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from project.paths import ROOT
from site_controls import Controls

CONFTEST = """
from pathlib import Path

import control_check

control_check.RECORD = Path(__file__).parent / "record" / "controls.json"


def pytest_configure(config):
    config.pluginmanager.register(control_check.ControlCheck(config))
"""

LISTING = """
from site_controls import SEEN

def test_listing():
    SEEN.listed["tree > answer"].add("a question")
    SEEN.listed["tree > undo"].add("a result")
"""

USING = """
from site_controls import SEEN

def test_answer():
    SEEN.used["tree > answer"].add("test_answer")

def test_undo():
    SEEN.used["tree > undo"].add("test_undo")
"""

SIDE_BY_SIDE = ("--numprocesses=2", "--dist=loadfile")
"""As `scripts/test.py` runs the tests."""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A folder of tests in two files, which two processes run."""
    files = {"conftest.py": CONFTEST, "test_listing.py": LISTING, "test_using.py": USING}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return tmp_path


def run(suite: Path, *arguments: str) -> tuple[int, str]:
    """Run the tests; return the exit status and what was printed."""
    paths = os.pathsep.join((str(ROOT / "tests" / "support"), str(ROOT / "scripts")))
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    finished = subprocess.run(
        command,
        cwd=suite,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return finished.returncode, finished.stdout


def test_a_run_in_which_each_control_is_used_passes(suite: Path) -> None:
    status, printed = run(suite, *SIDE_BY_SIDE)

    assert status == 0, printed
    assert "2 kinds of controls were found, and tests have used each." in printed
    record = Controls.from_json((suite / "record" / "controls.json").read_text(encoding="utf-8"))
    assert record.used["tree > undo"] == {"test_undo"}


def test_a_control_that_no_test_uses_fails_the_run_and_is_named(suite: Path) -> None:
    text = (suite / "test_using.py").read_text(encoding="utf-8")
    (suite / "test_using.py").write_text(text.partition("def test_undo")[0], encoding="utf-8")

    status, printed = run(suite, *SIDE_BY_SIDE)

    assert status == 1, printed
    assert "1 of 2 kinds of controls were used by no test" in printed
    assert "  tree > undo (in: a result)\n" in printed


def test_without_the_long_tests_it_is_only_named(suite: Path) -> None:
    text = (suite / "test_using.py").read_text(encoding="utf-8")
    long = text.replace("def test_undo", "@pytest.mark.long\ndef test_undo")
    (suite / "test_using.py").write_text(f"import pytest\n{long}", encoding="utf-8")
    (suite / "pytest.ini").write_text("[pytest]\nmarkers = long\n", encoding="utf-8")

    status, printed = run(suite, *SIDE_BY_SIDE, "-m", "not long")

    assert status == 0, printed
    assert "  tree > undo (in: a result)\n" in printed


@pytest.mark.parametrize("arguments", [["-k", "answer or listing"], ["test_listing.py"]])
def test_a_part_of_the_tests_judges_nothing_and_says_so(suite: Path, arguments: list[str]) -> None:
    status, printed = run(suite, *arguments)

    assert status == 0, printed
    assert "Not checked: only a part of the tests ran." in printed
    assert not (suite / "record").exists()


def test_failed_tests_leave_the_controls_unjudged(suite: Path) -> None:
    (suite / "test_fault.py").write_text("def test_fault():\n    assert False\n", encoding="utf-8")

    status, printed = run(suite)

    assert status == 1
    assert "Not checked: tests failed" in printed
