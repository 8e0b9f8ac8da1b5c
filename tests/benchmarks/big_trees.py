"""Large made-up trees whose branches join, for the benchmarks."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import Tree
from made_up import tree_of


def ladder(questions: int) -> Tree:
    """Return a tree of two rails with a rung at every step; with n questions, it has 2^(n/2) ways."""
    rungs = max(1, questions // 2)
    routes: dict[str, dict[str, str]] = {}
    for rung in range(rungs):
        left, right = (f"left-{rung + 1}", f"right-{rung + 1}") if rung + 1 < rungs else ("moon", "sun")
        routes[f"left-{rung}"] = {"stay": left, "cross": right}
        routes[f"right-{rung}"] = {"stay": right, "cross": left}
    # The first question leads to both rails.
    return tree_of({"start": {"left": "left-0", "right": "right-0"}, **routes}, ("moon", "sun"))


def bush(questions: int) -> Tree:
    """Return a wide tree: each question has three answers, and every third branch joins its neighbour."""
    outcomes = tuple(f"outcome-{number}" for number in range(10))
    routes: dict[str, dict[str, str]] = {}
    for number in range(questions):
        targets: list[str] = []
        for branch in range(3):
            child = 2 * number + 1 + branch
            targets.append(f"question-{child}" if child < questions else outcomes[child % len(outcomes)])
        routes[f"question-{number}"] = dict(zip(("a", "b", "c"), targets, strict=True))
    return tree_of(routes, outcomes)


def thicket(questions: int, outcomes: int = 20, seed: int = 1) -> Tree:
    """Return a random tree in which every question leads to one of the next few, so that branches join often."""
    random = Random(seed)  # noqa: S311 - a made-up tree, not a secret
    ends = tuple(f"end{number}" for number in range(outcomes))
    nodes: dict[str, dict[str, str]] = {}
    for number in range(questions):
        near = [f"q{min(questions - 1, number + random.randint(1, 30))}" for _ in range(2)]
        last = number >= questions - 31
        nodes[f"q{number}"] = {
            "yes": f"q{number + 1}" if number + 1 < questions else ends[0],
            "no": random.choice(ends) if last or random.random() < 0.01 else near[0],
            "other": random.choice(ends) if last else near[1],
        }
    return tree_of(nodes, ends, tree_id="thicket")


def guideline(questions: int, seed: int = 1) -> Tree:
    """Return a tree as long guidance has it: three answers each, joins, and 300 characters of help for a question."""
    random = Random(seed)  # noqa: S311 - a made-up tree, not a secret
    ends = [f"outcome-{number}" for number in range(max(10, questions // 10))]
    routes: dict[str, dict[str, str]] = {}
    reached: set[str] = set()
    for number in range(questions):
        nodes = [
            3 * number + 1 + branch if random.random() < 0.8 else number + random.randint(1, max(3, questions // 5))
            for branch in range(3)
        ]
        if f"question-{number + 1}" not in reached:
            nodes[0] = number + 1
        targets = [f"question-{node}" if node < questions else random.choice(ends) for node in nodes]
        reached.update(targets)
        routes[f"question-{number}"] = dict(zip(("a", "b", "c"), targets, strict=True))
    tree = tree_of(routes, tuple(end for end in ends if end in reached), tree_id="guideline")

    def words(length: int) -> Text:
        text = " ".join(random.choice(_WORDS) for _ in range(length // 4))[:length].strip().capitalize()
        return plain_text(text)

    return replace(
        tree,
        questions={
            question.id: replace(
                question,
                ask=plain_text(f"{words(50).plain}?"),
                reason=words(60),
                help=words(300),
                answers=tuple(
                    replace(answer, label=plain_text(f"{answer.id.upper()}: {words(12).plain}"), because=words(60))
                    for answer in question.answers
                ),
            )
            for question in tree.questions.values()
        },
        outcomes={
            outcome.id: replace(outcome, title=words(20), summary=words(70)) for outcome in tree.outcomes.values()
        },
    )


_SYLLABLES = ("ba", "den", "fi", "gor", "hal", "ken", "lu", "mar", "no", "per", "ris", "sol", "tan", "ver", "wis")
_WORDS = [first + second for first in _SYLLABLES for second in ("", *_SYLLABLES)]
