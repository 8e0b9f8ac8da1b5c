// The reader's own notes on one decision, stored in this browser only. Only links that hand questions over have any.
// docs/authors/decisions/notes-belong-to-one-decision.md describes how notes are matched with their decision.
import { newId } from "../new-id.mjs";
import { read, remove, write } from "../storage.mjs";
import { DecisionsOfStates, isEmpty, NotesStore, setAside, stored } from "./store.mjs";

/** @typedef {import("./store.mjs").Confirmation} Confirmation */
/** @typedef {import("./store.mjs").Evidence} Evidence */
/** @typedef {import("./store.mjs").NotesData} NotesData */

/** @type {NotesData} */
const NONE = { need: "", confirmations: {}, evidence: {}, steps: {} };

/** The fields for notes. */
const FIELDS = "[data-need], [data-note], [data-confirmed], [data-done], [data-who], [data-when]";

export class Notes {
  /** True while the browser stores the notes. */
  stored = true;
  /** The text that is stored, if it cannot be read as a whole; otherwise empty. */
  unreadable = "";

  /** The notes. A map, since an id may also be the name of a property that every object has. */
  #notes = {
    need: "",
    about: /** @type {Map<string, Confirmation>} */ (new Map()),
    evidence: /** @type {Map<string, Evidence>} */ (new Map()),
    steps: /** @type {Set<string>} */ (new Set()),
  };
  /** Who gave answers, as a link said that came back. @type {Record<string, Evidence>} */
  received = {};
  #decision = newId();
  /** The notes of other decisions on this page, in case the browser stores none. @type {Map<string, NotesData>} */
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
    const { need, about, evidence, steps } = this.#notes;
    return {
      need,
      confirmations: Object.fromEntries(about),
      evidence: Object.fromEntries(evidence),
      steps: Object.fromEntries([...steps].map((name) => [name, true])),
    };
  }

  get empty() {
    return isEmpty(this.data);
  }

  /** Whether the reader has noted nothing, even if a link has. */
  get untouched() {
    const { evidence = {}, ...rest } = this.data;
    const own = Object.entries(evidence).filter(([question, { who, when }]) => {
      const { [question]: received } = this.received;
      return who !== received?.who || when !== received.when;
    });
    return isEmpty({ ...rest, evidence: Object.fromEntries(own) });
  }

  /** @returns {import("./store.mjs").Earlier[]} the stored notes of other decisions on this tree, newest first */
  get earlier() {
    return this.#store.earlierThan(this.#decision);
  }

  /** The decision that the notes belong to. */
  get decision() {
    return this.#decision;
  }

  /** Stores which states belong to which decision, for a reload. */
  keep() {
    this.#states.save();
  }

  get #key() {
    return this.#store.keyOf(this.#decision);
  }

  /**
   * Switches to the notes of the decision that a state belongs to.
   * @param {string} link the text of the state's link
   * @param {boolean} goesOn the reader came from the last state by an answer or a change, and not from elsewhere
   */
  follow(link, goesOn) {
    const known = this.#states.get(link);
    if (!goesOn && (known === undefined || known !== this.#decision)) this.#takeUp(known ?? newId());
    this.#states.set(link, this.#decision);
  }

  /**
   * Begins another decision, with empty notes. Those of the previous one stay in the storage.
   * @returns {() => void} a function that returns to them
   */
  begin() {
    const before = this.#decision;
    this.#leaveFor(newId());
    return () => this.#leaveFor(before);
  }

  /**
   * Stores the content of a field.
   * @param {Element} field the field that was changed
   * @returns {boolean} whether it is one of the notes
   */
  take(field) {
    // Another tab may change notes of the same decision: change only this field in the stored notes.
    if (this.stored) this.#refresh();
    // They are kept apart now, and were reported before.
    this.unreadable = "";
    if (field instanceof HTMLTextAreaElement && field.matches("[data-need]")) {
      this.#notes.need = field.value;
    } else if (field instanceof HTMLTextAreaElement && field.dataset.note !== undefined) {
      this.#change(field.dataset.note, { note: field.value });
    } else if (field instanceof HTMLInputElement && field.dataset.confirmed !== undefined) {
      this.#change(field.dataset.confirmed, { confirmed: field.checked });
    } else if (field instanceof HTMLInputElement && field.dataset.done !== undefined) {
      if (field.checked) this.#notes.steps.add(field.dataset.done);
      else this.#notes.steps.delete(field.dataset.done);
    } else if (field instanceof HTMLInputElement && field.dataset.who !== undefined) {
      this.#give(field.dataset.who, { who: field.value });
    } else if (field instanceof HTMLInputElement && field.dataset.when !== undefined) {
      this.#give(field.dataset.when, { when: field.value });
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
    const { need, about, evidence, steps } = this.#notes;
    for (const field of part.querySelectorAll(FIELDS)) {
      if (!(field instanceof HTMLElement)) continue;
      const { done, who, when } = field.dataset;
      if (field instanceof HTMLInputElement && done !== undefined) {
        field.checked = steps.has(done);
      } else if (field instanceof HTMLInputElement && (who ?? when) !== undefined) {
        const given = evidence.get(who ?? when ?? "");
        const text = (who === undefined ? given?.when : given?.who) ?? "";
        if (field.value !== text) field.value = text;
      } else if (field instanceof HTMLInputElement) {
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
   * Adds who gave answers, as far as the notes do not say.
   * @param {Record<string, Evidence>} evidence by question
   * @returns {boolean} whether there was any to add
   */
  receive(evidence) {
    if (this.stored) this.#refresh();
    const fresh = Object.entries(evidence).filter(([question]) => !this.#notes.evidence.has(question));
    if (fresh.length === 0) return false;
    this.received = Object.fromEntries(fresh);
    for (const [question, given] of fresh) this.#give(question, given);
    this.#save();
    return true;
  }

  /**
   * Takes over notes that another tab has stored.
   * @param {StorageEvent} event
   * @returns {boolean} whether these notes have changed
   */
  hear({ key, newValue }) {
    if (key !== this.#key) return false;
    // The other tab has discarded them, but they are in use here.
    if (newValue === null && !this.empty) this.#save();
    else this.#refresh();
    return true;
  }

  /**
   * Uses the notes of an earlier decision for this one.
   * @param {string} key their key in the storage
   */
  use(key) {
    const before = this.#decision;
    const received = this.received;
    const earlier = this.#store.decisionOf(key);
    if (this.untouched) this.#removeStored();
    this.#takeUp(earlier);
    this.receive(received);
    this.#states.replace(before, earlier);
  }

  /**
   * Deletes the notes of an earlier decision.
   * @param {string} key their key in the storage
   * @returns {() => void} a function that restores them, unless another tab has stored others under the key
   */
  discard(key) {
    const text = read("localStorage", key);
    remove("localStorage", key);
    return () => {
      if (text !== null && stored(key).text === "") write("localStorage", key, text);
    };
  }

  /** @param {string} decision */
  #leaveFor(decision) {
    if (this.empty) this.#removeStored();
    this.#takeUp(decision);
  }

  /** @param {string} decision */
  #takeUp(decision) {
    this.#known.set(this.#decision, this.data);
    this.#decision = decision;
    this.received = {};
    const known = this.#known.get(decision);
    this.#set(known ?? NONE);
    // While the browser stores nothing more, what it holds is older than what is known.
    if (this.stored || !known) this.#refresh();
  }

  /** Reads the stored notes, if there are any. */
  #refresh() {
    const { text, notes, isSound } = stored(this.#key);
    this.unreadable = isSound ? "" : text;
    if (notes) this.#set(notes.data);
  }

  /** @param {NotesData} data */
  #set({ need, confirmations, evidence = {}, steps = {} }) {
    this.#notes = {
      need,
      about: new Map(Object.entries(confirmations)),
      evidence: new Map(Object.entries(evidence)),
      steps: new Set(Object.keys(steps)),
    };
  }

  /** @param {string} question @param {Partial<Evidence>} part */
  #give(question, part) {
    const { evidence } = this.#notes;
    const given = { who: "", when: "", ...evidence.get(question), ...part };
    if (given.who || given.when) evidence.set(question, given);
    else evidence.delete(question);
  }

  /** @param {string} name @param {Partial<Confirmation>} part */
  #change(name, part) {
    const { about } = this.#notes;
    about.set(name, { confirmed: false, note: "", ...about.get(name), ...part });
  }

  /** Removes the stored notes, unless there is something in them that cannot be read. */
  #removeStored() {
    if (stored(this.#key).isSound) remove("localStorage", this.#key);
  }

  #save() {
    // There is nothing to store and nothing to delete: a visit without notes leaves no trace.
    if (this.empty && stored(this.#key).text === "") return;
    const text = JSON.stringify({ ...this.data, saved: Date.now() });
    this.stored = setAside(this.#key) && write("localStorage", this.#key, text);
    this.#states.save();
  }
}
