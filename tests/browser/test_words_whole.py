"""No word goes over two lines, on the narrowest screens; a name with a slash goes over them after the slash."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from built_site import pages
from the_page import state, wait_for_engine

ALL_OPEN = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  document.querySelector("#__drawer").checked = true;
}"""

# Each run of letters and digits by itself; the boxes of one on a single line all begin at the same height.
BROKEN = r"""() => {
  const broken = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const tops = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => box.top);
      if (Math.max(...tops) - Math.min(...tops) > 4) broken.push(word[0]);
    }
  }
  return broken;
}"""


@pytest.mark.long
def test_no_page_breaks_a_word(visit: Callable[..., Page]) -> None:
    page = visit()
    root = page.url
    broken: dict[tuple[str, int], list[str]] = {}

    for address in pages():
        page.goto(root + address)
        page.evaluate(ALL_OPEN)
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 800})
            broken[address, width] = page.evaluate(BROKEN)

    assert {where: words for where, words in broken.items() if words} == {}


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize(
    "answers",
    [
        {"proactive-request": "yes", "care-setting": "yes", "location-known": "no"},
        {"proactive-request": "yes", "care-setting": "yes", "location-known": "yes"},
        {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"},
        {"proactive-request": "unsure"},
    ],
    ids=["repository", "response", "subscribe", "several"],
)
def test_no_state_breaks_a_word(visit: Callable[..., Page], answers: dict[str, str], width: int) -> None:
    page = visit(state(answers), viewport={"width": width, "height": 800})
    wait_for_engine(page)
    page.evaluate(ALL_OPEN)

    assert page.evaluate(BROKEN) == []


def test_a_long_word_is_found_to_be_broken(visit: Callable[..., Page]) -> None:
    page = visit("guidance/considerations/", viewport={"width": 320, "height": 800})

    page.locator("h1").evaluate("(heading) => heading.append('m'.repeat(60))")

    assert page.evaluate(BROKEN) == ["m" * 60]


@pytest.mark.parametrize("engine", ["ready", "none"])
def test_every_name_with_a_slash_can_break_after_it(visit: Callable[..., Page], engine: str) -> None:
    answers = {"proactive-request": "yes", "care-setting": "yes", "location-known": "no"}
    page = visit(state(answers), java_script_enabled=engine == "ready")
    if engine == "ready":
        wait_for_engine(page)

    # A break divides a text in two. On paper there is room without.
    unbroken = page.locator("body").evaluate(
        r"""(body) => {
          const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
          const found = [];
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const outside = text.parentElement.closest("svg, script, style, pre, textarea, .fp-spoken, .fp-print");
            if (!outside && /\p{L}\/\p{L}/u.test(text.data)) found.push(text.data);
          }
          return found;
        }"""
    )

    assert unbroken == []


def test_what_is_copied_has_no_sign_of_the_break(visit: Callable[..., Page]) -> None:
    page = visit("patterns/registry-repository/")
    heading = page.locator("h1")
    expect(heading.locator("wbr")).to_have_count(1)

    copied = heading.evaluate("(heading) => { getSelection().selectAllChildren(heading); return `${getSelection()}`; }")

    assert copied.startswith("Registry/Repository")
