"""A rule: the code of its findings, and the function that finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fingerpost.check.fault import Fault
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that every tree must follow. Its file is named after its code.

    Attributes:
        order: Its position among the rules, and that of its code on the page of findings: 100 to 199 for the tree as a
            whole, then references between its parts, pages, scenarios, and earlier editions.
        code: The code of its findings, with their severity and explanation.
        find: Yields every fault of a tree, in time linear or nearly linear in its nodes and answers: no rule visits
            every way through a tree, since their number can be exponential.
    """

    order: int
    code: Code
    find: Callable[[Subject], Iterator[Fault]]
