"""`fingerpost check`: its output, exit status and options."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from command_line import DRAGON, Run, broken
from example_trees import TREES
from fingerpost.check.reports import as_annotations
from fingerpost.findings.finding import Finding, Place
from fingerpost.source import read_tree
from fingerpost.source.cache import cached_reading


def test_check_of_a_good_tree(run: Run) -> None:
    """A good tree has no output, a summary for the reader, and status 0."""
    assert run("check", DRAGON, "--docs", str(TREES / "docs")) == (
        0,
        "",
        f"{DRAGON}: nothing found. 3 questions, 3 outcomes.\n",
    )


def test_check_prints_one_finding_in_a_line(run: Run) -> None:
    """Each finding is a line that begins with file, line, column, severity and code; the last has their number."""
    status, out, err = run("check", broken("unknown-fields"))

    assert status == 1
    assert out.splitlines()[0] == (
        f"{broken('unknown-fields')}:3:1: error: unknown-field: The tree has no field 'titel'. Did you mean 'title'?"
    )
    assert out.splitlines()[3:] == ["3 errors."]
    assert err == ""


def test_warnings_do_not_fail(run: Run) -> None:
    """A tree with warnings alone may be published."""
    status, out, _ = run("check", broken("uncovered-ways"))

    assert status == 0
    assert ": warning: uncovered-way: 1 of 2 ways has no scenario." in out
    assert out.endswith("\n1 warning.\n")


def test_errors_and_warnings_are_counted_apart(run: Run) -> None:
    """The last line has the number of each."""
    out = run("check", broken("scenario-extra-answer"))[1]

    assert out.splitlines()[-1] == "1 error, 1 warning."


@pytest.mark.parametrize("output", ["text", "json", "sarif", "github"])
def test_ways_without_a_scenario_are_one_finding(run: Run, output: str) -> None:
    """In each form of the findings; with --ways, each of them is one."""
    path = broken("never-matters")
    shown = {"text": ": uncovered-way: ", "json": '"code": "uncovered-way"', "sarif": '"ruleId": "uncovered-way"'}
    mark = shown.get(output, "title=uncovered-way")

    assert run("check", path, "--format", output)[1].count(mark) == 1
    assert run("check", path, "--format", output, "--ways")[1].count(mark) == 3


def test_check_as_json(run: Run) -> None:
    """With --json the findings are data."""
    status, out, _ = run("check", broken("missing-target"), "--json")

    assert status == 1
    assert json.loads(out)["findings"][0] == {
        "code": "missing-target",
        "severity": "error",
        "file": broken("missing-target"),
        "line": 10,
        "column": 33,
        "message": "There is no question or outcome 'sheap'.",
        "hint": "Did you mean 'sheep'?",
        "answers": {"hungry": "yes"},
    }


def test_check_as_json_without_findings(run: Run) -> None:
    """Without findings there is an empty list."""
    assert run("check", DRAGON, "--json")[:2] == (0, '{\n  "findings": []\n}\n')


def test_warnings_become_errors_where_the_author_wants_it(run: Run) -> None:
    """All of them with --strict, or those with a code."""
    path = broken("uncovered-ways")

    assert run("check", path, "--strict")[0] == 1
    assert run("check", path, "--error", "uncovered-way", "--error", "never-matters")[0] == 1
    assert run("check", path, "--error", "never-matters")[0] == 0


def test_an_unknown_code_is_a_mistake_in_the_command(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt code would promote nothing without a word."""
    with pytest.raises(SystemExit) as ended:
        run("check", DRAGON, "--error", "never-maters")

    assert ended.value.code == 2
    assert "there is no finding 'never-maters'. Did you mean 'never-matters'?" in capsys.readouterr().err


