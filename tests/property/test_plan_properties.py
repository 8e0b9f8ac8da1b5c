"""Random plans with texts of any content: what goes out comes back, and nothing gets lost on the way."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from damaged_links import WHOLE
from fingerpost.answers.state import State
from fingerpost.check.rules.conflict_never_met import can_be_met
from fingerpost.plan.link import open_link, plan_link
from fingerpost.plan.merge import MARKS, merge
from fingerpost.plan.model import Evidence, Need, Plan
from fingerpost.plan.need_ids import content
from fingerpost.plan.opening import open_plan
from fingerpost.plan.reading import PlanReading, read_plan
from fingerpost.plan.writing import need_as_json, text_of
from fingerpost.record.notes import Confirmation
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree
from fingerpost.tree.purpose import Condition
from plans import MEALS, OPEN, SOUP, TEA, TOAST, done, file_of, plan_of, untimed
from trees import answered_trees

WORDS = st.text(st.sampled_from("ab \n\"'<&=+\ud800é👩") | st.characters(), max_size=12)
IDS = st.text("abc1", min_size=1, max_size=2)
NAMES = st.sampled_from(["clean", "warm", "hungry", "buy", "é "])
NEEDS = st.builds(
    Need,
    id=IDS,
    need=WORDS,
    information=WORDS,
    source=WORDS,
    target=WORDS,
    link=st.sampled_from([SOUP, TOAST, TEA, OPEN, "", "lunch?a=b"]) | WORDS,
    confirmations=st.dictionaries(
        NAMES, st.builds(Confirmation, st.booleans(), WORDS).filter(lambda noted: noted != Confirmation()), max_size=2
    ),
    evidence=st.dictionaries(NAMES, st.builds(Evidence, WORDS, WORDS), max_size=2),
    steps=st.sets(NAMES, max_size=2).map(lambda names: tuple(sorted(names))),
    changed=st.integers(0, 2**53 - 1),
)
PLANS = st.builds(
    lambda needs, title: plan_of(*needs, title=title),
    st.lists(NEEDS, max_size=4, unique_by=lambda need: need.id),
    WORDS,
)
OPERATIONS = st.lists(
    st.one_of(
        st.builds(lambda need, at: {"op": "add", "need": need_as_json(need), "at": at}, NEEDS, st.integers(-1, 5)),
        st.builds(lambda need: {"op": "replace", "need": need_as_json(need)}, NEEDS),
        st.fixed_dictionaries(
            {
                "op": st.just("change"),
                "id": IDS,
                "field": st.sampled_from(["need", "information", "from", "to", "link"]),
                "value": WORDS,
            }
        ),
        st.fixed_dictionaries({"op": st.just("tick"), "id": IDS, "confirmation": NAMES, "value": st.booleans()}),
        st.fixed_dictionaries({"op": st.just("tick"), "id": IDS, "step": NAMES, "value": st.booleans()}),
        st.fixed_dictionaries({"op": st.just("note"), "id": IDS, "confirmation": NAMES, "value": WORDS}),
        st.fixed_dictionaries({"op": st.just("move"), "id": IDS, "to": st.integers(-1, 5)}),
        st.fixed_dictionaries({"op": st.just("remove"), "id": IDS}),
        st.fixed_dictionaries({"op": st.just("title"), "value": WORDS}),
        st.builds(
            lambda plan, source: {"op": "merge", "plan": text_of(plan), "from": source},
            PLANS,
            st.sampled_from(["link", "file"]),
        ),
    ),
    max_size=5,
)


def said(plan: Plan) -> set[str]:
    """Return what the needs of a plan say, without their ids and the words of a merge."""
    return {content(_unmarked(need)) for need in plan.needs}


def _unmarked(need: Need) -> Need:
    for mark in map(say, MARKS):
        if need.need == mark:
            return need.with_values(need="")
        if need.need.endswith(f" {mark}"):
            return need.with_values(need=need.need.removesuffix(f" {mark}"))
    return need


@given(PLANS)
def test_a_plan_survives_storing_its_file_and_its_link(plan: Plan) -> None:
    assert read_plan(MEALS, text_of(plan)) == PlanReading(plan)
    assert read_plan(MEALS, file_of(plan)) == PlanReading(plan)
    assert open_link(MEALS, plan_link(plan)) == PlanReading(plan)
    assert open_plan(MEALS, plan_link(plan))[0].plan == plan


@given(PLANS, st.sampled_from(list(WHOLE)))
def test_a_link_survives_what_programs_do_to_links(plan: Plan, way: str) -> None:
    assert open_link(MEALS, WHOLE[way](plan_link(plan))).plan == plan


@given(PLANS, PLANS)
def test_merging_loses_nothing_and_adds_nothing_twice(ours: Plan, theirs: Plan) -> None:
    merged = merge(ours, theirs).plan

    assert merged.needs[: len(ours.needs)] == ours.needs
    assert said(merged) == said(ours) | said(theirs)
    assert len({need.id for need in merged.needs}) == len(merged.needs)
    assert merge(merged, theirs).plan == merged
    assert merge(merged, ours).plan == merged
    assert merge(merged, merged).plan == merged
    assert merge(merged, theirs, "plan-from-link").plan == merged


@given(PLANS, PLANS, PLANS)
def test_the_order_of_merges_decides_only_the_order_of_needs(one: Plan, two: Plan, three: Plan) -> None:
    assert said(merge(one, two).plan) == said(merge(two, one).plan)
    assert said(merge(merge(one, two).plan, three).plan) == said(merge(one, merge(two, three).plan).plan)


@settings(max_examples=200)
@given(PLANS, OPERATIONS)
def test_whatever_is_done_to_a_plan_can_be_taken_back(plan: Plan, operations: list[dict[str, Any]]) -> None:
    after = done(plan, *operations)
    before = done(after.plan, *after.undo)

    assert untimed(before.plan) == untimed(plan)
    assert read_plan(MEALS, text_of(after.plan)) == PlanReading(after.plan)


@given(answered_trees(), st.data())
def test_a_condition_that_some_answers_meet_is_never_reported(
    answered: tuple[Tree, dict[str, str]], data: st.DataObject
) -> None:
    tree, answers = answered
    position = State(tree, answers).position
    counted = data.draw(st.sets(st.sampled_from(position.counted))) if position.counted else set()
    outcome = data.draw(st.sampled_from([None, position.decided]))

    assert can_be_met(tree, Condition(outcome, {question: answers[question] for question in counted}))
