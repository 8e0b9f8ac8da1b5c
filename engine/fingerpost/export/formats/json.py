"""The compiled tree: the JSON that this package's own pages load, with every text as plain words and as HTML.

It is the same format, to the byte, that `fingerpost compile` writes and that a site publishes below
`assets/fingerpost/trees/`; `fingerpost reference compiled` writes its JSON Schema.
"""

from __future__ import annotations

from fingerpost.export.addresses import with_whole_addresses
from fingerpost.export.format import Format
from fingerpost.tree.compiled_writer import to_text
from fingerpost.tree.model import Tree


def write(tree: Tree, address: str) -> bytes:
    """Return the compiled tree; with an address, its links lead to the same places from anywhere."""
    return to_text(with_whole_addresses(tree, address) if address else tree).encode()


FORMAT = Format(
    order=600,
    title="JSON",
    file="tree.json",
    media_type="application/json",
    write=write,
    read_by="programs that show or check the tree themselves",
)
