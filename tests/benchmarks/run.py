"""Measures check, diff and position on large trees. Usage: .venv/bin/python tests/benchmarks/run.py [QUESTIONS …].

It prints the page docs/reference/benchmarks.md. Each number is the median of some runs, each in a process of its own.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
sys.path.insert(0, str(Path(__file__).parent))

from big_trees import bush, ladder  # noqa: E402 - found through the path above
from cases_page import cases_in  # noqa: E402 - as above
from sizes_page import PAGE, sizes_in  # noqa: E402 - as above

from fingerpost.answers.position import position  # noqa: E402 - as above
from fingerpost.check import check  # noqa: E402 - as above
from fingerpost.compare import compare_trees  # noqa: E402 - as above
from fingerpost.tree.model import Tree  # noqa: E402 - as above

SHAPES: dict[str, Callable[[int], Tree]] = {"ladder": ladder, "bush": bush}
TASKS = ("check", "diff", "position")
RUNS = 3
"""The number of runs, each in a process of its own, so that none includes the memory of another."""


def main(sizes: list[int]) -> None:
    """Measure everything, and print the page."""
    rows: list[str] = []
    for shape in SHAPES:
        for size in sizes:
            cells: list[str] = []
            for task in TASKS:
                runs = [_in_its_own_process(shape, size, task) for _ in range(RUNS)]
                seconds = statistics.median(run["seconds"] for run in runs)
                megabytes = statistics.median(run["mebibytes"] for run in runs)
                cells += [_duration(seconds), f"{megabytes:.0f} MiB"]
            rows.append(f"| {shape} | {size:,} | {' | '.join(cells)} |")
    page = _PAGE.format(rows="\n".join(rows), machine=machine(), runs=RUNS)
    written = PAGE.read_text(encoding="utf-8")
    print(page + cases_in(written) + sizes_in(written), end="")


def _duration(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def measure(shape: str, size: int, task: str) -> dict[str, float]:
    """Measure one task on one tree, in this process."""
    tree = SHAPES[shape](size)
    work = _work(tree, task)
    began = time.process_time()
    work()
    return {"seconds": time.process_time() - began, "mebibytes": peak_mebibytes()}


def peak_mebibytes() -> float:
    """Return the greatest memory of this process so far."""
    # Not `resource`: its figure begins with the peak of the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _work(tree: Tree, task: str) -> Callable[[], object]:
    if task == "check":
        return lambda: check(tree, {})
    if task == "diff":
        changed = _with_a_change(tree)
        return lambda: compare_trees(tree, changed)
    # The answers on a shortest way to the last outcome.
    answers = tree.graph.way_to(list(tree.outcomes)[-1])
    return lambda: position(tree, answers).possible


def _with_a_change(tree: Tree) -> Tree:
    """Return the tree with the answers of its middle question leading elsewhere."""
    question = list(tree.questions.values())[len(tree.questions) // 2]
    targets = [answer.go for answer in question.answers]
    turned = [replace(a, go=go) for a, go in zip(question.answers, [*targets[1:], targets[0]], strict=True)]
    return replace(tree, questions={**tree.questions, question.id: replace(question, answers=tuple(turned))})


def _in_its_own_process(shape: str, size: int, task: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", shape, str(size), task]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def machine() -> str:
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    load = f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores at the end"
    return f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}, {model}, {load}"


_PAGE = """---
description: How long the check, the comparison and the position take on trees of up to 100,000 questions.
---

# Benchmarks

The time and memory that the engine needs for trees far larger than people write. All have branches that join.

- A **ladder** has two rails of questions and two answers to each, which stay on a rail or cross to the other: with
  100,000 questions there are 2^50,000 ways through it.
- A **bush** has three answers to each question, and every third branch joins its neighbour.

`diff` compares the tree with one in which the answers to the middle question lead elsewhere. `position` follows a
way from the start to an outcome.

| tree | questions | check | memory | diff | memory | position | memory |
|---|---|---|---|---|---|---|---|
{rows}

Processor time and the greatest memory of the whole process; the median of {runs} runs. Memory includes Python and the
tree itself. The time to read a file is not included; a tree file has at most 5,000,000 bytes.

Measured with `.venv/bin/python tests/benchmarks/run.py` on {machine}.
"""


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]), sys.argv[4])))
    else:
        main([int(word) for word in sys.argv[1:]] or [10, 1_000, 100_000])
