"""One script and one style sheet for the pages, one script for the worker and one for what comes with it, by esbuild.

A page that names each file by itself asks for 30 of them, and a module's imports show only when it has arrived.
"""

from pathlib import Path

from project.commands import run
from project.paths import ASSETS, DOCS, ENGINE, NODE_MODULES, ROOT, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under

_SOURCES = (DOCS / "assets" / "javascripts", DOCS / "assets" / "stylesheets")
_ENTRIES = (_SOURCES[0] / "site.mjs", _SOURCES[1] / "site.css")
WORKER = ENGINE / "web" / "engine" / "engine-worker.mjs"
"""The engine's worker as it is written; what the site carries is made of it."""

# What a page needs of the worker's modules when the worker is in trouble.
_FOR_TROUBLE = WORKER.with_name("snapshots.mjs")

# What a page does only with the engine, and fetches with it.
WITH_ENGINE = ENGINE / "web" / "element" / "decision-tree" / "with-engine.mjs"

# Beside the engine's worker: the script finds it, and the site's root, from where it stands.
_WRITTEN = tuple(ASSETS / entry.name for entry in _ENTRIES)

_NOT_IN_PAGES = f"--external:./{_FOR_TROUBLE.name}"

_OPTIONS = (
    *("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--legal-comments=none"),
    *("--external:*.woff2", "--log-level=warning", "--entry-names=[name]", "--out-extension:.js=.mjs"),
)


def build() -> None:
    """Write site.mjs and site.css to docs/assets/fingerpost/ unless they are up to date.

    Raises:
        StepError: esbuild refused one of the files.
    """
    stamp = Stamp("bundle", _digest())
    if stamp.is_current and all(path.is_file() for path in _WRITTEN):
        skipped("Script and styles of the pages")
        return
    stamp.remove()
    with step("Writing the script and the styles of the pages"):
        _bundle(ASSETS, *_ENTRIES, _NOT_IN_PAGES)
    stamp.write()


def write_worker(folder: Path) -> None:
    """Write the engine's worker, with the modules that it imports, as one file; and what else is asked for of it.

    Args:
        folder: Where to write them, under the names that they have in the engine.

    Raises:
        StepError: esbuild refused one of the files.
    """
    # The pages' script, whose types are checked as it is written, imports one of them as it is here.
    _bundle(folder, WORKER, WITH_ENGINE, _FOR_TROUBLE, "--banner:js=// @ts-nocheck")


def shorten(script: Path) -> None:
    """Write a script that stands by itself again, without what only its authors read.

    Args:
        script: The file.

    Raises:
        StepError: esbuild refused it.
    """
    problem = f"{script.name} could not be made shorter"
    esbuild(
        script, "--minify", "--target=es2022", "--charset=utf8", f"--outfile={script}", "--allow-overwrite",
        "--log-level=warning", problem=problem,
    )  # fmt: skip


def _bundle(folder: Path, *entries_and_options: Path | str) -> None:
    problem = "The scripts and the styles of the pages could not be made"
    esbuild(*entries_and_options, *_OPTIONS, f"--outdir={folder}", problem=problem)


def esbuild(*entries_and_options: Path | str, problem: str) -> None:
    """Run esbuild.

    Args:
        entries_and_options: What to make, and how, as esbuild's command line has it.
        problem: What to say when it fails.

    Raises:
        StepError: esbuild refused one of the files.
    """
    run([program(VENV, "node"), NODE_MODULES / "esbuild" / "bin" / "esbuild", *entries_and_options], problem=problem)


def _digest() -> str:
    modules = [path for path in files_under(ASSETS) if path.suffix in {".css", ".mjs"} and path not in _WRITTEN]
    return digest_of(
        [*files_under(*_SOURCES, ENGINE / "web"), *modules, ROOT / "package-lock.json"], *_OPTIONS, _NOT_IN_PAGES
    )
