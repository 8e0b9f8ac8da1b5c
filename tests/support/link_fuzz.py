"""Fuzzes the reading of links, and compares it with a slow reading of its own.

Usage: .venv/bin/python tests/support/link_fuzz.py FIRST_SEED SEEDS. Each seed is a fixed number of links, the same
every time. What was run is recorded in tests/property/fuzz-seeds.md.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from urllib.parse import quote

from damaged_links import WHOLE
from example_trees import DRAGON
from fingerpost.answers.evidence import Evidence
from fingerpost.answers.link import MAX_LENGTH
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.source import read_tree
from fingerpost.tree.model import UNSURE, Renames, Tree
from fuzz_bounds import Bounds
from link_oracle import answers_in
from made_up import SUPPER, tree_of

LINKS = 5_000
"""The number of links for each seed."""

_WIDE = tree_of(
    {f"q{n}": {f"a{m}": f"q{n + 1}" if n < 39 and m else f"o{m}" for m in range(5)} for n in range(40)},
    tuple(f"o{m}" for m in range(5)),
    tree_id="wide",
)


def _trees() -> list[Tree]:
    dragon = read_tree(str(DRAGON)).tree
    assert dragon is not None
    return [SUPPER, _WIDE, replace(dragon, renamed=Renames())]


TREES = _trees()

_TOKENS = [
    *("&", "=", "?", "#", "%", "%25", "%26", "%3D", "%3F", "%00", "%1b", "%C2%9B", "%E2%80%AE", "%ff", "%E0%A4%A"),
    *(" ", "+", "~", "~1B", "~FF", ",", ";", ".", "…", "&amp;", "&#38;", "=\r\n", "=3D", "\n", "\u202e", "\u2028"),
    *("edition=", "mode=hand-over", "ask_again=", "said_by=", "sender_need=", "plan=", "unsure", "__proto__=1"),
    *("<script>", "'\"><img src=x>", "\x00", "\ud800", "\U0001f469\u200d", "://", "a" * 300, "%" * 50, "&" * 200),
]


def links(seed: int, count: int = LINKS) -> list[tuple[Tree, str]]:
    """Return the links of one seed, each with the tree that reads it."""
    chance = random.Random(seed)  # noqa: S311 - made to be repeated, not to be secret
    return [_link(chance) for _ in range(count)]


def check(tree: Tree, text: str) -> None:
    """Read one link, whatever it holds.

    Raises:
        Exception: Never expected: any text can be read, and what counts in it is what the slow reading finds.
    """
    reading = read_link(tree, text)
    state = reading.state
    expected = answers_in(tree, text)
    if expected is not None:
        assert state.answers == expected, (dict(state.answers), expected)
    position = state.position
    assert set(position.counted) <= set(state.answers)
    assert position.possible
    again = read_link(tree, state.link)
    assert again.state.position.counted == position.counted
    assert [problem.kind for problem in again.problems] == []


def _link(chance: random.Random) -> tuple[Tree, str]:
    tree = chance.choice(TREES)
    kind = chance.randrange(20)
    if kind == 0:
        text = "".join(chance.choice(_TOKENS) for _ in range(chance.randrange(30)))
    elif kind == 1:
        text = "".join(chr(chance.randrange(0x3000)) for _ in range(chance.randrange(60)))
    else:
        text = _good(chance, tree)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
        text = _damaged(chance, text)
    if chance.randrange(2_000) == 0:
        text = (text + "&") * (MAX_LENGTH // (len(text) + 1) + chance.choice((-1, 0, 1)))
    return tree, text


def _good(chance: random.Random, tree: Tree) -> str:
    asked = chance.sample(list(tree.questions), chance.randrange(min(6, len(tree.questions)) + 1))
    answers: dict[str, str] = {}
    for name in asked:
        question = tree.questions[name]
        allowed = [UNSURE] if question.unsure_allowed else []
        answers[name] = chance.choice([*allowed, *(answer.id for answer in question.answers)])
    said = {name: Evidence(chance.choice(_TOKENS), chance.choice(_TOKENS)) for name in asked[:2]}
    again = tuple(asked[: chance.randrange(3)])
    hand_over = chance.randrange(4) == 0
    return State(tree, answers, again, hand_over, chance.choice(_TOKENS) if hand_over else "", said).link


def _damaged(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    match chance.randrange(7):
        case 0:
            return text[:at] + chance.choice(_TOKENS) + text[at:]
        case 1:
            return text[:at] + text[at + chance.choice((1, 2, 8)) :]
        case 2:
            return text[:at] + text[at:].upper()
        case 3:
            end = at + chance.randrange(1, 40)
            return text[:at] + text[at:end] * chance.choice((2, 3, 20)) + text[end:]
        case 4:
            return quote(text, safe=chance.choice(("", "?&=", "%")), errors="replace")
        case 5:
            return chance.choice(list(WHOLE.values()))(text.encode(errors="replace").decode())
        case _:
            return text[:at]


def main(first: int, seeds: int) -> None:
    """Run some seeds, and print a line for the record."""
    began = time.process_time()
    bounds = Bounds()
    for seed in range(first, first + seeds):
        for number, (tree, text) in enumerate(links(seed)):
            try:
                bounds.measured(lambda tree=tree, text=text: check(tree, text))
            except BaseException:
                print(f"seed {seed}, link {number}: {tree.id} {text!r}", file=sys.stderr)
                raise
        bounds.check_growth()
    minutes = (time.process_time() - began) / 60
    print(
        f"| links | {first} to {first + seeds - 1} | {seeds * LINKS:,} | {minutes:.1f} of processor time "
        f"| {bounds.slowest:.2f} s | {bounds.growth:.0f} MB | none |"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
