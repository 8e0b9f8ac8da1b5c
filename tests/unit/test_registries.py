"""Check rules, forms of the record, panels and subcommands are collected: a copied file is all that a new one takes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import fingerpost
from example_trees import TREES
from fingerpost.cli import main

PACKAGE = Path(fingerpost.__file__).parent
CONTRIBUTING = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")

COPIED = {
    "check/rules": ("same_target.py", "RULE", "from fingerpost.check.codes import BY_NAME"),
    "record/forms": ("json.py", "FORM", "from fingerpost.door import call"),
    "plan/forms": ("csv.py", "FORM", "from fingerpost.plan.planner import Planner"),
    "render/panels": ("combines.py", "PANEL", "from fingerpost.door import call"),
    "export/formats": ("outline.py", "FORMAT", "from fingerpost.cli import main"),
    "importing/formats": ("mermaid.py", "FORMAT", "from fingerpost.cli import main"),
    "cli/commands": ("compile.py", "COMMAND", "from fingerpost.cli import main"),
}
"""Each folder with the file that CONTRIBUTING.md says to copy, the name that it defines, and who imports the folder."""


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """A copy of the package, to add files to."""
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__", "web"))
    return tmp_path / PACKAGE.name


def python(engine: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code with a copy of the package."""
    start = f"import sys; sys.path.insert(0, {str(engine.parent)!r})\n"
    return subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, check=False)


def copied(engine: Path, folder: str, name: str, *changes: tuple[str, str]) -> None:
    """Copy the file that is named for a folder, and change parts of it."""
    text = (engine / folder / COPIED[folder][0]).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (engine / folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("folder", COPIED)
def test_the_file_to_copy_is_named(folder: str) -> None:
    assert f"`engine/fingerpost/{folder}/{COPIED[folder][0]}`" in CONTRIBUTING


def test_a_copied_rule_is_checked_and_explained(engine: Path) -> None:
    copied(engine, "check/rules", "idle_question.py", ('"same-target"', '"idle-question"'), ("order=170", "order=175"))

    command = f"main(['check', {str(TREES / 'broken' / 'same-target.yml')!r}, '--error', 'idle-question'])"
    done = python(engine, f"from fingerpost.cli import main; {command}; main(['reference', 'findings'])")

    assert " same-target: All answers" in done.stdout
    assert " idle-question: All answers" in done.stdout
    headings = [line for line in done.stdout.splitlines() if line.startswith("## ")]
    after = headings.index("## `same-target` { #same-target }") + 1
    assert headings[after] == "## `idle-question` { #idle-question }"


def test_a_copied_form_has_a_button_and_is_in_the_record(engine: Path) -> None:
    names = (('name="json"', 'name="jsonl"'), ('extension="json"', 'extension="jsonl"'))
    changes = (('title="JSON"', 'title="JSON lines"'), *names, ("300", "700"))
    copied(engine, "record/forms", "lines.py", *changes)

    file = engine.parent / "tree.json"
    main(["compile", str(TREES / "dragon.yml"), "-o", str(file)])
    done = python(
        engine,
        "import json; from fingerpost.door import call; from fingerpost.cli import main\n"
        f"call('load', json.dumps({{'tree': json.load(open({str(file)!r}, encoding='utf-8'))}}))\n"
        "state = {'tree': 'dragon-snack', 'link': 'dragon-snack?hungry=no'}\n"
        "written = {'notes': {'need': '', 'confirmations': {}}, 'address': '', 'date': ''}\n"
        "print(json.loads(call('view', json.dumps(state)))['html'])\n"
        "print(list(json.loads(call('record', json.dumps(state | written)))['forms']))\n"
        f"main(['record', {str(TREES / 'dragon.yml')!r}, 'hungry=no', '--format', 'jsonl'])",
    )

    assert 'data-action="record-download-lines">Download as JSON lines</button>' in done.stdout
    assert "\n['markdown', 'docx', 'html', 'json', 'nhs', 'nhs_docx', 'checklist', 'fhir', 'lines']\n{" in done.stdout


def test_a_copied_panel_stands_where_its_order_says(engine: Path) -> None:
    copied(engine, "render/panels", "another.py", ("order=400", "order=450"))

    done = python(
        engine,
        "from fingerpost.render.panels import PANELS; print([panel.draw.__module__ for panel in PANELS][5:7])",
    )

    assert done.stdout == "['fingerpost.render.panels.combines', 'fingerpost.render.panels.another']\n"


def test_a_copied_command_runs_and_is_in_the_help(engine: Path) -> None:
    copied(engine, "cli/commands", "pack.py", ("order=900", "order=910"))
    file = engine.parent / "tree.json"

    done = python(
        engine,
        f"from fingerpost.cli import main; main(['pack', {str(TREES / 'dragon.yml')!r}, '-o', {str(file)!r}])\n"
        "main(['--help'])",
    )

    assert file.is_file()
    listed = [words[0] for line in done.stdout.splitlines() if (words := line.split()) and line.startswith("    ")]
    assert listed[listed.index("compile") + 1] == "pack"


def test_a_copied_format_is_written_and_read(engine: Path) -> None:
    copied(engine, "export/formats", "lines.py", ("order=700", "order=710"), ("outline.txt", "lines.txt"))
    copied(engine, "importing/formats", "chart.py", ("order=400", "order=410"), ('".mermaid"', '".chart"'))
    chart = engine.parent / "tree.chart"
    chart.write_text("flowchart TD\n  A{Rain?} -->|Yes| B[Umbrella]\n  A -->|No| C[Hat]\n", encoding="utf-8")

    done = python(
        engine,
        f"from fingerpost.cli import main; main(['export', {str(TREES / 'dragon.yml')!r}, '--to', 'lines'])\n"
        f"main(['import', {str(chart)!r}])",
    )

    assert "Question 1: Is the dragon hungry?" in done.stdout
    assert "title: Umbrella" in done.stdout


@pytest.mark.parametrize("folder", COPIED)
@pytest.mark.parametrize(("text", "fault"), [("", "does not"), ("{name} = 'text'\n", "defines str instead")])
def test_an_incomplete_file_is_refused(engine: Path, folder: str, text: str, fault: str) -> None:
    _, name, importing = COPIED[folder]
    file = engine / folder / "incomplete.py"
    file.write_text(text.format(name=name), encoding="utf-8")

    done = python(engine, importing)

    assert done.returncode == 1
    [message] = [line for line in done.stderr.splitlines() if line.startswith("TypeError: ")]
    assert message.startswith(f"TypeError: {file}: every module in this folder defines {name} = ")
    assert fault in message


def test_a_rule_in_a_file_of_another_name_is_refused(engine: Path) -> None:
    copied(engine, "check/rules", "idle_question.py")

    done = python(engine, COPIED["check/rules"][2])

    assert "idle_question has the code 'same-target': call its file same_target.py, or correct the code." in done.stderr
