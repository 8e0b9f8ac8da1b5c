"""The files that the head of a page names for programs."""

from __future__ import annotations

import json

import pytest

from built_site import read
from fingerpost.export.format import Format
from fingerpost.site.alternates import with_alternates
from fingerpost.site.exported_files import ExportedFile
from fingerpost.tree.model import Tree

PAGE = "<html><head><title>A page</title></head><body></body></html>"


def nothing(_tree: Tree, _address: str) -> bytes:
    """Stand for the writer of a format."""
    return b""


def file(media_type: str, content: bytes | None) -> ExportedFile:
    """Return a file."""
    made = Format(order=1, title="Bits", file="b.bin", media_type=media_type, write=nothing)
    return ExportedFile("a b/b.bin", made, content)


def test_a_page_without_files_stays_as_it_is() -> None:
    assert with_alternates(PAGE, [], str) == PAGE


def test_each_file_is_linked_with_its_media_type() -> None:
    page = read(with_alternates(PAGE, [file("text/plain", b"x"), file("a/b", None)], lambda path: f"../{path}"))

    assert [link.attributes for link in page.one("head").all("link")] == [
        {"rel": "alternate describedby", "type": kind, "href": "../a b/b.bin"} for kind in ("text/plain", "a/b")
    ]


@pytest.mark.parametrize("text", ["</script><b>", "<!--<script>", "a & b", "é"])
def test_data_for_search_engines_is_in_the_page_and_can_not_end_early(text: str) -> None:
    data = {"name": text}

    page = read(with_alternates(PAGE, [file("application/ld+json", json.dumps(data).encode())], str))

    assert json.loads(page.one("script").raw_text) == data
    assert list(page.one("head").all("link", "b")) == []


@pytest.mark.parametrize("content", [json.dumps({"name": "x" * 8_000}).encode(), None])
def test_data_that_is_long_or_the_author_s_own_is_linked(content: bytes | None) -> None:
    page = read(with_alternates(PAGE, [file("application/ld+json", content)], str))

    assert list(page.all("script")) == []
    assert page.one("link").attributes["type"] == "application/ld+json"
