"""The sizes of source files and of JavaScript classes: each small enough to read at once."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path
from statistics import median

from project.paths import ENGINE, ROOT

FOLDERS = ("engine", "scripts", "tests", "docs/assets", "overrides")
CODE = {".py", ".mjs", ".js", ".css"}
MOST_LINES = 400
MOST_LINES_IN_THE_MIDDLE = 120
MOST_PRIVATE_FIELDS = 5


@cache
def lengths() -> dict[str, int]:
    """Return the number of lines of each file of code, style sheet and template that is in version control."""
    listed = subprocess.run(["git", "ls-files", "-z", *FOLDERS], cwd=ROOT, check=True, capture_output=True, text=True)
    files = (Path(name) for name in listed.stdout.split("\0") if name)
    return {
        file.as_posix(): len((ROOT / file).read_text(encoding="utf-8").splitlines())
        for file in files
        if file.suffix in {*CODE, ".html"} and (ROOT / file).is_file()
    }


def test_no_file_is_too_long_to_read_at_once() -> None:
    assert len(lengths()) > 400
    assert {name: lines for name, lines in lengths().items() if lines > MOST_LINES} == {}


def test_half_of_the_files_are_short() -> None:
    assert median(lines for name, lines in lengths().items() if Path(name).suffix in CODE) < MOST_LINES_IN_THE_MIDDLE


def test_no_class_of_the_page_has_many_private_fields() -> None:
    a_class = re.compile(r"^(?:export )?class (\w+)(.*?)^}", re.MULTILINE | re.DOTALL)
    fields = {
        f"{file.name}: {name}": len(re.findall(r"^  #\w+(?: =|;)", body, re.MULTILINE))
        for file in ENGINE.glob("web/**/*.mjs")
        for name, body in a_class.findall(file.read_text(encoding="utf-8"))
    }

    assert len(fields) >= 10
    assert {name: count for name, count in fields.items() if count > MOST_PRIVATE_FIELDS} == {}
    assert max(fields.values()) == MOST_PRIVATE_FIELDS
