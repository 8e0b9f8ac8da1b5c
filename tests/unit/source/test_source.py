"""Reading: from a YAML file to a tree, with the place of everything in it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from example_trees import DRAGON
from fingerpost.findings.finding import Place
from fingerpost.source import CANNOT_READ, Reading, read_tree
from fingerpost.source.collector import MOST_FINDINGS
from fingerpost.source.text import MAX_BYTES
from fingerpost.text.markup import Text
from fingerpost.tree.model import Renames, Source

type TreeFile = Callable[[str | bytes], Path]


@pytest.fixture(scope="module")
def dragon() -> Reading:
    """Read the tree that has every field."""
    return read_tree(DRAGON)


def codes(path: Path) -> list[str]:
    """Return the codes that reading a file finds."""
    return [finding.code for finding in read_tree(path).findings]


def test_a_good_file_has_no_findings(dragon: Reading) -> None:
    """A file that keeps to the format gives a tree and nothing else."""
    assert dragon.findings == ()
    assert dragon.tree is not None


def test_the_author_order_is_kept(dragon: Reading) -> None:
    """Questions, answers and outcomes come in the order in which the author wrote them."""
    assert dragon.tree is not None

    assert list(dragon.tree.questions) == ["hungry", "size", "shy"]
    assert [answer.id for answer in dragon.tree.questions["size"].answers] == ["small", "big", "huge"]
    assert list(dragon.tree.outcomes) == ["nap", "toast", "sheep"]


def test_single_fields_are_read(dragon: Reading) -> None:
    """Fields that occur once in a tree are read unchanged."""
    assert dragon.tree is not None

    assert dragon.tree.id == "dragon-snack"
    assert dragon.tree.title == Text("Choose a snack for a dragon", "Choose a <em>snack</em> for a dragon")
    assert dragon.tree.edition == "3.1"
    assert dragon.tree.start == "hungry"
    assert dragon.tree.source == Source("The dragon keeper's handbook", "https://example.org/dragons", "CC0-1.0")
    assert dragon.tree.renamed == Renames({"peckish": "hungry"}, {"size/tiny": "small"}, {"bread": "toast"})


def test_texts_that_are_not_the_sources_are_marked(dragon: Reading) -> None:
    """A list of names marks the texts beside it, one combination among them, and no other text."""
    assert dragon.tree is not None
    question, outcome = dragon.tree.questions["hungry"], dragon.tree.outcomes["toast"]

    assert dragon.tree.questions["shy"].more == Text("It may hide.", "<p>It may hide.</p>", ours=True)
    assert question.answers[0].because == Text("Smoke means hunger.", "Smoke means hunger.", ours=True)
    assert outcome.combines["sheep"].ours
    assert dragon.tree.considerations["butter"].why == Text("Dry toast catches fire.", "Dry toast catches fire.", True)
    assert dragon.tree.scenarios["puff"].need.ours
    others = (question.ask, question.reason, question.answers[1].because, outcome.summary, question.help)
    assert not any(text is None or text.ours for text in others)


def test_a_field_of_combinations_is_marked_as_a_whole(tree_file: TreeFile) -> None:
    """The name of a field that has entries marks each of them."""
    marked = DRAGON.read_text(encoding="utf-8").replace("ours: [combines/sheep]", "ours: [summary, combines]")

    tree = read_tree(tree_file(marked)).tree

    assert tree is not None
    assert tree.outcomes["toast"].summary == Text("Well done on both sides.", "Well done on both sides.", ours=True)
    assert tree.outcomes["toast"].combines["sheep"].ours


def test_yes_and_no_stay_words(dragon: Reading) -> None:
    """Answer ids `yes` and `no` are words, although older YAML takes them for truth values."""
    assert dragon.tree is not None

    assert [answer.id for answer in dragon.tree.questions["hungry"].answers] == ["yes", "no"]
    assert dragon.tree.scenarios["snore"].answers == {"hungry": "no"}


def test_unsure_is_words_or_false(dragon: Reading) -> None:
    """`unsure` says who can tell; `false` forbids the answer; without it the answer is allowed."""
    assert dragon.tree is not None
    hungry, size, shy = dragon.tree.questions.values()

    assert hungry.unsure == Text(
        "Ask the keeper when it last ate.", "Ask the <strong>keeper</strong> when it last ate."
    )
    assert hungry.unsure_allowed
    assert size.unsure is None
    assert not size.unsure_allowed
    assert shy.unsure is None
    assert shy.unsure_allowed


def test_what_outcomes_name_is_read(dragon: Reading) -> None:
    """Considerations, combinations and pages of an outcome are read."""
    assert dragon.tree is not None
    toast = dragon.tree.outcomes["toast"]

    assert toast.confirm == ("butter",)
    words = "Some dragons take toast with it."
    assert toast.combines == {"sheep": Text(words, words, ours=True)}
    assert toast.page == "snacks/toast.md"
    assert dragon.tree.considerations["butter"].ask.plain == "Is there butter?"


def test_the_place_of_a_value_is_its_own(dragon: Reading) -> None:
    """The position of a field with a single value is the start of the value."""
    place = dragon.places["questions", "size", "answers", "big", "go"]

    assert place == Place(str(DRAGON), 31, 44)


def test_the_place_of_an_entry_is_its_key(dragon: Reading) -> None:
    """The position of a question, an outcome or a scenario's answer is the start of its key."""
    assert dragon.places["questions", "size"] == Place(str(DRAGON), 26, 3)
    assert dragon.places["outcomes", "toast", "combines", "sheep"] == Place(str(DRAGON), 50, 16)
    assert dragon.places["outcomes", "toast", "confirm", "0"] == Place(str(DRAGON), 49, 15)


