"""The report of a comparison: every kind of difference in its section, and limits to what is listed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from fingerpost.compare import Comparison, compare_trees
from fingerpost.compare.moves import Moves, OutcomeChange, Share
from fingerpost.compare.parts import Differences, Part, Rename, Reroute, Rewording
from fingerpost.compare.report import MOST_LISTED, as_json, as_markdown, code, listed, percent
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of

SOME = Share(Fraction(1, 4), Fraction(1, 4))
NONE = Share(Fraction(0), Fraction(0))


def comparison(*changes: OutcomeChange, new: Tree = SUPPER, complete: bool = True, **parts: object) -> Comparison:
    """Return a comparison of two suppers."""
    share = SOME if changes else NONE
    return Comparison(SUPPER, new, Moves(changes, share, complete), Differences(**parts))  # pyright: ignore[reportArgumentType] # lists of the right kinds


def change(before: str | None, after: str | None, answers: dict[str, str]) -> OutcomeChange:
    return OutcomeChange(before, after, SOME, {}, answers, None)


def test_every_kind_of_difference_has_a_section() -> None:
    text = as_markdown(
        comparison(
            added=[Part("answer", "hungry/very", "Very")],
            removed=[Part("outcome", "tea", "Tea")],
            renamed=[Rename("question", "cook", "cooks")],
            rerouted=[Reroute(None, None, "hungry", "cook"), Reroute("cook", "no", "toast", "tea")],
            reworded=[
                Rewording("outcome", "toast", "page", None, "toast.md"),
                Rewording("tree", "t", "noun", "a", None),
            ],
        )
    )

    assert text == (
        "## `Supper`: edition `1`\n\n"
        "**No outcome changes.** Every combination of answers leads to the same outcome as before.\n\n"
        "### Answers that now lead elsewhere\n\n- the start: `hungry` → `cook`\n- `cook` `no`: `toast` → `tea`\n\n"
        "### Added\n\n- answer `hungry/very`: `Very`\n\n"
        "### Removed\n\n- outcome `tea`: `Tea`\n\n"
        "### Renamed\n\n- question `cook` is now `cooks`\n\n"
        "### Reworded\n\n"
        "- outcome `toast`, page:\n    - before: nothing\n    - after: `toast.md`\n"
        "- tree `t`, noun:\n    - before: `a`\n    - after: nothing\n"
    )


def test_the_same_edition_twice_differs_in_nothing() -> None:
    text = as_markdown(compare_trees(SUPPER, replace(SUPPER, edition="2")))

    assert text.startswith("## `Supper`: edition `1` to `2`\n\n**No outcome changes.**")
    assert text.endswith("\n\nNothing else differs.\n")


def test_a_comparison_that_stopped_claims_nothing_about_the_rest() -> None:
    text = as_markdown(comparison(complete=False))

    assert text == (
        "## `Supper`: edition `1`\n\n"
        "**Not fully compared.** The editions ask many questions in opposite orders, so the comparison stopped. "
        "The changes listed are correct, but there may be more.\n"
    )


def test_an_outcome_that_one_edition_lacks_is_no_outcome_with_an_empty_name() -> None:
    text = as_markdown(comparison(change("soup", None, {"hungry": "no"}), change(None, "tea", {})))

    assert "- `Soup` → *no answer to choose*: 25 % (1 in 4) of all combinations" in text
    assert "- *no answer to choose* → `Tea`: 25 %" in text
    assert "    - for example: `Hungry?` `No`\n" in text
    assert "    - for example: whatever is answered\n" in text


def test_the_example_is_that_of_the_edition_that_asks_more() -> None:
    more, fewer = {"hungry": "yes", "cook": "no"}, {"hungry": "no"}
    one = OutcomeChange("toast", "tea", SOME, more, fewer, ("hungry", "yes"))

    text = as_markdown(comparison(one))

    assert (
        "    - for example: `Hungry?` `Yes`, `Cook?` `No`\n    - the editions part at `hungry`, answer `yes`\n" in text
    )
    assert "    - before: `supper?hungry=yes&cook=no&edition=1`\n    - after: `supper?hungry=no&edition=1`\n" in text


@pytest.mark.parametrize(("count", "last"), [(MOST_LISTED, "- 50"), (MOST_LISTED + 2, "- … and 2 more")])
def test_a_list_ends_with_how_much_was_left_out(count: int, last: str) -> None:
    lines = [f"- {number}" for number in range(1, count + 1)]

    assert MOST_LISTED == 50
    assert listed(lines).splitlines() == [*lines[:MOST_LISTED], *([] if count == MOST_LISTED else [last])]


@pytest.mark.parametrize(("count", "more"), [(MOST_LISTED, ""), (MOST_LISTED + 1, "… and 1 more changes.")])
def test_so_do_the_changes(count: int, more: str) -> None:
    text = as_markdown(comparison(*(change("soup", "tea", {"hungry": "no"}) for _ in range(count))))

    assert text.count("- `Soup` → `Tea`") == MOST_LISTED
    assert ("more changes" in text) == bool(more)
    assert more in text


@pytest.mark.parametrize(("length", "shown"), [(300, "x" * 300), (301, "x" * 299 + "…")])
def test_long_words_are_cut(length: int, shown: str) -> None:
    text = as_markdown(comparison(added=[Part("outcome", "o", "x" * length)]))

    assert f"- outcome `o`: `{shown}`\n" in text


@pytest.mark.parametrize(("count", "shown"), [(12, 12), (13, 12)])
def test_a_long_example_leaves_out_its_middle(count: int, shown: int) -> None:
    ladder = {f"q{number}": {"a": f"q{number + 1}", "b": "o"} for number in range(count - 1)}
    tree = tree_of({**ladder, f"q{count - 1}": {"a": "p", "b": "o"}}, ("o", "p"))
    answers = {f"q{number}": "a" for number in range(count)}
    one = OutcomeChange("o", "p", SOME, answers, answers, None)

    text = as_markdown(Comparison(tree, tree, Moves((one,), SOME, is_complete=True), Differences()))

    example = text.partition("for example: ")[2].partition("\n")[0]
    assert example.count("` `A`") == shown
    assert ("`Q5?` `A`, … 1 more …, `Q7?` `A`" in example) == (count > shown)
    assert ("more" in example) == (count > shown)


@pytest.mark.parametrize(("length", "shown"), [(4_096, True), (4_097, False)])
def test_a_link_is_shown_as_long_as_it_is_short(length: int, shown: bool) -> None:
    name = "a" * (length - len("supper?=yes&edition=1"))
    tree = tree_of({name: {"yes": "o", "no": "p"}}, ("o", "p"), tree_id="supper")
    one = OutcomeChange("o", "p", SOME, {name: "yes"}, {name: "yes"}, None)

    text = as_markdown(Comparison(tree, tree, Moves((one,), SOME, is_complete=True), Differences()))

    assert (f"    - before: `supper?{name}=yes&edition=1`\n" in text) is shown
    assert ("    - after:" in text) is shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a  b\n c", "`a b c`"),
        ("", "`  `"),
        ("a`b", "``a`b``"),
        ("`a", "`` `a ``"),
        ("a``", "``` a`` ```"),
        ("a`b``c", "```a`b``c```"),
    ],
)
def test_a_code_span_is_longer_than_every_run_of_marks_in_it(text: str, written: str) -> None:
    assert code(text) == written


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1, 100_000), "0.001 % (1 in 100000)"),
        (Fraction(1, 100_001), "less than 0.001 % (1 in 100001)"),
        (Fraction(1, 999_999), "less than 0.001 % (1 in 999999)"),
        (Fraction(1, 1_000_000), "less than 0.001 %"),
        (Fraction(999_999, 1_000_000), "100 %"),
        (Fraction(2, 3), "66.7 % (2 in 3)"),
    ],
)
def test_a_fraction_is_shown_as_long_as_it_is_short(share: Fraction, words: str) -> None:
    assert percent(Share(share, share)) == words


def test_the_data_has_a_fraction_as_long_as_it_is_short_and_exact() -> None:
    def exact(least: Fraction, most: Fraction) -> object:
        moves = Moves((), Share(least, most), is_complete=True)
        return as_json(Comparison(SUPPER, SUPPER, moves, Differences()))["share"]

    short, long = Fraction(1, 10**57), Fraction(1, 10**58)
    assert exact(short, short) == {"exact": f"1/{10**57}", "least": float(short), "most": float(short)}
    assert exact(long, long) == {"exact": None, "least": float(long), "most": float(long)}
    assert exact(Fraction(1, 4), Fraction(1, 2)) == {"exact": None, "least": 0.25, "most": 0.5}


def test_the_data_names_both_editions_and_the_question_at_which_they_part() -> None:
    new = replace(SUPPER, edition="2", title=plain_text("Dinner"))
    one = OutcomeChange("toast", "tea", SOME, {"hungry": "no"}, {"hungry": "yes"}, ("hungry", "no"))

    data = as_json(comparison(one, new=new, removed=[Part("outcome", "tea", "Tea")]), "https://example.org/")

    assert (data["old"], data["new"]) == ({"tree": "supper", "edition": "1"}, {"tree": "supper", "edition": "2"})
    assert (data["outcome_changes"], data["complete"]) == (True, True)
    assert data["changes"] == [
        {
            "before": "toast",
            "after": "tea",
            "share": {"exact": "1/4", "least": 0.25, "most": 0.25},
            "parting": {"question": "hungry", "answer": "no"},
            "old": {"answers": {"hungry": "no"}, "link": "https://example.org/#supper?hungry=no&edition=1"},
            "new": {"answers": {"hungry": "yes"}, "link": "https://example.org/#supper?hungry=yes&edition=2"},
        }
    ]
    assert data["removed"] == [{"kind": "outcome", "id": "tea", "words": "Tea"}]
