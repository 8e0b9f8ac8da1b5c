"""Comparisons of two editions by meaning, and the reports of them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from example_trees import DRAGON
from fingerpost.cli import main
from fingerpost.compare import compare_trees
from fingerpost.compare.moves import Share
from fingerpost.compare.parts import Rewording
from fingerpost.compare.report import as_markdown, code, percent
from fingerpost.source import read_source
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Renames, Revision, Source, Tree
from made_up import SUPPER, tree_of

SHYER = tree_of(
    {
        "hungry": {"yes": "cook", "no": "thirsty"},
        "cook": {"yes": "soup", "no": "tea"},
        "thirsty": {"yes": "tea", "no": "toast", "very": "tea"},
    },
    ("soup", "toast", "tea"),
    tree_id="supper",
    edition="2",
)
"""A supper at which whoever can't cook has tea."""


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs git in a new repository and gives its output."""

    def run(*words: str) -> str:
        who = ("-c", "user.name=Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ["git", *who, *words], cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout.strip()

    run("init", "--quiet")
    return run


def test_who_is_led_elsewhere() -> None:
    """Each pair of outcomes has its share of all combinations, a witness in each edition, and where they part."""
    moves = compare_trees(SUPPER, SHYER).moves

    assert moves.share == Share(Fraction(5, 12), Fraction(5, 12))
    assert [(change.before, change.after, change.share.least) for change in moves.changes] == [
        ("toast", "tea", Fraction(1, 4)),
        (None, "tea", Fraction(1, 6)),
    ]
    assert moves.changes[0].old_answers == moves.changes[0].new_answers == {"hungry": "yes", "cook": "no"}
    assert moves.changes[0].parting == ("cook", "no")
    assert (moves.changes[1].old_answers, moves.changes[1].new_answers) == (
        {"hungry": "no"},
        {"hungry": "no", "thirsty": "very"},
    )


def test_what_reads_differently() -> None:
    """Parts are added, removed, renamed, rerouted and reworded; what is renamed is none of the others."""
    parts = compare_trees(SUPPER, SHYER).parts

    assert [(part.kind, part.id) for part in parts.added] == [("answer", "thirsty/very")]
    assert [(item.question, item.answer, item.before, item.after) for item in parts.rerouted] == [
        ("cook", "no", "toast", "tea")
    ]
    assert (parts.removed, parts.renamed, parts.reworded) == ([], [], [])


def test_a_tree_in_which_no_question_counts_is_compared() -> None:
    """One may ask nothing but informative questions."""
    tree = tree_of({"hungry": {"yes": "soup", "no": "soup"}}, ("soup",))
    informative = replace(tree, questions={name: replace(q, informative=True) for name, q in tree.questions.items()})

    moves = compare_trees(informative, informative).moves

    assert (moves.share, moves.changes) == (Share(Fraction(0), Fraction(0)), ())


def test_a_question_asked_earlier_is_no_change_of_outcome() -> None:
    """Two editions may ask the same in the opposite order."""
    before = tree_of({"a": {"y": "b", "n": "o"}, "b": {"y": "p", "n": "o"}}, ("o", "p"))
    after = tree_of({"b": {"y": "a", "n": "o"}, "a": {"y": "p", "n": "o"}}, ("o", "p"))

    comparison = compare_trees(before, after)

    assert comparison.moves.changes == ()
    assert "**No outcome changes.**" in as_markdown(comparison)


def test_renamed_answers_and_outcomes_are_no_changes() -> None:
    """A part that `renamed` names is the same part with another id."""
    new = tree_of(
        {
            "hungry": {"yes": "cook", "nope": "thirsty"},
            "cook": {"yes": "broth", "no": "toast"},
            "thirsty": {"yes": "tea", "no": "toast"},
        },
        ("broth", "toast", "tea"),
        tree_id="supper",
    )
    comparison = compare_trees(SUPPER, replace(new, renamed=Renames({}, {"hungry/no": "nope"}, {"soup": "broth"})))

    assert comparison.moves.changes == ()
    assert [(item.kind, item.before, item.after) for item in comparison.parts.renamed] == [
        ("answer", "hungry/no", "hungry/nope"),
        ("outcome", "soup", "broth"),
    ]
    assert [(item.kind, item.id) for item in comparison.parts.reworded] == [
        ("answer", "hungry/nope"),
        ("outcome", "broth"),
    ]


def test_the_source_and_what_is_said_of_earlier_editions_can_change_alone() -> None:
    revised = {"r": Revision("r", "1", {"hungry": "no"}, plain_text("Tea"), plain_text("It was late."))}
    new = replace(SUPPER, source=Source("A book", "https://example.org/"), editions=("0",), revised=revised)

    assert compare_trees(SUPPER, new).parts.reworded == [
        Rewording("tree", "supper", "source", None, "A book, https://example.org/"),
        Rewording("tree", "supper", "editions", None, "0"),
        Rewording("tree", "supper", "revised", None, "r (1: hungry no): Tea, It was late."),
    ]
    assert compare_trees(new, new).is_empty


def test_whose_words_a_text_is_can_change_alone() -> None:
    """The words may stay while the source takes them up, or no longer has them."""
    text = DRAGON.read_text(encoding="utf-8")
    old, new = (
        read_source(written.encode(), "dragon.yml").tree
        for written in (text, text.replace("ours: [combines/sheep]", "ours: [summary]").replace(", ours: [need]", ""))
    )
    assert old is not None
    assert new is not None

    assert compare_trees(old, new).parts.reworded == [
        Rewording("outcome", "toast", "ours", "combines/sheep", "summary"),
        Rewording("scenario", "puff", "ours", "need", None),
    ]


def test_two_questions_renamed_to_one_are_not_the_same_question() -> None:
    """One of them is gone, and the comparison says so."""
    old = tree_of({"a": {"y": "b", "n": "o"}, "b": {"y": "p", "n": "o"}}, ("o", "p"))
    new = replace(tree_of({"c": {"y": "p", "n": "o"}}, ("o", "p")), renamed=Renames({"a": "c", "b": "c"}))

    comparison = compare_trees(old, new)

    assert [(item.before, item.after) for item in comparison.parts.renamed] == [("a", "c")]
    assert [part.id for part in comparison.parts.removed] == ["b"]


def test_the_report() -> None:
    """The Markdown says what changes, for whom, with an example and links."""
    text = as_markdown(compare_trees(SUPPER, SHYER), "https://example.org/supper/")

    assert text.startswith("## `Supper`: edition `1` to `2`\n\n**Outcomes change** for 41.7 % (5 in 12) of all")
    assert (
        "- `Toast` → `Tea`: 25 % (1 in 4) of all combinations\n    - for example: `Hungry?` `Yes`, `Cook?` `No`" in text
    )
    assert "    - after: <https://example.org/supper/#supper?hungry=yes&cook=no&edition=2>" in text
    assert "### Answers that now lead elsewhere\n\n- `cook` `no`: `toast` → `tea`" in text


def test_nothing_in_a_tree_is_markup_in_the_report() -> None:
    """A pull request from anybody gives this text to a comment: it can't mention, link or break out."""
    assert code("`` @everyone <img> [x](y)\n\n# Z ``") == "``` `` @everyone <img> [x](y) # Z `` ```"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(Fraction(1), Fraction(1)), "100 % (1 in 1)"),
        (Share(Fraction(0), Fraction(1, 10**80)), "less than 0.001 %"),
        (Share(Fraction(1, 4), Fraction(1, 2)), "between 25 % and 50 %"),
        (Share(Fraction(1, 3), Fraction(1, 3)), "33.3 % (1 in 3)"),
    ],
)
def test_a_share_in_words(share: Share, words: str) -> None:
    """Exact shares are reported exactly; if the bounds differ, both are reported."""
    assert percent(share) == words


