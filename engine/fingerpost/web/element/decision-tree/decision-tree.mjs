// <decision-tree>: shows the state that the address names. Words, routes and HTML come from Python.

import { engine } from "../../engine/engine-client.mjs";
import { Listing, partsOf, unfold } from "../listing/listing.mjs";
import { copy } from "../record/clipboard.mjs";
import { afterPaint, bringIntoSight, goTo } from "./arrival.mjs";
import "../map/map-links.mjs";
import { Toast } from "../toast/toast.mjs";
import { PageTitle } from "./page-title.mjs";
import { atTheRightMoment } from "./right-moment.mjs";
import { answerByNumber } from "./shortcuts.mjs";
import { HEADING, swap } from "./swap.mjs";
import { makeLinksWhole } from "./whole-links.mjs";

/** @typedef {InstanceType<import("../../engine/engine-client.mjs").Help["WithEngine"]>} WithEngine */

export class DecisionTree extends HTMLElement {
  /** @type {AbortController | undefined} */
  #connection;
  /** @type {Listing | undefined} */
  #listing;
  /** Counts the states shown, so that a late answer of the engine cannot replace a newer state. */
  #turn = 0;
  /** The link text of what is shown, in its canonical form once the engine has told it. */
  #link = "";
  /** The link text that the page shows; a state that only the engine can tell waits for it. */
  #shown = "";
  /** What the element does only with the engine; it comes with the engine. @type {WithEngine | undefined} */
  #withEngine;
  /** What waits for that, in order. @type {((helper: WithEngine) => void)[]} */
  #waiting = [];
  #title = new PageTitle();
  /** The list of answers as it stands while questions are asked. @type {Node | undefined} */
  #trail;
  /** @type {Toast | undefined} */
  #toast;
  /** The address of the page that the element stands on; the address bar may be ahead of it. */
  #page = "";
  /** Whether the address that brought the page names a state here, to which the reader is still to be brought. */
  #newcomer = false;
  /** What to say once the reader is where a link leads. @type {(() => void) | undefined} */
  #afterArrival;

