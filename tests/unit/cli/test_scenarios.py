"""`fingerpost scenarios`: what has a worked example and what has none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import DRAGON, Run, broken, ladder
from yaml_readers import as_yaml_1_1


def test_scenarios_of_a_tree_with_all(run: Run) -> None:
    """Each scenario is a line, with its title where it has one, and every way has one."""
    status, out, _ = run("scenarios", DRAGON)

    assert status == 0
    assert out.splitlines()[:2] == [
        "puff (A small puff): hungry yes, size small → toast",
        "blush: hungry yes, size big, shy yes → toast",
    ]
    listed = json.loads(run("scenarios", DRAGON, "--json")[1])["scenarios"]
    assert [scenario["title"] for scenario in listed] == ["A small puff", None, None, None, None]
    assert out.splitlines()[-1] == "5 of 5 ways have a scenario."
    assert run("scenarios", DRAGON, "--skeleton")[1] == ""


def test_ways_without_a_scenario(run: Run) -> None:
    """The ways without one are listed, as text and as data."""
    path = broken("uncovered-ways")

    assert "Ways without a scenario:\nhungry yes → sheep\n" in run("scenarios", path)[1]
    result = json.loads(run("scenarios", path, "--json")[1])
    assert (result["ways"], result["covered"], result["complete"]) == (2, 1, True)
    assert result["missing"] == [{"answers": {"hungry": "yes"}, "outcome": "sheep"}]


def test_the_skeleton_covers_what_was_missing(run: Run, tree_file: Callable[[str], Path]) -> None:
    """Put below the scenarios, with the needs written, the skeleton leaves nothing without an example."""
    path = broken("uncovered-ways")
    assert run("scenarios", path, "--skeleton")[1].startswith(f"# Put these lines at the end of 'scenarios' in {path}.")
    text = Path(path).read_text(encoding="utf-8").rstrip("\n") + "\n" + run("scenarios", path, "--skeleton")[1]

    unwritten = run("check", str(tree_file(text)))
    assert unwritten[0] == 1
    assert "empty-text: 'need' of scenario 'example-1' is empty." in unwritten[1]
    assert run("check", str(tree_file(text.replace('need: ""', "need: It smokes."))))[1] == ""


def test_the_skeleton_of_a_tree_without_scenarios_is_appended_to_it(run: Run, tree_file: Callable[[str], Path]) -> None:
    """It brings its `scenarios:`, says where it goes, and only the needs that the author has to write are missing."""
    whole = Path(DRAGON).read_text(encoding="utf-8")
    before, _, rest = whole.partition("scenarios:\n")
    bare = before + rest[rest.index("renamed:") :]
    path = tree_file(bare)

    skeleton = run("scenarios", str(path), "--skeleton")[1]

    assert skeleton.splitlines()[1] == "scenarios:"
    assert skeleton.startswith(f"# Put these lines at the end of {path}.")
    path.write_text(bare + skeleton, encoding="utf-8")
    found = json.loads(run("check", str(path), "--json")[1])["findings"]
    assert [finding["code"] for finding in found] == ["empty-text"] * 5
    path.write_text(bare + skeleton.replace('need: ""', "need: It smokes."), encoding="utf-8")
    status, out, err = run("check", str(path))
    assert (status, out) == (0, ""), err


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "y", "n", "true", "null", "12", "017", "0x1f", "0b11", "1e5", "2026-01-02"]
)
def test_ids_in_the_skeleton_are_text_to_every_reader(run: Run, tree_file: Callable[[str], Path], word: str) -> None:
    """As a question, an answer and an outcome, with the words in quotes that YAML 1.1 or 1.2 takes for values."""
    path = tree_file(
        f'format: 1\nid: t\ntitle: T\nedition: "1"\nstart: "{word}"\nquestions:\n  "{word}":\n    ask: Q\n'
        f'    answers: {{"{word}": {{label: A, go: "{word}-a"}}, b: {{label: B, go: b}}}}\n'
        f'outcomes: {{"{word}-a": {{title: A}}, b: {{title: B}}}}\n'
    )

    skeleton = as_yaml_1_1(run("scenarios", str(path), "--skeleton")[1])

    assert skeleton == {
        "scenarios": {
            "example-1": {"need": "", "answers": {word: word}, "expect": f"{word}-a"},
            "example-2": {"need": "", "answers": {word: "b"}, "expect": "b"},
        }
    }


def test_of_too_many_ways_some_are_shown(run: Run, tree_file: Callable[[str], Path]) -> None:
    """Past the limit the first ways are shown, and the numbers say so."""
    out = run("scenarios", str(tree_file(ladder(40))))[1]

    assert out.startswith("0 of about 10^12 ways have a scenario.\n\nWays without a scenario, the first ")
