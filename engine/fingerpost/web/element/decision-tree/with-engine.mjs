// What the page element does only with the engine's help: notes, records, links that hand over, views seen ahead.
// It is fetched beside the engine, so that a page that is only read, or answered before that, does without it. What it
// imports has no state of its own: the pages' script has the same modules in another file.

import { showOnMap } from "../map/map.mjs";
import { Notes } from "../notes/notes.mjs";
import { copy } from "../record/clipboard.mjs";
import { download, today } from "../record/files.mjs";
import { Foresight } from "./foresight.mjs";
import { previewAnswers } from "./preview.mjs";
import { elementsOf, HEADING } from "./swap.mjs";

/** @typedef {import("./foresight.mjs").View} View */
/** @typedef {import("./host.mjs").Host} Host */
/** @typedef {import("../record/files.mjs").TextFile} TextFile */
/** @typedef {{ markdown: TextFile, html: TextFile, json: TextFile }} RecordForms by the name that the engine gives */

/** One for the whole visit, as the engine is. @type {Foresight | undefined} */
let foresight;

export class WithEngine {
  /** What the reader writes about the decision. */
  notes;
  #host;
  #element;
  #tree;
  #foresight;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #printing;
  /** Counts the records for paper, so that a late one cannot replace a newer one. */
  #drawing = 0;
  /** The state whose record paper gets. */
  #drawn = "";

  /** @param {Host} host */
  constructor(host) {
    const { element, engine, signal } = host;
    this.#host = host;
    this.#element = element;
    this.#tree = element.getAttribute("tree") ?? "";
    this.notes = new Notes(this.#tree);
    foresight ??= new Foresight(engine);
    this.#foresight = foresight;
    element.addEventListener("click", (event) => this.#act(event), { signal });
    element.addEventListener("input", (event) => this.#note(event), { signal });
    element.addEventListener("change", (event) => this.#open(event), { signal });
    window.addEventListener("storage", (event) => this.#hear(event), { signal });
    previewAnswers(element, engine, signal);
    signal.addEventListener("abort", () => this.dropRecord());
  }

  /** @param {string} link the text of a state's link @returns {Promise<View>} what the engine tells of the state */
  view(link) {
    return this.#foresight.view({ tree: this.#tree, link }, this.#host.page);
  }

  /**
   * @param {View} seen
   * @param {boolean} moved whether the reader went there; otherwise what they have opened stays open
   * @returns {Element[]} the elements of a state, which are the caller's from now on
   */
  elementsOf(seen, moved) {
    const elements = this.#foresight.takeElements(seen, this.#host.page);
    if (!moved) keepOpen(this.#element, elements);
    return elements;
  }

  /**
   * Does for a state what the reader does not wait for.
   * @param {View} seen
   * @param {Element} shown where it is shown
   */
  afterwards(seen, shown) {
    showOnMap(this.#tree, seen.map);
    this.#preparePrint();
    this.#foresight.foresee(this.#tree, shown, this.#host.page);
  }

  /** @param {Event} event */
  async #act(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { action, told } = button.dataset;
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
    const { engine, link, copyLink } = this.#host;
    const parameters = { tree: this.#tree, link: link(), need: this.notes.data.need };
    const handed = engine.call("hand_over", parameters).then((/** @type {{ link: string }} */ { link }) => link);
    await copyLink(button, handed, told).catch(warn);
  }

  /** Unfolds what saves or shares the result, and takes the reader there. */
  #openRecord() {
    const panel = this.#element.querySelector("[data-panel='record']");
    const summary = panel?.querySelector("summary");
    if (!(panel instanceof HTMLDetailsElement) || !summary) return;
    panel.open = true;
    panel.scrollIntoView({ block: "start" });
    summary.focus({ preventScroll: true });
  }

  #clearNotes() {
    const before = this.notes.data;
    this.#writeNotes({ need: "", confirmations: {} });
    this.#offerUndo("notes-cleared", () => this.#writeNotes(before));
  }

  /** Offers the notes of an earlier decision while this one has none. */
  offerEarlierNotes() {
    if (this.notes.unreadable) this.#host.toast?.warn(this.#host.said("notes-unreadable"));
    this.notes.unreadable = false;
    const offer = this.#element.querySelector(".fp-earlier");
    const need = offer?.querySelector("q");
    if (!(offer instanceof HTMLElement) || !need) return;
    const earlier = this.notes.empty ? this.notes.earlier[0] : undefined;
    offer.hidden = !earlier;
    offer.dataset.key = earlier?.key ?? "";
    need.textContent = earlier?.need.trim() ?? "";
    need.hidden = need.textContent === "";
  }

  get #earlierNotes() {
    return this.#element.querySelector(".fp-earlier")?.getAttribute("data-key") ?? "";
  }

  #useEarlierNotes() {
    this.notes.use(this.#earlierNotes);
    this.#showNotes();
    this.#tell("notes-used");
    this.#focusOnNotes({ open: true });
  }

  #discardEarlierNotes() {
    const bringBack = this.notes.discard(this.#earlierNotes);
    this.#showNotes();
    this.#focusOnNotes({ open: false });
    this.#offerUndo("notes-discarded", () => {
      bringBack();
      this.#showNotes();
    });
  }

  /**
   * Keeps the focus near, where the button that had it has gone.
   * @param {{ open: boolean }} how open: the reader is taken to the need, even where it is folded away
   */
  #focusOnNotes({ open }) {
    if (!this.#element.querySelector(".fp-earlier[hidden]")) return;
    const need = this.#element.querySelector(".fp-live [data-need]");
    const fold = need?.closest("details");
    if (fold && open) fold.open = true;
    const place = need && fold?.open !== false ? need : this.#element.querySelector(HEADING);
    if (place instanceof HTMLElement) place.focus({ preventScroll: !open });
  }

  /** @param {import("../notes/notes.mjs").NotesData} data */
  #writeNotes(data) {
    this.notes.replace(data);
    this.#showNotes();
  }

  /** Takes in what another tab has written about the same decision. @param {StorageEvent} event */
  #hear(event) {
    if (!this.notes.hear(event)) return;
    // A way back would undo that as well.
    if (!this.notes.unreadable) this.#host.toast?.clear();
    this.#showNotes();
  }

