// The plan that this device holds, as text. While the browser refuses to store it, the tab holds it.
import { keyOfSetting, keysIn, read, remove, write } from "../storage.mjs";

/**
 * What tabs hold that the browser does not store, by key. Two scripts of a page contain this module, so it is on the
 * window.
 */
const held = heldOnWindow();

export class PlanStorage {
  /** The key of the plan in the storage. */
  key;
  /** False if the storage holds a text that must not be overwritten. */
  isFree = true;

  /** @param {string} tree the tree's id */
  constructor(tree) {
    this.key = `${keyOfSetting("plan")} ${tree}`;
  }

  /** The plan; empty if there is none. */
  get text() {
    return held.get(this.key) ?? read("localStorage", this.key) ?? "";
  }

  /** Whether the browser stores the plan, and not only this tab. */
  get keeps() {
    return !held.has(this.key);
  }

  /** @param {string} text */
  set(text) {
    if (this.isFree && write("localStorage", this.key, text)) held.delete(this.key);
    else held.set(this.key, text);
  }

  /** @returns {string | undefined} what only this tab held, which from now on gives way to the stored plan */
  release() {
    const text = held.get(this.key);
    held.delete(this.key);
    return text;
  }

  /**
   * Stores a text that cannot be read, or not as a whole, under a key of its own.
   * @param {string} text
   * @returns {boolean} whether it is stored
   */
  setAside(text) {
    return write("localStorage", `${this.#prefix}${Date.now()}`, text);
  }

  /** The keys of the texts that were set aside, oldest first. */
  get aside() {
    return keysIn("localStorage")
      .filter((key) => key.startsWith(this.#prefix))
      .sort();
  }

  /** @param {string} key of a text that was set aside @returns {string} */
  textAside(key) {
    return read("localStorage", key) ?? "";
  }

  /** @param {string} key of a text that was set aside @returns {() => void} a function that stores it again */
  discard(key) {
    const text = this.textAside(key);
    remove("localStorage", key);
    return () => write("localStorage", key, text);
  }

  get #prefix() {
    return `${this.key} saved `;
  }
}

/** @returns {Map<string, string>} */
function heldOnWindow() {
  const page = /** @type {Record<symbol, Map<string, string>>} */ (/** @type {unknown} */ (globalThis));
  const name = Symbol.for("fingerpost plans");
  const known = page[name] ?? new Map();
  page[name] = known;
  return known;
}
