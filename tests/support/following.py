"""Follows links as a reader does: clicks the drawn link, and looks at the page that follows."""

from __future__ import annotations

from functools import cache
from typing import Literal
from urllib.parse import unquote, urlsplit

from playwright.sync_api import ElementHandle, Page, expect
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as TookTooLong

from built_site import page as built_page
from fingerpost.answers.explanation import Explanation
from fingerpost.answers.reading import read_link
from fingerpost.check import check_file
from fingerpost.plan.link import open_link
from fingerpost.tree.model import Tree
from live_tree import DOCS
from the_page import wait_for_engine
from the_plan import expect_needs

type Navigation = Literal["instant", "full"]

NAVIGATIONS: tuple[Navigation, ...] = ("instant", "full")

# Returns the address of every link in the article, each once, including links that are folded away or drawn only at
# another width, but not those in a hidden part. A link with `data-print` leads nowhere: it prints.
ADDRESSES = """() => {
  const whole = (a) => new URL(a.getAttribute("href") ?? a.getAttribute("xlink:href"), location.href).href;
  return [...new Set([...document.querySelectorAll("article a:not([data-print], [hidden] a)")].filter((a) =>
    a.matches("[href]") || a.hasAttribute("xlink:href")).map(whole))];
}"""

# Returns the first link to an address that is drawn once the folds around it are open, or null.
FIND = """(address) => {
  const whole = (a) => new URL(a.getAttribute("href") ?? a.getAttribute("xlink:href") ?? "", location.href).href;
  for (const link of document.querySelectorAll("article a:not([data-print])")) {
    if (whole(link) !== address) continue;
    for (let fold = link.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (link.checkVisibility() && link.getBoundingClientRect().width > 1) return link;
  }
  return null;
}"""

# Tests whether the page has a heading of the first level with these words; the theme adds a link of its own to it.
HEADED = """(words) => {
  const heading = document.querySelector("h1");
  return heading?.textContent.replace("¶", "").trim().replace(/\\s+/g, " ") === words;
}"""

# Returns the state that each tree on the page shows: the question, the outcome, or the outcomes still possible.
SHOWN = (
    """() => [...document.querySelectorAll("decision-tree .fp-live > .fp-card")].map((card) => ({ ...card.dataset }))"""
)

# Tests whether a tree shows one of them.
SHOWS = """([tree, kind, node]) =>
  document.querySelector(`decision-tree[tree='${tree}'] .fp-live > .fp-card`)?.dataset[kind] === node"""

# Tests whether a target's upper edge is below the header and in the window, or as close as the page's end allows.
REACHED = """(id) => {
  const target = document.getElementById(id);
  const { top } = target.getBoundingClientRect();
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  return top >= header - 1 && (top < innerHeight / 2 || (atEnd && top < innerHeight));
}"""


def until(page: Page, condition: str, given: object, expected: str) -> None:
    """Wait until a script returns true, and check at every frame; `expected` describes the state for the failure."""
    try:
        page.wait_for_function(condition, arg=given)
    except TookTooLong:
        raise AssertionError(f"{page.url}: {expected}") from None


def choose_navigation(page: Page, navigation: Navigation) -> None:
    """Make links load whole pages, for tests of that: as on a page of an outdated build."""
    if navigation == "full":
        page.evaluate("document.documentElement.setAttribute('data-outdated', '')")


def note_loads(page: Page) -> None:
    """Mark the window, so that `expect_navigation` can detect whether the page was left."""
    page.evaluate("window.stayedHere = true")


def expect_navigation(page: Page, navigation: Navigation) -> None:
    """Expect that the last link swapped the page in place, or loaded it whole."""
    assert page.evaluate("Boolean(window.stayedHere)") == (navigation == "instant")


def addresses_in_article(page: Page) -> list[str]:
    """Return the addresses of the links in the page's own content."""
    return page.evaluate(ADDRESSES)


def find_link(page: Page, address: str) -> ElementHandle | None:
    """Return a link in the page's own content that can be clicked; open the folds around it."""
    return page.evaluate_handle(FIND, address).as_element()


def click_link(page: Page, address: str) -> None:
    """Click a link in the page's own content, or the one that has just taken its place."""
    for attempt in range(3):
        link = find_link(page, address)
        assert link is not None, f"no link to {address} is drawn"
        try:
            link.click()
        except BrowserError as fault:
            if attempt == 2 or "not attached" not in str(fault):
                raise
        else:
            return


def click_new_link(page: Page, address: str) -> None:
    """Click a link that a script has drawn, as a link of the menu does."""
    page.evaluate(
        """(address) => {
          const link = document.querySelector("article").appendChild(document.createElement("a"));
          link.setAttribute("href", address);
          link.click();
        }""",
        address,
    )


def below(root: str, address: str) -> str:
    """Return an address relative to the site's root, without its fragment."""
    assert address.startswith(root), f"{address} leads out of the site"
    return unquote(urlsplit(address.removeprefix(root)).path)


def expect_page(page: Page, root: str, address: str) -> None:
    """Expect the page that an address names: its heading, its title and its address.

    An address that brings a plan is shortened to that of the page once its plan is on the device.
    """
    fragment = urlsplit(address).fragment
    brings_plan = "?plan=" in fragment
    expect(page).to_have_url(address.partition("#")[0] if brings_plan else address)
    built = built_page(below(root, address))
    heading = " ".join(next(built.all("h1")).seen_text.split())
    until(page, HEADED, heading, f"the page never had the heading '{heading}'")
    tree_id = fragment.partition("?")[0]
    if brings_plan:
        expect_plan(page, tree_id, fragment)
    elif page.locator(f"decision-tree[tree='{tree_id}']:not([show='start'])").count():
        expect_state(page, tree_id, fragment)
    elif fragment:
        expect_reached(page, unquote(fragment))


def expect_reached(page: Page, target: str) -> None:
    """Expect the page to show the target of a fragment."""
    assert page.locator(f"[id='{target}']").count() == 1, f"nothing on {page.url} has the id '{target}'"
    until(page, REACHED, target, f"'{target}' is not where the reader looks")


def expect_plan(page: Page, tree_id: str, link: str) -> None:
    """Expect the needs of the plan in a link text, as the engine reads them in CPython."""
    needs = open_link(tree_of(tree_id), link).plan.needs
    assert needs
    expect_needs(page, *(need.need for need in needs))


def expect_state(page: Page, tree_id: str, link: str) -> None:
    """Expect the question or the outcome that a link text leads to, as the engine reports it in CPython."""
    wait_for_engine(page)
    kind, node = _where(tree_id, link)
    until(page, SHOWS, [tree_id, kind, node], f"the tree '{tree_id}' never showed the {kind} '{node}'")


@cache
def tree_of(tree_id: str) -> Tree:
    """Return a tree of the site by its id."""
    for file in sorted(DOCS.rglob("tree.yml")):
        tree, _ = check_file(file, DOCS)
        if tree is not None and tree.id == tree_id:
            return tree
    raise AssertionError(f"the site has no tree '{tree_id}'")


def _where(tree_id: str, link: str) -> tuple[str, str]:
    tree = tree_of(tree_id)
    found = Explanation(read_link(tree, link).state.firm)
    if found.state.position.decided is not None:
        return "outcome", found.state.position.decided
    return ("question", found.open[0]) if found.open else ("possible", " ".join(found.state.position.possible))
