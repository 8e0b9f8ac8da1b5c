"""Reads printed pages from the PDF that Chromium makes of them."""

from __future__ import annotations

import re
import zlib

from playwright.sync_api import Page

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\b(.*?)^endobj\b", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWS_TEXT = re.compile(rb"\bT[jJ]\b")


def print_sheets(page: Page) -> list[bytes]:
    """Print a page on A4, in the site's own typeface, and return the drawing of each sheet, in the order of the file.

    A drawing consists of the operators in PDF's content streams.
    """
    page.evaluate("document.fonts.ready")
    return read_sheets(page.pdf(format="A4"))


def read_sheets(pdf: bytes) -> list[bytes]:
    """Return the drawing of each sheet of a PDF."""
    objects: dict[bytes, bytes] = dict(_OBJECT.findall(pdf))
    sheets = [content for content in objects.values() if re.search(rb"/Type\s*/Page\b", content)]
    return [_drawn(objects, sheet) for sheet in sheets]


def has_words(sheet: bytes) -> bool:
    """Return whether any text is drawn on a sheet."""
    return _SHOWS_TEXT.search(sheet) is not None


def _drawn(objects: dict[bytes, bytes], sheet: bytes) -> bytes:
    reference = re.search(rb"/Contents\s+(\d+) 0 R", sheet)
    assert reference, "a sheet without contents"
    contents = objects[reference[1]]
    stream = _STREAM.search(contents)
    assert stream, "contents without a stream"
    return zlib.decompress(stream[1]) if b"/FlateDecode" in contents else stream[1]
