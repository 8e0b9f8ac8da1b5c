"""Completion: what a shell offers with the script loaded."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from command_line import Run
from fingerpost.check.codes import CODES
from fingerpost.cli.commands import COMMANDS
from fingerpost.export.formats import FORMATS

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")

WARNINGS = {code.name for code in CODES if code.severity == "warning"}


@pytest.fixture
def script(run: Run, tmp_path: Path) -> Path:
    """Return the script for bash, beside a tree and a folder with another one."""
    status, out, err = run("completion", "bash")
    assert (status, err) == (0, "")
    (tmp_path / "docs").mkdir()
    for name in ("fingerpost.bash", "tree.yml", "docs/other.yml"):
        (tmp_path / name).write_text(out, encoding="utf-8")
    return tmp_path / "fingerpost.bash"


def offered(script: Path, *words: str) -> set[str]:
    """Return what bash offers for the last word, in the folder of the script."""
    ask = (
        "set -u; source ./fingerpost.bash; "
        'name=$(complete -p fingerpost | sed "s/.*-F \\([^ ]*\\) .*/\\1/"); '
        'COMP_WORDS=(fingerpost "$@"); COMP_CWORD=$#; COMPREPLY=(); "$name" fingerpost "${@: -1}"; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", ask, "bash", *words], cwd=script.parent, check=False, capture_output=True, text=True
    )
    assert done.stderr == ""
    return set(done.stdout.split("\n")) - {""}


@bash
def test_commands_are_offered(script: Path) -> None:
    assert offered(script, "") >= set(COMMANDS)
    assert offered(script, "che") == {"check"}


@bash
def test_options_of_a_command_are_offered(script: Path) -> None:
    assert offered(script, "check", "--s") == {"--strict"}
    assert offered(script, "record", "--") >= {"--format", "--need", "--address", "--json"}


@bash
def test_formats_are_offered(script: Path) -> None:
    assert offered(script, "check", "tree.yml", "--format", "") == {"text", "json", "sarif", "github"}
    assert offered(script, "record", "--format", "m") == {"md"}
    assert offered(script, "export", "tree.yml", "--to", "") == set(FORMATS)


@bash
@pytest.mark.parametrize("option", ["--error", "--ignore"])
def test_codes_of_warnings_are_offered(script: Path, option: str) -> None:
    assert offered(script, "check", option, "") == WARNINGS
    assert offered(script, "check", option, "uncov") == {name for name in WARNINGS if name.startswith("uncov")} != set()


@bash
def test_files_are_offered_for_a_tree(script: Path) -> None:
    assert offered(script, "paths", "tr") == {"tree.yml"}
    assert offered(script, "check", "tree.yml", "tr") == {"tree.yml"}
    assert offered(script, "explain", "docs/o") == {"docs/other.yml"}


@bash
def test_folders_are_offered_for_a_folder(script: Path) -> None:
    assert offered(script, "check", "--docs", "") == {"docs"}


@pytest.mark.parametrize(("shell", "check"), [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
def test_the_shell_understands_its_script(run: Run, tmp_path: Path, shell: str, check: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    _, out, _ = run("completion", shell)
    (tmp_path / "script").write_text(out, encoding="utf-8")

    done = subprocess.run([shell, check, "script"], cwd=tmp_path, check=False, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_has_every_command_and_a_code(run: Run, shell: str) -> None:
    """Where a shell is not installed, this is what can be seen of its script."""
    status, out, _ = run("completion", shell)

    assert status == 0
    assert [name for name in (*COMMANDS, *WARNINGS) if name not in out] == []
