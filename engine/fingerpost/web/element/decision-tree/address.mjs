// Reads states from the address bar and from clicked links, and stores them where one page has several trees.
import { keyOf, read, remove, write } from "../storage.mjs";
import { readLink } from "./link-text.mjs";

/** @returns {string} the page in the address bar, without its fragment */
export const addressOfPage = () => location.origin + location.pathname + location.search;

/**
 * @param {string} tree the tree's id
 * @returns {string | undefined} the link text in the address bar; undefined if it names something else on this page
 */
export function linkInAddress(tree) {
  const text = location.hash.slice(1);
  const { tree: name, pairs } = readLink(text);
  if (text === "" || name === tree) return text || tree;
  if (document.querySelector(`decision-tree[tree="${CSS.escape(name)}"]`)) return undefined;
  // The beginning of the tree's id, with the rest lost, unless it names a part of the page.
  const begun = name !== "" && tree.startsWith(name) && !document.getElementById(text);
  return begun || pairs.length > 0 ? text : undefined;
}

/**
 * @param {Event} event a click
 * @param {string} tree the tree's id
 * @returns {{ anchor: Element, link: string } | undefined} undefined unless the click is on a link to one of the
 *   tree's states
 */
export function linkClicked({ target }, tree) {
  const anchor = target instanceof Element ? target.closest("a") : null;
  // A link of HTML splits its address into parts; a link of the picture (SVG) does not.
  const to = document.createElement("a");
  to.href = anchor?.getAttribute("href") ?? anchor?.getAttribute("xlink:href") ?? "";
  const here = to.origin + to.pathname + to.search === addressOfPage();
  const link = to.hash.slice(1);
  return anchor && here && readLink(link).tree === tree ? { anchor, link } : undefined;
}

/** The kind of what the tab's storage holds about a tree while the address names another one. */
const LINK = "link";

/** @param {string} tree @param {string} link */
export function holdLink(tree, link) {
  if (document.querySelectorAll("decision-tree:not([show=start])").length < 2) return;
  // A tree that nobody has answered leaves no trace.
  if (link === tree) remove("sessionStorage", keyOf(LINK, tree));
  else write("sessionStorage", keyOf(LINK, tree), link);
}

/** @param {string} tree @returns {string} */
export const heldLink = (tree) => read("sessionStorage", keyOf(LINK, tree)) ?? tree;
