"""Small sites, as each builder in .cache/builders builds them."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path
from urllib.parse import unquote

from built_site import Element, read
from project.paths import BUILDERS, program
from small_site import TREE, write_site

_PLUGIN = "plugins: [fingerpost]\n"
_EXTENSION = "plugins: []\nmarkdown_extensions: [fingerpost]\n"
SETTINGS = {
    "properdocs": "theme: {name: materialx, font: false}\n" + _PLUGIN,
    "mkdocs": "theme: {name: materialx, font: false}\n" + _PLUGIN,
    "zensical": "theme: {font: false}\n" + _EXTENSION,
}
"""The settings of each builder, by the name of its program; `mkdocs` builds with MaterialX here."""


def write(folder: Path, builder: str, more: str = "", *, tree: str = TREE) -> None:
    """Write a site whose pages lie at different depths."""
    write_site(folder, f"site_name: Snacks\n{SETTINGS[builder]}{more}", tree=tree)
    if builder == "properdocs":
        (folder / "mkdocs.yml").rename(folder / "properdocs.yml")
    deep = folder / "docs" / "deep"
    deep.mkdir()
    block = "# A page\n\n```decision-tree\ntree: {}\n{}\n```\n"
    (deep / "start.md").write_text(block.format("tree.yml", "show: start"), encoding="utf-8")
    (deep / "questions.md").write_text(block.format("deep/other.yml", "page: deep/questions.md"), encoding="utf-8")
    (deep / "other.yml").write_text(TREE.replace("id: snack", "id: other"), encoding="utf-8")


def run(folder: Path, builder: str, *words: str) -> tuple[int, str]:
    """Run a builder; return its exit status and everything that was printed."""
    finished = subprocess.run(
        [program(BUILDERS, builder), *words],
        cwd=folder,
        env=environment(),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return finished.returncode, finished.stdout


def environment() -> dict[str, str]:
    """Return the environment to run builders in."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def free_port() -> int:
    """Return a port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pages_of(site: Path) -> dict[str, Element]:
    """Return the pages of a built site by their names."""
    return {
        page.relative_to(site).as_posix(): read(page.read_text(encoding="utf-8"))
        for page in site.rglob("*.html")
        if page.name != "404.html"
    }


def dead_links(site: Path) -> list[str]:
    """Return the links of the trees, but for those to other sites, that lead to no file of the site."""
    dead: list[str] = []
    for name, page in pages_of(site).items():
        for tree in page.all("decision-tree"):
            for link in tree.all("a"):
                address = unquote(link.attributes.get("href", "").partition("#")[0])
                if address.startswith("https://"):
                    continue
                target = (site / name).parent / address if address else site / name
                if not (target / "index.html" if target.is_dir() else target).is_file():
                    dead.append(f"{name}: {address}")
    return dead
