"""What is out of sight on a page with a tree is left out of the browser's work, and nobody notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from the_page import CHOOSE, wait_for_engine

PLACES = """() => [...document.querySelectorAll('.fp-entry, .md-content h2[id]')].map(
  (part) => Math.round(part.getBoundingClientRect().top + scrollY))"""


def unsettled(visit: Callable[..., Page], width: int) -> Page:
    """Open the page, and hold it as it is before the browser may leave anything out."""
    page = visit(CHOOSE, viewport={"width": width, "height": 800})
    wait_for_engine(page)
    expect(page.locator(".fp-listing[data-settled]")).to_be_attached()
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_it_begins(visit: Callable[..., Page], width: int) -> None:
    page = unsettled(visit, width)
    left_out = page.evaluate(PLACES)

    page.evaluate("document.querySelector('.fp-listing').removeAttribute('data-settled')")

    assert page.evaluate(PLACES) == left_out


def test_the_parts_out_of_sight_are_left_out(visit: Callable[..., Page]) -> None:
    page = unsettled(visit, 1280)

    left_out = page.evaluate(
        """() => [...document.querySelectorAll('.fp-entry > :first-child + *')].map(
             (part) => part.checkVisibility({ contentVisibilityAuto: true }))"""
    )

    assert False in left_out


def test_a_link_to_a_section_lands_on_it(visit: Callable[..., Page]) -> None:
    page = unsettled(visit, 1280)
    section = page.locator(".md-content h2[id]").last
    name = section.get_attribute("id")

    page.evaluate("(name) => { location.hash = name; }", name)

    expect(section).to_be_in_viewport()
    top = section.evaluate("(heading) => heading.getBoundingClientRect().top")
    limit = page.evaluate("innerHeight - (document.documentElement.scrollHeight - scrollY - innerHeight > 1 ? 600 : 0)")
    assert 0 <= top <= limit


def test_another_width_is_measured_anew(visit: Callable[..., Page]) -> None:
    page = unsettled(visit, 1280)

    page.evaluate(
        """() => new MutationObserver((changes) => {
             const { dataset } = document.documentElement;
             dataset.changes = (Number(dataset.changes) || 0) + changes.length;
           }).observe(document.querySelector(".fp-listing"), { attributeFilter: ["data-settled"] })"""
    )

    page.set_viewport_size({"width": 360, "height": 800})

    expect(page.locator("html[data-changes='2']")).to_be_attached()
    left_out = page.evaluate(PLACES)
    page.evaluate("document.querySelector('.fp-listing').removeAttribute('data-settled')")
    assert page.evaluate(PLACES) == left_out
