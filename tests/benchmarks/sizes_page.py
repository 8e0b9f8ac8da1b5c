"""The part of the page docs/reference/benchmarks.md with the figures for a tree and its page, size by size."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "benchmarks.md"
_HEADING = "\n## A tree and its page\n"


def sizes_in(page: str) -> str:
    """Return the part from the text of the page; empty if the page has none."""
    _, heading, part = page.partition(_HEADING)
    return heading + part


def write_sizes(rows: list[str], machine: str) -> None:
    """Write the part with new figures.

    Args:
        rows: The rows of its table.
        machine: The machine and the programs that measured them.
    """
    text = PAGE.read_text(encoding="utf-8")
    part = _PART.format(rows="\n".join(rows), machine=machine)
    PAGE.write_text(text.removesuffix(sizes_in(text)) + _HEADING + part, encoding="utf-8")


_PART = """
A made-up **guideline** has 3 answers to each question, branches that join, and 300 characters of examples and notes
for each question. A site with this tree alone is built and opened, and its engine answers.

| questions | build | page | compressed | elements | scripts | state, median | state, slowest |
|--:|--:|--:|--:|--:|--:|--:|--:|
{rows}

- **build**: processor time of `mkdocs build`, without a cache
- **page**: the HTML of the page with the questions; trees with more than 100 questions are listed on further pages
- **elements**: all elements of the opened page, and **scripts** the time that scripts take on it until the engine is
  ready
- **state**: the time that the engine takes under Pyodide in Node for the state after an answer. The states are those
  after no answer, half a way, a whole way, "not sure" to 1, 5 and 20 questions, a changed answer, and a question that
  is asked again.

Measured with `.venv/bin/python tests/benchmarks/sizes.py` on {machine}.
"""
