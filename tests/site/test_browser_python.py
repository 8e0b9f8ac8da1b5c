"""The modules in the place of Python's own, in the page: what the engine and Pyodide ask of them is the same."""

from __future__ import annotations

import dataclasses
import importlib.util
import sys
import types
import typing
from types import ModuleType
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.paths import ROOT

FOLDER = ROOT / "scripts" / "runtime" / "stand_ins"

VALUES = """
from __future__ import annotations

@dataclass(frozen=True, slots=True)
class Place:
    \"\"\"A place.\"\"\"

    name: str
    height: int = 0
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return f"{self.name}, {self.height} m"
"""


def in_the_page(name: str) -> ModuleType:
    """Return one of the site's modules, without making it the one that everybody imports."""
    spec = importlib.util.spec_from_file_location(f"of_the_site_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def place_made_with(module: ModuleType) -> type[Any]:
    """Return a class of values, made with one of the two."""
    names = {"dataclass": module.dataclass, "field": module.field, "__name__": __name__}
    exec(VALUES, names)  # noqa: S102 - the text above
    return cast("type[Any]", names["Place"])


OURS = in_the_page("dataclasses")
PLACE, STANDARD = place_made_with(OURS), place_made_with(dataclasses)

values = st.one_of(
    st.tuples(st.text(max_size=3)),
    st.tuples(st.text(max_size=3), st.integers(0, 2)),
    st.tuples(st.text(max_size=3), st.integers(0, 2), st.dictionaries(st.text(max_size=1), st.text(max_size=1))),
)


class TestDataclasses:
    @given(values, values)
    def test_values_are_equal_and_written_as_with_pythons_own(
        self, one: tuple[object, ...], other: tuple[object, ...]
    ) -> None:
        assert (PLACE(*one) == PLACE(*other)) == (STANDARD(*one) == STANDARD(*other))
        assert repr(PLACE(*one)) == repr(STANDARD(*one))
        assert PLACE(*one).label == STANDARD(*one).label

    def test_arguments_may_be_named(self) -> None:
        assert PLACE(height=3, name="Hill") == PLACE("Hill", 3)

    def test_each_instance_has_a_default_of_its_own(self) -> None:
        assert PLACE("a").notes == {}
        assert PLACE("a").notes is not PLACE("a").notes

    def test_what_can_be_hashed_is_hashed_by_its_fields(self) -> None:
        assert len({PLACE("a", 1, None), PLACE("a", 1, None), PLACE("a", 2, None)}) == 2
        with pytest.raises(TypeError, match="unhashable"):
            hash(PLACE("a"))

    @pytest.mark.parametrize(
        ("positional", "named"), [((), {}), (("a", 1, {}, 2), {}), (("a",), {"name": "b"}), (("a",), {"depth": 1})]
    )
    def test_wrong_arguments_are_refused(self, positional: tuple[object, ...], named: dict[str, object]) -> None:
        for kind in (PLACE, STANDARD):
            with pytest.raises(TypeError, match="Place"):
                kind(*positional, **named)

    def test_nothing_can_be_set_or_deleted(self) -> None:
        place = PLACE("a")

        for name in ("name", "depth"):
            with pytest.raises(OURS.FrozenInstanceError, match=name):
                setattr(place, name, "b")
        with pytest.raises(OURS.FrozenInstanceError, match="name"):
            del place.name
        assert not hasattr(place, "__dict__")

    def test_another_class_with_the_same_fields_is_not_equal(self) -> None:
        assert PLACE("a") != place_made_with(OURS)("a")

    @pytest.mark.parametrize("how", [{"frozen": False, "slots": True}, {"frozen": True, "slots": False}])
    def test_other_kinds_are_refused(self, how: dict[str, bool]) -> None:
        with pytest.raises(TypeError, match="frozen and have slots"):
            OURS.dataclass(**how)

    def test_a_match_statement_takes_the_fields_in_order(self) -> None:
        assert PLACE.__match_args__ == STANDARD.__match_args__


class TestTyping:
    def test_every_name_is_one_of_typings_own(self) -> None:
        ours = in_the_page("typing")

        assert set(ours.__all__) <= set(typing.__all__)
        assert all(hasattr(ours, name) for name in ours.__all__)

    def test_forms_may_be_joined_and_subscripted(self) -> None:
        ours = in_the_page("typing")

        assert ours.Literal["a"] | None
        assert None | ours.Any
        assert ours.cast("int", "a") == "a"

    def test_a_typed_dictionary_is_a_dictionary(self) -> None:
        ours = in_the_page("typing")

        sizes = types.new_class("Sizes", (ours.TypedDict,), {"total": False})

        assert sizes(width=3) == {"width": 3}


class TestInspect:
    def test_only_coroutines_have_to_be_awaited(self) -> None:
        async def waits() -> None: ...

        asks = in_the_page("inspect").iscoroutinefunction

        assert asks(waits)
        assert not asks(in_the_page)
        assert not asks(len)


class TestEvaluation:
    """Pyodide's start runs three lines, each a statement and then an expression."""

    @pytest.mark.parametrize(
        ("source", "value"), [("{}", {}), ("import sys; sys", sys), ("import math; math.__dict__['pi']", 3.14159)]
    )
    def test_the_last_expression_is_the_value(self, source: str, value: object) -> None:
        found = in_the_page("_pyodide/_base").eval_code(source)

        assert found == (pytest.approx(value) if isinstance(value, float) else value)

    def test_names_last_where_they_were_given(self) -> None:
        names: dict[str, object] = {}
        run = in_the_page("_pyodide/_base").eval_code
        run("import math; math", names)

        assert run("math.floor(2.5)", names) == 2
