"""Writes the results of a measurement into the site: a table, and a plot for each colour scheme."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from result import Result

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "performance.md"
PLOTS = ROOT / "docs" / "assets" / "images"
START, END = "<!-- results: written by scripts/bench.py -->", "<!-- end of results -->"

SCHEMES = {
    # The colours of docs/assets/stylesheets/tokens.css: ink, edge and link.
    "light": {"text": "#18211e", "stock": "#65726c", "ours": "#0a5442"},
    "dark": {"text": "#eef3f0", "stock": "#84958e", "ours": "#8ee0c3"},
}
WIDTH, LABEL, VALUE, ROW, BAR = 720, 260, 90, 58, 18


def write(results: Sequence[Result], machine: str, rounds: int) -> None:
    """Write the table into the page, and the plots beside it."""
    compared = [result for result in results if result.stock is not None and result.floor is not None]
    for scheme, colours in SCHEMES.items():
        (PLOTS / f"performance-{scheme}.svg").write_text(_plot(compared, colours), encoding="utf-8")
    text = PAGE.read_text(encoding="utf-8")
    before, mark, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not mark or not end:
        sys.exit(f"{PAGE.name} has no place for the results: {START} ... {END}")
    PAGE.write_text(f"{before}{START}\n{_table(results, machine, rounds)}{END}{after}", encoding="utf-8")


def _table(results: Sequence[Result], machine: str, rounds: int) -> str:
    lines = [
        f"Measured on: {machine}. Medians of {rounds}.",
        "",
        "| what | this site | stock | ratio | goal | floor |",
        "|---|--:|--:|--:|---|--:|",
    ]
    for result in results:
        ratio = f"{result.ours / result.stock:.2f}" if result.stock else ""
        cells = (
            result.what,
            _number(result.ours, result.unit),
            _number(result.stock, result.unit),
            ratio,
            result.goal,
            _number(result.floor, result.unit),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def _plot(results: Sequence[Result], colours: dict[str, str]) -> str:
    longest = max(max(result.ours, result.stock or 0) for result in results)
    scale = (WIDTH - LABEL - VALUE) / longest
    parts: list[str] = []
    for number, result in enumerate(results):
        top = 10 + number * ROW
        parts.append(f'<text x="0" y="{top + 23}" fill="{colours["text"]}">{escape(result.what)}</text>')
        for place, (name, value) in enumerate((("stock", result.stock or 0), ("ours", result.ours))):
            y = top + place * (BAR + 2)
            width = value * scale
            label = f"{value / 1000:.1f} s {'stock' if name == 'stock' else 'here'}"
            parts.append(f'<rect x="{LABEL}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{colours[name]}"/>')
            parts.append(
                f'<text x="{LABEL + width + 6:.1f}" y="{y + 14}" fill="{colours["text"]}" font-size="12">{label}</text>'
            )
    height = 10 + len(results) * ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="14">{"".join(parts)}</svg>\n'
    )
