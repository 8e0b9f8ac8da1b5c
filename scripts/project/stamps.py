"""Skips work that is done: a stamp holds the hash of all inputs of a result."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from project.paths import BROWSER_FILES, CACHE, ROOT

_IGNORED_FOLDERS = {"__pycache__", BROWSER_FILES.name}


def files_under(*folders: Path, suffix: str = "") -> list[Path]:
    """Return every file under some folders, in a fixed order.

    Args:
        folders: The folders. One that does not exist holds no files.
        suffix: The ending that a file's name must have.

    Returns:
        The files, without Python's caches and the generated browser files.
    """
    return sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.name.endswith(suffix)
        and path.is_file()
        and not _IGNORED_FOLDERS.intersection(path.relative_to(folder).parts)
    )


def digest_of(files: Iterable[Path], *facts: str) -> str:
    """Return one hash over the names and contents of files, and over other facts.

    Args:
        files: Files below the repository's root. A missing one counts as missing.
        facts: Anything else that the result depends on.

    Returns:
        A hexadecimal SHA-256.
    """
    whole = hashlib.sha256()
    for fact in facts:
        whole.update(f"fact {fact}\0".encode())
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"
        whole.update(f"file {path.relative_to(ROOT).as_posix()} {content}\0".encode())
    return whole.hexdigest()


class Stamp:
    """Records the inputs from which a result was made."""

    def __init__(self, name: str, digest: str) -> None:
        """Name the result.

        Args:
            name: The name of the result, also the stamp's file name.
            digest: The hash of its present inputs.
        """
        self._file = CACHE / "stamps" / name
        self._digest = digest

    @property
    def is_current(self) -> bool:
        """True if the finished result was made from exactly these inputs."""
        try:
            return self._file.read_text(encoding="utf-8") == self._digest
        except (OSError, UnicodeDecodeError):
            return False

    def remove(self) -> None:
        """Remove the stamp before the result is made again: an interrupted run must not leave a stamp behind."""
        self._file.unlink(missing_ok=True)

    def write(self) -> None:
        """Record that the result is finished."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(self._digest, encoding="utf-8")