def test_places_name_the_file_as_it_was_given(tree_file: TreeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path stays relative in the findings."""
    monkeypatch.chdir(tree_file("[]").parent)

    assert read_tree("tree.yml").findings[0].place == Place("tree.yml", 1, 1)


def test_windows_line_ends_change_nothing(tree_file: TreeFile, dragon: Reading) -> None:
    """A file with carriage returns gives the same tree and the same places."""
    path = tree_file(DRAGON.read_bytes().replace(b"\n", b"\r\n"))

    reading = read_tree(path)

    assert reading.tree == dragon.tree
    assert reading.places["start",].line == dragon.places["start",].line


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is one finding, and no tree."""
    reading = read_tree(tmp_path / "nowhere.yml")

    assert [finding.code for finding in reading.findings] == [CANNOT_READ]
    assert reading.tree is None


@pytest.mark.parametrize("name", [".", "a\0b", "n" * 300])
def test_a_path_that_is_no_file(tmp_path: Path, name: str) -> None:
    """A folder, and names that no file can have, are findings like a missing file."""
    assert codes(tmp_path / name) == [CANNOT_READ]


def test_a_file_that_is_too_large(tree_file: TreeFile) -> None:
    """A file past the limit is not parsed."""
    assert codes(tree_file(b"a" * (MAX_BYTES + 1))) == ["too-large"]


def test_a_huge_file_is_not_taken_into_memory(tmp_path: Path) -> None:
    """Of a file of 50 MB no more is read than a tree may have."""
    path = tmp_path / "huge.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    found = codes(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found == ["too-large"]
    assert peak < 4 * MAX_BYTES


def test_endless_nesting_is_cut_off(tree_file: TreeFile) -> None:
    """Millions of brackets are one finding, in little time."""
    assert codes(tree_file("a: " + "[" * 1_000_000)) == ["too-deep"]


def test_a_flood_of_findings_is_cut_off(tree_file: TreeFile) -> None:
    """Past a number of findings the rest is only counted, so that no file can fill the memory."""
    fields = "".join(f"field-{number}: x\n" for number in range(MOST_FINDINGS + 100))

    findings = read_tree(tree_file(fields)).findings

    assert len(findings) == MOST_FINDINGS + 1
    assert findings[-1].code == "too-many-findings"
    # The 7 required fields are missing as well.
    assert findings[-1].message == "107 more findings are not shown."


@pytest.mark.parametrize("word", ["true", "False", "null", "~", "12", "-1.5e3", "0x1F", ".inf", "2022-11-24"])
def test_what_yaml_takes_for_something_else_needs_quotes(tree_file: TreeFile, word: str) -> None:
    """Where text is expected, a plain word that YAML does not read as text is a finding that says how to fix it."""
    finding = read_tree(tree_file(f"format: 1\ntitle: {word}\n")).findings[-1]

    assert finding.code in ("wrong-type", "empty-text")
    assert finding.place.column == 8


@pytest.mark.parametrize("word", ["yes", "No", "on", "1st", "2022-11", "v1.0", "n/a", '"12"', "'true'"])
def test_other_words_are_text(tree_file: TreeFile, word: str) -> None:
    """Words that only look special, and whatever is in quotes, are text."""
    findings = read_tree(tree_file(f"format: 1\ntitle: {word}\n")).findings

    assert 2 not in [finding.place.line for finding in findings if finding.severity == "error"]


def test_the_rest_of_a_broken_tree_is_read(tree_file: TreeFile) -> None:
    """Valid parts are read despite faults elsewhere, so that the checks report the rest at the same time."""
    broken = DRAGON.read_text().replace("ask: Is it shy?", "ask: [3]").replace("label: Smaller", "note: Smaller")

    reading = read_tree(tree_file(broken))

    assert [finding.code for finding in reading.findings] == ["missing-field", "wrong-type"]
    assert reading.tree is not None
    assert list(reading.tree.questions) == ["hungry", "size", "shy"]
    assert [answer.go for answer in reading.tree.questions["size"].answers] == ["toast", "shy", "sheep"]


def test_words_are_one_line_however_they_are_written(tree_file: TreeFile) -> None:
    """The title of a source is one line, since a sentence and a heading contain it."""
    text = DRAGON.read_text(encoding="utf-8").replace(
        "  title: The dragon keeper's handbook", "  title: |\n    The dragon\n    keeper's   handbook"
    )

    tree = read_tree(tree_file(text)).tree

    assert tree is not None
    assert tree.source is not None
    assert tree.source.title == "The dragon keeper's handbook"
