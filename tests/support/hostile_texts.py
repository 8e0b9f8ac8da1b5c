"""Texts that mean something in HTML or in a format that trees are exported in, and trees that have them everywhere."""

from __future__ import annotations

from dataclasses import replace

from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Consideration, Scenario, Source, Tree
from made_up import SUPPER

HOSTILE = (
    'say "no"',
    'a"] --> evil["b',
    'x"| evil',
    "`code` ``` fence",
    "`**bold**`",
    "%% comment",
    '%%{init: {"theme": "forest"}}%%',
    "%%{init: {'securityLevel': 'loose'}}%%",
    'click q_hungry "https://evil.example"',
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)> & &lt; &amp;lt; &#60;",
    "<b>bold</b><br/>",
    "#34;quot#quot; #35;",
    "end",
    "end; A --> B",
    "subgraph one",
    "style a fill:#f00;",
    "lifestyle a:x#34; classDef b:c#1;",
    "1. first",
    "12) twelfth",
    "- item",
    "+ more -- yes",
    "# heading #",
    "accDescr { x }",
    "back\\slash \\N \\G \\l \\n \\",
    "*em* _em_ ~~gone~~ [a](b) ![c](d)",
    "{{a}} ((b)) [[c]] /d\\ >e]",
    "=SUM(A1) @cmd +1 -2",
    "ﬂ°°35¶ß",
    "\u202egnp.exe \u200fright\u200e",
    "line one\nline two\r\nthree\u2028four",
    "fa:fa-car road",
    "$$x^2$$",
    "a: b :::c",
    "日本語 é ß 👩‍👩‍👧",
)
"""Each text on its own is a label that readers should see unchanged, but for the white space in it."""


def with_everywhere(text: str, tree: Tree = SUPPER) -> Tree:
    """Return a tree in which every text is the one given.

    Args:
        text: The text.
        tree: The tree whose texts are replaced.
    """
    words = plain_text(text)
    return replace(
        tree,
        title=words,
        source=Source(text, "https://example.org/?\"'><script>", text),
        questions={
            name: replace(
                question,
                ask=words,
                reason=words,
                help=words,
                unsure=words,
                answers=tuple(replace(answer, label=words, note=words, because=words) for answer in question.answers),
            )
            for name, question in tree.questions.items()
        },
        outcomes={name: replace(outcome, title=words, summary=words) for name, outcome in tree.outcomes.items()},
        considerations={"sure": Consideration("sure", words, words)},
        scenarios={"one": Scenario("one", words, {"hungry": "yes", "cook": "yes"}, "soup", title=words)},
    )
