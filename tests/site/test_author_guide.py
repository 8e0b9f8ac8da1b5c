"""The author guide, tried as a new author would: every command in it is run, in order, in a new folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fingerpost.assets import PYODIDE_VERSION

GUIDE = Path(__file__).parents[2] / "docs" / "authors" / "index.md"
TEXT = GUIDE.read_text(encoding="utf-8")

BLOCKS = [
    "\n".join(line.strip() for line in block.splitlines())
    for block in re.findall(r"^ *```sh\n(.*?)^ *```$", TEXT, flags=re.DOTALL | re.MULTILINE)
]


@pytest.mark.skipif(shutil.which("sh") is None, reason="the commands are for a shell")
def test_every_command_of_the_guide_works(tmp_path: Path) -> None:
    """All blocks together are one session of one author."""
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    session = subprocess.run(
        ["sh", "-eux"],
        input="\n".join(BLOCKS),
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert session.returncode == 0, session.stderr
    assert "Outcome: A room" in session.stdout
    assert "4 of 4 ways have a scenario." in session.stdout
    assert "**No outcome changes.**" in session.stdout
    assert '"version": "2.1.0"' in session.stdout
    assert '<decision-tree tree="way-to-meet"' in (tmp_path / "my-site" / "site" / "choose" / "index.html").read_text(
        encoding="utf-8"
    )


def test_the_guide_has_its_commands() -> None:
    """The test above runs what the page shows, and not an empty list."""
    assert sum("fingerpost " in block for block in BLOCKS) >= 7


def test_the_guide_names_the_version_of_pyodide() -> None:
    """What an author is told to install is what the engine is tested with."""
    assert f"pyodide@{PYODIDE_VERSION}" in TEXT
