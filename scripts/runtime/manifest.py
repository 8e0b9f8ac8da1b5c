"""The manifest of the engine's files: each one's length and digest, and one id for all of them."""

import hashlib
import json
from pathlib import Path

from runtime import trimming

MODULE = "manifest.mjs"


def write(folder: Path, files: list[Path], wanted: list[Path], wheel: str, module: Path) -> None:
    """Write the manifest as JSON, for a worker that asks the server again, and as a module, for a page's script.

    Args:
        folder: The folder that the files are in; `manifest.json` goes there, too.
        files: The files that every start of the engine fetches.
        wanted: Further scripts that pages ask for with the id of the build, so that it has to change with them.
        wheel: The name of the engine's wheel.
        module: The path of the module.
    """
    facts = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(files)
    }
    others = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(wanted)]
    build = hashlib.sha256(json.dumps([facts, others], sort_keys=True).encode()).hexdigest()
    # Pyodide checks the version in its package list. A site has no packages and fetches none.
    packages = json.loads(trimming.PACKAGE_LIST.read_text(encoding="utf-8"))
    manifest = {
        "build": build[:16],
        "wheel": wheel,
        "files": facts,
        "packages": {"info": packages["info"], "packages": {}},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    module.write_text(f"// Written by the build.\nexport const manifest = {json.dumps(manifest)};\n", encoding="utf-8")
