"""Comparisons of random trees in random states: what is still possible, and nothing else, with every value it has."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from built_site import read
from fingerpost.render.panels.qualities import PANEL
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Quality, Rating, Tree
from states import explain
from trees import answered_trees

_VALUES = {name: plain_text(f"It is {name}") for name in ("low", "middle", "high")}


@st.composite
def _compared(draw: st.DrawFn) -> tuple[Tree, dict[str, str]]:
    """Draw an answered tree whose outcomes have some qualities."""
    tree, answers = draw(answered_trees())
    qualities = {name: Quality(name, plain_text(name), _VALUES) for name in ("cost", "noise")}
    values = st.lists(st.sampled_from(sorted(_VALUES)), min_size=1, max_size=2, unique=True)
    outcomes = {
        name: replace(
            outcome,
            qualities={quality: Rating(quality, tuple(draw(values))) for quality in qualities if draw(st.booleans())},
        )
        for name, outcome in tree.outcomes.items()
    }
    return replace(tree, qualities=qualities, outcomes=outcomes), answers


@given(_compared())
def test_the_comparison_has_what_is_possible_with_all_its_values(drawn: tuple[Tree, dict[str, str]]) -> None:
    tree, answers = drawn
    explanation = explain(tree, answers)
    possible = explanation.state.position.possible

    html = PANEL.draw(explanation, Surroundings())

    if not any(tree.outcomes[name].qualities for name in possible):
        assert html == ""
    elif html:
        rows = [[cell.seen_text for cell in row.all("th", "td")] for row in read(html).all("tr")]
        rated = [name for name in tree.qualities if any(name in tree.outcomes[each].qualities for each in possible)]
        assert rows == [
            ["Quality", *(tree.outcomes[name].title.plain for name in possible)],
            *([quality, *(_stated(tree, name, quality) for name in possible)] for quality in rated),
        ]


def _stated(tree: Tree, outcome: str, quality: str) -> str:
    rating = tree.outcomes[outcome].qualities.get(quality)
    return "Not stated" if rating is None else " ".join(_VALUES[value].plain for value in rating.values)
