"""The package alone, without the libraries of its extras: each command runs, or names the extra to install."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from command_line import DRAGON
from fingerpost.cli.commands import COMMANDS
from fingerpost.export.formats import FORMATS
from made_up import SUPPER

ENGINE = Path(__file__).parents[3] / "engine"

ALONE = f"""
import sys
sys.path[:] = [path for path in sys.path if "packages" not in path] + [{str(ENGINE)!r}]
from fingerpost.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""Runs a command with Python's own library and the package."""

RUN: dict[str, list[str]] = {
    "new": ["site", "--site"],
    "assets": ["assets"],
    "reference": ["format", "--json"],
    "policy": ["."],
    "headers": [".", "--host", "nginx"],
    "embed": ["https://example.org/", "choose/", "--integrity"],
}
"""The commands that need no extra, with arguments."""

READ_A_TREE: dict[str, list[str]] = {
    "check": [DRAGON],
    "diff": [DRAGON, DRAGON],
    "paths": [DRAGON],
    "decide": [DRAGON, "cases.csv"],
    "scenarios": [DRAGON],
    "ask": [DRAGON],
    "explain": [DRAGON, "hungry=no"],
    "record": [DRAGON, "hungry=no"],
    "plan": [DRAGON, "plan.json"],
    "compile": [DRAGON, "-o", "tree.json"],
    "export": [DRAGON, "--to", "outline"],
    "import": ["decision.dmn"],
}
"""The commands that read or write YAML, with arguments."""


OF_THEIR_OWN = {"completion": ["bash"]}
"""The commands with an extra of their own, named after them, with arguments."""


def alone(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command without any other package."""
    command = [sys.executable, "-I", "-S", "-c", ALONE, *words]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("name", RUN)
def test_a_command_that_reads_no_tree_runs(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.html").write_text("<head></head>", encoding="utf-8")
    done = alone(tmp_path, name, *RUN[name])

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", READ_A_TREE)
def test_a_command_that_reads_a_tree_names_the_extra(tmp_path: Path, name: str) -> None:
    (tmp_path / "decision.dmn").write_bytes(FORMATS["dmn"].write(SUPPER, ""))
    done = alone(tmp_path, name, *READ_A_TREE[name])

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith("Install them with: pip install 'fingerpost[build]'\n")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_program_describes_itself(tmp_path: Path, option: str) -> None:
    assert alone(tmp_path, option).returncode == 0


@pytest.mark.parametrize("name", OF_THEIR_OWN)
def test_a_command_with_an_extra_of_its_own_names_it(tmp_path: Path, name: str) -> None:
    done = alone(tmp_path, name, *OF_THEIR_OWN[name])

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Install them with: pip install 'fingerpost[{name}]'\n")


def test_every_command_is_tried() -> None:
    assert {*RUN, *READ_A_TREE, *OF_THEIR_OWN} == set(COMMANDS)
