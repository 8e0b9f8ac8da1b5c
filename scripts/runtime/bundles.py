"""Scripts and style sheets, each one file, by esbuild: for pages, for the worker, and for pages with an engine.

A page that names each file by itself asks for 30 of them, and a module's imports show only when it has arrived.
"""

from pathlib import Path

from project.paths import ENGINE
from runtime.esbuild import esbuild

_WEB = ENGINE / "web"

# Fetched with the engine: its worker, and everything that a page does only with it. A restart fetches one more.
_AT_EVERY_START = (_WEB / "engine" / "engine-worker.mjs", _WEB / "element" / "decision-tree" / "with-engine.mjs")
_AT_A_RESTART = _WEB / "engine" / "snapshots.mjs"

AT_EVERY_START = tuple(file.name for file in _AT_EVERY_START)
"""The scripts that every start of the engine fetches."""

_FOR_PAGES = {
    "fingerpost": (_WEB / "element" / "element.mjs", _WEB / "element" / "element.css"),
    "material": (_WEB / "material" / "material.mjs",),
    "offline": (_WEB / "offline" / "offline.mjs",),
}

# Not a module: it has to run before Material's own script.
_HISTORY = _WEB / "material" / "material-history.js"

OPTIONS = (
    *("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--legal-comments=none"),
    *("--entry-names=[name]", "--out-extension:.js=.mjs"),
)
"""How every bundle is made."""

IN_PAGES = f"--external:./{_AT_A_RESTART.name}"
"""Leaves what only a restart needs out of a page's script."""


def write_with_engine(folder: Path) -> None:
    """Write the scripts that are fetched with the engine.

    Args:
        folder: Where to write them, under the names that their entries have.

    Raises:
        StepError: esbuild refused one of the files.
    """
    esbuild(
        *(*_AT_EVERY_START, _AT_A_RESTART, *OPTIONS, f"--outdir={folder}"),
        problem="The engine's worker could not be made",
    )


def write_for_pages(folder: Path, manifest: Path) -> None:
    """Write the scripts and the style sheets that pages name.

    Args:
        folder: Where to write `fingerpost.mjs` and `fingerpost.css`, the page element by itself; `material.mjs`,
            the element with what Material for MkDocs lacks for it, and `material-history.js`; and `offline.mjs`.
        manifest: The module with the manifest of the engine's files, which becomes part of the script.

    Raises:
        StepError: esbuild refused one of the files.
    """
    entries = [f"{name}={file}" for name, files in _FOR_PAGES.items() for file in files]
    esbuild(
        *(*entries, *OPTIONS, IN_PAGES, with_manifest(manifest), f"--outdir={folder}"),
        problem="The scripts and the styles of the pages could not be made",
    )
    esbuild(
        *(_HISTORY, "--minify", "--target=es2022", "--charset=utf8", f"--outdir={folder}"),
        problem=f"{_HISTORY.name} could not be made shorter",
    )


def with_manifest(manifest: Path) -> str:
    """Return esbuild's option that puts a manifest where the page's script imports it.

    Args:
        manifest: The module.
    """
    return f"--alias:fingerpost-manifest={manifest}"
