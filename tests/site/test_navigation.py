"""Where the pages stand: readers' pages first, one order of patterns, one verb, and addresses that last."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from built_site import Element, main_of, page, pages
from live_tree import live_tree

PATTERNS = [f"patterns/{outcome}/" for outcome in live_tree().outcomes]
"""The pages of the patterns, in the order that every list of them keeps."""

REUSE = "Reuse this tool"

# People keep links: a page may join this list, and none may leave it.
ADDRESSES = {
    "",
    "about/",
    "about/accessibility/",
    "about/conformance/",
    "about/how-it-works/",
    "about/privacy/",
    "about/source-and-licence/",
    "authors/",
    "authors/add-to-a-site/",
    "authors/builders/",
    "authors/change/",
    "authors/commands/",
    "authors/decisions/engine-start/",
    "authors/decisions/identity/",
    "authors/decisions/large-trees/",
    "authors/decisions/links-that-ask/",
    "authors/decisions/notes-belong-to-one-decision/",
    "authors/decisions/one-link-with-and-without-javascript/",
    "authors/decisions/pictures/",
    "authors/decisions/questions-left-is-exact-within-limits/",
    "authors/decisions/revised-outcomes-stand-in-the-tree/",
    "authors/decisions/two-trees-on-one-page/",
    "authors/decisions/which-question-first/",
    "authors/decisions/whose-words/",
    "authors/examples/",
    "authors/findings/",
    "authors/first-tree/",
    "authors/host/",
    "authors/install/",
    "authors/large-trees/",
    "authors/options/",
    "authors/preview/",
    "authors/questions/",
    "authors/spreadsheet/",
    "authors/texts/",
    "authors/trees/incident/",
    "authors/trees/licence/",
    "authors/trees/two-trees/",
    "choose/",
    "examples/",
    "examples/incident/",
    "examples/licence/",
    "examples/two-trees/",
    "guidance/",
    "plan/",
    "guidance/considerations/",
    "guidance/general-guidelines/",
    "guidance/glossary/",
    "guidance/use-cases/",
    "patterns/",
    "patterns/information-push/",
    "patterns/publish-subscribe/",
    "patterns/registry-repository/",
    "patterns/request-response-asynchronous/",
    "patterns/request-response-synchronous/",
    "patterns/shared-repository/",
    "reference/benchmarks/",
    "reference/explanations/",
    "reference/performance/",
    "reference/record/",
    "reference/tree-format/",
}

every_page = pytest.mark.parametrize("address", pages())


def led_to(address: str, part: Element) -> list[str]:
    """Return the pages that the links in a part of a page lead to, each once."""
    found = (
        urljoin(f"/{address}", link.attributes["href"]).partition("#")[0].removeprefix("/")
        for link in part.all("a")
        if "href" in link.attributes
    )
    return list(dict.fromkeys(found))


def menu_of_the_home_page() -> dict[str, list[str]]:
    """Return the entries of the menu: their words, and the pages below each."""
    (menu,) = (nav for nav in page("").all("nav") if "md-nav--primary" in nav.attributes.get("class", "").split())
    entries = [
        part
        for part in next(menu.all("ul")).content
        if isinstance(part, Element) and "md-nav__item" in part.attributes.get("class", "").split()
    ]
    return {next(entry.all("summary", "a")).seen_text: led_to("", entry) for entry in entries}


def test_the_menu_begins_with_what_an_architect_comes_for() -> None:
    assert list(menu_of_the_home_page()) == [
        "Home",
        "Choose a pattern",
        "Patterns",
        "Plan",
        "Guidance",
        "Worked examples",
        "About",
        REUSE,
    ]


def test_what_authors_and_maintainers_need_stands_under_one_entry() -> None:
    for_reuse = {address for address in pages() if re.match(r"authors/|reference/", address)}

    assert set(menu_of_the_home_page()[REUSE]) == for_reuse


def test_no_address_is_lost() -> None:
    assert set(pages()) >= ADDRESSES


@every_page
def test_lists_of_the_patterns_keep_one_order(address: str) -> None:
    lists = [
        (part.tag, part.line, [found for found in led_to(address, part) if found in PATTERNS])
        for part in page(address).all("ul", "ol", "table", "nav")
    ]
    # On a pattern's own page the menu names it by the address of the page that it stands on.
    whole = [(tag, line, found) for tag, line, found in lists if len(found) == len(PATTERNS)]

    assert any(tag == "nav" for tag, _, _ in whole)
    assert [(tag, line) for tag, line, found in whole if found != PATTERNS] == []


@pytest.mark.parametrize(("address", "tag"), [("", "ul"), ("patterns/", "table")])
def test_the_patterns_are_listed_together(address: str, tag: str) -> None:
    lists = [
        [found for found in led_to(address, part) if found in PATTERNS] for part in main_of(page(address)).all(tag)
    ]

    assert PATTERNS in lists


def test_the_listing_has_the_patterns_in_that_order() -> None:
    entries = [
        part.attributes["data-entry"] for part in page("choose/").all("section") if "data-entry" in part.attributes
    ]

    assert [f"patterns/{entry}/" for entry in entries if entry in live_tree().outcomes] == PATTERNS


@pytest.mark.parametrize("address", [*pages(), "404.html"])
def test_one_verb_leads_to_the_questions(address: str) -> None:
    links = {
        link.seen_text
        for link in page(address).all("a")
        if re.fullmatch(r"/?(?:\.\./)*(?:\./)?choose/", link.attributes.get("href", ""))
    }
    headings = {part.seen_text for part in page(address).all("h1", "h2", "h3")}

    assert links or address == "choose/"
    assert [words for words in links | headings if re.match(r"(?i)select\b", words)] == []


def test_the_page_of_the_questions_has_that_verb_in_its_names() -> None:
    assert page("choose/").one("h1").seen_text == "Choose an integration pattern"
    assert live_tree().title.plain == "Choose an integration pattern"


@pytest.mark.parametrize("address", PATTERNS)
def test_a_pattern_page_leads_into_the_tree_before_its_first_part(address: str) -> None:
    parts = list(main_of(page(address)).all("a", "h2"))
    before = parts[: next(place for place, part in enumerate(parts) if part.tag == "h2")]

    assert "../../choose/" in [part.attributes.get("href") for part in before]


def test_the_patterns_have_anchors_that_can_be_guessed() -> None:
    ids = {element.attributes.get("id") for element in page("patterns/").all()}

    assert ids >= set(live_tree().outcomes)
    assert [page(address).one("h1").attributes["id"] for address in PATTERNS] == list(live_tree().outcomes)
