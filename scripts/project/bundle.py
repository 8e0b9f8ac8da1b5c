"""The site's own script and style sheet, each one file, which carry those of the page element, too."""

from project.paths import ASSETS, DOCS, ENGINE, ROOT
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under
from runtime.building import MANIFEST
from runtime.bundles import IN_PAGES, OPTIONS, with_manifest
from runtime.esbuild import esbuild

_SOURCES = (DOCS / "assets" / "javascripts", DOCS / "assets" / "stylesheets")
_ENTRIES = (_SOURCES[0] / "site.mjs", _SOURCES[1] / "site.css")

# Beside the engine's worker: the script finds it, and the site's root, from where it stands.
_MADE = tuple(ASSETS / entry.name for entry in _ENTRIES)

_ALL_OPTIONS = (*OPTIONS, IN_PAGES, "--external:*.woff2", with_manifest(MANIFEST), f"--outdir={ASSETS}")


def build() -> None:
    """Write site.mjs and site.css to docs/assets/fingerpost/ unless they are up to date.

    Raises:
        StepError: esbuild refused one of the files.
    """
    inputs = [*files_under(*_SOURCES, ENGINE / "web"), MANIFEST, ROOT / "package-lock.json"]
    stamp = Stamp("bundle", digest_of(inputs, *_ALL_OPTIONS))
    if stamp.is_current and all(path.is_file() for path in _MADE):
        skipped("Script and styles of the pages")
        return
    stamp.remove()
    with step("Writing the script and the styles of the pages"):
        esbuild(*_ENTRIES, *_ALL_OPTIONS, problem="The scripts and the styles of the pages could not be made")
    stamp.write()
