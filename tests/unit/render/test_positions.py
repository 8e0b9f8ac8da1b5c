"""A view works the position of the same answers out at most once, whatever the link."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fingerpost.answers.state as states
from cases import cases
from fingerpost.answers.position import Position, position
from fingerpost.door import call
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import UNSURE, Tree
from live_tree import WAYS, live_tree
from states import hand_over_link, link_of
from trees import answered_trees

type Seen = Counter[tuple[str, frozenset[tuple[str, str]]]]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Count the positions worked out, by tree and answers."""
    counted: Seen = Counter()
    walk = states.position_of_known

    def counting(tree: Tree, answers: Mapping[str, str]) -> Position:
        counted[tree.id, frozenset(answers.items())] += 1
        return walk(tree, answers)

    monkeypatch.setattr(states, "position_of_known", counting)
    return counted


def expect_each_once(seen: Seen, method: str, payload: str) -> None:
    """Ask the engine, and expect at most one walk for the same answers."""
    seen.clear()
    call(method, payload)
    assert [answers for answers, count in seen.items() if count > 1] == [], (method, payload)


def calls_for(tree: Tree, link: str) -> Iterator[tuple[str, str]]:
    """Yield every call that the page makes for a link."""
    parameters = {"tree": tree.id, "link": link}
    record = {"notes": {"need": "Why?", "confirmations": {}}, "address": "https://example.org/", "date": "2026-01-31"}
    for method in ("view", "preview", "hand_over", "record"):
        yield method, json.dumps(parameters | record)


def test_a_view_walks_at_all(seen: Seen) -> None:
    """The function counted is the one that the engine calls: otherwise nothing here could fail."""
    call("load", json.dumps({"tree": to_json(live_tree())}))

    call("view", json.dumps({"tree": live_tree().id, "link": live_tree().id}))

    assert len(seen) == 1 + len(live_tree().questions[live_tree().start].answers) + 1


def test_the_recorded_calls_of_the_live_and_of_made_up_trees(seen: Seen) -> None:
    """Among them are "not sure", answers set aside, questions asked again, hand-overs and deep joins."""
    tree = live_tree()
    for case in cases(tree, json.dumps({"tree": to_json(tree)})):
        # A plan has several links, each with a state of its own.
        if not case.method.startswith("plan"):
            expect_each_once(seen, case.method, case.payload)


def test_changes_and_hand_overs_of_every_way(seen: Seen) -> None:
    tree = live_tree()
    call("load", json.dumps({"tree": to_json(tree)}))
    for answers, _ in WAYS:
        for question in answers:
            unsure = {**answers, question: UNSURE}
            links = (
                link_of(tree, answers, ask_again=(question,)),
                link_of(tree, unsure),
                link_of(tree, unsure, ask_again=(question,)),
                link_of(tree, unsure | {tree.start: UNSURE}),
                hand_over_link(tree, unsure),
                link_of(tree, unsure, ask_again=tuple(answers), hand_over=True),
            )
            for link in links:
                for method, payload in calls_for(tree, link):
                    expect_each_once(seen, method, payload)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answered_trees(), st.data())
def test_random_trees_with_joins(seen: Seen, answered: tuple[Tree, dict[str, str]], data: st.DataObject) -> None:
    tree, answers = answered
    again = data.draw(st.lists(st.sampled_from(list(answers)), unique=True)) if answers else []
    call("load", json.dumps({"tree": to_json(tree)}))
    counted = position(tree, answers).counted

    links = (
        link_of(tree, answers),
        link_of(tree, answers, ask_again=again),
        link_of(tree, answers, ask_again=counted[:2], hand_over=True),
        hand_over_link(tree, answers),
    )

    for link in links:
        for method, payload in calls_for(tree, link):
            expect_each_once(seen, method, payload)
