"""In the place of traceback: an error as Pyodide hands it to JavaScript. The site carries no source lines to show.

Saves less than 3% of a start, and 58 KB (`tests/benchmarks/stand_ins.py`), which the limit in
`tests/site/test_budgets.py` needs. Without it all works and loads more, `linecache`, `textwrap` and `warnings` among
it. It can go when Python's own imports these only when it prints source lines.
"""

from __future__ import annotations

from types import TracebackType


def format_exception(_kind: type[BaseException], value: BaseException, places: TracebackType | None) -> list[str]:
    """Return the lines that tell where an error came from, the innermost call last, and what it says."""
    lines = ["Traceback (most recent call last):\n"] if places else []
    while places:
        code = places.tb_frame.f_code
        lines.append(f'  File "{code.co_filename}", line {places.tb_lineno}, in {code.co_name}\n')
        places = places.tb_next
    return [*lines, f"{type(value).__qualname__}: {value}\n"]
