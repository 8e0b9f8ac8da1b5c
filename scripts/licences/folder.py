"""The folder of licences: the text of each, a list of all parts, and the source of what was changed in Pyodide."""

import shutil
import textwrap
from pathlib import Path

from licences.part import TEXTS, Part
from project.paths import ROOT

LIST = "README.txt"
CHANGES = "pyodide-changes.txt"

_WIDTH = 118
_RUNTIME = ROOT / "scripts" / "runtime"
_STAND_INS = _RUNTIME / "stand_ins"


def write(folder: Path, title: str, parts: list[Part]) -> None:
    """Write the texts and the list.

    Args:
        folder: The folder; it is made.
        title: What the parts are in.
        parts: The parts.
    """
    folder.mkdir(parents=True)
    for text in sorted({text for part in parts for text in part.texts}):
        shutil.copyfile(TEXTS / text, folder / published(text))
    (folder / LIST).write_text(_list(title, parts), encoding="utf-8")
    if any(CHANGES in part.changed for part in parts):
        (folder / CHANGES).write_text(_changes(), encoding="utf-8")


def published(text: str) -> str:
    """Return the name of a text in the folder.

    Args:
        text: Its name in `LICENSES/`.
    """
    return Path(text).name


def _list(title: str, parts: list[Part]) -> str:
    intro = (
        "Fingerpost itself is under the MIT licence. These files also contain the work of others, which is named here "
        "with its licence, the file in this folder that has the text, and the place of its source."
    )
    lines = [title, "=" * len(title), "", textwrap.fill(intro, _WIDTH)]
    for part in parts:
        lines += ["", f"{part.title} ({part.licence})"]
        if part.version and part.inside:
            lines.append(_line(f"Part of {part.inside}."))
        lines += [_line(line) for line in part.copyright]
        lines.append(_line(f"In {', '.join(part.files)}."))
        if part.changed:
            lines.append(_line(part.changed))
        lines.append(_line(f"Licence: {', '.join(map(published, part.texts))}. Source: {part.source}"))
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def _changes() -> str:
    """Return the source of everything that changes Pyodide's own files, as its licence asks."""
    files = [_RUNTIME / "trimming.py", _RUNTIME / "shake_module.mjs"]
    files += sorted(file for name in ("pyodide", "_pyodide") for file in (_STAND_INS / name).rglob("*.py"))
    head = (
        "The source of the changes to Pyodide's own files: what takes parts out of them, and the modules that stand in "
        "place of longer ones. They are under Pyodide's licence, the Mozilla Public License 2.0. Everything else in "
        "those files is as Pyodide publishes it."
    )
    parts = [textwrap.fill(head, _WIDTH)]
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        parts.append(f"{'=' * len(name)}\n{name}\n{'=' * len(name)}\n\n{file.read_text(encoding='utf-8').rstrip()}")
    return "\n\n".join(parts) + "\n"
