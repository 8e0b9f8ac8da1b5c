"""The picture of a tree: every node once, a link to each, and what answers change in it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from example_trees import DRAGON, STARTER
from fingerpost.answers.state import State
from fingerpost.check import check_file
from fingerpost.render.map import tree_map
from fingerpost.render.map_layout import TALLEST, WIDEST, layout
from fingerpost.render.map_states import map_states
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of
from map_geometry import picture_of

ROOT = Path(__file__).parents[3]
TREES = [DRAGON, *sorted(STARTER.rglob("tree.yml")), *sorted((ROOT / "docs").rglob("tree.yml"))]


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

    def test_the_outline_says_the_same_with_the_answers(self) -> None:
        outline = tree_map(SUPPER, _HERE).split("fp-map-outline")[1]
        text = re.sub(r"<[^>]+>", " ", outline)

        assert re.search(r"Hungry\?\s+Yes:\s+Cook\?\s+No:\s+Thirsty\?", text)

    def test_it_carries_no_style_which_a_strict_policy_refuses(self) -> None:
        assert "style=" not in tree_map(SUPPER, _HERE)

    def test_text_of_an_author_cannot_end_an_attribute(self) -> None:
        tree = tree_of({"a": {'"><b>': "x", "no": "y"}}, ("x", "y"))

        assert "<b>" not in tree_map(tree, _HERE)

    def test_a_line_that_is_taken_can_be_drawn_over_the_others_since_nodes_come_after_all_lines(self) -> None:
        assert "fp-map-edge" not in tree_map(SUPPER, _HERE).split("fp-map-node", 1)[1]


class TestNames:
    def test_a_short_name_stands_for_its_question_in_the_picture_and_in_the_outline(self) -> None:
        html = tree_map(_with_short("Appetite"), _HERE)

        assert html.count(">Appetite</text>") == 1
        assert html.count(">Appetite</a>") == 1
        assert 'aria-label="Appetite: Hungry? (you are here)"' in html

    def test_without_one_the_picture_shortens_the_question_after_a_word_and_the_outline_has_all_of_it(self) -> None:
        html = tree_map(_with_ask(_LONG), _HERE)

        drawn = " ".join(
            re.findall(r"<text [^>]*>([^<]*)</text>", html.split('data-node="hungry"')[1].split("</a>")[0])
        )
        assert drawn.endswith("…")
        assert _LONG.startswith(drawn.removesuffix("…"))
        assert _LONG[len(drawn) - 1] == " "
        assert f">{_LONG}</a>" in html
        assert f'aria-label="{_LONG} (you are here)"' in html

    def test_one_line_below_the_map_says_that_short_names_are_ours(self) -> None:
        assert "short names was written for this site" in tree_map(_with_short("Appetite", ours=True), _HERE)
        assert "written for this site" not in tree_map(_with_short("Appetite"), _HERE)


class TestGeometry:
    @pytest.mark.parametrize("path", TREES, ids=lambda path: path.relative_to(ROOT).as_posix())
    def test_nothing_is_in_the_way_of_anything_in_the_trees_of_this_repository(self, path: Path) -> None:
        tree, _ = check_file(path)
        assert tree is not None
        picture = picture_of(tree_map(tree, _HERE))

        assert (picture is None) == (layout(tree) is None)
        if picture is not None:
            assert set(picture.boxes) == {*tree.questions, *tree.outcomes}
            assert list(picture.faults()) == []

    def test_all_of_them_are_drawn_but_the_one_with_40_questions_one_after_another(self) -> None:
        trees = {path: check_file(path)[0] for path in TREES}

        assert {tree.id for tree in trees.values() if tree and layout(tree) is None} == {"incident-triage"}

    def test_long_labels_of_many_answers_have_rows_of_their_own(self) -> None:
        tree = tree_of({"q": {f"{_LONG}-{number}": f"o{number % 2}" for number in range(9)}}, ("o0", "o1"))
        picture = picture_of(tree_map(tree, _HERE))

        assert picture is not None
        assert list(picture.faults()) == []
        assert [len(lines) for lines in picture.labels.values()] == [4] * 9

    def test_40_questions_with_3_answers_and_joins_are_drawn(self) -> None:
        picture = picture_of(tree_map(_wide(40), _HERE))

        assert picture is not None
        assert len(picture.boxes) == 45
        assert list(picture.faults()) == []

    def test_a_line_that_passes_a_column_runs_between_what_stands_there(self) -> None:
        tree = tree_of(
            {"a": {"near": "b", "far": "x"}, "b": {"near": "c", "far": "x"}, "c": {"near": "y", "far": "x"}}, ("x", "y")
        )
        picture = picture_of(tree_map(tree, _HERE))

        assert picture is not None
        assert picture.paths["a=far"].count("H") == 3
        assert list(picture.faults()) == []

    def test_the_answers_leave_in_the_order_of_what_they_lead_to(self) -> None:
        tree = tree_of(
            {"a": {"first": "c", "second": "b"}, "b": {"k": "x", "l": "x"}, "c": {"k": "x", "l": "y"}}, ("x", "y")
        )
        picture = picture_of(tree_map(tree, _HERE))

        assert picture is not None
        labels = {answer: lines[0].top for answer, lines in picture.labels.items()}
        assert (labels["a=first"] < labels["a=second"]) == (picture.boxes["c"].top < picture.boxes["b"].top)


class TestTooLarge:
    @pytest.mark.parametrize(
        "questions",
        [
            {f"q{n}": {"yes": f"q{n + 1}", "no": "x"} for n in range(20)} | {"q20": {"yes": "x", "no": "y"}},
            {"q": {f"a{n}": "xy"[n % 2] for n in range(120)}},
        ],
        ids=["too wide", "too tall"],
    )
    def test_the_outline_stands_alone(self, questions: dict[str, dict[str, str]]) -> None:
        html = tree_map(tree_of(questions, ("x", "y")), _HERE)

        assert "<svg" not in html
        assert 'data-drawn="false"' in html
        assert html.count("<li><a ") == len(questions)

    def test_a_picture_is_never_larger_than_what_is_of_use(self) -> None:
        found = [layout(_wide(count)) for count in range(1, 120, 7)]

        drawn = [picture for picture in found if picture is not None]
        assert all(picture.width <= WIDEST and picture.height <= TALLEST for picture in drawn)
        assert 0 < len(drawn) < len(found)

    def test_that_a_tree_is_too_large_is_found_at_once(self) -> None:
        tree = _wide(4000)
        began = process_time()

        assert layout(tree) is None
        assert process_time() - began < 0.5


def _wide(count: int) -> Tree:
    """Return a tree of questions with 3 answers each, level by level, that join in 5 outcomes."""
    questions = {
        f"q{n}": {
            answer: f"q{3 * n + number}" if 3 * n + number < count else f"o{(n + number) % 5}"
            for number, answer in enumerate(("yes", "no", "other"), start=1)
        }
        for n in range(count)
    }
    return tree_of(questions, tuple(f"o{n}" for n in range(5)))


def _with_ask(ask: str) -> Tree:
    first = replace(SUPPER.questions["hungry"], ask=plain_text(ask))
    return replace(SUPPER, questions={**SUPPER.questions, "hungry": first})


def _with_short(short: str, *, ours: bool = False) -> Tree:
    first = replace(SUPPER.questions["hungry"], short=replace(plain_text(short), ours=ours))
    return replace(SUPPER, questions={**SUPPER.questions, "hungry": first})


_LONG = "Has everybody at the table had enough to eat today, and nobody too much of anything?"
_HERE = Surroundings()
