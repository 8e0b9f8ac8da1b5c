// <decision-tree>: shows the state that the address names. Words, routes and HTML come from Python.
import { engine } from "../../engine/engine-client.mjs";
import { opensHere } from "../../links.mjs";
import { actionOf } from "../actions.mjs";
import { unfold } from "../listing/listing.mjs";
import { copyLink } from "../record/copy-link.mjs";
import { rootOf } from "../root.mjs";
import { answerByNumber } from "../settings/shortcuts.mjs";
import { Toast } from "../toast/toast.mjs";
import { warn } from "../warn.mjs";
import { said } from "../words.mjs";
import { makeLinksAbsolute } from "./absolute-links.mjs";
import { AddressBar, linkClicked } from "./address-bar.mjs";
import { afterPaint, bringIntoSight, goTo } from "./arrival.mjs";
import { carriedBy } from "./carried.mjs";
import { readLink } from "./link-text.mjs";
import { tell } from "./news.mjs";
import { atTheRightMoment } from "./right-moment.mjs";
import { StaticView } from "./static-view.mjs";
import { HEADING, swap } from "./swap.mjs";

/** @typedef {import("./with-engine.mjs").WithEngine} WithEngine */

/** @typedef {Pick<AddressBar, keyof AddressBar>} Place where the state of an element is kept */

export class DecisionTree extends HTMLElement {
  /** An embedded tree has another one. @type {Place} */
  place = new AddressBar(this);
  /** Called with elements before they are shown. @type {((elements: Element[]) => void) | undefined} */
  beforeShown;

