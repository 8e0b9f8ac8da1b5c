"""Building the site: write what the pages load, run MkDocs, which makes the whole site, and put it in place.

Runs in the project's own Python (`project.site` starts it): the engine's modules are read here as Python, and an older
Python can't read them.
"""

import os
import shutil
import sys

from project import assets, bundle, look
from project.commands import run
from project.paths import CACHE, DOCS, ENGINE, OVERRIDES, REQUIREMENTS, ROOT, SITE, VENV, program
from project.progress import run_command, skipped, step
from project.stamps import Stamp, digest_of, files_under
from runtime import building as browser_files

_NEW = CACHE / "site-new"
_OLD = CACHE / "site-old"
_SCRIPTS = (ROOT / "scripts" / "project", ROOT / "scripts" / "runtime")

# Both belong to a dispute between site builders; neither says anything about this site.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def build() -> None:
    """Leave the finished site in site/, unless it is already there.

    A build that fails leaves the last good site in place.

    Raises:
        StepError: The site can't be built; everything that is wrong has been printed.
    """
    stamp = Stamp("site", _digest())
    if stamp.is_current and (SITE / "index.html").is_file():
        skipped("The site in site/")
        return
    browser_files.build()
    assets.build()
    bundle.build()
    look.build()
    # Again: the digest includes the assets just written.
    stamp = Stamp("site", _digest())
    with step("Building the site with MkDocs"):
        run(
            # Never --quiet: it hides the warnings, and with them what --strict counts.
            [program(VENV, "python"), "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", _NEW],
            problem="The site has faults",
            remedy="Mend each warning above; a strict build takes them all as errors.",
            extra_environment=_QUIET,
        )
    _put_in_place()
    stamp.write()


def _digest() -> str:
    inputs = [
        *files_under(DOCS, OVERRIDES, ENGINE, ROOT / "includes", *_SCRIPTS),
        *(ROOT / name for name in ("mkdocs.yml", "pyproject.toml", "package-lock.json", "README.md", "LICENSE")),
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


def main() -> int:
    """Build the site.

    Returns:
        The exit status: 0, since what goes wrong is raised.
    """
    build()
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
