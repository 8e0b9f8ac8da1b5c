"""What a site serves for its trees: the page element, the engine, and Pyodide to run it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Final

from fingerpost import __version__
from fingerpost.check import check_file
from fingerpost.door import call
from fingerpost.site.starter import FILES
from fingerpost.tree.compiled_writer import to_json

PYODIDE_VERSION: Final = "0.29.5"
"""The version of Pyodide that the engine is tested with."""

_PACKAGE: Final = Path(__file__).parents[1]
_WEB: Final = _PACKAGE / "web"
_PUBLISHED: Final = ("element/**/*.*", "engine/*.*", "material/material-history.js")
_FOLDERS_OF_IMPORT: Final = re.compile(r'((?:from |import |import\()")(?:\.{1,2}/)+(?:[\w-]+/)*(?=[\w-]+\.mjs")')
_WHEEL: Final = f"fingerpost-{__version__}-py3-none-any.whl"
_KNOWN_ANSWER: Final = "known-answer.json"
_PYODIDE: Final = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
_PACKAGE_LIST: Final = "pyodide-lock.json"
_NOT_FOR_THE_BROWSER: Final = {"cli", "site", "web", "__pycache__"}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def missing_from(pyodide: Path) -> list[str]:
    """Return the files of Pyodide that a folder lacks."""
    return [name for name in (*_PYODIDE, _PACKAGE_LIST) if not (pyodide / name).is_file()]


def write_assets(folder: Path, pyodide: Path | None) -> list[str]:
    """Write everything that pages with a tree load.

    Args:
        folder: The folder to write to; it is made where it is missing.
        pyodide: The folder of Pyodide, as npm installs it; None leaves Pyodide out, and the trees work as links.

    Returns:
        The names of the files, sorted.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_modules(folder)
    _write_wheel(folder / _WHEEL)
    _write_json(folder / _KNOWN_ANSWER, _known_answer())
    fetched = [_WHEEL, _KNOWN_ANSWER]
    # Without Pyodide's packages: a site carries none of them and fetches none.
    packages: dict[str, object] = {"packages": {}}
    if pyodide is not None:
        for name in _PYODIDE:
            shutil.copyfile(pyodide / name, folder / name)
        fetched += _PYODIDE
        packages["info"] = json.loads((pyodide / _PACKAGE_LIST).read_text(encoding="utf-8"))["info"]
    manifest = _manifest([folder / name for name in sorted(fetched)], packages)
    _write_json(folder / "manifest.json", manifest)
    script = f"// Written by `fingerpost assets`.\nexport const manifest = {json.dumps(manifest)};\n"
    (folder / "manifest.mjs").write_text(script, encoding="utf-8", newline="\n")
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def write_modules(folder: Path) -> None:
    """Write the modules and style sheets of the page element side by side, as sites name them.

    Args:
        folder: The folder to write to.
    """
    for source in [path for part in _PUBLISHED for path in sorted(_WEB.glob(part))]:
        text = _FOLDERS_OF_IMPORT.sub(r"\1./", source.read_text(encoding="utf-8"))
        (folder / source.name).write_text(text, encoding="utf-8", newline="\n")


def _write_wheel(path: Path) -> None:
    """Write the installed engine as a wheel, the same bytes every time."""
    about = f"fingerpost-{__version__}.dist-info"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in sorted(_PACKAGE.rglob("*.py")):
            inside = source.relative_to(_PACKAGE)
            if _NOT_FOR_THE_BROWSER.isdisjoint(inside.parts):
                archive.writestr(zipfile.ZipInfo(f"fingerpost/{inside.as_posix()}", _EPOCH), source.read_bytes())
        metadata = f"Metadata-Version: 2.1\nName: fingerpost\nVersion: {__version__}\n"
        archive.writestr(zipfile.ZipInfo(f"{about}/METADATA", _EPOCH), metadata)
        kind = "Wheel-Version: 1.0\nGenerator: fingerpost\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(zipfile.ZipInfo(f"{about}/WHEEL", _EPOCH), kind)


def _known_answer() -> dict[str, object]:
    """Return calls with the answers given here: the engine in a browser proves itself on them."""
    tree, _ = check_file(FILES / "docs" / "choose" / "tree.yml")
    if tree is None:
        raise RuntimeError("the starter tree of this installation cannot be read")
    calls = [
        ("load", json.dumps({"tree": to_json(tree)})),
        ("view", json.dumps({"tree": tree.id, "link": ""})),
    ]
    return {"calls": calls, "answers": [call(method, payload) for method, payload in calls]}


def _manifest(files: list[Path], packages: dict[str, object]) -> dict[str, object]:
    """Return what the worker fetches: each file's length and digest, and one id for all of them."""
    facts = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in files
    }
    build = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    return {"build": build[:16], "wheel": _WHEEL, "files": facts, "packages": packages}


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8", newline="\n")
