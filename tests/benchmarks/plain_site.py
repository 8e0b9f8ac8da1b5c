"""The same pages without our own additions, as MkDocs builds them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from project.commands import environment_for_tools
from project.paths import ROOT, VENV, program


@contextmanager
def plain_settings() -> Iterator[Path]:
    """Yield settings for the same pages without trees and engine. The pages lack the headings that trees add."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for ours in (
        r"  - fingerpost\n",
        r"strict: true\n",
        r"  - assets/fingerpost/fingerpost\.css .*\n",
        r"extra_javascript:\n(?:  .*\n)+",
    ):
        text, count = re.subn(ours, "", text)
        assert count == 1, ours
    settings = ROOT / "mkdocs.plain.yml"
    settings.write_text(text, encoding="utf-8")
    try:
        yield settings
    finally:
        settings.unlink()


def mkdocs(config: Path, site: Path) -> None:
    """Build a site from its settings, in a process of its own."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    subprocess.run(
        [program(VENV, "python"), "-m", "mkdocs", "build", "-q", "--clean", "-f", config, "--site-dir", site],
        cwd=ROOT,
        check=True,
        env=environment_for_tools(quiet),
        stderr=subprocess.DEVNULL,
    )
