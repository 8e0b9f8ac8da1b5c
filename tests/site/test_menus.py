"""Menus, search and pictures of every page, as it was built."""

from __future__ import annotations

import json
from urllib.parse import urljoin

import pytest

from built_site import MOVED, SITE, pages
from built_site import page as built_page
from live_tree import live_tree

EXAMPLES = {f"examples/{name}/" for name in live_tree().scenarios}


class TestNavigation:
    @staticmethod
    def links(address: str, css_class: str) -> list[tuple[str, str]]:
        """Return where each link of a menu leads, from the site's root, and its words."""
        return [
            (urljoin(f"/{address}", link.attributes["href"]).split("#")[0], link.seen_text)
            for nav in built_page(address).all("nav")
            if css_class in nav.attributes.get("class", "").split()
            for link in nav.all("a")
            if not link.attributes["href"].startswith("#")
        ]

    @pytest.mark.parametrize("menu", ["md-tabs", "md-nav--primary"])
    def test_the_menus_are_the_same_on_every_page(self, menu: str) -> None:
        # On a narrow screen the page itself stands there twice: as a link, and as the heading of its contents.
        menus = {str(list(dict.fromkeys(self.links(address, menu)))) for address in pages()}

        assert len(menus) == 1

    def test_every_page_is_in_the_menu_and_in_the_search(self) -> None:
        """The pages of worked examples are in their list instead, and those that have moved are nowhere."""
        index = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))
        found = {entry["location"].split("#")[0] for entry in index["docs"]}
        named = {address.removeprefix("/") for address, _ in self.links("", "md-nav--primary")}

        assert set(pages()) - EXAMPLES - MOVED <= named
        assert set(pages()) - MOVED <= found
        assert not (EXAMPLES | MOVED) & named
        assert not MOVED & found

    @pytest.mark.parametrize("address", sorted(set(pages()) - EXAMPLES - MOVED))
    def test_the_menu_shows_which_page_this_is(self, address: str) -> None:
        current = {
            urljoin(f"/{address}", link.attributes["href"]).split("#")[0].removeprefix("/")
            for nav in built_page(address).all("nav")
            if "md-nav--primary" in nav.attributes.get("class", "")
            for link in nav.all("a")
            if "md-nav__link--active" in link.attributes.get("class", "")
        }

        assert current == {address}

    def test_the_controls_of_the_header_have_the_same_names_on_every_page(self) -> None:
        names = {
            str([part.attributes["aria-label"] for part in header.all() if "aria-label" in part.attributes])
            for header in (built_page(address).one("header") for address in pages())
        }

        assert len(names) == 1


class TestPictures:
    def test_words_in_diagrams_are_text(self) -> None:
        drawn = [
            svg
            for address in pages()
            for svg in built_page(address).all("svg")
            if {"seq-picture", "fp-map-picture"} & set(svg.attributes.get("class", "").split())
        ]

        assert len(drawn) >= 6
        assert all(list(svg.all("text")) and not list(svg.all("image", "foreignobject")) for svg in drawn)

    def test_the_only_images_are_a_chart_whose_numbers_stand_in_a_table(self) -> None:
        images = {address: list(built_page(address).all("img")) for address in pages()}

        assert [address for address, found in images.items() if found] == ["reference/performance/"]
        assert {image.attributes["alt"] for image in images["reference/performance/"]} == {
            "Bar chart of the start times in the table below"
        }
