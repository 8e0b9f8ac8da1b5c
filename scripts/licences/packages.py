"""The locked packages: versions and licences as they are installed, digests as they are locked."""

import base64
import json
import re
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import quote

from licences.part import Package
from project.paths import NODE_MODULES, REQUIREMENTS, ROOT


def of_npm(name: str) -> Package:
    """Return a package of npm.

    Args:
        name: Its name.
    """
    algorithm, _, digest = _npm_lock()[f"node_modules/{name}"]["integrity"].partition("-")
    version = facts_of_npm(name)["version"]
    licences = tuple(sorted((NODE_MODULES / name).glob("LICENSE*")))
    url = f"pkg:npm/{quote(name)}@{version}"
    return Package(url, version, ((algorithm, base64.b64decode(digest).hex()),), licences)


def of_pypi(name: str) -> Package:
    """Return a package of PyPI; each of its files is locked, and it was installed from one of them.

    Args:
        name: Its name.
    """
    installed = metadata.distribution(name)
    files = [Path(str(installed.locate_file(file))) for file in installed.files or ()]
    licences = tuple(sorted(file for file in files if file.parent.name == "licenses"))
    digests = tuple(("sha256", digest) for digest in _pypi_digests(name, installed.version))
    return Package(f"pkg:pypi/{name}@{installed.version}", installed.version, digests, licences)


def facts_of_npm(name: str, file: str = "package.json") -> dict[str, Any]:
    """Return a JSON file of an installed package of npm.

    Args:
        name: The package's name.
        file: The file, relative to the package.
    """
    return json.loads((NODE_MODULES / name / file).read_text(encoding="utf-8"))


@cache
def _npm_lock() -> dict[str, Any]:
    return json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]


def _pypi_digests(name: str, version: str) -> list[str]:
    lock = (REQUIREMENTS / "dev.txt").read_text(encoding="utf-8")
    entry = re.search(rf"^{re.escape(name)}=={re.escape(version)} ?\\\n((?: +--hash=.*\n?)+)", lock, re.MULTILINE)
    if entry is None:
        raise LookupError(f"requirements/dev.txt does not lock {name} {version}, which is installed")
    return sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry[1]))
