"""Checks: every finding at once, at its place, with how to fix it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from example_trees import STARTER, TREES
from fingerpost.check import check, check_file
from fingerpost.check.codes import BY_NAME
from fingerpost.findings.code import Code
from fingerpost.findings.codes import OF_IMPORTS
from fingerpost.findings.finding import Finding, Place
from fingerpost.tree.model import Consideration, Scenario
from made_up import SUPPER, tree_of

BROKEN = sorted([*TREES.glob("broken/*.yml"), *TREES.glob("broken-pages/*.yml")])

CODES_TESTED_ELSEWHERE = {
    *("cannot-read", "too-large", "too-many-findings", "bad-block", "same-tree-id"),
    *(code.name for code in OF_IMPORTS),
}
"""These need files that are not worth keeping, a page, or a file of another program."""

CODES = {
    *(
        "alias",
        "ambiguous-rename",
        "bad-address",
        "bad-date",
        "unknown-form",
        "unknown-scenario",
        "bad-edition",
        "bad-id",
        "bad-key",
        "broken-rename",
        "byte-order-mark",
    ),
    *("conflict-never-met", "conflict-unknown-answer", "conflict-unknown-outcome", "conflict-unknown-question"),
    *("comma-in-text", "control-character", "cycle", "duplicate-id", "duplicate-key", "empty-file", "empty-text"),
    "field-in-text",
    *(
        "indentation",
        "link-in-label",
        "many-documents",
        "missing-field",
        "missing-page",
        "missing-space",
        "missing-start",
        "missing-target",
    ),
    *("anchor-not-found", "link-not-found", "picture-without-words"),
    *("never-matters", "not-inline", "not-utf8", "page-not-found", "page-outside-docs"),
    *("page-without-outcome", "reserved-id", "same-target", "scenario-extra-answer", "scenario-fails"),
    *("scenario-unknown-answer", "scenario-unknown-outcome", "scenario-unknown-question", "shared-page"),
    *("tab", "too-deep", "too-few-answers", "too-few-outcomes", "too-few-questions", "too-few-when", "too-long"),
    *("uncovered-way", "unknown-combination", "unknown-consideration", "unknown-field", "unknown-text"),
    *("unreachable-outcome", "unreachable-question", "unsafe-html", "unsafe-link", "unsupported-format"),
    *("later-edition", "revision-unknown-answer", "revision-unknown-question"),
    *("informative-decides", "invisible-character", "invisible-text", "odd-space", "same-label"),
    *("same-conflict", "same-question", "same-short-name", "unknown-line", "unknown-markup", "unreadable-sequence"),
    *("missing-rating", "unknown-quality", "unknown-value", "unused-value"),
    *("unknown-step", "unknown-step-group", "unused-step", "group-without-steps", "step-overdue"),
    *("otherwise-not-confirmed", "unused-consideration", "wrong-type", "yaml-1-1", "yaml-syntax", "yaml-type"),
}


def findings_of(path: Path) -> list[Finding]:
    """Return the findings of a file of the corpus; those about pages need the documentation folder."""
    docs_dir = TREES / "docs" if path.parent.name == "broken-pages" else None
    return check_file(path, docs_dir)[1]


def written(finding: Finding) -> str:
    """Return a finding as the corpus writes it."""
    place = f"{finding.place.line}:{finding.place.column}"
    line = f"{finding.severity} {place} {finding.code}: {finding.message} {finding.hint}"
    if finding.answers is None:
        return line
    return f"{line} | {' '.join(f'{question}={answer}' for question, answer in finding.answers.items())}"


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_tree_has_exactly_these_findings(path: Path) -> None:
    """Each broken tree of the corpus gives the findings that stand beside it, in file order."""
    expected = path.with_suffix(".findings").read_text(encoding="utf-8").splitlines()

    assert expected == [written(finding) for finding in findings_of(path)]


def test_the_corpus_has_every_code() -> None:
    """There is a broken tree for every finding that a file can have."""
    assert {finding.code for path in BROKEN for finding in findings_of(path)} == CODES


def test_codes_of_the_corpus_are_not_kept_elsewhere() -> None:
    """Codes that other tests cover are not in the corpus."""
    assert CODES.isdisjoint(CODES_TESTED_ELSEWHERE)


def test_every_code_is_explained() -> None:
    """The table of codes holds every code that a finding can have, and no other."""
    assert set(BY_NAME) == CODES | CODES_TESTED_ELSEWHERE


def test_the_starter_tree_is_sound() -> None:
    """The tree that the examples change has no findings itself."""
    assert check_file(STARTER / "choose" / "tree.yml", STARTER)[1] == []


@pytest.mark.parametrize("code", [code for code in BY_NAME.values() if code.right], ids=lambda code: code.name)
def test_the_example_of_a_code_gives_it(code: Code, tmp_path: Path) -> None:
    """The example has its finding, and its corrected form does not."""
    docs = shutil.copytree(STARTER, tmp_path / "docs")
    tree = docs / "choose" / "tree.yml"
    text = tree.read_text(encoding="utf-8")
    tree.write_text(text.replace(code.right, code.wrong), encoding="utf-8")

    assert text.count(code.right) == 1
    assert code.name in {finding.code for finding in check_file(tree, docs)[1]}


def test_a_good_tree_has_no_findings() -> None:
    """A tree that keeps every rule is given back without findings."""
    tree, findings = check_file(TREES / "dragon.yml", TREES / "docs")

    assert findings == []
    assert tree is not None
    assert tree.id == "dragon-snack"


def test_without_the_documentation_folder_pages_are_not_checked() -> None:
    """A tree alone says nothing about pages."""
    _, findings = check_file(TREES / "broken-pages" / "pages.yml")

    assert findings == []


def test_a_tree_may_have_no_pages_at_all(tmp_path: Path) -> None:
    """Then the summaries say all there is to say; a page is missing only where others have one."""
    assert check_file(TREES / "broken" / "byte-order-mark.yml", tmp_path)[1] == findings_of(
        TREES / "broken" / "byte-order-mark.yml"
    )


def test_very_many_ways_without_a_scenario_are_one_finding() -> None:
    """A line for each of them would bury everything else."""
    questions = {f"q{number}": {"a": f"q{number + 1}", "b": f"q{number + 1}", "c": "o"} for number in range(5)}
    findings = check(tree_of({**questions, "q5": {"a": "o", "b": "p"}}, ("o", "p")), {})

    assert [(finding.code, finding.message) for finding in findings] == [
        ("uncovered-way", "95 of 95 ways have no scenario.")
    ]


def test_a_file_that_can_not_be_read_is_a_finding(tmp_path: Path) -> None:
    """A missing file gives no tree and one finding."""
    tree, findings = check_file(tmp_path / "nowhere.yml")

    assert tree is None
    assert [finding.code for finding in findings] == ["cannot-read"]


def test_a_tree_without_places_can_be_checked() -> None:
    """A tree that comes from no file is checked as well."""
    findings = check(tree_of({"q": {"a": "nowhere", "b": "o"}}, ("o",)), {})

    assert [(finding.code, finding.place) for finding in findings] == [("missing-target", Place("tree", 1, 1))]


def test_a_scenario_may_be_decided_either_way() -> None:
    """A scenario that leaves a question open passes where the answer can't change the outcome."""
    tree = tree_of({"q": {"a": "r", "b": "o"}, "r": {"c": "o", "d": "o"}}, ("o",))
    scenario = Scenario("s", tree.title, {"q": "unsure"}, "o")

    codes = {finding.code for finding in check(replace(tree, scenarios={"s": scenario}), {})}

    assert "scenario-fails" not in codes


