"""Builds the site: makes what git does not keep, then runs MkDocs, and puts the result in the old site's place."""

import os
import shutil

from project.commands import run
from project.paths import BROWSER_FILES, CACHE, DOCS, ENGINE, OVERRIDES, REQUIREMENTS, ROOT, SITE, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under
from steps import browser_files, look

_NEW = CACHE / "site-new"
_OLD = CACHE / "site-old"

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Turns off what two camps of site builders say about each other: it is nothing about this site."""


def prepare() -> None:
    """Make everything that MkDocs reads and git does not keep. The environment has to be prepared.

    Raises:
        StepError: A picture could not be drawn.
        SystemExit: The browser's files can't be made; what is wrong has been printed.
    """
    browser_files.build()
    look.build()


def build() -> None:
    """Leave the finished site in site/, unless it is already there.

    A build that fails leaves the last good site in place.

    Raises:
        StepError: The site can't be built; everything that is wrong has been printed.
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
            extra_environment=QUIET,
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
    """Swap the folders: the site is missing only between two renames."""
    if _OLD.exists():
        shutil.rmtree(_OLD)
    if SITE.exists():
        SITE.replace(_OLD)
    _NEW.replace(SITE)
    if _OLD.exists():
        shutil.rmtree(_OLD)
