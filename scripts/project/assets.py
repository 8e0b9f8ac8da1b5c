"""What runs in the visitor's browser: the engine, Pyodide, the page element, the compiled trees.

They are written to docs/assets/fingerpost/, which git ignores, so that any site builder copies them as plain
files. The same inputs give the same bytes: times inside archives are fixed and every list is sorted.
"""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from project import browser_engine
from project.browser_engine import KNOWN_ANSWER, LIBRARY, PYODIDE, engine_wheel
from project.commands import run
from project.paths import ASSETS, CACHE, DOCS, ENGINE, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under

# Every tree of the site, as a path inside docs/.
TREES = (Path("choose/tree.yml"), Path("examples/incident/tree.yml"), Path("examples/licence/tree.yml"))

# What the worker fetches of Pyodide. The standard library is made here, from Pyodide's own.
_COPIED_FROM_PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")

_STORE = CACHE / "assets"


def build() -> None:
    """Write docs/assets/fingerpost/ unless it is up to date.

    Raises:
        StepError: Something could not be built. The earlier assets are left as they were.
    """
    browser_engine.build()
    _assemble()


def check_trees() -> None:
    """Check every tree against the pages; print all findings.

    Raises:
        StepError: A tree has findings that must be mended.
    """
    for tree in TREES:
        with step(f"Checking docs/{tree.as_posix()}"):
            run(
                # Short paths, from the repository's root: findings start with them.
                [program(VENV, "fingerpost"), "check", Path(DOCS.name) / tree, "--docs", DOCS.name],
                problem=f"docs/{tree.as_posix()} is not ready to be published",
                remedy="Mend each finding above; each says where it is and how.",
            )


def _assemble() -> None:
    trees = [DOCS / tree for tree in TREES]
    wheel = engine_wheel()
    made = [LIBRARY, wheel, KNOWN_ANSWER]
    copied = [PYODIDE / name for name in _COPIED_FROM_PYODIDE]
    inputs = [*made, *copied, *files_under(ENGINE), *trees, Path(__file__)]
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
            for source in [*made, *copied, *files_under(ENGINE / "web")]:
                shutil.copyfile(source, folder / source.name)
            fetched = [folder / source.name for source in [*made, *copied, folder / "engine-worker.mjs"]]
            manifest = _manifest(fetched, wheel.name)
            _write_json(folder / "manifest.json", manifest)
            # The same for the page, which needs it without asking for one more file first.
            script = f"// Written by the build.\nexport const manifest = {json.dumps(manifest)};\n"
            (folder / "manifest.mjs").write_text(script, encoding="utf-8")
            for tree in trees:
                _compile_tree(tree, folder / "trees")
            if ASSETS.exists():
                shutil.rmtree(ASSETS)
            folder.replace(ASSETS)
    stamp.write()


def _manifest(files: list[Path], wheel: str) -> object:
    """Return what the worker fetches: each file's length and digest, and one id for all of them."""
    facts = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(files)
    }
    build = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    # Pyodide checks the version in its package list; the site carries no packages and fetches none.
    packages = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {"build": build[:16], "wheel": wheel, "files": facts, "packages": {"info": packages["info"], "packages": {}}}


def _compile_tree(tree: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    unnamed = folder / "tree.json"
    run(
        [program(VENV, "fingerpost"), "compile", tree, "-o", unnamed],
        problem=f"docs/{tree.relative_to(DOCS).as_posix()} could not be compiled",
    )
    unnamed.replace(folder / f"{json.loads(unnamed.read_text(encoding='utf-8'))['id']}.json")


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
