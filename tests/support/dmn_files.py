"""Decision tables as other programs write them, to import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/"


def decision_table(
    columns: Mapping[str, str],
    rows: Iterable[Sequence[str]],
    *,
    policy: str = "UNIQUE",
    output: str = "<output/>",
    namespace: str = MODEL,
) -> bytes:
    """Return a file with one table, each row on a line of its own from line 10 on.

    Args:
        columns: The name of each column to its allowed values; empty if the file names none.
        rows: The cells of each row, the result last.
        policy: The hit policy.
        output: The element of the output.
        namespace: That of the version of DMN.
    """
    inputs = "".join(
        f"<input><inputExpression><text>{escape(name)}</text></inputExpression>"
        + (f"<inputValues><text>{escape(values)}</text></inputValues>" if values else "")
        + "</input>"
        for name, values in columns.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns={quoteattr(namespace)} name="Menu"
    namespace="urn:menu">
<decision id="dish" name="Dish">
<variable name="dish"/>
<decisionTable hitPolicy="{policy}">
{inputs}

{output}
{"\n".join(_row(row) for row in rows)}
</decisionTable></decision></definitions>
""".encode()


def _row(cells: Sequence[str]) -> str:
    *conditions, result = (f"<text>{escape(cell)}</text>" for cell in cells)
    entries = "".join(f"<inputEntry>{cell}</inputEntry>" for cell in conditions)
    return f"<rule>{entries}<outputEntry>{result}</outputEntry></rule>"
