"""Shows which lines of the page's scripts no browser test runs, and which run only in part.

Usage: python3 scripts/strength.py scripts [pytest's own arguments]

A line that only one way out of a condition leaves counts as run in part. Less than 88% of lines run ends in status 1.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(ROOT / "scripts")]

from ranges import Ran  # noqa: E402 - found through the path above
from recorder import FOLDER  # noqa: E402 - as above
from source_maps import Piece, pieces  # noqa: E402 - as above

from runtime import bundles, embedding, wanted  # noqa: E402 - as above
from runtime.building import MANIFEST  # noqa: E402 - as above

WEB = ROOT / "engine" / "fingerpost" / "web"
SITE = ROOT / "site" / "assets" / "fingerpost"
ENOUGH = 0.88
"""The least share of lines: 89.5% were seen to run in the ordinary browser tests."""

type Lines = dict[int, dict[int, bool]]
"""For each line of a module, and each column there at which a part of a script begins, whether that part ran."""


def main(arguments: list[str]) -> int:
    """Run the browser tests and print the lines.

    Args:
        arguments: Pytest's own arguments; none for all browser tests.

    Returns:
        The exit status.
    """
    with tempfile.TemporaryDirectory() as records:
        tests = arguments or ["tests/browser", "-m", "not long"]
        status = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "recorder", *tests],
            cwd=ROOT,
            env={**os.environ, FOLDER: records, "PYTHONPATH": str(HERE)},
            check=False,
        ).returncode
        ran = Ran()
        for record in Path(records).iterdir():
            ran.join(Ran(pickle.loads(record.read_bytes())))  # noqa: S301 - written by our own tests just now
    share = _show(_lines(ran))
    return status or int(share < ENOUGH)


def _lines(ran: Ran) -> dict[Path, Lines]:
    found: dict[Path, Lines] = {}
    with tempfile.TemporaryDirectory(dir=MANIFEST.parent) as folder:
        for script, shift, piece in _bundled(Path(folder)):
            if WEB not in piece.module.parents or piece.module.suffix == ".css":
                continue
            each = ran.of_script(script.name, len(script.read_text(encoding="utf-8")))
            columns = found.setdefault(piece.module, {}).setdefault(piece.line, {})
            has_run = 1 in each[shift + piece.start : shift + piece.end]
            columns[piece.column] = columns.get(piece.column, False) or has_run
    return found


def _bundled(folder: Path) -> Iterator[tuple[Path, int, Piece]]:
    """Yield the pieces of every script of the site, with the place of their bundle within it."""
    options = (*bundles.OPTIONS, "--sourcemap=external")
    bundles.OPTIONS = embedding.OPTIONS = wanted.OPTIONS = options
    bundles.write_with_engine(folder)
    bundles.write_for_pages(folder, MANIFEST)
    embedding.write(folder, MANIFEST)
    wanted.write(folder, MANIFEST.parent)
    for bundle in sorted(folder.glob("*.mjs")):
        text = bundle.read_text(encoding="utf-8")
        for script in sorted(SITE.glob("*.mjs")):
            shift = script.read_text(encoding="utf-8").find(text)
            if shift >= 0:
                for piece in pieces(bundle):
                    yield script, shift, piece


def _show(found: dict[Path, Lines]) -> float:
    total = run = 0
    for module, lines in sorted(found.items()):
        never = [line for line, columns in sorted(lines.items()) if not any(columns.values())]
        partly = [
            line for line, columns in sorted(lines.items()) if any(columns.values()) and not all(columns.values())
        ]
        total, run = total + len(lines), run + len(lines) - len(never)
        if never or partly:
            print(f"{module.relative_to(WEB)}: never {never}; in part {partly}")
    share = run / total if total else 0
    print(f"{share:.1%} of {total} lines run")
    return share


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
