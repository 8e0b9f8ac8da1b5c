"""The commands of a README, by its headings."""

from __future__ import annotations

import re
import shlex


def commands_under(heading: str, readme: str) -> list[list[str]]:
    """Return the commands in the shell blocks below a heading, in order, as lists of words.

    Args:
        heading: The words of the heading.
        readme: The text of the README.
    """
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", readme, flags=re.DOTALL | re.MULTILINE)
    assert section is not None, f"the README has no section '{heading}'"
    blocks = re.findall(r"^```sh\n(.*?)^```$", section[1], flags=re.DOTALL | re.MULTILINE)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]
