"""The codes of findings about reading a file or a page, by subject.

The codes of the check rules are in `fingerpost.check.rules`. Add a new code to one of the files in this folder; the
reader of the file or the page reports it by name.
"""

from __future__ import annotations

from typing import Final

from fingerpost.findings.codes import blocks, fields, file, imports, sites, texts, yaml

OF_TREE_FILES: Final = (*file.CODES, *yaml.CODES, *fields.CODES, *texts.CODES)
"""The codes of a tree file, from the file inwards."""

OF_PAGES: Final = (*sites.CODES, *blocks.CODES)
"""The codes of several trees together, and of the pages that show a tree."""

OF_IMPORTS: Final = imports.CODES
"""The codes of files of other programs."""

BY_NAME: Final = {code.name: code for code in (*OF_TREE_FILES, *OF_PAGES, *OF_IMPORTS)}
"""Each of these codes by its name."""
