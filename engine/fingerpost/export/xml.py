"""Writes XML that every reader takes: no character that XML 1.0 lacks, and the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_NOT_IN_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT: Final = "\ufffd"


def node(tag: str, attributes: Mapping[str, str], *children: Element, text: str = "") -> Element:
    """Return an element.

    Args:
        tag: Its name, with the prefix of its namespace if it has one. The root declares the prefixes.
        attributes: Its attributes, in the order in which they are written.
        children: The elements inside it.
        text: The text inside it, if it has no children.
    """
    element = Element(tag, {name: in_xml(value) for name, value in attributes.items()})
    element.extend(children)
    element.text = in_xml(text) or None
    return element


def document(root: Element) -> bytes:
    """Return the file with this root, indented."""
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="utf-8") + b"\n"


def in_xml(text: str) -> str:
    """Return a text in which the replacement character stands for each character that XML 1.0 can't hold."""
    return _NOT_IN_XML.sub(_REPLACEMENT, text)
