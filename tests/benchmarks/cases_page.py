"""The part of the page docs/reference/benchmarks.md with the figures for many cases."""

from __future__ import annotations

from sizes_page import PAGE, sizes_in

_HEADING = "\n## Many cases\n"


def cases_in(page: str) -> str:
    """Return the part from the text of the page; empty if the page has none."""
    _, heading, part = page.removesuffix(sizes_in(page)).partition(_HEADING)
    return heading + part


def write_cases(rows: list[str], machine: str) -> None:
    """Write the part with new figures.

    Args:
        rows: The rows of the table.
        machine: The machine and the programs that measured them.
    """
    text = PAGE.read_text(encoding="utf-8")
    sizes = sizes_in(text)
    before = text.removesuffix(sizes).removesuffix(cases_in(text))
    PAGE.write_text(before + _HEADING + _PART.format(rows="\n".join(rows), machine=machine) + sizes, encoding="utf-8")


_PART = """
`fingerpost decide` reads cases from a CSV file and writes them with their outcomes. The answers are random, with empty
cells and "not sure" among them. The smaller tree is that of this site: many rows have equal answers, which are decided
once. The larger one is a made-up guideline, and no two rows are equal.

| questions | rows | file | time | rows a second | memory |
|--:|--:|--:|--:|--:|--:|
{rows}

Processor time of the whole command, and the greatest memory of its process. The memory does not grow with the number
of rows, apart from the decisions that are remembered, 10,000 at most: a million rows take less than 100 MiB.

Measured with `.venv/bin/python tests/benchmarks/cases.py` on {machine}.
"""
