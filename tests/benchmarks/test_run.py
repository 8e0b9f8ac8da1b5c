"""The benchmarks run without errors; their results are not tested."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).with_name("run.py")


def test_the_benchmarks_run() -> None:
    """On small trees, every task of every shape gives a row."""
    page = subprocess.run([sys.executable, str(RUN), "10"], check=True, capture_output=True, text=True).stdout

    assert [line.split(" | ")[0] for line in page.splitlines() if " | 10 | " in line] == ["| ladder", "| bush"]
