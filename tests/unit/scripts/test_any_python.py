"""The commands start with every Python that README.md promises, and read the engine only with the project's own."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import project

SCRIPTS = Path(__file__).parents[3] / "scripts"
README = (SCRIPTS.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(SCRIPTS.glob("*.py"))
OLDEST = (3, 11)


def imports_of(file: Path) -> set[str]:
    """Return the full name of every module that a file imports, wherever it does."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: the scripts import by full name"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return names


@cache
def run_by_any_python() -> dict[Path, set[str]]:
    """Return every file that the Python of the machine runs, each with what it imports."""
    found: dict[Path, set[str]] = {}
    waiting = [*COMMANDS, SCRIPTS / "project" / "__init__.py"]
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        found[file] = imports_of(file)
        for name in found[file]:
            place = SCRIPTS.joinpath(*name.split("."))
            waiting += [module for module in (place.with_suffix(".py"), place / "__init__.py") if module.is_file()]
    return found


def pythons() -> dict[str, Path]:
    """Return each Python on this machine that the promise covers, by its version: on PATH, and of pyenv."""
    folders = [Path(folder) for folder in os.environ.get("PATH", os.defpath).split(os.pathsep)]
    folders += sorted((Path.home() / ".pyenv" / "versions").glob("*/bin"))
    found: dict[str, Path] = {}
    for folder in folders:
        for name in ("python3", *(f"python3.{minor}" for minor in range(OLDEST[1], 30))):
            program = shutil.which(name, path=str(folder))
            # pyenv's own scripts stand for whichever Python its settings choose; those are in its folders.
            if program is None or folder.name == "shims":
                continue
            asked = "import sys; print('.'.join(map(str, sys.version_info[:3])))"
            version = subprocess.run([program, "-c", asked], capture_output=True, text=True, check=True).stdout.strip()
            if tuple(map(int, version.split(".")))[:2] >= OLDEST:
                found.setdefault(version, Path(program))
    return found


PYTHONS = pythons()


def run_with(python: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a Python without what this test's own environment sets for it; warnings are errors."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [str(python), "-W", "error", *map(str, words)]
    return subprocess.run(command, cwd=SCRIPTS, env=kept, capture_output=True, text=True, check=False)


def test_readme_promises_what_the_commands_ask_for() -> None:
    promised = re.search(r"You need Python (\d+)\.(\d+) or newer", README)
    asked = re.search(r"version_info < \((\d+), (\d+)\)", Path(str(project.__file__)).read_text(encoding="utf-8"))

    assert promised is not None
    assert asked is not None
    assert promised.groups() == asked.groups() == tuple(map(str, OLDEST))


@pytest.mark.parametrize("file", sorted(run_by_any_python()), ids=lambda file: file.relative_to(SCRIPTS).as_posix())
def test_what_any_python_runs_is_of_the_oldest_and_needs_no_package(file: Path) -> None:
    ast.parse(file.read_text(encoding="utf-8"), feature_version=OLDEST)
    imported = {name.partition(".")[0] for name in run_by_any_python()[file]}

    assert imported <= sys.stdlib_module_names | {"environment", "project", "steps"}


def test_only_the_projects_own_python_reads_the_engine() -> None:
    """An older Python can't: the engine uses newer syntax. What reads or compiles Python is not for any Python."""
    readers = {"ast", "py_compile", "compileall", "fingerpost", "runpy", "symtable"}
    reading = {
        file.relative_to(SCRIPTS).as_posix(): names & readers
        for file, names in run_by_any_python().items()
        if names & readers
    }

    assert not reading
    own = {file.name for file in run_by_any_python()}
    assert {"site.py", "python.py", "serve.py"} <= own
    assert not own & {"building.py", "library.py", "manifest.py"}


@pytest.mark.parametrize("version", sorted(PYTHONS))
def test_each_python_here_reads_all_that_any_python_runs(version: str) -> None:
    files = (file.relative_to(SCRIPTS).with_suffix("") for file in run_by_any_python())
    modules = sorted(".".join(part for part in file.parts if part != "__init__") for file in files)

    finished = run_with(PYTHONS[version], "-c", f"import {', '.join(modules)}")

    assert (finished.returncode, finished.stderr) == (0, "")


@pytest.mark.parametrize("version", sorted(PYTHONS))
@pytest.mark.parametrize(
    "command", ["build.py", "lock.py", "readability.py", "runtime.py", "serve.py", "test.py", "tree_diff.py"]
)
def test_each_command_starts_with_each_python_here(version: str, command: str) -> None:
    finished = run_with(PYTHONS[version], SCRIPTS / command, "--help")

    assert (finished.returncode, finished.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="the program in place of the project's own Python is a shell script")
@pytest.mark.parametrize("version", sorted(PYTHONS))
def test_each_python_here_hands_the_engine_to_the_projects_own(version: str, tmp_path: Path) -> None:
    """With a program in the place of the project's own Python that says how it was started."""
    own = tmp_path / "venv" / "bin" / "python"
    own.parent.mkdir(parents=True)
    own.write_text('#!/bin/sh\necho "$PWD $*"\nexit 7\n')
    own.chmod(0o755)
    code = (
        "import pathlib, sys; from steps import browser_files, site; "
        "browser_files.VENV = pathlib.Path(sys.argv[1]); site.build(); print('went on')"
    )

    finished = run_with(PYTHONS[version], "-c", code, own.parents[1])

    assert (finished.returncode, finished.stdout, finished.stderr) == (7, f"{SCRIPTS} -m runtime\n", "")


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="links stand in for the programs")
@pytest.mark.parametrize("version", sorted(PYTHONS))
def test_a_fresh_copy_is_set_up_and_built_with_each_python_here(version: str, tmp_path: Path) -> None:
    """With no other Python on PATH than this one, and the project's own, which uv would otherwise fetch."""
    root, programs = tmp_path / "copy", tmp_path / "bin"
    made = shutil.ignore_patterns(".git", ".cache", ".venv", "node_modules", "test-results", "__pycache__")
    shutil.copytree(SCRIPTS.parent, root, ignore=made)
    shutil.rmtree(root / "site", ignore_errors=True)
    shutil.rmtree(root / "docs" / "assets" / "fingerpost", ignore_errors=True)
    programs.mkdir()
    own = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    (programs / own.name).symlink_to(own)
    (programs / "python3").symlink_to(PYTHONS[version])
    for name in ("git", "sh", "env"):
        (programs / name).symlink_to(str(shutil.which(name)))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    finished = subprocess.run(
        ["python3", str(root / "scripts" / "build.py")],
        env={**kept, "PATH": str(programs)},
        executable=programs / "python3",
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert (root / "site" / "choose" / "index.html").is_file()
