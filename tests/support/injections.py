"""Texts that do harm where they are taken for more than text, and the ways by which they come into a tree."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from dmn_files import decision_table
from fingerpost.export.formats import FORMATS as EXPORTS
from fingerpost.importing.format import Draft
from fingerpost.importing.formats import FORMATS as IMPORTS
from fingerpost.importing.markdown import as_markdown
from fingerpost.importing.tree_file import tree_file
from fingerpost.source import read_source
from fingerpost.tree.compiled import from_json
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Tree
from hostile_texts import with_everywhere
from made_up import SUPPER
from sheets import csv_of, workbook_of

ATTACKS: Mapping[str, str] = {
    "html": "'\"></p></script></template></textarea><script>alert(1)</script><img src=x onerror=a()><!-- &lt;b&gt;",
    "markdown": "**b** [a](javascript:alert(1)) ![c](x) `d` <https://e.example> | f | {{ g }} {: onclick=h }",
    "xml": "]]> <![CDATA[ <!ENTITY x SYSTEM 'file:///etc/passwd'> &x; --> <?y?> \u2028",
    "formula": '=HYPERLINK("https://evil.example") +1 -2 @SUM(A1)',
    "graph": 'a"]; b --> c["d; click e "https://evil.example" ]) |f| \\" \\N %%{init: {}}%%',
    "json": '","__proto__":{"a":1}} \\u0022 \\',
    "terminal": "\x1b]0;gone\x07 \x9b2J \u202e \u2066 ::error::forged ##[error]boo ::set-output name=a::b",
    "lines": "one\n::error::forged\r\n\t- two\n\n# three\n---\n```\n| four |",
}
"""By what they attack."""

HARMLESS = "words & more"


def _tree_file(words: str) -> Draft:
    """Return a tree file with the words in each of its texts, as an author writes them."""
    text = as_markdown(words)

    def question(number: int, yes: str, no: str) -> dict[str, object]:
        answers = {
            name: {"label": f"{text} {name}", "note": text, "because": text, "when": text, "go": go}
            for name, go in (("yes", yes), ("no", no))
        }
        return {"ask": f"{text} {number}", "reason": text, "help": text, "unsure": text, "answers": answers}

    return {
        "format": 1,
        "id": "supper",
        "title": text,
        "edition": "1",
        "source": {"title": text, "url": "https://example.org/", "licence": text},
        "start": "hungry",
        "questions": {"hungry": question(1, "cook", "tea"), "cook": question(2, "soup", "tea")},
        "outcomes": {
            "soup": {"title": f"{text} 3", "summary": text, "confirm": ["sure"], "combines": {"tea": text}},
            "tea": {"title": f"{text} 4", "summary": text},
        },
        "considerations": {"sure": {"ask": text, "why": text}},
        "scenarios": {"one": {"need": text, "title": text, "answers": {"hungry": "no"}, "expect": "tea"}},
    }


def _questionnaire(words: str) -> bytes:
    """Return a Questionnaire with the words wherever a program may write any."""
    questionnaire: Any = json.loads(EXPORTS["fhir"].write(SUPPER, ""))
    numbers = iter(range(100))

    def put(part: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(part, list):
            return [put(each) for each in part]
        if not isinstance(part, dict):
            return part
        free = ("text", "display", "title", "publisher", "purpose")
        return {key: f"{words} {next(numbers)}" if key in free else put(each) for key, each in part.items()}

    return json.dumps(put(questionnaire)).encode()


def _flowchart(words: str) -> bytes:
    """Return a flowchart with the words in its labels, quoted as Mermaid's documentation says."""
    label = words.replace("#", "#35;").replace('"', "#quot;")
    return (
        f'---\ntitle: {json.dumps(words)}\n---\nflowchart TD\n  a["{label} 1"] -->|"{label} 2"| b(["{label} 3"])\n'
        f'  a -->|"{label} 4"| c(["{label} 5"])\n'
    ).encode(errors="replace")


def _table(words: str) -> bytes:
    name = "".join(letter for letter in words if letter >= " " or letter in "\t\n\r")
    quoted = [json.dumps(f"{name} {number}", ensure_ascii=False) for number in range(4)]
    rows = ((quoted[0], quoted[2]), (quoted[1], quoted[3]))
    return decision_table({"hungry": f"{quoted[0]},{quoted[1]}"}, rows)


def _rows(words: str) -> list[list[str]]:
    return [[f"{words} 1", "Outcome"], [f"{words} 2", f"{words} 3"], [f"{words} 4", f"{words} 5"]]


def _csv(words: str) -> bytes:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in _rows(words)]
    return csv_of(*quoted)


def _workbook(words: str) -> bytes:
    visible = "".join(letter for letter in words if letter >= " " or letter in "\t\n")

    def as_text(book: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        for row in book["Ways"].iter_rows():
            for cell in row:
                cell.data_type = "s"

    return workbook_of({"Ways": _rows(visible)}, as_text)


FILES: Mapping[str, tuple[str, str, Callable[[str], bytes]]] = {
    "DMN": ("dmn", "words.dmn", _table),
    "FHIR": ("fhir", "words.fhir.json", _questionnaire),
    "Mermaid": ("mermaid", "words.mmd", _flowchart),
    "CSV": ("sheet", "words.csv", _csv),
    "workbook": ("sheet", "words.xlsx", _workbook),
}
"""Files of other programs: the format, a name, and the content with the words in it."""


def _importing(form: str, name: str, content: Callable[[str], bytes]) -> Callable[[str], Draft | None]:
    return lambda words: IMPORTS[form].read(content(words), name).draft


DRAFTS: Mapping[str, Callable[[str], Draft | None]] = {
    "tree file": _tree_file,
    **{name: _importing(*file) for name, file in FILES.items()},
}
"""The tree files that words come into: an author's own, and those made of other programs' files, unless refused."""


def _tree_of(draft: Draft | None) -> Tree | None:
    reading = None if draft is None else read_source(tree_file(draft).encode(errors="replace"), "tree.yml")
    return None if reading is None or any(each.severity == "error" for each in reading.findings) else reading.tree


@cache
def tree_by(entrance: str, words: str) -> Tree | None:
    """Return the tree that words have come into.

    Args:
        entrance: The name of a draft, or `compiled` for the tree that a page loads.
        words: The words.

    Returns:
        None if the words, or what the other program's file is made into, are refused.
    """
    if entrance == "compiled":
        return from_json(json.loads(json.dumps(to_json(with_everywhere(words)))))
    return _tree_of(DRAFTS[entrance](words))


ENTRANCES = ("compiled", *DRAFTS)
