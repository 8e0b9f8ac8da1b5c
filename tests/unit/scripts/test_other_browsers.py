"""Firefox and WebKitGTK, which the tests control besides Chromium: found, or left out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from environment import debian, firefox, webkit
from project.progress import StepError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the browser is a shell script")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Firefox on the path, on a machine where nothing can be installed."""
    program = tmp_path / "firefox-esr"
    program.write_text("#!/bin/sh\necho Mozilla Firefox 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(firefox, "_USUAL_PLACES", ())
    monkeypatch.delenv(firefox.VARIABLE, raising=False)
    return program


def test_firefox_is_found(program: Path) -> None:
    assert firefox.prepare() == program


def test_a_firefox_that_does_not_run_is_none(program: Path) -> None:
    program.write_text("#!/bin/sh\nexit 1\n")

    assert firefox.prepare() is None


def test_the_tests_do_without_firefox_where_nothing_can_be_installed(program: Path) -> None:
    program.unlink()

    assert firefox.prepare() is None


def test_a_chosen_firefox_has_to_run(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(firefox.VARIABLE, str(program))
    assert firefox.prepare() == program
    program.write_text("#!/bin/sh\nexit 1\n")

    with pytest.raises(StepError, match=r"names .*firefox-esr, which does not run"):
        firefox.prepare()


def test_firefox_is_installed_where_that_is_possible(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = program.read_text()
    program.unlink()

    def install(*packages: str) -> bool:
        program.write_text(content)
        program.chmod(0o755)
        return packages == ("firefox-esr",)

    monkeypatch.setattr(debian, "can_install", lambda: True)
    monkeypatch.setattr(debian, "install_if_reachable", install)

    assert firefox.prepare() == program


@pytest.mark.usefixtures("program")
def test_webkit_without_its_driver_is_none_and_ends_nothing() -> None:
    webkit.prepare()

    assert webkit.find() is None


def test_a_failed_installation_is_tried_once_more_with_new_lists_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> int:
        asked.append("update" if "update" in command else "install")
        return 100 if len(asked) == 1 else 0

    monkeypatch.setattr(debian, "run_status", run)

    assert debian.install_if_reachable("firefox-esr")
    assert asked == ["install", "update", "install"]
