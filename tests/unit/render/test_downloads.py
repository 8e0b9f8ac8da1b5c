"""The links to the files with a tree in formats of other programs."""

from __future__ import annotations

from built_site import read
from fingerpost.render.downloads import downloads
from fingerpost.render.surroundings import Download, Surroundings


def test_each_file_has_a_link_its_readers_and_what_it_leaves_out() -> None:
    files = (
        Download("a&b.txt", "Bits & bobs", "people <all>", "help & notes"),
        Download("c.txt", "Plain"),
    )

    page = read(downloads(Surroundings(downloads=files)))

    assert [link.attributes for link in page.all("a")] == [
        {"download": "", "href": "a&b.txt"},
        {"download": "", "href": "c.txt"},
    ]
    assert [item.seen_text for item in page.all("li")] == [
        "Bits & bobs for people <all> Leaves out help & notes.",
        "Plain",
    ]


def test_the_links_are_folded_and_neither_printed_nor_found() -> None:
    page = read(downloads(Surroundings(downloads=(Download("c.txt", "Plain"),))))

    fold = page.one("details")
    assert "open" not in fold.attributes
    assert "fp-print-hidden" in page.one("div").attributes["class"]
    assert "data-search-exclude" in page.one("div").attributes
