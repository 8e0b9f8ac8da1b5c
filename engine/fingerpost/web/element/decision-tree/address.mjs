// Reads states from the address bar and from clicked links, and stores them where one page has several trees.
import { read, remove, write } from "../storage.mjs";

/** @returns {string} the page in the address bar, without its fragment */
export const addressOfPage = () => location.origin + location.pathname + location.search;

/**
 * @param {string} tree the tree's id
 * @returns {string | undefined} the link text in the address bar; undefined if it names something else on this page
 */
export function linkInAddress(tree) {
  const text = location.hash.slice(1);
  // A tree's id needs no encoding, but some programs encode the question mark after it.
  const [name = ""] = text.split(/[?]|%3f/i);
  if (text === "" || name === tree) return text || tree;
  const another = document.querySelector(`decision-tree[tree="${CSS.escape(name)}"]`);
  return !another && name !== text ? text : undefined;
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
  return anchor && here && link.split("?")[0] === tree ? { anchor, link } : undefined;
}

/** The key of a tree's state in the tab's storage while the address names another tree. @param {string} tree */
const keyOf = (tree) => `fingerpost ${location.pathname} ${tree}`;

/** @param {string} tree @param {string} link */
export function holdLink(tree, link) {
  if (document.querySelectorAll("decision-tree:not([show=start])").length < 2) return;
  // A tree that nobody has answered leaves no trace.
  if (link === tree) remove("sessionStorage", keyOf(tree));
  else write("sessionStorage", keyOf(tree), link);
}

/** @param {string} tree @returns {string} */
export const heldLink = (tree) => read("sessionStorage", keyOf(tree)) ?? tree;
