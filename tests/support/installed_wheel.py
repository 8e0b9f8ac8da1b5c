"""The wheel as an adopter installs it: with the packages that it requires, and away from the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def install_wheel(folder: Path) -> Path:
    """Build the wheel and install it; no network is needed.

    Args:
        folder: An empty folder.

    Returns:
        The folder of the installed packages.
    """
    packages = folder / "packages"
    packages.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if "fingerpost" not in package.name and package.suffix != ".pth":
            (packages / package.name).symlink_to(package)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    return packages


def run_installed(packages: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the installed packages, with no other packages and no other program on PATH.

    Args:
        packages: The folder of the installed packages.
        folder: The folder to run it in.
        words: The module's name and its arguments.
    """
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**inherited, **quiet, "PATH": "", "PYTHONPATH": str(packages)}
    command = [sys.executable, "-S", "-m", *words]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
