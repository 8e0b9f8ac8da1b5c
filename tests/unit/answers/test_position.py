"""Position: where answers stand in a tree."""

from __future__ import annotations

import pytest

from fingerpost.answers.position import Position, position
from made_up import SUPPER, tree_of


def test_the_start_has_one_open_question() -> None:
    """Without answers the start is open and every outcome is possible."""
    where = position(SUPPER, {})

    assert where == Position(SUPPER, counted=(), open=("hungry",), reached=(), set_aside=())
    assert where.possible == ("soup", "toast", "tea")


def test_an_answer_opens_the_next_question() -> None:
    """An answer leads on, and rules out what it does not lead to."""
    where = position(SUPPER, {"hungry": "yes"})

    assert where.open == ("cook",)
    assert where.possible == ("soup", "toast")
    assert where.decided is None


def test_answers_lead_to_an_outcome() -> None:
    """At the end of a way its outcome is reached and decided."""
    where = position(SUPPER, {"cook": "yes", "hungry": "yes"})

    assert where.counted == ("hungry", "cook")
    assert where.reached == ("soup",)
    assert where.decided == "soup"


def test_not_sure_keeps_every_branch_open() -> None:
    """A position is a set: both branches stay live."""
    where = position(SUPPER, {"hungry": "unsure"})

    assert where.counted == ("hungry",)
    assert where.open == ("cook", "thirsty")


def test_branches_that_join_can_decide_together() -> None:
    """If every branch leads to the same outcome, it is decided although one answer was not sure."""
    where = position(SUPPER, {"hungry": "unsure", "cook": "no", "thirsty": "no"})

    assert where.decided == "toast"


def test_decided_with_a_question_open() -> None:
    """Either way, the answer is the same: an open question that can't change the outcome holds nothing up."""
    tree = tree_of({"q": {"a": "r", "b": "p"}, "r": {"a": "o", "b": "o"}}, ("o", "p"))

    where = position(tree, {"q": "a"})

    assert where.open == ("r",)
    assert where.decided == "o"


def test_answers_off_the_way_are_set_aside() -> None:
    """An answer to a question that is not live never counts."""
    where = position(SUPPER, {"thirsty": "yes", "hungry": "yes"})

    assert where.counted == ("hungry",)
    assert where.set_aside == ("thirsty",)


@pytest.mark.parametrize("answers", [{"sleepy": "yes"}, {"hungry": "perhaps"}])
def test_unknown_ids_are_refused(answers: dict[str, str]) -> None:
    """Answers that the tree does not have are the caller's mistake."""
    with pytest.raises(ValueError, match=r"sleepy|perhaps"):
        position(SUPPER, answers)
