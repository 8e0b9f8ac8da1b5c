"""Runs, for every mutant, the tests that reach its function, until one fails: a plugin of pytest.

The tests are collected once. Everything else happens in forks of that process, one after another, so no test finds
what another left behind, and a mutant that never ends or takes all memory harms nothing.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings
from mutants import Mutant, made_at_import, mutants_of

PROFILE = "mutation"
"""The profile of property tests here: the same few examples each time, and none made simpler after a failure."""

settings.register_profile(
    PROFILE,
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=30,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

MISSED = ("survived", "not reached")
"""The results of mutants that no test noticed."""

_SLOWEST = 4.0
"""Seconds; a test that takes longer is left out."""

_MEMORY = 4 << 30
"""Bytes that a mutant may take."""

_TOOL = 3  # free for others by the documentation of sys.monitoring


@dataclass(frozen=True, slots=True)
class _Known:
    """What one test does with the engine as it is.

    Attributes:
        seconds: How long it takes.
        reached: The functions that it calls, as file and qualified name.
    """

    seconds: float
    reached: frozenset[tuple[str, str]]

    def reaches(self, module: Path, function: str) -> bool:
        """Return whether it calls a function, or one that this function made; without a name, any of the module."""
        ours = [name for file, name in self.reached if file == str(module)]
        return any(not function or name == function or name.startswith(f"{function}.<locals>.") for name in ours)


class Trials:
    """The trials of all mutants of some modules.

    Args:
        modules: Paths of the modules.
        tell: Takes each module with its results: every mutant with "killed", "too long", "survived" or "not reached".
        noticed: Returns the mutants of a module that count as killed without a trial, as function and change.
    """

    def __init__(
        self,
        modules: Sequence[Path],
        tell: Callable[[Path, list[tuple[Mutant, str]]], None],
        noticed: Callable[[Path], Collection[tuple[str, str]]],
    ) -> None:
        self._modules = modules
        self._tell = tell
        self._noticed = noticed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant, in place of the run of all tests."""
        files = {str(module) for module in self._modules}
        functions = {file: _functions_in(file) for file in files}
        gc.collect()
        gc.freeze()  # a collection in a fork would copy the memory of this process
        known = {item: _known(item, files) for item in session.items}
        left_out = [item.nodeid for item, what in known.items() if what is None]
        print(f"{len(session.items)} tests, {len(left_out)} left out: too slow, or they fail", *left_out, sep="\n  ")
        for module in self._modules:
            noticed, made = self._noticed(module), made_at_import(module)
            results: list[tuple[Mutant, str]] = []
            for mutant in mutants_of(module):
                if (mutant.function, mutant.change) in noticed:
                    results.append((mutant, "killed"))
                    continue
                # What a module made when it was imported, any of its functions may use.
                name = "" if made else mutant.function
                reaching = {item: what.seconds for item, what in known.items() if what and what.reaches(module, name)}
                results.append((mutant, _tried(mutant, functions[str(module)], made, reaching)))
            self._tell(module, results)
        return True


def _known(item: pytest.Item, files: set[str]) -> _Known | None:
    """Return what a test does; None if it fails or takes too long."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        reached: set[tuple[str, str]] = set()

        def met(code: CodeType, _: int) -> object:
            if code.co_filename in files:
                reached.add((code.co_filename, code.co_qualname))
            return sys.monitoring.DISABLE

        sys.monitoring.use_tool_id(_TOOL, "trials")
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.PY_START, met)
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.PY_START)
        began = time.process_time()
        passed = _passes({item: _SLOWEST})
        seconds = time.process_time() - began
        with os.fdopen(write, "w") as pipe:
            json.dump({"passed": passed, "seconds": seconds, "reached": sorted(reached)}, pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    result: dict[str, Any] = json.loads(text) if text else {"passed": False}
    if not result["passed"] or result["seconds"] > _SLOWEST:
        return None
    return _Known(result["seconds"], frozenset((file, name) for file, name in result["reached"]))


def _tried(
    mutant: Mutant,
    functions: Mapping[str, Sequence[FunctionType]],
    made: CodeType | None,
    reaching: dict[pytest.Item, float],
) -> str:
    """Return what the tests say of a mutant.

    Args:
        mutant: The mutant.
        functions: The functions of its module by their qualified names.
        made: The code that makes again what the module made with its own functions when it was imported.
        reaching: The tests that reach the function, with the seconds that each takes.
    """
    if not reaching or mutant.function not in functions:
        return "not reached"
    # The quick tests first: most mutants need no other.
    quick_first = dict(sorted(reaching.items(), key=lambda each: each[1]))
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        sys.setrecursionlimit(1000)
        _replace(mutant, functions)
        try:
            if made is not None:
                exec(made, vars(sys.modules[functions[mutant.function][0].__module__]))  # noqa: S102 - our own module
        except BaseException:  # noqa: BLE001 - it cannot even be imported
            os._exit(1)
        os._exit(0 if _passes(quick_first) else 1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "too long"
    return "killed" if os.WEXITSTATUS(status) else "survived"


def _replace(mutant: Mutant, functions: Mapping[str, Sequence[FunctionType]]) -> None:
    """Give the function of a mutant, and those that it has made so far, the mutant's code."""
    for function in functions[mutant.function]:
        function.__code__ = mutant.code
    waiting = [mutant.code]
    for code in waiting:
        waiting += [inside for inside in code.co_consts if isinstance(inside, CodeType)]
        for function in functions.get(code.co_qualname, ()) if code is not mutant.code else ():
            now = function.__code__
            if (now.co_firstlineno, now.co_freevars) == (code.co_firstlineno, code.co_freevars):
                function.__code__ = code


def _passes(items: Mapping[pytest.Item, float]) -> bool:
    """Return whether some tests pass; the first that fails ends it.

    Args:
        items: The tests, with the seconds that each should take. One that takes several times as long, as with a mutant
            that never ends, ends this process.
    """
    for item, following in zip(items, [*islice(items, 1, None), None], strict=True):
        longest = ceil(time.process_time() + 0.5 + 4 * items[item])
        resource.setrlimit(resource.RLIMIT_CPU, (longest, resource.RLIM_INFINITY))
        try:
            reports = runtestprotocol(item, log=False, nextitem=following)
        except BaseException:  # noqa: BLE001 - whatever a mutant does to pytest itself is noticed, too
            return False
        if any(report.failed for report in reports):
            return False
    return True


def _functions_in(file: str) -> dict[str, list[FunctionType]]:
    """Return the functions of a module by their qualified names, wherever a decorator keeps them."""
    found: dict[str, list[FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == file:
            found.setdefault(each.__code__.co_qualname, []).append(each)
    return found
