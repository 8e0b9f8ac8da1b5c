"""Everything that can be said about a set of answers, worked out once for the page, the record and the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fingerpost.answers.position import Position, position
from fingerpost.answers.questions_left import Left, ask_first, left_to_ask
from fingerpost.answers.reasons import Change, changes, forcing, ruled_out
from fingerpost.tree.model import Tree


@dataclass(frozen=True, slots=True)
class Explanation:
    """What answers come to, and why.

    Attributes:
        answers: The answers explained.
        position: Where they stand.
        open: The open questions, the one to ask first leading.
        left: How many questions are left, where answers that are set aside count again if they are led to.
        forcing: The smallest set of answers that already leaves exactly the possible outcomes.
        ruled_out: Outcome id to the question whose answer ruled it out.
        changes: Outcome id to the change that leads to it; the decided outcome has none.
    """

    answers: Mapping[str, str]
    position: Position
    open: tuple[str, ...]
    left: Left
    forcing: tuple[str, ...]
    ruled_out: Mapping[str, str]
    changes: Mapping[str, Change]

    def to_json(self) -> dict[str, object]:
        """Return the explanation as plain data with the keys that `fingerpost explain --json` documents."""
        return {
            "possible": list(self.position.possible),
            "decided": self.position.decided,
            "open": list(self.open),
            "left": {"least": self.left.least, "most": self.left.most} | ({} if self.left.exact else {"exact": False}),
            "forcing": list(self.forcing),
            "ruled_out": dict(self.ruled_out),
            "changes": {
                outcome: {"changed": dict(change.changed), "added": dict(change.added)}
                for outcome, change in self.changes.items()
            },
            "set_aside": list(self.position.set_aside),
        }


def explain(tree: Tree, answers: Mapping[str, str]) -> Explanation:
    """Explain a set of answers.

    Args:
        tree: A tree that passed its checks.
        answers: Question id to answer id or `unsure`, in any order.

    Raises:
        ValueError: A question or answer id is not in the tree.
    """
    where = position(tree, answers)
    return Explanation(
        answers=answers,
        position=where,
        open=ask_first(tree, where),
        left=left_to_ask(tree, answers, where),
        forcing=forcing(tree, answers, where),
        ruled_out=ruled_out(tree, answers, where),
        changes=changes(tree, answers, where),
    )
