"""The browsers that the tests control."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from environment import chromium

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the browser is a shell script")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A headless shell on the path, on a machine where nothing can be installed."""
    program = tmp_path / "chromium-headless-shell"
    program.write_text("#!/bin/sh\necho Chromium 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    return program


def test_a_headless_shell_opens_the_pages(shell: Path) -> None:
    assert chromium.prepare_shell() == shell


@pytest.mark.usefixtures("shell")
def test_a_chosen_browser_opens_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(chromium.VARIABLE, "/usr/bin/chromium")

    assert chromium.prepare_shell() is None


def test_a_headless_shell_that_does_not_run_is_not_used(shell: Path) -> None:
    shell.write_text("#!/bin/sh\nexit 1\n")

    assert chromium.prepare_shell() is None


def test_without_a_headless_shell_the_whole_browser_opens_all_pages(shell: Path) -> None:
    shell.unlink()

    assert chromium.prepare_shell() is None
