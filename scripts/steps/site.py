"""Builds the site: makes the generated files, runs MkDocs, and replaces the old site with the result."""

import os
import shutil

from project.commands import run
from project.paths import BROWSER_FILES, CACHE, DOCS, ENGINE, OVERRIDES, REQUIREMENTS, ROOT, SITE, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under
from steps import browser_files, licences, look

_NEW = CACHE / "site-new"
_OLD = CACHE / "site-old"

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Turns off the messages of rival site builders about each other, which do not concern this site."""

# MkDocs writes the time of the build into the compressed site map, unless it is given one, and the same sources have to
# give the same bytes.
_SAME_TIME = {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "315532800")}


def prepare() -> None:
    """Make all generated files that MkDocs reads. The environment has to be prepared.

    Raises:
        StepError: A picture could not be drawn, or a licence is missing.
        SystemExit: The browser's files can't be made; every fault has been printed.
    """
    browser_files.build()
    look.build()
    licences.build()


def build() -> None:
    """Build the site into site/, unless it is up to date.

    A build that fails leaves the last good site in place.

    Raises:
        StepError: The site can't be built; every fault has been printed.
    """
    prepare()
    stamp = Stamp("site", _digest())
    if stamp.is_current and (SITE / "index.html").is_file():
        skipped("The site in site/")
        return
    with step("Building the site with MkDocs"):
        run(
            # Never --quiet: it hides the warnings, and with them what --strict counts.
            [program(VENV, "mkdocs"), "build", "--strict", "--clean", "--site-dir", _NEW],
            problem="The site has faults",
            remedy="Fix each fault above; a strict build takes warnings as errors.",
            extra_environment=QUIET | _SAME_TIME,
        )
    _put_in_place()
    stamp.write()


def _digest() -> str:
    inputs = [
        *files_under(DOCS, OVERRIDES, ENGINE, BROWSER_FILES, ROOT / "includes"),
        *(ROOT / name for name in ("mkdocs.yml", "pyproject.toml")),
        REQUIREMENTS / "dev.txt",
    ]
    return digest_of(inputs, os.environ.get("SITE_PATH", ""), os.environ.get("SITE_URL", ""))


def _put_in_place() -> None:
    """Swap the folders, so that the site is missing only between two renames."""
    if _OLD.exists():
        shutil.rmtree(_OLD)
    if SITE.exists():
        SITE.replace(_OLD)
    _NEW.replace(SITE)
    if _OLD.exists():
        shutil.rmtree(_OLD)
