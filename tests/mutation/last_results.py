"""Keeps the results of each module, so that a later run can try only what no test had noticed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from mutants import Mutant
from trial import MISSED

import fingerpost

_ENGINE = Path(fingerpost.__file__).parent


class LastResults:
    """The results of the last runs.

    Args:
        folder: The folder that keeps them, with a file for each module; it is made if it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, module: Path, results: Sequence[tuple[Mutant, str]]) -> None:
        """Write the results of a module in place of earlier ones."""
        changes = [
            {"function": mutant.function, "change": mutant.change, "result": result} for mutant, result in results
        ]
        text = json.dumps({"module": _digest(module), "changes": changes}, indent=1)
        self._file(module).write_text(text, encoding="utf-8")

    def noticed(self, module: Path) -> frozenset[tuple[str, str]]:
        """Return the changes that a test noticed, as function and change; none if the module is another by now."""
        if not self._file(module).exists():
            return frozenset()
        results = json.loads(self._file(module).read_text(encoding="utf-8"))
        if results["module"] != _digest(module):
            return frozenset()
        return frozenset(
            (each["function"], each["change"]) for each in results["changes"] if each["result"] not in MISSED
        )

    def _file(self, module: Path) -> Path:
        return self._folder / f"{module.relative_to(_ENGINE).as_posix().replace('/', '+')}.json"


def _digest(module: Path) -> str:
    return sha256(module.read_bytes()).hexdigest()
