"""What every page of the site has, and what none has."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from built_site import Element, main_of, page, pages

GUIDANCE = tuple(address for address in pages() if address.startswith(("guidance/", "choose/")) or address == "")
PATTERNS = tuple(address for address in pages() if re.fullmatch("patterns/.+/", address))

PATTERN_HEADINGS = [
    "What it is",
    "When to use it",
    "When not to use it",
    "How it works",
    "Qualities",
    "Health and care examples",
    "Combining it with other patterns",
    "Answers that lead to this pattern",
    "Worked examples",
    "Services, standards and next steps",
]

every_page = pytest.mark.parametrize("address", [*pages(), "404.html"])
every_page_of_the_guide = pytest.mark.parametrize("address", pages())


def headings(element: Element) -> list[Element]:
    """Return the headings below an element that a reader sees when the page opens."""
    return [found for found in element.all("h1", "h2", "h3", "h4", "h5", "h6") if found.seen_text]


@every_page
def test_one_heading_names_the_page(address: str) -> None:
    (heading,) = page(address).all("h1")

    assert 0 < len(heading.seen_text) <= 65


@every_page_of_the_guide
def test_no_level_of_headings_is_skipped(address: str) -> None:
    levels = [int(heading.tag[1]) for heading in headings(main_of(page(address)))]

    assert levels[0] == 1
    assert [(before, after) for before, after in pairwise(levels) if after > before + 1] == []


@every_page
def test_the_language_and_the_title_are_told(address: str) -> None:
    document = page(address)

    assert document.one("html").attributes["lang"] == "en"
    assert next(document.all("title")).raw_text.strip()


@every_page_of_the_guide
def test_the_description_says_what_the_page_is_for(address: str) -> None:
    (description,) = (
        meta.attributes["content"] for meta in page(address).all("meta") if meta.attributes.get("name") == "description"
    )

    assert 50 <= len(description) <= 160


def test_no_two_pages_share_a_title_or_a_description() -> None:
    titles = [next(page(address).all("title")).raw_text for address in pages()]
    descriptions = [
        meta.attributes["content"]
        for address in pages()
        for meta in page(address).all("meta")
        if meta.attributes.get("name") == "description"
    ]

    assert len(set(titles)) == len(titles)
    assert len(set(descriptions)) == len(descriptions)


@pytest.mark.parametrize("address", [*GUIDANCE, *PATTERNS])
def test_guidance_ends_with_its_source_and_licence(address: str) -> None:
    foot = list(main_of(page(address)).all("p"))[-1]

    links = [link.attributes["href"] for link in foot.all("a")]
    assert links == [
        "https://digital.nhs.uk/developer/nhs-digital-architecture/integration-patterns-book/"
        "selecting-an-integration-pattern",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ]
    assert "by NHS England (formerly NHS Digital)" in foot.seen_text


@every_page
def test_no_page_can_be_taken_for_one_of_nhs_england(address: str) -> None:
    assert "not an nhs england site" in page(address).one("body").seen_text.lower()


@every_page
def test_style_and_behaviour_are_in_files(address: str) -> None:
    offending = [
        f"{element.line}: <{element.tag} {name}>"
        for element in page(address).all()
        for name, value in element.attributes.items()
        if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:")
    ]

    assert offending == []


@every_page
def test_ids_are_unique(address: str) -> None:
    ids = [element.attributes["id"] for element in page(address).all() if "id" in element.attributes]

    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_there_are_six_patterns() -> None:
    assert len(PATTERNS) == 6


@pytest.mark.parametrize("address", PATTERNS)
def test_a_pattern_page_answers_the_same_questions_in_the_same_order(address: str) -> None:
    assert [heading.seen_text for heading in main_of(page(address)).all("h2")] == PATTERN_HEADINGS


@pytest.mark.parametrize("address", PATTERNS)
def test_a_pattern_page_says_when_the_tree_leads_there(address: str) -> None:
    (ways,) = (part for part in page(address).all("div") if part.attributes.get("class") == "fp-ways")

    assert "The tree leads here" in ways.seen_text
    assert list(ways.all("a"))
