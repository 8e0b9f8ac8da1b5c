"""Which parts of a script have run: from the figures of the browser and the source map of a bundle."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from ranges import Ran
from source_maps import Piece, pieces


def script(
    *ranges: tuple[int, int, int], url: str = "http://host/guide/assets/fingerpost/site.mjs?x"
) -> dict[str, Any]:
    """Return the figures of a script: for each function, its start, its end and how often it ran."""
    functions = [{"ranges": [{"startOffset": start, "endOffset": end, "count": count}]} for start, end, count in ranges]
    return {"url": url, "functions": functions}


def test_a_part_has_run_if_the_innermost_function_around_it_has() -> None:
    ran = Ran()
    ran.add([script((0, 6, 1), (1, 5, 0), (2, 3, 4)), script((0, 2, 1), url="http://host/other.js")])

    assert ran.of == {("site.mjs", 6): b"\1\0\1\0\0\1"}


def test_what_has_run_once_stays_so_in_all_tests_and_processes() -> None:
    ran, other = Ran(), Ran()
    ran.add([script((0, 4, 1), (1, 3, 0))])
    ran.add([script((0, 4, 0), (1, 2, 1))])
    other.add([script((0, 4, 0), (2, 3, 1)), script((0, 5, 1))])
    ran.join(other)

    assert ran.of == {("site.mjs", 4): b"\1\1\1\1", ("site.mjs", 5): b"\1\1\1\1\1"}


def test_a_script_that_a_page_starts_from_a_copy_is_known_by_its_length() -> None:
    ran = Ran()
    ran.add([script((0, 4, 1), (1, 3, 0)), script((0, 4, 0), (1, 2, 1), url="blob:http://host/0b7f")])

    assert ran.of_script("site.mjs", 4) == b"\1\1\0\1"
    assert ran.of_script("worker.mjs", 4) == b"\0\1\0\0"
    assert ran.of_script("site.mjs", 5) == b"\0\0\0\0\0"


def test_each_part_of_a_bundle_has_the_line_that_it_comes_from(tmp_path: Path) -> None:
    """Module, line and column count from the last ones; a part without them comes from no module."""
    bundle = tmp_path / "out" / "b.mjs"
    bundle.parent.mkdir()
    bundle.write_text("abcdef\nghi", encoding="utf-8")
    mappings = "AAAA,CAAC,EAED,A;ACFA"
    bundle.with_name("b.mjs.map").write_text(
        json.dumps({"sources": ["../one.mjs", "../two.mjs"], "mappings": mappings}), encoding="utf-8"
    )

    one, two = tmp_path / "one.mjs", tmp_path / "two.mjs"
    assert list(pieces(bundle)) == [
        Piece(0, 1, one, 1, 0),
        Piece(1, 3, one, 1, 1),
        Piece(3, 3, one, 3, 0),
        Piece(7, 10, two, 1, 0),
    ]
