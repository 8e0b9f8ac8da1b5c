"""The command line, run within the test."""

from __future__ import annotations

import io
import sys

import pytest

from command_line import Run
from fingerpost.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command and gives its status, output and errors."""

    def run_command(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        status = main(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_command
