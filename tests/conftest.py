"""What tests of every kind share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A time limit for an example would test the machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def tree_file(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Return a function that writes a tree file and gives its path."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "tree.yml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
