"""The commands in scripts/ say what is wrong and what to do, without a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from project.progress import StepError, run_command
from site_server import SiteServer

SCRIPTS = Path(__file__).parents[3] / "scripts"
COMMANDS = ("build.py", "lock.py", "serve.py", "strength.py", "test.py")


def run(*words: str) -> tuple[int, str, str]:
    """Run Python; return its exit status, output and errors."""
    finished = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    return finished.returncode, finished.stdout, finished.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_an_older_python_is_told_what_is_needed(command: str) -> None:
    older = (
        "import runpy, sys; sys.version_info = (3, 10, 4, 'final', 0); "
        f"sys.path.insert(0, {str(SCRIPTS)!r}); "
        f"runpy.run_path({str(SCRIPTS / command)!r}, run_name='__main__')"
    )

    status, _, errors = run("-c", older)

    assert status == 1
    assert "need Python 3.11 or newer, and this is Python 3.10." in errors
    assert f"python3.13 {SCRIPTS / command}" in errors
    assert "Traceback" not in errors


def test_a_taken_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    with SiteServer(tmp_path) as other:
        status, printed, errors = run(str(SCRIPTS / "serve.py"), "--port", str(other.port))

    assert status == 1
    assert printed == ""
    assert f"Port {other.port} is in use." in errors
    assert "--port 8080" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("port", ["65536", "-1", "http"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    status, _, errors = run(str(SCRIPTS / "serve.py"), f"--port={port}")

    assert status == 2
    assert "argument --port" in errors


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_tells_how_to_use_it(command: str) -> None:
    status, printed, _ = run(str(SCRIPTS / command), "--help")

    assert status == 0
    assert printed.startswith("usage: ")


@pytest.mark.parametrize(
    ("fault", "status", "told"),
    [
        (StepError("It broke.", "Glue it."), 1, "\nFailed: It broke.\nTo fix it: Glue it.\n"),
        (StepError("It broke."), 1, "\nFailed: It broke.\n"),
        (PermissionError(13, "Permission denied"), 1, "To fix it: Check that the folder can be written to"),
        (FileNotFoundError(2, "No such file", "a.js"), 1, "'a.js'\nTo fix it: If the file belongs to the repository"),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=["step", "step-without-remedy", "file", "missing file", "interrupt"],
)
def test_a_failure_is_a_message(
    capsys: pytest.CaptureFixture[str], fault: BaseException, status: int, told: str
) -> None:
    def fail() -> int:
        raise fault

    assert run_command(fail) == status
    assert told in capsys.readouterr().err
