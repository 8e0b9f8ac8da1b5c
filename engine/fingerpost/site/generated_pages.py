"""Pages that a plugin adds to a site, each converted as MkDocs converts the pages that authors write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def add_page(path: str, text: str, config: MkDocsConfig, files: Files) -> None:
    """Add a page that is not in the menu.

    Args:
        path: Its path, relative to the documentation folder.
        text: Its Markdown.
        config: The settings of MkDocs.
        files: The files of the site.
    """
    file = File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
    files.append(file)
    page = Page(None, file, config)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def block(**fields: object) -> str:
    """Return a block of a page with these fields."""
    lines = "\n".join(f"{name}: {value}" for name, value in fields.items())
    return f"```decision-tree\n{lines}\n```\n"
