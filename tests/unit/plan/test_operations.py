"""The changes to a plan: what each does, what takes it back, and what a plan does not take."""

from __future__ import annotations

from typing import Any

import pytest

from fingerpost.plan.link import plan_link
from fingerpost.plan.model import LONGEST, MOST_ENTRIES, MOST_NEEDS, Need, Plan
from fingerpost.plan.operations import OperationError
from fingerpost.plan.writing import need_as_json, text_of
from fingerpost.record.notes import Confirmation
from plans import TEA, added, done, need, plan_of, untimed

THREE = plan_of(need("a", "See it"), need("b", "Book it"), need("c", "Tell them"))


def words(plan: Plan) -> list[str]:
    return [need.need for need in plan.needs]


def test_a_need_is_added_at_the_end() -> None:
    after = done(THREE, added(need("d", "Update it")))

    assert words(after.plan) == ["See it", "Book it", "Tell them", "Update it"]
    assert after.plan.needs[-1].changed == 1_700_000_000_000
    assert after.said == "Added to your plan."


def test_a_need_is_added_at_a_place() -> None:
    assert words(done(THREE, {**added(need("d", "Update it")), "at": 1}).plan)[1] == "Update it"


def test_a_need_that_the_plan_has_is_not_added_again() -> None:
    after = done(THREE, added(need("a", "Other")))

    assert after.plan == THREE
    assert after.trouble == ("This need is already in your plan.",)
    assert after.undo == ()


def test_a_saved_need_replaces_the_one_with_its_id() -> None:
    after = done(THREE, {"op": "replace", "need": need_as_json(need("b", "Book it", TEA))})

    assert [each.link for each in after.plan.needs][1] == TEA
    assert after.said == "Saved to your plan."


def test_a_saved_need_that_was_removed_in_another_tab_comes_back() -> None:
    after = done(THREE, {"op": "remove", "id": "b"}, {"op": "replace", "need": need_as_json(need("b", "Book it"))})

    assert words(after.plan) == ["See it", "Tell them", "Book it"]


@pytest.mark.parametrize("field", ["need", "information", "from", "to", "link"])
def test_each_text_can_be_changed(field: str) -> None:
    after = done(THREE, {"op": "change", "id": "b", "field": field, "value": "new"})

    assert need_as_json(after.plan.needs[1])[field] == "new"
    assert after.plan.needs[0] == THREE.needs[0]


def test_a_consideration_is_ticked_and_noted() -> None:
    tick = {"op": "tick", "id": "a", "confirmation": "clean", "value": True}
    note = {"op": "note", "id": "a", "confirmation": "clean", "value": "Ann looked."}

    assert done(THREE, tick, note).plan.needs[0].confirmations == {"clean": Confirmation(True, "Ann looked.")}


def test_a_step_is_ticked() -> None:
    assert done(THREE, {"op": "tick", "id": "a", "step": "buy", "value": True}).plan.needs[0].steps == ("buy",)


@pytest.mark.parametrize(("to", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (99, "abc"), (-1, "cab")])
def test_a_need_is_moved_to_a_place(to: int, order: str) -> None:
    assert "".join(each.id for each in done(THREE, {"op": "move", "id": "c", "to": to}).plan.needs) == order


def test_a_duplicate_stands_behind_its_original() -> None:
    after = done(THREE, {"op": "duplicate", "id": "a", "as": "d"})

    assert words(after.plan) == ["See it", "See it", "Book it", "Tell them"]
    assert after.said == "Duplicated as need 2."


@pytest.mark.parametrize(
    ("operation", "place"),
    [
        ({"op": "replace", "need": need_as_json(need("b", "Other", changed=5))}, 1),
        ({"op": "change", "id": "b", "field": "need", "value": "Other"}, 1),
        ({"op": "tick", "id": "b", "confirmation": "clean", "value": True}, 1),
        ({"op": "tick", "id": "b", "step": "buy", "value": True}, 1),
        ({"op": "note", "id": "b", "confirmation": "clean", "value": "Ann looked."}, 1),
        ({"op": "duplicate", "id": "b", "as": "e"}, 2),
    ],
)
def test_a_need_that_changes_has_the_time_of_its_change(operation: dict[str, Any], place: int) -> None:
    changed = [each.changed for each in done(THREE, operation).plan.needs]

    assert changed.pop(place) == 1_700_000_000_000
    assert set(changed) == {0}


