"""Runs other programs."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from project.hindrances import hindrance
from project.paths import ROOT, VENV, programs_of
from project.progress import StepError

# Variables that the parent process may have set (an activated environment, pyenv's shim) and that are wrong for our
# child processes. Without compiled files, each start of a tool would compile it again.
_NOT_PASSED_ON = ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "PYENV_VERSION", "VIRTUAL_ENV")


def environment_for_tools(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment variables for a program of the project's own environment.

    `.venv/bin` comes first on PATH, so that `node`, `npm` and every Python tool are the locked ones.

    Args:
        extra: Variables to add or replace.

    Returns:
        The variables.
    """
    variables = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    variables["PATH"] = os.pathsep.join((str(programs_of(VENV)), os.environ.get("PATH", os.defpath)))
    variables.update(extra or {})
    return variables


def run(
    command: Sequence[str | Path],
    *,
    problem: str,
    remedy: str = "Read the lines above.",
    cwd: Path = ROOT,
    extra_environment: Mapping[str, str] | None = None,
) -> None:
    """Run a program, let it print, and fail unless it succeeds.

    Args:
        command: The program and its arguments.
        problem: The message if it fails.
        remedy: The advice after that message, unless a full disk or a folder explains the failure.
        cwd: The folder to run it in.
        extra_environment: Variables to add or replace.

    Raises:
        StepError: The program could not be started, or did not exit with 0.
    """
    status = run_status(command, cwd=cwd, extra_environment=extra_environment)
    if status != 0:
        raise StepError(f"{problem} (exit status {status} of {Path(command[0]).name}).", hindrance() or remedy)


def run_status(
    command: Sequence[str | Path], *, cwd: Path = ROOT, extra_environment: Mapping[str, str] | None = None
) -> int:
    """Run a program, let it print, and return its exit status.

    Args:
        command: The program and its arguments.
        cwd: The folder to run it in.
        extra_environment: Variables to add or replace.

    Returns:
        The exit status.

    Raises:
        StepError: The program could not be started.
    """
    try:
        return subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=environment_for_tools(extra_environment),
            check=False,
        ).returncode
    except OSError as error:
        raise _not_started(command, error) from error


def output_of(command: Sequence[str | Path], *, timeout: float = 60) -> str | None:
    """Return the output of a program, or None if it can't be run or fails.

    Args:
        command: The program and its arguments.
        timeout: Seconds to wait for it.

    Returns:
        Its standard output, or None.
    """
    try:
        finished = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env=environment_for_tools(),
            check=False,
            capture_output=True,
            text=True,
            timeout=timeout,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return finished.stdout if finished.returncode == 0 else None


def _not_started(command: Sequence[str | Path], error: OSError) -> StepError:
    return StepError(
        f"{command[0]} could not be started: {error.strerror or error}.",
        "Delete the folders .venv and .cache, and run the command again.",
    )
