"""Trees for the tests of the command line, and the type of the fixture that runs it."""

from __future__ import annotations

import re
from collections.abc import Callable

from example_trees import TREES
from fingerpost.text.visible import HIDDEN

DRAGON = str(TREES / "dragon.yml")

type Run = Callable[..., tuple[int, str, str]]


def broken(name: str) -> str:
    """Return the path of a broken tree."""
    return str(TREES / "broken" / f"{name}.yml")


def ladder(size: int) -> str:
    """Return the text of a tree of size n with 2^n ways."""
    answers = "answers: {{a: {{label: A, go: {0}}}, b: {{label: B, go: {1}}}}}"
    rungs = "".join(
        f"  l{n}: {{ask: L?, {answers.format(f'l{n + 1}', f'r{n + 1}')}}}\n"
        f"  r{n}: {{ask: R?, {answers.format(f'r{n + 1}', f'l{n + 1}')}}}\n"
        for n in range(1, size)
    )
    return (
        'format: 1\nid: ladder\ntitle: A ladder\nedition: "1"\nstart: start\nquestions:\n'
        f"  start: {{ask: Up?, {answers.format('l1', 'r1')}}}\n{rungs}"
        f"  l{size}: {{ask: Top?, {answers.format('moon', 'sun')}}}\n"
        f"  r{size}: {{ask: Top?, {answers.format('moon', 'sun')}}}\n"
        "outcomes: {moon: {title: The moon}, sun: {title: The sun}}\n"
    )


def assert_harmless(said: str) -> None:
    """Fail if something in what a command says moves the cursor, hides or forges a line, or commands a runner."""
    assert HIDDEN.search(said) is None
    assert "\u2028" not in said
    assert re.search(r"^\s*::", said, re.MULTILINE) is None
    assert "##[" not in said
