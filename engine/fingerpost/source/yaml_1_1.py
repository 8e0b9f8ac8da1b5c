"""Reports the values of a file that programs which follow YAML 1.1 read otherwise than this engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fingerpost.source.collector import Collector
from fingerpost.source.nodes import Mapping, Node, Scalar, Sequence
from fingerpost.source.plain_scalars import value_in_yaml_1_1

_MARK: Final = re.compile(r"\?|^:|:$")
"""In braces and brackets, a mark that ends or can't begin a text without quotes."""

_MOST_LINES: Final = 3
_MOST_WORDS: Final = 6
"""The most lines of a word, and the most words, that the finding names."""


def report_yaml_1_1(root: Node, found: Collector) -> None:
    """Report the values that a YAML 1.1 reader takes otherwise, all in one finding at the first of them.

    Most trees have the same few words in many places, and one remark about them is enough.

    Args:
        root: The root of the file.
        found: Collects the findings.
    """
    taken: dict[str, list[Scalar]] = {}
    stops: dict[str, list[Scalar]] = {}
    for scalar, in_flow in _plain_scalars(root):
        if in_flow and (mark := _MARK.search(scalar.value)) is not None:
            stops.setdefault(f"the '{mark[0]}'", []).append(scalar)
        elif (value := value_in_yaml_1_1(scalar.value)) is not None:
            taken.setdefault(f"'{scalar.value}' for {value}", []).append(scalar)
    if not taken and not stops:
        return
    every = [scalar for scalars in (*taken.values(), *stops.values()) for scalar in scalars]
    first = min(every, key=lambda scalar: (scalar.place.line, scalar.place.column))
    several = len(every) > 1
    words, marks = (
        [f"{word}{_lines(scalars) if several else ''}" for word, scalars in each.items()] for each in (taken, stops)
    )
    if len(words) > _MOST_WORDS:
        words[_MOST_WORDS:] = [f"{len(words) - _MOST_WORDS} other words for something else"]
    effects = [f"takes {_listed(words)}"] if words else []
    if marks:
        effects.append(f"stops at {_listed(marks)} in braces or brackets")
    is_short = len(first.value) <= 60 and not {'"', "\\"} & {*first.value}
    if several:
        hint = f"Put each of them in quotes{f', for example "{first.value}"' if is_short else ''}."
    else:
        hint = f"Put it in quotes{f': "{first.value}"' if is_short else ''}."
    found.add("yaml-1-1", first.place, f"A YAML 1.1 reader {', and '.join(effects)}.", hint)


def _plain_scalars(root: Node) -> Iterator[tuple[Scalar, bool]]:
    """Yield the scalars without quotes, in file order, each with whether it stands in braces or brackets."""
    waiting: list[tuple[Node, bool]] = [(root, False)]
    while waiting:
        node, in_flow = waiting.pop()
        match node:
            case Scalar():
                if node.plain:
                    yield node, in_flow
            case Mapping():
                inside = [part for entry in node.entries for part in entry]
                waiting += [(part, in_flow or node.flow) for part in reversed(inside)]
            case Sequence():
                waiting += [(item, in_flow or node.flow) for item in reversed(node.items)]
            case _:
                continue


def _lines(scalars: list[Scalar]) -> str:
    lines = list(dict.fromkeys(scalar.place.line for scalar in scalars))
    named = [str(line) for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        named.append(f"{len(lines) - _MOST_LINES} more")
    return f" (line{'' if len(lines) == 1 else 's'} {_listed(named)})"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
