"""Compares Pyodide's Python with the project's own, which compiles for it."""

import json
import sys
from typing import Any

from project.progress import StepError
from runtime import trimming


def check() -> None:
    """Stop if Pyodide runs another version of Python, which could not read the modules compiled by this one.

    Raises:
        StepError: The two are of different versions.
    """
    version = _json("package.json")["version"]
    wanted = ".".join(_json(trimming.PACKAGE_LIST.name)["info"]["python"].split(".")[:2])
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    if wanted != own:
        raise StepError(
            f"Pyodide {version} runs Python {wanted}, and .venv has Python {own}.",
            f"Write {wanted} into .python-version, or another version of Pyodide into package.json, and run it again. "
            "docs/reference/how-it-is-built.md says what a new Python needs.",
        )


def _json(name: str) -> dict[str, Any]:
    file = trimming.STOCK / name
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StepError(
            f"Pyodide has no {name} where {trimming.STOCK.name}'s npm package of the tested line has it.",
            "Write a version of Pyodide's tested line into package.json, delete node_modules, and run it again. "
            "docs/reference/how-it-is-built.md says what another line needs.",
        ) from None
