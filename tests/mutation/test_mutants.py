"""The changes that are tried: in every function, whatever decorates it, and in nothing but functions."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FunctionType

sys.path.insert(0, str(Path(__file__).parent))

from mutants import made_at_import, mutants_of

MODULE = '''
from functools import cached_property

LIMIT = 3


def twice(number: int, by: int = 2) -> int:
    """Return it."""
    return number * by


class Box:
    size: int = 1

    @cached_property
    def big(self) -> bool:
        return self.size > LIMIT and self.size > LIMIT
'''


def test_every_function_is_changed_also_one_with_a_decorator(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(MODULE, encoding="utf-8")

    mutants = list(mutants_of(module))

    changes = {(mutant.function, mutant.change) for mutant in mutants}
    assert {name for name, _ in changes} == {"twice", "Box.big"}
    assert ("twice", "return number * by -> return number / by") in changes
    line = "return self.size > LIMIT and self.size > LIMIT"
    assert ("Box.big", f"{line} -> return self.size > LIMIT or self.size > LIMIT") in changes
    assert ("Box.big", f"{line} -> return self.size >= LIMIT and self.size > LIMIT") in changes
    assert ("Box.big", f"{line} -> return self.size > LIMIT and self.size >= LIMIT") in changes
    assert len(changes) == len(mutants)


def test_a_function_does_what_the_change_says(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(MODULE, encoding="utf-8")

    (mutant,) = (mutant for mutant in mutants_of(module) if mutant.change.endswith("number / by"))

    assert FunctionType(mutant.code, {})(6, 3) == 2


def test_what_a_module_made_with_its_own_functions_is_made_again(tmp_path: Path) -> None:
    """Nothing else is: a class that was made twice would be another one."""
    module = tmp_path / "module.py"
    module.write_text(f"{MODULE}\nFOUR: int = twice(2)\nNINE = [max(twice(4), 9)]\n", encoding="utf-8")
    made = made_at_import(module)
    assert made is not None
    names: dict[str, object] = {"twice": lambda number: number * 10}

    exec(made, names)  # noqa: S102 - made here

    assert (names["FOUR"], names["NINE"]) == (20, [40])
    assert not {"LIMIT", "Box"} & names.keys()
    module.write_text(MODULE, encoding="utf-8")
    assert made_at_import(module) is None
