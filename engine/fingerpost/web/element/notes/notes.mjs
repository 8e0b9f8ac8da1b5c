// The reader's own words on one decision: in this browser only, never in a link.
// docs/authors/decisions/notes-belong-to-one-decision.md says how they find their decision.
import { read, remove, write } from "../storage.mjs";
import { DecisionsOfStates, isEmpty, NotesStore, stored } from "./store.mjs";

/** @typedef {import("./store.mjs").Confirmation} Confirmation */
/** @typedef {import("./store.mjs").NotesData} NotesData */

/** @type {NotesData} */
const NONE = { need: "", confirmations: {} };

export class Notes {
  /** Whether the browser stores what is written. */
  stored = true;
  /** Whether the browser has stored something that cannot be read. */
  unreadable = false;

  /** The notes; a map, since ids may be words that every object has a property of. */
  #notes = { need: "", about: /** @type {Map<string, Confirmation>} */ (new Map()) };
  #decision = newId();
  /** The notes of other decisions of this page, for where the browser stores nothing. @type {Map<string, NotesData>} */
  #known = new Map();
  #states;
  #store;

  /** @param {string} tree the tree's id */
  constructor(tree) {
    this.#states = new DecisionsOfStates(tree);
    this.#store = new NotesStore(tree);
  }

  /** @returns {NotesData} */
  get data() {
    return { need: this.#notes.need, confirmations: Object.fromEntries(this.#notes.about) };
  }

  get empty() {
    return isEmpty(this.data);
  }

  /** @returns {import("./store.mjs").Earlier[]} what is stored about other decisions of this tree, the newest first */
  get earlier() {
    return this.#store.earlierThan(this.#decision);
  }

  get #key() {
    return this.#store.keyOf(this.#decision);
  }

  /**
   * Takes up the notes of the decision that a state belongs to.
   * @param {string} link the text of the state's link
   * @param {boolean} goesOn the reader came from the last state by an answer or a change, and not from elsewhere
   */
  follow(link, goesOn) {
    const known = this.#states.get(link);
    if (!goesOn && (known === undefined || known !== this.#decision)) this.#takeUp(known ?? newId());
    this.#states.set(link, this.#decision);
  }

  /**
   * Begins another decision, with empty notes. Those of the last one stay where they are.
   * @returns {() => void} takes them up again
   */
  begin() {
    const before = this.#decision;
    this.#leaveFor(newId());
    return () => this.#leaveFor(before);
  }

  /**
   * Takes what a field holds.
   * @param {Element} field the field that was changed
   * @returns {boolean} whether it is one of the notes
   */
  take(field) {
    // Another tab may write about the same decision: only this field is changed in what is there.
    if (this.stored) this.#refresh();
    // What cannot be read is overwritten now, and was reported before.
    this.unreadable = false;
    if (field instanceof HTMLTextAreaElement && field.matches("[data-need]")) {
      this.#notes.need = field.value;
    } else if (field instanceof HTMLTextAreaElement && field.dataset.note !== undefined) {
      this.#change(field.dataset.note, { note: field.value });
    } else if (field instanceof HTMLInputElement && field.dataset.confirmed !== undefined) {
      this.#change(field.dataset.confirmed, { confirmed: field.checked });
    } else {
      return false;
    }
    this.#save();
    return true;
  }

  /**
   * Fills the fields of a part of the page.
   * @param {Element} part
   */
  fill(part) {
    const { need, about } = this.#notes;
    for (const field of part.querySelectorAll("[data-need], [data-note], [data-confirmed]")) {
      if (field instanceof HTMLInputElement) {
        field.checked = about.get(field.dataset.confirmed ?? "")?.confirmed ?? false;
      } else if (field instanceof HTMLTextAreaElement) {
        const text = field.matches("[data-need]") ? need : (about.get(field.dataset.note ?? "")?.note ?? "");
        if (field.value !== text) field.value = text;
      }
    }
  }

  /**
   * Replaces the notes of this decision.
   * @param {NotesData} data
   */
  replace(data) {
    this.#set(data);
    this.#save();
  }

  /**
   * Takes in what another tab has stored.
   * @param {StorageEvent} event
   * @returns {boolean} whether these notes have changed
   */
  hear({ key, newValue }) {
    if (key !== this.#key) return false;
    // Discarded there, but in use here.
    if (newValue === null && !this.empty) this.#save();
    else this.#refresh();
    return true;
  }

  /**
   * Takes up the notes of an earlier decision for this one.
   * @param {string} key where they are
   */
  use(key) {
    const earlier = this.#store.decisionOf(key);
    if (earlier === undefined) {
      const { notes } = stored(key);
      if (notes) this.replace(notes.data);
      if (this.stored) remove("localStorage", key);
    } else {
      const before = this.#decision;
      this.#takeUp(earlier);
      this.#states.replace(before, earlier);
    }
  }

  /**
   * Deletes the notes of an earlier decision.
   * @param {string} key where they are
   * @returns {() => void} restores them, unless another tab has stored others there
   */
  discard(key) {
    const text = read("localStorage", key);
    remove("localStorage", key);
    return () => {
      if (text !== null && !stored(key).found) write("localStorage", key, text);
    };
  }

  /** @param {string} decision */
  #leaveFor(decision) {
    if (this.empty) remove("localStorage", this.#key);
    this.#takeUp(decision);
  }

  /** @param {string} decision */
  #takeUp(decision) {
    this.#known.set(this.#decision, this.data);
    this.#decision = decision;
    this.#set(this.#known.get(decision) ?? NONE);
    if (this.stored) this.#refresh();
  }

  /** Reads what is stored, where there is something. */
  #refresh() {
    const { found, notes } = stored(this.#key);
    this.unreadable = found && !notes;
    if (notes) this.#set(notes.data);
  }

  /** @param {NotesData} data */
  #set({ need, confirmations }) {
    this.#notes = { need, about: new Map(Object.entries(confirmations)) };
  }

  /** @param {string} name @param {Partial<Confirmation>} part */
  #change(name, part) {
    const { about } = this.#notes;
    about.set(name, { confirmed: false, note: "", ...about.get(name), ...part });
  }

  #save() {
    // Nothing is written and nothing is there to be cleared: a visit that leaves no words leaves no trace.
    if (this.empty && !stored(this.#key).found) return;
    this.stored = write("localStorage", this.#key, JSON.stringify({ ...this.data, saved: Date.now() }));
    this.#states.save();
  }
}

/** @returns {string} without `randomUUID`, which pages that are not served securely lack */
function newId() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join("");
}
