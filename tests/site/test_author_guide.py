"""The author guide, tried as a new author would: every command in it is run, in order, in a new folder."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from ruamel.yaml import YAML

from fingerpost.check import check_reading
from fingerpost.site.block import FIELDS
from fingerpost.site.drawings import DRAWINGS
from fingerpost.site.extension import FingerpostExtension
from fingerpost.site.options import Options
from fingerpost.site.starter import new_tree
from fingerpost.source import read_source
from fingerpost.text.markup import Text

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


def test_every_example_of_a_tree_is_sound() -> None:
    """What the guide shows of a tree is taken into the tree that a new author begins with; that is still sound."""
    yaml = YAML(typ="safe")
    tree: dict[str, object] = yaml.load(new_tree()["tree.yml"])  # pyright: ignore[reportUnknownMemberType] # untyped
    shown: set[str] = set()
    for example in re.findall(r"^ *```yaml\n(.*?)^ *```$", TEXT, flags=re.DOTALL | re.MULTILINE):
        part: dict[str, object] = yaml.load(textwrap.dedent(example))  # pyright: ignore[reportUnknownMemberType]
        if "renamed" in part:
            # Its ids are words that say what stands there.
            continue
        _take_in(tree, part)
        shown |= part.keys()
    written = io.BytesIO()
    yaml.dump(tree, written)  # pyright: ignore[reportUnknownMemberType] # untyped
    read, findings = check_reading(read_source(written.getvalue(), "tree.yml"))

    assert shown == {"scenarios", "noun", "verdict", "questions", "edition", "editions", "revised"}
    assert [str(finding) for finding in findings if finding.severity == "error"] == []
    assert read is not None
    assert read.scenarios["move"].title == Text("Announce an office move", "Announce an office move")
    question = read.questions["discussion"]
    assert [text.ours for text in (question.reason, question.help, question.more) if text] == [True, False, True]


def _take_in(whole: dict[str, object], part: Mapping[str, object]) -> None:
    """Put the fields of one mapping into another, and those of the mappings inside it."""
    for name, value in part.items():
        inside = whole.get(name)
        if isinstance(inside, dict) and isinstance(value, Mapping):
            _take_in(cast("dict[str, object]", inside), cast("Mapping[str, object]", value))
        else:
            whole[name] = value


def test_the_guide_has_its_commands() -> None:
    """The test above runs what the page shows, and not an empty list."""
    assert sum("fingerpost " in block for block in BLOCKS) >= 7


def rows(heading: str) -> dict[str, list[str]]:
    """Return the cells of each row of a table by the name in its first cell."""
    table = re.search(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", TEXT, flags=re.MULTILINE)
    assert table is not None, heading
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines())
    return {name.strip("`"): rest for name, *rest in cells}


def written(value: object) -> str:
    """Return a default as the guide writes it."""
    return "empty" if value == "" else f"`{str(value).lower() if isinstance(value, bool) else value}`"


def test_every_option_of_the_plugin_is_described_with_its_default() -> None:
    """The table has the plugin's options and no others."""
    described = {name: cells[0] for name, cells in rows("option").items()}

    assert described == {name: written(kind.default) for name, kind in Options._schema}


def test_every_option_of_the_extension_is_described_with_its_default() -> None:
    """The table has the extension's options and no others."""
    described = {name: cells[0] for name, cells in rows("extension option").items()}

    assert described == {name: written(value) for name, value in FingerpostExtension().getConfigs().items()}


def test_every_field_of_a_block_is_described() -> None:
    """The table has the fields, and what can be shown."""
    described = rows("field")

    assert set(described) == set(FIELDS)
    assert set(DRAWINGS) <= set(re.findall(r"`([a-z-]+)`", " ".join(described["show"])))
