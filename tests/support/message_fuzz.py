"""Fuzzes the door with messages made from good ones: other values, other bytes, packed plans that grow without end.

Usage: .venv/bin/python tests/support/message_fuzz.py FIRST_SEED SEEDS. Each seed is a fixed number of messages, the
same every time. What was run is recorded in tests/property/fuzz-seeds.md.
"""

from __future__ import annotations

import base64
import json
import random
import sys
import time
import zlib
from copy import deepcopy
from typing import Any

from fingerpost.answers.link import plan_text
from fingerpost.door import call
from fingerpost.plan.link import plan_link
from fingerpost.plan.writing import text_of
from fingerpost.record.forms import FORMS
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.tree.compiled_writer import to_json
from fuzz_bounds import Bounds
from link_fuzz import links
from plans import MEALS, OPEN, SOUP, TOAST, need, plan_of
from states import record_of

MESSAGES = 500
"""The number of messages for each seed."""

type Message = tuple[str, str]
"""A method and its payload."""

_TREE = to_json(MEALS)
_PLAN = text_of(
    plan_of(
        need("a", "Eat well", SOUP, confirmations={"clean": Confirmation(True, "Ann looked.")}, steps=("buy",)),
        need("b", "Eat soon", TOAST, information="peas"),
        need("c", "Ask", OPEN),
        title="Lunch",
    )
)
_LINK = plan_link(plan_of(need("a", "Eat well", SOUP), title="Lunch"))
_NOTES: dict[str, Any] = {
    "need": "Soup for two",
    "confirmations": {"clean": {"confirmed": True, "note": "Ann looked."}},
    "evidence": {"hungry": {"who": "Bo", "when": "May"}},
    "steps": {"buy": True},
}
_RECORD = json.dumps(
    record_of(MEALS, {"hungry": "yes", "cook": "yes"}, Notes("Soup", {"clean": Confirmation(True, "x")}))
)
_OPERATIONS: list[dict[str, Any]] = [
    {"op": "add", "need": {"id": "k9", "need": "Drink", "link": SOUP}, "at": 0},
    {"op": "replace", "need": {"id": "a", "need": "Eat"}},
    {"op": "change", "id": "a", "field": "information", "value": "leeks"},
    {"op": "tick", "id": "a", "confirmation": "warm", "value": True},
    {"op": "tick", "id": "a", "step": "buy", "value": False},
    {"op": "note", "id": "a", "confirmation": "warm", "value": "It is."},
    {"op": "move", "id": "c", "to": 0},
    {"op": "duplicate", "id": "b", "as": "k8"},
    {"op": "remove", "id": "b"},
    {"op": "merge", "plan": _PLAN, "from": "file"},
    {"op": "merge", "plan": _LINK, "from": "link"},
    {"op": "unmerge", "ids": ["a"], "title": "Before"},
    {"op": "title", "value": "After"},
]
_GOOD: list[tuple[str, dict[str, Any]]] = [
    ("load", {"tree": _TREE, "pages": {"soup": "../soup/"}, "tree_page": "../tree/", "plan_page": "../plan/"}),
    ("view", {"tree": MEALS.id, "link": SOUP, "date": "2026-05-01"}),
    ("view", {"tree": MEALS.id, "link": OPEN}),
    ("preview", {"tree": MEALS.id, "link": OPEN}),
    ("hand_over", {"tree": MEALS.id, "link": "supper?hungry=unsure", "notes": _NOTES}),
    ("send_back", {"tree": MEALS.id, "link": SOUP, "evidence": {"who": "Bo", "when": "May"}}),
    (
        "record",
        {
            "tree": MEALS.id,
            "link": SOUP,
            "notes": _NOTES,
            "address": "https://example.org/a/",
            "date": "2026-05-01",
            "forms": list(FORMS),
        },
    ),
    ("reopen", {"tree": MEALS.id, "text": _RECORD}),
    ("plan", {"tree": MEALS.id, "plan": _PLAN, "do": _OPERATIONS, "known": {"a": "1"}, "now": 1_000}),
    ("plan_link", {"tree": MEALS.id, "plan": _PLAN}),
    ("plan_open", {"tree": MEALS.id, "text": _LINK}),
    ("plan_open", {"tree": MEALS.id, "text": _PLAN}),
    (
        "plan_forms",
        {
            "tree": MEALS.id,
            "plan": _PLAN,
            "date": "2026-05-01",
            "address": "https://example.org/p/",
            "forms": ["markdown", "html", "json", "csv", "svg", "print"],
        },
    ),
]
_TEXTS_WITHIN = {"reopen": "text", "plan": "plan", "plan_link": "plan", "plan_open": "text", "plan_forms": "plan"}
"""The parameter of a method that is JSON itself."""

_VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 1.5, 1e308, 2**53, 10**400, "", "a", "unsure", "supper", "hungry", "soup", "k1"),
    *("\x00\x1b\ud800\u202e", "x" * 5_000, "supper?hungry=yes", "javascript:alert(1)", "<script>", "=1+1", "gone"),
    *([], ["a"], [[]], [None], {}, {"a": 1}, {"plain": "a"}, {"plain": "a", "html": "<b>"}, {"ours": "a"}, ["a"] * 600),
    *({"who": "a", "when": "b"}, {"confirmed": True, "note": "n"}, {str(n): True for n in range(600)}),
]
_PIECES = ["1" * 5_000, "NaN", "-Infinity", "1e999", "[" * 300, '{"a":' * 300, '"\\ud800"', ",", "}", '"', "\\", "\x00"]


def messages(seed: int, count: int = MESSAGES) -> list[Message]:
    """Return the messages of one seed."""
    chance = random.Random(seed)  # noqa: S311 - made to be repeated, not to be secret
    hostile = [text for _, text in links(seed, 40)]
    return [_message(chance, hostile) for _ in range(count)]


