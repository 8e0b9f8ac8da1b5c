"""Every command: files that cannot be read, broken trees, encodings, pipes and interrupts."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import pytest

from command_line import DRAGON, Run, broken


@pytest.mark.parametrize("command", [["check"], ["paths"], ["ask"], ["compile", "-o", "tree.json"]])
def test_a_file_that_is_not_there(run: Run, command: list[str]) -> None:
    """A file that can't be read ends every command with status 2 and a finding."""
    status, out, err = run(command[0], "nowhere.yml", *command[1:])

    assert status == 2
    assert "nowhere.yml:1:1: error: cannot-read:" in out + err


@pytest.mark.parametrize("command", [["paths"], ["ask"], ["compile", "-o", "tree.json"]])
def test_a_broken_tree_is_not_used(run: Run, command: list[str]) -> None:
    """Every command proves the tree first, and prints its errors."""
    status, out, err = run(command[0], broken("everything-at-once"), *command[1:], "--json")

    assert status == 1
    assert out == ""
    assert "missing-target" in err


def command() -> list[str]:
    """Return the command that starts the program in its own process."""
    return [sys.executable, "-c", "import sys; from fingerpost.cli import main; sys.exit(main())"]


@pytest.mark.skipif(not __file__.isascii(), reason="in such a locale, Python finds no package below a folder so named")
def test_output_is_utf8_whatever_the_locale() -> None:
    """Text that the locale can't write comes as UTF-8."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}

    done = subprocess.run([*command(), "paths", DRAGON], env=environment, capture_output=True, check=True)

    assert "hungry no → nap" in done.stdout.decode("utf-8")


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_reader_that_leaves_is_no_fault() -> None:
    """If the program that reads the output has ended, the command ends silently."""
    words = " ".join(f"'{word}'" for word in [*command(), "paths", DRAGON, "--json"])

    done = subprocess.run(["sh", "-c", f"{words} | true"], capture_output=True, check=False)

    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_ends_without_a_traceback() -> None:
    """An interrupted conversation ends with the status that shells use."""
    with subprocess.Popen(
        [*command(), "ask", DRAGON],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that a script starts in the background would pass on that the signal is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 130
    assert b"Traceback" not in err
