"""Reads the statements of a flowchart."""

from __future__ import annotations

import json
import re
from typing import Final

from fingerpost.importing.mermaid.chains import Chains
from fingerpost.importing.mermaid.chart import Chart
from fingerpost.importing.mermaid.labels import label, plain
from fingerpost.importing.mermaid.scanner import Scanner
from fingerpost.source.collector import Collector

_BLANK: Final = re.compile(r"[\s;]+")
_SPACES: Final = re.compile(r"[^\S\n]+")
_COMMENT: Final = re.compile(r"%%[^\n]*")
_FRONT_MATTER: Final = re.compile(r"\s*---[ \t]*\n(.*?)\n[ \t]*---[ \t]*(?=\n|$)", re.DOTALL)
_TITLE: Final = re.compile(r"^title:(.*)$", re.MULTILINE)
_QUOTED: Final = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:\s+#.*)?""")
_HEAD: Final = re.compile(r"(?:flowchart(?:-elk)?|graph)\b(?:[^\S\n]+(?:TB|TD|BT|RL|LR|[<>^v])(?=[\s;]|$))?")
_ACC_TITLE: Final = re.compile(r"accTitle[^\S\n]*:[^\S\n]*([^\n]*)")
_ACC_DESCRIPTION: Final = re.compile(r"accDescr[^\S\n]*(?::[^\n]*|\{[^{}]*\})")
_LOOKS: Final = re.compile(r"(?:style|linkStyle|classDef|class|direction)[^\S\n][^\n;]*")
_CLICK: Final = re.compile(r"(?:click|href)[^\S\n][^\n]*")
_SUBGRAPH: Final = re.compile(r"subgraph\b[^\n;]*")
_END: Final = re.compile(r"end(?=[\s;]|$)")
_REST: Final = re.compile(r"[^\n;]*")

_FACT: Final = re.compile(r"%%[ \t]+([A-Z][A-Za-z ]*): (.*)")
_ANSWERS: Final = re.compile(r"%%[ \t]+(\w[\w-]*)( \(informative\))?: ([a-z0-9-]+(?:, [a-z0-9-]+)*)[ \t\r]*")


def read_chart(text: str, found: Collector) -> Chart | None:
    """Return the flowchart in a text, or None if it has none.

    Args:
        text: The content of a file.
        found: Collects the findings.
    """
    scanner = Scanner(text, found.file)
    chart = Chart()
    front = scanner.take(_FRONT_MATTER)
    if front is not None and (title := _TITLE.search(front[1])) is not None:
        chart.title = label(_scalar(title[1].strip()))[0]
    _skip(scanner, chart)
    if scanner.take(_HEAD) is None:
        message = "This is not a Mermaid flowchart: it does not begin with 'flowchart' or 'graph'."
        found.add("import-unreadable", scanner.place(), message, "Only flowcharts can be read. Check the file.")
        return None
    chains = Chains(scanner, chart, found)
    while not _at_end(scanner, chart):
        _statement(scanner, chart, found, chains)
        if chains.too_many:
            return None
    return chart


def _scalar(text: str) -> str:
    """Return what a text in YAML says; one that is no YAML says itself."""
    quoted = _QUOTED.fullmatch(text)
    if quoted is None:
        return text
    if text.startswith("'"):
        return quoted[1][1:-1].replace("''", "'")
    try:
        # YAML has more escapes than JSON, which no program writes for printable text.
        return str(json.loads(quoted[1], strict=False))
    except ValueError:
        return quoted[1][1:-1]


def _at_end(scanner: Scanner, chart: Chart) -> bool:
    _skip(scanner, chart)
    return scanner.at_end


def _skip(scanner: Scanner, chart: Chart) -> None:
    """Step over blanks, settings and comments, and note the facts in comments."""
    while True:
        if scanner.take(_BLANK) is not None or scanner.take_between("%%{", "}%%"):
            continue
        comment = scanner.take(_COMMENT)
        if comment is None:
            return
        if (fact := _FACT.match(comment[0])) is not None:
            chart.facts.setdefault(fact[1], plain(fact[2].strip()))
        elif (answers := _ANSWERS.fullmatch(comment[0])) is not None:
            chart.answers.setdefault(answers[1], answers[3].split(", "))
            if answers[2]:
                chart.informative.add(answers[1])


def _statement(scanner: Scanner, chart: Chart, found: Collector, chains: Chains) -> None:
    """Read one statement; the scanner moves on, whatever stands there."""
    place = scanner.place()
    if (title := scanner.take(_ACC_TITLE)) is not None:
        chart.title = label(title[1])[0] or chart.title
    elif scanner.take(_LOOKS) or scanner.take(_ACC_DESCRIPTION) or scanner.take(_END):
        pass
    elif scanner.take(_CLICK):
        message = "A tree has no links on its boxes, so this one is left out."
        found.add("import-left-out", place, message, "Put it into the help of the question or on the outcome's page.")
    elif (group := scanner.take(_SUBGRAPH)) is not None:
        message = f"A tree has no groups, so “{_named(group[0])}” is left out. What is in it is kept."
        found.add("import-left-out", place, message, "Check that no arrow leads to or from the group itself.")
    elif not chains.read():
        unknown = scanner.rest_of_line().strip()
        message = f"This can't be read as part of a flowchart: '{unknown[:60]}'."
        hint = "Correct it, or delete it. A text with brackets or quotes in it needs quotes around it."
        found.add("import-unreadable", scanner.place(), message, hint)
        scanner.take(_REST)
    else:
        scanner.take(_SPACES)


def _named(group: str) -> str:
    """Return the name of a group for readers."""
    name = group.removeprefix("subgraph").strip()
    quoted = re.search(r'"([^"]*)"|\[([^\]]*)\]', name)
    return plain((quoted[1] or quoted[2] or "") if quoted is not None else name) or "subgraph"
