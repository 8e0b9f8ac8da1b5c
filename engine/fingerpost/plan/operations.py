"""The changes to a plan, each with the operations that take it back.

An operation is plain data, as the page sends it: `{"op": "move", "id": "k3", "to": 0}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from fingerpost.plan.merge import MARKS, TooManyNeedsError, merge
from fingerpost.plan.model import LONGEST, MOST_ENTRIES, MOST_NEEDS, TEXTS, Need, Plan
from fingerpost.plan.need_ids import as_id
from fingerpost.plan.opening import open_plan
from fingerpost.plan.reading import PlanFormatError
from fingerpost.plan.reading_needs import read_need
from fingerpost.plan.writing import need_as_json
from fingerpost.record.notes import Confirmation
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree

type Operation = Mapping[str, Any]


class OperationError(ValueError):
    """An operation is not in the form that this module understands; the message is for whoever wrote the page."""


class _Refused(Exception):  # noqa: N818 - no error: the plan stays as it is, and the reader is told why
    """An operation that a plan does not take; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Done:
    """A plan after some operations.

    Attributes:
        plan: The plan.
        undo: The operations that take them back, in the order to do them.
        said: A sentence on what the last of them did; empty if nothing changed.
        trouble: A sentence for each operation, or part of one, that was not done.
    """

    plan: Plan
    undo: tuple[Operation, ...] = ()
    said: str = ""
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    """What every operation gets besides the plan: the tree, the time, and where to say what was left out."""

    tree: Tree
    now: int
    trouble: list[str]


def do_all(tree: Tree, plan: Plan, operations: Iterable[Operation], now: int) -> Done:
    """Return a plan after operations, one after the other; those that it does not take change nothing.

    Args:
        tree: The tree of the plan.
        plan: The plan.
        operations: The operations.
        now: The time, in milliseconds since 1970.

    Raises:
        OperationError: An operation is unknown or lacks a part.
    """
    undo: list[Operation] = []
    said = ""
    context = _Context(tree, now, [])
    for operation in operations:
        name = operation.get("op")
        how = _OPERATIONS.get(name) if isinstance(name, str) else None
        if how is None:
            raise OperationError(f"there is no operation {name!r}; there are {', '.join(_OPERATIONS)}")
        try:
            plan, back, said = how(plan, operation, context)
            undo = [*back, *undo]
        except _Refused as refusal:
            context.trouble.append(str(refusal))
    return Done(plan, tuple(undo), said, tuple(context.trouble))


type _Step = tuple[Plan, list[Operation], str]


def _add(plan: Plan, operation: Operation, context: _Context) -> _Step:
    need = _need_of(operation, context)
    if plan.position(need.id) is not None:
        raise _Refused(say("plan-already"))
    _refuse_beyond(len(plan.needs) + 1)
    at = operation.get("at")
    place = _within(at, len(plan.needs)) if isinstance(at, int) else len(plan.needs)
    # Whoever takes back a removal gives the time; a new need has none yet.
    need = need if need.changed else need.with_values(changed=context.now)
    needs = (*plan.needs[:place], need, *plan.needs[place:])
    return plan.with_needs(needs), [{"op": "remove", "id": need.id}], say("plan-added")


def _replace(plan: Plan, operation: Operation, context: _Context) -> _Step:
    need = _need_of(operation, context).with_values(changed=context.now)
    place = plan.position(need.id)
    if place is None:
        # It was removed in the meantime, and what the reader saves must not get lost.
        return _add(plan, operation, context)
    back = {"op": "replace", "need": need_as_json(plan.needs[place])}
    return _with(plan, place, need), [back], say("plan-saved")


def _change(plan: Plan, operation: Operation, context: _Context) -> _Step:
    place, name = _place_of(plan, operation), _word_of(operation, "field")
    if name not in TEXTS:
        raise OperationError(f"a need has no field {name!r}; it has {', '.join(TEXTS)}")
    value = _text_of(operation, f"plan-{name}")
    need = plan.needs[place]
    back = {"op": "change", "id": need.id, "field": name, "value": need.text(name)}
    changed = need.with_text(name, value).with_values(changed=context.now)
    return _with(plan, place, changed), [back], say("plan-changed")


def _tick(plan: Plan, operation: Operation, context: _Context) -> _Step:
    place = _place_of(plan, operation)
    need = plan.needs[place]
    ticked = operation.get("value")
    if not isinstance(ticked, bool):
        raise OperationError("the value of a tick is true or false")
    if "step" in operation:
        step = _word_of(operation, "step")
        others = tuple([name for name in need.steps if name != step])
        _refuse_entries(others, step)
        back = {"op": "tick", "id": need.id, "step": step, "value": step in need.steps}
        changed = need.with_values(steps=tuple(sorted((*others, step))) if ticked else others)
    else:
        name = _word_of(operation, "confirmation")
        noted = need.confirmations.get(name, Confirmation())
        back = {"op": "tick", "id": need.id, "confirmation": name, "value": noted.confirmed}
        changed = _with_note(need, name, Confirmation(ticked, noted.note))
    words = say("plan-ticked" if ticked else "plan-not-ticked")
    return _with(plan, place, changed.with_values(changed=context.now)), [back], words


def _note(plan: Plan, operation: Operation, context: _Context) -> _Step:
    place, name = _place_of(plan, operation), _word_of(operation, "confirmation")
    need = plan.needs[place]
    noted = need.confirmations.get(name, Confirmation())
    changed = _with_note(need, name, Confirmation(noted.confirmed, _text_of(operation, "plan-note")))
    back = {"op": "note", "id": need.id, "confirmation": name, "value": noted.note}
    return _with(plan, place, changed.with_values(changed=context.now)), [back], say("plan-changed")


