"""The exit statuses of the commands: what they are, and that the help and the author guide say so."""

from __future__ import annotations

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

from command_line import DRAGON, Run, broken
from fingerpost.cli.commands import COMMANDS

GUIDE = Path(__file__).parents[3] / "docs" / "authors" / "commands.md"
UNPROTECTED = "page without a head"
"""Stands for the folder of a site with a page that can't have a policy."""

CASES: list[tuple[list[str], str, int]] = [
    (["check", DRAGON], "", 0),
    (["check", broken("missing-target")], "", 1),
    (["check", broken("uncovered-ways"), "--strict"], "", 1),
    (["check", "nowhere.yml"], "", 2),
    (["diff", DRAGON, broken("scenario-fails")], "", 0),
    (["diff", DRAGON, broken("scenario-fails"), "--exit-code"], "", 1),
    (["diff", DRAGON, broken("cycle")], "", 1),
    (["diff", DRAGON, "nowhere.yml"], "", 2),
    (["diff", DRAGON], "", 2),
    (["ask", DRAGON], "no\n", 0),
    (["ask", DRAGON], "", 1),
    (["ask", "nowhere.yml"], "", 2),
    (["explain", DRAGON, "hungry=no"], "", 0),
    (["explain", DRAGON, "hungry=perhaps"], "", 1),
    (["explain", DRAGON, "dragon-snack?hungry=yes&si"], "", 1),
    (["explain", "nowhere.yml", "hungry=no"], "", 2),
    (["record", DRAGON, "hungry=no"], "", 0),
    (["record", DRAGON, "hungry=perhaps"], "", 1),
    (["record", "nowhere.yml", "hungry=no"], "", 2),
    (["plan", DRAGON, "dragon-snack?plan=AA0"], "", 1),
    (["plan", broken("missing-target"), "plan.json"], "", 1),
    (["plan", DRAGON, "nowhere.json"], "", 2),
    (["plan", DRAGON, "one.json", "other.json"], "", 2),
    (["paths", broken("missing-target")], "", 1),
    (["paths", "nowhere.yml"], "", 2),
    (["decide", DRAGON, DRAGON], "", 1),
    (["decide", broken("missing-target"), DRAGON], "", 1),
    (["decide", DRAGON, "nowhere.csv"], "", 2),
    (["scenarios", broken("missing-target")], "", 1),
    (["scenarios", "nowhere.yml"], "", 2),
    (["compile", broken("missing-target"), "-o", "x.json"], "", 1),
    (["compile", "nowhere.yml", "-o", "x.json"], "", 2),
    (["export", DRAGON, "--to", "outline"], "", 0),
    (["export", DRAGON, "--to", "outline", "--json"], "", 2),
    (["export", broken("missing-target"), "--to", "outline"], "", 1),
    (["export", "nowhere.yml", "--to", "outline"], "", 2),
    (["import", DRAGON, "--from", "dmn"], "", 1),
    (["import", DRAGON], "", 2),
    (["import", "nowhere.dmn"], "", 2),
    (["policy", UNPROTECTED], "", 1),
    (["policy", "nowhere"], "", 2),
    (["headers", UNPROTECTED, "--json"], "", 1),
    (["headers", UNPROTECTED], "", 2),
    (["headers", "nowhere", "--json"], "", 2),
]

WITH_1 = {words[0] for words, _, status in CASES if status == 1}


@pytest.fixture
def site(tmp_path: Path) -> str:
    """Return the folder of a built site with a page that can't have a policy."""
    (tmp_path / "index.html").write_text("<p>No head.</p>", encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize(
    ("words", "typed", "status"),
    CASES,
    ids=lambda value: " ".join(word.rpartition("/")[2] for word in value) if isinstance(value, list) else "",
)
def test_commands_end_with_the_statuses_that_their_help_has(
    run: Run, site: str, words: list[str], typed: str, status: int
) -> None:
    """Each command, in each of its cases."""
    assert run(*(site if word == UNPROTECTED else word for word in words), typed=typed)[0] == status


def test_each_command_that_names_a_case_of_status_1_is_tried() -> None:
    assert {name for name, command in COMMANDS.items() if command.status_1} == WITH_1


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - WITH_1))
def test_no_other_command_can_end_with_status_1(name: str) -> None:
    """None of these uses what gives that status."""
    tree = ast.parse(inspect.getsource(import_module(f"fingerpost.cli.commands.{name}")))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    returned = {ast.unparse(node.value) for node in ast.walk(tree) if isinstance(node, ast.Return) and node.value}

    assert names.isdisjoint({"FOUND", "sound_state", "sound_tree", "status_of"})
    assert returned <= {"0", "UNREADABLE"}


def help_of(capsys: pytest.CaptureFixture[str], run: Run, *words: str) -> str:
    """Return the help of a command, on one line."""
    with pytest.raises(SystemExit):
        run(*words, "--help")
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_has_its_exit_statuses(
    run: Run, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """What a script can rely on; 1 is left out where a command never ends with it."""
    text = help_of(capsys, run, name)

    assert "Exit status: 0 for success," in text
    assert "2 if the command is not understood, or a file can't be read or written." in text
    assert ("1 if" in text) == (name in WITH_1)


def test_the_help_names_every_command_that_can_end_with_status_1(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    text = help_of(capsys, run)

    named = re.search(r"1 in the cases that the help of each of these commands has: ([^;]*);", text)
    assert named is not None
    assert set(named[1].split(", ")) == WITH_1


def test_the_author_guide_names_every_command_that_can_end_with_status_1() -> None:
    cases = GUIDE.read_text(encoding="utf-8").partition("The exit status is 1 in these cases:\n\n")[2]

    assert set(re.findall(r"`([a-z]+)`", cases.partition("\n\n")[0])) == WITH_1
