"""Puts the bill of materials into the wheel where programs look for one (PEP 770), and makes no wheel that lacks it."""

from pathlib import Path
from typing import Any, override

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_BILL = "engine/fingerpost/site/browser_files/LICENSES/fingerpost.cdx.json"


class BillOfMaterials(BuildHookInterface):
    """Called by hatchling before it builds a wheel."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the bill; an installation for development comes before the browser's files, and has none.

        Raises:
            FileNotFoundError: The browser's files were not made.
        """
        if version == "editable":
            return
        if not (Path(self.root) / _BILL).is_file():
            raise FileNotFoundError(
                f"{_BILL} not found: a wheel needs the browser's files. Make them with `python3 scripts/runtime.py`."
            )
        build_data["sbom_files"].append(_BILL)
