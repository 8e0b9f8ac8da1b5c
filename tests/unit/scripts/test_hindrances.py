"""A full disk, a folder of somebody else, a machine without git or network: each is named, with its remedy."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import tree_diff
from environment import uv
from project import commands, hindrances
from project.paths import ROOT
from project.progress import StepError

FAILING = [sys.executable, "-c", "raise SystemExit(3)"]


class Usage(NamedTuple):
    """What the system says about a disk."""

    total: int
    used: int
    free: int


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "The disk is full. Make room: the environment and the site take 2 GB."),
        (errno.EDQUOT, "The disk is full."),
        (errno.EACCES, f'sudo chown -R "$USER" "{ROOT}"'),
        (errno.EROFS, "Clone it into a folder of yours"),
        (errno.ENOENT, "restore it"),
        (errno.EIO, "Check that the folder can be written to and that the disk has room."),
    ],
)
def test_each_error_of_the_system_has_its_remedy(number: int, told: str) -> None:
    assert told in hindrances.remedy_of(OSError(number, "as the system says it", "a/file"))


def test_nothing_hinders_a_usual_machine() -> None:
    assert hindrances.hindrance() == ""


def test_a_program_that_fails_on_a_full_disk_is_told_to_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda place: Usage(10**9, 10**9 - 7_000_000, 7_000_000))

    with pytest.raises(StepError) as told:
        commands.run(FAILING, problem="It broke", remedy="Check that this machine reaches PyPI.")

    assert told.value.problem.startswith("It broke (exit status 3 of ")
    assert told.value.remedy.startswith(f"The disk of {ROOT} has only 7 MB left. Make room")


def test_a_program_that_fails_with_room_gets_its_own_remedy() -> None:
    with pytest.raises(StepError) as told:
        commands.run(FAILING, problem="It broke", remedy="Check that this machine reaches PyPI.")

    assert told.value.remedy == "Check that this machine reaches PyPI."


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_home_that_is_not_ones_own_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert hindrances.hindrance().startswith(f"{tmp_path} can't be written to. Set HOME to a folder of yours")


def test_a_folder_that_is_not_ones_own_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda place, mode: place != ROOT)

    assert hindrances.hindrance().startswith(f"{ROOT} can't be written to. Check that the folder")


def test_a_machine_without_git_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(StepError, match="git was not found") as told:
        tree_diff.changed_trees("a", "b")

    assert "sudo apt-get install git" in told.value.remedy


@pytest.mark.long  # makes an environment with pip
def test_a_first_run_without_a_network_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With an index that does not answer, pip's failure becomes a sentence; nothing is asked of any other."""
    monkeypatch.setattr(uv, "_BOOTSTRAP", tmp_path / "bootstrap")
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")

    with pytest.raises(StepError, match="uv could not be installed from PyPI") as told:
        uv.install()

    assert told.value.remedy == uv.NETWORK


def test_a_read_only_checkout_gets_one_sentence(tmp_path: Path) -> None:
    """As an ordinary user, whoever runs the tests."""
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT / "scripts", copy / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / ".python-version", copy / ".python-version")
    # A checkout whose files only their owner may read: the copies are for everybody.
    for copied in copy.rglob("*"):
        copied.chmod(0o755 if copied.is_dir() else 0o644)
    for folder in (tmp_path, copy):
        folder.chmod(0o555)
    command = [sys.executable, "-B", str(copy / "scripts" / "build.py")]
    if os.name != "nt" and os.geteuid() == 0:
        python = shutil.which("python3", path="/usr/bin:/bin")
        if python is None or shutil.which("setpriv") is None:
            pytest.skip("root writes anywhere, and this machine has no setpriv to become somebody else")
        for folder in tmp_path.parents:
            if not folder.stat().st_mode & 0o001:
                folder.chmod(folder.stat().st_mode | 0o011)
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", python, *command[1:]]

    finished = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")

    assert finished.returncode == 1
    assert "Permission denied" in finished.stderr
    assert f'sudo chown -R "$USER" "{copy}"' in finished.stderr
    assert "Traceback" not in finished.stderr
