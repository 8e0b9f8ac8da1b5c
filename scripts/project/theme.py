"""What the theme gets wrong in the HTML of a page, put right after the build.

Each mend is one attribute in templates of hundreds of lines; a copy of those in overrides/ would keep everything else
in them from ever being mended by a newer theme. Smaller templates are mended in overrides/.
"""

import re
from pathlib import Path

# What Material 9.8.1 and Python-Markdown write. tests/site/test_html.py finds what has to be added.
_MENDS = (
    # A checkbox has no autocompletion.
    (re.compile(r'(<input class="md-toggle" [^>]*type="checkbox"[^>]*) autocomplete="off"'), r"\1"),
    # Without scripts it opens the menu, also for those who do not see the picture on its label.
    (re.compile(r'(<input class="md-toggle" [^>]*id="__drawer")'), r'\1 aria-label="Menu"'),
    # Screen readers hear what Material shows for a moment at the foot of the window, such as "Copied to clipboard".
    (re.compile(r'<div class="md-dialog"'), '<div class="md-dialog" role="status"'),
    # A heading's name is its text, without the sign of the link to it; keys find the link in the table of contents.
    (re.compile(r'<a class="headerlink"'), '<a class="headerlink" aria-hidden="true" tabindex="-1"'),
    # The attribute is obsolete, and the Content-Security-Policy refuses the style that took its place.
    (re.compile(r'<(t[hd]) align="right"'), r'<\1 class="align-right"'),
)


def apply(site: Path) -> None:
    """Mend every page of a built site.

    Args:
        site: The folder of the built site.
    """
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        mended = text
        for fault, mend in _MENDS:
            mended = fault.sub(mend, mended)
        if mended != text:
            page.write_text(mended, encoding="utf-8")
