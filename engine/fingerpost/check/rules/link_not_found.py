"""The links and pictures in the texts must lead to files of the site."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.links import divided, file_at
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code

_HINT = "Write the page, or correct the path. It starts at the folder of the tree, or at the documentation folder."


def find(subject: Subject) -> Iterator[Fault]:
    """Report the links that lead nowhere."""
    if subject.docs_dir is None:
        return
    for path, address in subject.links:
        file, _ = divided(address)
        # A path from the root of the host may lead to something beside the site.
        known = not file or file.startswith("/") or file_at(file, subject.folder, subject.docs_dir) is not None
        if not known:
            hint = subject.guess(file, subject.pages, _HINT)
            yield Fault((*path, address), f"The link leads to '{file}', which is not there.", hint)


RULE = Rule(
    order=350,
    code=Code(
        name="link-not-found",
        severity="error",
        meaning=(
            "A link or a picture in a text leads to a file that does not exist. Checked only where `--docs` names the "
            "documentation folder."
        ),
        fix="Write the page, or correct the path. It starts at the folder of the tree, or at the documentation folder.",
        wrong='unsure: "Ask [who keeps the room](ways/rooms.md)."\n',
        right="unsure: Ask the person who wants the meeting what has to be different after it.\n",
    ),
    find=find,
)
