"""Many cases: each row leads to what its answers lead to, or says why it can't be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from command_line import DRAGON
from fingerpost.cases.columns import heading_of
from fingerpost.cases.decide import Decider, Decision
from fingerpost.source import read_tree
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of


def dragon() -> Tree:
    tree = read_tree(DRAGON).tree
    assert tree is not None
    return tree


def decide(tree: Tree, names: list[str], *cells: str) -> Decision:
    """Return what one row leads to."""
    heading = heading_of(tree, names)
    assert heading.problems == ()
    return Decider(tree, heading).decide(cells)


# ---- Columns


@pytest.mark.parametrize("name", ["shy", " SHY", "Is it shy?", "is it  SHY?", "Shyness", "Is it bashful? [shy]"])
def test_a_column_has_the_id_or_the_words_of_its_question(name: str) -> None:
    (column,) = heading_of(dragon(), ["Name", name, "Comment"]).columns

    assert (column.position, column.question.id) == (1, "shy")


def test_a_column_that_resembles_a_question_is_doubted() -> None:
    heading = heading_of(dragon(), ["hungry", "syze", "Name"])

    assert heading.doubts == {"syze": "size"}
    assert heading.problems == ()


def test_two_columns_for_one_question_are_refused() -> None:
    assert heading_of(dragon(), ["shy", "Shyness"]).problems == (
        "The columns “shy” and “Shyness” answer the same question.",
    )


def test_a_column_for_two_questions_is_refused() -> None:
    same = {name: replace(question, ask=plain_text("Really?")) for name, question in SUPPER.questions.items()}

    heading = heading_of(replace(SUPPER, questions=same), ["really?", "cook"])

    assert heading.problems == ("Two questions have the words “really?”: use the id of the one that is meant.",)


def test_a_sheet_that_asks_nothing_is_refused() -> None:
    (problem,) = heading_of(SUPPER, ["Name"]).problems

    assert problem.endswith("for example “hungry” or “Hungry?”.")


# ---- Answers


@pytest.mark.parametrize(
    "cell", ["small", "SMALL", "Smaller than a barn", " smaller  than a barn", "Smaller than a barn [small]"]
)
def test_an_answer_is_an_id_or_a_label(cell: str) -> None:
    assert decide(dragon(), ["hungry", "size"], "yes", cell).outcome == "toast"


def test_an_apostrophe_before_a_formula_is_undone() -> None:
    question = SUPPER.questions["hungry"]
    plus = replace(question, answers=(replace(question.answers[0], label=plain_text("+1")), question.answers[1]))
    tree = replace(SUPPER, questions={**SUPPER.questions, "hungry": plus})

    assert decide(tree, ["hungry", "cook"], "'+1", "yes").outcome == "soup"
    assert decide(tree, ["hungry", "cook"], "+1", "yes").outcome == "soup"


def test_an_id_goes_before_a_label() -> None:
    question = SUPPER.questions["cook"]
    crossed = tuple(
        replace(answer, label=plain_text(label)) for answer, label in zip(question.answers, ("No", "Yes"), strict=True)
    )
    tree = replace(SUPPER, questions={**SUPPER.questions, "cook": replace(question, answers=crossed)})

    assert decide(tree, ["hungry", "cook"], "yes", "yes").outcome == "soup"
    assert decide(tree, ["hungry", "cook"], "yes", "Yes [no]").outcome == "toast"


def test_two_answers_with_one_label_need_an_id() -> None:
    question = SUPPER.questions["cook"]
    same = tuple(replace(answer, label=plain_text("Perhaps")) for answer in question.answers)
    tree = replace(SUPPER, questions={**SUPPER.questions, "cook": replace(question, answers=same)})

    assert decide(tree, ["hungry", "cook"], "yes", "perhaps").problems == (
        "cook: two answers have the words “perhaps”. Use the id of the one that is meant.",
    )


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("smal", "size: “smal” is no answer. Did you mean “small”?"),
        ("Biger than a barn", "size: “Biger than a barn” is no answer. Did you mean “Bigger than a barn”?"),
        (
            "?",
            "size: “?” is no answer. The answers are “Smaller than a barn”, “Bigger than a barn”, "
            "“Bigger than a hill”.",
        ),
    ],
)
def test_an_unknown_answer_is_a_problem_of_its_row(cell: str, problem: str) -> None:
    assert decide(dragon(), ["hungry", "size"], "yes", cell) == Decision({"hungry": "yes"}, problems=(problem,))


def test_not_sure_is_an_answer_where_the_author_allows_it() -> None:
    for word in ("unsure", "Not sure", "I'm not sure"):
        assert decide(dragon(), ["hungry"], word).possible == ("nap", "toast", "sheep")
    (problem,) = decide(dragon(), ["hungry", "size"], "yes", "unsure").problems
    assert problem.startswith("size: “unsure” is no answer.")


# ---- What they lead to


def test_a_decided_row_has_an_outcome_and_asks_nothing() -> None:
    assert decide(SUPPER, ["hungry", "cook", "thirsty"], "no", "yes", "no") == Decision(
        {"hungry": "no", "cook": "yes", "thirsty": "no"}, "toast", set_aside=("cook",)
    )


def test_an_undecided_row_has_what_is_possible_and_what_to_ask() -> None:
    assert decide(SUPPER, ["hungry"], "yes") == Decision({"hungry": "yes"}, None, ("soup", "toast"), ("cook",))
    assert decide(SUPPER, ["hungry"], "") == Decision({}, None, ("soup", "toast", "tea"), ("hungry",))


def test_a_short_row_has_no_answer_to_the_rest_and_a_long_one_is_a_problem() -> None:
    assert decide(SUPPER, ["hungry", "cook"], "yes").open == ("cook",)
    assert decide(SUPPER, ["hungry"], "yes", "", "").open == ("cook",)
    assert decide(SUPPER, ["hungry"], "yes", "x").problems == ("The row has 2 cells, and the heading 1.",)


def test_equal_rows_are_decided_once_and_long_ones_are_not_remembered() -> None:
    decider = Decider(SUPPER, heading_of(SUPPER, ["hungry"]))

    assert decider.decide(["yes"]) is decider.decide(["yes"])
    assert decider.decide(["x" * 2000]) is not decider.decide(["x" * 2000])
    assert decider.decide(["x" * 2000]) == decider.decide(["x" * 2000])


def test_rows_are_remembered_up_to_a_length() -> None:
    decider = Decider(SUPPER, heading_of(SUPPER, ["hungry", "cook"]))
    longest, longer = ["x" * 600, "y" * 400], ["x" * 600, "y" * 401]

    assert decider.decide(longest) is decider.decide(longest)
    assert decider.decide(longer) is not decider.decide(longer)


@pytest.mark.parametrize(("length", "shown"), [(60, "?" * 60), (61, "?" * 60 + "…")])
def test_a_long_cell_is_cut_in_its_problem(length: int, shown: str) -> None:
    (problem,) = decide(SUPPER, ["hungry"], "?" * length).problems

    assert problem == f"hungry: “{shown}” is no answer. The answers are “Yes”, “No”."


@pytest.mark.parametrize(("count", "end"), [(10, "“A9”."), (11, "“A9” and 1 more.")])
def test_many_answers_are_not_all_named(count: int, end: str) -> None:
    tree = tree_of({"q": {f"a{number}": "o" for number in range(count)}}, ("o",))

    (problem,) = decide(tree, ["q"], "????").problems

    assert problem.endswith(f"“A8”, {end}")


def test_every_cell_that_is_no_answer_is_told_in_the_order_of_the_sheet() -> None:
    problems = decide(SUPPER, ["cook", "hungry", "thirsty"], "?", "yes", "!").problems

    assert [problem.split(":")[0] for problem in problems] == ["cook", "thirsty"]
