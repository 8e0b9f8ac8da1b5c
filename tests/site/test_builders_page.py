"""Every cell of the table on the page about builders, against what each builder does with a small site."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path

import pytest

import other_builders
from built_site import read
from fingerpost.cli import main
from other_builders import SETTINGS, dead_links
from project.paths import DOCS, REQUIREMENTS
from small_site import TREE, build, write_site

PROGRAMS = {"MkDocs": "", "ProperDocs": "properdocs", "MaterialX": "mkdocs", "Zensical": "zensical"}
PACKAGES = {"MkDocs": "mkdocs", "ProperDocs": "properdocs", "MaterialX": "mkdocs-materialx", "Zensical": "zensical"}
MKDOCS = "site_name: Snacks\ntheme: {name: material, font: false}\nplugins: [search, fingerpost]\n"
ALONE = "Python-Markdown alone"

every_builder = pytest.mark.parametrize("builder", PROGRAMS)


@cache
def table() -> dict[str, dict[str, str]]:
    """Return the cells by builder, without its version, and by column."""
    text = (DOCS / "authors" / "builders.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return {re.sub(r" [\d.]+$", "", row[0]): dict(zip(rows[0], row, strict=True)) for row in rows[2:]}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site that each builder makes."""
    return {builder: _built(tmp_path_factory.mktemp("site"), builder) for builder in PROGRAMS}


def _built(folder: Path, builder: str, tree: str = TREE) -> Path:
    status, printed = _run(folder, builder, tree)
    assert status == 0, printed
    return folder / "site"


def _run(folder: Path, builder: str, tree: str) -> tuple[int, str]:
    if not PROGRAMS[builder]:
        write_site(folder, MKDOCS, tree=tree)
        return build(folder)
    other_builders.write(folder, PROGRAMS[builder], tree=tree)
    settings = folder / ("properdocs.yml" if builder == "ProperDocs" else "mkdocs.yml")
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("plugins: [", "plugins: [search, ").replace(", ]", "]"), encoding="utf-8")
    return other_builders.run(folder, PROGRAMS[builder], "build")


def test_the_rows_are_the_builders_in_their_tested_versions() -> None:
    lines = (REQUIREMENTS / "builders.in").read_text(encoding="utf-8").splitlines()
    versions = dict(line.split()[0].split("==") for line in lines if "==" in line)

    named = {builder: row["builder"] for builder, row in table().items()}
    assert named == {name: f"{name} {versions[package]}" for name, package in PACKAGES.items()} | {ALONE: ALONE}


@every_builder
def test_how_it_gets_the_tree(builder: str) -> None:
    settings = SETTINGS[PROGRAMS[builder]] if PROGRAMS[builder] else MKDOCS

    assert table()[builder]["how it gets the tree"] == ("plugin" if "extensions" not in settings else "extension")


@every_builder
def test_whether_the_page_knows_its_place(sites: dict[str, Path], builder: str) -> None:
    """The sites have no option `page`. test_builders.py tries Python-Markdown alone, with and without it."""
    assert dead_links(sites[builder]) == []
    assert table()[builder]["the page knows its place"] == "from the builder"


@every_builder
def test_what_an_error_does(tmp_path: Path, builder: str) -> None:
    """test_serving.py tries the same while each builder serves the site."""
    status, printed = _run(tmp_path, builder, TREE.replace("go: sheep", "go: sheap"))

    assert status == 1, printed
    assert "Traceback" not in printed
    assert table()[builder]["errors in a build"] == "stop it"
    assert table()[builder]["errors while serving"] == "in the page and the terminal"


@every_builder
def test_policy_and_offline_use(sites: dict[str, Path], builder: str, capsys: pytest.CaptureFixture[str]) -> None:
    site = sites[builder]
    if not (site / "service-worker.js").is_file():
        assert main(["policy", str(site)]) == 0
        assert capsys.readouterr().out.startswith("default-src 'none'")
        assert table()[builder]["policy and offline use"] == "policy from a command, no offline use"
        return
    assert "Content-Security-Policy" in (site / "index.html").read_text(encoding="utf-8")
    words = any("stopWordFilter(word" in file.read_text(encoding="utf-8") for file in site.rglob("search.*.min.js"))
    # The site of ProperDocs has the theme MaterialX here, so the row of MaterialX says the same for it.
    without = "" if words or builder == "ProperDocs" else ", without the search words"
    assert table()[builder]["policy and offline use"] == f"from the plugin{without}"


@every_builder
def test_the_search_finds_each_question_in_its_place_and_no_controls(sites: dict[str, Path], builder: str) -> None:
    text, places = _searched(sites[builder])

    assert "Is the dragon hungry?" in text
    assert "could not start" not in text
    assert places["Is the dragon hungry?"] == "snack/hungry"
    assert places["Is it big?"] == "snack/size"


def _searched(site: Path) -> tuple[str, dict[str, str]]:
    """Return the text that the search finds on the home page, and the place of each heading there."""
    if fragments := list(site.glob("search/fragment/*")):
        for file in fragments:
            data = gzip.decompress(file.read_bytes())
            page = json.loads(data[data.index(b"{") :])
            if page["url"] == "/index.html":
                return page["content"], {place["text"]: place["id"] for place in page["anchors"]}
    index = next(file for file in (site / "search.json", site / "search" / "search_index.json") if file.is_file())
    found = json.loads(index.read_text(encoding="utf-8"))
    entries = [entry for entry in found.get("docs", found.get("items")) if entry["location"].startswith("#")]
    text = " ".join(f"{entry['title']} {entry['text']}" for entry in entries)
    return read(text).seen_text, {entry["title"]: entry["location"][1:].replace("&amp;", "&") for entry in entries}


WARNED = TREE.replace('  roar: {need: It roars., answers: {hungry: "yes", size: "yes"}, expect: sheep}\n', "")


@every_builder
def test_the_warnings_of_a_new_tree_are_printed(tmp_path: Path, builder: str) -> None:
    """Builders find trees in the pages, so nobody has to add a new one to a list."""
    assert WARNED != TREE
    _built(tmp_path, builder)
    (tmp_path / "docs" / "new.yml").write_text(WARNED.replace("id: snack", "id: new"), encoding="utf-8")
    (tmp_path / "docs" / "new.md").write_text("# New\n\n```decision-tree\ntree: new.yml\npage: new.md\n```\n", "utf-8")

    for _ in range(2):  # the second time, most trees come from a cache
        clean = ["--clean"] if builder == "Zensical" else []  # without it, its cache has the whole page
        program = PROGRAMS[builder]
        status, printed = other_builders.run(tmp_path, program, "build", *clean) if program else build(tmp_path)
        assert status == 0, printed
        assert re.search(r"^docs/new\.yml:\d+:\d+: warning: ", printed, re.MULTILINE), printed
