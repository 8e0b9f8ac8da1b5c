"""A tiny site with a tree, which tests build as an author would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PAGE = "# Snacks\n\n| a | b |\n|---|---|\n| c | d |\n\n```decision-tree\ntree: tree.yml\n```\n"

TREE = """\
format: 1
id: snack
title: Choose a snack
edition: "1"
start: hungry
questions:
  hungry:
    ask: Is the dragon hungry?
    answers:
      "yes": {label: "Yes", go: size}
      "no": {label: "No", go: nap}
  size:
    ask: Is it big?
    answers:
      "yes": {label: "Yes", go: sheep}
      "no": {label: "No", go: nap}
outcomes:
  sheep: {title: A sheep, page: sheep.md}
  nap: {title: A nap, page: nap.md}
scenarios:
  roar: {need: It roars., answers: {hungry: "yes", size: "yes"}, expect: sheep}
  peep: {need: It peeps., answers: {hungry: "yes", size: "no"}, expect: nap}
  snore: {need: It snores., answers: {hungry: "no"}, expect: nap}
"""


def write_site(folder: Path, settings: str, *, tree: str = TREE) -> None:
    """Write the site.

    Args:
        folder: The folder, which has to exist.
        settings: The content of mkdocs.yml.
        tree: The content of the tree file.
    """
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    files = {"index.md": PAGE, "tree.yml": tree, "sheep.md": "# A sheep\n", "nap.md": "# A nap\n"}
    for name, text in files.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")


def build(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run `mkdocs build`; return the exit status and everything that was printed."""
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return finished.returncode, finished.stdout
