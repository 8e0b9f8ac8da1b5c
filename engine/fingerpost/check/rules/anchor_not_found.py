"""The links to a part of a page should lead to one that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from fingerpost.check.anchors import anchors_in
from fingerpost.check.fault import Fault
from fingerpost.check.links import divided, file_at
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the links to parts that their page does not have."""
    if subject.docs_dir is None:
        return
    for path, address in subject.links:
        file, end = divided(address)
        _, _, anchor = end.partition("#")
        target = file_at(file, subject.folder, subject.docs_dir) if file and anchor else None
        if target is None or not target.endswith(".md"):
            continue
        known = _anchors_of(subject.docs_dir / target)
        if known is not None and unquote(anchor) not in known:
            hint = subject.guess(anchor, known, "Name the anchor of one of its headings.")
            yield Fault((*path, address), f"The page '{target}' has no anchor '{anchor}'.", hint)


def _anchors_of(page: Path) -> frozenset[str] | None:
    try:
        return anchors_in(page.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        # The builder reports a page that can't be read.
        return None


RULE = Rule(
    order=360,
    code=Code(
        name="anchor-not-found",
        severity="warning",
        meaning=(
            "A link in a text leads to a part of a page that the page does not have. Checked only where `--docs` names "
            "the documentation folder, and not for pages with parts that other programs write."
        ),
        fix="Name the anchor of one of the page's headings.",
        wrong='unsure: "Ask [who has the key](ways/room.md#the-key)."\n',
        right="unsure: Ask the person who wants the meeting what has to be different after it.\n",
    ),
    find=find,
)
