"""A format of other programs in which a tree can be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fingerpost.tree.model import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that a tree can be written in. Its file is named after it.

    Attributes:
        order: Its position among the formats: a smaller number comes first.
        title: Its name for readers.
        file: The name of the file that a site publishes beside the page of the tree, for instance `decision.dmn`.
        media_type: Its media type.
        write: Converts a tree that passed its checks, with the address of its page (empty if there is none), to the
            content of the file. A tree gives the same bytes each time.
        read_by: The people and programs that read it, as after "for"; without a full stop.
        leaves_out: The parts of a tree that it can't hold, in a sentence without a full stop; empty if it holds all.
            The file says the same where the format has comments or descriptions.
    """

    order: int
    title: str
    file: str
    media_type: str
    write: Callable[[Tree, str], bytes]
    read_by: str = ""
    leaves_out: str = ""
