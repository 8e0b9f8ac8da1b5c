"""Makes a built site installable and usable without a network, with a service worker and a web manifest."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from pathlib import Path
from typing import Final

from fingerpost.site import browser_files

MANIFEST: Final = "app.webmanifest"
"""The name of the web manifest. A file of this name in the site's documentation folder takes precedence."""

_WORKER: Final = "service-worker.js"
_WEB: Final = Path(__file__).parents[1] / "web" / "offline"
_SCRIPT: Final = _WEB / _WORKER
_RETIRING_SCRIPT: Final = _WEB / "retiring-worker.js"
# Files that no page requests, and a folder of such files.
_LEFT_OUT: Final = {_WORKER, "sitemap.xml.gz", *browser_files.FOR_OTHER_SITES}
_LICENCES: Final = "LICENSES"


def add_manifest(site: Path, *, name: str, description: str, language: str, icon: str) -> None:
    """Write the web manifest, unless the site has one.

    Args:
        site: The folder of the built site.
        name: The site's name.
        description: The subject of the site; may be empty.
        language: The language of its pages.
        icon: The site's icon, relative to the folder; may be empty.
    """
    file = site / MANIFEST
    if file.exists():
        return
    manifest: dict[str, object] = {"name": name, "short_name": name}
    if description:
        manifest["description"] = description
    manifest |= {"lang": language, "id": "./", "start_url": "./", "scope": "./", "display": "minimal-ui"}
    if icon:
        kind = mimetypes.guess_type(icon)[0] or "image/png"
        manifest["icons"] = [{"src": icon, "type": kind, "sizes": "any"}]
    file.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def add_service_worker(site: Path) -> None:
    """Write the service worker; it names every other file of the site by its digest, so it comes last.

    Args:
        site: The folder of the built site.
    """
    files = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:32]
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in _LEFT_OUT and path.suffix != ".map" and path.parent.name != _LICENCES
    }
    build = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    facts = f"const BUILD = {json.dumps(build)};\nconst FILES = {json.dumps(files, indent=0)};\n"
    (site / _WORKER).write_text(facts + _SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")


def retire_service_worker(site: Path) -> None:
    """Write a service worker that removes itself: an earlier one would go on showing the pages of its own build.

    Args:
        site: The folder of the built site.
    """
    (site / _WORKER).write_bytes(_RETIRING_SCRIPT.read_bytes())
