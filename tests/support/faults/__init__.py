"""What can fail for a visitor: one table, which the tests bring about and `docs/about/faults.md` describes.

Each module in `rows/` is a group with a heading, and each row in it is a fault. To add a fault, add a row; to add a
group, copy a file in `rows/` and change its content. `check.py` has what every row is held to.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from faults.fault import Fault, Group


def _collected() -> tuple[Group, ...]:
    names = sorted(file.stem for file in (Path(__file__).parent / "rows").glob("[!_]*.py"))
    groups: list[Group] = [import_module(f"faults.rows.{name}").GROUP for name in names]
    return tuple(sorted(groups, key=lambda group: group.order))


GROUPS = _collected()
FAULTS: tuple[Fault, ...] = tuple(fault for group in GROUPS for fault in group.faults)
