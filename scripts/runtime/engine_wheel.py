"""The engine as a browser fetches it: a wheel with only the modules that it needs, compiled."""

import base64
import hashlib
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from project.paths import ENGINE, ROOT
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under
from runtime import zip_files
from runtime.docstrings import without_docstrings
from runtime.engine_modules import browser_modules, collected_modules
from runtime.store import STORE

# Replaced, because it lists folders, and the browser has a zip file.
_NAMES = "fingerpost/registry/names.py"

_PROJECT = ROOT / "pyproject.toml"
_LICENCE = ROOT / "LICENSE"
_VERSION: str = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]

# Compiled modules are for one version of Python, that of the browser.
_TAG = f"cp{sys.version_info.major}{sys.version_info.minor}-none-any"
_ABOUT = f"fingerpost-{_VERSION}.dist-info"

WHEEL = STORE / f"fingerpost-{_VERSION}-{_TAG}.whl"
"""The engine's wheel for the browser."""


def build() -> None:
    """Make the wheel, unless it is up to date.

    Raises:
        StepError: A module is not valid Python.
    """
    modules = browser_modules()
    inputs = [*modules.values(), _PROJECT, _LICENCE, *files_under(Path(__file__).parent)]
    stamp = Stamp("browser-engine", digest_of(inputs))
    if stamp.is_current and WHEEL.is_file():
        skipped("The engine's wheel for the browser")
        return
    stamp.remove()
    with step("Compiling the engine for the browser"):
        for earlier in STORE.glob("*.whl"):
            earlier.unlink()
        sources = {
            file.relative_to(ENGINE.parent).as_posix(): without_docstrings(file.read_bytes())
            for file in modules.values()
        }
        sources[_NAMES] = f"def names_in(package):\n    return {collected_modules(modules)!r}[package]\n".encode()
        # Assertions stay in the engine: it has to behave exactly as it does in the tests.
        files = zip_files.compiled(sources, optimise=0)
        files |= {
            f"{_ABOUT}/METADATA": f"Metadata-Version: 2.4\nName: fingerpost\nVersion: {_VERSION}\n"
            "License-Expression: MIT\nLicense-File: LICENSE\n".encode(),
            f"{_ABOUT}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {_TAG}\n".encode(),
            f"{_ABOUT}/licenses/LICENSE": _LICENCE.read_bytes(),
        }
        zip_files.write(WHEEL, {**files, f"{_ABOUT}/RECORD": _record(files)})
    stamp.write()


def _record(files: Mapping[str, bytes]) -> bytes:
    """Return a wheel's RECORD (PEP 376, PEP 427)."""
    digests = {
        name: base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        for name, content in files.items()
    }
    lines = [f"{name},sha256={digest},{len(files[name])}" for name, digest in sorted(digests.items())]
    return "\n".join([*lines, f"{_ABOUT}/RECORD,,", ""]).encode()
