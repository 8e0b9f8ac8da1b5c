// The fields and buttons for notes: they show the notes of the decision, and accept the reader's input.
import { actionOf } from "../actions.mjs";
import { HEADING } from "../decision-tree/swap.mjs";
import { download } from "../record/files.mjs";
import { control, said } from "../words.mjs";
import { Notes } from "./notes.mjs";

export class NotesFields {
  notes;
  #element;
  #toast;
  #changed;

  /**
   * @param {import("../decision-tree/decision-tree.mjs").DecisionTree} element
   * @param {import("../toast/toast.mjs").Toast} toast
   * @param {() => void} changed called after every change of the notes
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, toast, changed, signal) {
    this.notes = new Notes(element.tree);
    this.#element = element;
    this.#toast = toast;
    this.#changed = changed;
    element.addEventListener("click", (event) => this.#act(event), { signal });
    element.addEventListener("input", (event) => this.#take(event), { signal });
    window.addEventListener("storage", (event) => this.#hear(event), { signal });
  }

  /** Offers the notes of an earlier decision while this one has none. */
  offerEarlier() {
    if (this.notes.unreadable) this.#tellUnreadable(this.notes.unreadable);
    this.notes.unreadable = "";
    const offer = this.#offer;
    const need = offer?.querySelector("q");
    if (!offer || !need) return;
    const earlier = this.notes.untouched ? this.notes.earlier[0] : undefined;
    offer.hidden = !earlier;
    offer.dataset.key = earlier?.key ?? "";
    need.textContent = earlier?.need.trim() ?? "";
    need.hidden = need.textContent === "";
  }

  /** @param {import("./store.mjs").NotesData} data */
  replace(data) {
    this.notes.replace(data);
    this.#show();
  }

  /**
   * Adds who gave answers to the notes, as far as they do not say, and offers to take it back.
   * @param {Record<string, import("./store.mjs").Evidence>} evidence as a link that came back has it
   */
  receive(evidence) {
    const before = this.notes.data;
    if (!this.notes.receive(evidence)) return;
    this.#show();
    this.#toast.tell(this.told("evidence-arrived"), () => this.replace(before));
  }

  /** @param {string} key of a message @returns {string} the message, which adds if the browser does not store the notes */
  told(key) {
    const text = said(this.#element, key);
    return this.notes.stored ? text : `${text} ${said(this.#element, "storage-refused")}`;
  }

  /** Tells that stored notes cannot be read, and offers them as a file. @param {string} text */
  #tellUnreadable(text) {
    const button = control(this.#element, "notes-unreadable-save");
    const file = { file: `notes-${this.#element.tree}.txt`, type: "text/plain", text };
    button.addEventListener("click", () => download(file));
    this.#toast.warn(said(this.#element, "notes-unreadable"), button);
  }

  /** @returns {HTMLElement | null} */
  get #offer() {
    return this.#element.querySelector(".fp-earlier");
  }

  #show() {
    this.notes.fill(this.#element);
    this.offerEarlier();
    this.#changed();
  }

  /** @param {Event} event */
  #act(event) {
    const action = actionOf(event)?.dataset.action;
    if (action === "clear-notes") this.#clear();
    if (action === "use-notes") this.#useEarlier(this.#offer?.dataset.key ?? "");
    if (action === "discard-notes") this.#discardEarlier(this.#offer?.dataset.key ?? "");
  }

  #clear() {
    const before = this.notes.data;
    this.replace({ need: "", confirmations: {} });
    this.#toast.tell(this.told("notes-cleared"), () => this.replace(before));
  }

  /** @param {string} key */
  #useEarlier(key) {
    this.notes.use(key);
    this.#show();
    this.#toast.report("notes-used");
    this.#focus({ open: true });
  }

  /** @param {string} key */
  #discardEarlier(key) {
    const restore = this.notes.discard(key);
    this.#show();
    this.#focus({ open: false });
    this.#toast.offer("notes-discarded", () => {
      restore();
      this.#show();
    });
  }

  /**
   * Moves the focus to a control nearby if the button that had it has disappeared.
   * @param {{ open: boolean }} how open: focuses the need, even if its fold has to be opened
   */
  #focus({ open }) {
    if (!this.#offer?.hidden) return;
    const need = this.#element.querySelector(".fp-live [data-need]");
    const fold = need?.closest("details");
    if (fold && open) fold.open = true;
    const target = need && fold?.open !== false ? need : this.#element.querySelector(HEADING);
    if (target instanceof HTMLElement) target.focus({ preventScroll: !open });
  }

  /** @param {Event} event */
  #take({ target }) {
    if (!(target instanceof Element) || !this.notes.take(target)) return;
    if (!this.notes.stored) this.#toast.warn(said(this.#element, "storage-refused"));
    this.offerEarlier();
    this.#changed();
  }

  /** Shows the notes that another tab has stored for the same decision. @param {StorageEvent} event */
  #hear(event) {
    const { notes } = this;
    // The whole storage was cleared: somebody wants nothing to be kept.
    if (event.key === null && !notes.empty) this.#toast.offer("notes-gone", () => notes.replace(notes.data));
    if (!this.notes.hear(event)) return;
    // "Undo" would undo that as well.
    if (!this.notes.unreadable) this.#toast.clear();
    this.#show();
  }
}
