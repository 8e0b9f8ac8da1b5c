"""The same sources give the same bytes, in another folder and under other settings: the wheel, the source, the site."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from built_site import SITE
from fingerpost.site import browser_files
from project.paths import NODE_MODULES, ROOT, VENV
from steps import release

OF_THE_PACKAGE = ("engine", "LICENSES", "LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "hatch_build.py")
OF_THE_SITE = (*OF_THE_PACKAGE, "docs", "includes", "overrides", "scripts", "requirements", "mkdocs.yml")
ALSO = (".python-version", "package.json", "package-lock.json", ".gitignore")

ELSEWHERE = {"PYTHONHASHSEED": "4321", "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}


def copy_of_sources(names: tuple[str, ...], folder: Path) -> Path:
    """Copy parts of the repository as somebody with other settings has them: private, and touched today."""
    copy = folder / "a folder with ünusual name"
    copy.mkdir()
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, copy / name)
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return copy


def build_packages(sources: Path, folder: Path, umask: int, **variables: str) -> dict[str, Path]:
    """Build the wheel and the source, and return them by their names."""
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(sources)]
    subprocess.run(command, env=environment | variables, umask=umask, check=True, capture_output=True)
    return {path.name: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The packages, built from this folder."""
    return build_packages(ROOT, tmp_path_factory.mktemp("here"), 0o022, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")


def test_the_wheel_and_the_source_are_the_same_wherever_they_are_built(here: dict[str, Path], tmp_path: Path) -> None:
    sources = copy_of_sources((*OF_THE_PACKAGE, ".gitignore"), tmp_path)
    there = build_packages(sources, tmp_path / "made", 0o077, **ELSEWHERE)

    assert here.keys() == there.keys()
    assert {Path(name).suffix for name in here} == {".whl", ".gz"}
    for name, file in here.items():
        assert digests(file) == digests(there[name])  # first, because it names the files that differ
        assert file.read_bytes() == there[name].read_bytes(), name


def test_the_wheel_has_its_bill_and_the_licences_where_programs_look_for_them(here: dict[str, Path]) -> None:
    (wheel,) = (file for name, file in here.items() if name.endswith(".whl"))
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        about = next(name for name in names if name.endswith(".dist-info/METADATA")).removesuffix("METADATA")
        bill = archive.read(f"{about}sboms/fingerpost.cdx.json")

    assert bill == (browser_files.folder() / "LICENSES" / "fingerpost.cdx.json").read_bytes()
    assert f"{about}licenses/LICENSES/pyodide-MPL-2.0.txt" in names
    assert "fingerpost/site/browser_files/LICENSES/pyodide-MPL-2.0.txt" in names


def test_an_archive_of_a_site_says_nothing_of_the_machine(tmp_path: Path) -> None:
    made: list[bytes] = []
    for number, mode in enumerate((0o600, 0o644)):
        folder = tmp_path / str(number) / "site"
        (folder / "b").mkdir(parents=True)
        for name in sorted(("a.html", "b/c.html"), reverse=bool(number)):
            (folder / name).write_text(name, encoding="utf-8")
            (folder / name).chmod(mode)
            os.utime(folder / name, (number, number))
        release.pack(folder, tmp_path / f"{number}.tar.gz")
        made.append((tmp_path / f"{number}.tar.gz").read_bytes())

    assert made[0] == made[1]
    with tarfile.open(tmp_path / "0.tar.gz") as archive:
        assert [(member.name, member.mode, member.uid) for member in archive] == [
            ("site/a.html", 0o644, 0),
            ("site/b/c.html", 0o644, 0),
        ]


@pytest.mark.long
@pytest.mark.skipif(
    os.name == "nt", reason="the copy gets this environment as a link, which Windows allows few to make"
)
def test_the_site_and_the_browsers_files_are_the_same_wherever_they_are_built(tmp_path: Path) -> None:
    sources = copy_of_sources((*OF_THE_SITE, *ALSO), tmp_path)
    shutil.rmtree(sources / "engine" / "fingerpost" / "site" / "browser_files")
    for name in ("docs/about/LICENSES", "docs/about/licences.md", "docs/assets/fonts"):
        shutil.rmtree(sources / name) if (sources / name).is_dir() else (sources / name).unlink()
    (sources / ".venv").symlink_to(VENV)
    (sources / "node_modules").symlink_to(NODE_MODULES)
    made = subprocess.run(
        [sys.executable, "-c", "from steps import site; site.build()"],
        cwd=sources / "scripts",
        env=os.environ | ELSEWHERE,
        umask=0o077,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert made.returncode == 0, made.stdout + made.stderr
    ours, theirs = browser_files.folder(), sources / "engine" / "fingerpost" / "site" / "browser_files"
    assert dict(contents(theirs)) == dict(contents(ours))
    assert dict(contents(sources / "site")) == dict(contents(SITE))


def contents(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the digest of each file below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def digests(package: Path) -> dict[str, str]:
    """Return the digest of each file in a package by its name."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as archive:
            return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    with tarfile.open(package) as archive:
        files = ((member.name, archive.extractfile(member)) for member in archive)
        return {name: hashlib.sha256(file.read()).hexdigest() for name, file in files if file is not None}