def test_a_long_ladder_is_compared_at_once() -> None:
    """Joins make the ways exponential; the walk goes through pairs of nodes."""

    def ladder(last: str) -> Tree:
        questions = {f"q{number}": {"left": f"q{number + 1}", "right": f"q{number + 2}"} for number in range(2000)}
        return tree_of({**questions, "q2000": {"a": "q2001", "b": last}, "q2001": {"a": "o", "b": "p"}}, ("o", "p"))

    moves = compare_trees(ladder("o"), ladder("p")).moves

    assert moves.is_complete
    assert {(change.before, change.after) for change in moves.changes} == {("o", "p")}
    # Two thirds of all combinations reach q2000, and half of those answer b.
    assert abs(moves.share.least - Fraction(1, 3)) < Fraction(1, 10**60)
    assert moves.share.least < moves.share.most < moves.share.least + Fraction(1, 10**60)


def test_diff_of_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two files are compared; with --exit-code changed outcomes give status 1."""
    new = tmp_path / "new.yml"
    text = DRAGON.read_text(encoding="utf-8").replace("than a hill, go: sheep", "than a hill, go: toast")
    new.write_text(text.replace("size: huge}, expect: sheep", "size: huge}, expect: toast"), encoding="utf-8")

    assert main(["diff", str(DRAGON), str(new), "--json", "--exit-code"]) == 1
    result = json.loads(capsys.readouterr().out)
    assert result["outcome_changes"] is True
    assert result["share"] == {"exact": "1/6", "least": 1 / 6, "most": 1 / 6}
    assert result["changes"][0]["new"]["link"] == "dragon-snack?hungry=yes&size=huge&edition=3.1"
    assert result["reworded"][0] == {
        "kind": "scenario",
        "id": "rumble",
        "field": "expect",
        "before": "sheep",
        "after": "toast",
    }


def test_diff_of_a_broken_tree(capsys: pytest.CaptureFixture[str]) -> None:
    """A tree that nobody can walk can't be compared."""
    assert main(["diff", str(DRAGON), str(DRAGON.parent / "broken" / "cycle.yml")]) == 1
    assert "cycle:" in capsys.readouterr().err


