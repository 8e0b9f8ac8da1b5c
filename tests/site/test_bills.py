"""The bills of materials: valid, the same every time, and true of the files that are published."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from built_site import SITE
from fingerpost.site import browser_files
from licences import in_browser, in_theme
from licences.part import Part
from project.paths import REQUIREMENTS, ROOT

BILLS = SITE / "about" / "LICENSES"
OF_THE_SITE = BILLS / "site.cdx.json"
OF_THE_PACKAGE = BILLS / "fingerpost.cdx.json"

each_bill = pytest.mark.parametrize("file", [OF_THE_SITE, OF_THE_PACKAGE], ids=lambda file: file.name)


def read(file: Path) -> dict[str, Any]:
    """Return a bill."""
    return json.loads(file.read_text(encoding="utf-8"))


def of_kind(file: Path, kind: str) -> list[dict[str, Any]]:
    """Return the components of a bill that are of a kind."""
    return [component for component in read(file)["components"] if component["type"] == kind]


def faults(text: str) -> object:
    """Return what the schema of CycloneDX has against a bill; None if nothing."""
    return JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)


@each_bill
def test_a_bill_is_valid(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert faults(text) is None
    assert faults(text.replace('"SHA-256"', '"SHA-255"')) is not None
    assert read(file)["specVersion"] == "1.6"


@each_bill
def test_a_bill_says_no_time(file: Path) -> None:
    assert "timestamp" not in file.read_text(encoding="utf-8")


@each_bill
def test_every_part_has_a_version_a_licence_and_a_source(file: Path) -> None:
    parts: list[Part] = [*in_browser.parts(), *(in_theme.parts() if file == OF_THE_SITE else [])]
    listed = {component["bom-ref"]: component for component in of_kind(file, "library")}

    assert listed.keys() == {part.title for part in parts}
    for part in parts:
        component = listed[part.title]
        assert component["licenses"] == [{"expression": part.licence}]
        assert component.get("version", "") == part.version
        assert [reference["url"] for reference in component["externalReferences"]] == [part.source]
        assert component["copyright"] == "\n".join(part.copyright)


def test_packages_have_the_digests_that_are_locked() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    requirements = (REQUIREMENTS / "dev.txt").read_text(encoding="utf-8")
    packages = {component["purl"]: component for component in of_kind(OF_THE_SITE, "library") if "purl" in component}

    assert len(packages) == 4
    for purl, component in packages.items():
        for digest in component["hashes"]:
            number = bytes.fromhex(digest["content"])
            if purl.startswith("pkg:npm/"):
                name = purl.removeprefix("pkg:npm/").rpartition("@")[0].replace("%40", "@")
                assert digest["alg"] == "SHA-512"
                integrity = lock[f"node_modules/{name}"]["integrity"]
                assert integrity == f"sha512-{base64.b64encode(number).decode()}"
            else:
                assert f"--hash=sha256:{digest['content']}" in requirements


@pytest.mark.parametrize(
    ("file", "folder"), [(OF_THE_SITE, SITE), (OF_THE_PACKAGE, browser_files.folder())], ids=["site", "package"]
)
def test_files_have_the_digests_that_are_stated(file: Path, folder: Path) -> None:
    stated = {component["name"]: component["hashes"][0]["content"] for component in of_kind(file, "file")}

    assert {"engine-worker.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "word.mjs"} <= {
        Path(name).name for name in stated
    }
    for name, digest in stated.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name


@each_bill
def test_each_file_depends_on_the_parts_in_it(file: Path) -> None:
    depends = {entry["ref"]: entry.get("dependsOn", []) for entry in read(file)["dependencies"]}
    files = {component["bom-ref"]: component["name"] for component in of_kind(file, "file")}
    held = {
        component["bom-ref"]: [
            found["value"] for found in component["properties"] if found["name"] == "fingerpost:file"
        ]
        for component in of_kind(file, "library")
    }

    for ref, name in files.items():
        inside = [part for part, patterns in held.items() if any(fnmatchcase(name, pattern) for pattern in patterns)]
        assert depends[ref] == sorted(inside)
        assert inside
    wasm = next(ref for ref, name in files.items() if name.endswith("pyodide.asm.wasm"))
    assert "bzip2 1.0.6" in depends[wasm]


def test_a_site_publishes_the_bill_of_the_package() -> None:
    assert (browser_files.folder() / "LICENSES" / "fingerpost.cdx.json").read_bytes() == OF_THE_PACKAGE.read_bytes()


def test_a_bill_is_the_same_whoever_makes_it(tmp_path: Path) -> None:
    """With other orders of sets, another time zone and another day, the same parts give the same bytes."""
    code = (
        "import sys; from pathlib import Path; from licences import bill, in_browser; "
        "from cyclonedx.model.component import ComponentType as Kind; "
        "folder = Path(sys.argv[1]); files = {path.name: path for path in folder.iterdir() if path.is_file()}; "
        "bill.write(Path(sys.argv[2]), bill.subject('a', '1', Kind.LIBRARY, 'MIT'), in_browser.parts(), files)"
    )
    made: list[bytes] = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        file = tmp_path / f"{seed}.json"
        subprocess.run(
            [sys.executable, "-c", code, browser_files.folder(), file],
            cwd=ROOT / "scripts",
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
        )
        made.append(file.read_bytes())

    assert made[0] == made[1]
