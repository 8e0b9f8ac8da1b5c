"""A tree comes back from its flowchart, and no file makes the importer of flowcharts fail."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fingerpost.compare import compare_trees
from fingerpost.export.formats.mermaid import write
from fingerpost.importing.formats.mermaid import read
from fingerpost.importing.tree_file import tree_file
from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import Answer, Outcome, Question, Tree
from hostile_texts import HOSTILE, with_everywhere
from imports import tree_of_draft
from large_tree import large_tree
from made_up_files import File, files, tree_of_file
from tree_files import all_trees
from trees import trees


def as_flowchart(tree: Tree) -> Tree:
    """Return what a flowchart holds of a tree."""
    return Tree(
        tree.id,
        line(tree.title),
        tree.edition,
        tree.start,
        {
            name: Question(
                name,
                line(question.ask),
                tuple(Answer(answer.id, line(answer.label), answer.go) for answer in question.answers),
                informative=question.informative,
            )
            for name, question in tree.questions.items()
        },
        {name: Outcome(name, line(outcome.title)) for name, outcome in tree.outcomes.items()},
        source=tree.source,
    )


def line(text: Text) -> Text:
    return plain_text(" ".join(text.plain.split()))


def expect_back(tree: Tree) -> None:
    imported = read(write(tree, "https://example.org/"), "tree.mmd")

    assert imported.findings == ()
    assert imported.draft is not None
    back = tree_of_draft(imported.draft)
    assert compare_trees(as_flowchart(tree), back).is_empty
    assert (list(back.questions), list(back.outcomes)) == (list(tree.questions), list(tree.outcomes))


@pytest.mark.parametrize("tree", all_trees(), ids=lambda tree: tree.id)
def test_every_tree_of_the_repository_comes_back(tree: Tree) -> None:
    expect_back(tree)


def test_a_large_tree_comes_back() -> None:
    expect_back(large_tree(2000))


@given(trees())
def test_random_trees_come_back(tree: Tree) -> None:
    expect_back(tree)


def reachable(file: File) -> bool:
    """Return whether each question and outcome of a file can be reached; asked before it is read, to be quick."""
    met = {file["start"]}
    for name in reversed(file["questions"]):  # later questions come first in the file
        if name in met:
            met.update(answer["go"] for answer in file["questions"][name]["answers"].values())
    return met.issuperset((*file["questions"], *file["outcomes"]))


# Most made-up files have a part that nothing leads to; drawing another is quick.
@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
@given(files().filter(reachable).map(tree_of_file))
def test_trees_with_every_field_come_back(tree: Tree) -> None:
    expect_back(tree)


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\u202e" not in text])
def test_texts_come_back(text: str) -> None:
    tree = with_everywhere(text)
    words = " ".join(text.split())

    imported = read(write(replace(tree, source=None), ""), "tree.mmd")

    assert imported.draft is not None
    back = tree_of_draft(imported.draft)
    assert {back.title.plain, *(question.ask.plain for question in back.questions.values())} == {words}
    assert {outcome.title.plain for outcome in back.outcomes.values()} == {words}
    assert back.title.html == line(tree.title).html


TOKENS = (
    *("-->", "---", "-.->", "==>", "--", "==", "-.", "~~~", "<-->", "|", '"', "`", "%%", "%%{", "}%%", "&", ";", "\n"),
    *(
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "[/",
        "\\]",
        ">",
        ":::",
        "@{",
        "@",
        "subgraph",
        "end",
        "click",
        "style ",
        "accTitle:",
    ),
    *(
        "accDescr {",
        "graph TD",
        "flowchart",
        "---\n",
        "title: x",
        "#34;",
        "&#99999999;",
        "#" + "9" * 5000 + ";",
        "<br>",
    ),
    *(
        "<b>",
        "A",
        "q_a",
        "o_b",
        "%% Tree: x",
        "%% q_a: yes, no",
        "%% Edition: \x00",
        "\x00",
        "\u2028",
        "\ud800",
        " " * 40,
    ),
)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(TOKENS) | st.text(max_size=5), max_size=40), st.booleans())
def test_no_text_makes_the_importer_fail(parts: list[str], headed: bool) -> None:
    text = ("graph TD\n" if headed else "") + " ".join(parts)

    sound(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("seed", range(3))
def test_no_mutation_of_a_good_file_makes_the_importer_fail(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - made to be repeated, not to be secret
    good = [write(tree, "") for tree in all_trees()]
    for _ in range(60):
        data = bytearray(chance.choice(good))
        for _ in range(chance.choice((1, 2, 8))):
            at = chance.randrange(len(data))
            size = chance.choice((0, 1, 9))
            data[at : at + size] = chance.choice(TOKENS).encode("utf-8", "surrogatepass")
        sound(bytes(data))


def sound(data: bytes) -> None:
    """Fail if findings have no place or a draft makes no file."""
    imported = read(data, "tree.mmd")
    for finding in imported.findings:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert finding.message
        assert finding.hint
    assert imported.draft is not None or imported.findings
    if imported.draft is not None:
        assert tree_file(imported.draft).startswith("format: 1\n")


@pytest.mark.parametrize(
    "part",
    [
        *(
            "A[",
            'A["',
            "A@{",
            "A@{ ",
            "accDescr {",
            "%%{",
            "A --",
            "A -- x ",
            "A -.",
            "A ==",
            "A -->|",
            " ",
            "A & ",
            "subgraph",
        ),
        *(
            "A{ ",
            "A>",
            "-",
            "=",
            "a-",
            "x",
            "#",
            "&",
            "<b",
            "A(((",
            "%% Tree: ",
            "A;",
            "\n",
            "A-->",
            "(",
            "[/",
            '"',
            "A[a ",
        ),
    ],
)
@pytest.mark.long
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_repetition_of_any_part_ends(part: str, end: str) -> None:
    """With time that grew with the square of the length, this would end in hours."""
    text = ("graph TD\n" + (part + end) * (200_000 // len(part + end))).encode()

    imported = read(text, "tree.mmd")

    assert imported.draft is None or imported.draft["format"] == 1
