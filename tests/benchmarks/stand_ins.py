"""Measures the savings of each stand-in for a module of Python's or Pyodide's library, and of each change to Pyodide.

Usage, after `python3 scripts/runtime.py`: .venv/bin/python tests/benchmarks/stand_ins.py [--rounds N] [NAME ...].

Every round starts the engine in Node, once with everything and once without each part, one after another. A start
consists of the steps of a first visit: Pyodide, the engine, its known calls, and the copy of the memory. The figure is
processor time, which other work affects less than elapsed time; the result is the median of the ratios of all rounds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from project.paths import VENV, program  # noqa: E402 - found through the path above
from runtime import library, trimming  # noqa: E402 - as above
from runtime.engine_wheel import WHEEL  # noqa: E402 - as above
from runtime.known_answer import KNOWN_ANSWER  # noqa: E402 - as above

_START = Path(__file__).with_name("start.mjs")

_ALL = "all stand-ins"
_TRIMMED = "trimmed Pyodide"
_NO_STAND_IN = {"sitecustomize.py"}

# The stand-ins that have to be left out with another: the module that it replaces needs more than they have.
_NEEDS = {
    "_pyodide/docstring.py": ("inspect.py",),
    "_pyodide/jsbind.py": ("inspect.py", "typing.py"),
    "asyncio/__init__.py": ("typing.py",),
    "dataclasses.py": ("inspect.py", "typing.py"),
    "importlib/abc.py": ("typing.py",),
    "pyodide/code.py": ("inspect.py", "_pyodide/_base.py"),
    "pyodide/webloop.py": ("asyncio/__init__.py", "typing.py"),
}


@dataclass(frozen=True)
class Variant:
    """The files of one start."""

    name: str
    pyodide: Path
    library: Path

    def start(self) -> float:
        """Start the engine once; return the milliseconds of processor time."""
        command = [program(VENV, "node"), _START, self.pyodide, self.library, WHEEL, KNOWN_ANSWER]
        done = subprocess.run([*map(str, command)], check=True, capture_output=True, text=True, timeout=60)
        return float(json.loads(done.stdout)["ms"])

    @property
    def kilobytes(self) -> float:
        """The size of the files that a browser fetches, without the engine."""
        content = [(self.pyodide / file.name).read_bytes() for file in (trimming.SCRIPT, trimming.MODULE)]
        return (sum(len(gzip.compress(one, 6)) for one in content) + self.library.stat().st_size) / 1000


def variants(whole: Variant, names: Collection[str], folder: Path) -> Iterator[Variant]:
    """Yield, for each named part, a start without it; without names, for every part."""
    ours = library.stand_ins()
    for number, name in enumerate([*ours, _ALL]):
        if names and name not in names:
            continue
        left_out = set(ours) - _NO_STAND_IN if name == _ALL else {name, *_NEEDS.get(name, ())}
        path = folder / f"{number}.zip"
        library.write(path, {name: file for name, file in ours.items() if name not in left_out})
        yield replace(whole, name=name, library=path)
    if not names or _TRIMMED in names:
        yield replace(whole, name=_TRIMMED, pyodide=trimming.STOCK)


def main() -> None:
    """Measure, and print the results."""
    parser = argparse.ArgumentParser(description="Measure what each stand-in and each change to Pyodide saves.")
    parser.add_argument("--rounds", type=int, default=15, help="starts of each kind (default: 15)")
    parser.add_argument("names", nargs="*", metavar="NAME", help="the parts to measure (default: all)")
    options = parser.parse_args()
    whole = Variant("everything", trimming.FOLDER, library.LIBRARY)
    with tempfile.TemporaryDirectory() as temporary:
        others = list(variants(whole, options.names, Path(temporary)))
        ratios: dict[str, list[float]] = {variant.name: [] for variant in others}
        for _ in range(options.rounds):
            for variant in others:
                # Compared with a start just before it, because the machine's speed drifts.
                base = whole.start()
                ratios[variant.name].append(variant.start() / base)
        print("| without | start | middle half | fetched |\n|---|--:|--:|--:|")
        for variant in others:
            low, _, high = quantiles(ratios[variant.name], n=4)
            print(
                f"| {variant.name} | {median(ratios[variant.name]) - 1:+.1%} | {low - 1:+.1%} to {high - 1:+.1%} "
                f"| {variant.kilobytes - whole.kilobytes:+.1f} KB |"
            )


if __name__ == "__main__":
    main()
