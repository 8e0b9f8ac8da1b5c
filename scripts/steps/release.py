"""Makes the files of a release: the wheel, the source, the site as one file, both bills of materials, and digests.

The same sources give the same bytes, so that anybody can build a release again and compare.
"""

import gzip
import hashlib
import re
import shutil
import tarfile
import tomllib
from pathlib import Path

from project.commands import run
from project.paths import BROWSER_FILES, ROOT, SITE, VENV, program
from project.progress import StepError, say, step

DIST = ROOT / "dist"
"""The folder of the files; git ignores it."""

_CHANGES = ROOT / "CHANGELOG.md"
_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\][^\n]*\n(?P<text>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)


def version() -> str:
    """Return the version in pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def check_tag(tag: str) -> None:
    """Stop unless a tag is that of this version, and the changes of this version are written down.

    Args:
        tag: The tag, such as `v1.2.3`.

    Raises:
        StepError: It is another one, or CHANGELOG.md has no section for the version.
    """
    if tag != f"v{version()}":
        raise StepError(
            f"The tag is {tag}, and pyproject.toml has version {version()}.",
            f"Tag the commit as v{version()}, or change the version in pyproject.toml first.",
        )
    if not notes():
        raise StepError(
            f"CHANGELOG.md has no section for version {version()}.",
            f"Rename the section “Unreleased” to “[{version()}] - ” and the day, and start an empty one above it.",
        )


def notes() -> str:
    """Return the changes of this version, as CHANGELOG.md has them; empty if it has none."""
    sections = {found["version"]: found["text"].strip() for found in _HEADING.finditer(_CHANGES.read_text("utf-8"))}
    return sections.get(version(), "")


def build() -> None:
    """Write the files into dist/. The site has to be built.

    Raises:
        StepError: A package can't be built.
    """
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    with step("Building the wheel and the source"):
        run(
            [program(VENV, "python"), "-m", "build", "--no-isolation", "--outdir", DIST, ROOT],
            problem="The packages could not be built",
        )
    with step("Putting the site into one file"):
        pack(SITE, DIST / f"site-{version()}.tar.gz")
    shutil.copyfile(BROWSER_FILES / "LICENSES" / "fingerpost.cdx.json", DIST / f"fingerpost-{version()}.cdx.json")
    shutil.copyfile(SITE / "about" / "LICENSES" / "site.cdx.json", DIST / f"site-{version()}.cdx.json")
    files = sorted(DIST.iterdir())
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    (DIST / "notes.md").write_text(f"{notes()}\n", encoding="utf-8")
    for file in files:
        say(f"   {file.relative_to(ROOT).as_posix()}")


def pack(folder: Path, archive: Path) -> None:
    """Write a folder into a compressed archive, without anything that differs from machine to machine.

    Args:
        folder: The folder.
        archive: The archive, `.tar.gz`; its top folder has the folder's name.
    """
    with (
        archive.open("wb") as file,
        gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            member = tarfile.TarInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}")
            member.size, member.mode = path.stat().st_size, 0o644
            with path.open("rb") as content:
                tar.addfile(member, content)
