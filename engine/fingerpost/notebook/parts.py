"""The parts of which notebooks' HTML consists.

It has no styles, scripts, ids or links: the front end's own colours apply, light or dark, and a value can be shown many
times. Texts are shown without their markup, because their links count from the page of the tree.
"""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.render.names import capital_noun
from fingerpost.text.markup import Text, breakable, escape
from fingerpost.tree.model import Tree


def heading(tree: Tree) -> str:
    """Return the line that names a tree."""
    return (
        f"<p><strong>{words(tree.title)}</strong> (<code>{escape(tree.id)}</code>, edition {escape(tree.edition)})</p>"
    )


def words(text: Text) -> str:
    """Return a text of the tree without its markup, as HTML."""
    return breakable(text.plain)


def listed(items: Iterable[str]) -> str:
    """Return a list of items that are HTML; nothing if there are none."""
    inside = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{inside}</ul>" if inside else ""


def titled(title: str, items: Iterable[str]) -> str:
    """Return a list below its title, which is plain text; nothing if the list is empty."""
    inside = listed(items)
    return f"<p>{escape(title)}</p>{inside}" if inside else ""


def folded(title: str, content: str) -> str:
    """Return content that shows when the reader opens it; nothing if it is empty."""
    return f"<details><summary>{escape(title)}</summary>{content}</details>" if content else ""


def outcomes(tree: Tree) -> str:
    """Return the outcomes of a tree, each with its summary."""
    items = (
        f"<strong>{words(outcome.title)}</strong>" + (f": {words(outcome.summary)}" if outcome.summary else "")
        for outcome in tree.outcomes.values()
    )
    return titled(capital_noun(tree), items)
