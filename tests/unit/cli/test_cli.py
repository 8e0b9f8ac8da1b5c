"""The command line: output, exit status and bad input."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from example_trees import TREES
from fingerpost.check.reports import as_annotations
from fingerpost.cli import main
from fingerpost.findings.finding import Finding, Place
from fingerpost.source import read_tree
from fingerpost.source.cache import kept_tree
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import UNSURE
from fingerpost.tree.ways import LIMIT

DRAGON = str(TREES / "dragon.yml")

type Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command and gives its status, output and errors."""

    def run_command(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        status = main(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_command


def broken(name: str) -> str:
    """Return the path of a broken tree."""
    return str(TREES / "broken" / f"{name}.yml")


def ladder(size: int) -> str:
    """Return the text of a tree with 2 to the power of its size of ways."""
    answers = "answers: {{a: {{label: A, go: {0}}}, b: {{label: B, go: {1}}}}}"
    rungs = "".join(
        f"  l{n}: {{ask: L?, {answers.format(f'l{n + 1}', f'r{n + 1}')}}}\n"
        f"  r{n}: {{ask: R?, {answers.format(f'r{n + 1}', f'l{n + 1}')}}}\n"
        for n in range(1, size)
    )
    return (
        'format: 1\nid: ladder\ntitle: A ladder\nedition: "1"\nstart: start\nquestions:\n'
        f"  start: {{ask: Up?, {answers.format('l1', 'r1')}}}\n{rungs}"
        f"  l{size}: {{ask: Top?, {answers.format('moon', 'sun')}}}\n"
        f"  r{size}: {{ask: Top?, {answers.format('moon', 'sun')}}}\n"
        "outcomes: {moon: {title: The moon}, sun: {title: The sun}}\n"
    )


def test_check_of_a_good_tree(run: Run) -> None:
    """A good tree has no output, a summary for the reader, and status 0."""
    assert run("check", DRAGON, "--docs", str(TREES / "docs")) == (
        0,
        "",
        f"{DRAGON}: nothing found. 3 questions, 3 outcomes.\n",
    )


def test_check_prints_one_finding_in_a_line(run: Run) -> None:
    """Each finding is a line that begins with file, line, column and code; status 1."""
    status, out, err = run("check", broken("unknown-fields"))

    assert status == 1
    assert out.splitlines()[0] == (
        f"{broken('unknown-fields')}:3:1: unknown-field: The tree has no field 'titel'. Did you mean 'title'?"
    )
    assert len(out.splitlines()) == 3
    assert err == f"{broken('unknown-fields')}: 3 errors, 0 warnings.\n"


def test_warnings_do_not_fail(run: Run) -> None:
    """A tree with warnings alone may be published."""
    status, out, err = run("check", broken("uncovered-ways"))

    assert status == 0
    assert "uncovered-way" in out
    assert err.endswith(": 0 errors, 1 warning.\n")


def test_check_as_json(run: Run) -> None:
    """With --json the findings are data."""
    status, out, _ = run("check", broken("missing-target"), "--json")

    assert status == 1
    assert json.loads(out)["findings"][0] == {
        "code": "missing-target",
        "severity": "error",
        "file": broken("missing-target"),
        "line": 10,
        "column": 31,
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
                    "artifactLocation": {"uri": broken("missing-target")},
                    "region": {"startLine": 10, "startColumn": 31},
                }
            }
        ],
        "properties": {"answers": {"hungry": "yes"}},
    }


def test_check_as_annotations(run: Run) -> None:
    """GitHub reads one command in a line; nothing in a tree can end it."""
    _, out, _ = run("check", broken("unknown-fields"), "--format", "github")

    assert out.splitlines()[0] == (
        f"::error file={broken('unknown-fields')},line=3,col=1,title=unknown-field"
        "::The tree has no field 'titel'. Did you mean 'title'?"
    )


def test_an_annotation_can_not_be_ended_from_inside() -> None:
    """Line ends and the marks of a command are written in GitHub's own way."""
    finding = Finding("tab", "warning", Place("a,b:c.yml", 1, 2), "100 %\r\n::error::no", "Mend it.")

    assert as_annotations([finding]) == [
        "::warning file=a%2Cb%3Ac.yml,line=1,col=2,title=tab::100 %25%0D%0A::error::no Mend it."
    ]


