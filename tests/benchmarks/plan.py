"""Measures a plan of many needs, under Pyodide as in the browser.

Usage: .venv/bin/python tests/benchmarks/plan.py [NEEDS], after a build of the site.

Prints the milliseconds of the first call, of a call that changes one need, of one that moves a need to the top, of the
link and of all forms, and the length of the link. The limit is for a change, since the page waits for it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT / "scripts")]

from fingerpost.plan.link import plan_link  # noqa: E402 - found through the path above
from fingerpost.plan.model import Need, Plan  # noqa: E402 - as above
from fingerpost.plan.planner import Planner  # noqa: E402 - as above
from fingerpost.plan.writing import text_of  # noqa: E402 - as above
from fingerpost.render.surroundings import Surroundings  # noqa: E402 - as above
from fingerpost.tree.compiled_writer import to_json  # noqa: E402 - as above
from live_tree import WAYS, live_tree  # noqa: E402 - as above
from project.commands import run  # noqa: E402 - as above
from project.paths import VENV, program  # noqa: E402 - as above
from runtime import trimming  # noqa: E402 - as above
from runtime.engine_wheel import WHEEL  # noqa: E402 - as above
from runtime.library import LIBRARY  # noqa: E402 - as above
from states import link_of  # noqa: E402 - as above

LIMIT = 50
"""The most milliseconds for a change to a plan of 200 needs."""


def plan_of(count: int) -> Plan:
    """Return a plan with needs of every kind, each with words of its own."""
    tree = live_tree()
    ways = [answers for answers, _ in WAYS]
    return Plan(
        tree.id,
        tree.edition,
        "Measured",
        tuple(
            Need(
                f"k{number}",
                f"A clinician in ward {number} needs to see what the practice has recorded.",
                f"Record {number % 40}",
                f"System {number % 12}",
                f"System {number % 7}",
                link_of(tree, ways[number % len(ways)]),
                changed=1_764_000_000_000 + number,
            )
            for number in range(count)
        ),
    )


def measure(count: int) -> dict[str, float]:
    """Return the milliseconds of each call, and the number of letters of the link."""
    tree = live_tree()
    plan = plan_of(count)
    stored = text_of(plan)
    # The digests are the same in every Python.
    rows = Planner(tree, Surroundings()).answer(stored, [], {}, 1)["html"]["needs"]
    known = {name: digest for name, digest, _ in rows}
    change = {"op": "change", "id": f"k{count // 2}", "field": "need", "value": "Other words"}
    named = {"tree": tree.id, "plan": stored}
    forms = ["markdown", "html", "json", "csv", "svg"]
    calls: dict[str, tuple[str, Mapping[str, object]]] = {
        "load": ("load", {"tree": to_json(tree)}),
        "first call": ("plan", {**named, "do": [], "now": 1}),
        "change": ("plan", {**named, "do": [change], "now": 1, "known": known}),
        "second change": ("plan", {**named, "do": [{**change, "value": "More words"}], "now": 1, "known": known}),
        "move to the top": (
            "plan",
            {**named, "do": [{"op": "move", "id": f"k{count - 1}", "to": 0}], "now": 1, "known": known},
        ),
        "link": ("plan_link", named),
        "open the link": ("plan_open", {"tree": tree.id, "text": plan_link(plan)}),
        "all forms": ("plan_forms", {**named, "date": "", "address": "https://example.org/plan/", "forms": forms}),
    }
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder) / "calls.json", Path(folder) / "answers.json"
        asked.write_text(json.dumps([(method, json.dumps(more)) for method, more in calls.values()]), encoding="utf-8")
        runner = ROOT / "scripts" / "runtime" / "run_engine.mjs"
        command = [program(VENV, "node"), runner, trimming.FOLDER, LIBRARY, WHEEL, asked, answered]
        run(command, problem="The engine does not run under Pyodide")
        report = json.loads(answered.read_text(encoding="utf-8"))
    errors = [answer for answer in report["answers"] if "error" in json.loads(answer)]
    if errors:
        raise SystemExit(errors[0])
    measured: dict[str, float] = dict(zip(calls, report["milliseconds"], strict=True))
    return {**measured, "letters of the link": len(plan_link(plan))}


def main(count: int) -> None:
    """Print the measurements, and fail if a change takes too long."""
    measured = measure(count)
    for name, value in measured.items():
        print(f"{name}: {value:,.0f}")
    if count <= 200 and max(measured["change"], measured["second change"]) > LIMIT:
        raise SystemExit(f"A change takes more than {LIMIT} ms.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
