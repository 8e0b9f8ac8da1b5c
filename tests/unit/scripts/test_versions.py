"""A Pyodide that the project can't use is refused with the reason, before anything is made of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from project.progress import StepError
from runtime import trimming, versions

OWN = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def stock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like that of npm's Pyodide."""
    for file in trimming.FILES:
        (tmp_path / file.name).touch()
    (tmp_path / "package.json").write_text('{"version": "0.99.1"}', encoding="utf-8")
    runs_python(tmp_path, f"{OWN}.2")
    monkeypatch.setattr(trimming, "STOCK", tmp_path)
    return tmp_path


def runs_python(stock: Path, version: str) -> None:
    """Write the list of packages, which names the version of Python."""
    (stock / "pyodide-lock.json").write_text(json.dumps({"info": {"python": version}}), encoding="utf-8")


@pytest.mark.usefixtures("stock")
def test_the_python_that_compiles_the_engine_is_accepted() -> None:
    versions.check()


@pytest.mark.parametrize("name", [file.name for file in trimming.FILES])
def test_a_missing_file_is_named_with_the_remedy(stock: Path, name: str) -> None:
    """Another line of Pyodide may have other files."""
    (stock / name).unlink()

    with pytest.raises(StepError) as refused:
        versions.check()

    assert refused.value.problem == f"{stock}: npm's Pyodide has no {name}."
    assert refused.value.remedy.startswith("Write a version of the tested line into package.json, delete node_modules")


@pytest.mark.parametrize("version", ["3.9.1", "3.99.0"])
def test_another_python_is_refused_because_it_can_not_read_what_this_one_compiles(stock: Path, version: str) -> None:
    """Otherwise, the browser would report a "bad magic number"."""
    runs_python(stock, version)

    with pytest.raises(StepError) as refused:
        versions.check()

    wanted = version.rpartition(".")[0]
    assert refused.value.problem == f"Pyodide 0.99.1 runs Python {wanted}, and .venv has Python {OWN}."
    assert refused.value.remedy.startswith(f"Write {wanted} into .python-version, or another version of Pyodide into")
