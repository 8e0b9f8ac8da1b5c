"""Replaces `dataclasses`: supports only frozen classes with slots, the only kind in the engine.

Python's own generates source text for each class and compiles it, and imports inspect, ast and tokenize for that.

Saves 52% of a start and 203 KB (`tests/benchmarks/stand_ins.py`). Without it, Python's dataclasses needs more of
`inspect` and `typing` than the stand-ins have, so Python's own are needed. Because of it, the engine may use only
frozen classes with slots. It can go when Python's own makes classes without compiling source text for each.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["FrozenInstanceError", "dataclass", "field"]


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance can't be set."""


_MISSING = object()


class _Made:
    """The default of a field that is created for each instance."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], object]) -> _Made:
    """Return the default of a field, created for each instance that is given no value."""
    return _Made(default_factory)


def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """Make a class of immutable values, which are equal if their fields are.

    Raises:
        TypeError: Another kind is requested.
    """
    if not (frozen and slots):
        raise TypeError("the site's Python has only dataclasses that are frozen and have slots")
    return _with_fields


def _with_fields(plain: type) -> type:
    names = tuple(plain.__annotations__)
    body = {name: value for name, value in vars(plain).items() if name not in {*names, "__dict__", "__weakref__"}}
    fields: list[tuple[str, Callable[[object, object], None], object]] = []

    def fill(self: object, *values: object, **named: object) -> None:
        for (_, put, _), value in zip(fields, values, strict=False):
            put(self, value)
        for name, put, default in fields[len(values) :]:
            value = named.pop(name, default)
            if value is _MISSING:
                raise TypeError(f"{plain.__qualname__}() lacks the argument '{name}'")
            put(self, value.make() if isinstance(value, _Made) else value)
        if named or len(values) > len(fields):
            raise TypeError(f"{plain.__qualname__}() was given too many arguments")

    def values_of(instance: object) -> tuple[object, ...]:
        return tuple([getattr(instance, name) for name in names])

    def equals(self: object, other: object) -> bool:
        return values_of(self) == values_of(other) if type(other) is type(self) else NotImplemented

    def digest(self: object) -> int:
        return hash(values_of(self))

    def text(self: object) -> str:
        fields = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({fields})"

    def refuse_to_set(_self: object, name: str, _value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def refuse_to_delete(_self: object, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    body |= {"__init__": fill, "__eq__": equals, "__hash__": digest, "__repr__": text}
    body |= {"__setattr__": refuse_to_set, "__delattr__": refuse_to_delete}
    body |= {"__slots__": names, "__match_args__": names}
    finished = type(plain)(plain.__name__, plain.__bases__, body)
    finished.__qualname__ = plain.__qualname__
    fields += [(name, vars(finished)[name].__set__, vars(plain).get(name, _MISSING)) for name in names]
    return finished
