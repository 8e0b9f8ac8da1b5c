// Finds the tree on a page, as Python has drawn it.
import { readLink } from "../element/decision-tree/link-text.mjs";

/**
 * A tree on a page.
 * @typedef {{ element: Element, beside: Element[], words: Element[], page: string, link: string, title: string,
 *   language: string }} TreeOnPage
 * element: the page element; beside: its listing, or how a large tree goes on without the engine; words: what the first
 * tree of the page carries for all; page: the page's address; link: the link text of the first state to show; title:
 * that of the page; language: that of the page
 */

/** The site of these scripts. A page of another one could bring code into the page that embeds it. */
const ours = new URL(import.meta.url).origin;

/**
 * @param {URL} src the address of a page with a tree; its fragment names one of several, or one of its states
 * @param {AbortSignal} signal
 * @returns {Promise<TreeOnPage>} rejected with the reason if there is none
 */
export async function fetchTree(src, signal) {
  if (src.origin !== ours) throw new Error(`the page is not on ${ours}, as the script is`);
  const response = await fetch(src, { credentials: "omit", signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const at = new URL(response.url);
  if (at.origin !== ours) throw new Error(`the server leads to ${at.origin}`);
  const text = src.hash.slice(1);
  return treeIn(
    new DOMParser().parseFromString(await response.text(), "text/html"),
    at.origin + at.pathname + at.search,
    text,
  );
}

/**
 * @param {Document} page
 * @param {string} address of the page
 * @param {string} text of the link to one of its trees
 * @returns {TreeOnPage}
 */
function treeIn(page, address, text) {
  const trees = [...page.querySelectorAll("decision-tree:not([show=start])")];
  const named = readLink(text).tree;
  const element = trees.find((tree) => tree.getAttribute("tree") === named) ?? trees[0];
  if (!element) throw new Error("the page has no questions of a tree");
  const id = element.getAttribute("tree") ?? "";
  const name = CSS.escape(id);
  const beside = [...page.querySelectorAll(`[data-listing="${name}"], [data-parts="${name}"]`)];
  const last = [...page.querySelectorAll("*")].at(-1) ?? null;
  if (beside.length === 0 || beside.some((part) => part.contains(last))) {
    throw new Error("the page did not arrive whole");
  }
  return {
    element,
    beside,
    words: element.querySelector("template[data-say]") ? [] : [...page.querySelectorAll("template[data-say]")],
    page: address,
    link: named === id ? text : id,
    title: page.title,
    language: page.documentElement.lang,
  };
}
