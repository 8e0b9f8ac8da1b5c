"""The author guide's examples are sound, its tables are whole, and its earlier addresses still lead somewhere."""

from __future__ import annotations

import io
import re

import pytest
from ruamel.yaml import YAML

from author_guide import PAGES, blocks, take_in, text_of
from fingerpost.check import check_reading
from fingerpost.site.block import FIELDS, WITHOUT_TREE
from fingerpost.site.drawings import DRAWINGS
from fingerpost.site.extension import FingerpostExtension
from fingerpost.site.options import Options
from fingerpost.site.starter import new_tree
from fingerpost.source import read_source
from fingerpost.text.markup import Text

TEXT = "\n".join(text_of(page) for page in PAGES)

# The headings of the guide when it was one page: people keep links to them.
EARLIER = {
    "start": "first-tree.md",
    "try-your-tree": "preview.md",
    "add-a-question": "questions.md#add-a-question",
    "a-question-that-changes-nothing": "questions.md#a-question-that-changes-nothing",
    "write-the-texts": "texts.md",
    "give-questions-short-names": "questions.md#give-questions-short-names",
    "name-your-results": "questions.md#use-the-words-of-your-subject",
    "say-whose-words-they-are": "texts.md#say-whose-words-they-are",
    "link-to-pages-and-show-pictures": "texts.md#link-to-pages-and-show-pictures",
    "rename-an-id": "change.md#rename-an-id",
    "links-that-people-pass-on": "change.md#links-that-people-pass-on",
    "retire-a-question-or-an-outcome": "change.md#retire-a-question-or-an-outcome",
    "review-a-change": "change.md#review-a-change",
    "publish-an-edition": "change.md#publish-an-edition",
    "put-a-tree-into-a-site": "add-to-a-site.md",
    "write-a-large-tree": "large-trees.md",
    "host-it": "host.md",
    "use-another-builder": "builders.md",
    "install-and-upgrade": "install.md",
}


def test_every_example_of_a_tree_is_sound() -> None:
    """What the guide shows of a tree is taken into the tree that a new author begins with; that is still sound."""
    yaml = YAML(typ="safe")
    tree: dict[str, object] = yaml.load(new_tree()["tree.yml"])  # pyright: ignore[reportUnknownMemberType] # untyped
    shown: set[str] = set()
    examples = [block.text for page in PAGES for block in blocks(page) if block.language == "yaml" and not block.title]
    for example in examples:
        part: dict[str, object] = yaml.load(example)  # pyright: ignore[reportUnknownMemberType]
        if "renamed" in part:
            # Its ids are words that say what stands there.
            continue
        take_in(tree, part)
        shown |= part.keys()
    written = io.BytesIO()
    yaml.dump(tree, written)  # pyright: ignore[reportUnknownMemberType] # untyped
    read, findings = check_reading(read_source(written.getvalue(), "tree.yml"))

    assert shown == {
        "scenarios",
        "noun",
        "verdict",
        "caution",
        "forms",
        "questions",
        "outcomes",
        "qualities",
        "conflicts",
        "considerations",
        "groups",
        "steps",
        "use_cases",
    }
    assert [str(finding) for finding in findings if finding.severity == "error"] == []
    assert read is not None
    assert read.scenarios["move"].title == Text("Announce an office move", "Announce an office move")
    question = read.questions["discussion"]
    assert [text.ours for text in (question.reason, question.help, question.more) if text] == [True, False, True]


@pytest.mark.parametrize("anchor", EARLIER)
def test_an_earlier_address_leads_to_the_page_that_has_the_part_now(anchor: str) -> None:
    """The link with that id, on the first page of the guide, leads on."""
    assert re.findall(r"\]\(([^)]+)\)\{ #" + anchor + r" \}", text_of("index")) == [EARLIER[anchor]]


def test_the_part_without_a_page_of_its_own_keeps_its_address() -> None:
    assert "## Look at other trees\n" in text_of("index")


def rows(heading: str) -> dict[str, list[str]]:
    """Return the cells of each row of a table by the name in its first cell."""
    table = re.search(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", TEXT, flags=re.MULTILINE)
    assert table is not None, heading
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines())
    return {name.strip("`"): rest for name, *rest in cells}


def written(value: object) -> str:
    """Return a default as the guide writes it."""
    return "empty" if value == "" else f"`{str(value).lower() if isinstance(value, bool) else value}`"


def test_every_option_of_the_plugin_is_described_with_its_default() -> None:
    """The table has the plugin's options and no others."""
    described = {name: cells[0] for name, cells in rows("option").items()}

    assert described == {name: written(kind.default) for name, kind in Options._schema}


def test_every_option_of_the_extension_is_described_with_its_default() -> None:
    """The table has the extension's options and no others."""
    described = {name: cells[0] for name, cells in rows("extension option").items()}

    assert described == {name: written(value) for name, value in FingerpostExtension().getConfigs().items()}


def test_every_field_of_a_block_is_described() -> None:
    """The table has the fields, and what can be shown."""
    described = rows("field")

    assert set(described) == set(FIELDS)
    assert described["show"][0] == "`questions`"
    assert set(rows("value of `show`")) == {*DRAWINGS, *WITHOUT_TREE}
