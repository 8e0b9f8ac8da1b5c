"""Reads chains of boxes and arrows, for example `A[One] -->|yes| B & C -- no --> D`."""

from __future__ import annotations

import re
from typing import Final

from fingerpost.findings.finding import Place
from fingerpost.importing.mermaid.chart import Chart, Edge, Node
from fingerpost.importing.mermaid.labels import label
from fingerpost.importing.mermaid.scanner import Scanner
from fingerpost.importing.mermaid.shapes import take_shape
from fingerpost.source.collector import Collector

_MOST_EDGES: Final = 20_000

_SPACE: Final = re.compile(r"[^\S\n]*")
_SPACE_AND_LINES: Final = re.compile(r"\s*")
_NAME: Final = re.compile(r"(?:\w|[!#$*+.?\\/'`]|(?<!%)%(?!%)|-(?=[\w!#$%*+?\\/'`])|=(?!=))+")
_EDGE_NAME: Final = re.compile(r"[\w-]+@(?=[-=~<xo])")
_CLASS: Final = re.compile(r":::[\w-]+")
_AND: Final = re.compile(r"&(?!\w+;)")
_LINK: Final = re.compile(r"([xo<]?)(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?|~~~+)")
_BEGIN: Final = re.compile(r"([xo<]?)(?:--|==|-\.)(?![-=.])")
_ENDS: Final = {
    "--": re.compile(r"[xo<]?(--+[-xo>])"),
    "==": re.compile(r"[xo<]?(==+[=xo>])"),
    "-.": re.compile(r"[xo<]?(\.+-[xo>]?)"),
}
_UP_TO: Final = {
    "--": re.compile(r'\s*(?:"([^"]*)"|((?:(?!\s[xo<]?--|--)[^\n"])+))\s*'),
    "==": re.compile(r'\s*(?:"([^"]*)"|((?:(?!\s[xo<]?==|==)[^\n"])+))\s*'),
    "-.": re.compile(r'\s*(?:"([^"]*)"|((?:(?!\s\.+-|\.+-)[^\n"])+))\s*'),
}
_BETWEEN_BARS: Final = re.compile(r'[^\S\n]*\|\s*(?:"([^"]*)"|([^|"\n]*?))\s*\|')
_END_OF_STATEMENT: Final = re.compile(r"[^\S\n]*(?:\n|;|$|%%)")


class Chains:
    """Reads chains into a chart.

    Attributes:
        too_many: Whether there were more arrows than a tree may have.
    """

    def __init__(self, scanner: Scanner, chart: Chart, found: Collector) -> None:
        """Read from a scanner into a chart."""
        self.too_many = False
        self._scanner = scanner
        self._chart = chart
        self._found = found

    def read(self) -> bool:
        """Read one chain up to the end of its statement; return False where it can't be read on."""
        tails = self._boxes()
        if tails is None:
            return False
        while not self._scanner.looking_at(_END_OF_STATEMENT):
            place = self._before_link()
            arrow = self._link()
            if arrow is None:
                return False
            self._scanner.take(_SPACE_AND_LINES)
            heads = self._boxes()
            if heads is None:
                return False
            if not self._connect(tails, heads, *arrow, place):
                return True
            tails = heads
        return True

    def _boxes(self) -> list[str] | None:
        """Return the names of boxes with `&` between them."""
        names: list[str] = []
        while True:
            name = self._box()
            if name is None:
                return None
            names.append(name)
            at = self._scanner.at
            self._scanner.take(_SPACE)
            if self._scanner.take(_AND) is None:
                self._scanner.at = at
                return names
            self._scanner.take(_SPACE_AND_LINES)

    def _box(self) -> str | None:
        place = self._scanner.place()
        found = self._scanner.take(_NAME)
        if found is None:
            return None
        node = self._chart.nodes.setdefault(found[0], Node(found[0], place))
        text = take_shape(self._scanner)
        if text is not None:
            node.text = self._words(text, place)
        self._scanner.take(_CLASS)
        return found[0]

    def _words(self, text: str, place: Place) -> str:
        words, left_out = label(text)
        if left_out:
            message = "The formatting or the icon in this text is left out."
            self._found.add("import-left-out", place, message, "Write it in Markdown in the tree if it is needed.")
        return words

    def _before_link(self) -> Place:
        self._scanner.take(_SPACE)
        self._scanner.take(_EDGE_NAME)
        return self._scanner.place()

    def _link(self) -> tuple[str, str] | None:
        """Return an arrow as it is written, without its words, and its words; None if there is none."""
        place = self._scanner.place()
        whole = self._scanner.take(_LINK)
        if whole is not None:
            bars = self._scanner.take(_BETWEEN_BARS)
            return whole[0], "" if bars is None else self._words(bars[1] or bars[2] or "", place)
        begin = self._scanner.take(_BEGIN)
        if begin is None:
            return None
        kind = begin[0].removeprefix(begin[1])
        words = self._scanner.take(_UP_TO[kind])
        end = self._scanner.take(_ENDS[kind])
        if words is None or end is None:
            return None
        return begin[1] + end[0], self._words(words[1] or words[2] or "", place)

    def _connect(self, tails: list[str], heads: list[str], arrow: str, words: str, place: Place) -> bool:
        """Add an arrow from each tail to each head; return False if there are too many."""
        if "~" in arrow:
            return True  # it only places boxes
        if len(self._chart.edges) + len(tails) * len(heads) > _MOST_EDGES:
            self.too_many = True
            message = f"The flowchart has more than {_MOST_EDGES:,} arrows."
            self._found.add("import-too-large", place, message, "Import it in parts, or check that it is right.")
            return False
        if arrow.startswith("<"):
            message = "This arrow has two directions. Answers lead in one."
            self._found.add("import-no-equivalent", place, message, "Write an arrow in the direction that is meant.")
        elif not arrow.endswith(">"):
            message = "This line has no head. It is read as an arrow to what is named last."
            self._found.add("import-guessed", place, message, "Write it as '-->' if that is right.")
        self._chart.edges += [Edge(tail, head, words, place) for tail in tails for head in heads]
        return True