def test_a_removed_need_that_comes_back_changed_when_it_did_before() -> None:
    removed = done(plan_of(need("a", "See it", changed=5)), {"op": "remove", "id": "a"})

    assert done(removed.plan, *removed.undo).plan.needs[0].changed == 5


def test_a_removed_need_comes_back_where_it_was() -> None:
    after = done(THREE, {"op": "remove", "id": "b"})

    assert words(after.plan) == ["See it", "Tell them"]
    assert untimed(done(after.plan, *after.undo).plan) == THREE


OPERATIONS: list[dict[str, Any]] = [
    added(need("d")),
    {"op": "replace", "need": need_as_json(need("b", "Other", TEA))},
    {"op": "change", "id": "a", "field": "from", "value": "GP system"},
    {"op": "tick", "id": "a", "confirmation": "clean", "value": True},
    {"op": "tick", "id": "a", "step": "buy", "value": True},
    {"op": "note", "id": "a", "confirmation": "clean", "value": "Ann looked."},
    {"op": "move", "id": "a", "to": 2},
    {"op": "duplicate", "id": "b", "as": "e"},
    {"op": "remove", "id": "b"},
    {"op": "merge", "plan": text_of(plan_of(need("a", "Theirs"), need("z"), title="Theirs")), "from": "link"},
    {"op": "title", "value": "Vaccination"},
]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each["op"])
def test_every_operation_can_be_taken_back_and_done_again(operation: dict[str, Any]) -> None:
    after = done(THREE, operation)
    before = done(after.plan, *after.undo)
    again = done(before.plan, *before.undo)

    assert after.plan != THREE
    assert untimed(before.plan) == THREE
    assert untimed(again.plan) == untimed(after.plan)


def test_operations_are_taken_back_together() -> None:
    operations = [each for each in OPERATIONS if each["op"] != "remove"]
    after = done(THREE, *operations)

    assert untimed(done(after.plan, *after.undo).plan) == THREE


def test_taking_back_keeps_what_another_tab_changed() -> None:
    removed = done(THREE, {"op": "remove", "id": "b"})
    elsewhere = done(
        removed.plan, {"op": "change", "id": "a", "field": "need", "value": "Look it up"}, added(need("d"))
    )

    assert words(done(elsewhere.plan, *removed.undo).plan) == ["Look it up", "Book it", "Tell them", ""]


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "change", "id": "x", "field": "need", "value": ""},
        {"op": "tick", "id": "x", "step": "buy", "value": True},
        {"op": "note", "id": "x", "confirmation": "clean", "value": ""},
        {"op": "move", "id": "x", "to": 0},
        {"op": "duplicate", "id": "x", "as": "y"},
        {"op": "remove", "id": "x"},
    ],
)
def test_a_need_that_is_gone_is_told(operation: dict[str, Any]) -> None:
    after = done(THREE, operation)

    assert after.plan == THREE
    assert after.trouble == ("This need is no longer in your plan.",)
    assert (after.undo, after.said) == ((), "")


@pytest.mark.parametrize(
    ("operation", "field"),
    [
        ({"op": "change", "id": "a", "field": "information"}, "information"),
        ({"op": "note", "id": "a", "confirmation": "clean"}, "note"),
        ({"op": "title"}, "name of the plan"),
    ],
)
def test_a_text_that_is_too_long_is_refused_and_nothing_is_cut(operation: dict[str, Any], field: str) -> None:
    after = done(THREE, {**operation, "value": "x" * (LONGEST + 1)})

    assert after.plan == THREE
    assert after.trouble == (f"The {field} can have at most 4,000 characters. It was not changed.",)


def test_no_plan_has_more_needs_than_it_may() -> None:
    full = plan_of(*(Need(f"k{number}") for number in range(MOST_NEEDS)))

    for operation in (added(need("d")), {"op": "duplicate", "id": "k1", "as": "d"}):
        after = done(full, operation)
        assert after.plan == full
        assert after.trouble == ("A plan has at most 500 needs, so this one was not added.",)
    after = done(full, {"op": "merge", "plan": text_of(THREE), "from": "file"})
    assert after.plan == full
    assert after.trouble == ("Together, the two plans have more than 500 needs. Nothing was added to your plan.",)


