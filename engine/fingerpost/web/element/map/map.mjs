// Shows the reader's position in the picture of the tree. States and words come from Python.
import { rootOf } from "../root.mjs";

/**
 * Marks the effect of the answers in the picture and the outline of a tree.
 * @param {Element & { tree: string }} element - The page element.
 * @param {{ nodes: Record<string, string>, edges: string[] }} map - From the engine.
 */
export function showOnMap(element, { nodes, edges }) {
  const figure = rootOf(element).querySelector(`[data-map="${CSS.escape(element.tree)}"]`);
  if (!figure) return;
  // A map, since an id may also be the name of a property that every object has.
  const states = new Map(Object.entries(nodes));
  for (const link of figure.querySelectorAll("[data-node]")) {
    const state = states.get(link.getAttribute("data-node") ?? "") ?? "open";
    link.setAttribute("data-state", state);
    link.setAttribute("aria-label", `${link.getAttribute("data-name")} ${figure.getAttribute(`data-say-${state}`)}`);
    if (state === "here") link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  for (const edge of figure.querySelectorAll("[data-edge]")) {
    const taken = edges.includes(edge.getAttribute("data-edge") ?? "");
    edge.toggleAttribute("data-taken", taken);
    // Lines to one node share a part of the way, so those that are taken are drawn after the others.
    if (taken) edge.parentElement?.querySelector(".fp-map-node")?.before(edge);
  }
}
