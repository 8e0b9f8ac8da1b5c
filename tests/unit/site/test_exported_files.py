"""The files of a site with its trees in the formats of other programs: their addresses and their content."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from fingerpost.export.format import Format
from fingerpost.export.formats import FORMATS
from fingerpost.site import exported_files
from fingerpost.site.exported_files import ExportedFiles, ShownTree, export_folder
from fingerpost.source import read_tree
from fingerpost.source.extra import ExtraMissingError
from fingerpost.text.markup import Text
from fingerpost.tree.model import Tree
from pages_with_blocks import DOCS, TREE, block, converted


@pytest.mark.parametrize(
    ("page", "file", "folder"),
    [
        ("choose/index.md", "choose/tree.yml", "choose"),
        ("choose/README.md", "./choose/tree.yml", "choose"),
        ("index.md", "tree.yml", ""),
        ("choose/index.md", "choose/meet.yml", "choose/meet"),
        ("choose/index.md", "other/tree.yml", "choose/meet"),
        ("meetings.md", "trees/meet.yml", "meetings/meet"),
        ("choose/meetings.md", "choose/tree.yml", "choose/meetings/meet"),
    ],
)
def test_a_tree_beside_its_page_has_the_folder_and_any_other_one_with_its_id(page: str, file: str, folder: str) -> None:
    assert export_folder(page, file, "meet") == folder


def test_no_two_trees_of_a_page_have_one_folder() -> None:
    """The ids differ, and only one file can have the usual name."""
    files = ("choose/tree.yml", "choose/other.yml", "tree.yml")

    assert len({export_folder("choose/index.md", file, file[:-4].replace("/", "-")) for file in files}) == len(files)


def needs_a_library(_tree: Tree, _address: str) -> bytes:
    """Fail as a format does whose library is not installed."""
    raise ExtraMissingError("A sheet", "sheets", ModuleNotFoundError(name="openpyxl"))


def links(tree: Tree, address: str) -> bytes:
    """Write what a test looks at: the address, and the HTML of each outcome's summary."""
    summaries = (outcome.summary.html for outcome in tree.outcomes.values() if outcome.summary)
    return "\n".join((address, *summaries)).encode()


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two formats: one shows the links of the tree, the other needs a library."""
    made = {
        "links": Format(order=1, title="Links", file="links.txt", media_type="text/plain", write=links),
        "sheet": Format(order=2, title="Sheet", file="a.xlsx", media_type="x/y", write=needs_a_library),
    }
    monkeypatch.setattr(exported_files, "FORMATS", made)


def dragon() -> Tree:
    """Return the tree of the examples."""
    tree = read_tree(DOCS / TREE).tree
    assert tree is not None
    return tree


def shown(page: str = "snacks/index.md", *, directory_urls: bool = True) -> ShownTree:
    """Return that tree on a page."""
    return ShownTree(dragon(), TREE, page, DOCS, directory_urls)


@pytest.mark.usefixtures("formats")
def test_a_format_whose_library_is_missing_is_left_out_and_named() -> None:
    files = ExportedFiles(["links", "sheet"])

    assert [file.path for file in files.add(shown())] == ["snacks/dragon-snack/links.txt"]
    assert "pip install 'fingerpost[sheets]'" in files.missing["sheet"]


@pytest.mark.usefixtures("formats")
@pytest.mark.parametrize(("directory_urls", "page"), [(True, "snacks/"), (False, "snacks/index.html")])
@pytest.mark.parametrize("site", ["https://example.org/guide", "https://example.org/guide/"])
def test_a_writer_gets_the_address_of_the_page(site: str, page: str, *, directory_urls: bool) -> None:
    [file] = ExportedFiles(["links"], site).add(shown(directory_urls=directory_urls))

    assert file.content is not None
    assert file.content.decode().splitlines()[0] == f"https://example.org/guide/{page}"


@pytest.mark.usefixtures("formats")
@pytest.mark.parametrize(
    ("site", "leads_to"),
    [
        ("", ["../sheep/#wool", "../#dragon-snack?hungry=no", "https://a.example/x.md"]),
        (
            "https://example.org",
            [
                "https://example.org/snacks/sheep/#wool",
                "https://example.org/snacks/#dragon-snack?hungry=no",
                "https://a.example/x.md",
            ],
        ),
    ],
)
def test_links_in_texts_lead_from_the_file_to_their_pages(site: str, leads_to: list[str]) -> None:
    """With whole addresses where the site's is known, because files are read elsewhere."""
    links = ("/snacks/sheep.md#wool", "#dragon-snack?hungry=no", "https://a.example/x.md")
    summary = Text("", "".join(f'<a href="{link}">x</a>' for link in links))
    tree = dragon()
    outcomes = {name: replace(outcome, summary=summary) for name, outcome in tree.outcomes.items()}

    [file] = ExportedFiles(["links"], site).add(replace(shown(), tree=replace(tree, outcomes=outcomes)))

    assert file.content is not None
    assert re.findall('href="(.*?)"', file.content.decode().splitlines()[1]) == leads_to


def test_without_an_address_of_the_site_a_writer_gets_none() -> None:
    [file] = ExportedFiles(["outline"]).add(shown())

    assert file.content == FORMATS["outline"].write(dragon(), "")


def test_the_files_are_written_into_the_site(tmp_path: Path) -> None:
    files = ExportedFiles(FORMATS)
    for page in ("index.md", "a/b.md"):
        files.add(shown(page))

    files.write_to(tmp_path)

    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    names = [each.file for each in FORMATS.values()]
    assert written == {f"{folder}/{name}" for folder in ("dragon-snack", "a/b/dragon-snack") for name in names}


def test_a_page_links_to_its_files_also_without_directory_urls() -> None:
    text = block(f"tree: {TREE}", "page: snacks/index.md")

    for setting in (True, False):
        page = converted(text, exported=ExportedFiles(["outline"]), use_directory_urls=setting)
        [link] = [link for link in page.all("a") if "download" in link.attributes]
        assert link.attributes["href"] == "dragon-snack/outline.txt"


def test_a_page_that_is_not_that_of_the_questions_has_no_files() -> None:
    files = ExportedFiles(["outline"])
    for show in ("start", "scenarios", "questions"):
        converted(block(f"tree: {TREE}", f"show: {show}", "page: snacks/index.md"), "snacks/toast.md", exported=files)

    assert files.by_page == {}


def test_a_file_of_the_author_counts_instead_and_is_linked_without_a_plugin(tmp_path: Path) -> None:
    """So builders without plugins can publish the files, too."""
    (tmp_path / "snacks").mkdir()
    (tmp_path / "tree.yml").write_bytes((DOCS / TREE).resolve().read_bytes())
    for name in ("nap", "toast", "sheep"):
        (tmp_path / "snacks" / f"{name}.md").write_text("# A page\n")
    (tmp_path / "outline.txt").write_text("Ours")
    files = ExportedFiles(["outline"])
    text = block("tree: tree.yml")

    for exported in (None, files):
        page = converted(text, "index.md", docs_dir=str(tmp_path), exported=exported, broken="show")
        assert [link.attributes["href"] for link in page.all("a") if "download" in link.attributes] == ["outline.txt"]
    files.write_to(tmp_path)
    assert (tmp_path / "outline.txt").read_text() == "Ours"
