// <decision-tree>: shows the state that the address names. Words, routes and HTML come from Python.
import { engine } from "./engine-client.mjs";
import { Listing } from "./listing.mjs";
import { showOnMap } from "./map.mjs";
import { PageTitle } from "./page-title.mjs";
import { previewAnswers } from "./preview.mjs";
import { answerByNumber } from "./shortcuts.mjs";
import { elementsOf, swap } from "./swap.mjs";

export class DecisionTree extends HTMLElement {
  /** @type {AbortController | undefined} */
  #connection;
  /** @type {Listing | undefined} */
  #listing;
  /** Counts the states shown, so that a late answer of the engine cannot replace a newer state. */
  #turn = 0;
  /** The link text of what is shown, in its canonical form once the engine has told it. */
  #link = "";
  #title = new PageTitle();

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    engine.addEventListener("progress", () => this.#showProgress(), { signal });
    this.setAttribute("engine", engine.state);
    if (this.getAttribute("show") === "start") {
      this.#startOnIntent(signal);
      return;
    }
    const root = document.querySelector(`[data-listing="${CSS.escape(this.tree)}"]`);
    if (root) this.#listing = new Listing(root);
    this.addEventListener("click", (event) => this.#act(event), { signal });
    // Before any other listener: instant navigation would fetch the page anew for a state of the tree.
    document.addEventListener("click", (event) => this.#keepNative(event), { signal, capture: true });
    this.dataset.page = location.pathname + location.search; // for material-history.js
    window.addEventListener("hashchange", () => this.#show({ moved: true }), { signal });
    this.#title = new PageTitle();
    answerByNumber(this, signal);
    previewAnswers(this, engine, signal);
    engine.load(this.tree, textIn(this.querySelector("template.fp-data")));
    this.#show({ moved: false });
    engine.start();
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }

  /** The tree's id. */
  get tree() {
    return this.getAttribute("tree") ?? "";
  }

  /** The first question alone: the engine is fetched when the reader seems to want it, or nothing else is to do. */
  #startOnIntent(/** @type {AbortSignal} */ signal) {
    const start = () => engine.start();
    this.addEventListener("pointerover", start, { signal, once: true });
    this.addEventListener("focusin", start, { signal, once: true });
  }

  #engineChanged() {
    this.setAttribute("engine", engine.state);
    if (engine.state === "ready" && this.getAttribute("show") !== "start") this.#show({ moved: false });
  }

  #showProgress() {
    const bar = this.querySelector("progress");
    if (bar) bar.value = engine.progress;
  }

  /**
   * Shows the state that the address names.
   * @param {{ moved: boolean }} how moved: the reader went to another state, so the focus follows
   */
  async #show({ moved }) {
    const link = this.#linkInAddress();
    if (link === undefined) return;
    const turn = ++this.#turn;
    this.#link = link;
    if (engine.state !== "ready") {
      if (this.#showFromListing(link)) this.#arrive(moved);
      return;
    }
    try {
      const view = await engine.call("view", { tree: this.tree, link });
      if (turn !== this.#turn) return;
      this.#link = view.link;
      swap(this.#live, elementsOf(view.html));
      showOnMap(this.tree, view.map);
      this.#title.show(view.link === this.tree ? "" : view.title);
      this.#arrive(moved);
    } catch (fault) {
      console.warn(`decision-tree: ${fault}`);
      if (turn === this.#turn && this.#showFromListing(link)) this.#arrive(moved);
    }
  }

  /**
   * @param {string} link
   * @returns {boolean} whether the listing could tell the state
   */
  #showFromListing(link) {
    const stand = this.#listing?.replay(this.tree, link);
    const card = this.querySelector(".fp-live > .fp-card");
    const trail = this.querySelector(".fp-live > .fp-trail");
    if (!stand || !card || !trail) return false;
    const shown = document.createElement("div");
    const node = stand.entry.getAttribute("data-entry") ?? "";
    shown.className = "fp-card";
    shown.setAttribute(stand.entry.querySelector("[data-answer]") ? "data-question" : "data-outcome", node);
    for (const part of stand.entry.querySelectorAll(":scope > :not(.fp-anchor, .fp-entry-unsure, template)")) {
      const copy = shown.appendChild(part.cloneNode(true));
      if (copy instanceof HTMLDetailsElement) copy.open = false;
    }
    const list = /** @type {Element} */ (trail.cloneNode(true));
    list.querySelector("ol")?.replaceChildren(...stand.rows.map((row) => row.cloneNode(true)));
    list.toggleAttribute("hidden", stand.rows.length === 0);
    swap(this.#live, [shown, list]);
    return true;
  }

  /** @returns {string | undefined} undefined where the address names something else on the page */
  #linkInAddress() {
    const text = location.hash.slice(1);
    const name = decodeURIComponentSafely(text).split("?")[0] ?? "";
    if (text === "" || name === this.tree) return text || this.tree;
    const another = document.querySelector(`decision-tree[tree="${CSS.escape(name)}"]`);
    return !another && /[?]|%3f/i.test(text) ? text : undefined;
  }

  /** @param {boolean} moved */
  #arrive(moved) {
    if (!moved) return;
    const heading = this.querySelector(".fp-ask");
    if (!(heading instanceof HTMLElement)) return;
    heading.focus({ preventScroll: true });
    const { top, bottom } = heading.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) this.scrollIntoView({ block: "start" });
  }

  get #live() {
    return /** @type {Element} */ (this.querySelector(".fp-live"));
  }

  /** @param {MouseEvent} event */
  #keepNative(event) {
    const anchor = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(anchor instanceof HTMLAnchorElement)) return;
    const here = anchor.pathname === location.pathname && anchor.search === location.search;
    if (here && anchor.hash.slice(1).split("?")[0] === this.tree) event.stopPropagation();
  }

  /** @param {Event} event */
  async #act(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    const action = button?.getAttribute("data-action");
    if (action === "try-again") engine.start();
    if (action === "copy-link") await this.#copyLink();
  }

  async #copyLink() {
    const address = new URL(`#${this.#link}`, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      this.#tell("copied");
    } catch {
      this.#offerToCopy(address);
      this.#tell("copy-by-hand");
    }
  }

  /** Where the clipboard is refused, the link stands selected in a field. @param {string} address */
  #offerToCopy(address) {
    const old = this.querySelector("input.fp-link");
    const field = old instanceof HTMLInputElement ? old : document.createElement("input");
    field.className = "fp-link";
    field.readOnly = true;
    field.value = address;
    field.setAttribute("aria-label", this.#said("link-label"));
    this.querySelector(".fp-actions")?.after(field);
    field.select();
  }

  /** @param {string} key */
  #tell(key) {
    const toast = this.querySelector(".fp-toast");
    if (toast) toast.textContent = this.#said(key);
  }

  /** @param {string} key */
  #said(key) {
    return textIn(this.querySelector(`template[data-say="${key}"]`));
  }
}

/**
 * @param {Element | null} template
 * @returns {string} the text that a template holds
 */
function textIn(template) {
  return template instanceof HTMLTemplateElement ? (template.content.textContent ?? "") : "";
}

/** @param {string} text */
function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
