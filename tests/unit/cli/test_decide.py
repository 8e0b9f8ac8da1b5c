"""`fingerpost decide`: many cases from a CSV file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import DRAGON, Run, broken

CASES = "Name,hungry,size,Shyness\nA,Yes,small,\nB,no,,\nC,yes,big,\n=D,yes,huuge,\n"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a file of cases."""
    path = tmp_path / "cases.csv"
    path.write_text(CASES, encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_same_rows_come_out_with_what_they_lead_to(run: Run, cases: Path) -> None:
    status, out, err = run("decide", DRAGON, str(cases))

    assert status == 1
    assert rows(out) == [
        {
            "Name": name,
            "hungry": hungry,
            "size": size,
            "Shyness": "",
            "Outcome id": outcome,
            "Outcome": title,
            "Still possible": possible,
            "Open question": question,
            "Problem": problem,
        }
        for name, hungry, size, outcome, title, possible, question, problem in (
            ("A", "Yes", "small", "toast", "Toast", "", "", ""),
            ("B", "no", "", "nap", "No snack, but a nap", "", "", ""),
            ("C", "yes", "big", "", "", "Toast [toast]; A sheep [sheep]", "Is it shy? [shy]", ""),
            ("=D", "yes", "huuge", "", "", "", "", "size: “huuge” is no answer. Did you mean “huge”?"),
        )
    ]
    assert err == "Cases: 4. Decided: 2, undecided: 1, not read: 1.\n"


def test_without_a_problem_the_status_is_0(run: Run, cases: Path) -> None:
    cases.write_text(CASES.replace("huuge", "huge"), encoding="utf-8")

    assert run("decide", DRAGON, str(cases))[0] == 0


def test_json_has_an_object_for_each_case(run: Run, cases: Path) -> None:
    status, out, _ = run("decide", DRAGON, str(cases), "--json")

    found = json.loads(out)
    assert status == 1
    assert found[2] == {
        "line": 4,
        "answers": {"hungry": "yes", "size": "big"},
        "outcome": None,
        "title": None,
        "possible": ["toast", "sheep"],
        "open": ["shy"],
        "set_aside": [],
        "problems": [],
        "other": {"Name": "C"},
    }
    assert [case["outcome"] for case in found] == ["toast", "nap", None, None]
    assert found[3]["problems"] == ["size: “huuge” is no answer. Did you mean “huge”?"]


def test_json_of_no_cases_is_an_empty_list(run: Run, cases: Path) -> None:
    cases.write_text("hungry\n", encoding="utf-8")

    assert run("decide", DRAGON, str(cases), "--json")[1] == "[]\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_the_file_that_is_written_has_the_form_of_the_cases(
    run: Run, cases: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    cases.write_bytes(CASES.replace("A,", "É,").replace(",", separator).replace("\n", "\r\n").encode(encoding))
    output = tmp_path / "out.csv"

    status, out, _ = run("decide", DRAGON, str(cases), "-o", str(output))

    assert (status, out) == (1, "")
    written = output.read_bytes()
    assert written[:2] == cases.read_bytes()[:2]
    first, second, *_ = written.decode(encoding).split("\r\n")
    assert first.startswith(separator.join(("Name", "hungry", "size", "Shyness", "Outcome id")))
    assert second.startswith(separator.join(("É", "Yes", "small", "", "toast", "Toast")))


def test_columns_of_the_same_name_are_kept(run: Run, cases: Path) -> None:
    cases.write_text("outcome,hungry,Problem\nexpected,no,mine\n", encoding="utf-8")

    (row,) = rows(run("decide", DRAGON, str(cases))[1])

    assert (row["outcome"], row["Outcome (decided)"], row["Problem"]) == ("expected", "No snack, but a nap", "mine")
    assert row["Problem (decided)"] == ""


def test_a_row_that_is_too_long_keeps_its_cells(run: Run, cases: Path) -> None:
    cases.write_text("hungry\nno,x,y\n\nno\n", encoding="utf-8")

    status, out, _ = run("decide", DRAGON, str(cases))

    assert status == 1
    assert out.splitlines()[1] == 'no,,,,,"The row has 3 cells, and the heading 1.",x,y'
    assert out.splitlines()[2] == 'no,nap,"No snack, but a nap",,,'


def test_a_column_that_resembles_a_question_is_told(run: Run, cases: Path) -> None:
    cases.write_text("hungry,syze\nno,\n", encoding="utf-8")

    status, _, err = run("decide", DRAGON, str(cases))

    assert status == 0
    assert f"{cases}:1: The column “syze” answers no question, and is passed on. Did you mean “size”?\n" in err


def test_a_sheet_without_a_question_is_refused(run: Run, cases: Path) -> None:
    cases.write_text("sep=;\nName\nx\n", encoding="utf-8")

    status, out, err = run("decide", DRAGON, str(cases))

    assert (status, out) == (1, "")
    assert err.startswith(f"{cases}:2: No column answers a question.")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'hungry\nno\n"no\n', "3: The row that begins here is not CSV"),
        (b"hungry\nno\n" + b"x" * 200_000 + b"\n", "3: The row that begins here is not CSV"),
        (b"hungry\n" + b"no\n" * 50_000 + b"\xff\n", "Here or soon after, the file is not in UTF-8."),
    ],
)
def test_a_file_that_can_not_be_read_further_is_told(run: Run, cases: Path, content: bytes, place: str) -> None:
    cases.write_bytes(content)

    status, _, err = run("decide", DRAGON, str(cases))

    assert status == 2
    assert place in err
    assert err.startswith(f"{cases}:")


def test_files_that_can_not_be_opened_are_told(run: Run, cases: Path, tmp_path: Path) -> None:
    missing = run("decide", DRAGON, str(tmp_path / "none.csv"))
    assert missing[0] == 2
    assert "none.csv: The file can't be read: No such file or directory." in missing[2]
    folder = run("decide", DRAGON, str(cases), "-o", str(tmp_path))
    assert folder[0] == 2
    assert f"{tmp_path}: The file can't be written: Is a directory." in folder[2]


def test_the_cases_are_not_written_over(run: Run, cases: Path) -> None:
    status, _, err = run("decide", DRAGON, str(cases), "-o", str(cases))

    assert status == 2
    assert "This is the file of the cases" in err
    assert cases.read_text(encoding="utf-8") == CASES


def test_a_tree_with_errors_decides_nothing(run: Run, cases: Path) -> None:
    assert run("decide", broken("cycle"), str(cases))[0] == 1