ALL = "add, replace, change, tick, note, move, duplicate, remove, merge, unmerge, title"


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ({}, f"there is no operation None; there are {ALL}"),
        ({"op": "fly"}, f"there is no operation 'fly'; there are {ALL}"),
        ({"op": ["add"]}, f"there is no operation ['add']; there are {ALL}"),
        ({"op": "add"}, "the need has no id of letters and digits"),
        ({"op": "add", "need": {"id": "A b"}}, "the need has no id of letters and digits"),
        (
            {"op": "change", "id": "a", "field": "id", "value": "b"},
            "a need has no field 'id'; it has need, information, from, to, link",
        ),
        ({"op": "change", "id": "a", "field": "need"}, "the operation lacks 'value'"),
        ({"op": "tick", "id": "a", "step": "buy", "value": "yes"}, "the value of a tick is true or false"),
        ({"op": "tick", "id": "a", "value": True}, "the operation lacks 'confirmation'"),
        ({"op": "move", "id": "a", "to": "0"}, "a move has the number of a place"),
        ({"op": "duplicate", "id": "a", "as": "b"}, "a duplicate needs an id of its own"),
        ({"op": "duplicate", "id": "a", "as": "A b"}, "a duplicate needs an id of its own"),
        ({"op": "unmerge", "ids": "a", "title": ""}, "an unmerge has the ids of needs and a title"),
        ({"op": "unmerge", "ids": ["a"], "title": 1}, "an unmerge has the ids of needs and a title"),
        ({"op": "merge"}, "the operation lacks 'plan'"),
    ],
)
def test_what_is_no_operation_is_an_error_that_says_why(operation: dict[str, Any], message: str) -> None:
    with pytest.raises(OperationError) as error:
        done(THREE, operation)

    assert str(error.value) == message


def test_a_text_and_a_plan_may_be_as_long_as_the_limit() -> None:
    longest = "x" * LONGEST
    changed = done(THREE, {"op": "change", "id": "a", "field": "need", "value": longest})
    almost = plan_of(*(Need(f"k{number}") for number in range(MOST_NEEDS - 1)))

    assert (changed.plan.needs[0].need, changed.trouble) == (longest, ())
    for operation in (added(need("d")), {"op": "duplicate", "id": "k1", "as": "d"}):
        after = done(almost, operation)
        assert (len(after.plan.needs), after.trouble) == (MOST_NEEDS, ())


@pytest.mark.parametrize(
    ("kind", "present"),
    [
        ("step", {"steps": tuple(f"s{number:03}" for number in range(MOST_ENTRIES))}),
        (
            "confirmation",
            {"confirmations": {f"s{number:03}": Confirmation(note="x") for number in range(MOST_ENTRIES)}},
        ),
    ],
)
def test_a_need_takes_no_further_tick_beyond_its_limit_but_may_change_those_it_has(
    kind: str, present: dict[str, Any]
) -> None:
    full = plan_of(need("a", **present))
    tick = {"op": "tick", "id": "a", "value": True}

    assert done(full, {**tick, kind: "s000"}).trouble == ()
    with pytest.raises(OperationError, match=r"^a need has no more entries than that$"):
        done(full, {**tick, kind: "s999"})


def test_a_tick_that_is_taken_away_leaves_the_others_in_their_order() -> None:
    ticks = [{"op": "tick", "id": "a", "step": name, "value": True} for name in ("pay", "buy", "eat")]
    ticked = done(THREE, *ticks)
    after = done(ticked.plan, {"op": "tick", "id": "a", "step": "eat", "value": False})

    assert ticked.plan.needs[0].steps == ("buy", "eat", "pay")
    assert after.plan.needs[0].steps == ("buy", "pay")
    assert after.undo == ({"op": "tick", "id": "a", "step": "eat", "value": True},)
    assert (ticked.said, after.said) == ("Ticked.", "Tick removed.")


