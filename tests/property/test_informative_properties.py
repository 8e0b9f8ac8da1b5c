"""Questions that never count: a tree with them says the same as the tree without them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.explanation import Explanation
from fingerpost.answers.link import link_text
from fingerpost.answers.position import position
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.check import check
from fingerpost.compare import compare_trees
from fingerpost.text.markup import plain_text
from fingerpost.tree.coverage import coverage
from fingerpost.tree.model import UNSURE, Answer, Question, Scenario, Tree
from fingerpost.tree.ways import count_ways, ways
from trees import answered_trees

type Answered = tuple[Tree, dict[str, str]]

ALLOWED = {"same-target", "never-matters"}
"""The findings that an informative question does not give."""


@st.composite
def with_informative_questions(draw: st.DrawFn) -> tuple[Answered, Answered]:
    """Draw a tree with answers, and the same with up to 4 informative questions put in, some of them answered.

    Each is put before a node, in front of one of its edges or of all of them, or before another such question.
    """
    tree, answers = draw(answered_trees())
    more, given = tree, dict(answers)
    for number in range(draw(st.integers(1, 4))):
        name = f"i{number}"
        node = draw(st.sampled_from([*more.questions, *more.outcomes]))
        extra = Question(
            name,
            plain_text(f"I{number}?"),
            tuple(Answer(each, plain_text(each), node) for each in ("a0", "a1")),
            informative=True,
        )
        into = [
            (question.id, each.id)
            for question in more.questions.values()
            for each in question.answers
            if each.go == node and draw(st.booleans())
        ]
        questions = {
            question.id: replace(
                question,
                answers=tuple(
                    replace(each, go=name) if not question.informative and (question.id, each.id) in into else each
                    for each in question.answers
                ),
            )
            for question in more.questions.values()
        }
        start = name if node == more.start and draw(st.booleans()) else more.start
        more = replace(more, start=start, questions={**questions, name: extra})
        if draw(st.booleans()):
            given[name] = draw(st.sampled_from(["a0", "a1", UNSURE]))
    order = draw(st.permutations(list(given)))
    return (tree, answers), (more, {question: given[question] for question in order})


@given(with_informative_questions())
def test_outcomes_and_reasons_are_those_of_the_tree_without_them(pair: tuple[Answered, Answered]) -> None:
    """Everything that an explanation says, and what is counted, whatever the answers to them."""
    without, with_them = pair
    plain, more = Explanation(State(*without)), Explanation(State(*with_them))

    assert more.to_json() | {"set_aside": ()} == plain.to_json() | {"set_aside": ()}
    assert (more.deciding, more.narrowing) == (plain.deciding, plain.narrowing)
    assert set(more.state.position.set_aside) & without[0].questions.keys() == set(plain.state.position.set_aside)


@given(with_informative_questions())
def test_positions_agree_on_all_that_counts(pair: tuple[Answered, Answered]) -> None:
    """The same questions are live, and the same outcomes reached and possible."""
    without, with_them = pair
    plain, more = position(*without), position(*with_them)
    questions = without[0].questions

    assert [name for name in more.counted if name in questions] == list(plain.counted)
    assert [name for name in more.open if name in questions] == list(plain.open)
    assert (more.reached, more.possible, more.decided) == (plain.reached, plain.possible, plain.decided)


@given(with_informative_questions())
def test_they_are_asked_on_the_way_to_others_only(pair: tuple[Answered, Answered]) -> None:
    """The others come in the order in which they would come alone, and every open question is asked once."""
    without, with_them = pair
    plain, more = State(*without), State(*with_them)
    order = ask_first(more)

    assert sorted(order) == sorted(more.position.open)
    assert [name for name in order if name in without[0].questions] == list(ask_first(plain))
    assert (Explanation(more).asking is None) == (Explanation(plain).asking is None)


@given(with_informative_questions())
def test_ways_and_examples_leave_them_out(pair: tuple[Answered, Answered]) -> None:
    """No way divides at one, and an example covers its way with or without an answer to one."""
    (plain, _), (more, _) = pair
    examples = {
        f"s{number}": Scenario(f"s{number}", plain.title, way.answers, way.outcome)
        for number, way in enumerate(ways(plain))
    }

    assert count_ways(more) == count_ways(plain)
    assert list(ways(more)) == list(ways(plain))
    assert coverage(replace(more, scenarios=examples)).missing == ()


@given(with_informative_questions())
def test_they_are_no_findings_and_no_change(pair: tuple[Answered, Answered]) -> None:
    """The check allows what its author wants, and an edition that adds them leads nowhere else."""
    (plain, _), (more, _) = pair
    findings = [(finding.code, finding.message) for finding in check(more, {})]

    assert "informative-decides" not in dict(findings)
    assert [message for code, message in findings if code in ALLOWED and "question 'i" in message] == []
    if all(len({each.go for each in question.answers}) > 1 for question in plain.questions.values()):
        assert not compare_trees(plain, more).moves.changes


@given(with_informative_questions())
def test_their_answers_are_kept_in_links(pair: tuple[Answered, Answered]) -> None:
    """A link holds every answer, and reads as the same state."""
    _, (tree, answers) = pair
    state = State(tree, answers)

    again = read_link(tree, state.link)

    assert again.problems == ()
    assert dict(again.state.answers) == answers
    assert link_text(tree.id, again.state.answers.items(), tree.edition) == state.link
