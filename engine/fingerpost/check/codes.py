"""All codes of findings, for the page of findings, SARIF and the command line's `--error`."""

from __future__ import annotations

from typing import Final

from fingerpost.check.rules import RULES
from fingerpost.findings.codes import OF_IMPORTS, OF_PAGES, OF_TREE_FILES

CODES: Final = (*OF_TREE_FILES, *(rule.code for rule in RULES), *OF_PAGES, *OF_IMPORTS)
"""In the order of the page of findings: from the file inwards."""

BY_NAME: Final = {code.name: code for code in CODES}
"""Each code by its name."""
