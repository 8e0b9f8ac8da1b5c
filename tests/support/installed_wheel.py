"""The wheel as an adopter installs it: into an environment that has nothing else, away from the repository.

An environment is kept for the next run, with all that was installed but the wheel. Its packages have the versions that
this repository has locked.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from project.paths import CACHE, REQUIREMENTS, ROOT, program, programs_of
from project.stamps import Stamp, digest_of

_LOCKED = re.compile(r"^(\S+==\S+)((?: ;[^\\\n]+)?)", re.MULTILINE)


def build_wheel(folder: Path) -> None:
    """Build the wheel into a folder; no network is needed."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)


@dataclass(frozen=True)
class Environment:
    """A virtual environment for one builder.

    Attributes:
        folder: The folder of the environment.
        variables: The variables to run its programs with.
    """

    folder: Path
    variables: dict[str, str]

    def command(self, *words: str) -> list[str]:
        """Return a command with the environment's own program; a program that it lacks is named as it would be."""
        return [str(program(self.folder, words[0])), *words[1:]]

    def run(self, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder, with no other program on PATH.

        Args:
            folder: The folder.
            words: The command.
        """
        return subprocess.run(
            self.command(*words),
            cwd=folder,
            env=self.variables,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )


def environment_for(name: str, lock: str, wheels: Path) -> tuple[Environment, Stamp]:
    """Return an environment without the wheel, in which `pip` finds the wheel and the locked versions.

    Args:
        name: The name of the environment.
        lock: The name of the file in requirements/ that has the versions.
        wheels: The folder of the wheel.

    Returns:
        The environment, and the stamp to write when everything has been installed. If nothing can be installed, the
        test is skipped with the reason.
    """
    locked = REQUIREMENTS / lock
    stamp = Stamp(f"installed-{name}", digest_of([locked, ROOT / "pyproject.toml"], sys.version, str(ROOT)))
    folder = CACHE / "installed" / name
    # pip takes no hashes as long as one package, here the wheel, has none.
    pins = ["".join(pin) for pin in _LOCKED.findall(locked.read_text(encoding="utf-8"))]
    versions = wheels / f"{name}.txt"
    versions.write_text("\n".join(pins), encoding="utf-8")
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    variables = {
        **inherited,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PATH": str(programs_of(folder)),
        "PIP_CONSTRAINT": str(versions),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_FIND_LINKS": " ".join((str(wheels), os.environ.get("PIP_FIND_LINKS", ""))).strip(),
    }
    environment = Environment(folder, variables)
    if stamp.is_current and program(folder, "pip").exists():
        environment.run(wheels, "pip", "uninstall", "--yes", "fingerpost")
        variables["PIP_NO_INDEX"] = "1"
        return environment, stamp
    stamp.remove()
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", folder], check=False, capture_output=True, text=True
    )
    if made.returncode != 0:
        pytest.skip(f"this Python can't make a virtual environment: {made.stdout}{made.stderr}")
    # With this one package, it shows whether any can be had; what fails later is a fault.
    probe = environment.run(wheels, "pip", "download", "--no-deps", "--dest", str(wheels / "probe"), pins[0])
    if probe.returncode != 0:
        pytest.skip(f"no package can be installed, so the site is not built from an empty environment: {probe.stdout}")
    return environment, stamp
