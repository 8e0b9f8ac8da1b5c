"""Compares npm's Pyodide with what the project needs: its files, and the version of its Python."""

import json
import sys
from pathlib import Path
from typing import Any

from project.progress import StepError
from runtime import trimming

_GUIDE = "docs/reference/how-it-is-built.md"


def check() -> None:
    """Stop if this Pyodide lacks a file, or runs a Python that could not read the modules compiled by this one.

    Raises:
        StepError: Another version is needed.
    """
    missing = [file.name for file in trimming.FILES if not (trimming.STOCK / file.name).is_file()]
    if missing:
        raise StepError(
            f"{trimming.STOCK}: npm's Pyodide has no {', '.join(missing)}.",
            "Write a version of the tested line into package.json, delete node_modules, and run it again. "
            f"{_GUIDE} describes what another line needs.",
        )
    version = _json(trimming.STOCK / "package.json")["version"]
    wanted = ".".join(_json(trimming.STOCK / trimming.PACKAGE_LIST.name)["info"]["python"].split(".")[:2])
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    if wanted != own:
        raise StepError(
            f"Pyodide {version} runs Python {wanted}, and .venv has Python {own}.",
            f"Write {wanted} into .python-version, or another version of Pyodide into package.json, and run it again. "
            f"{_GUIDE} describes what a new Python needs.",
        )


def _json(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8"))
