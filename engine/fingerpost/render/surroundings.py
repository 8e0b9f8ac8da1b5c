"""The site around a tree, as seen from the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Download:
    """A file with the tree in a format of other programs.

    Attributes:
        address: Its address as seen from the page.
        title: The name of the format.
        read_by: The people and programs that read it, as after "for"; may be empty.
        leaves_out: The parts of the tree that it does not have; may be empty.
    """

    address: str
    title: str
    read_by: str = ""
    leaves_out: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The facts about the site that rendered HTML needs.

    Attributes:
        tree_page: Address of the page with the whole tree; empty for the page itself.
        outcome_pages: Outcome id to the address of its page.
        parts: The addresses of the pages that list the questions of a large tree, in order; empty if one page has all.
        downloads: The files with the tree in formats of other programs.
        date: The day on which it is drawn, as `YYYY-MM-DD`; empty if it is not known.
        engine_file: The address of the file with the compiled tree for the engine; empty if the page itself carries it.
        examples: The addresses of the pages of worked examples, by the id of the scenario; empty if they have none.
        list_page: The address of the page with the list of them; empty for the page itself, or if there is none.
        links_only: Whether the site has no engine, so that every answer works as a link.
        plan_page: Address of the page with the plan; empty if there is none.
    """

    tree_page: str = ""
    outcome_pages: Mapping[str, str] = field(default_factory=dict[str, str])
    parts: tuple[str, ...] = ()
    downloads: tuple[Download, ...] = ()
    engine_file: str = ""
    examples: Mapping[str, str] = field(default_factory=dict[str, str])
    list_page: str = ""
    date: str = ""
    links_only: bool = False
    plan_page: str = ""

    def on(self, date: str) -> Surroundings:
        """Return the same surroundings on a day."""
        # Not by `replace`, which the browser's stand-in for `dataclasses` lacks: each field has to be named here.
        return Surroundings(
            tree_page=self.tree_page,
            outcome_pages=self.outcome_pages,
            parts=self.parts,
            downloads=self.downloads,
            engine_file=self.engine_file,
            examples=self.examples,
            list_page=self.list_page,
            links_only=self.links_only,
            plan_page=self.plan_page,
            date=date,
        )

    def state(self, link_text: str) -> str:
        """Return the address of a state of the tree."""
        return f"{self.tree_page}#{link_text}"
