"""Runs esbuild."""

from pathlib import Path

from project.commands import run
from project.paths import NODE_MODULES, VENV, program

_ESBUILD = NODE_MODULES / "esbuild" / "bin" / "esbuild"

_WITHOUT_TSCONFIG = "--tsconfig-raw={}"  # the settings for checking types change nothing in what is published


def esbuild(*entries_and_options: Path | str, problem: str) -> None:
    """Run esbuild.

    Args:
        entries_and_options: The entry points and the options, as on esbuild's command line.
        problem: The message if it fails.

    Raises:
        StepError: esbuild refused one of the files.
    """
    command = [program(VENV, "node"), _ESBUILD, "--log-level=warning", _WITHOUT_TSCONFIG]
    run([*command, *entries_and_options], problem=problem)
