"""Whatever a tree, a link, a file or an argument says, the terminal shows it as text within one line."""

from __future__ import annotations

import ast
import io
import json
import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from command_line import DRAGON, Run, assert_harmless
from fingerpost import cli
from fingerpost.cli import main
from fingerpost.cli.commands import COMMANDS
from fingerpost.text.visible import HIDDEN

EVIL = "\x1b]0;gone\x07\x9b2J\u202e\u2066\n::error::forged\r##[error]boo\u2028\x7f"

ARGUMENTS: dict[str, list[list[str]]] = {
    "ask": [[EVIL]],
    "assets": [[EVIL]],
    "check": [[EVIL], [DRAGON, "--error", EVIL], [DRAGON, "--docs", EVIL], [DRAGON, "--format", EVIL]],
    "compile": [[EVIL], [DRAGON, "-o", f"/no-such-folder/{EVIL}"]],
    "completion": [[EVIL]],
    "decide": [[EVIL, EVIL], [DRAGON, EVIL]],
    "diff": [[EVIL, EVIL], [DRAGON, f"{EVIL}:{EVIL}"], [f"HEAD:{EVIL}", DRAGON], [DRAGON, "--rev", f"-{EVIL}"]],
    "embed": [[EVIL, EVIL]],
    "explain": [[DRAGON, EVIL], [DRAGON, f"dragon-snack?hungry={EVIL}"], [DRAGON, f"x?edition={EVIL}" + "x" * 70_000]],
    "export": [[EVIL, "--to", "dmn"], [DRAGON, "--to", EVIL], [DRAGON, "--to", "dot", "-o", f"/no/{EVIL}"]],
    "headers": [[EVIL], [EVIL, "--json"], [EVIL, "--host", EVIL], [EVIL, "--host", "nginx"]],
    "import": [[EVIL], [f"{EVIL}.dmn"]],
    "new": [[f"/dev/null/{EVIL}"]],
    "paths": [[EVIL], [DRAGON, EVIL]],
    "plan": [[EVIL, EVIL], [DRAGON, EVIL], [DRAGON, f"plan={EVIL}"], [DRAGON, f"{EVIL}?plan=AAAA0"]],
    "policy": [[EVIL]],
    "record": [[DRAGON, EVIL], [DRAGON, "hungry=no", "--format", EVIL], [DRAGON, "hungry=no", "-o", f"/no/{EVIL}"]],
    "reference": [[EVIL]],
    "scenarios": [[EVIL]],
}
"""For each command, arguments that it quotes in what it says."""


def test_every_command_is_here() -> None:
    assert set(ARGUMENTS) == set(COMMANDS)


@pytest.mark.parametrize(
    ("command", "words"), [(name, words) for name, many in ARGUMENTS.items() for words in many], ids=lambda part: ""
)
def test_an_argument_is_quoted_within_a_line(
    command: str, words: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with suppress(SystemExit):
        main([command, *words])
    captured = capsys.readouterr()
    said = captured.out + captured.err

    assert said
    assert_harmless(said)


FAULTS = {
    "a key": 'format: 1\nid: t\n"x\\n::error::forged\\e[2J\\u202e": 1\n',
    "an id": 'format: 1\n"id": "x\\n::error::forged\\e[2J"\n',
    "a route": 'questions: {a: {ask: A, answers: {"b": {label: B, go: "x\\n::error::forged ##[error]"}}}}\n',
    "a text": 'title: "<b\\n::error::forged>\\x9b"\n',
}


@pytest.mark.parametrize("content", FAULTS.values(), ids=list(FAULTS))
@pytest.mark.parametrize("output", ["text", "github", "sarif", "json"])
def test_a_finding_is_one_line_whatever_it_quotes(content: str, output: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "tree.yml"
    file.write_text(content, encoding="utf-8")

    status, out, err = run("check", str(file), "--format", output)

    assert status == 1
    if output == "github":
        assert all(re.match(r"::(?:error|warning) file=", line) for line in out.splitlines())
        assert HIDDEN.search(out) is None
        assert "##[" not in err
    else:
        assert_harmless(out + err)
    if output == "text":
        *found, counted = out.splitlines()
        assert all(line.startswith(f"{file}:") for line in found)
        assert re.fullmatch(r"\d+ errors?(?:, \d+ warnings?)?\.", counted)
    elif output != "github":
        json.loads(out)


def test_a_document_is_handed_on_as_it_is_but_harmless_to_a_terminal(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("record", DRAGON, "hungry=no", "--need", "\u2066a\x1b[2J", "--format")
    assert main([*words, "json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["need"] == "\u2066a\x1b[2J"

    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main([*words, "json"]) == 0
    assert_harmless(terminal.getvalue())


def test_nothing_is_printed_past_the_module_for_it() -> None:
    """Only `terminal` and the listing of findings may print; another file could forget to make words harmless."""
    package = Path(cli.__file__).parent
    for file in package.rglob("*.py"):
        if file.name == "terminal.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            constant = all(isinstance(argument, ast.Constant) for argument in node.args)
            assert called != "print", f"{file}:{node.lineno}"
            assert constant or not re.search(r"(?:stdout|stderr|\bout)\b.*\.write(?:lines)?$", called), (
                f"{file}:{node.lineno}"
            )
