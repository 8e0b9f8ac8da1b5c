"""The rules for a tree, one file each, named after its code.

To add a rule, copy `same_target.py`, or `unknown_consideration.py` for a rule about ids that do not exist.
"""

from __future__ import annotations

from typing import Final

from fingerpost.check.rule import Rule
from fingerpost.registry import collect


def _named_after_its_code(module: str, rule: Rule) -> Rule:
    expected = rule.code.name.replace("-", "_")
    if module != expected:
        raise ValueError(
            f"{__name__}.{module} has the code '{rule.code.name}': call its file {expected}.py, or correct the code."
        )
    return rule


RULES: Final = tuple(_named_after_its_code(module, rule) for module, rule in collect(__name__, "RULE", Rule).items())
"""In the order of the page of findings."""