  /** @type {AbortController | undefined} */
  #connection;
  /** Shows states without the engine; undefined on a page without the listing. @type {StaticView | undefined} */
  #static;
  /** Everything that needs the engine; fetched together with it. @type {Promise<WithEngine>} */
  #withEngine = new Promise(() => {});
  /** @type {Toast | undefined} */
  #toast;
  /**
   * The state. turn: counts the states shown, so that a late answer of the engine cannot replace a newer state; link:
   * the state's link text, in canonical form once the engine has answered; shown: the link text of the state on the
   * page, which lags behind while a state that only the engine can draw waits for it; moved: whether the reader went to
   * the state and it is still to be shown; told: the link text of the last result that scripts were told of; newcomer:
   * whether the page has yet to scroll to the state that the address names; faulty: whether the engine runs, and has
   * failed to draw the state; toldStays: whether the reader knows that the address does not show the state.
   */
  #state = {
    turn: 0,
    link: "",
    shown: "",
    moved: false,
    told: "",
    newcomer: false,
    faulty: false,
    toldStays: false,
  };

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    engine.addEventListener("progress", () => this.#showProgress(), { signal });
    engine.available = !this.hasAttribute("links-only");
    this.#tellState();
    if (this.getAttribute("show") === "start") atTheRightMoment(this, () => engine.start(), signal, { idle: false });
    else this.#open(signal);
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#state.turn += 1; // answers that are still due are not for the next page
  }

  /** The tree's id. */
  get tree() {
    return this.getAttribute("tree") ?? "";
  }

  /** The address of the element's page. The address bar may be ahead of it. */
  get page() {
    return this.dataset.page ?? ""; // an attribute, for material-history.js
  }

  /** The link text of the state. */
  get link() {
    return this.#state.link;
  }

  /**
   * Goes to another state at once. The browser's own navigation to a fragment would take effect only in a later task.
   * @param {string} link
   */
  go(link) {
    this.place.go(link);
    startEngine();
    this.#show({ moved: true, goesOn: true });
  }

  /** @param {Element} button @param {string | Promise<string>} link @param {string} key of the message afterwards */
  async copyLink(button, link, key) {
    const address = Promise.resolve(link).then((text) => `${this.page}#${text}`);
    if (this.#toast) await copyLink(button, address, this.place.title, this.#toast, key);
  }

  /** @returns {HTMLElement | null} */
  get #heading() {
    return this.querySelector(HEADING);
  }

  /** The question or the outcome that is shown. @returns {HTMLElement | null} */
  get #card() {
    return this.querySelector(".fp-live > .fp-card");
  }

  get #live() {
    return /** @type {Element} */ (this.querySelector(".fp-live"));
  }

  /** @param {AbortSignal} signal aborts when the element leaves the page */
  #open(signal) {
    const root = rootOf(this);
    this.dataset.page = this.place.page;
    const id = CSS.escape(this.tree);
    for (const part of [this, ...root.querySelectorAll(`[data-map="${id}"]`)]) makeLinksAbsolute(part, this.page);
    const toast = new Toast(this, signal);
    this.#toast = toast;
    const listing = root.querySelector(`[data-listing="${id}"]`);
    this.#static = listing ? new StaticView(this, listing, signal) : undefined;
    this.#withEngine = engine.helped.then(({ WithEngine }) => {
      // The reader may have left the page by now; nothing may start on it then.
      return signal.aborted ? new Promise(() => {}) : new WithEngine(this, engine, toast, signal);
    });
    this.addEventListener("click", (event) => this.#act(event), { signal });
    // Captures the click, to run before any other listener, including that of instant navigation.
    root.addEventListener("click", (event) => this.#follow(/** @type {MouseEvent} */ (event)), {
      signal,
      capture: true,
    });
    const changed = () => {
      startEngine();
      this.#show({ moved: true });
    };
    this.place.listen(changed, signal);
    answerByNumber(this, toast, signal);
    if (engine.available) engine.load(this.tree, carriedBy(this, this.page));
    // The engine may have the tree as another page carries it.
    this.#tellState();
    const { link } = this.place;
    this.#state.newcomer = this.place.isNewcomer;
    // Instant navigation leaves the scroll position of the last page unless the address names a part of the new one.
    if (this.#state.newcomer) window.scrollTo(0, 0);
    this.#show({ moved: false });
    // Answers in the address show that the reader wants to use the tree.
    if (link && readLink(link).pairs.length > 0) startEngine();
    else atTheRightMoment(this, startEngine, signal, { idle: this.place.startsWhenIdle });
  }

  /** Reports that the engine is ready only once its view is shown, so that nothing moves afterwards. */
  async #engineChanged() {
    this.dataset.engineStart = engine.restored ? "snapshot" : "fresh";
    const state = engine.stateFor(this.tree);
    if (state === this.getAttribute("engine")) return;
    const waiting = this.#static?.withheld || this.#state.shown !== this.#state.link;
    const due = state === "ready" || (state === "failed" && waiting);
    if (due && this.getAttribute("show") !== "start") await this.#show({ moved: this.#state.moved });
    this.#tellState();
  }

  /** Shows the line for the state of the engine, also on pages that lack the style sheet. */
  #tellState() {
    const state = engine.stateFor(this.tree);
    this.setAttribute("engine", state);
    const running = state === "ready" && this.#state.faulty ? "faulty" : state;
    const line = engine.available ? running : "absent";
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".fp-status"))) {
      each.hidden = each.dataset.status !== line || line === "none";
    }
  }

  #showProgress() {
    const bar = this.querySelector("progress");
    if (bar) bar.value = engine.progress;
  }

  /**
   * Shows the state that the address names.
   * @param {{ moved: boolean, goesOn?: boolean }} how moved: the reader went to another state, so the focus follows;
   *   goesOn: the state continues the previous one, and has its notes
   */
  async #show({ moved, goesOn = false }) {
    if (!this.place.isHere) return;
    const named = this.place.link;
    // The address names another tree on the page, or a section: leave this tree as it is.
    if (named === undefined && moved) return;
    if (named !== undefined) this.place.hold(named);
    const link = named ?? (this.#state.link || this.place.heldLink);
    const turn = ++this.#state.turn;
    this.#state.link = link;
    this.#state.moved = moved;
    this.#withEngine.then(({ fields }) => fields.notes.follow(link, goesOn));
    if (engine.stateFor(this.tree) !== "ready") {
      this.#showStatic(link, moved);
      return;
    }
    try {
      await this.#showDrawn(await this.#withEngine, link, moved, turn);
    } catch (fault) {
      warn(fault);
      if (turn !== this.#state.turn) return;
      this.#state.faulty = true;
      this.#showStatic(link, moved);
      this.#tellState();
    }
  }

  /** Whether the page has to show the state without the engine, as far as is known. */
  get #isAlone() {
    return !engine.available || this.#state.faulty || engine.stateFor(this.tree) === "failed";
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
    this.#state.moved = false;
    // To print, Material opens the folds that it found when the page loaded: replace them all.
    const fresh = this.getAttribute("engine") !== "ready";
    const elements = withEngine.elementsOf(seen, moved);
    this.beforeShown?.(elements);
    swap(this.#live, elements, { to: moved ? HEADING : undefined, fresh });
    if (this.#state.faulty) {
      this.#state.faulty = false;
      this.#tellState();
    }
    const { fields } = withEngine;
    fields.notes.follow(seen.link, true);
    fields.notes.fill(this.#live);
    this.#arrive(moved);
    fields.offerEarlier();
    afterPaint(() => {
      if (turn !== this.#state.turn) return;
      if (moved) this.querySelector(".fp-announcement")?.replaceChildren(seen.announcement);
      this.place.showTitle(seen.link === this.tree ? "" : seen.title);
      withEngine.afterwards(seen, this.#live);
    });
  }

  /**
   * Shows a state from the content of the page. A state with "not sure" waits for the engine, if there is one.
   * @param {string} link
   * @param {boolean} moved
   */
  #showStatic(link, moved) {
    const drawn = this.#static?.draw(link, this.#isAlone);
    if (!drawn && moved && this.#isAlone) this.#goToList(link);
    if (!drawn || (drawn.unsure && !this.#isAlone)) return;
    if (drawn.isCut && this.#isAlone) this.#tellCut();
    this.beforeShown?.(drawn.elements);
    swap(this.#live, drawn.elements, moved ? { to: HEADING } : {});
    this.#state.shown = link;
    this.#state.moved = false;
    this.#withEngine.then(({ records }) => records.paper.drop());
    if (drawn.unsure && moved) {
      unfold(drawn.unsure);
      goTo(drawn.unsure);
    } else this.#arrive(moved);
  }

  /**
   * Goes to where the page of a large tree says how to go on without the engine.
   * @param {string} link
   */
  #goToList(link) {
    const list = rootOf(this).querySelector(`[data-parts="${CSS.escape(this.tree)}"]`);
    const part = list?.querySelector(`[id="${CSS.escape(link)}"]`) ?? list;
    if (part) goTo(part);
    else this.#tellCut();
  }

  /** Tells that the page ends before the listing does, where an answer may lead nowhere. */
  #tellCut() {
    this.querySelector(".fp-cut")?.removeAttribute("hidden");
  }

  /** @param {boolean} moved */
  #arrive(moved) {
    const comes = moved || (this.#state.newcomer && window.scrollY === 0);
    this.#state.newcomer = false;
    // Scroll before the message changes the page, while its layout is known.
    if (comes) bringIntoSight(this, this.#heading);
    const news = moved && this.#toast?.arrive();
    const { turn, shown } = this.#state;
    const { outcome, possible = outcome } = this.#card?.dataset ?? {};
    if (possible && this.#state.told !== shown) tell(this, "outcome", shown, { outcomes: possible.split(" ") });
    this.#state.told = shown;
    const message = news || (moved && this.#addressStays());
    if (message) afterPaint(() => turn === this.#state.turn && message());
  }

  /** @returns {(() => void) | undefined} a function that tells once that the address does not show the state */
  #addressStays() {
    if (this.place.follows || this.#state.toldStays) return undefined;
    this.#state.toldStays = true;
    return () => this.#toast?.warn(said(this, "address-stays"));
  }

  /**
   * Shows the state that a link of this tree leads to; instant navigation would fetch the page again.
   * @param {MouseEvent} event
   */
  #follow(event) {
    const clicked = linkClicked(event, this);
    if (!clicked) return;
    event.stopPropagation();
    if (!opensHere(event)) return;
    event.preventDefault();
    if (clicked.anchor.matches("[data-action='start-again']") && this.contains(clicked.anchor)) this.#startAgain();
    const { answer } = /** @type {HTMLElement} */ (clicked.anchor).dataset;
    const { question } = this.#card?.dataset ?? {};
    // Changing an answer and starting again are links, too.
    if (answer && this.#card?.contains(clicked.anchor)) tell(this, "answer", clicked.link, { question, answer });
    this.go(clicked.link);
  }

  /** @param {Event} event */
  async #act(event) {
    const button = actionOf(event);
    const { action, link, message } = button?.dataset ?? {};
    if (action === "try-again") {
      if (this.getAttribute("engine") === "ready") this.#show({ moved: true, goesOn: true });
      else engine.retry();
      // The button disappears as soon as the engine begins to load.
      this.#heading?.focus({ preventScroll: true });
    }
    if (button && action === "copy-link") await this.copyLink(button, link ?? this.#state.link, message ?? "copied");
  }

  /** Reports that the link has cleared the answers, and offers to undo it. */
  #startAgain() {
    const before = this.#state.link;
    let takeUpAgain = () => {};
    this.#withEngine.then(({ fields }) => {
      takeUpAgain = fields.notes.begin();
    });
    this.#toast?.offerOnArrival(said(this, "started-again"), () => {
      this.#withEngine.then(() => takeUpAgain());
      this.go(before);
    });
  }
}

/** Starts the engine when it is first wanted. After a failure, only "Try again" starts it. */
function startEngine() {
  if (engine.state === "none") engine.start();
}
