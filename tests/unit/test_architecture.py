"""The rooms of the engine import one another as ARCHITECTURE.md allows, and never back up."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import fingerpost

PACKAGE = Path(fingerpost.__file__).parent
PAGE = Path(__file__).parents[2] / "ARCHITECTURE.md"


def allowed() -> dict[str, set[str]]:
    """Return each room of the table with the rooms that it may import, in the order of the table."""
    rows: dict[str, set[str]] = {}
    for room, imports in re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE):
        rows[room] = set(rows) if imports.strip() == "all above" else set(re.findall(r"\w+", imports))
    return rows


def room_of(file: Path) -> str:
    """Return the folder of the package, or the module beside the folders, that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> Iterator[Path]:
    """Yield every Python file of the package but the package's own face."""
    yield from (file for file in sorted(PACKAGE.rglob("*.py")) if file.parent != PACKAGE or file.stem != "__init__")


def imported_by(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the rooms that a file imports, each with the line."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports {node.module} by where it stands: write the full name"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for package, room in (name.split(".")[:2] for name in names if "." in name):
            if package == fingerpost.__name__ and room != "__version__":
                yield node.lineno, room


def test_the_table_names_every_room() -> None:
    assert set(allowed()) == {room_of(file) for file in modules()}


def test_no_room_may_import_one_below_it() -> None:
    above: set[str] = set()
    for room, imports in allowed().items():
        assert imports <= above, f"{room} may import a room that does not stand above it"
        above.add(room)


@pytest.mark.parametrize("room", allowed())
def test_a_room_imports_what_its_row_names_and_no_more(room: str) -> None:
    used = {
        (other, f"{file.relative_to(PACKAGE)}:{line}")
        for file in modules()
        if room_of(file) == room
        for line, other in imported_by(file)
        if other != room
    }

    assert sorted(place for place in used if place[0] not in allowed()[room]) == []


def test_an_import_is_seen_wherever_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    lines = ("def draw():", "    from fingerpost.cli import main", "", "import fingerpost.site.assets")
    file.write_text("\n".join(lines), encoding="utf-8")

    assert sorted(imported_by(file)) == [(2, "cli"), (4, "site")]
