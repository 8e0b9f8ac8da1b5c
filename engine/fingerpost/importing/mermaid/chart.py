"""A flowchart as it was read: its nodes and arrows with their places, before anything is known about questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from fingerpost.findings.finding import Place

QUESTION_MARK: Final = "q_"
OUTCOME_MARK: Final = "o_"
"""The beginnings of the names of boxes in exported files."""


@dataclass(slots=True)
class Node:
    """A box of a flowchart.

    Attributes:
        name: Its name in the file.
        place: The position where it was first named.
        text: The words in it, as Markdown; empty if it has none but its name.
    """

    name: str
    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow.

    Attributes:
        tail: The name of the node that it leads from.
        head: The name of the node that it leads to.
        label: Its words, as Markdown; empty if it has none.
        place: The position of the arrow.
    """

    tail: str
    head: str
    label: str
    place: Place


@dataclass(slots=True)
class Chart:
    """A flowchart.

    Attributes:
        nodes: Its nodes by name, in the order of the file.
        edges: Its arrows, in the order of the file.
        title: Its title as Markdown; empty if it has none.
        facts: The facts in comments such as `%% Edition: 2`, by their names.
        answers: The ids of the answers in comments such as `%% q_hungry: yes, no`, by the names of nodes.
        informative: The names of the nodes whose comment says that their answers do not count.
    """

    nodes: dict[str, Node] = field(default_factory=dict[str, Node])
    edges: list[Edge] = field(default_factory=list[Edge])
    title: str = ""
    facts: dict[str, str] = field(default_factory=dict[str, str])
    answers: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    informative: set[str] = field(default_factory=set[str])

    @property
    def is_exported(self) -> bool:
        """Whether the file was exported from a tree."""
        return "Tree" in self.facts
