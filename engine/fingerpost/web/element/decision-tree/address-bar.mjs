// The place of a tree's state on its own page: the address bar, and the tab's storage where one page has several trees.
import { addressOfPage, setAddress } from "../../links.mjs";
import { keyOf, read, remove, write } from "../storage.mjs";
import { readLink } from "./link-text.mjs";
import { showTitle } from "./page-title.mjs";

/** @typedef {import("./decision-tree.mjs").DecisionTree} DecisionTree */

/** The kind of what the tab's storage holds about a tree while the address names another one. */
const LINK = "link";

export class AddressBar {
  /** The address of the element's page. The address bar may be ahead of it. */
  page = addressOfPage();
  /** Whether the engine also starts without a sign that the reader will use the tree. */
  startsWhenIdle = true;
  /** Whether the address bar shows the state. */
  follows = true;
  #element;
  /** The link text of the state while the address bar cannot show it. */
  #unshown = "";

  /** @param {DecisionTree} element */
  constructor(element) {
    this.#element = element;
  }

  /** False during navigation to another page, whose address the address bar already shows. */
  get isHere() {
    return addressOfPage() === this.page;
  }

  /** The title of the page with the tree. */
  get title() {
    return document.title;
  }

  /** Whether the reader has come by a link to a state of the tree. */
  get isNewcomer() {
    return location.hash !== "" && this.link !== undefined && history.state === null;
  }

  /** The link text of the state to show; undefined if the address bar names something else on the page. */
  get link() {
    if (!this.follows) return this.#unshown;
    const { tree } = this.#element;
    const text = location.hash.slice(1);
    const { tree: name, pairs } = readLink(text);
    if (text === "" || name === tree) return text || tree;
    const other = CSS.escape(name);
    if (document.querySelector(`decision-tree[tree="${other}"], outcome-finder[id="${other}"]`)) return undefined;
    // The beginning of the tree's id, with the rest lost, unless it names a part of the page.
    const begun = name !== "" && tree.startsWith(name) && !document.getElementById(text);
    return begun || pairs.length > 0 ? text : undefined;
  }

  /** The link text that was held before the address named something else. */
  get heldLink() {
    const { tree } = this.#element;
    return read("sessionStorage", keyOf(LINK, tree)) ?? tree;
  }

  /** @param {string} link the link text of the state that is shown */
  hold(link) {
    const { tree } = this.#element;
    if (document.querySelectorAll("decision-tree:not([show=start])").length < 2) return;
    // A tree that nobody has answered leaves no trace.
    if (link === tree) remove("sessionStorage", keyOf(LINK, tree));
    else write("sessionStorage", keyOf(LINK, tree), link);
  }

  /** @param {string} link the link text of the state to go to */
  go(link) {
    // During navigation to another page, a fragment would be one of that page: come back to this one.
    if (!this.isHere) location.assign(`${this.page}#${link}`);
    else if (location.hash !== `#${link}` || !this.follows) {
      this.follows = setAddress("pushState", `${this.page}#${link}`);
      this.#unshown = link;
    }
  }

  /** @param {string} link the link text of the state that is shown, for the address in place of a longer one */
  tidy(link) {
    if (!this.isHere) return;
    setAddress("replaceState", `${this.page}#${link}`);
    this.#unshown = link;
    this.hold(link);
  }

  /**
   * @param {() => void} changed called when the reader goes to another state with the browser's own controls
   * @param {AbortSignal} signal
   */
  listen(changed, signal) {
    const moved = () => {
      this.follows = true;
      changed();
    };
    window.addEventListener("hashchange", moved, { signal });
  }

  /** @param {string} state the title of the state that is shown; empty for the page's title alone */
  showTitle(state) {
    showTitle(this.#element, state);
  }
}

/**
 * @param {Event} event a click
 * @param {DecisionTree} element
 * @returns {{ anchor: Element, link: string } | undefined} undefined unless the click is on a link to one of the
 *   states of the element's tree. A link that names its target is the browser's to open
 */
export function linkClicked({ target }, { tree, page, place }) {
  const anchor = target instanceof Element ? target.closest("a") : null;
  // A link of HTML splits its address into parts; a link of the picture (SVG) does not.
  const to = document.createElement("a");
  to.href = anchor?.getAttribute("href") ?? anchor?.getAttribute("xlink:href") ?? "";
  // During navigation to another page, instant navigation has to fetch this page again.
  const here = place.isHere && to.origin + to.pathname + to.search === page && !anchor?.hasAttribute("target");
  const link = to.hash.slice(1);
  return anchor && here && readLink(link).tree === tree ? { anchor, link } : undefined;
}
