"""`fingerpost ask`: a conversation in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from command_line import DRAGON, Run
from fingerpost.tree.model import UNSURE

EITHER_WAY = """\
format: 1
id: outing
title: An outing
edition: "1"
start: weather
questions:
  weather:
    ask: Does the sun shine?
    answers: {"yes": {label: "Yes", go: money}, "no": {label: "No", go: umbrella}}
  money:
    ask: Is there money for the zoo?
    answers: {"yes": {label: "Yes", go: zoo}, "no": {label: "No", go: attic}}
  umbrella:
    ask: Is there an umbrella?
    answers: {"yes": {label: "Yes", go: money}, "no": {label: "No", go: zoo}}
outcomes: {zoo: {title: The zoo}, attic: {title: The attic}}
"""
"""With money, the umbrella changes nothing."""


def test_ask_to_an_outcome(run: Run) -> None:
    """Numbers, ids and labels are accepted in any case; the end reports the outcome, reasons, page and link."""
    status, out, err = run("ask", DRAGON, typed="YES\n2\nshy\n no \n")

    assert status == 0
    assert err == ""
    assert "Is the dragon hungry?" in out
    assert "  1. Yes: There is smoke" in out
    assert "'shy' is not one of the answers. Enter 1 to 2" in out
    assert "Outcome: A sheep" in out
    assert "  - Is the dragon hungry? Yes\n    Smoke means hunger. (our reading)\n" in out
    assert "Page: snacks/sheep.md" in out
    assert out.endswith("Link: dragon-snack?hungry=yes&size=big&shy=no&edition=3.1\n")


def test_ask_accepts_labels(run: Run) -> None:
    """A label is as good as its id."""
    assert "Outcome: Toast" in run("ask", DRAGON, typed="yes\nsmaller than a BARN\n")[1]


def test_ask_for_help(run: Run) -> None:
    """A question mark shows the notes, and the question stays."""
    _, out, _ = run("ask", DRAGON, typed="?\nno\n")

    assert "Signs of hunger:\n\n- smoke\n- a look at the sheep\n" in out
    assert "If you are not sure: Ask the keeper when it last ate." in out
    assert "Outcome: No snack, but a nap" in out


def test_ask_goes_back(run: Run) -> None:
    """Back takes the last answer back; at the first question there is nothing to take back."""
    _, out, _ = run("ask", DRAGON, typed="b\nyes\nback\nno\n")

    assert "This is the first question." in out
    assert "Outcome: No snack, but a nap" in out


def test_ask_not_sure_where_it_is_allowed(run: Run) -> None:
    """Not sure keeps the branches open; where the author forbids it, it is a wrong entry."""
    status, out, _ = run("ask", DRAGON, "--json", typed="yes\nu\nbig\nu\n")

    assert status == 0
    assert json.loads(out) == {
        "answers": {"hungry": "yes", "size": "big", "shy": UNSURE},
        "possible": ["toast", "sheep"],
        "decided": None,
        "link": "dragon-snack?hungry=yes&size=big&shy=unsure&edition=3.1",
    }


def test_ask_shows_what_stays_possible(run: Run) -> None:
    """With nothing left to ask and nothing decided, the possible outcomes are named."""
    _, out, _ = run("ask", DRAGON, typed="yes\nbig\nu\n")

    assert "Several outcomes are still possible:\n  - Toast\n  - A sheep\n" in out


def test_ask_stops_when_decided(run: Run, tree_file: Callable[[str], Path]) -> None:
    """A question that can't change the outcome is not asked."""
    _, out, _ = run("ask", str(tree_file(EITHER_WAY)), typed="u\nyes\n")

    assert "Outcome: The zoo" in out
    assert "The outcome is the same either way" in out


def test_ask_as_json_keeps_the_output_clean(run: Run) -> None:
    """With --json the questions go to the standard error."""
    status, out, err = run("ask", DRAGON, "--json", typed="1\n1\n")

    assert status == 0
    assert json.loads(out)["decided"] == "toast"
    assert "Is the dragon hungry?" in err


def test_ask_at_the_end_of_the_input(run: Run) -> None:
    """Input that ends too early is reported, with status 1 and the answers so far."""
    status, out, err = run("ask", DRAGON, "--json", typed="yes\n")

    assert status == 1
    assert json.loads(out)["link"] == "dragon-snack?hungry=yes&edition=3.1"
    assert "The input ended at the question 'size'" in err


def test_ask_can_be_left(run: Run) -> None:
    """Quitting is a good end."""
    status, out, _ = run("ask", DRAGON, typed="yes\nq\n")

    assert status == 0
    assert "You stopped before an outcome was decided." in out
