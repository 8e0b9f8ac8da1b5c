"""The picture of a tree: every node once, a link to each, and what answers change in it."""

from __future__ import annotations

import re

from fingerpost.answers.state import State
from fingerpost.render.map import NODES_DRAWN, tree_map
from fingerpost.render.map_states import map_states
from fingerpost.render.surroundings import Surroundings
from made_up import SUPPER, tree_of


class TestStates:
    def test_at_the_start_the_first_question_is_here_and_everything_is_open(self) -> None:
        states = map_states(State(SUPPER, {}), "hungry")

        assert states["nodes"] == {
            "hungry": "here",
            "cook": "open",
            "thirsty": "open",
            "soup": "open",
            "toast": "open",
            "tea": "open",
        }
        assert states["edges"] == []

    def test_an_answer_rules_out_what_only_the_other_one_leads_to(self) -> None:
        states = map_states(State(SUPPER, {"hungry": "yes"}), "cook")

        assert states["nodes"] == {
            "hungry": "answered",
            "cook": "here",
            "thirsty": "out",
            "soup": "open",
            "toast": "open",
            "tea": "out",
        }
        assert states["edges"] == ["hungry=yes"]

    def test_at_the_end_one_outcome_is_the_result(self) -> None:
        nodes = map_states(State(SUPPER, {"hungry": "no", "thirsty": "no"}), None)["nodes"]

        assert nodes["toast"] == "result"
        assert {nodes["soup"], nodes["tea"], nodes["cook"]} == {"out"}

    def test_the_question_that_the_page_asks_is_here_not_the_first_open_one(self) -> None:
        tree = tree_of(
            {"start": {"a": "small", "b": "large"}, "small": {"a": "x", "b": "y"}}
            | {"large": {"a": "more", "b": "again"}, "more": {"a": "x", "b": "z"}, "again": {"a": "y", "b": "z"}},
            ("x", "y", "z"),
        )

        nodes = map_states(State(tree, {"start": "unsure"}), "large")["nodes"]

        assert (nodes["large"], nodes["small"]) == ("here", "open")

    def test_a_question_that_is_asked_again_is_here_and_no_outcome_is_the_result(self) -> None:
        nodes = map_states(State(SUPPER, {"hungry": "unsure", "cook": "no", "thirsty": "no"}), "hungry")["nodes"]

        assert (nodes["hungry"], nodes["cook"], nodes["toast"]) == ("here", "answered", "open")

    def test_what_an_answer_closed_stays_out_where_an_open_question_leads_to_that_answer(self) -> None:
        tree = tree_of(
            {"start": {"a": "open", "b": "join"}, "open": {"a": "x", "b": "join"}}
            | {"join": {"a": "x", "b": "beyond"}, "beyond": {"a": "y", "b": "z"}},
            ("x", "y", "z"),
        )

        nodes = map_states(State(tree, {"start": "unsure", "join": "a"}), None)["nodes"]

        assert (nodes["beyond"], nodes["y"], nodes["x"]) == ("out", "out", "result")

    def test_not_sure_rules_nothing_out(self) -> None:
        nodes = map_states(State(SUPPER, {"hungry": "unsure"}), "cook")["nodes"]

        assert "out" not in nodes.values()

    def test_answers_that_do_not_count_change_nothing(self) -> None:
        aside = map_states(State(SUPPER, {"hungry": "yes", "thirsty": "no"}), "cook")

        assert aside == map_states(State(SUPPER, {"hungry": "yes"}), "cook")


class TestPicture:
    def test_each_node_is_drawn_once_as_a_link_to_a_state_that_shows_it(self) -> None:
        drawn = re.findall(
            r'<a class="fp-map-node" xlink:href="([^"]+)"[^>]* data-node="([^"]+)"', tree_map(SUPPER, _HERE)
        )

        assert {node: href for href, node in drawn} == {
            "hungry": "#supper",
            "cook": "#supper?hungry=yes&amp;edition=1",
            "thirsty": "#supper?hungry=no&amp;edition=1",
            "soup": "#supper?hungry=yes&amp;cook=yes&amp;edition=1",
            "toast": "#supper?hungry=yes&amp;cook=no&amp;edition=1",
            "tea": "#supper?hungry=no&amp;thirsty=yes&amp;edition=1",
        }
        assert len(drawn) == 6

    def test_nodes_of_a_column_do_not_overlap_and_every_edge_leads_to_the_right(self) -> None:
        html = tree_map(SUPPER, _HERE)
        corners = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"', html)
        boxes = [tuple(map(int, corner)) for corner in corners]

        for x, y, width, height in boxes:
            others = [box for box in boxes if box != (x, y, width, height)]
            assert all(abs(x - box[0]) >= width or abs(y - box[1]) >= height for box in others)
        for x1, x2 in re.findall(r'<path d="M(\d+) .*? (\d+) \d+"/>', html):
            assert int(x1) < int(x2)

    def test_the_outline_says_the_same_with_the_answers(self) -> None:
        outline = tree_map(SUPPER, _HERE).split("fp-map-outline")[1]
        text = re.sub(r"<[^>]+>", " ", outline)

        assert re.search(r"Hungry\s+Yes:\s+Cook\s+No:\s+Thirsty", text)

    def test_it_carries_no_style_which_a_strict_policy_refuses(self) -> None:
        assert "style=" not in tree_map(SUPPER, _HERE)

    def test_text_of_an_author_cannot_end_an_attribute(self) -> None:
        tree = tree_of({"a": {'"><b>': "x", "no": "y"}}, ("x", "y"))

        assert "<b>" not in tree_map(tree, _HERE)

    def test_a_tree_too_large_to_read_as_a_picture_has_the_outline_alone(self) -> None:
        count = NODES_DRAWN
        questions = {f"q{n}": {"yes": f"q{n + 1}", "no": "end"} for n in range(count)}
        questions[f"q{count}"] = {"yes": "other", "no": "end"}

        html = tree_map(tree_of(questions, ("end", "other")), _HERE)

        assert "<svg" not in html
        assert 'data-drawn="false"' in html
        assert html.count("<li><a ") == count + 1


_HERE = Surroundings()