def check(method: str, payload: str) -> str:
    """Send one message, whatever it holds, and return the code of its error or an empty text.

    A tree that was loaded is used: what is accepted never fails later.

    Raises:
        AssertionError: The engine failed.
    """
    answer = _answer(method, payload)
    if method == "load" and "error" not in answer:
        _use(answer["tree"], json.loads(payload)["tree"])
    return answer.get("error", {}).get("code", "")


def _answer(method: str, payload: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(call(method, payload))
    assert answer.get("error", {}).get("code") != "engine-fault", answer["error"]["message"]
    return answer


def _use(tree: str, data: dict[str, Any]) -> None:
    """Call everything that a page calls for a tree: with no answer, with the first of each, and with none known."""
    first = "&".join(f"{name}={next(iter(part['answers']))}" for name, part in data["questions"].items())
    unsure = "&".join(f"{name}=unsure" for name in data["questions"])
    for link in ("", first, unsure, f"{unsure}&mode=hand-over"):
        shared = {"tree": tree, "link": link}
        notes = {"need": "n", "confirmations": {}}
        where = {"address": "https://example.org/", "date": "2026-05-01"}
        plan = {"op": "add", "need": {"id": "k1", "need": "n", "link": f"{tree}?{link}"}}
        for method, parameters in (
            ("view", shared),
            ("preview", shared),
            ("hand_over", shared | {"notes": notes}),
            ("record", shared | {"notes": notes} | where),
            ("plan", {"tree": tree, "plan": "", "do": [plan], "now": 1}),
        ):
            answer = _answer(method, json.dumps(parameters))
            assert "error" not in answer, (method, answer)
        forms = {"tree": tree, "plan": answer["plan"], **where, "forms": ["markdown", "html", "json", "csv", "svg"]}
        assert "error" not in _answer("plan_forms", json.dumps(forms))


def _message(chance: random.Random, hostile: list[str]) -> Message:
    method, good = chance.choice(_GOOD)
    parameters = deepcopy(good)
    kind = chance.randrange(10)
    if kind == 0 and "link" in parameters:
        parameters["link"] = chance.choice(hostile)
    elif kind == 1 and method == "plan_open":
        parameters["text"] = _packed(chance)
    elif kind <= 4 and method in _TEXTS_WITHIN and parameters[_TEXTS_WITHIN[method]].startswith("{"):
        name = _TEXTS_WITHIN[method]
        inner = json.loads(parameters[name])
        for _ in range(chance.choice((1, 1, 2, 5))):
            inner = _spoilt(chance, inner)
        parameters[name] = _torn(chance, json.dumps(inner)) if kind == 4 else json.dumps(inner)
    else:
        for _ in range(chance.choice((0, 1, 1, 2, 5))):
            parameters = _spoilt(chance, parameters)
    payload = json.dumps(parameters)
    return method, _torn(chance, payload) if chance.randrange(8) == 0 else payload


def _spoilt(chance: random.Random, data: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON with one value replaced, removed, renamed or repeated, somewhere."""
    holder: Any = None
    key: Any = None
    part = data
    while isinstance(part, dict | list) and part and (holder is None or chance.randrange(4)):
        holder = part
        key = chance.choice(list(part)) if isinstance(part, dict) else chance.randrange(len(part))
        part = part[key]
    if holder is None:
        return chance.choice(_VALUES)
    match chance.randrange(5), holder:
        case 0, _:
            del holder[key]
        case 1, dict():
            holder[str(chance.choice(("gone", "unsure", "a" * 300, "<b>", "", "soup", "hungry")))] = holder.pop(key)
        case 2, list():
            holder.append(deepcopy(part))
        case _:
            holder[key] = deepcopy(chance.choice(_VALUES))
    return data


def _torn(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    end = at + chance.choice((0, 1, 5, 50))
    return text[:at] + chance.choice((*_PIECES, "", text[at:end] * 3)) + text[end:]


def _packed(chance: random.Random) -> str:
    """Return a link to a plan: whole, with a bit changed, with another check sum, or with far more than it seems."""
    data = chance.choice(
        (_PLAN.encode(), b"[" * 100_000, b"\xff" * 100, b" " * chance.choice((1_000, 30_000_000)), b"")
    )
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = bytearray(zlib.crc32(data).to_bytes(4, "big") + packer.compress(data) + packer.flush())
    if chance.randrange(2):
        packed[chance.randrange(len(packed))] ^= 1 << chance.randrange(8)
    letters = base64.urlsafe_b64encode(packed[: chance.choice((None, 3, len(packed) // 2))]).decode().rstrip("=")
    return plan_text(MEALS.id, letters + chance.choice(("0", "", "00", "-")))


def begin() -> None:
    """Load the tree that the messages are about."""
    check("load", json.dumps({"tree": _TREE}))


def main(first: int, seeds: int) -> None:
    """Run some seeds, and print a line for the record."""
    began = time.process_time()
    begin()
    bounds = Bounds()
    answered = 0
    for seed in range(first, first + seeds):
        for number, (method, payload) in enumerate(messages(seed)):
            try:
                answered += bounds.measured(lambda method=method, payload=payload: check(method, payload)) == ""
            except BaseException:
                print(f"seed {seed}, message {number}: {method} {payload[:2_000]!r}", file=sys.stderr)
                raise
        bounds.check_growth()
        begin()
    minutes = (time.process_time() - began) / 60
    print(
        f"| messages | {first} to {first + seeds - 1} | {seeds * MESSAGES:,}, of which {answered:,} were answered "
        f"| {minutes:.1f} of processor time | {bounds.slowest:.2f} s | {bounds.growth:.0f} MB | none |"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
