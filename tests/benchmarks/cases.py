"""Measures `fingerpost decide` on many cases. Usage: .venv/bin/python tests/benchmarks/cases.py [ROWS ...].

It writes its part of docs/reference/benchmarks.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "support"), str(Path(__file__).parent)]

from big_trees import guideline  # noqa: E402 - found through the path above
from cases_page import write_cases  # noqa: E402 - as above
from run import machine, peak_mebibytes  # noqa: E402 - as above

from fingerpost.source import read_tree  # noqa: E402 - as above
from fingerpost.tree.compiled_writer import to_json  # noqa: E402 - as above
from fingerpost.tree.model import UNSURE  # noqa: E402 - as above

SIZES = [10_000, 100_000, 1_000_000]

SMALL = ROOT / "docs" / "choose" / "tree.yml"
QUESTIONS = 40
"""The number of questions of the larger tree: in its cases, no two rows are equal."""


def main(sizes: list[int]) -> None:
    """Measure every size, and write the page."""
    rows: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        large = folder / "guideline.yml"
        # A compiled tree whose texts have no markup is a tree file.
        large.write_text(json.dumps(to_json(guideline(QUESTIONS))), encoding="utf-8")
        for tree in (SMALL, large):
            for size in sizes:
                cases = folder / "cases.csv"
                questions = _write_cases(tree, size, cases)
                measured = _in_its_own_process(tree, cases, folder / "decided.csv")
                speed = f"{round(size / measured['seconds'], -2):,.0f}"
                memory = f"{measured['mebibytes']:.0f} MiB"
                file = f"{cases.stat().st_size / 10**6:,.1f} MB"
                rows.append(f"| {questions} | {size:,} | {file} | {measured['seconds']:,.1f} s | {speed} | {memory} |")
                print(rows[-1])
    write_cases(rows, machine())


def _write_cases(tree_file: Path, size: int, path: Path) -> int:
    """Write random cases, some of them with empty cells and "not sure"; return the number of questions."""
    tree = read_tree(tree_file).tree
    assert tree is not None
    random = Random(size)  # noqa: S311 - the same cases each time
    choices = [
        ["", UNSURE] * question.unsure_allowed + [answer.id for answer in question.answers] * 2
        for question in tree.questions.values()
    ]
    with path.open("w", encoding="utf-8") as file:
        file.write(f"Case,{','.join(tree.questions)}\n")
        for number in range(size):
            file.write(f"case {number},{','.join([random.choice(some) for some in choices])}\n")
    return len(tree.questions)


def measure(*arguments: str) -> dict[str, float]:
    """Decide cases in this process."""
    import time

    from fingerpost.cli import main as run_command

    began = time.process_time()
    status = run_command(["decide", *arguments])
    assert status == 0
    return {"seconds": time.process_time() - began, "mebibytes": peak_mebibytes()}


def _in_its_own_process(tree: Path, cases: Path, output: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", str(tree), str(cases), "-o", str(output)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(*sys.argv[2:])))
    else:
        main([int(word) for word in sys.argv[1:]] or SIZES)