def test_a_scenario_that_is_not_sure_covers_no_single_way() -> None:
    """Only a scenario that answers each question of a way is an example of that way."""
    scenario = Scenario("s", SUPPER.title, {"hungry": "unsure", "cook": "no", "thirsty": "no"}, "toast")

    findings = check(replace(SUPPER, scenarios={"s": scenario}), {}, each_way=True)

    assert [finding.code for finding in findings] == ["uncovered-way"] * 4


def test_a_used_consideration_is_no_finding() -> None:
    """A consideration that an outcome asks to confirm is in use."""
    soup = replace(SUPPER.outcomes["soup"], confirm=("spoon",))
    spoon = Consideration("spoon", SUPPER.title)
    tree = replace(SUPPER, outcomes={**SUPPER.outcomes, "soup": soup}, considerations={"spoon": spoon})

    assert {finding.code for finding in check(tree, {})} == {"uncovered-way"}


@pytest.mark.parametrize("size", [10, 20_000])
def test_a_ladder_with_more_ways_than_atoms_is_checked_at_once(size: int) -> None:
    """Joins make ways exponential; no check goes through them."""
    questions = {f"q{number}": {"left": f"q{number + 1}", "right": f"q{number + 2}"} for number in range(size - 2)}
    questions |= {
        f"q{size - 2}": {"left": f"q{size - 1}", "right": "end"},
        f"q{size - 1}": {"left": "end", "right": "other"},
    }

    findings = check(tree_of(questions, ("end", "other")), {})

    assert {finding.code for finding in findings} == {"uncovered-way"}


def test_many_findings_in_a_deep_tree_do_not_fill_the_memory() -> None:
    """Past a total length of ways, findings come without one."""
    questions = {f"q{number}": {"a": f"q{number + 1}", "b": f"nowhere-{number}"} for number in range(5000)}
    tree = tree_of({**questions, "q5000": {"a": "o", "b": "p"}}, ("o", "p"))

    findings = check(tree, {})

    assert len(findings) == 5000
    assert findings[0].answers == {"q0": "b"}
    assert findings[-1].answers is None


def test_a_page_that_is_a_link_out_of_the_folder_is_outside(tmp_path: Path, tree_file: Callable[[str], Path]) -> None:
    """A symbolic link does not lead a page out of the documentation folder."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "secret.md").write_text("# Secret")
    (docs / "toast.md").symlink_to(tmp_path / "secret.md")
    text = (TREES / "dragon.yml").read_text().replace("snacks/toast.md", "toast.md")

    _, findings = check_file(tree_file(text), docs)

    assert "page-outside-docs" in {finding.code for finding in findings}
