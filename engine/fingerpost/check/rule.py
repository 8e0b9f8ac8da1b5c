"""A rule: what it reports, and how it finds that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that breaks a rule.

    Attributes:
        path: The part of the tree: the keys that lead to it in the file.
        message: What is wrong, in one sentence.
        hint: How to fix it, in one sentence.
        answers: The answers that show it, where that applies.
    """

    path: tuple[str, ...]
    message: str
    hint: str
    answers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that every tree must follow. Its file is named after its code.

    Attributes:
        order: Its position among the rules, which is also that of its code on the page of findings: 100 to 199 for
            the tree as a whole, then references between its parts, pages, scenarios, and earlier editions.
        code: The code of its findings, with their severity and what the page of findings explains.
        find: Yields every fault of a tree, in time linear, or nearly so, in its nodes and answers: no rule goes
            through the ways of a tree, which may be past counting.
    """

    order: int
    code: Code
    find: Callable[[Subject], Iterator[Fault]]