  #showNotes() {
    this.notes.fill(this.#element);
    this.offerEarlierNotes();
    this.#preparePrint();
  }

  /** @returns {Promise<RecordForms>} */
  async #record() {
    const written = { notes: this.notes.data, address: this.#host.page, date: today() };
    return (await this.#host.engine.call("record", { tree: this.#tree, link: this.#host.link(), ...written })).forms;
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
    const link = this.#host.link();
    // Until the record of another state is there, paper gets what is on the screen.
    if (this.#drawn !== link) this.dropRecord();
    this.#drawn = link;
    clearTimeout(this.#printing);
    const drawing = ++this.#drawing;
    if (this.#element.querySelector(".fp-live [data-row]")) {
      this.#printing = setTimeout(() => this.#drawRecord(drawing), 300);
    }
  }

  /** @param {number} drawing its number: a later one, or a change of state, makes it of no use */
  async #drawRecord(drawing) {
    try {
      const { html } = await this.#record();
      if (drawing === this.#drawing) this.#printable(html.text);
    } catch (fault) {
      warn(fault);
      if (drawing === this.#drawing) this.dropRecord();
    }
  }

  /** Gives paper what is on the screen, as long as there is no record of it. */
  dropRecord() {
    clearTimeout(this.#printing);
    this.#drawing += 1;
    this.#printable("");
  }

  /** @param {string} html drawn by the engine, which escapes all text */
  #printable(html) {
    this.#element.querySelector(".fp-print")?.replaceChildren(...elementsOf(html));
    this.#element.toggleAttribute("data-record", html !== "");
  }

  /** @param {Event} event */
  #note(event) {
    if (!(event.target instanceof Element) || !this.notes.take(event.target)) return;
    if (!this.notes.kept) this.#host.toast?.warn(this.#host.said("storage-refused"));
    this.offerEarlierNotes();
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
    const opened = await this.#host.engine.call("reopen", { tree: this.#tree, text }).catch(warn);
    if (!opened) return;
    if (opened.refused !== undefined) {
      this.#host.toast?.warn(opened.refused);
      return;
    }
    const before = this.#host.link();
    const takeUpAgain = this.notes.begin();
    this.#writeNotes(opened.notes);
    this.#host.onArrival(() =>
      this.#offerUndo("record-opened", () => {
        this.#writeNotes({ need: "", confirmations: {} });
        takeUpAgain();
        this.#host.go(before);
      }),
    );
    this.#host.go(opened.link);
  }

  /** @param {string} key */
  #tell(key) {
    this.#host.toast?.tell(this.#host.said(key));
  }

  /** @param {string} key @param {() => void} undo */
  #offerUndo(key, undo) {
    const { said, toast } = this.#host;
    toast?.offer(said(key), said("undo"), undo);
  }
}

/**
 * Leaves open what the reader has opened.
 * @param {Element} place
 * @param {Element[]} children what is to be shown there
 */
function keepOpen(place, children) {
  for (const fold of place.querySelectorAll(".fp-live details[open]")) {
    const marks = ["class", "data-panel", "data-other"].map((name) => [name, fold.getAttribute(name)]);
    const same = marks.map(([name, value]) => (value ? `[${name}="${CSS.escape(value)}"]` : "")).join("");
    for (const child of children) child.querySelector(same)?.setAttribute("open", "");
  }
}

/**
 * What the engine could not do is for the maintainer; the line about the engine tells the reader.
 * @param {unknown} fault
 */
function warn(fault) {
  console.warn(`decision-tree: ${fault}`);
}
