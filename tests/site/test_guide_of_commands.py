"""The guide's page of commands has every command, with every argument and the cases of its exit status."""

from __future__ import annotations

import argparse
import re

import pytest

from author_guide import text_of
from fingerpost.cli.commands import COMMANDS

SECTIONS = {
    part.partition("\n")[0]: part.partition("\n")[2]
    for part in re.split(r"^## ", text_of("commands"), flags=re.MULTILINE)[1:]
}

EVERYWHERE = {"--help", "--json"}
"""The options that every command has: the page names them once, at its beginning."""


def arguments(name: str) -> set[str]:
    """Return the arguments of a command: an option by its long form, another by the word in its help."""
    parser = argparse.ArgumentParser()
    COMMANDS[name].define(parser)
    actions = parser._actions
    options = {action.option_strings[-1] for action in actions if action.option_strings}
    return options | {str(action.metavar or "PART") for action in actions if not action.option_strings}


def test_every_command_has_its_part_in_the_order_of_the_help() -> None:
    assert list(SECTIONS) == [*COMMANDS, "Exit status"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_of_a_command_is_described(name: str) -> None:
    described = re.findall(r"^\| `(\S+)[^`]*` \|", SECTIONS[name], flags=re.MULTILINE)

    assert set(described) == arguments(name) - EVERYWHERE
    assert len(described) == len(set(described))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_writes_for_other_programs(name: str) -> None:
    """The page says so once, for all."""
    assert arguments(name) >= EVERYWHERE


def test_the_commands_that_can_end_with_1_are_named() -> None:
    cases = SECTIONS["Exit status"].partition("is 1 in these cases")[2]
    named = {
        name for line in re.findall(r"^- (.*?):", cases, flags=re.MULTILINE) for name in re.findall(r"`(.+?)`", line)
    }

    assert named == {name for name, command in COMMANDS.items() if command.status_1}
