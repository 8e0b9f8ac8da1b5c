"""The combinations of answers that other programs are asked."""

from __future__ import annotations

from combinations import combinations, outcome_of
from made_up import SUPPER, tree_of


def test_a_small_tree_gives_every_combination() -> None:
    found = combinations(SUPPER)

    assert len(found) == 8
    assert [outcome_of(SUPPER, answers) for answers in found] == [
        "soup", "soup", "toast", "toast", "tea", "toast", "tea", "toast",
    ]  # fmt: skip


def test_a_large_tree_gives_a_sample_that_takes_each_answer_where_it_counts() -> None:
    steps = {f"q{number}": {"yes": f"q{number + 1}", "no": "stop"} for number in range(12)}
    tree = tree_of({**steps, "q12": {"yes": "go", "no": "stop"}}, ("go", "stop"))

    found = combinations(tree, 40)

    assert len(found) == 40
    assert combinations(tree, 40) == found
    assert "go" in {outcome_of(tree, answers) for answers in found}
    for number in range(13):
        before = {f"q{earlier}": "yes" for earlier in range(number)}
        for answer in ("yes", "no"):
            assert any({**before, f"q{number}": answer}.items() <= answers.items() for answers in found)
