"""The workflows: every action is named by its commit, no job may do more than it needs, and zizmor finds nothing."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from project.paths import ROOT, VENV, program
from steps import gates

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

each_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


def read(file: Path) -> dict[str, Any]:
    """Return a workflow."""
    return YAML(typ="safe").load(file.read_text(encoding="utf-8"))


def steps_of(file: Path) -> Iterator[dict[str, Any]]:
    """Yield each step of each job."""
    for job in read(file)["jobs"].values():
        yield from job["steps"]


@each_workflow
def test_every_action_is_named_by_its_commit_with_the_version_beside_it(file: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in file.read_text("utf-8").splitlines() if "uses:" in line]

    assert [line for line in lines if not PINNED.match(line)] == []


def test_an_action_has_the_same_commit_in_every_workflow() -> None:
    named = {step["uses"] for file in WORKFLOWS for step in steps_of(file) if "uses" in step}

    assert len(named) == len({action.partition("@")[0] for action in named})


@each_workflow
def test_a_checkout_leaves_no_credentials_behind(file: Path) -> None:
    checkouts = [step for step in steps_of(file) if step.get("uses", "").startswith("actions/checkout@")]

    assert [step for step in checkouts if step["with"].get("persist-credentials") is not False] == []


@each_workflow
def test_only_jobs_that_run_none_of_our_code_may_write(file: Path) -> None:
    """A job that may write anything, or sign, starts no Python program: those come from the commit itself."""
    workflow = read(file)
    writing = {name: job for name, job in workflow["jobs"].items() if "write" in job.get("permissions", {}).values()}

    assert set(workflow["permissions"].values()) <= {"read"}
    for name, job in writing.items():
        assert not [step for step in job["steps"] if "scripts/" in step.get("run", "")], name


@each_workflow
def test_every_job_ends_by_itself_and_names_its_machine(file: Path) -> None:
    for name, job in read(file)["jobs"].items():
        assert 0 < job["timeout-minutes"] <= 180, name
        assert re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"]), name


@each_workflow
def test_no_text_from_outside_is_part_of_a_script(file: Path) -> None:
    """An expression in a script becomes code; as a variable of the environment it stays text."""
    assert [step for step in steps_of(file) if "${{" in step.get("run", "")] == []


def test_the_gates_look_at_every_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(gates, "run_status", lambda command: started.append(list(map(str, command))) or 0)

    gates.check()

    looking = [command for command in started if Path(command[0]).stem in {"zizmor", "check-jsonschema"}]
    assert len(looking) == 2
    for command in looking:
        assert set(map(str, WORKFLOWS)) <= set(command)


def test_a_weak_workflow_does_not_pass(tmp_path: Path) -> None:
    """With the options of the gate, zizmor finds what it is there for, without a network."""
    weak = tmp_path / ".github" / "workflows" / "weak.yml"
    weak.parent.mkdir(parents=True)
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    weak.write_text(text.replace("run: python3", "run: echo ${{ github.head_ref }}; python3"), encoding="utf-8")
    tool, options = next((tool, options) for _, tool, options in gates.GATES if tool == "zizmor")

    finished = subprocess.run(
        [str(program(VENV, tool)), *options, str(weak)], check=False, capture_output=True, text=True, encoding="utf-8"
    )

    assert finished.returncode not in {0, 1, 2}  # 1 and 2 are faults of zizmor itself
    assert "template-injection" in finished.stdout
