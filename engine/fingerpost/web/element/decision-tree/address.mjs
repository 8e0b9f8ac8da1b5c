// Which state an address names, and how readers go to it.
import { read, remove, write } from "../storage.mjs";

/** @returns {string} the page in the address bar, without its fragment */
export const addressOfPage = () => location.origin + location.pathname + location.search;

/**
 * @param {string} tree the tree's id
 * @returns {string | undefined} the text of the link in the address bar; undefined where it names something else here
 */
export function linkInAddress(tree) {
  const text = location.hash.slice(1);
  // A tree's id has nothing to encode; some programs encode the question mark behind it.
  const [name = ""] = text.split(/[?]|%3f/i);
  if (text === "" || name === tree) return text || tree;
  const another = document.querySelector(`decision-tree[tree="${CSS.escape(name)}"]`);
  return !another && name !== text ? text : undefined;
}

/**
 * @param {Event} event a click
 * @param {string} tree the tree's id
 * @returns {{ anchor: Element, link: string } | undefined} undefined where the click is not on a link to one of the
 *   tree's states
 */
export function linkClicked({ target }, tree) {
  const anchor = target instanceof Element ? target.closest("a") : null;
  // As the links of HTML have it, for those of a picture, too.
  const to = document.createElement("a");
  to.href = anchor?.getAttribute("href") ?? anchor?.getAttribute("xlink:href") ?? "";
  const here = to.origin + to.pathname + to.search === addressOfPage();
  const link = to.hash.slice(1);
  return anchor && here && link.split("?")[0] === tree ? { anchor, link } : undefined;
}

/** Where a tab stores the state of a tree while its address names another tree of the page. @param {string} tree */
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
