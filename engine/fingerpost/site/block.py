"""The fields of a `decision-tree` block: one to a line, as `name: value`."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fingerpost.check.pages import is_file
from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place
from fingerpost.findings.spelling import did_you_mean
from fingerpost.render.parts import parts_of
from fingerpost.tree.model import Tree

FIELDS: Final = ("tree", "show", "outcome", "page", "part", "plan", "file", "pages", "list", "scenario", "group")
"""The fields that a block can have."""

WITHOUT_TREE: Final = ("stored-data",)
"""The drawings for which a block names no tree."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page.

    Attributes:
        place: The position of its opening fence.
        fields: The values of its fields, by name.
        level: The level of the heading that it is under; 0 if there is none.
    """

    place: Place
    fields: Mapping[str, str]
    level: int

    @property
    def show(self) -> str:
        """The drawing that it asks for."""
        return self.fields.get("show", "questions")

    @property
    def compares(self) -> bool:
        """Whether it shows outcomes with their qualities, and no link to a state of the tree."""
        return self.show in ("qualities", "finder")

    @property
    def part(self) -> int:
        """The part of the list that it asks for, counted from 0; 0 if it asks for none."""
        return int(self.fields.get("part", "1")) - 1

    @property
    def has_pages(self) -> bool:
        """Whether each worked example of its list gets a page of its own."""
        return self.fields.get("pages") == "yes"

    def list_page(self, page: str) -> str | None:
        """Return the page with the list of the worked examples that have pages, or None if they have none.

        Args:
            page: The page that has the block. Paths are relative to the documentation folder.
        """
        return page if self.has_pages else self.fields.get("list")

    @property
    def tree_page(self) -> str:
        """The page that shows the questions, relative to the documentation folder."""
        return self.fields.get("page", posixpath.join(posixpath.dirname(self.fields["tree"]), "index.md"))

    def in_folder(self, docs_dir: Path) -> Block:
        """Return the block with the whole path of the file that it names besides the tree, if it names one.

        Args:
            docs_dir: The documentation folder.
        """
        if "file" not in self.fields:
            return self
        return Block(self.place, {**self.fields, "file": str(docs_dir / self.fields["file"])}, self.level)

    @property
    def plan_page(self) -> str:
        """The page with the plan that results are added to, relative to the documentation folder; may be empty."""
        return self.fields.get("plan", "")


def read_block(place: Place, lines: list[str], level: int, drawings: Collection[str]) -> Block | Finding:
    """Return the block that some lines describe, or the first fault in them.

    Args:
        place: The position of its opening fence.
        lines: The lines between the fences.
        level: The level of the heading that it is under; 0 if there is none.
        drawings: The values that `show` can have.
    """
    fields: dict[str, str] = {}
    for offset, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in FIELDS:
            return bad_block(
                Place(place.file, place.line + offset, 1),
                f"'{line.strip()}' is not a field of a decision-tree block.",
                f"Write 'name: value' with one of {', '.join(FIELDS)}.",
            )
        fields[name.strip()] = value.split(" #")[0].strip()
    if "tree" not in fields and fields.get("show") not in WITHOUT_TREE:
        return bad_block(place, "The block does not name a tree.", "Add a line 'tree: path/of/tree.yml'.")
    block = Block(place, fields, level)
    if block.show not in (*drawings, *WITHOUT_TREE):
        known = ", ".join((*drawings, *WITHOUT_TREE))
        return bad_block(place, f"'show' can't be '{block.show}'.", f"Use one of {known}.")
    if block.show in WITHOUT_TREE and len(fields) > 1:
        return bad_block(place, f"A block with 'show: {block.show}' has no other field.", "Delete the others.")
    if "pages" in fields and (block.show != "scenarios" or not block.has_pages):
        return bad_block(place, "'pages' is only for 'show: scenarios', and can only be 'yes'.", "Delete it otherwise.")
    return block


def missing_file(block: Block, docs_dir: Path) -> Finding | None:
    """Return a finding if a block names a tree file that does not exist, and otherwise None.

    Args:
        block: The block.
        docs_dir: The documentation folder.
    """
    name = block.fields["tree"]
    if is_file(docs_dir / name):
        return None
    others = [path.relative_to(docs_dir).as_posix() for path in sorted(docs_dir.rglob("*.y*ml"))]
    return bad_block(
        block.place,
        f"There is no file '{name}' in the documentation folder.",
        did_you_mean(name, others) or "Write the path of the tree from that folder, for instance 'choose/tree.yml'.",
    )


def missing_in(block: Block, tree: Tree) -> Finding | None:
    """Return a finding if a block asks for something that its tree lacks, and otherwise None."""
    for field, known in _named(block, tree).items():
        word = block.fields.get(field, "")
        if word not in known:
            message = f"The tree has no {field} '{word}'."
            return bad_block(block.place, message, _one_of(field, word, known))
    if block.show == "sequence" and tree.outcomes[block.fields["outcome"]].sequence is None:
        message = f"The outcome '{block.fields['outcome']}' has no sequence diagram."
        return bad_block(block.place, message, "Give it a field 'sequence', or delete the block.")
    if block.compares and not any(each.qualities for each in tree.outcomes.values()):
        message = "The outcomes of the tree have no qualities to compare."
        return bad_block(block.place, message, "Add 'qualities' to the tree and to its outcomes.")
    if block.show != "part":
        return None
    number, count = block.fields.get("part", ""), len(parts_of(tree))
    if number.isdecimal() and 1 <= int(number) <= count:
        return None
    message = f"The list of the questions has no part '{number}'."
    return bad_block(block.place, message, f"Set 'part' to a number from 1 to {count}.")


def second_finder(block: Block) -> Finding:
    """Return a finding for a block that puts a second finder into a page."""
    return bad_block(block.place, "The page has a finder already.", "Put this one into a page of its own.")


def _named(block: Block, tree: Tree) -> dict[str, Collection[str]]:
    """Return the fields of a block that name a part of its tree, each with what it could name."""
    if block.show in ("ways", "steps", "sequence", "examples") or (
        block.show == "qualities" and "outcome" in block.fields
    ):
        return {"outcome": tree.outcomes}
    if block.show == "example":
        return {"scenario": tree.scenarios}
    if block.show == "use-cases":
        return {"group": list(dict.fromkeys(case.group for case in tree.use_cases.values()))}
    return {}


def _one_of(field: str, word: str, known: Collection[str]) -> str:
    if not known:
        return "The tree has none: delete the block."
    return did_you_mean(word, known) or f"Set '{field}' to one of {', '.join(known)}."


def page_not_known(place: Place) -> Finding:
    """Return a finding for a program that does not say which page it converts, so that no link could be right.

    Args:
        place: The position of the block's opening fence.
    """
    return bad_block(
        place,
        "This program does not say which page it converts, so links to other pages would lead nowhere.",
        "Set the option 'page' of the extension to the page's path in the documentation folder, "
        "for instance 'choose/index.md'.",
    )


def docs_not_found(place: Place, docs_dir: Path) -> Finding:
    """Return a finding for a program that has no documentation folder where the option `docs_dir` says.

    Args:
        place: The position of the block's opening fence.
        docs_dir: The folder.
    """
    return bad_block(
        place,
        f"There is no documentation folder {docs_dir.resolve()}.",
        "Set the option 'docs_dir' of the extension to its path; a relative one begins where the program was started.",
    )


def bad_block(place: Place, message: str, hint: str) -> Finding:
    """Return a finding about a block of a page.

    Args:
        place: The position of the fault.
        message: The fault, in one sentence.
        hint: How to fix it, in one sentence.
    """
    return BY_NAME["bad-block"].finding(place, message, hint)
