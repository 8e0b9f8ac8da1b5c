"""The drawings of a tree that a block can ask for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fingerpost.tree.compiled_writer import to_json
from large_tree import large_tree
from pages_with_blocks import TREE, block, converted


def _as_prose(text: str) -> str:
    """Return plain text as the prose of a tree file."""
    return re.sub(r"([*_])", r"\\\1", text).replace("<", "&lt;").replace("1.", "1\\.")


def test_the_questions_are_the_element_and_the_whole_tree() -> None:
    page = converted(block(f"tree: {TREE}", "page: snacks/index.md"))

    assert page.one("decision-tree").attributes["show"] == "questions"
    assert [heading.raw_text for heading in page.all("h2")][-1] == "Every question"
    entries = [part.attributes["data-entry"] for part in page.all("section") if "data-entry" in part.attributes]
    assert entries == ["hungry", "size", "shy", "nap", "toast", "sheep"]
    assert page.raw_text.endswith("After it.")


def test_the_questions_are_what_is_shown_unless_the_block_says_otherwise() -> None:
    lines = (f"tree: {TREE}", "page: snacks/index.md")

    assert converted(block(*lines)) == converted(block(*lines, "show: questions"))


def test_the_start_is_one_question_that_leads_to_the_tree_s_page() -> None:
    page = converted(block(f"tree: {TREE}", "show: start", "page: snacks/index.md"), "index.md")

    assert page.one("decision-tree").attributes["show"] == "start"
    answers = [link for link in page.all("a") if "data-answer" in link.attributes]
    assert [link.attributes["data-answer"] for link in answers] == ["yes", "no", "unsure"]
    assert {link.attributes["href"].partition("#")[0] for link in answers} == {"snacks/"}


@pytest.mark.parametrize("show", ["questions", "start"])
def test_the_element_says_where_the_site_has_no_engine(show: str) -> None:
    text = block(f"tree: {TREE}", f"show: {show}")

    assert "links-only" in converted(text, engine=False).one("decision-tree").attributes
    assert "links-only" not in converted(text).one("decision-tree").attributes


def test_the_plan_is_empty_and_leads_to_the_questions() -> None:
    page = converted(block(f"tree: {TREE}", "show: plan", "page: snacks/index.md"), "plan.md")

    assert page.one("decision-plan").attributes["tree"] == "dragon-snack"
    answers = [link for link in page.all("a") if link.attributes.get("data-action") == "plan-answer"]
    assert {link.attributes["href"] for link in answers} == {"../snacks/"}
    assert "links-only" not in page.one("decision-plan").attributes
    assert (
        "links-only"
        in converted(block(f"tree: {TREE}", "show: plan", "page: snacks/index.md"), "plan.md", engine=False)
        .one("decision-plan")
        .attributes
    )


def test_results_are_added_to_the_plan_where_the_block_names_its_page() -> None:
    lines = (f"tree: {TREE}", "page: snacks/index.md")

    def actions(*more: str) -> list[str]:
        templates = converted(block(*lines, *more)).all("button")
        return [button.attributes["data-action"] for button in templates if "data-action" in button.attributes]

    assert {"plan-add", "plan-save", "plan-leave"} <= set(actions("plan: plan.md"))
    assert not [action for action in actions() if action.startswith("plan-")]


def test_the_ways_are_those_to_one_outcome() -> None:
    page = converted(block(f"tree: {TREE}", "show: ways", "outcome: toast", "page: snacks/index.md"))

    assert [link.attributes["href"] for link in page.all("a")] == [
        "#dragon-snack?hungry=yes&size=small&edition=3.1",
        "#dragon-snack?hungry=yes&size=big&shy=yes&edition=3.1",
    ]


def test_the_qualities_are_those_of_one_outcome_or_of_all_side_by_side() -> None:
    one = converted(block("tree: ../menu.yml", "show: qualities", "outcome: feast"))
    both = converted(block("tree: ../menu.yml", "show: qualities"))

    assert [row.seen_text for row in one.all("tr")] == [
        "Quality What to expect",
        "Noise Singing Roaring See the handbook. Cover your ears. (our reading)",
        "Time The whole evening",
    ]
    assert [row.seen_text for row in both.all("tr")] == [
        "Quality A feast Toast",
        "Noise Singing Roaring Crunching",
        "Time The whole evening The whole evening A minute",
    ]


def test_the_finder_is_the_table_of_all_outcomes_with_boxes_for_their_values() -> None:
    page = converted(block("tree: ../menu.yml", "show: finder"))

    assert page.one("outcome-finder").attributes["id"] == "fits"
    assert [box.attributes["value"] for box in page.all("input")] == [
        *("crunching", "singing", "roaring"),
        *("minute", "evening"),
    ]
    assert len(list(page.all("table"))) == 1


def test_the_scenarios_are_all_worked_examples_by_outcome() -> None:
    page = converted(block(f"tree: {TREE}", "show: scenarios", "page: snacks/index.md"))

    headings = {f"h{level}" for level in range(1, 7)}
    shown = [
        part.attributes.get("data-scenario") or f"{part.tag} {part.seen_text}"
        for part in page.all("li", *headings)
        if part.tag in headings or "data-scenario" in part.attributes
    ]
    assert shown == [
        "h1 A page",
        *("h2 No snack, but a nap", "snore"),
        *("h2 Toast", "puff", "h3 A small puff", "blush"),
        *("h2 A sheep", "roar", "rumble"),
    ]


def test_a_worked_example_has_its_answers_in_a_line_and_a_link_to_its_state() -> None:
    page = converted(block(f"tree: {TREE}", "show: scenarios", "page: snacks/index.md"))

    (example,) = (item for item in page.all("li") if item.attributes.get("data-scenario") == "blush")
    assert [step.seen_text for step in example.one("ul").all("li")] == [
        "Is the dragon hungry? Yes",
        "How big is the dragon? Bigger than a barn",
        "Shyness: Yes",
    ]
    assert example.one("a").attributes["href"] == "#dragon-snack?hungry=yes&size=big&shy=yes&edition=3.1"
    assert example.one("a").seen_text == "See this result for A big dragon hides."


def test_the_outcomes_of_worked_examples_stand_below_the_heading_of_their_block() -> None:
    text = block(f"tree: {TREE}", "show: scenarios", "page: snacks/index.md")

    page = converted(text.replace("# A page", "# A page\n\n```sh\n# no heading\n```\n\n## Examples"))

    assert [heading.seen_text for heading in page.all("h3")] == ["No snack, but a nap", "Toast", "A sheep"]
    assert [heading.seen_text for heading in page.all("h4")] == ["A small puff"]


def test_the_title_of_an_outcome_is_no_markdown(tmp_path: Path) -> None:
    titles = ("C#", "Rate *a* and _b_ <i>", "1. First")
    nodes = "\n".join(f"  o{number}: {{title: '{_as_prose(title)}'}}" for number, title in enumerate(titles))
    answers = "\n".join(f"      a{number}: {{label: A{number}, go: o{number}}}" for number in range(3))
    examples = "\n".join(
        f"  s{number}: {{need: N, answers: {{q: a{number}}}, expect: o{number}}}" for number in range(3)
    )
    (tmp_path / "tree.yml").write_text(
        "format: 1\nid: t\ntitle: T\nedition: '1'\nstart: q\nquestions:\n  q:\n    ask: One?\n    answers:\n"
        f"{answers}\noutcomes:\n{nodes}\nscenarios:\n{examples}\n"
    )

    page = converted(block("tree: tree.yml", "show: scenarios"), docs_dir=str(tmp_path))

    assert [heading.seen_text for heading in page.all("h2")] == list(titles)


def test_an_author_can_divide_the_list_of_a_large_tree(tmp_path: Path) -> None:
    """A builder without the plugin has no other way."""
    tree = large_tree()
    (tmp_path / "tree.yml").write_text(json.dumps(to_json(tree)), encoding="utf-8")
    part = block("tree: tree.yml", "show: part", "part: 2")

    page = converted(part, "long-questions/2.md", docs_dir=str(tmp_path), parts=True)

    entries = [entry.attributes["data-entry"] for entry in page.all("section") if "data-entry" in entry.attributes]
    assert entries == list(tree.questions)[100:200]
    links = [link.attributes["href"] for link in page.all("a") if link.attributes.get("data-answer") == "skip"]
    assert links[-3:] == ["#long/q199", "../3/#long/q200", "../3/#long/q201"]


def site_with_uses(tmp_path: Path) -> str:
    """Return a documentation folder with a tree that has a diagram, words for it, and a use case."""
    (tmp_path / "tree.yml").write_text(
        "format: 1\nid: t\ntitle: T\nedition: '1'\nstart: q\nquestions:\n  q:\n    ask: Rain?\n    answers:\n"
        "      y: {label: Y, go: o, because: It is wet.}\n      n: {label: N, go: p}\n"
        "outcomes:\n  o:\n    title: Umbrella\n    sequence: |\n      title: Getting out\n"
        "      participant A as Walker\n"
        "      Note over A: 1. Opens it\n  p: {title: Hat}\n"
        "scenarios:\n  wet: {title: A wet day, need: It pours., answers: {q: y}, expect: o, sequence: {A: Ada}}\n"
        "  dry: {need: It is dry., answers: {q: n}, expect: p}\n"
        "use_cases:\n  walk: {group: walkers, need: go out, scenarios: [wet, dry]}\n"
    )
    return str(tmp_path)


def test_a_diagram_is_that_of_an_outcome(tmp_path: Path) -> None:
    page = converted(block("tree: tree.yml", "show: sequence", "outcome: o"), docs_dir=site_with_uses(tmp_path))

    assert page.one("title").raw_text == "Getting out"
    assert "Walker" in page.one("figure").raw_text


def test_one_example_has_its_answers_its_result_and_its_diagram(tmp_path: Path) -> None:
    text = block("tree: tree.yml", "show: example", "scenario: wet", "page: snacks/index.md")
    page = converted(text, docs_dir=site_with_uses(tmp_path))

    assert [part.seen_text for part in page.all("h2")] == ["The answers, and why", "The result", "The sequence"]
    assert "Rain? Y Change the answer to: Rain? It is wet." in page.seen_text
    assert "Result: Umbrella" in page.seen_text
    assert "This is an example of what walkers need to do: go out" in page.seen_text
    assert page.one("title").raw_text == "A wet day: Umbrella"
    assert "1. Ada: Opens it" in page.seen_text


def test_an_example_without_a_diagram_has_none(tmp_path: Path) -> None:
    text = block("tree: tree.yml", "show: example", "scenario: dry", "page: snacks/index.md")
    page = converted(text, docs_dir=site_with_uses(tmp_path))

    assert [part.seen_text for part in page.all("h2")] == ["The answers, and why", "The result"]


def test_without_pages_of_their_own_examples_are_linked_to_as_states(tmp_path: Path) -> None:
    docs = site_with_uses(tmp_path)
    lines = ("tree: tree.yml", "list: list.md", "page: snacks/index.md")
    uses = converted(block(*lines, "show: use-cases", "group: walkers"), docs_dir=docs)
    examples = converted(block(*lines, "show: examples", "outcome: p"), docs_dir=docs)

    assert [link.attributes["href"] for link in uses.all("a")] == ["#t?q=y&edition=1", "#t?q=n&edition=1"]
    assert [link.attributes["href"] for link in examples.all("a")] == ["#t?q=n&edition=1"]


def test_without_the_plugin_the_list_of_examples_stays_as_it_is(tmp_path: Path) -> None:
    docs = site_with_uses(tmp_path)
    lines = ("tree: tree.yml", "show: scenarios", "page: snacks/index.md")

    assert converted(block(*lines, "pages: yes"), docs_dir=docs) == converted(block(*lines), docs_dir=docs)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("show: sequence", "outcome: p"), "The outcome 'p' has no sequence diagram."),
        (("show: sequence", "outcome: x"), "The tree has no outcome 'x'."),
        (("show: example", "scenario: wett"), "The tree has no scenario 'wett'."),
        (("show: use-cases", "group: wakers"), "The tree has no group 'wakers'."),
        (("show: use-cases",), "The tree has no group ''."),
        (("show: plan-example", "file: none.json"), "There is no file 'none.json' with a plan"),
        (("show: plan-example", "file: tree.yml"), "The file 'tree.yml' has no plan:"),
        (("show: start", "pages: yes"), "'pages' is only for 'show: scenarios'"),
        (("show: scenarios", "pages: no"), "'pages' is only for 'show: scenarios', and can only be 'yes'."),
    ],
)
def test_a_block_that_asks_for_what_the_tree_lacks_says_so(tmp_path: Path, lines: tuple[str, ...], says: str) -> None:
    docs = site_with_uses(tmp_path)

    assert says in converted(block("tree: tree.yml", *lines), docs_dir=docs, broken="show").seen_text
