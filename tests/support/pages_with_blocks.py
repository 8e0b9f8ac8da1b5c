"""Pages with a `decision-tree` block, converted as a builder converts them."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree.ElementTree import Element as Tag

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from built_site import Element, read
from example_trees import TREES
from fingerpost.site.extension import FingerpostExtension

DOCS = TREES / "docs"
TREE = "../dragon.yml"
"""The path relative to the documentation folder, as a block names it."""


class Builder(Treeprocessor):
    """A stand-in for a builder's own link rewriting, which has the page that is being converted."""

    def __init__(self, **known: object) -> None:
        super().__init__()
        self.__dict__.update(known)

    def run(self, root: Tag) -> None:
        """Leave the page as it is."""


def block(*lines: str) -> str:
    """Return a page with a block."""
    return "\n".join(["# A page", "", "```decision-tree", *lines, "```", "", "After it."])


def converted(text: str, page: str = "snacks/index.md", **options: object) -> Element:
    """Return a page as MkDocs converts it."""
    extension = FingerpostExtension(**{"docs_dir": str(DOCS), **options})
    markdown = Markdown(extensions=["fenced_code", extension])
    markdown.treeprocessors.register(Builder(file=SimpleNamespace(src_uri=page)), "relpath", 0)
    return read(markdown.convert(text))


def addresses(page: Element) -> set[str]:
    """Return the addresses that the links of a page lead to, without the state of the tree."""
    return {link.attributes.get("href", "").partition("#")[0] for link in page.all("a")}
