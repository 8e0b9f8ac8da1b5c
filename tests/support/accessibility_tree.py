"""The browser's accessibility tree: the page as assistive technology sees it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

type Node = dict[str, Any]


def accessible(page: Page) -> list[Node]:
    """Return the nodes that assistive technology sees."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node["ignored"]]


def role(node: Node) -> str:
    """Return a node's role."""
    return node["role"]["value"]


def name(node: Node) -> str:
    """Return a node's name."""
    return node.get("name", {}).get("value", "")


def headings(page: Page) -> list[str]:
    """Return the names of the headings."""
    return [name(node) for node in accessible(page) if role(node) == "heading"]


def within(node: Node, wanted: str, by_id: dict[str, Node]) -> bool:
    """Return whether a node is inside one of a role."""
    while "parentId" in node:
        node = by_id.get(node["parentId"], {})
        if node and role(node) == wanted:
            return True
    return False


def has(node: Node, wanted: str) -> bool:
    """Return whether a property of a node is set."""
    return any(entry["name"] == wanted and entry["value"]["value"] for entry in node.get("properties", []))
