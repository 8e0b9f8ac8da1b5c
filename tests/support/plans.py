"""Plans for tests: needs for the made-up tree of suppers, with a rule for a conflict, and calls of the door."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fingerpost.door import call
from fingerpost.plan.forms import FORMS
from fingerpost.plan.model import Need, Plan
from fingerpost.plan.operations import Done, do_all
from fingerpost.plan.reading import new_plan
from fingerpost.plan.standing import Standing, Standings
from fingerpost.plan.whole import WholePlan, whole_plan
from fingerpost.plan.writing import need_as_json
from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Consideration, Tree
from fingerpost.tree.purpose import Condition, Conflict, Step
from made_up import SUPPER

SOUP = "supper?hungry=yes&cook=yes&edition=1"
TOAST = "supper?hungry=yes&cook=no&edition=1"
TEA = "supper?hungry=no&thirsty=yes&edition=1"
OPEN = "supper?hungry=yes&edition=1"

MEALS: Tree = replace(
    SUPPER,
    outcomes={
        **SUPPER.outcomes,
        "soup": replace(
            SUPPER.outcomes["soup"],
            confirm=("clean", "warm"),
            combines={"toast": plain_text("Dip the toast.")},
            steps=("buy",),
        ),
        "toast": replace(
            SUPPER.outcomes["toast"],
            combines={"soup": Text("Toast goes with it.", "Toast goes with it.", ours=True)},
        ),
    },
    considerations={
        "clean": Consideration("clean", plain_text("Is the pot clean?"), plain_text("Dirt spoils soup.")),
        "warm": Consideration("warm", plain_text("Is it warm?")),
    },
    groups={"shop": plain_text("Shopping")},
    steps={"buy": Step("buy", "shop", plain_text("Buy leeks"), url="https://example.org/leeks")},
    conflicts={
        "twice": Conflict(
            "twice", Condition("soup"), Condition("toast"), plain_text("One plate is enough."), same=True
        ),
        "late": Conflict(
            "late",
            Condition(answers={"thirsty": "yes"}),
            Condition("soup"),
            Text("Tea first.", "Tea first.", ours=True),
        ),
    },
)
"""The tree of suppers with points to confirm, a step, outcomes that combine, and two rules for conflicts."""


def need(need_id: str, words: str = "", link: str = SOUP, **more: Any) -> Need:
    """Return a need."""
    return Need(need_id, words, link=link, **more)


def plan_of(*needs: Need, title: str = "", tree: Tree = MEALS) -> Plan:
    """Return a plan."""
    return new_plan(tree).with_title(title).with_needs(needs)


def done(plan: Plan, *operations: Mapping[str, Any], tree: Tree = MEALS) -> Done:
    """Do operations at a certain time."""
    return do_all(tree, plan, operations, now=1_700_000_000_000)


def added(words: Need) -> dict[str, Any]:
    """Return the operation that adds a need."""
    return {"op": "add", "need": need_as_json(words)}


def standings_of(plan: Plan, tree: Tree = MEALS) -> list[Standing]:
    """Return how the needs of a plan stand."""
    return Standings(tree).of_plan(plan)


def untimed(plan: Plan) -> Plan:
    """Return a plan without the times of its changes."""
    return plan.with_needs(tuple(need.with_values(changed=0) for need in plan.needs))


def file_of(plan: Plan, tree: Tree = MEALS) -> str:
    """Return the file of a plan."""
    return FORMS["json"].write(whole_of(plan, tree))


def whole_of(plan: Plan, tree: Tree = MEALS, **more: Any) -> WholePlan:
    """Return a plan with what follows from it."""
    return whole_plan(Standings(tree), plan, **more)


def ask(method: str, tree: Tree = MEALS, **parameters: object) -> dict[str, Any]:
    """Call the door for a tree that was loaded."""
    return json.loads(call(method, json.dumps({"tree": tree.id, **parameters})))


def load(tree: Tree = MEALS) -> None:
    """Load a tree, as a page does."""
    call("load", json.dumps({"tree": to_json(tree), "tree_page": "../choose/", "pages": {"soup": "../soup/"}}))
