"""The link that carries a whole plan: compressed, in letters that no program changes, and with a check sum.

The text after `plan=` is a check sum of four bytes and the compressed JSON, in the alphabet for addresses of RFC 4648,
and an end mark. The check sum tells a link that was cut or changed on its way from one that arrived whole.
"""

from __future__ import annotations

import binascii
import zlib
from typing import Final

from fingerpost.answers.damaged_link import fragment_of
from fingerpost.answers.link import PLAN, parts_of, plan_text
from fingerpost.plan.model import Plan
from fingerpost.plan.reading import PlanFormatError, PlanReading, read_plan
from fingerpost.plan.writing import text_of
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree

_END: Final = "0"
"""Ends every plan in a link: programs take hyphens and underscores at the end of an address for punctuation."""

_MOST_BYTES: Final = 20_000_000
"""The most bytes to unpack. No plan within its limits comes near it, but a link made to do harm could."""


def plan_link(plan: Plan) -> str:
    """Return the link text of a plan; `open_link` reads it."""
    data = text_of(plan).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = zlib.crc32(data).to_bytes(4, "big") + packer.compress(data) + packer.flush()
    letters = binascii.b2a_base64(packed, newline=False).decode().rstrip("=").replace("+", "-").replace("/", "_")
    return plan_text(plan.tree, letters + _END)


def is_link(text: str) -> bool:
    """Return whether a text is rather a link than the content of a file."""
    return not text.lstrip("\ufeff \t\r\n").startswith("{")


def open_link(tree: Tree, text: str) -> PlanReading:
    """Read the plan in a link.

    Args:
        tree: The tree that the plan should be for.
        text: The link, or the part of it after the `#`; other programs may have encoded or wrapped it.

    Raises:
        PlanFormatError: The text has no plan that can be opened here.
    """
    link = parts_of(fragment_of(text))
    packed = next((part.value for part in link.parts if part.name == PLAN), None)
    if packed is None:
        raise PlanFormatError(say("plan-no-link"))
    if link.tree_id != tree.id:
        raise PlanFormatError(say("plan-other-tree"))
    # Letters that begin with `3D` look as if mail had written the `=` before them so; the check sum knows better.
    content = _unpacked(packed) or _unpacked("3D" + packed)
    if content is None:
        raise PlanFormatError(say("plan-link-damaged"))
    return read_plan(tree, content)


def _unpacked(letters: str) -> str | None:
    """Return the JSON in a link; None if part of it is missing or was changed."""
    body = letters.removesuffix(_END).replace("-", "+").replace("_", "/")
    try:
        packed = binascii.a2b_base64(body + "=" * (-len(body) % 4))
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        data = unpacker.decompress(packed[4:], _MOST_BYTES)
        text = data.decode()
    except (ValueError, zlib.error):
        return None
    whole = unpacker.eof and zlib.crc32(data).to_bytes(4, "big") == packed[:4]
    return text if whole else None
