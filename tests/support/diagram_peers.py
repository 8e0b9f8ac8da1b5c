"""Programs of others that read and draw diagrams: Mermaid in a browser, Graphviz in Node.js."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from playwright.sync_api import Browser

from node_peers import INSTALL, run_peer
from project.paths import PEERS

_MERMAID = PEERS / "diagrams" / "node_modules" / "@mermaid-js" / "tiny" / "dist" / "mermaid.tiny.js"

_READ = """async (sources) => {
  mermaid.initialize({ startOnLoad: false, maxEdges: 100000, maxTextSize: 10000000, suppressErrorRendering: true });
  const read = [];
  for (const [number, { source, draw }] of sources.entries()) {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
    const vertices = [...db.getVertices().values()].map(({ id, text, type }) => ({ id, text, type }));
    const edges = db.getEdges().map(({ start, end, text, type }) => ({ start, end, text, type }));
    const title = db.getAccTitle();
    read.push({ vertices, edges, title, theme: mermaid.mermaidAPI.getConfig().theme });
    if (draw) {
      const { svg } = await mermaid.render(`drawing${number}`, source);
      const holder = document.createElement("div");
      holder.innerHTML = svg;
      document.body.append(holder);
      const named = (css) => [...holder.querySelectorAll(css)].map((each) => each.textContent);
      Object.assign(read.at(-1), {
        drawn: { nodes: named(".node"), labels: named(".edgeLabel .label"), title: named("svg > title") },
        active: holder.querySelectorAll("script, img, a, iframe, [onerror], [onclick], foreignObject b").length,
      });
      holder.remove();
    }
  }
  return read;
}"""


@dataclass(frozen=True, slots=True)
class Flowchart:
    """A flowchart as Mermaid has read it.

    Attributes:
        nodes: The words of each node by its name.
        shapes: The shape of each node by its name.
        edges: The tail, the head and the words of each arrow.
        title: The title for screen readers.
        theme: The theme that it is drawn in.
        drawn: The words of the nodes, the arrows and the title in the drawing, if it was drawn.
        active: The number of elements in the drawing that do more than show words.
    """

    nodes: dict[str, str]
    shapes: dict[str, str]
    edges: list[tuple[str, str, str]]
    title: str
    theme: str
    drawn: dict[str, list[str]]
    active: int


def mermaid_reads(browser: Browser, sources: Sequence[str], *, draw: bool = False) -> list[Flowchart]:
    """Return each flowchart as Mermaid reads it, and, if asked for, draws it.

    Raises:
        playwright.sync_api.Error: Mermaid finds a fault in one.
    """
    assert _MERMAID.is_file(), INSTALL
    page = browser.new_page()
    try:
        page.set_content('<!doctype html><html lang="en"><title>Diagrams</title><body></body></html>')
        page.add_script_tag(path=_MERMAID)
        read = page.evaluate(_READ, [{"source": source, "draw": draw} for source in sources])
    finally:
        page.close()
    return [_flowchart(each) for each in read]


def graphviz_reads(sources: Sequence[str]) -> list[dict[str, Any]]:
    """Return for each source in DOT what Graphviz has read (`graph`), its drawing (`svg`) and its `errors`."""
    return run_peer("diagrams", "draw.mjs", sources)


def _flowchart(read: dict[str, Any]) -> Flowchart:
    return Flowchart(
        nodes={node["id"]: _shown(node["text"]) for node in read["vertices"]},
        shapes={node["id"]: node["type"] for node in read["vertices"]},
        edges=[(edge["start"], edge["end"], _shown(edge["text"])) for edge in read["edges"]],
        title=_shown(read["title"]),
        theme=read["theme"],
        drawn=read.get("drawn", {}),
        active=read.get("active", 0),
    )


def _shown(text: str) -> str:
    """Return the words of a label; Mermaid holds a number such as `#34;` in a form of its own until it draws it."""
    return unescape(text.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";"))
