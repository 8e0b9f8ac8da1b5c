// <decision-tree src="…">: fetches a page with a tree, and shows its tree in a shadow root.
//
// The page of the tree has everything that Python has drawn: the first question, the listing, the words, the compiled
// tree. So an embedded tree works as the page does, before the engine is ready and without it. The shadow root has a
// second <decision-tree>, which is the same as on the page itself, but for the place of its state.

import { styles } from "fingerpost-styles";
import { makeLinksAbsolute } from "../element/decision-tree/absolute-links.mjs";
import { DecisionTree } from "../element/decision-tree/decision-tree.mjs";
import { warn } from "../element/warn.mjs";
import { said } from "../element/words.mjs";
import { OwnState } from "./own-state.mjs";
import { nameParts } from "./parts.mjs";
import { fetchTree } from "./tree-on-page.mjs";

/** Made when the first tree is shown. @type {CSSStyleSheet | undefined} */
let sheet;

export class EmbeddedTree extends DecisionTree {
  static observedAttributes = ["src"];

  /** Ends the loading of an earlier address. */
  #loading = new AbortController();

  connectedCallback() {
    if (this.hasAttribute("tree")) super.connectedCallback();
    else if (this.hasAttribute("src") && !this.shadowRoot) this.#load();
  }

  disconnectedCallback() {
    if (this.hasAttribute("tree")) super.disconnectedCallback();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.hasAttribute("src")) this.#load();
  }

  async #load() {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    sheet ??= newSheet();
    root.adoptedStyleSheets = [sheet];
    const src = new URL(this.getAttribute("src") ?? "", document.baseURI);
    root.replaceChildren(linkTo(src));
    try {
      const found = await fetchTree(src, signal);
      if (!signal.aborted) root.replaceChildren(this.#drawn(found));
    } catch (fault) {
      if (!signal.aborted) warn(`${src.href}: only a link to the tree is shown: ${fault}`);
    }
  }

  /** @param {import("./tree-on-page.mjs").TreeOnPage} found */
  #drawn({ element, beside, words, page, link, title, language }) {
    const whole = document.createElement("div");
    whole.className = "fp-embedded";
    whole.lang = language;
    const frame = whole.appendChild(document.createElement("div"));
    frame.className = "fp";
    const tree = /** @type {DecisionTree} */ (document.importNode(element, true));
    const home = document.createElement("a");
    home.target = "_self"; // leads to the page of the tree; without a target, the tree would show the state here
    const origin = document.createElement("p");
    origin.className = "fp-origin";
    origin.append(home);
    tree.place = new OwnState(this, tree, { page, link, title, home });
    tree.beforeShown = nameParts;
    frame.append(tree, ...words.map((word) => document.importNode(word, true)));
    home.textContent = said(tree, "origin");
    tree.querySelector(".fp-widget")?.append(origin);
    whole.append(...beside.map((part) => document.importNode(part, true)));
    for (const part of whole.children) makeLinksAbsolute(part, page);
    nameParts([whole]);
    return whole;
  }
}

/** @returns {CSSStyleSheet} */
function newSheet() {
  const made = new CSSStyleSheet();
  made.replaceSync(styles);
  return made;
}

/**
 * Returns what stands for a tree that is not there: the content of the element, or a link to the page with the tree.
 * @param {URL} page
 */
function linkTo(page) {
  const slot = document.createElement("slot");
  const link = slot.appendChild(document.createElement("a"));
  link.part = "link";
  link.href = link.textContent = page.href;
  return slot;
}