def test_diff_of_git_revisions(
    git: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file is compared at two revisions, or at one and as it is."""
    monkeypatch.chdir(tmp_path)
    tree = tmp_path / "tree.yml"
    tree.write_bytes(DRAGON.read_bytes())
    git("add", "tree.yml")
    git("commit", "--quiet", "--message", "First")
    tree.write_text(tree.read_text().replace("A look at the sheep", "x").replace("title: Toast", "title: Bread"))

    assert main(["diff", "--rev", "HEAD", "tree.yml"]) == 0
    assert "- outcome `toast`, title:\n    - before: `Toast`\n    - after: `Bread`" in capsys.readouterr().out
    git("commit", "--quiet", "--all", "--message", "Second")
    assert main(["diff", "--rev", "HEAD~1..HEAD", "tree.yml"]) == 0
    assert "`Bread`" in capsys.readouterr().out
    assert main(["diff", "HEAD:tree.yml", "tree.yml"]) == 0
    assert "Nothing else differs." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["one.yml"], "give two trees"),
        (["--rev", "A..B", "one.yml", "two.yml"], "give two trees"),
        (["--output=x:one.yml", "two.yml"], "unrecognized arguments"),
        (["HEAD:nowhere.yml", "two.yml"], "git can't find this file"),
        (["--rev=--output=x..HEAD", "one.yml"], "is not a revision"),
    ],
)
def test_a_diff_that_names_no_two_trees(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake in the command ends with status 2 and says what is missing."""
    try:
        status = main(["diff", *words])
    except SystemExit as ended:
        status = ended.code

    assert status == 2
    assert told in capsys.readouterr().err
