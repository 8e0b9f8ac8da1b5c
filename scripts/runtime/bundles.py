"""Bundles scripts and style sheets with esbuild: for pages, for the worker, and for pages with an engine.

Without bundles, a page would request 30 files, and discover each module's imports only when the module has arrived.
"""

from pathlib import Path

from project.paths import ENGINE
from runtime import trimming
from runtime.esbuild import esbuild
from runtime.inner_styles import with_styles

_WEB = ENGINE / "web"

# Fetched with the engine: its worker, and everything in a page that needs the engine. A restart fetches one more.
_AT_EVERY_START = (_WEB / "engine" / "engine-worker.mjs", _WEB / "element" / "decision-tree" / "with-engine.mjs")
_AT_A_RESTART = _WEB / "engine" / "snapshots.mjs"

# Fetched when a reader asks for a Word file. It holds a library, so it is by itself.
_ON_A_CLICK = _WEB / "word" / "word.mjs"

# Fetched by pages with a finder.
_WITH_FINDER = _WEB / "element" / "finder" / "finder.mjs"

AT_EVERY_START = tuple(file.name for file in _AT_EVERY_START)
"""The scripts that every start of the engine fetches."""

ON_A_CLICK = _ON_A_CLICK.name
"""The script that a reader's click fetches, under an address with the id of the build."""

# Fetched by pages on which readers can delete what the site has stored. Its style sheet is inside.
_WITH_STORED_DATA = _WEB / "element" / "stored-data" / "stored-data.mjs"

_FOR_PAGES = {
    "fingerpost": (_WEB / "element" / "element.mjs", _WEB / "element" / "element.css"),
    "material": (_WEB / "material" / "material.mjs",),
    "offline": (_WEB / "offline" / "offline.mjs",),
}

# A classic script, not a module: it has to run before Material's own script.
_HISTORY = _WEB / "material" / "material-history.js"

OPTIONS = (
    *("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--legal-comments=none"),
    *("--entry-names=[name]", "--out-extension:.js=.mjs"),
)
"""The options of every bundle."""

# Pyodide imports the others in Node only.
_WITH_PYODIDE = (f"--alias:fingerpost-pyodide={trimming.LOADER}", "--external:node:*", "--external:ws")

IN_PAGES = tuple(f"--external:./{file.name}" for file in (_AT_A_RESTART, _WITH_FINDER, _WITH_STORED_DATA))
"""Leaves the modules that few pages need out of a page's script."""


def write_with_engine(folder: Path) -> None:
    """Write the scripts that are fetched with the engine, and those that it needs only sometimes.

    The worker's contains Pyodide's own: the digest of one file then holds for every script that it runs.

    Args:
        folder: The folder to write them to, under the names of their entry points.

    Raises:
        StepError: esbuild refused one of the files.
    """
    esbuild(
        *(*_AT_EVERY_START, _AT_A_RESTART, _ON_A_CLICK, *OPTIONS, *_WITH_PYODIDE, f"--outdir={folder}"),
        problem="The engine's worker could not be made",
    )
    worker = folder / AT_EVERY_START[0]
    # It is not a module: it leaves a function for the other to find.
    worker.write_text(trimming.SCRIPT.read_text("utf-8") + worker.read_text("utf-8"), encoding="utf-8")


def write_for_pages(folder: Path, manifest: Path) -> None:
    """Write the scripts and the style sheets that pages name.

    Args:
        folder: The folder for `fingerpost.mjs` and `fingerpost.css`, the page element by itself; `material.mjs`, the
            element with the corrections of Material for MkDocs, and `material-history.js`; `finder.mjs`;
            `stored-data.mjs`; and `offline.mjs`.
        manifest: The module with the manifest of the engine's files, which becomes part of the script.

    Raises:
        StepError: esbuild refused one of the files.
    """
    entries = [f"{name}={file}" for name, files in _FOR_PAGES.items() for file in files]
    esbuild(
        *(*entries, *OPTIONS, *IN_PAGES, with_manifest(manifest), f"--outdir={folder}"),
        problem="The scripts and the styles of the pages could not be made",
    )
    esbuild(*(_WITH_FINDER, *OPTIONS, f"--outdir={folder}"), problem="The script of the finder could not be made")
    problem = "The script that deletes what is stored could not be made"
    styles = with_styles(_WITH_STORED_DATA.with_suffix(".css"), manifest.parent, problem)
    esbuild(*(_WITH_STORED_DATA, *OPTIONS, styles, f"--outdir={folder}"), problem=problem)
    esbuild(
        *(_HISTORY, "--minify", "--target=es2022", "--charset=utf8", f"--outdir={folder}"),
        problem=f"{_HISTORY.name} could not be made shorter",
    )


def with_manifest(manifest: Path) -> str:
    """Return the esbuild option that supplies the manifest that the page's script imports.

    Args:
        manifest: The module.
    """
    return f"--alias:fingerpost-manifest={manifest}"