  connectedCallback() {
    this.#connection = new AbortController();
    this.#page = addressOfPage();
    const { signal } = this.#connection;
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    engine.addEventListener("progress", () => this.#showProgress(), { signal });
    this.setAttribute("engine", engine.state);
    this.toggleAttribute("links-only", !engine.available);
    if (this.getAttribute("show") === "start") {
      atTheRightMoment(this, () => engine.start(), signal, { idle: false });
      return;
    }
    const news = this.querySelector(".fp-toast");
    if (news) this.#toast = new Toast(news, () => this.#heading, signal);
    const root = document.querySelector(`[data-listing="${CSS.escape(this.tree)}"]`);
    if (root) this.#listing = new Listing(root, signal);
    this.#trail = this.querySelector(".fp-live > .fp-trail")?.cloneNode(true);
    this.addEventListener("click", (event) => this.#act(event), { signal });
    // Before any other listener, instant navigation's among them.
    document.addEventListener("click", (event) => this.#follow(event), { signal, capture: true });
    this.dataset.page = this.#page; // for material-history.js
    makeLinksWhole(this, this.#page);
    const picture = document.querySelector(`[data-map="${CSS.escape(this.tree)}"]`);
    if (picture) makeLinksWhole(picture, this.#page);
    window.addEventListener("hashchange", startEngine, { signal });
    window.addEventListener("hashchange", () => this.#show({ moved: true }), { signal });
    this.#title = new PageTitle();
    answerByNumber(this, signal);
    engine.load(this.tree, textIn(this.querySelector("template.fp-data")));
    this.#newcomer = location.hash !== "" && this.#linkInAddress() !== undefined && history.state === null;
    // Instant navigation leaves a page whose address names no part of it as far down as the page before.
    if (this.#newcomer) window.scrollTo(0, 0);
    this.#show({ moved: false });
    // Answers in the address are a wish already.
    if ((this.#linkInAddress() ?? "").includes("?")) startEngine();
    else atTheRightMoment(this, startEngine, signal, { idle: true });
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#turn += 1; // what is still to come of a state is not for the next page
    this.#withEngine = undefined;
    this.#waiting = [];
  }

  /** The tree's id. */
  get tree() {
    return this.getAttribute("tree") ?? "";
  }

  /** @returns {WithEngine | undefined} undefined until it has come */
  get #helper() {
    const signal = this.#connection?.signal;
    if (this.#withEngine || !engine.help || !signal) return this.#withEngine;
    /** @type {import("./host.mjs").Host} */
    const host = {
      element: this,
      engine,
      page: this.#page,
      signal,
      toast: this.#toast,
      link: () => this.#link,
      go: (link) => this.#go(link),
      onArrival: (news) => {
        this.#afterArrival = news;
      },
      copyLink: (button, link, told) => this.#copyLink(button, link, told),
      said: (key) => this.#said(key),
    };
    this.#withEngine = new engine.help.WithEngine(host);
    for (const task of this.#waiting.splice(0)) task(this.#withEngine);
    return this.#withEngine;
  }

  /**
   * Does now, or as soon as it can be done, what needs the help; in the order in which it was wished for.
   * @param {(helper: WithEngine) => void} task
   */
  #withHelp(task) {
    const helper = this.#helper;
    if (helper) task(helper);
    else this.#waiting.push(task);
  }

  /** Says that the engine is ready once what it tells is shown, so that nothing jumps in after that. */
  async #engineChanged() {
    this.dataset.engineStart = engine.restored ? "kept" : "fresh";
    const due = engine.state === "ready" || (engine.state === "failed" && this.#shown !== this.#link);
    if (due && this.getAttribute("show") !== "start") await this.#show({ moved: false });
    this.setAttribute("engine", engine.state);
  }

  #showProgress() {
    const bar = this.querySelector("progress");
    if (bar) bar.value = engine.progress;
  }

  /**
   * Shows the state that the address names.
   * @param {{ moved: boolean, goesOn?: boolean }} how moved: the reader went to another state, so the focus follows;
   *   goesOn: from the last state, and with its notes
   */
  async #show({ moved, goesOn = false }) {
    // On the way to another page the address is that page's already.
    if (addressOfPage() !== this.#page) return;
    const named = this.#linkInAddress();
    // The address of another tree on the page, or of a section: what is shown here stays.
    if (named === undefined && moved) return;
    const link = named ?? (this.#link || heldLink(this.tree));
    if (named !== undefined) holdLink(this.tree, named);
    const turn = ++this.#turn;
    this.#link = link;
    this.#withHelp(({ notes }) => notes.follow(link, goesOn));
    const helper = this.#helper;
    if (engine.state !== "ready" || !helper) {
      this.#showFromListing(link, moved);
      return;
    }
    try {
      const seen = await helper.view(link);
      if (turn !== this.#turn) return;
      this.#link = this.#shown = seen.link;
      swap(this.#live, helper.elementsOf(seen, moved), moved ? { to: HEADING } : {});
      helper.notes.follow(seen.link, true);
      helper.notes.fill(this.#live);
      this.#arrive(moved);
      helper.offerEarlierNotes();
      afterPaint(() => {
        if (turn !== this.#turn) return;
        if (moved) this.#announce(seen.announcement);
        this.#title.show(seen.link === this.tree ? "" : seen.title);
        helper.afterwards(seen, this.#live);
      });
    } catch (fault) {
      warn(fault);
      if (turn === this.#turn) this.#showFromListing(link, moved);
    }
  }

  /**
   * Shows a state as far as the listing tells it; what "not sure" comes to is left to the engine where there is one.
   * @param {string} link
   * @param {boolean} moved
   */
  #showFromListing(link, moved) {
    const stand = this.#listing?.replay(this.tree, link);
    const trail = this.#trail;
    if (!stand || !trail || (stand.unsure && !engine.isMissing)) return;
    const shown = document.createElement("div");
    const node = stand.entry.getAttribute("data-entry") ?? "";
    shown.className = "fp-card";
    shown.setAttribute(stand.entry.querySelector("[data-answer]") ? "data-question" : "data-outcome", node);
    for (const part of partsOf(stand.entry)) {
      const copy = shown.appendChild(part.cloneNode(true));
      if (copy instanceof HTMLDetailsElement) copy.open = false;
    }
    const list = /** @type {Element} */ (trail.cloneNode(true));
    list.querySelector("ol")?.replaceChildren(...stand.rows);
    makeLinksWhole(list, this.#page);
    for (const part of [list, ...list.querySelectorAll("details")]) {
      part.toggleAttribute("hidden", stand.rows.length === 0);
    }
    if (shown.dataset.outcome !== undefined) this.#asResult(shown, list);
    const panels = document.createElement("div");
    panels.className = "fp-panels";
    const marked = [shown, list].some((part) => part.querySelector(".fp-ours"));
    const note = marked ? this.#part("ours-note").children : [];
    swap(this.#live, [...this.#noticeOfEdition(link), shown, list, panels, ...note], moved ? { to: HEADING } : {});
    this.#shown = link;
    this.#withEngine?.dropRecord();
    if (stand.unsure && moved) {
      unfold(stand.unsure);
      goTo(stand.unsure);
    } else this.#arrive(moved);
  }

  /**
   * Shows a result as the engine does: with the reason of the last answer, and the answers folded away.
   * @param {Element} card
   * @param {Element} list
   */
  #asResult(card, list) {
    const reasons = list.querySelectorAll(".fp-because");
    const reason = reasons[reasons.length - 1]?.cloneNode(true);
    if (reason) card.querySelector(".fp-why")?.replaceChildren(...reason.childNodes);
    card.querySelector(".fp-more")?.append(this.#part("result-actions"));
    list.querySelector("details")?.removeAttribute("open");
    list.querySelector("[data-action='copy-link']")?.remove();
  }

  /** @param {string} link @returns {Element[]} what to say of a link from another edition, as far as no engine does */
  #noticeOfEdition(link) {
    const edition = new URLSearchParams(link.slice(link.indexOf("?") + 1)).get("edition");
    if (edition === null || edition === this.getAttribute("edition")) return [];
    return [...this.#part("another-edition").children];
  }

  /** @param {string} name @returns {DocumentFragment} a copy of what Python drew for this place */
  #part(name) {
    const template = this.querySelector(`template[data-part="${name}"]`);
    const content = template instanceof HTMLTemplateElement ? template.content : new DocumentFragment();
    return /** @type {DocumentFragment} */ (content.cloneNode(true));
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
    const comes = moved || (this.#newcomer && window.scrollY === 0);
    this.#newcomer = false;
    // Before the news changes the page: its layout is known now.
    if (comes) bringIntoSight(this, this.#heading);
    if (!moved) return;
    this.#toast?.clear();
    const news = this.#afterArrival;
    this.#afterArrival = undefined;
    const turn = this.#turn;
    if (news) afterPaint(() => turn === this.#turn && news());
  }

  /** @returns {HTMLElement | null} */
  get #heading() {
    return this.querySelector(HEADING);
  }

  get #live() {
    return /** @type {Element} */ (this.querySelector(".fp-live"));
  }

  /**
   * Shows the state that a link of this tree leads to; instant navigation would fetch the page anew.
   * @param {MouseEvent} event
   */
  #follow(event) {
    const anchor = event.target instanceof Element ? event.target.closest("a") : null;
    // As the links of HTML have it, for those of a picture, too.
    const to = document.createElement("a");
    to.href = anchor?.getAttribute("href") ?? anchor?.getAttribute("xlink:href") ?? "";
    const here = to.origin + to.pathname + to.search === addressOfPage();
    if (!anchor || !here || to.hash.slice(1).split("?")[0] !== this.tree) return;
    event.stopPropagation();
    if (!opensHere(event)) return;
    event.preventDefault();
    if (anchor.dataset.action === "start-again" && this.contains(anchor)) this.#startAgain();
    this.#go(to.hash.slice(1));
  }

  /** @param {Event} event */
  async #act(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { action, link, told } = button.dataset;
    if (action === "try-again") {
      engine.start();
      // The button goes as soon as there is something to wait for.
      this.#heading?.focus({ preventScroll: true });
    }
    if (action === "copy-link") await this.#copyLink(button, link ?? this.#link, told ?? "copied");
  }

  /** The link does the work; this tells of it, and offers the way back. */
  #startAgain() {
    const before = this.#link;
    let takeUpAgain = () => {};
    this.#withHelp(({ notes }) => {
      takeUpAgain = notes.begin();
    });
    const undo = () => {
      this.#withHelp(() => takeUpAgain());
      this.#go(before);
    };
    this.#afterArrival = () => this.#toast?.offer(this.#said("started-again"), this.#said("undo"), undo);
  }

  /**
   * Goes to another state at once: the browser's own way to a fragment comes round by a task of its own.
   * @param {string} link
   */
  #go(link) {
    if (location.hash !== `#${link}`) history.pushState(null, "", `#${link}`);
    startEngine();
    this.#show({ moved: true, goesOn: true });
  }

  /**
   * @param {Element} button
   * @param {string | Promise<string>} link the text of a link; a browser allows copying only as long as the click is
   *   fresh, so what has still to be made is given to the clipboard as a promise
   * @param {string} told what to say afterwards
   */
  async #copyLink(button, link, told) {
    const address = Promise.resolve(link).then((text) => `${this.#page}#${text}`);
    const content = address.then((href) => {
      const named = document.createElement("a");
      named.href = href;
      named.textContent = document.title;
      return { text: href, html: named.outerHTML };
    });
    if (await copy(content)) {
      this.#toast?.tell(this.#said(told));
    } else {
      this.#offerToCopy(button, await address);
      this.#toast?.warn(this.#said("copy-by-hand"));
    }
  }

  /**
   * Where the clipboard is refused, the text stands selected in a field.
   * @param {Element} button
   * @param {string} address
   */
  #offerToCopy(button, address) {
    const old = this.querySelector("input.fp-link");
    const field = old instanceof HTMLInputElement ? old : document.createElement("input");
    field.type = "text";
    field.className = "fp-link";
    field.readOnly = true;
    field.value = address;
    field.setAttribute("aria-label", this.#said("link-label"));
    button.closest(".fp-actions")?.after(field);
    field.select();
  }

  /** @param {string} text */
  #announce(text) {
    const place = this.querySelector(".fp-announcement");
    if (place) place.textContent = text;
  }

  /** @param {string} key of words that the first tree of the page carries for all */
  #said(key) {
    return textIn(document.querySelector(`template[data-say="${key}"]`));
  }
}

/** The page in the address bar, without its fragment. */
const addressOfPage = () => location.origin + location.pathname + location.search;

/** Where a tab keeps the state of a tree while its address names another tree of the page. @param {string} tree */
const keyOf = (tree) => `fingerpost ${location.pathname} ${tree}`;

/** @param {string} tree @param {string} link */
function holdLink(tree, link) {
  if (document.querySelectorAll("decision-tree:not([show=start])").length < 2) return;
  try {
    // A tree that nobody has answered leaves no trace.
    if (link === tree) sessionStorage.removeItem(keyOf(tree));
    else sessionStorage.setItem(keyOf(tree), link);
  } catch {
    // Storage is refused: the address alone keeps its state.
  }
}

/** @param {string} tree @returns {string} */
function heldLink(tree) {
  try {
    return sessionStorage.getItem(keyOf(tree)) ?? tree;
  } catch {
    return tree;
  }
}

/** @param {MouseEvent} event @returns {boolean} whether a click on a link opens it in this very tab */
function opensHere(event) {
  return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

/** Starts the engine at the first wish for it; after a failure only the reader's own "Try again" does. */
function startEngine() {
  if (engine.state === "none") engine.start();
}

/**
 * What the engine could not do is for the maintainer; the line about the engine tells the reader.
 * @param {unknown} fault
 */
function warn(fault) {
  console.warn(`decision-tree: ${fault}`);
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
