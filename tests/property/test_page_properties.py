"""The page, walked by its own links on random trees: what it promises is what it then asks."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from fingerpost.answers.position import position
from fingerpost.tree.model import UNSURE, Tree
from states import hand_over_link, link_of, shown
from trees import answered_trees

type Answered = tuple[Tree, dict[str, str]]


def promised(announcement: str) -> tuple[int, int]:
    """Return the least and the most questions that the page says are left."""
    numbers = [int(number) for number in re.findall(r"\d+", announcement.split(". ")[0])]
    return (1, numbers[0]) if announcement.startswith("Up to") else (numbers[0], numbers[-1])


def game(tree: Tree, link: str, known: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Return the shortest and the longest game that the page can be played to, by following its links."""
    if link not in known:
        state = shown(tree, link)
        if state.asking is None:
            known[link] = (0, 0)
        else:
            answers = re.findall(
                r'data-answer="([^"]+)" href="#([^"]*)"|href="#([^"]*)" data-answer="([^"]+)"', state.html
            )
            links = [(one or other, first or second) for one, first, second, other in answers]
            games = [game(tree, to.replace("&amp;", "&"), known) for answer, to in links if answer != UNSURE]
            known[link] = 1 + min(least for least, _ in games), 1 + max(most for _, most in games)
    return known[link]


@settings(max_examples=40)
@given(answered_trees(), st.data())
def test_the_questions_left_hold_whatever_is_asked_again_or_handed_over(
    answered: Answered, data: st.DataObject
) -> None:
    """They do at the first question and at all that follow."""
    tree, answers = answered
    counted = position(tree, answers).counted
    again = data.draw(st.lists(st.sampled_from(counted), unique=True, max_size=2)) if counted else []
    known: dict[str, tuple[int, int]] = {}
    for link in (
        link_of(tree, answers, ask_again=again),
        hand_over_link(tree, answers),
        link_of(tree, answers, ask_again=list(answers)[:2], hand_over=True),
    ):
        game(tree, link, known)

    for link, (shortest, longest) in known.items():
        state = shown(tree, link)
        if state.asking is not None:
            least, most = promised(state.announcement)
            assert least <= shortest <= longest <= most


@settings(max_examples=40)
@given(answered_trees(), st.data())
def test_the_link_of_a_state_shows_the_same_state(answered: Answered, data: st.DataObject) -> None:
    tree, answers = answered
    again = data.draw(st.lists(st.sampled_from(list(answers)), unique=True)) if answers else []

    state = shown(tree, link_of(tree, answers, ask_again=again))

    assert shown(tree, state.link) == state
