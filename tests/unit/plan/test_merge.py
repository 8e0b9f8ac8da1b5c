"""Two plans in one: nothing of either gets lost."""

from __future__ import annotations

import pytest

from fingerpost.plan.merge import TooManyNeedsError, merge
from fingerpost.plan.model import LONGEST, MOST_NEEDS, Plan
from plans import TEA, TOAST, done, need, plan_of

OURS = plan_of(need("a", "See it"), need("b", "Book it"))


def words(plan: Plan) -> list[str]:
    return [need.need for need in plan.needs]


def test_the_needs_of_the_other_plan_follow_ours() -> None:
    merged = merge(OURS, plan_of(need("c", "Tell them"), need("a", "See it")))

    assert words(merged.plan) == ["See it", "Book it", "Tell them"]
    assert merged.added == ("c",)


def test_a_different_need_with_the_same_id_stays_beside_ours_and_says_where_it_is_from() -> None:
    for mark, told in (("plan-from-link", "(from the link)"), ("plan-from-file", "(from the file)")):
        merged = merge(OURS, plan_of(need("a", "See it", TEA)), mark)

        assert words(merged.plan) == ["See it", "Book it", f"See it {told}"]
        assert [need.link for need in merged.plan.needs][2] == TEA
        assert merged.renamed == 1


def test_merging_again_adds_nothing() -> None:
    theirs = plan_of(need("a", "Look"), need("c", "Tell them"), need("b", "", TOAST))
    merged = merge(OURS, theirs, "plan-from-link").plan

    assert merge(merged, theirs, "plan-from-link").plan == merged
    assert merge(merged, theirs, "plan-from-file").plan == merged
    assert merge(merged, OURS).plan == merged
    assert merge(merged, merged).plan == merged


def test_a_merged_plan_that_comes_back_adds_nothing_that_we_have() -> None:
    theirs = plan_of(need("a", "Look"))
    back = merge(merge(OURS, theirs).plan, plan_of(need("a", "See it"))).plan

    assert words(merge(theirs, back).plan) == ["Look", "See it (from the file)", "Book it"]


def test_a_copy_that_was_changed_since_stays_and_the_other_need_comes_again() -> None:
    theirs = plan_of(need("a", "Look"))
    merged = merge(OURS, theirs)
    changed = done(merged.plan, {"op": "change", "id": merged.added[0], "field": "need", "value": "Look twice"}).plan

    assert words(merge(changed, theirs).plan) == ["See it", "Book it", "Look twice", "Look (from the file)"]


def test_a_plan_keeps_its_title_and_takes_one_if_it_has_none() -> None:
    assert merge(plan_of(title="Ours"), plan_of(title="Theirs")).plan.title == "Ours"
    assert merge(plan_of(), plan_of(title="Theirs")).plan.title == "Theirs"


def test_the_words_behind_a_need_never_make_it_too_long() -> None:
    long = "x" * LONGEST

    assert words(merge(OURS, plan_of(need("a", long))).plan)[-1] == long


def test_the_words_behind_a_need_are_added_up_to_the_limit() -> None:
    mark = " (from the file)"
    longest = "x" * (LONGEST - len(mark))

    for own, merged in ((longest, longest + mark), (f"{longest}x", f"{longest}x"), ("", mark.strip())):
        assert words(merge(OURS, plan_of(need("a", own))).plan)[-1] == merged


def test_two_plans_may_have_as_many_needs_together_as_one() -> None:
    ours = plan_of(*(need(f"k{number}") for number in range(MOST_NEEDS - 1)))

    assert len(merge(ours, plan_of(need("a"), need("k1"))).plan.needs) == MOST_NEEDS
    with pytest.raises(TooManyNeedsError):
        merge(ours, plan_of(need("a"), need("b")))


def test_only_the_needs_that_differ_are_counted_as_such() -> None:
    merged = merge(OURS, plan_of(need("a", "See it"), need("b", "Look"), need("c", "Pay")))

    assert (len(merged.added), merged.renamed) == (2, 1)
    assert merged.added[1] == "c"
    assert merged.plan.needs[2].id == merged.added[0]


def test_each_need_that_differs_is_counted_and_a_copy_of_ours_ends_nothing() -> None:
    merged = merge(OURS, plan_of(need("a", "Look"), need("b", "Ask")))
    again = merge(merged.plan, plan_of(need("a", "Look"), need("b", "Ask"), need("c", "Pay")))

    assert merged.renamed == 2
    assert (again.added, again.renamed) == (("c",), 0)
