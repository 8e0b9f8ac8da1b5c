// Stores the notes of each decision under a key of their own, and the decision that each state belongs to.
import { keyOf, keysIn, read, write } from "../storage.mjs";

/** Part of the keys of texts that were set aside. */
const ASIDE = " saved ";

/** @typedef {{ confirmed: boolean, note: string }} Confirmation */
/** @typedef {{ who: string, when: string }} Evidence who gave an answer, and when */
/**
 * Notes as the engine takes them.
 * @typedef {{ need: string, confirmations: Record<string, Confirmation>, evidence?: Record<string, Evidence>,
 *   steps?: Record<string, boolean> }} NotesData
 */
/** @typedef {{ data: NotesData, saved: number, isWhole: boolean }} StoredNotes */
/** @typedef {{ key: string, need: string, saved: number }} Earlier notes of another decision, with their key */

/** The notes of one tree. */
export class NotesStore {
  #prefix;

  /** @param {string} tree the tree's id */
  constructor(tree) {
    this.#prefix = `${keyOf("notes", tree)} `;
  }

  /** @param {string} decision */
  keyOf(decision) {
    return this.#prefix + decision;
  }

  /** @param {string} key @returns {string} */
  decisionOf(key) {
    return key.slice(this.#prefix.length);
  }

  /** @param {string} decision @returns {Earlier[]} the notes of other decisions, newest first */
  earlierThan(decision) {
    /** @type {Earlier[]} */
    const found = [];
    for (const key of keysIn("localStorage")) {
      const others = key.startsWith(this.#prefix) && key !== this.keyOf(decision) && !key.includes(ASIDE);
      const notes = others && stored(key).notes;
      if (notes && !isEmpty(notes.data)) found.push({ key, need: notes.data.need, saved: notes.saved });
    }
    return found.sort((one, other) => other.saved - one.saved);
  }
}

/** The decision of each state that this tab has shown. */
export class DecisionsOfStates {
  /** @type {Map<string, string>} */
  #decisions = new Map();
  #key;

  /** @param {string} tree the tree's id */
  constructor(tree) {
    this.#key = keyOf("decisions", tree);
    try {
      this.#decisions = new Map(JSON.parse(read("sessionStorage", this.#key) ?? "[]"));
    } catch {
      // The entry is damaged: its notes are offered as those of an earlier decision.
    }
  }

  /** @param {string} link @returns {string | undefined} */
  get(link) {
    return this.#decisions.get(link);
  }

  /** @param {string} link @param {string} decision */
  set(link, decision) {
    this.#decisions.set(link, decision);
    // A visit without notes leaves no trace.
    if (read("sessionStorage", this.#key) !== null) this.save();
  }

  /**
   * Moves every state of a decision to another one, so that Back followed by another answer loses no notes.
   * @param {string} before
   * @param {string} after
   */
  replace(before, after) {
    for (const [link, decision] of this.#decisions) {
      if (decision === before) this.#decisions.set(link, after);
    }
    this.save();
  }

  /** Stores them for this tab. If the browser refuses, a reload offers the notes as earlier ones. */
  save() {
    write("sessionStorage", this.#key, JSON.stringify([...this.#decisions]));
  }
}

/**
 * @param {string} key
 * @returns {{ text: string, notes?: StoredNotes, isSound: boolean }} what is stored, and the notes in it; it is sound if
 *   they are all of it
 */
export function stored(key) {
  const text = read("localStorage", key) ?? "";
  const notes = parse(text);
  return { text, notes, isSound: text === "" || notes?.isWhole === true };
}

/**
 * Stores a text under a second key if it is not notes, or not as a whole, so that notes can take its place.
 * @param {string} key
 * @returns {boolean} whether they can
 */
export function setAside(key) {
  const { text, isSound } = stored(key);
  return isSound || write("localStorage", `${key}${ASIDE}${Date.now()}`, text);
}

/** @param {NotesData} data @returns {boolean} whether there is no text and no tick */
export function isEmpty({ need, confirmations, evidence = {}, steps = {} }) {
  const unused = Object.values(confirmations).every(({ confirmed, note }) => !confirmed && note === "");
  return need === "" && unused && Object.keys(evidence).length === 0 && Object.keys(steps).length === 0;
}

/**
 * Parses stored notes; leaves out any part that is not valid.
 * @param {string} text
 * @returns {StoredNotes | undefined} undefined unless the text is notes
 */
function parse(text) {
  try {
    // Notes of an earlier version have no evidence and no steps.
    const { need, confirmations, evidence = {}, steps = {}, saved } = JSON.parse(text);
    if (typeof need !== "string" || typeof confirmations !== "object" || !confirmations) return undefined;
    let isWhole = true;
    /** @param {object} parts @param {(part: any) => boolean} isValid */
    const valid = (parts, isValid) => {
      const all = Object.entries(parts);
      const found = all.filter(([, part]) => isValid(part));
      isWhole &&= found.length === all.length;
      return found;
    };
    const sound = valid(confirmations, (part) => typeof part?.confirmed === "boolean" && typeof part.note === "string");
    const given = valid(evidence, (part) => typeof part?.who === "string" && typeof part.when === "string");
    const ticked = valid(steps, (done) => typeof done === "boolean").filter(([, done]) => done);
    const data = {
      need,
      confirmations: Object.fromEntries(sound.map(([name, { confirmed, note }]) => [name, { confirmed, note }])),
      evidence: Object.fromEntries(given.map(([name, { who, when }]) => [name, { who, when }])),
      steps: Object.fromEntries(ticked),
    };
    return { data, saved: Number(saved) || 0, isWhole };
  } catch {
    return undefined;
  }
}