@pytest.mark.parametrize("command", [["check"], ["paths"], ["ask"], ["compile", "-o", "tree.json"]])
def test_a_file_that_is_not_there(run: Run, command: list[str]) -> None:
    """What can't be read ends every command with status 2 and a finding."""
    status, out, err = run(command[0], "nowhere.yml", *command[1:])

    assert status == 2
    assert "nowhere.yml:1:1: cannot-read:" in out + err


@pytest.mark.parametrize("command", [["paths"], ["ask"], ["compile", "-o", "tree.json"]])
def test_a_broken_tree_is_not_used(run: Run, command: list[str]) -> None:
    """Every command proves the tree first, and prints its errors."""
    status, out, err = run(command[0], broken("everything-at-once"), *command[1:], "--json")

    assert status == 1
    assert out == ""
    assert "missing-target" in err


def test_a_folder_that_is_not_there(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong documentation folder is a mistake in the command."""
    with pytest.raises(SystemExit) as ended:
        run("check", DRAGON, "--docs", "nowhere")

    assert ended.value.code == 2
    assert "there is no folder 'nowhere'" in capsys.readouterr().err


def test_paths_as_text(run: Run) -> None:
    """Each way is a line, in the author's order."""
    status, out, _ = run("paths", DRAGON)

    assert status == 0
    assert out.splitlines() == [
        "hungry yes, size small → toast",
        "hungry yes, size big, shy yes → toast",
        "hungry yes, size big, shy no → sheep",
        "hungry yes, size huge → sheep",
        "hungry no → nap",
    ]


def test_paths_as_json(run: Run) -> None:
    """With --json the ways are a list of answers with their outcome."""
    ways = json.loads(run("paths", DRAGON, "--json")[1])

    assert len(ways) == 5
    assert ways[1] == {"answers": {"hungry": "yes", "size": "big", "shy": "yes"}, "outcome": "toast"}


def test_too_many_paths_are_counted(run: Run, tree_file: Callable[[str], Path]) -> None:
    """Past the limit the ways are counted for each outcome, with one example."""
    status, out, _ = run("paths", str(tree_file(ladder(40))), "--json")
    result = json.loads(out)

    assert status == 0
    assert (result["ways"], result["limit"]) == (2**41, LIMIT)
    assert [(outcome["outcome"], outcome["ways"]) for outcome in result["outcomes"]] == [
        ("moon", 2**40),
        ("sun", 2**40),
    ]
    assert result["outcomes"][1]["example"]["l40"] == "b"


def test_too_many_paths_as_text(run: Run, tree_file: Callable[[str], Path]) -> None:
    """The text says that the ways are not listed."""
    first, moon, _ = run("paths", str(tree_file(ladder(40))))[1].splitlines()

    assert first.startswith("about 10^12 ways: too many to list (the limit is 1000).")
    assert moon.endswith("→ moon (about 10^12 ways)")


def test_ask_to_an_outcome(run: Run) -> None:
    """Numbers, ids and labels are accepted in any case; the end tells outcome, reasons, page and link."""
    status, out, err = run("ask", DRAGON, typed="YES\n2\nshy\n no \n")

    assert status == 0
    assert err == ""
    assert "Is the dragon hungry?" in out
    assert "  1. Yes: There is smoke" in out
    assert "'shy' is not one of the answers. Enter 1 to 2" in out
    assert "Outcome: A sheep" in out
    assert "  - Is the dragon hungry? Yes\n    Smoke means hunger. (our reading)\n" in out
    assert "Page: snacks/sheep.md" in out
    assert out.endswith("Link: dragon-snack?hungry=yes&size=big&shy=no&edition=3.1\n")


def test_ask_accepts_labels(run: Run) -> None:
    """A label is as good as its id."""
    assert "Outcome: Toast" in run("ask", DRAGON, typed="yes\nsmaller than a BARN\n")[1]


def test_ask_for_help(run: Run) -> None:
    """A question mark shows the notes, and the question stays."""
    _, out, _ = run("ask", DRAGON, typed="?\nno\n")

    assert "Signs of hunger:\n\n- smoke\n- a look at the sheep\n" in out
    assert "If you are not sure: Ask the keeper when it last ate." in out
    assert "Outcome: No snack, but a nap" in out


def test_ask_goes_back(run: Run) -> None:
    """Back takes the last answer back; at the first question there is nothing to take back."""
    _, out, _ = run("ask", DRAGON, typed="b\nyes\nback\nno\n")

    assert "This is the first question." in out
    assert "Outcome: No snack, but a nap" in out


def test_ask_not_sure_where_it_is_allowed(run: Run) -> None:
    """Not sure keeps the branches open; where the author forbids it, it is a wrong entry."""
    status, out, _ = run("ask", DRAGON, "--json", typed="yes\nu\nbig\nu\n")

    assert status == 0
    assert json.loads(out) == {
        "answers": {"hungry": "yes", "size": "big", "shy": UNSURE},
        "possible": ["toast", "sheep"],
        "decided": None,
        "link": "dragon-snack?hungry=yes&size=big&shy=unsure&edition=3.1",
    }


def test_ask_shows_what_stays_possible(run: Run) -> None:
    """With nothing left to ask and nothing decided, the possible outcomes are named."""
    _, out, _ = run("ask", DRAGON, typed="yes\nbig\nu\n")

    assert "Several outcomes are still possible:\n  - Toast\n  - A sheep\n" in out


def test_ask_stops_when_decided(run: Run, tree_file: Callable[[str], Path]) -> None:
    """A question that can't change the outcome is not asked."""
    _, out, _ = run("ask", str(tree_file(EITHER_WAY)), typed="u\nyes\n")

    assert "Outcome: The zoo" in out
    assert "The outcome is the same either way" in out


EITHER_WAY = """\
format: 1
id: outing
title: An outing
edition: "1"
start: weather
questions:
  weather:
    ask: Does the sun shine?
    answers: {yes: {label: "Yes", go: money}, no: {label: "No", go: umbrella}}
  money:
    ask: Is there money for the zoo?
    answers: {yes: {label: "Yes", go: zoo}, no: {label: "No", go: attic}}
  umbrella:
    ask: Is there an umbrella?
    answers: {yes: {label: "Yes", go: money}, no: {label: "No", go: zoo}}
outcomes: {zoo: {title: The zoo}, attic: {title: The attic}}
"""
"""With money, the umbrella changes nothing."""


def test_ask_as_json_keeps_the_output_clean(run: Run) -> None:
    """With --json the questions go to the standard error."""
    status, out, err = run("ask", DRAGON, "--json", typed="1\n1\n")

    assert status == 0
    assert json.loads(out)["decided"] == "toast"
    assert "Is the dragon hungry?" in err


def test_ask_at_the_end_of_the_input(run: Run) -> None:
    """Input that ends too early is told, with status 1 and the answers so far."""
    status, out, err = run("ask", DRAGON, "--json", typed="yes\n")

    assert status == 1
    assert json.loads(out)["link"] == "dragon-snack?hungry=yes&edition=3.1"
    assert "The input ended at the question 'size'" in err


def test_ask_can_be_left(run: Run) -> None:
    """Quitting is a good end."""
    status, out, _ = run("ask", DRAGON, typed="yes\nq\n")

    assert status == 0
    assert "You stopped before an outcome was decided." in out


def test_compile_writes_the_tree_as_json(run: Run, tmp_path: Path) -> None:
    """The file has what pages carry."""
    file = tmp_path / "tree.json"

    assert run("compile", DRAGON, "-o", str(file)) == (0, "", "")

    tree = read_tree(DRAGON).tree
    assert tree is not None
    assert to_json(tree) == json.loads(file.read_text(encoding="utf-8"))


def test_check_compiles_what_has_no_errors(run: Run, tmp_path: Path) -> None:
    """One reading is enough: check writes what compile writes, and keeps the tree for the pages."""
    compiled, checked, kept = tmp_path / "compiled.json", tmp_path / "checked.json", tmp_path / "kept"
    run("compile", DRAGON, "-o", str(compiled))

    status, _, err = run("check", DRAGON, "--compile", str(checked), "--cache", str(kept))

    assert (status, err) == (0, f"{DRAGON}: nothing found. 3 questions, 3 outcomes.\n")
    assert checked.read_bytes() == compiled.read_bytes()
    assert kept_tree(Path(DRAGON).read_bytes(), kept) == read_tree(DRAGON).tree


@pytest.mark.parametrize("options", [["missing-target"], ["uncovered-ways", "--strict"]])
def test_check_compiles_nothing_that_has_errors(run: Run, tmp_path: Path, options: list[str]) -> None:
    """Nor what has warnings that count as errors."""
    name, *strict = options
    file, kept = tmp_path / "tree.json", tmp_path / "kept"

    assert run("check", broken(name), *strict, "--compile", str(file), "--cache", str(kept))[0] == 1
    assert list(tmp_path.iterdir()) == []


def test_compile_tells_what_it_made(run: Run, tmp_path: Path) -> None:
    """With --json the command says which tree it wrote where."""
    file = str(tmp_path / "tree.json")

    assert json.loads(run("compile", DRAGON, "-o", file, "--json")[1]) == {
        "tree": "dragon-snack",
        "edition": "3.1",
        "file": file,
    }


def test_compile_to_a_place_that_can_not_be_written(run: Run, tmp_path: Path) -> None:
    """A file that can't be written is told, with status 2."""
    status, _, err = run("compile", DRAGON, "-o", str(tmp_path))

    assert status == 2
    assert "The file can't be written" in err


def command() -> list[str]:
    """Return the words that start the program in a process of its own."""
    return [sys.executable, "-c", "import sys; from fingerpost.cli import main; sys.exit(main())"]


def test_output_is_utf8_whatever_the_locale() -> None:
    """Text that the locale can't write comes as UTF-8."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}

    done = subprocess.run([*command(), "paths", DRAGON], env=environment, capture_output=True, check=True)

    assert "hungry no → nap" in done.stdout.decode("utf-8")


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_reader_that_leaves_is_no_fault() -> None:
    """When nobody reads the output any more, the program ends without a word."""
    words = " ".join(f"'{word}'" for word in [*command(), "paths", DRAGON, "--json"])

    done = subprocess.run(["sh", "-c", f"{words} | true"], capture_output=True, check=False)

    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_ends_without_a_traceback() -> None:
    """An interrupted conversation ends with the status that shells use."""
    with subprocess.Popen(
        [*command(), "ask", DRAGON],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that a script starts in the background would pass on that the signal is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 130
    assert b"Traceback" not in err


def test_scenarios_of_a_tree_with_all(run: Run) -> None:
    """Each scenario is a line, with its title where it has one, and every way has one."""
    status, out, _ = run("scenarios", DRAGON)

    assert status == 0
    assert out.splitlines()[:2] == [
        "puff (A small puff): hungry yes, size small → toast",
        "blush: hungry yes, size big, shy yes → toast",
    ]
    listed = json.loads(run("scenarios", DRAGON, "--json")[1])["scenarios"]
    assert [scenario["title"] for scenario in listed] == ["A small puff", None, None, None, None]
    assert out.splitlines()[-1] == "5 of 5 ways have a scenario."
    assert run("scenarios", DRAGON, "--skeleton")[1] == ""


def test_ways_without_a_scenario(run: Run) -> None:
    """The ways without one are listed, as text and as data."""
    path = broken("uncovered-ways")

    assert "Ways without a scenario:\nhungry yes → sheep\n" in run("scenarios", path)[1]
    result = json.loads(run("scenarios", path, "--json")[1])
    assert (result["ways"], result["covered"], result["complete"]) == (2, 1, True)
    assert result["missing"] == [{"answers": {"hungry": "yes"}, "outcome": "sheep"}]


def test_the_skeleton_covers_what_was_missing(run: Run, tree_file: Callable[[str], Path]) -> None:
    """Put below the scenarios, with the needs written, the skeleton leaves nothing without an example."""
    path = broken("uncovered-ways")
    text = Path(path).read_text(encoding="utf-8").rstrip("\n") + "\n" + run("scenarios", path, "--skeleton")[1]

    unwritten = run("check", str(tree_file(text)))
    assert unwritten[0] == 1
    assert "empty-text: 'need' of scenario 'example-1' is empty." in unwritten[1]
    assert run("check", str(tree_file(text.replace('need: ""', "need: It smokes."))))[1] == ""


def test_of_too_many_ways_some_are_shown(run: Run, tree_file: Callable[[str], Path]) -> None:
    """Past the limit the first ways are shown, and the numbers say so."""
    out = run("scenarios", str(tree_file(ladder(40))))[1]

    assert out.startswith("0 of about 10^12 ways have a scenario.\n\nWays without a scenario, the first ")
