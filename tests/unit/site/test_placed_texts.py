"""Links and pictures in a tree's texts, on whatever page the tree is drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from built_site import Element, read
from fingerpost.door import call
from fingerpost.render.parts import part, parts_of
from fingerpost.render.surroundings import Surroundings
from fingerpost.site.addresses import relative_address
from fingerpost.site.placed_texts import placed
from fingerpost.site.tree_report import TreeReport
from fingerpost.text.markup import Text
from large_tree import large_tree
from pages_with_blocks import block, converted

TREE = """\
format: 1
id: snack
title: Choose a snack
edition: "1"
start: hungry
questions:
  hungry:
    ask: Is the dragon hungry?
    reason: See [the sheep](sheep.md#wool) and [their wool](snacks/sheep.md#wool).
    help: "![A map](../plan%20b.svg) [Home](../index.md?a=1&b=2), [yes](#snack?hungry=yes), [form](form.pdf)"
    unsure: Ask [who knows](nap/).
    answers:
      "yes": {label: "Yes", go: sheep, because: "[Sheep](sheep.md) are food."}
      "no": {label: "No", go: nap}
outcomes:
  sheep: {title: A sheep, summary: "Not [a nap](nap.md), <https://a.example/x.md>.", page: snacks/sheep.md}
  nap: {title: A nap, page: snacks/nap.md}
scenarios:
  smoke: {need: "It [smokes](/about.md).", answers: {hungry: "yes"}, expect: sheep}
  snore: {need: It snores., answers: {hungry: "no"}, expect: nap}
"""
WRITTEN = {
    "the sheep": ("snacks/sheep.md", "#wool"),
    "their wool": ("snacks/sheep.md", "#wool"),
    "Home": ("index.md", "?a=1&b=2"),
    "form": ("snacks/form.pdf", ""),
    "who knows": ("snacks/nap.md", ""),
    "Sheep": ("snacks/sheep.md", ""),
    "a nap": ("snacks/nap.md", ""),
    "smokes": ("about.md", ""),
}
"""Each link's words with the file and the rest that it means."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A documentation folder with the tree in a folder of its own."""
    pages = ("index.md", "about.md", "snacks/index.md", "snacks/sheep.md", "snacks/nap.md", "snacks/form.pdf")
    for name in (*pages, "plan b.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# A page\n\n## Wool\n", encoding="utf-8")
    (tmp_path / "snacks" / "tree.yml").write_text(TREE, encoding="utf-8")
    return tmp_path


def published(file: str, *, folders: bool) -> str:
    """Return where a builder publishes a file."""
    if not file.endswith(".md"):
        return file
    stem = file.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"


def leads_to(page: str, address: str) -> str:
    """Return where an address leads that stands on a page, both below the root of the site."""
    folder = page.rpartition("/")[0].split("/") if "/" in page else []
    path, mark, end = address.partition("#") if "?" not in address else address.partition("?")
    for step in path.split("/")[:-1]:
        folder = folder[:-1] if step == ".." else folder if step == "." else [*folder, step]
    return "/".join([*folder, path.split("/")[-1]]) + mark + end


def links_in(page: Element) -> dict[str, str]:
    """Return the addresses of links by their words."""
    return {link.raw_text: link.attributes["href"] for link in page.all("a") if link.raw_text in WRITTEN}


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("page", ["index.md", "about.md", "snacks/index.md", "snacks/nap.md"])
@pytest.mark.parametrize("show", ["questions", "start", "scenarios", "ways\noutcome: sheep"])
def test_each_link_leads_to_its_file_from_every_page(docs: Path, page: str, show: str, folders: bool) -> None:
    shown = converted(
        block("tree: snacks/tree.yml", *f"show: {show}".split("\n")),
        page,
        docs_dir=str(docs),
        use_directory_urls=folders,
    )

    here = published(page, folders=folders)
    found = links_in(shown)
    for words, address in found.items():
        file, end = WRITTEN[words]
        assert leads_to(here, address) == published(file, folders=folders) + end, words
    least = {"questions": {"the sheep", "form", "who knows", "a nap"}, "start": {"the sheep", "Home"}}
    assert least.get(show, set()) <= found.keys()
    if show == "scenarios":
        assert "smokes" in found


def test_addresses_of_other_sites_stay(docs: Path) -> None:
    page = converted(block("tree: snacks/tree.yml"), docs_dir=str(docs))

    assert "https://a.example/x.md" in {link.attributes.get("href") for link in page.all("a")}


@pytest.mark.parametrize(("page", "address"), [("snacks/index.md", ""), ("about.md", "../snacks/")])
def test_a_link_to_a_state_leads_to_the_page_with_the_questions(docs: Path, page: str, address: str) -> None:
    shown = converted(block("tree: snacks/tree.yml", "show: start"), page, docs_dir=str(docs))

    (link,) = (link for link in shown.all("a") if link.raw_text == "yes")
    assert link.attributes["href"] == f"{address}#snack?hungry=yes"


def test_a_picture_is_found_from_the_page(docs: Path) -> None:
    shown = converted(block("tree: snacks/tree.yml", "show: start"), "about.md", docs_dir=str(docs))

    assert shown.one("img").attributes == {"src": "../plan%20b.svg", "alt": "A map"}


class TestInTheBrowser:
    """The engine draws what the page carries, and writes records of it."""

    ADDRESS = "https://example.org/guide/snacks/"

    @pytest.fixture
    def carried(self, docs: Path) -> dict[str, Any]:
        """The data that a page carries for the engine, loaded there."""
        page = converted(block("tree: snacks/tree.yml"), docs_dir=str(docs))
        (template,) = (part for part in page.all("template") if part.attributes.get("class") == "fp-data")
        data: dict[str, Any] = json.loads(template.raw_text)
        assert "error" not in json.loads(call("load", json.dumps(data)))
        return data

    @pytest.mark.usefixtures("carried")
    def test_a_result_links_from_the_page(self) -> None:
        shown = json.loads(call("view", json.dumps({"tree": "snack", "link": "snack?hungry=yes"})))["html"]

        assert '<a href="sheep/">Sheep</a>' in shown
        assert '<a href="nap/">a nap</a>' in shown

    @pytest.mark.usefixtures("carried")
    def test_a_record_has_whole_addresses_since_it_leaves_the_site(self) -> None:
        asked = {"tree": "snack", "link": "snack?hungry=yes", "address": self.ADDRESS, "date": "2026-11-26"}
        notes = {"need": "", "confirmations": {}}

        forms = json.loads(call("record", json.dumps(asked | {"notes": notes})))["forms"]

        # A response has the questions and answers, and a checklist counts them: neither has the reasons.
        for form in (forms[name] for name in forms if name not in ("fhir", "checklist")):
            text = form["text"].replace("\\", "")
            assert f"Sheep ({self.ADDRESS}sheep/) are food." in text
            assert f"Not a nap ({self.ADDRESS}nap/), https://a.example/x.md." in text


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("page", ["snacks/index.md", "about.md"])
def test_the_published_tree_links_from_its_own_file(docs: Path, page: str, folders: bool) -> None:
    report = TreeReport()
    for show in ("start", "questions"):
        lines = ("tree: snacks/tree.yml", f"show: {show}")
        converted(block(*lines), page, docs_dir=str(docs), use_directory_urls=folders, report=report)

    ((file, text),) = report.compiled().items()
    tree = json.loads(text)

    hungry, sheep = tree["questions"]["hungry"], tree["outcomes"]["sheep"]
    texts = [hungry["reason"], hungry["help"], hungry["unsure"], hungry["answers"]["yes"]["because"], sheep["summary"]]
    found = {link.raw_text: link.attributes["href"] for each in texts for link in read(each["html"]).all("a")}
    assert WRITTEN.keys() - {"smokes"} <= found.keys()
    for words, (target, end) in WRITTEN.items():
        if words in found:
            assert leads_to(file, found[words]) == published(target, folders=folders) + end, words
            assert all(f"({found[words]})" in each["plain"] for each in texts if f">{words}</a>" in each["html"])
    home = "snacks/" if folders else "snacks/index.html"
    assert leads_to(file, found["yes"]) == f"{home}#snack?hungry=yes"
    assert leads_to(file, read(hungry["help"]["html"]).one("img").attributes["src"]) == "plan%20b.svg"


def test_a_page_of_a_large_trees_list_reads_as_if_the_whole_tree_were_placed(docs: Path) -> None:
    see = Text("See home.", '<p>See <a href="index.md">home</a>.</p>')
    large = large_tree()
    large = replace(large, questions={name: replace(each, help=see) for name, each in large.questions.items()})
    where = Surroundings(tree_page="../", outcome_pages={}, parts=("../1/", "../2/", "../3/"))
    address = partial(relative_address, "list/1.md", directory_urls=True)
    place = partial(placed, large, address, tree_page="../", folder="", docs_dir=docs)

    for nodes in parts_of(large):
        shown = part(place(nodes=nodes), nodes, where)

        assert shown == part(place(), nodes, where)
        assert shown.count('<a href="../../">home</a>') == sum(node in large.questions for node in nodes)