def test_a_note_keeps_the_tick_and_a_tick_the_note_and_nothing_is_kept_of_neither() -> None:
    def confirmation(*operations: dict[str, Any]) -> dict[str, Confirmation]:
        return dict(done(THREE, *operations).plan.needs[0].confirmations)

    about = {"id": "a", "confirmation": "clean"}
    tick, untick = ({"op": "tick", **about, "value": value} for value in (True, False))
    note, empty = ({"op": "note", **about, "value": value} for value in ("Ann.", ""))

    assert confirmation(note, tick) == confirmation(tick, note) == {"clean": Confirmation(True, "Ann.")}
    assert confirmation(note, tick, untick) == {"clean": Confirmation(False, "Ann.")}
    assert confirmation(tick, note, empty) == {"clean": Confirmation(True, "")}
    assert confirmation(tick, note, untick, empty) == {}


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        ({"op": "move", "id": "c", "to": 0}, "Moved to place 1 of 3."),
        ({"op": "move", "id": "a", "to": 99}, "Moved to place 3 of 3."),
        ({"op": "duplicate", "id": "c", "as": "d"}, "Duplicated as need 4."),
        ({"op": "remove", "id": "a"}, "Need removed."),
        ({"op": "title", "value": "Supper"}, "Changed."),
        ({"op": "change", "id": "a", "field": "need", "value": "x"}, "Changed."),
    ],
)
def test_what_was_done_is_told(operation: dict[str, Any], said: str) -> None:
    assert done(THREE, operation).said == said


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (plan_of(need("a", "See it")), "Your plan has these needs already."),
        (plan_of(need("d", "Pay")), "1 need added to your plan."),
        (plan_of(need("d", "Pay"), need("e", "Eat")), "2 needs added to your plan."),
        (
            plan_of(need("a", "Pay")),
            "1 need added to your plan. Where both plans have the same need with different content, both are kept.",
        ),
    ],
)
def test_how_much_a_merge_added_is_told(theirs: Plan, said: str) -> None:
    assert done(THREE, {"op": "merge", "plan": text_of(theirs), "from": "file"}).said == said


def test_a_merge_is_taken_back_with_its_title_and_leaves_what_came_since() -> None:
    merged = done(THREE, {"op": "merge", "plan": text_of(plan_of(need("z", "Pay"), title="Theirs")), "from": "file"})
    since = done(merged.plan, added(need("d", "Update it")))
    back = done(since.plan, *merged.undo)

    assert (merged.plan.title, back.plan.title) == ("Theirs", "")
    assert words(back.plan) == ["See it", "Book it", "Tell them", "Update it"]
    assert back.said == "The added needs are removed."
    assert untimed(done(back.plan, *back.undo).plan) == untimed(since.plan)


def test_the_words_behind_a_need_tell_where_its_plan_came_from() -> None:
    text = text_of(plan_of(need("a", "Pay")))

    told = [
        done(THREE, {"op": "merge", "plan": text, **how}).plan.needs[-1].need
        for how in ({"from": "link"}, {"from": "file"}, {})
    ]

    assert told == ["Pay (from the link)", "Pay (from the file)", "Pay (from the file)"]


def test_of_a_plan_in_a_link_they_say_so_unless_the_page_knows_better() -> None:
    link = plan_link(plan_of(need("a", "Pay")))

    told = [
        done(THREE, {"op": "merge", "plan": link, **how}).plan.needs[-1].need
        for how in ({}, {"from": "file"}, {"from": "elsewhere"})
    ]

    assert told == ["Pay (from the link)", "Pay (from the file)", "Pay (from the link)"]


def test_a_text_that_is_no_plan_is_not_merged_and_the_reader_is_told_why() -> None:
    after = done(THREE, {"op": "merge", "plan": "{}", "from": "file"})

    assert (after.plan, after.undo) == (THREE, ())
    assert after.trouble == ("This file is not a saved plan.",)


def test_a_part_of_a_new_need_that_cannot_be_read_is_told() -> None:
    after = done(THREE, {"op": "add", "need": {"id": "d", "need": "Pay", "colour": "red"}})

    assert words(after.plan)[-1] == "Pay"
    assert after.trouble == ("This page does not know the part “colour” of this need, so it was left out.",)


def test_an_operation_that_is_refused_does_not_stop_the_others() -> None:
    after = done(THREE, {"op": "remove", "id": "x"}, {"op": "remove", "id": "a"}, {"op": "remove", "id": "y"})

    assert words(after.plan) == ["Book it", "Tell them"]
    assert after.trouble == ("This need is no longer in your plan.",) * 2
    assert after.said == "Need removed."
