"""Makes each part, unless it is up to date, and puts all parts into the package."""

import shutil
import tempfile
import tomllib
from pathlib import Path

from cyclonedx.model.component import ComponentType

from licences import bill, in_browser
from licences.folder import write as write_licences
from licences.part import check
from project.paths import BROWSER_FILES, ENGINE, ROOT
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under
from runtime import bundles, embedding, engine_wheel, known_answer, library, manifest, trimming, versions, wanted
from runtime.engine_wheel import WHEEL
from runtime.known_answer import KNOWN_ANSWER
from runtime.library import LIBRARY
from runtime.store import STORE

MANIFEST = STORE / "manifest.mjs"
"""The manifest as a module, for bundles of the site's own."""

_LICENCES = ROOT / "LICENSES"
_LICENCES_CODE = ROOT / "scripts" / "licences"


def build() -> None:
    """Make the browser's files, unless they are up to date.

    Raises:
        StepError: One of them could not be made. The earlier files are left as they were.
    """
    # Finding the modules that the engine imports takes a while, so skip that if nothing at all has changed.
    inputs = [
        *files_under(ENGINE, Path(__file__).parent, _LICENCES_CODE, _LICENCES),
        *(ROOT / name for name in _PROJECT),
    ]
    stamp = Stamp("browser-files", digest_of(inputs))
    if stamp.is_current and (BROWSER_FILES / "manifest.json").is_file() and MANIFEST.is_file():
        skipped("The browser's files")
        return
    stamp.remove()
    STORE.mkdir(parents=True, exist_ok=True)
    versions.check()
    trimming.build()
    engine_wheel.build()
    known_answer.build()
    library.build()
    with step(f"Writing {BROWSER_FILES.relative_to(ROOT).as_posix()}"):
        _assemble()
    stamp.write()


_PROJECT = ("pyproject.toml", "LICENSE", "package-lock.json", ".python-version")


def _assemble() -> None:
    with tempfile.TemporaryDirectory(dir=STORE) as temporary:
        folder = Path(temporary) / BROWSER_FILES.name
        folder.mkdir()
        made = [LIBRARY, WHEEL, KNOWN_ANSWER, trimming.MODULE]
        for source in made:
            shutil.copyfile(source, folder / source.name)
        bundles.write_with_engine(folder)
        fetched = [folder / name for name in (*(source.name for source in made), *bundles.AT_EVERY_START)]
        on_demand = [*wanted.write(folder, STORE), folder / bundles.ON_A_CLICK]
        manifest.write(folder, fetched, on_demand, WHEEL.name, MANIFEST)
        bundles.write_for_pages(folder, MANIFEST)
        embedding.write(folder, MANIFEST)
        _add_licences(folder)
        if BROWSER_FILES.exists():
            shutil.rmtree(BROWSER_FILES)
        folder.replace(BROWSER_FILES)


def _add_licences(folder: Path) -> None:
    parts = in_browser.parts()
    check(parts)
    write_licences(folder / _LICENCES.name, "Licences of the browser's files", parts)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    subject = bill.subject("fingerpost", project["version"], ComponentType.LIBRARY, "MIT")
    contents = {path.name: path for path in folder.iterdir() if path.is_file()}
    bill.write(folder / _LICENCES.name / "fingerpost.cdx.json", subject, parts, contents)
