"""The results of the last run, from which the next one knows what it need not try again."""

from __future__ import annotations

import sys
from pathlib import Path
from types import CodeType

import pytest

import fingerpost

sys.path.insert(0, str(Path(__file__).parent))

from last_results import LastResults
from mutants import Mutant

MODULE = Path(fingerpost.__file__).parent / "answers" / "ask_first.py"
RESULTS = {"a -> b": "killed", "a -> c": "too long", "a -> d": "survived", "a -> e": "not reached"}


def some_results() -> list[tuple[Mutant, str]]:
    code: CodeType = some_results.__code__
    return [(Mutant("ask_first", change, code), result) for change, result in RESULTS.items()]


def test_only_what_no_test_noticed_is_to_be_tried_again(tmp_path: Path) -> None:
    last = LastResults(tmp_path / "results")
    assert last.noticed(MODULE) == frozenset()

    last.write(MODULE, some_results())

    assert last.noticed(MODULE) == {("ask_first", "a -> b"), ("ask_first", "a -> c")}
    assert last.noticed(MODULE.with_name("state.py")) == frozenset()


def test_everything_is_once_the_module_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    last = LastResults(tmp_path)
    last.write(MODULE, some_results())

    monkeypatch.setattr(Path, "read_bytes", lambda _: b"another")

    assert last.noticed(MODULE) == frozenset()
