"""What runs in the visitor's browser: the engine, Pyodide, the page element, the compiled trees.

They are written to docs/assets/fingerpost/, which git ignores, so that any site builder copies them as plain
files. The same inputs give the same bytes: times inside archives are fixed and every list is sorted.
"""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from fingerpost.site.assets import write_modules
from project import browser_engine, browser_pyodide, bundle, trees
from project.browser_engine import KNOWN_ANSWER, LIBRARY, engine_wheel
from project.paths import ASSETS, CACHE, ENGINE
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under

_STORE = CACHE / "assets"


def build() -> None:
    """Write docs/assets/fingerpost/ unless it is up to date; the trees are compiled already.

    Raises:
        StepError: Something could not be built. The earlier assets are left as they were.
    """
    browser_pyodide.build()
    browser_engine.build()
    _assemble()
    _put_trees()


def _assemble() -> None:
    wheel = engine_wheel()
    made = [LIBRARY, wheel, KNOWN_ANSWER, browser_pyodide.LOADER, browser_pyodide.SCRIPT, browser_pyodide.MODULE]
    inputs = [*made, *files_under(ENGINE / "web"), Path(__file__), Path(bundle.__file__)]
    stamp = Stamp("assets", digest_of(inputs))
    if stamp.is_current and (ASSETS / "manifest.json").is_file():
        skipped("Browser assets")
        return
    stamp.remove()
    with step("Writing docs/assets/fingerpost"):
        ASSETS.parent.mkdir(parents=True, exist_ok=True)
        _STORE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_STORE) as temporary:
            folder = Path(temporary) / "new"
            folder.mkdir()
            write_modules(folder)
            for source in made:
                shutil.copyfile(source, folder / source.name)
            bundle.write_worker(folder)
            fetched = [folder / source.name for source in [*made, bundle.WORKER, bundle.WITH_ENGINE]]
            manifest = _manifest(fetched, wheel.name)
            _write_json(folder / "manifest.json", manifest)
            # The same for the page, which needs it without asking for one more file first.
            script = f"// Written by the build.\nexport const manifest = {json.dumps(manifest)};\n"
            (folder / "manifest.mjs").write_text(script, encoding="utf-8")
            if ASSETS.exists():
                shutil.rmtree(ASSETS)
            folder.replace(ASSETS)
    stamp.write()


def _manifest(files: list[Path], wheel: str) -> object:
    """Return what the engine takes: each file's length and digest, and one id for all of them."""
    facts = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(files)
    }
    build = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    # Pyodide checks the version in its package list; the site carries no packages and fetches none.
    packages = json.loads(browser_pyodide.PACKAGE_LIST.read_text(encoding="utf-8"))
    return {"build": build[:16], "wheel": wheel, "files": facts, "packages": {"info": packages["info"], "packages": {}}}


def _put_trees() -> None:
    compiled = trees.compiled()
    stamp = Stamp("trees", digest_of(compiled))
    folder = ASSETS / "trees"
    if stamp.is_current and folder.is_dir():
        return
    stamp.remove()
    with tempfile.TemporaryDirectory(dir=_STORE) as temporary:
        new = Path(temporary) / "trees"
        new.mkdir()
        for path in compiled:
            shutil.copyfile(path, new / f"{json.loads(path.read_text(encoding='utf-8'))['id']}.json")
        if folder.exists():
            shutil.rmtree(folder)
        new.replace(folder)
    stamp.write()


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
