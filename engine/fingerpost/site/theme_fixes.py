"""Corrects faults of Material for MkDocs and of Markdown in the HTML of the pages.

Each fix is one attribute in a template of hundreds of lines. A copy of the template in a site's overrides would shut
out every later fix of the theme to the rest of it.
"""

from __future__ import annotations

import re
from typing import Final

from fingerpost.text.markup import break_after_slashes

# Faults in the output of Material 9.8.1 and Python-Markdown. tests/site/test_html.py reports new ones.
_FIXES: Final = (
    # A checkbox has no autocompletion.
    (re.compile(r'(<input class="md-toggle" [^>]*type="checkbox"[^>]*) autocomplete="off"'), r"\1"),
    # Without scripts, it opens the menu; its label is only a picture, which not everybody can see.
    (re.compile(r'(<input class="md-toggle" [^>]*id="__drawer")'), r'\1 aria-label="Menu"'),
    # Screen readers speak the messages that Material briefly shows at the foot of the window ("Copied to clipboard").
    (re.compile(r'<div class="md-dialog"'), '<div class="md-dialog" role="status"'),
    # A heading's name is its text, without the sign of its link; keyboard users have the link in the table of contents.
    (re.compile(r'<a class="headerlink"'), '<a class="headerlink" aria-hidden="true" tabindex="-1"'),
    # Firefox fetches this page before anybody asks for it, and then says that the Content-Security-Policy refused it.
    (re.compile(r'\s*<link rel="next" [^>]*>'), ""),
    # The attribute is obsolete, and the Content-Security-Policy refuses the style that replaces it.
    (re.compile(r'<(t[hd]) align="right"'), r'<\1 class="align-right"'),
)

# Each heading is marked as that of a column or of a row (WCAG technique H63). The first cell of a row is its heading,
# unless an author has added `{ .no-row-names }` to the table's first heading.
_TABLE: Final = re.compile(r"<table>.*?</table>", re.DOTALL)
_NO_ROW_NAMES: Final = ' class="no-row-names"'
_HEADING: Final = re.compile(r"<th(?=[ >])")
_FIRST_CELL: Final = re.compile(r"(?<=<tr>\n)<td>(?!</td>)(.+?)</td>", re.DOTALL)

# An element without running text, or a text with a slash after the tag before it. Texts have no ">" of their own:
# Markdown writes it as an entity.
_PART: Final = re.compile(
    r"<(?:(head|pre|script|style|svg|template|textarea)\b.*?</\1>|!--.*?-->)|>[^<>]*/[^<>]*(?=<)", re.DOTALL
)


# The theme writes the description of a page as it stands in the page's front matter, and its title as plain text.
_AS_WRITTEN: Final = re.compile(r'(?<=<meta name="description" content=")[^"]*(?=">)|(?<=<title>)[^<]*(?=</title>)')
_AMPERSAND: Final = re.compile(r"&(?!#?\w+;)")


def fixed(page: str) -> str:
    """Return the HTML of a page with the faults corrected."""
    page = _AS_WRITTEN.sub(lambda written: _AMPERSAND.sub("&amp;", written[0]), page, count=2)
    for fault, fix in _FIXES:
        page = fault.sub(fix, page)
    return _PART.sub(_let_break, _TABLE.sub(_name_rows, page))


def _name_rows(table: re.Match[str]) -> str:
    """Return a table in which the first cell of each row is its heading: screen readers speak it with the others."""
    named = _HEADING.sub('<th scope="col"', table[0])
    if _NO_ROW_NAMES in named:
        return named.replace(_NO_ROW_NAMES, "")
    return _FIRST_CELL.sub(r'<th scope="row">\1</th>', named)


def _let_break(part: re.Match[str]) -> str:
    """Return a text that can wrap after a slash, and anything else unchanged."""
    return part[0] if part[0].startswith("<") else break_after_slashes(part[0])
