"""Writes the page of licences in the project's own Python, whichever Python runs the command."""

from project.commands import run
from project.paths import BROWSER_FILES, DOCS, REQUIREMENTS, ROOT, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under


def build() -> None:
    """Write docs/about/licences.md and the folder beside it, unless they are up to date.

    The browser's files and the typeface have to be there.

    Raises:
        StepError: A licence is missing, or a package has changed; every fault has been printed.
    """
    inputs = files_under(ROOT / "scripts" / "licences", ROOT / "LICENSES", DOCS / "assets" / "fonts")
    inputs += sorted(path for path in BROWSER_FILES.rglob("*") if path.is_file())
    inputs += [REQUIREMENTS / "dev.txt", ROOT / "package-lock.json", ROOT / "pyproject.toml"]
    stamp = Stamp("licences", digest_of(inputs))
    if stamp.is_current and (DOCS / "about" / "licences.md").is_file():
        skipped("The page of licences")
        return
    stamp.remove()
    with step("Writing the page of licences"):
        run(
            [program(VENV, "python"), "-m", "licences"],
            problem="The page of licences could not be written",
            cwd=ROOT / "scripts",
        )
    stamp.write()
