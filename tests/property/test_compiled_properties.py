"""What the reader of compiled trees takes can be followed: anything else is refused, with its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from jsonschema import Draft202012Validator

from fingerpost.reference.compiled_schema import compiled_schema
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.format import TREE
from fingerpost.tree.shape import REFERENCES, Entries, Items, Kind, Record
from made_up import SUPPER
from spoilt_trees import ODD, Json, Keys, changed, places, refusal, whole

VALIDATOR = Draft202012Validator(compiled_schema())


def test_every_field_is_there_to_be_spoilt() -> None:
    assert set(whole()) == {field.name for field in TREE.fields if not field.lists_own_texts}
    assert refusal(whole()) == ""


def kinds_wrong(data: Json) -> list[str]:
    """Return what the schema finds, but for further fields: a later engine may have written them."""
    return [error.message for error in VALIDATOR.iter_errors(data) if error.validator != "additionalProperties"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_a_value_of_another_kind_is_refused_as_the_published_schema_refuses_it(odd: object) -> None:
    refused = 0
    for keys in places(whole()):
        spoilt = changed(whole(), keys, lambda _: odd)
        why = refusal(spoilt)
        refused += why != ""
        assert why or odd is None or not kinds_wrong(spoilt), keys
    assert refused


def test_the_place_and_what_it_needs_are_named() -> None:
    keys = ("questions", "hungry", "answers", "yes", "go")

    assert refusal(changed(to_json(SUPPER), keys, lambda _: 7)) == (
        "not a compiled tree: questions/hungry/answers/yes/go needs the id of a question or an outcome"
    )
    assert refusal(to_json(SUPPER) | {"format": 2}) == (
        "not a compiled tree: format needs 1, the format that this engine reads"
    )


def references(data: Json, record: Record = TREE, keys: Keys = ()) -> Iterator[tuple[Keys, bool]]:
    """Yield the keys that lead to each id that names another part, and whether it is itself a key."""
    for field in record.fields:
        here = (*keys, field.name)
        value = data.get(field.name)
        match field.kind:
            case Record() as inner if value is not None:
                yield from references(value, inner, here)
            case Entries(value=of, keys=names) if value is not None:
                for key, part in value.items():
                    if isinstance(names, Kind):
                        yield (*here, key), True
                    if isinstance(of, Record):
                        yield from references(part, of, (*here, key))
                    elif of in REFERENCES:
                        yield (*here, key), False
            case Items(value=of) if value is not None and of in REFERENCES:
                yield from (((*here, number), False) for number in range(len(value)))
            case Kind() as kind if value is not None and kind in REFERENCES:
                yield here, False
            case _:
                pass


def test_an_id_that_names_nothing_is_refused() -> None:
    tried = 0
    for keys, is_key in references(whole()):
        if is_key:
            renamed = lambda parts, old=keys[-1]: {("gone" if key == old else key): part for key, part in parts.items()}  # noqa: E731
            spoilt = changed(whole(), keys[:-1], renamed)
        else:
            spoilt = changed(whole(), keys, lambda _: "gone")
        tried += 1
        assert "names 'gone', which is not there" in refusal(spoilt), keys
    assert tried > 20


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda data: data["questions"]["cook"]["answers"]["yes"].update(go="hungry"), "lead back to themselves"),
        (lambda data: data.update(start="soup"), "start names 'soup'"),
        (lambda data: data["outcomes"].update(cook={"title": "Cook"}), "have the same id"),
        (lambda data: data["questions"]["cook"]["answers"].pop("yes"), "needs 2 entries or more"),
        (lambda data: data.update(renamed={"answers": {"gone/a": "yes"}}), "names 'gone'"),
    ],
    ids=["cycle", "start", "same-id", "one-answer", "renamed"],
)
def test_a_tree_that_leads_nowhere_is_refused(spoil: Callable[[Json], object], why: str) -> None:
    data = json.loads(json.dumps(to_json(SUPPER)))
    spoil(data)

    assert why in refusal(data)
