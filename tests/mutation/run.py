"""Tries the strength of the tests: changes the engine's core at one place after another and runs the tests.

Usage: python3 scripts/strength.py mutation [MODULE or room ...] [--tests FILE or folder ...] [--only-missed]

For example: python3 scripts/strength.py mutation answers text/markup.py --tests tests/unit/answers

The tests are the unit tests of the module's room and the property tests: what only a test of another room notices is
missing where the next author looks. `--only-missed` tries again what the last run did not notice. `tolerated.yml` has
every change that no test notices, with the reason why none needs to. Any other such change, an entry that is out of
date, or a module of which less than 90% of all changes are noticed ends in status 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import fingerpost

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))

from last_results import LastResults  # noqa: E402 - found through the path above
from mutants import Mutant  # noqa: E402 - as above
from trial import MISSED, PROFILE, Trials  # noqa: E402 - as above

ENGINE = Path(fingerpost.__file__).parent  # as the compiled functions name it, whatever leads there
TOLERATED = Path(__file__).parent / "tolerated.yml"

CORE = (
    *("answers", "tree/graph.py", "tree/conditions.py", "tree/compiled.py", "compare", "record/build.py"),
    *("plan/merge.py", "plan/operations.py", "text/markup.py", "text/addresses.py"),
)
"""The engine's core, in the order in which it is tried."""

ENOUGH = 0.9
"""The share of the changes that the tests notice in each module."""


def main() -> int:
    """Try the mutants of some modules.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(description="Change the engine at one place after another and run the tests.")
    parser.add_argument("modules", nargs="*", default=CORE, help="relative to the engine; none for its core")
    parser.add_argument("--tests", nargs="+", help="the tests to run; none for those of the rooms, and the properties")
    parser.add_argument("--only-missed", action="store_true", help="try what the last run did not notice")
    chosen = parser.parse_args()
    known: dict[str, dict[str, dict[str, str]]] = YAML(typ="safe").load(TOLERATED.read_text(encoding="utf-8")) or {}
    faults: list[str] = []
    last_results = LastResults(ROOT / ".cache" / "mutation")
    noticed = last_results.noticed if chosen.only_missed else lambda _: frozenset[tuple[str, str]]()

    def tell(module: Path, results: list[tuple[Mutant, str]]) -> None:
        name = module.relative_to(ENGINE).as_posix()
        last_results.write(module, results)
        missed = {(mutant.function, mutant.change) for mutant, result in results if result in MISSED}
        listed = {(function, change) for function, of in known.get(name, {}).items() for change in of}
        share = 1 - len(missed) / len(results) if results else 1
        print(f"{name}: {len(results)} changes, {len(missed)} not noticed ({share:.1%} noticed)", flush=True)
        faults.extend(f"{name}: not noticed: {function}: {change}" for function, change in sorted(missed - listed))
        faults.extend(f"{name}: out of date: {function}: {change}" for function, change in sorted(listed - missed))
        if share < ENOUGH:
            faults.append(f"{name}: less than {ENOUGH:.0%} noticed")

    modules = [module for name in chosen.modules for module in _modules(ENGINE / name)]
    rooms = dict.fromkeys(module.relative_to(ENGINE).parts[0] for module in modules)
    tests = chosen.tests or [*(f"tests/unit/{room}" for room in rooms), "tests/property"]
    options = ["-q", "-p", "no:cacheprovider", "-m", "not long", f"--hypothesis-profile={PROFILE}"]
    # Nobody reads what a failed test says.
    options += ["--assert=plain", "--tb=no", "--capture=sys"]
    status = pytest.main([*options, *tests], plugins=[Trials(modules, tell, noticed)])
    print(*faults, sep="\n")
    return int(bool(faults or status))


def _modules(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(path.rglob("*.py"))
    elif path.is_file():
        yield path
    else:
        raise SystemExit(f"{path.relative_to(ENGINE)}: no such module of the engine")


if __name__ == "__main__":
    sys.exit(main())
