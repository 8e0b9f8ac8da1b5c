"""`python -m licences`: writes the page of licences, the folder of their texts, and the site's bill of materials."""

import shutil
import sys
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

from cyclonedx.model.component import ComponentType

from licences import bill, folder, in_browser, in_theme
from licences.page import page
from licences.part import Part, check
from project.paths import BROWSER_FILES, CACHE, DOCS, ROOT
from project.progress import run_command

PAGE = DOCS / "about" / "licences.md"
FOLDER = DOCS / "about" / "LICENSES"
_ASSETS = "assets/fingerpost/"


def groups() -> dict[str, list[Part]]:
    """Return the parts of the whole site, by the headings of the page."""
    engine = [replace(part, files=tuple(_ASSETS + name for name in part.files)) for part in in_browser.parts()]
    theme = in_theme.parts()
    return {
        "The engine in the browser": [part for part in engine if part.name not in _OF_WORD],
        "Word files": [part for part in engine if part.name in _OF_WORD],
        "The theme and its icons": theme[:-1],
        "The typeface": theme[-1:],
    }


_OF_WORD = {"docx", "fflate", "nanoid", "stream-browserify and events"}


def main() -> int:
    """Write them.

    Returns:
        The exit status: 0, since every failure is raised.
    """
    grouped = groups()
    parts = [part for group in grouped.values() for part in group]
    check(parts)
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
        made = Path(temporary) / FOLDER.name
        folder.write(made, "Licences of the parts of this site that others have made", parts)
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        subject = bill.subject(
            "integration-pattern-guide", project["version"], ComponentType.APPLICATION, "MIT AND OGL-UK-3.0"
        )
        bill.write(made / "site.cdx.json", subject, parts, _contents())
        shutil.copyfile(BROWSER_FILES / FOLDER.name / "fingerpost.cdx.json", made / "fingerpost.cdx.json")
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(made, FOLDER)
    PAGE.write_text(page(grouped, FOLDER.name), encoding="utf-8")
    return 0


def _contents() -> dict[str, Path]:
    """Return the files that are published as they are before the site is built, by their names in the site."""
    theme = in_theme.theme_files()
    return {
        **{f"{_ASSETS}{path.name}": path for path in BROWSER_FILES.iterdir() if path.is_file()},
        **{path.relative_to(DOCS).as_posix(): path for path in (DOCS / "assets" / "fonts").iterdir()},
        **{
            path.relative_to(theme).as_posix(): path
            for path in (theme / "assets").rglob("*")
            if path.is_file()
            and path.suffix != ".map"
            and path.parent.name != "workers"  # our build changes the search
        },
    }


if __name__ == "__main__":
    sys.exit(run_command(main))
