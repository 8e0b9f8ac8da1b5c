"""The page that stands alone: a browser without JavaScript follows every answer to its outcome, and checkers agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from axe_core import run_axe
from built_site import read
from fingerpost.export.formats.page import write
from fingerpost.tree.model import Tree
from hostile_texts import HOSTILE, with_everywhere
from html_checkers import html_validate
from large_tree import large_tree
from tree_files import all_trees

LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((360, "dark"), (1280, "light"))

TARGET = """() => {
  const entry = document.querySelector(":target").closest(".fp-entry");
  const { top, bottom } = entry.querySelector(".fp-ask").getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? entry.dataset.entry : "not in view";
}"""

WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, tuple[Tree, Path]]:
    """The page of each tree of the repository, by the id of the tree."""
    found: dict[str, tuple[Tree, Path]] = {}
    for tree in all_trees():
        file = tmp_path / f"{tree.id}.html"
        file.write_bytes(write(tree, "https://example.org/choose/"))
        found[tree.id] = (tree, file)
    return found


def opened(browser: Browser, file: Path, **options: object) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(**options)  # pyright: ignore[reportArgumentType] - options of several types
    page = context.new_page()
    said: list[str] = []
    page.on("requestfinished", lambda request: said.append(request.url) if request.url != file.as_uri() else None)
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    yield page, said
    context.close()


def followed(page: Page, tree: Tree, answers: dict[str, str]) -> str:
    """Follow the links of some answers from the first question on, and return the outcome that they end at."""
    node = tree.start
    while node in tree.questions:
        page.locator(f'[data-entry="{node}"] a[data-answer="{answers[node]}"]').click()
        target = page.evaluate(TARGET)
        assert target != node
        node = target
    return node


def test_the_answers_are_followed_to_outcomes_without_javascript(
    chromium: Browser, pages: dict[str, tuple[Tree, Path]]
) -> None:
    for tree, file in pages.values():
        for page, said in opened(chromium, file, java_script_enabled=False):
            for outcome in list(tree.outcomes)[:3]:
                page.goto(file.as_uri())
                assert followed(page, tree, tree.graph.way_to(outcome)) == outcome
            assert said == []


def test_every_answer_leads_to_its_question_or_outcome(pages: dict[str, tuple[Tree, Path]]) -> None:
    large = large_tree(300)
    written = [(large, write(large, "").decode()), *((tree, file.read_text("utf-8")) for tree, file in pages.values())]
    for tree, html in written:
        page = read(html)
        entries = {part.attributes["data-entry"]: part for part in page.all("section")}
        anchors = {
            each.attributes["id"]: entry
            for entry, part in entries.items()
            for each in (part, *part.all())
            if "id" in each.attributes
        }
        for question in tree.questions.values():
            links = {
                link.attributes["data-answer"]: anchors[link.attributes["href"].removeprefix("#")]
                for link in entries[question.id].all("a")
                if "data-answer" in link.attributes
            }
            unsure = {"unsure": question.id} if question.unsure_allowed else {}
            assert links == {answer.id: answer.go for answer in question.answers} | unsure


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_wrong_in_the_eyes_of_axe(
    chromium: Browser, pages: dict[str, tuple[Tree, Path]], look: tuple[int, Literal["light", "dark"]]
) -> None:
    width, scheme = look
    for _, file in pages.values():
        size = {"width": width, "height": 800}
        for page, said in opened(chromium, file, viewport=size, color_scheme=scheme):
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
            assert run_axe(page, {}) == []
            assert page.evaluate(WIDER) is False
            assert said == []


def test_the_pages_are_valid_html(pages: dict[str, tuple[Tree, Path]]) -> None:
    assert html_validate(file for _, file in pages.values()) == []


def test_the_policy_lets_the_styles_through_and_nothing_else(
    chromium: Browser, pages: dict[str, tuple[Tree, Path]]
) -> None:
    _, file = pages["dragon-snack"]
    for page, said in opened(chromium, file):
        before = page.evaluate("getComputedStyle(document.querySelector('.fp-answer')).borderTopStyle")
        assert (before, said) == ("solid", [])
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.ran = 1\">x</p><img src=\"x.png\">')"
        )
        page.locator("p", has_text="x").last.click()
        assert page.evaluate("window.ran") is None
        assert all("Content Security Policy" in text for text in said)
        assert len(said) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(text: str) -> None:
    page = read(write(with_everywhere(text), "https://example.org/?\"'><script>").decode())

    assert list(page.all("script", "img", "iframe", "b", "i")) == []
    assert [name for part in page.all() for name in part.attributes if name.startswith("on")] == []
    assert " ".join(text.split()) in page.seen_text
