"""In the picture of any tree, with any texts, nothing is in the way of anything."""

from __future__ import annotations

from hypothesis import given

from fingerpost.render.map import tree_map
from fingerpost.render.surroundings import Surroundings
from fingerpost.tree.model import Tree
from made_up_maps import drawable_trees
from map_geometry import picture_of


@given(drawable_trees())
def test_no_words_overlap_and_none_leave_their_box_or_the_picture(tree: Tree) -> None:
    html = tree_map(tree, Surroundings())
    picture = picture_of(html)

    if picture is None:
        assert 'data-drawn="false"' in html
        return
    assert set(picture.boxes) == {*tree.questions, *tree.outcomes}
    assert set(picture.labels) == {
        f"{question.id}={answer.id}" for question in tree.questions.values() for answer in question.answers
    }
    assert list(picture.faults()) == []
