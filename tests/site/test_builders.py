"""Each other builder: its links lead somewhere, and a broken tree is reported."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

import other_builders
from built_site import read
from fingerpost.cli import main
from fingerpost.site.extension import FingerpostExtension
from other_builders import SETTINGS, dead_links, pages_of, write
from small_site import PAGE, TREE, write_site

every_builder = pytest.mark.parametrize("builder", SETTINGS)
MISSING = (
    r"^docs/tree\.yml:15:33: error: missing-target: There is no question or outcome 'sheap'\. Did you mean 'sheep'\?$"
)
BROKEN = TREE.replace("go: sheep", "go: sheap")
ALONE = "site_name: Snacks\ntheme: {name: mkdocs}\nplugins: []\nmarkdown_extensions: [fingerpost]\n"


@every_builder
@pytest.mark.parametrize("urls", ["true", "false"])
def test_every_link_of_a_tree_leads_to_a_page(tmp_path: Path, builder: str, urls: str) -> None:
    write(tmp_path, builder, f"use_directory_urls: {urls}\n")

    status, printed = other_builders.run(tmp_path, builder, "build")

    assert status == 0, printed
    trees = [page for page in pages_of(tmp_path / "site").values() if list(page.all("decision-tree"))]
    assert len(trees) == 3
    assert dead_links(tmp_path / "site") == []
    # The engine draws later states with these.
    [(name, page)] = (
        (name, page)
        for name, page in pages_of(tmp_path / "site").items()
        if name.startswith("deep/questions") and not name.endswith("tree.html")
    )
    [data] = (part for part in page.all("template") if part.attributes.get("class") == "fp-data")
    # A plugin writes them into a file, whose links count from the page, too.
    file = data.attributes.get("data-file", "").partition("?")[0]
    beside = (tmp_path / "site" / name).parent / file
    pages = json.loads(beside.read_text(encoding="utf-8") if file else data.raw_text)["pages"]
    real = {"../../sheep/", "../../nap/"} if urls == "true" else {"../sheep.html", "../nap.html"}
    assert set(pages.values()) == real


@every_builder
@pytest.mark.parametrize("urls", ["true", "false"])
def test_a_page_links_to_the_files_that_the_author_has_exported(tmp_path: Path, builder: str, urls: str) -> None:
    """Also without the plugin, and the address does not depend on the kind of addresses that pages have."""
    write(tmp_path, builder, f"use_directory_urls: {urls}\n")
    files = {"snack": "outline.txt", "other": "deep/questions/other/outline.txt"}
    for file in files.values():
        (tmp_path / "docs" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / file).write_text("Ours", encoding="utf-8")

    status, printed = other_builders.run(tmp_path, builder, "build")

    assert status == 0, printed
    linked: set[Path] = set()
    for name, page in pages_of(tmp_path / "site").items():
        links = [link.attributes["href"] for link in page.all("a") if "download" in link.attributes]
        linked |= {((tmp_path / "site" / name).parent / link).resolve() for link in links}
    assert {(tmp_path / "site" / file).resolve() for file in files.values()} <= linked
    assert [file for file in linked if not file.is_file()] == []
    assert {(tmp_path / "site" / file).read_text(encoding="utf-8") for file in files.values()} == {"Ours"}


@every_builder
def test_a_broken_tree_stops_a_build(tmp_path: Path, builder: str) -> None:
    write(tmp_path, builder, tree=BROKEN)

    status, printed = other_builders.run(tmp_path, builder, "build")

    assert status == 1
    assert "Traceback" not in printed
    lines = printed.splitlines()
    assert [line for line in lines if re.search(MISSING, line)]
    if builder == "zensical":
        # It would print them between the lines of two tracebacks.
        assert re.search(MISSING, lines[-1])


def test_zensical_reads_a_changed_tree_again_if_it_watches_it(tmp_path: Path) -> None:
    """Without that, or `--clean`, its cache still has the page of the earlier tree."""
    write(tmp_path, "zensical", "watch: [docs]\n")
    assert other_builders.run(tmp_path, "zensical", "build")[0] == 0
    time.sleep(1.1)  # it compares whole seconds
    tree = tmp_path / "docs" / "tree.yml"
    tree.write_text(TREE.replace("Is it big?", "Is it huge?"), encoding="utf-8")

    assert other_builders.run(tmp_path, "zensical", "build")[0] == 0
    assert "Is it huge?" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


class TestPlainHtml:
    """Python-Markdown alone, which knows nothing of pages."""

    def test_a_page_that_is_not_named_is_refused_with_the_option_that_names_it(self, tmp_path: Path) -> None:
        write_site(tmp_path, "")

        with pytest.raises(SystemExit, match="Set the option 'page' of the extension"):
            _converted(tmp_path)

    def test_links_are_right_from_the_page_that_is_named(self, tmp_path: Path) -> None:
        write_site(tmp_path, "")
        page = read(_converted(tmp_path, page="deep/page.md", use_directory_urls=False))

        addresses = {link.attributes.get("href", "").partition("#")[0] for link in page.all("a")}
        assert {"../sheep.html", "../nap.html"} <= addresses

    @pytest.mark.parametrize(("engine", "shown"), [(True, "none"), (False, "absent")])
    def test_one_line_shows_without_style_sheet_and_script(self, tmp_path: Path, engine: bool, shown: str) -> None:
        write_site(tmp_path, "")
        page = read(_converted(tmp_path, page="index.md", engine=engine))

        lines = [each.attributes for each in page.all("p") if "data-status" in each.attributes]
        assert [line["data-status"] for line in lines if "hidden" not in line] == [shown]
        assert [line["data-status"] for line in lines] == ["none", "loading", "absent", "failed", "faulty"]


def _converted(folder: Path, **options: Any) -> str:
    extension = FingerpostExtension(docs_dir=str(folder / "docs"), **options)
    return Markdown(extensions=["fenced_code", extension]).convert(PAGE)


def test_a_policy_is_written_into_a_site_of_zensical(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "zensical")
    assert other_builders.run(tmp_path, "zensical", "build")[0] == 0

    assert main(["policy", str(tmp_path / "site"), "--write"]) == 0
    value = capsys.readouterr().out.strip()
    assert "'sha256-" in value
    assert value in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert main(["policy", str(tmp_path / "site")]) == 1
    assert "has a policy of its own" in capsys.readouterr().err


def test_a_folder_without_pages_has_no_policy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", str(tmp_path)]) == 2
    assert "Name the folder of a built site" in capsys.readouterr().err
