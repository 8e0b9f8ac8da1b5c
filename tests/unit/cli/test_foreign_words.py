"""Whatever words are in a file, a command says them as text within a line: trees, imported files, sheets and plans."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import DRAGON, Run, assert_harmless
from fingerpost.importing.tree_file import tree_file
from injections import ATTACKS, DRAFTS, FILES

EVIL = f"{ATTACKS['terminal']}\n::error::forged\r##[error]boo"


@pytest.mark.parametrize("kind", FILES)
def test_what_is_said_of_an_imported_file(run: Run, tmp_path: Path, kind: str) -> None:
    _, name, content = FILES[kind]
    file = tmp_path / name
    said = ""
    for words in (*ATTACKS.values(), EVIL):
        file.write_bytes(content(words))
        _, _, err = run("import", str(file))
        assert_harmless(err)
        said += err

    assert said


@pytest.mark.parametrize(
    "command",
    [
        ("explain", "FILE", "hungry=yes"),
        ("explain", "FILE", "hungry=no"),
        ("ask", "FILE"),
        ("paths", "FILE"),
        ("scenarios", "FILE"),
        ("diff", DRAGON, "FILE"),
        ("record", "FILE", "hungry=no", "--format", "json"),
    ],
    ids=" ".join,
)
def test_what_is_said_of_a_tree(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    file = tmp_path / "tree.yml"
    for words in ATTACKS.values():
        draft = DRAFTS["tree file"](words)
        assert draft is not None
        file.write_text(tree_file(draft), encoding="utf-8")
        _, out, err = run(*(str(file) if word == "FILE" else word for word in command), typed="1\n1\n1\n")
        assert out + err
        assert_harmless(err if command[0] == "record" else out + err)


@pytest.mark.parametrize(
    "sheet", [f'"{EVIL}",hungry\nx,"{EVIL}"\n', f'Name,hungry,Hungry,"{EVIL}"\nx,y,z,a\n', f'"{EVIL}"\n'], ids=range(3)
)
def test_what_is_said_of_a_sheet_of_cases(run: Run, tmp_path: Path, sheet: str) -> None:
    file = tmp_path / "cases.csv"
    file.write_bytes(sheet.encode())

    _, _, err = run("decide", DRAGON, str(file))

    assert_harmless(err)


@pytest.mark.parametrize(
    "change",
    [{"tree": EVIL}, {"edition": EVIL}, {"title": [EVIL]}, {"needs": [{EVIL: 1}, EVIL, {"id": EVIL}]}],
)
def test_what_is_said_of_a_plan(run: Run, tmp_path: Path, change: dict[str, object]) -> None:
    plan = {"kind": "fingerpost-plan", "version": 1, "tree": "dragon-snack", "edition": "1", "needs": []} | change
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan), encoding="utf-8")

    _, _, err = run("plan", DRAGON, str(file))

    assert_harmless(err)
