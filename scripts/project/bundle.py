"""One script and one style sheet for the pages, made by esbuild out of the readable files.

A page that names each file by itself asks for 30 of them, and a module's imports show only when it has arrived.
"""

from project.commands import run
from project.paths import ASSETS, DOCS, NODE_MODULES, ROOT, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under

_SOURCES = (DOCS / "assets" / "javascripts", DOCS / "assets" / "stylesheets")
_ENTRIES = (_SOURCES[0] / "site.mjs", _SOURCES[1] / "site.css")
# Beside the engine's worker: the script finds it, and the site's root, from where it stands.
_WRITTEN = tuple(ASSETS / entry.name for entry in _ENTRIES)

_OPTIONS = (
    *("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--legal-comments=none"),
    # The worker's own module, which a page needs only in trouble; and the typeface.
    *("--external:./snapshots.mjs", "--external:*.woff2"),
    *("--log-level=warning", "--entry-names=[name]", "--out-extension:.js=.mjs"),
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
        run(
            [
                *(program(VENV, "node"), NODE_MODULES / "esbuild" / "bin" / "esbuild"),
                *_ENTRIES,
                *(*_OPTIONS, f"--outdir={ASSETS}"),
            ],
            problem="The script and the styles of the pages could not be made",
        )
    stamp.write()


def _digest() -> str:
    modules = [path for path in files_under(ASSETS) if path.suffix in {".css", ".mjs"} and path not in _WRITTEN]
    return digest_of([*files_under(*_SOURCES), *modules, ROOT / "package-lock.json"], *_OPTIONS)
