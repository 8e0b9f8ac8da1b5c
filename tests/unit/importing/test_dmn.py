"""DMN decision tables become trees, with a finding at the place of what a tree can't hold."""

from __future__ import annotations

from typing import Any, cast

import pytest

from dmn_files import decision_table
from fingerpost.importing.format import Imported
from fingerpost.importing.formats.dmn import read

YES_NO = '"yes","no"'


def imported(columns: dict[str, str], *rows: str, **options: str) -> Imported:
    """Import a table whose rows are given as cells between bars."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return read(decision_table(columns, cells, **options), "menu.dmn")


def routes(result: Imported) -> dict[str, dict[str, str]]:
    """Return the questions of a tree with their answers and where these lead."""
    assert result.draft is not None, result.findings
    questions = cast("dict[str, Any]", result.draft["questions"])
    return {name: {key: answer["go"] for key, answer in each["answers"].items()} for name, each in questions.items()}


def told(result: Imported) -> list[str]:
    """Return the place, the code and the message of each finding."""
    return [
        f"{finding.place.line}:{finding.place.column} {finding.code}: {finding.message}" for finding in result.findings
    ]


def test_a_table_becomes_a_tree_in_the_order_of_its_columns() -> None:
    result = imported(
        {"season": '"summer","winter"', "guests": YES_NO},
        '"summer" | -     | "salad"',
        '"winter" | "yes" | "roast"',
        '"winter" | "no"  | "soup"',
    )

    assert told(result) == []
    assert routes(result) == {
        "season": {"summer": "salad", "winter": "guests"},
        "guests": {"yes": "roast", "no": "soup"},
    }
    assert result.draft is not None
    assert {name: result.draft[name] for name in ("format", "id", "title", "edition", "start")} == {
        "format": 1,
        "id": "dish",
        "title": "Dish",
        "edition": "1",
        "start": "season",
    }


def test_equal_branches_are_joined_and_a_question_that_changes_nothing_is_not_asked() -> None:
    result = imported(
        {"a": '"1","2","3"', "b": YES_NO, "c": YES_NO},
        '"1"     | -     | "yes" | "x"',
        '"2"     | "yes" | "yes" | "x"',
        '"2"     | "no"  | "yes" | "x"',
        '"1","2" | -     | "no"  | "y"',
        '"3"     | -     | -     | "y"',
    )

    assert routes(result) == {"a": {"1": "c", "2": "c", "3": "y"}, "c": {"yes": "x", "no": "y"}}


def test_a_question_asked_at_two_places_with_other_answers_gets_two_ids() -> None:
    result = imported(
        {"a": YES_NO, "b": YES_NO},
        '"yes" | "yes" | "x"',
        '"yes" | "no"  | "y"',
        '"no"  | "yes" | "y"',
        '"no"  | "no"  | "x"',
    )

    assert routes(result) == {
        "a": {"yes": "b", "no": "b-2"},
        "b": {"yes": "x", "no": "y"},
        "b-2": {"yes": "y", "no": "x"},
    }


@pytest.mark.parametrize(
    ("cell", "fitting"),
    [
        ("-", "abc"),
        ("", "abc"),
        ('"a"', "a"),
        ('"a","b"', "ab"),
        (' "a" , "c" ', "ac"),
        ('not("a")', "bc"),
        ('not( "a", "b" )', "c"),
        ('"\\u0061"', "a"),
    ],
)
def test_the_conditions_that_a_tree_can_hold(cell: str, fitting: str) -> None:
    result = imported({"q": '"a","b","c"', "r": YES_NO}, f'{cell} | "yes" | "in"', '- | - | "out"', policy="FIRST")

    assert result.draft is not None
    found = routes(result).get("q", dict.fromkeys("abc", "r"))
    assert "".join(answer for answer, go in found.items() if go == "r") == fitting


def test_booleans_are_yes_and_no() -> None:
    result = imported({"isHot": "true,false"}, 'true | "salad"', 'false | "soup"')

    assert routes(result) == {"is-hot": {"yes": "salad", "no": "soup"}}


def test_a_number_is_a_value_however_it_is_written() -> None:
    result = imported({"stars": "1,2.50"}, '1.0 | "a"', '2.5 | "b"')

    assert routes(result) == {"stars": {"1": "a", "2-5": "b"}}


def test_values_can_come_from_the_type_of_an_input() -> None:
    types = b"""<itemDefinition name="tSize"><typeRef>string</typeRef>
        <allowedValues><text>"s","l"</text></allowedValues></itemDefinition>
        <inputData name="size" label="Which size?"><variable name="size" typeRef="tSize"/></inputData><decision id"""
    file = decision_table({"size": ""}, [('"s"', '"a"'), ('"l"', '"b"')]).replace(b"<decision id", types)

    result = read(file, "menu.dmn")

    assert told(result) == []
    assert routes(result) == {"size": {"s": "a", "l": "b"}}
    assert cast("Any", result.draft)["questions"]["size"]["ask"] == "Which size?"


def test_values_that_the_file_does_not_list_are_taken_from_its_rules() -> None:
    result = imported({"q": ""}, '"a" | "x"', '"b" | "y"')

    assert told(result) == [
        '7:1 import-guessed: The file does not say which values \'q\' has: the rules name "a", "b".'
    ]
    assert routes(result) == {"q": {"a": "x", "b": "y"}}


@pytest.mark.parametrize("rows", [('"a" | "x"', '- | "y"'), ('not("a") | "x"', '"b" | "y"')])
def test_values_that_the_rules_do_not_name_either_have_no_equivalent(rows: tuple[str, ...]) -> None:
    result = imported({"q": ""}, *rows, policy="FIRST")

    assert result.draft is None
    assert told(result) == [
        "7:1 import-no-equivalent: The file does not say which values 'q' has, and its rules do not name all of them."
    ]


def test_a_text_shows_as_it_is() -> None:
    result = imported({"q": '"*a*","1. <b>"'}, '"*a*" | "_x_"', '"1. <b>" | "[y](z)"')

    draft = cast("Any", result.draft)
    assert [answer["label"] for answer in draft["questions"]["q"]["answers"].values()] == ["\\*a\\*", "1\\. &lt;b>"]
    assert [outcome["title"] for outcome in draft["outcomes"].values()] == ["\\_x\\_", "\\[y\\](z)"]


class TestHitPolicies:
    OVERLAP = ('"yes" | "x"', '- | "y"')

    @pytest.mark.parametrize("policy", ["UNIQUE", "ANY"])
    def test_two_rules_that_contradict_each_other_are_told(self, policy: str) -> None:
        result = imported({"q": YES_NO}, *self.OVERLAP, policy=policy)

        assert told(result) == [
            '11:1 import-contradiction: This rule and the one on line 10 both fit q = "yes", with the results "y" and '
            '"x".'
        ]
        assert routes(result) == {"q": {"yes": "x", "no": "y"}}

    def test_two_rules_with_one_result_do_not_contradict_each_other(self) -> None:
        result = imported({"q": YES_NO}, '"yes" | "x"', '"yes" | "x"', '"no" | "y"')

        assert told(result) == []

    def test_the_first_rule_counts(self) -> None:
        result = imported({"q": YES_NO}, *self.OVERLAP, policy="FIRST")

        assert told(result) == []
        assert routes(result) == {"q": {"yes": "x", "no": "y"}}

    def test_the_most_important_result_counts(self) -> None:
        output = '<output><outputValues><text>"y","x","z"</text></outputValues></output>'
        rows = ('"yes" | "x"', '"yes" | "y"', '- | "z"')
        result = imported({"q": YES_NO}, *rows, policy="PRIORITY", output=output)

        assert told(result) == []
        assert routes(result) == {"q": {"yes": "y", "no": "z"}}

    @pytest.mark.parametrize("policy", ["COLLECT", "RULE ORDER", "OUTPUT ORDER"])
    def test_several_results_have_no_equivalent(self, policy: str) -> None:
        result = imported({"q": YES_NO}, *self.OVERLAP, policy=policy)

        assert result.draft is None
        assert told(result) == [
            f"6:1 import-no-equivalent: With the hit policy '{policy}' a table has several results."
        ]


def test_answers_that_no_rule_fits_are_told_at_the_nearest_rule() -> None:
    result = imported({"a": YES_NO, "b": YES_NO}, '"yes" | - | "x"', '"no" | "yes" | "y"')

    assert told(result) == ['11:1 import-gap: No rule fits a = "no", b = "no".']
    assert routes(result) == {"a": {"yes": "x", "no": "b"}, "b": {"yes": "y", "no": "no-rule"}}


def test_a_default_result_fills_the_gaps() -> None:
    output = '<output><defaultOutputEntry><text>"z"</text></defaultOutputEntry></output>'
    result = imported({"a": YES_NO}, '"yes" | "x"', output=output)

    assert told(result) == []
    assert routes(result) == {"a": {"yes": "x", "no": "z"}}


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("< 18", "The condition '< 18' for 'q' is a range or a comparison."),
        ("[1..5]", "The condition '[1..5]' for 'q' is a range or a comparison."),
        ("1..5", "The condition '1..5' for 'q' is a range or a comparison."),
        ('? = "yes"', "The condition '? = \"yes\"' for 'q' is an expression."),
        ("other", "The condition 'other' for 'q' is an expression."),
        ('"yes" or "no"', "The condition '\"yes\" or \"no\"' for 'q' is an expression."),
        ('date("2026-11-26")', "The condition 'date(\"2026-11-26\")' for 'q' is an expression."),
    ],
)
def test_a_condition_without_equivalent_is_told_at_its_cell(cell: str, message: str) -> None:
    result = imported({"q": YES_NO}, f'{cell} | "x"', '"no" | "y"')

    assert result.draft is None
    assert told(result) == [f"10:7 import-no-equivalent: {message}"]


def test_a_value_that_is_not_allowed_is_told_at_its_cell() -> None:
    result = imported({"q": YES_NO}, '"maybe" | "x"', '- | "y"')

    assert told(result) == ["10:7 import-unknown-value: The column 'q' does not allow \"maybe\"."]


@pytest.mark.parametrize("column", ["count(q)", "a + b", "if a then b else c", ""])
def test_a_column_that_computes_is_told(column: str) -> None:
    result = imported({column: YES_NO}, '"yes" | "x"', '"no" | "y"')

    assert result.draft is None
    assert [line.partition(" The column ")[0] for line in told(result)] == ["7:1 import-no-equivalent:"]


def test_several_outputs_are_told() -> None:
    result = imported({"q": YES_NO}, '"yes" | "x"', output="<output/>\n<output/>")

    assert told(result) == ["10:1 import-no-equivalent: The table of 'dish' has 2 outputs; an outcome is one."]


@pytest.mark.parametrize("output", ["q", "1 + 1", '"a" + "b"', "", '"a","b"'])
def test_a_result_that_is_not_one_value_is_told(output: str) -> None:
    result = imported({"q": YES_NO}, f'"yes" | {output}', '"no" | "y"')

    assert result.draft is None
    assert [(finding.place.line, finding.code) for finding in result.findings] == [(10, "import-no-equivalent")]


def test_a_rule_of_another_length_is_told() -> None:
    result = imported({"q": YES_NO}, '"yes" | "x"', '"no" | "yes" | "y"')

    assert told(result) == ["11:1 import-unreadable: The rule has 2 conditions and 1 results."]


def test_a_table_with_one_result_asks_nothing() -> None:
    assert told(imported({"q": YES_NO}, '- | "x"')) == [
        "6:1 import-no-equivalent: All rules have the same result, so there is nothing to ask."
    ]


@pytest.mark.parametrize("date", ["20151101/dmn.xsd", "20180521/MODEL/", "20230324/MODEL/"])
def test_other_versions_of_dmn_are_read(date: str) -> None:
    result = imported({"q": YES_NO}, '"yes" | "x"', '"no" | "y"', namespace=f"http://www.omg.org/spec/DMN/{date}")

    assert routes(result) == {"q": {"yes": "x", "no": "y"}}


def test_a_table_over_too_many_combinations_is_refused() -> None:
    """Each pair of columns has to be equal: the tree would ask all of the first half before the second."""
    half = 20
    columns = {f"c{number}": YES_NO for number in range(2 * half)}
    rows = [
        " | ".join([*(f'"{value}"' if number % half == pair else "-" for number in range(2 * half)), '"x"'])
        for pair in range(half)
        for value in ("yes", "no")
    ]
    result = imported(columns, *rows, "- | " * 2 * half + '"y"', policy="FIRST")

    assert result.draft is None
    assert [finding.code for finding in result.findings] == ["import-too-large"]
