// <decision-tree>: shows the state that the address names. Words, routes and HTML come from Python.
import { engine } from "../../engine/engine-client.mjs";
import { opensHere } from "../../links.mjs";
import { actionOf } from "../actions.mjs";
import "../map/map-links.mjs";
import { unfold } from "../listing/listing.mjs";
import { copyLink } from "../record/copy-link.mjs";
import { answerByNumber } from "../settings/shortcuts.mjs";
import { Toast } from "../toast/toast.mjs";
import { warn } from "../warn.mjs";
import { textIn } from "../words.mjs";
import { makeLinksAbsolute } from "./absolute-links.mjs";
import { addressOfPage, heldLink, holdLink, linkClicked, linkInAddress } from "./address.mjs";
import { afterPaint, bringIntoSight, goTo } from "./arrival.mjs";
import { showTitle } from "./page-title.mjs";
import { atTheRightMoment } from "./right-moment.mjs";
import { StaticView } from "./static-view.mjs";
import { HEADING, swap } from "./swap.mjs";

/** @typedef {import("./with-engine.mjs").WithEngine} WithEngine */

export class DecisionTree extends HTMLElement {
  /** @type {AbortController | undefined} */
  #connection;
  /** What the page can show by itself; undefined without the listing. @type {StaticView | undefined} */
  #static;
  /** What the element does only with the engine; it comes with the engine. @type {Promise<WithEngine>} */
  #withEngine = new Promise(() => {});
  /** @type {Toast | undefined} */
  #toast;
  /**
   * The state. turn: counts the states shown, so that a late answer of the engine cannot replace a newer state; link: its
   * link text, in canonical form once the engine has given it; shown: the one that the page shows, since a state that
   * only the engine can draw waits for it; newcomer: whether the reader is still to be brought to the state that the
   * address names.
   */
  #state = { turn: 0, link: "", shown: "", newcomer: false };

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    engine.addEventListener("progress", () => this.#showProgress(), { signal });
    this.setAttribute("engine", engine.state);
    engine.available = !this.hasAttribute("links-only");
    if (this.getAttribute("show") === "start") atTheRightMoment(this, () => engine.start(), signal, { idle: false });
    else this.#open(signal);
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#state.turn += 1; // what is still to come of a state is not for the next page
  }

  /** The tree's id. */
  get tree() {
    return this.getAttribute("tree") ?? "";
  }

  /** The address of the page that the element stands on; the address bar may be ahead of it. */
  get page() {
    return this.dataset.page ?? ""; // an attribute, for material-history.js
  }

  /** The link text of what is shown. */
  get link() {
    return this.#state.link;
  }

  /**
   * Goes to another state at once: the browser's own way to a fragment comes round by a task of its own.
   * @param {string} link
   */
  go(link) {
    if (location.hash !== `#${link}`) history.pushState(null, "", `#${link}`);
    startEngine();
    this.#show({ moved: true, goesOn: true });
  }

  /** @param {Element} button @param {string | Promise<string>} link @param {string} key of what to say afterwards */
  async copyLink(button, link, key) {
    const address = Promise.resolve(link).then((text) => `${this.page}#${text}`);
    if (this.#toast) await copyLink(button, address, this.#toast, key);
  }

  /** @returns {HTMLElement | null} */
  get #heading() {
    return this.querySelector(HEADING);
  }

