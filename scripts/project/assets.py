"""The site's copy of the browser's files.

They are written to docs/assets/fingerpost/, which git ignores, so that any site builder copies them as plain files.
"""

import shutil
import tempfile
from pathlib import Path

from project.paths import ASSETS, BROWSER_FILES, CACHE
from project.progress import skipped, step
from project.stamps import Stamp, digest_of

_STORE = CACHE / "assets"


def build() -> None:
    """Write docs/assets/fingerpost/ unless it is up to date; the files are made already."""
    files = sorted(path for path in BROWSER_FILES.rglob("*") if path.is_file())
    stamp = Stamp("assets", digest_of([*files, Path(__file__)]))
    if stamp.is_current and (ASSETS / "manifest.json").is_file():
        skipped("Browser assets")
    else:
        stamp.remove()
        with step("Writing docs/assets/fingerpost"):
            _replace(ASSETS)
        stamp.write()


def _replace(folder: Path) -> None:
    """Replace a folder as a whole, once the new one is complete."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _STORE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_STORE) as temporary:
        new = Path(temporary) / folder.name
        shutil.copytree(BROWSER_FILES, new)
        if folder.exists():
            shutil.rmtree(folder)
        new.replace(folder)
