"""Every command: files that cannot be read, broken trees, encodings, pipes and interrupts."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import pytest

from command_line import DRAGON, Run, broken
from fingerpost.cli.commands import COMMANDS


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


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_has_its_exit_statuses(
    run: Run, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """What a script can rely on; 1 is left out where a command never ends with it."""
    with pytest.raises(SystemExit):
        run(name, "--help")

    text = " ".join(capsys.readouterr().out.split())
    assert "Exit status: 0 for success," in text
    assert "2 if the command is not understood, or a file can't be read or written." in text
    assert ("1 if" in text) == (name not in ("assets", "new", "reference"))


@pytest.mark.parametrize(
    ("words", "typed", "status"),
    [
        (["check", DRAGON], "", 0),
        (["check", broken("missing-target")], "", 1),
        (["check", broken("uncovered-ways"), "--strict"], "", 1),
        (["check", "nowhere.yml"], "", 2),
        (["diff", DRAGON, broken("scenario-fails")], "", 0),
        (["diff", DRAGON, broken("scenario-fails"), "--exit-code"], "", 1),
        (["diff", DRAGON, broken("cycle")], "", 1),
        (["diff", DRAGON, "nowhere.yml"], "", 2),
        (["diff", DRAGON], "", 2),
        (["ask", DRAGON], "no\n", 0),
        (["ask", DRAGON], "", 1),
        (["ask", "nowhere.yml"], "", 2),
        (["explain", DRAGON, "hungry=no"], "", 0),
        (["explain", DRAGON, "hungry=perhaps"], "", 1),
        (["explain", DRAGON, "dragon-snack?hungry=yes&si"], "", 1),
        (["explain", "nowhere.yml", "hungry=no"], "", 2),
        (["record", DRAGON, "hungry=no"], "", 0),
        (["record", DRAGON, "hungry=perhaps"], "", 1),
        (["record", "nowhere.yml", "hungry=no"], "", 2),
        (["paths", broken("missing-target")], "", 1),
        (["paths", "nowhere.yml"], "", 2),
        (["scenarios", broken("missing-target")], "", 1),
        (["scenarios", "nowhere.yml"], "", 2),
        (["compile", broken("missing-target"), "-o", "x.json"], "", 1),
        (["compile", "nowhere.yml", "-o", "x.json"], "", 2),
    ],
    ids=lambda value: " ".join(word.rpartition("/")[2] for word in value) if isinstance(value, list) else "",
)
def test_commands_end_with_the_statuses_that_their_help_has(
    run: Run, words: list[str], typed: str, status: int
) -> None:
    """Each command, in each of its cases."""
    assert run(*words, typed=typed)[0] == status