  get #live() {
    return /** @type {Element} */ (this.querySelector(".fp-live"));
  }

  /** @param {AbortSignal} signal ends what belongs to this page */
  #open(signal) {
    this.dataset.page = addressOfPage();
    const id = CSS.escape(this.tree);
    for (const part of [this, ...document.querySelectorAll(`[data-map="${id}"]`)]) makeLinksAbsolute(part, this.page);
    const toast = new Toast(this, signal);
    this.#toast = toast;
    const listing = document.querySelector(`[data-listing="${id}"]`);
    this.#static = listing ? new StaticView(this, listing, signal) : undefined;
    this.#withEngine = engine.helped.then(({ WithEngine }) => {
      // Nothing may begin on a page that has been left.
      return signal.aborted ? new Promise(() => {}) : new WithEngine(this, engine, toast, signal);
    });
    this.addEventListener("click", (event) => this.#act(event), { signal });
    // Before any other listener, instant navigation's among them.
    document.addEventListener("click", (event) => this.#follow(event), { signal, capture: true });
    window.addEventListener("hashchange", startEngine, { signal });
    window.addEventListener("hashchange", () => this.#show({ moved: true }), { signal });
    answerByNumber(this, signal);
    engine.load(this.tree, textIn(this.querySelector("template.fp-data")));
    const link = linkInAddress(this.tree);
    this.#state.newcomer = location.hash !== "" && link !== undefined && history.state === null;
    // Instant navigation leaves a page whose address names no part of it as far down as the page before.
    if (this.#state.newcomer) window.scrollTo(0, 0);
    this.#show({ moved: false });
    // Answers in the address are a wish already.
    if (link?.includes("?")) startEngine();
    else atTheRightMoment(this, startEngine, signal, { idle: true });
  }

  /** Reports that the engine is ready once what it draws is shown, so that nothing jumps in after that. */
  async #engineChanged() {
    this.dataset.engineStart = engine.restored ? "kept" : "fresh";
    const due = engine.state === "ready" || (engine.state === "failed" && this.#state.shown !== this.#state.link);
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
    if (addressOfPage() !== this.page) return;
    const named = linkInAddress(this.tree);
    // The address of another tree on the page, or of a section: what is shown here stays.
    if (named === undefined && moved) return;
    if (named !== undefined) holdLink(this.tree, named);
    const link = named ?? (this.#state.link || heldLink(this.tree));
    const turn = ++this.#state.turn;
    this.#state.link = link;
    this.#withEngine.then(({ fields }) => fields.notes.follow(link, goesOn));
    if (engine.state !== "ready") {
      this.#showStatic(link, moved);
      return;
    }
    try {
      await this.#showDrawn(await this.#withEngine, link, moved, turn);
    } catch (fault) {
      warn(fault);
      if (turn === this.#state.turn) this.#showStatic(link, moved);
    }
  }

  /**
   * Shows a state as the engine draws it.
   * @param {WithEngine} withEngine
   * @param {string} link
   * @param {boolean} moved
   * @param {number} turn
   */
  async #showDrawn(withEngine, link, moved, turn) {
    const seen = await withEngine.view(link);
    if (turn !== this.#state.turn) return;
    this.#state.link = this.#state.shown = seen.link;
    // Material unfolds for paper what it has found in the page: nothing of that stays.
    const fresh = this.getAttribute("engine") !== "ready";
    swap(this.#live, withEngine.elementsOf(seen, moved), { to: moved ? HEADING : undefined, fresh });
    const { fields } = withEngine;
    fields.notes.follow(seen.link, true);
    fields.notes.fill(this.#live);
    this.#arrive(moved);
    fields.offerEarlier();
    afterPaint(() => {
      if (turn !== this.#state.turn) return;
      if (moved) this.querySelector(".fp-announcement")?.replaceChildren(seen.announcement);
      showTitle(this, seen.link === this.tree ? "" : seen.title);
      withEngine.afterwards(seen, this.#live);
    });
  }

  /**
   * Shows a state as far as the page has it; the meaning of "not sure" is left to the engine where there is one.
   * @param {string} link
   * @param {boolean} moved
   */
  #showStatic(link, moved) {
    const drawn = this.#static?.draw(link);
    if (!drawn || (drawn.unsure && !engine.isMissing)) return;
    swap(this.#live, drawn.elements, moved ? { to: HEADING } : {});
    this.#state.shown = link;
    this.#withEngine.then(({ records }) => records.paper.drop());
    if (drawn.unsure && moved) {
      unfold(drawn.unsure);
      goTo(drawn.unsure);
    } else this.#arrive(moved);
  }

  /** @param {boolean} moved */
  #arrive(moved) {
    const comes = moved || (this.#state.newcomer && window.scrollY === 0);
    this.#state.newcomer = false;
    // Before the news changes the page: its layout is known now.
    if (comes) bringIntoSight(this, this.#heading);
    const news = moved && this.#toast?.arrive();
    const { turn } = this.#state;
    if (news) afterPaint(() => turn === this.#state.turn && news());
  }

  /**
   * Shows the state that a link of this tree leads to; instant navigation would fetch the page anew.
   * @param {MouseEvent} event
   */
  #follow(event) {
    const clicked = linkClicked(event, this.tree);
    if (!clicked) return;
    event.stopPropagation();
    if (!opensHere(event)) return;
    event.preventDefault();
    if (clicked.anchor.matches("[data-action='start-again']") && this.contains(clicked.anchor)) this.#startAgain();
    this.go(clicked.link);
  }

  /** @param {Event} event */
  async #act(event) {
    const button = actionOf(event);
    const { action, link, told } = button?.dataset ?? {};
    if (action === "try-again") {
      engine.start();
      // The button goes as soon as there is something to wait for.
      this.#heading?.focus({ preventScroll: true });
    }
    if (button && action === "copy-link") await this.copyLink(button, link ?? this.#state.link, told ?? "copied");
  }

  /** The link does the work; this reports it, and offers the way back. */
  #startAgain() {
    const before = this.#state.link;
    let takeUpAgain = () => {};
    this.#withEngine.then(({ fields }) => {
      takeUpAgain = fields.notes.begin();
    });
    this.#toast?.offerOnArrival("started-again", () => {
      this.#withEngine.then(() => takeUpAgain());
      this.go(before);
    });
  }
}

/** Starts the engine at the first wish for it; after a failure only the reader's own "Try again" does. */
function startEngine() {
  if (engine.state === "none") engine.start();
}
