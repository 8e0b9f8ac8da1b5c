"""Starter files for authors: a small tree without faults, and a site around it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from fingerpost.reference.schema import schema

SCHEMA_NAME: Final = "fingerpost-tree.schema.json"

FILES: Final = Path(__file__).parent / "files"
"""The site that a new author starts with."""

_TREE: Final = "docs/choose/tree.yml"


def new_tree() -> dict[str, str]:
    """Return the files of a tree alone, by their paths; without a site its outcomes have no pages."""
    lines = (FILES / _TREE).read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("    page: "))
    return {"tree.yml": text, SCHEMA_NAME: _schema()}


def new_site() -> dict[str, str]:
    """Return the files of a small site around a tree, by their paths."""
    files = {
        path.relative_to(FILES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(FILES.rglob("*"))
        if path.is_file()
    }
    return {**files, f"docs/choose/{SCHEMA_NAME}": _schema()}


def _schema() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
