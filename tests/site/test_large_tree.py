"""A site with a large tree: its list has pages of its own, which readers and the search find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from built_site import read
from large_tree import SETTINGS, build_large_site, large_tree

TREE = large_tree()
PARTS = ("long-questions/1/", "long-questions/2/", "long-questions/3/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    return build_large_site(tmp_path_factory.mktemp("large") / "site")


def page_at(site: Path, address: str) -> str:
    """Return the HTML of a page."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_the_page_of_the_tree_has_no_list_but_links_to_it(site: Path) -> None:
    page = read(page_at(site, ""))

    assert [entry for entry in page.all("section") if "data-entry" in entry.attributes] == []
    assert "data-map" not in page_at(site, "")
    assert {link.attributes.get("href", "") for link in page.all("a")} >= set(PARTS)


def test_the_page_of_the_tree_says_how_to_print_every_question(site: Path) -> None:
    said = [part.seen_text for part in read(page_at(site, "")).all("p")]

    assert "Each page can be printed on its own. To print every question, open and print them all." in said


def test_every_question_is_on_one_of_the_pages(site: Path) -> None:
    entries = [
        entry.attributes["data-entry"]
        for address in PARTS
        for entry in read(page_at(site, address)).all("section")
        if "data-entry" in entry.attributes
    ]

    assert entries == [*TREE.questions, *TREE.outcomes]


def test_every_link_between_the_pages_finds_its_place(site: Path) -> None:
    for address in PARTS:
        for link in read(page_at(site, address)).all("a"):
            to, _, place = link.attributes.get("href", "").partition("#")
            if place.startswith("long/"):
                assert f'id="{place}"' in page_at(site, f"{address}{to}"), link.attributes["href"]


def test_a_part_leads_to_the_others_and_to_the_questions(site: Path) -> None:
    links = {link.seen_text: link.attributes.get("href", "") for link in read(page_at(site, PARTS[1])).all("a")}

    assert links["Answer the questions"] == "../../#long"
    assert links["Before: Questions 1 to 100 of 250"] == "../1/"
    assert links["Next: Questions 201 to 250 of 250, and results"] == "../3/"


def test_the_pages_are_not_in_the_menu(site: Path) -> None:
    menus = [item for item in read(page_at(site, "nap")).all("nav") if "md-nav" in item.attributes.get("class", "")]

    assert menus
    assert all("long-questions" not in link.attributes.get("href", "") for menu in menus for link in menu.all("a"))


def test_the_search_has_each_question_once(site: Path) -> None:
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]

    for name in ("q0", "q120", "q249"):
        assert [entry["location"] for entry in entries if f"Notes on {name}." in entry["text"]] == [
            f"{PARTS[int(name[1:]) // 100]}#long/{name}"
        ]


def test_the_page_grows_by_the_tree_alone(site: Path, tmp_path: Path) -> None:
    """With twice the questions, all but the compiled tree and the links to the parts stays the same."""
    twice = build_large_site(tmp_path / "site", SETTINGS, large_tree(2 * len(TREE.questions)))

    tags = [page_at(folder, "").count("<") for folder in (site, twice)]
    assert tags[1] < tags[0] + 100


def test_another_builder_lists_everything_on_the_page(tmp_path: Path) -> None:
    """The extension alone can't add pages."""
    settings = SETTINGS.replace(", fingerpost]", "]") + (
        "markdown_extensions:\n  - fingerpost.site.extension:FingerpostExtension: {docs_dir: docs}\n"
    )

    page = page_at(build_large_site(tmp_path / "site", settings), "")

    places = {part.attributes["id"] for part in read(page).all() if "id" in part.attributes}
    assert {f"long/{node}" for node in (*TREE.questions, *TREE.outcomes)} <= places
    links = {link.attributes["href"] for link in read(page).all("a") if "#long/" in link.attributes.get("href", "")}
    assert {link.removeprefix("#") for link in links} <= places