def test_warnings_can_be_left_out(run: Run, tree_file: Callable[[str], Path]) -> None:
    """Several codes are separated by commas, or the option is repeated; what is left out does not count."""
    path = str(tree_file(Path(broken("uncovered-ways")).read_text(encoding="utf-8").replace('"yes":', "yes:")))

    assert run("check", path, "--strict", "--ignore", "uncovered-way, yaml-1-1")[0] == 0
    assert run("check", path, "--strict", "--ignore", "uncovered-way", "--ignore", "yaml-1-1")[0] == 0
    status, out, _ = run("check", path, "--strict", "--ignore", "yaml-1-1")
    assert (status, ": uncovered-way: " in out, ": yaml-1-1: " in out) == (1, True, False)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("yaml-11", "there is no finding 'yaml-11'. Did you mean 'yaml-1-1'?"),
        ("uncovered-way,", "there is no finding ''. See the page of findings for all of them."),
        ("yaml-1-1,cycle", "'cycle' is an error. Only warnings can be ignored."),
    ],
)
def test_only_warnings_can_be_left_out(run: Run, capsys: pytest.CaptureFixture[str], code: str, said: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("check", broken("cycle"), "--ignore", code)

    assert stopped.value.code == 2
    assert f"argument --ignore: {said}\n" in capsys.readouterr().err


def test_a_warning_is_not_both_left_out_and_an_error(run: Run) -> None:
    status, out, err = run("check", DRAGON, "--error", "uncovered-way", "--ignore", "never-matters,uncovered-way")

    assert (status, out, err) == (2, "", "fingerpost check: --error and --ignore both name 'uncovered-way'.\n")


def test_check_as_sarif(run: Run) -> None:
    """SARIF names tool, rules and places, as code hosts and editors read them."""
    status, out, _ = run("check", broken("missing-target"), "--format", "sarif")
    log = json.loads(out)
    [sarif_run] = log["runs"]

    assert status == 1
    assert log["version"] == "2.1.0"
    rules = [rule["id"] for rule in sarif_run["tool"]["driver"]["rules"]]
    assert {result["ruleId"] for result in sarif_run["results"]} == set(rules)
    assert sarif_run["results"][0] == {
        "ruleId": "missing-target",
        "ruleIndex": rules.index("missing-target"),
        "level": "error",
        "message": {"text": "There is no question or outcome 'sheap'. Did you mean 'sheep'?"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(broken("missing-target"))},
                    "region": {"startLine": 10, "startColumn": 33},
                }
            }
        ],
        "properties": {"answers": {"hungry": "yes"}},
    }


