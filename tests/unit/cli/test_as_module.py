"""`python -m fingerpost`: the same as `fingerpost`."""

from __future__ import annotations

import subprocess
import sys

from command_line import DRAGON, Run


def as_module(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the package as a module."""
    return subprocess.run(
        [sys.executable, "-m", "fingerpost", *words], check=False, capture_output=True, text=True, encoding="utf-8"
    )


def test_a_command_gives_the_same_as_the_program(run: Run) -> None:
    done = as_module("paths", DRAGON)

    assert (done.returncode, done.stdout, done.stderr) == run("paths", DRAGON)


def test_a_command_ends_with_the_same_status(run: Run) -> None:
    done = as_module("paths", "nowhere.yml")

    assert (done.returncode, done.stdout, done.stderr) == run("paths", "nowhere.yml")
    assert done.returncode == 2


def test_the_help_says_what_was_typed() -> None:
    # The path of Python may have spaces, and help is wrapped at any of them.
    typed = f"usage: {sys.executable} -m fingerpost"

    assert " ".join(as_module("check", "--help").stdout.split()).startswith(f"{typed} check ")
    assert " ".join(as_module("no-such-command").stderr.split()).startswith(f"{typed} ")


def test_the_version_names_the_program() -> None:
    assert as_module("--version").stdout.startswith("fingerpost ")
