"""Zip files of compiled modules, in the same bytes every time."""

import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from project.commands import run
from project.paths import VENV, program

# 1980-01-01, the earliest time that a zip file can represent.
_EPOCH = (1980, 1, 1, 0, 0, 0)

_REPRODUCIBLE = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}


def write(archive: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip file with its members sorted, all with the same fixed time.

    Args:
        archive: The zip file.
        files: The content of each member by its name.
    """
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in sorted(files.items()):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.external_attr = 0o644 << 16
            new.writestr(member, content, zipfile.ZIP_DEFLATED, 9)


def compiled(sources: Mapping[str, bytes], *, optimise: int) -> dict[str, bytes]:
    """Compile modules as Python imports them from a zip file.

    Args:
        sources: The source of each module by its path, which appears in tracebacks.
        optimise: 0 includes assertions and docstrings, 2 removes both.

    Returns:
        The compiled modules by their paths.

    Raises:
        StepError: One of them is not valid Python.
    """
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "modules.zip"
        write(archive, sources)
        run(
            [program(VENV, "pyodide"), "py-compile", "--silent", "--no-keep", archive],
            problem="Modules for the browser could not be compiled",
            remedy="Read the lines above: a module may not be valid Python.",
            extra_environment={**_REPRODUCIBLE, "PYTHONOPTIMIZE": str(optimise)},
        )
        with zipfile.ZipFile(archive) as compiled_archive:
            return {name: compiled_archive.read(name) for name in compiled_archive.namelist()}