def _move(plan: Plan, operation: Operation, _: _Context) -> _Step:
    place, to = _place_of(plan, operation), operation.get("to")
    if not isinstance(to, int):
        raise OperationError("a move has the number of a place")
    need = plan.needs[place]
    others = (*plan.needs[:place], *plan.needs[place + 1 :])
    to = _within(to, len(others))
    back = {"op": "move", "id": need.id, "to": place}
    moved = plan.with_needs((*others[:to], need, *others[to:]))
    return moved, [back], say("plan-moved", place=to + 1, count=len(plan.needs))


def _duplicate(plan: Plan, operation: Operation, context: _Context) -> _Step:
    place, name = _place_of(plan, operation), as_id(operation.get("as"))
    if not name or plan.position(name) is not None:
        raise OperationError("a duplicate needs an id of its own")
    _refuse_beyond(len(plan.needs) + 1)
    need = plan.needs[place].with_values(id=name, changed=context.now)
    needs = (*plan.needs[: place + 1], need, *plan.needs[place + 1 :])
    return plan.with_needs(needs), [{"op": "remove", "id": name}], say("plan-duplicated", number=place + 2)


def _remove(plan: Plan, operation: Operation, _: _Context) -> _Step:
    place = _place_of(plan, operation)
    need = plan.needs[place]
    back = {"op": "add", "need": need_as_json(need), "at": place}
    return plan.with_needs((*plan.needs[:place], *plan.needs[place + 1 :])), [back], say("plan-removed")


def _merge(plan: Plan, operation: Operation, context: _Context) -> _Step:
    text = _word_of(operation, "plan")
    try:
        theirs, mark = open_plan(context.tree, text)
    except PlanFormatError as fault:
        raise _Refused(str(fault)) from None
    mark = MARKS[0] if operation.get("from") == "link" else MARKS[1] if operation.get("from") == "file" else mark
    context.trouble.extend(theirs.left_out)
    try:
        merged = merge(plan, theirs.plan, mark)
    except TooManyNeedsError:
        raise _Refused(say("plan-merge-too-many", most=MOST_NEEDS)) from None
    back = {"op": "unmerge", "ids": list(merged.added), "title": plan.title}
    count = len(merged.added)
    words = say("plan-merged-one") if count == 1 else say("plan-merged", count=count) if count else say("plan-no-news")
    return merged.plan, [back], words + (f" {say('plan-merged-twice')}" if merged.renamed else "")


def _unmerge(plan: Plan, operation: Operation, _: _Context) -> _Step:
    ids, title = operation.get("ids"), operation.get("title")
    if not isinstance(ids, list) or not isinstance(title, str):
        raise OperationError("an unmerge has the ids of needs and a title")
    gone = {name for name in cast("list[object]", ids) if isinstance(name, str)}
    back: list[Operation] = [
        {"op": "add", "need": need_as_json(need), "at": place}
        for place, need in enumerate(plan.needs)
        if need.id in gone
    ]
    back.append({"op": "title", "value": plan.title})
    left = plan.with_needs(tuple([need for need in plan.needs if need.id not in gone]))
    return left.with_title(title), back, say("plan-unmerged")


def _title(plan: Plan, operation: Operation, _: _Context) -> _Step:
    value = _text_of(operation, "plan-title")
    return plan.with_title(value), [{"op": "title", "value": plan.title}], say("plan-changed")


# ---- The parts of an operation


def _need_of(operation: Operation, context: _Context) -> Need:
    need = read_need(operation.get("need"), say("plan-this-need"), context.trouble)
    if need is None or not need.id:
        raise OperationError("the need has no id of letters and digits")
    return need


def _place_of(plan: Plan, operation: Operation) -> int:
    place = plan.position(_word_of(operation, "id"))
    if place is None:
        raise _Refused(say("plan-gone"))
    return place


def _word_of(operation: Operation, name: str) -> str:
    value = operation.get(name)
    if not isinstance(value, str):
        raise OperationError(f"the operation lacks '{name}'")
    return value


def _text_of(operation: Operation, field: str) -> str:
    value = _word_of(operation, "value")
    if len(value) > LONGEST:
        raise _Refused(say("plan-too-long", field=say(field), most=f"{LONGEST:,}"))
    return value


def _refuse_beyond(count: int) -> None:
    if count > MOST_NEEDS:
        raise _Refused(say("plan-too-many", most=MOST_NEEDS))


def _refuse_entries(present: Iterable[str], name: str) -> None:
    if len({*present, name}) > MOST_ENTRIES:
        raise OperationError("a need has no more entries than that")


def _within(number: int, most: int) -> int:
    return max(0, min(number, most))


def _with(plan: Plan, place: int, need: Need) -> Plan:
    return plan.with_needs((*plan.needs[:place], need, *plan.needs[place + 1 :]))


def _with_note(need: Need, name: str, noted: Confirmation) -> Need:
    _refuse_entries(need.confirmations, name)
    entries = {**need.confirmations, name: noted}
    kept = {key: value for key, value in entries.items() if value != Confirmation()}
    return need.with_values(confirmations=kept)


_OPERATIONS: Final[Mapping[str, Callable[[Plan, Operation, _Context], _Step]]] = {
    "add": _add,
    "replace": _replace,
    "change": _change,
    "tick": _tick,
    "note": _note,
    "move": _move,
    "duplicate": _duplicate,
    "remove": _remove,
    "merge": _merge,
    "unmerge": _unmerge,
    "title": _title,
}