def test_check_as_annotations(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub reads one command in a line; nothing in a tree can end it."""
    monkeypatch.chdir(Path(broken("unknown-fields")).parent)
    _, out, _ = run("check", "unknown-fields.yml", "--format", "github")

    assert out.splitlines()[0] == (
        "::error file=unknown-fields.yml,line=3,col=1,title=unknown-field"
        "::The tree has no field 'titel'. Did you mean 'title'?"
    )


@pytest.mark.parametrize(
    ("folder", "uri", "annotated"),
    [
        ("a b", "a%20b", "a b"),
        ("é#1", "%C3%A9%231", "é#1"),
        ("100%,b", "100%25%2Cb", "100%25%2Cb"),
    ],
)
def test_a_path_may_have_any_characters(
    folder: str, uri: str, annotated: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place of a finding is the address of the file for one program, and its name for another."""
    (tmp_path / folder).mkdir()
    file = f"{folder}/tree.yml"
    (tmp_path / file).write_text("format: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    sarif = json.loads(run("check", file, "--format", "sarif")[1])
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert place == f"{uri}/tree.yml"
    assert run("check", file, "--format", "github")[1].startswith(f"::error file={annotated}/tree.yml,line=1,")
    assert run("check", file)[1].startswith(f"{file}:1:1: error: ")


def test_an_annotation_can_not_be_ended_from_inside() -> None:
    """Line ends and the marks of a command are written in GitHub's own way."""
    finding = Finding("tab", "warning", Place("a,b:c.yml", 1, 2), "100 %\r\n::error::no", "Fix it.")

    assert as_annotations([finding]) == [
        "::warning file=a%2Cb%3Ac.yml,line=1,col=2,title=tab::100 %25%0D%0A::error::no Fix it."
    ]


def test_a_folder_that_is_not_there(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong documentation folder is a mistake in the command."""
    with pytest.raises(SystemExit) as ended:
        run("check", DRAGON, "--docs", "nowhere")

    assert ended.value.code == 2
    assert "there is no folder 'nowhere'" in capsys.readouterr().err


def test_check_compiles_what_has_no_errors(run: Run, tmp_path: Path) -> None:
    """One reading is enough: check writes what compile writes, and keeps the tree for the pages."""
    compiled, checked, kept = tmp_path / "compiled.json", tmp_path / "checked.json", tmp_path / "kept"
    run("compile", DRAGON, "-o", str(compiled))

    status, _, err = run("check", DRAGON, "--compile", str(checked), "--cache", str(kept))

    assert (status, err) == (0, f"{DRAGON}: nothing found. 3 questions, 3 outcomes.\n")
    assert checked.read_bytes() == compiled.read_bytes()
    assert cached_reading(Path(DRAGON).read_bytes(), DRAGON, kept) == read_tree(DRAGON)


@pytest.mark.parametrize("options", [["missing-target"], ["uncovered-ways", "--strict"]])
def test_check_compiles_nothing_that_has_errors(run: Run, tmp_path: Path, options: list[str]) -> None:
    """Nor what has warnings that count as errors."""
    name, *strict = options
    file, kept = tmp_path / "tree.json", tmp_path / "kept"

    assert run("check", broken(name), *strict, "--compile", str(file), "--cache", str(kept))[0] == 1
    assert list(tmp_path.iterdir()) == []


def test_the_blocks_of_all_pages_are_checked_with_the_documentation_folder(run: Run, tmp_path: Path) -> None:
    """Faults that would end a build one after the other; without the folder, nothing is known of pages."""
    tree = tmp_path / "tree.yml"
    tree.write_text(re.sub(r"\n    page: .*", "", Path(DRAGON).read_text(encoding="utf-8")), encoding="utf-8")
    for name, outcome in (("a.md", "toats"), ("b.md", "toast"), ("c.md", "fog")):
        text = f"# A page\n\n```decision-tree\ntree: tree.yml\nshow: ways\noutcome: {outcome}\n```\n"
        (tmp_path / name).write_text(text, encoding="utf-8")

    status, out, _ = run("check", str(tree), "--docs", str(tmp_path))

    assert status == 1
    assert out.splitlines() == [
        f"{tmp_path}/a.md:3:1: error: bad-block: The tree has no outcome 'toats'. Did you mean 'toast'?",
        f"{tmp_path}/c.md:3:1: error: bad-block: The tree has no outcome 'fog'. Set 'outcome' to one of "
        "nap, toast, sheep.",
        "2 errors.",
    ]
    assert run("check", str(tree))[:2] == (0, "")


def test_several_trees_are_checked_together(run: Run, tmp_path: Path) -> None:
    """Each has its findings and its summary; two trees of one id are an error of the second."""
    copy = tmp_path / "copy.yml"
    copy.write_bytes(Path(DRAGON).read_bytes())

    status, out, err = run("check", DRAGON, broken("missing-target"), str(copy))

    assert status == 1
    assert out.splitlines()[-2] == (
        f"{copy}:3:5: error: same-tree-id: The tree in {DRAGON} also has the id 'dragon-snack', so links to one of the "
        "two would open the other. Give one of them another id."
    )
    assert "missing-target" in out
    assert out.endswith("\n2 errors.\n")
    assert err == f"{DRAGON}: nothing found. 3 questions, 3 outcomes.\n"


def test_one_tree_named_twice_has_one_id(run: Run) -> None:
    """A file is no other tree because it is written another way."""
    assert run("check", DRAGON, f"{Path(DRAGON).parent}/../{Path(DRAGON).parent.name}/{Path(DRAGON).name}")[:2] == (
        0,
        "",
    )


def test_only_one_tree_can_be_compiled(run: Run, tmp_path: Path) -> None:
    """One file holds one compiled tree."""
    status, _, err = run("check", DRAGON, DRAGON, "--compile", str(tmp_path / "tree.json"))

    assert (status, err) == (2, "--compile writes one tree: name one file, or use 'compile' for each.\n")
