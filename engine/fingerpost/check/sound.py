"""Reads a tree that readers can walk, or fails with every error in it: for programs that use trees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fingerpost.check import check_file, check_reading
from fingerpost.findings.finding import Finding, errors_in
from fingerpost.tree.model import Tree


class UnsoundTreeError(ValueError):
    """A tree has errors, so that nobody can rely on it. The message has a line for each.

    Examples:
        >>> try:
        ...     fingerpost.read_text("format: 1")
        ... except fingerpost.UnsoundTreeError as fault:
        ...     print(len(fault.findings), fault.findings[0].code)
        6 missing-field
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings.

        Args:
            findings: The errors, in file order.
        """
        super().__init__("\n".join(map(str, findings)))
        self.findings = tuple(findings)
        """The errors, in file order."""


def read(path: Path | str) -> Tree:
    """Read a tree file, and check the tree. Warnings do not stop it: `check_file` reports them.

    Args:
        path: The YAML file. Errors name it as given here.

    Returns:
        The tree, which has no errors.

    Raises:
        UnsoundTreeError: The file can't be read, or the tree has errors.
        ModuleNotFoundError: The packages of the extra `build` are not installed; the message says how to install them.

    Examples:
        >>> fingerpost.read("tree.yml")
        <Tree 'way-to-meet', edition '1': 2 questions, 3 outcomes>
    """
    return _sound(*check_file(path))


def read_text(text: str, name: str = "tree.yml") -> Tree:
    """Read a tree from the text of a tree file, and check it.

    Args:
        text: The YAML.
        name: The name of the file in errors.

    Returns:
        The tree, which has no errors.

    Raises:
        UnsoundTreeError: The tree has errors.
        ModuleNotFoundError: The packages of the extra `build` are not installed; the message says how to install them.

    Examples:
        >>> from pathlib import Path
        >>> text = Path("tree.yml").read_text(encoding="utf-8")
        >>> fingerpost.read_text(text).start
        'discussion'
    """
    # Imported here, as in `check_file`.
    from fingerpost.source import read_source

    return _sound(*check_reading(read_source(text.encode("utf-8", "surrogatepass"), name)))


def _sound(tree: Tree | None, findings: Sequence[Finding]) -> Tree:
    errors = errors_in(findings)
    if tree is None or errors:
        raise UnsoundTreeError(errors)
    return tree
