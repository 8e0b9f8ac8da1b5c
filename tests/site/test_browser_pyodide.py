"""The trimmed Pyodide: smaller than npm's, with the same results for the code that is used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from project.commands import output_of
from project.paths import VENV, program
from runtime import trimming

RUN = Path(__file__).with_name("run_python.mjs")
LIBRARY = trimming.STOCK / "python_stdlib.zip"

# Each has a heading; the value of its last line is its outcome.
_TEXT = Path(__file__).with_name("pieces_of_python.txt").read_text(encoding="utf-8")
PIECES = {part.partition("\n")[0]: part.partition("\n")[2] for part in f"\n{_TEXT}".split("\n## ")[1:]}


def outcomes(pyodide: Path, folder: Path) -> dict[str, object]:
    """Return the outcomes of the pieces."""
    pieces = folder / "pieces.json"
    pieces.write_text(json.dumps(list(PIECES.values())), encoding="utf-8")
    printed = output_of([program(VENV, "node"), RUN, pyodide, LIBRARY, pieces])
    assert printed is not None
    return dict(zip(PIECES, json.loads(printed), strict=True))


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    return outcomes(trimming.STOCK, tmp_path_factory.mktemp("stock"))


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    return outcomes(trimming.FOLDER, tmp_path_factory.mktemp("ours"))


@pytest.mark.parametrize("piece", PIECES)
def test_python_does_the_same(piece: str, stock: dict[str, object], ours: dict[str, object]) -> None:
    assert ours[piece] == stock[piece]


def test_what_only_packages_need_is_left_out() -> None:
    assert trimming.SCRIPT.stat().st_size < 0.4 * (trimming.STOCK / "pyodide.asm.js").stat().st_size
    assert trimming.MODULE.stat().st_size < 0.9 * (trimming.STOCK / "pyodide.asm.wasm").stat().st_size
