"""The part of the page docs/reference/benchmarks.md with the figures for a tree and its page, size by size."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "benchmarks.md"
_HEADING = "\n## A tree and its page\n"


def sizes_in(page: str) -> str:
    """Return the part from the text of the page; empty if the page has none."""
    _, heading, part = page.partition(_HEADING)
    return heading + part


def write_sizes(pages: list[str], answers: list[str], machine: str) -> None:
    """Write the part with new figures.

    Args:
        pages: The rows of the table of pages.
        answers: The rows of the table of answers.
        machine: The machine and the programs that measured them.
    """
    text = PAGE.read_text(encoding="utf-8")
    part = _PART.format(pages="\n".join(pages), answers="\n".join(answers), machine=machine)
    PAGE.write_text(text.removesuffix(sizes_in(text)) + _HEADING + part, encoding="utf-8")


_PART = """
A made-up **guideline** has 3 answers to each question, branches that join, and 300 characters of examples and notes
for each question. A site with this tree alone is built and opened, and its engine answers.

| questions | build | each further question | page | compressed | elements | scripts |
|--:|--:|--:|--:|--:|--:|--:|
{pages}

- **build**: processor time of `mkdocs build`, without a cache; **each further question**: the time that each question
  adds to that of the row above. The build is linear if it stays the same.
- **page**: the HTML of the page with the questions; trees with more than 100 questions are listed on further pages
- **elements**: all elements of the opened page, and **scripts** the time that scripts take on it until the engine is
  ready

A made-up reader clicks through the page in Chromium: on answers, on "not sure", and on earlier answers to change them.
The reader goes the same way 3 times, and the least of the 3 times of each click counts, since other programs run on the
machine, too.

| questions | answer, median | answer, 99th | "not sure", median | "not sure", 99th | state, median | state, slowest |
|--:|--:|--:|--:|--:|--:|--:|
{answers}

- **answer** and **"not sure"**: the time from the click until everything that it changes is painted. 99 of 100 clicks
  take no longer than the **99th**. Wanted are 100 ms at 400 questions and 200 ms at 1,000.
- **state**: the time that the engine takes under Pyodide in Node for the state after an answer. The states are those
  after no answer, half a way, a whole way, "not sure" to 1, 5 and 20 questions, a changed answer, and a question that
  is asked again.

Measured with `.venv/bin/python tests/benchmarks/sizes.py` on {machine}.
"""
