// <decision-tree>: shows the state that the address names. Words, routes and HTML come from Python.
import { afterPaint, bringIntoSight, goTo } from "./arrival.mjs";
import { engine } from "./engine-client.mjs";
import { copy, download, today } from "./files.mjs";
import { foresee, takeElements, view } from "./foresight.mjs";
import { Listing, partsOf, unfold } from "./listing.mjs";
import { showOnMap } from "./map.mjs";
import { Notes } from "./notes.mjs";
import { PageTitle } from "./page-title.mjs";
import { previewAnswers } from "./preview.mjs";
import { atTheRightMoment } from "./right-moment.mjs";
import { answerByNumber } from "./shortcuts.mjs";
import { elementsOf, HEADING, swap } from "./swap.mjs";
import { Toast } from "./toast.mjs";
import { makeLinksWhole } from "./whole-links.mjs";

/** @typedef {import("./files.mjs").TextFile} TextFile */
/** @typedef {{ markdown: TextFile, html: TextFile, json: TextFile }} RecordForms by the name that the engine gives */

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
  /** @type {Notes | undefined} */
  #written;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #printing;
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
    this.addEventListener("input", (event) => this.#note(event), { signal });
    this.addEventListener("change", (event) => this.#open(event), { signal });
    // Before any other listener, instant navigation's among them.
    document.addEventListener("click", (event) => this.#follow(event), { signal, capture: true });
    this.dataset.page = this.#page; // for material-history.js
    makeLinksWhole(this, this.#page);
    const picture = document.querySelector(`[data-map="${CSS.escape(this.tree)}"]`);
    if (picture) makeLinksWhole(picture, this.#page);
    window.addEventListener("hashchange", startEngine, { signal });
    window.addEventListener("hashchange", () => this.#show({ moved: true }), { signal });
    window.addEventListener("storage", (event) => this.#notes.hear(event) && this.#showNotes(), { signal });
    this.#title = new PageTitle();
    answerByNumber(this, signal);
    previewAnswers(this, engine, signal);
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
    clearTimeout(this.#printing);
  }

  /** The tree's id. */
  get tree() {
    return this.getAttribute("tree") ?? "";
  }

  get #notes() {
    this.#written ??= new Notes(this.tree);
    return this.#written;
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
    this.#notes.follow(link, goesOn);
    if (engine.state !== "ready") {
      this.#showFromListing(link, moved);
      return;
    }
    try {
      const seen = await view({ tree: this.tree, link }, this.#page);
      if (turn !== this.#turn) return;
      this.#link = this.#shown = seen.link;
      swap(this.#live, takeElements(seen, this.#page), moved ? { to: HEADING } : {});
      this.#notes.follow(seen.link, true);
      this.#notes.fill(this.#live);
      this.#arrive(moved);
      this.#offerEarlierNotes();
      afterPaint(() => {
        if (turn !== this.#turn) return;
        if (moved) this.#announce(seen.announcement);
        showOnMap(this.tree, seen.map);
        this.#title.show(seen.link === this.tree ? "" : seen.title);
        this.#preparePrint();
        foresee(this.tree, this.#live, this.#page);
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
    list.querySelector("ol")?.replaceChildren(...stand.rows.map((row) => row.cloneNode(true)));
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
    const anchor = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(anchor instanceof HTMLAnchorElement)) return;
    const here = anchor.origin + anchor.pathname + anchor.search === addressOfPage();
    if (!here || anchor.hash.slice(1).split("?")[0] !== this.tree) return;
    event.stopPropagation();
    if (!opensHere(event)) return;
    event.preventDefault();
    if (anchor.dataset.action === "start-again" && this.contains(anchor)) this.#startAgain();
    this.#go(anchor.hash.slice(1));
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
    if (action === "hand-over") await this.#copyHandOver(button, told ?? "copied");
    if (action === "save-or-share") this.#openRecord();
    if (action === "clear-notes") this.#clearNotes();
    if (action === "use-notes") this.#useEarlierNotes();
    if (action === "discard-notes") this.#discardEarlierNotes();
    if (action?.startsWith("record-")) await this.#useRecord(action).catch(warn);
  }

  /**
   * Copies a link that hands the open questions over; it carries the need, since the reader hands it to somebody.
   * @param {Element} button
   * @param {string} told what to say afterwards
   */
  async #copyHandOver(button, told) {
    const parameters = { tree: this.tree, link: this.#link, need: this.#notes.data.need };
    const handed = engine.call("hand_over", parameters).then((/** @type {{ link: string }} */ { link }) => link);
    await this.#copyLink(button, handed, told).catch(warn);
  }

  /** Unfolds what saves or shares the result, and takes the reader there. */
  #openRecord() {
    const panel = this.querySelector("[data-panel='record']");
    const summary = panel?.querySelector("summary");
    if (!(panel instanceof HTMLDetailsElement) || !summary) return;
    panel.open = true;
    panel.scrollIntoView({ block: "start" });
    summary.focus({ preventScroll: true });
  }

  /** The link does the work; this tells of it, and offers the way back. */
  #startAgain() {
    const before = this.#link;
    const takeUpAgain = this.#notes.begin();
    this.#afterArrival = () =>
      this.#offerUndo("started-again", () => {
        takeUpAgain();
        this.#go(before);
      });
  }

  #clearNotes() {
    const before = this.#notes.data;
    this.#writeNotes({ need: "", confirmations: {} });
    this.#offerUndo("notes-cleared", () => this.#writeNotes(before));
  }

  /** Offers the notes of an earlier decision while this one has none. */
  #offerEarlierNotes() {
    if (this.#notes.unreadable) this.#toast?.warn(this.#said("notes-unreadable"));
    this.#notes.unreadable = false;
    const offer = this.querySelector(".fp-earlier");
    const need = offer?.querySelector("q");
    if (!(offer instanceof HTMLElement) || !need) return;
    const earlier = this.#notes.empty ? this.#notes.earlier[0] : undefined;
    offer.hidden = !earlier;
    offer.dataset.key = earlier?.key ?? "";
    need.textContent = earlier?.need.trim() ?? "";
    need.hidden = need.textContent === "";
  }

  get #earlierNotes() {
    return this.querySelector(".fp-earlier")?.getAttribute("data-key") ?? "";
  }

  #useEarlierNotes() {
    this.#notes.use(this.#earlierNotes);
    this.#showNotes();
    this.#tell("notes-used");
    this.#focusOnNotes();
  }

  #discardEarlierNotes() {
    const bringBack = this.#notes.discard(this.#earlierNotes);
    this.#showNotes();
    this.#focusOnNotes();
    this.#offerUndo("notes-discarded", () => {
      bringBack();
      this.#showNotes();
    });
  }

  /** Keeps the focus near, where the button that had it has gone. */
  #focusOnNotes() {
    if (!this.querySelector(".fp-earlier[hidden]")) return;
    const places = [...this.querySelectorAll(`.fp-live [data-need], ${HEADING}`)].reverse();
    const place = places.find((field) => field.checkVisibility());
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  }

  /** @param {import("./notes.mjs").NotesData} data */
  #writeNotes(data) {
    this.#notes.replace(data);
    this.#showNotes();
  }

  #showNotes() {
    this.#notes.fill(this.#live);
    this.#offerEarlierNotes();
    this.#preparePrint();
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
      this.#tell(told);
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

  /** @returns {Promise<RecordForms>} */
  async #record() {
    const written = { notes: this.#notes.data, address: this.#page, date: today() };
    return (await engine.call("record", { tree: this.tree, link: this.#link, ...written })).forms;
  }

  /** @param {string} action what to do with the record; one that downloads it ends with the name of a form */
  async #useRecord(action) {
    const writing = this.#record();
    const both = writing.then(({ markdown, html }) => ({ text: markdown.text, html: html.text }));
    const copied = action === "record-copy" && copy(both);
    const record = await writing;
    if (action === "record-print") {
      this.#printable(record.html.text);
      window.print();
    } else if (action === "record-copy" && (await copied)) {
      this.#tell("record-copied");
    } else {
      const form = action === "record-copy" ? "markdown" : action.replace("record-download-", "");
      download(record[/** @type {keyof RecordForms} */ (form)]);
      if (action !== "record-copy") this.#tell("record-saved");
    }
  }

  /** Keeps the record for paper up to date, since a browser's own print command does not wait. */
  #preparePrint() {
    clearTimeout(this.#printing);
    const answered = this.querySelector(".fp-live [data-row]") !== null;
    if (!answered) this.#printable("");
    else this.#printing = setTimeout(() => this.#record().then(({ html }) => this.#printable(html.text), warn), 300);
  }

  /** @param {string} html drawn by the engine, which escapes all text */
  #printable(html) {
    this.querySelector(".fp-print")?.replaceChildren(...elementsOf(html));
    this.toggleAttribute("data-record", html !== "");
  }

  /** @param {Event} event */
  #note(event) {
    if (!(event.target instanceof Element) || !this.#notes.take(event.target)) return;
    if (!this.#notes.kept) this.#toast?.warn(this.#said("storage-refused"));
    this.#offerEarlierNotes();
    this.#preparePrint();
  }

  /** Opens a saved record. @param {Event} event */
  async #open(event) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.dataset.open === undefined) return;
    const file = field.files?.[0];
    if (!file) return;
    const text = await file.text();
    field.value = "";
    const opened = await engine.call("reopen", { tree: this.tree, text }).catch(warn);
    if (!opened) return;
    if (opened.refused !== undefined) {
      this.#toast?.warn(opened.refused);
      return;
    }
    const before = this.#link;
    const takeUpAgain = this.#notes.begin();
    this.#writeNotes(opened.notes);
    this.#afterArrival = () =>
      this.#offerUndo("record-opened", () => {
        this.#writeNotes({ need: "", confirmations: {} });
        takeUpAgain();
        this.#go(before);
      });
    this.#go(opened.link);
  }

  /** @param {string} text */
  #announce(text) {
    const place = this.querySelector(".fp-announcement");
    if (place) place.textContent = text;
  }

  /** @param {string} key */
  #tell(key) {
    this.#toast?.tell(this.#said(key));
  }

  /** @param {string} key @param {() => void} undo */
  #offerUndo(key, undo) {
    this.#toast?.offer(this.#said(key), this.#said("undo"), undo);
  }

  /** @param {string} key */
  #said(key) {
    return textIn(this.querySelector(`template[data-say="${key}"]`));
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
