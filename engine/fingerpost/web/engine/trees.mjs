// The trees of the page: those that the engine is to load, those that it has, and those that it could not load.

/** @typedef {import("./messages.mjs").EngineState} EngineState */

/**
 * A compiled tree with its surroundings as JSON: the text in the page, or the address of a file.
 * @typedef {{ text: string, address?: undefined } | { text?: undefined, address: string }} Carried
 */

export class Trees {
  /** @type {Map<string, Carried>} */
  #carried = new Map();
  /** Those that the worker has, each with its JSON text. @type {Map<string, { carried: Carried, text: string }>} */
  #loaded = new Map();
  /** @type {Set<string>} */
  #broken = new Set();

  /**
   * Notes a tree, or a new form of it.
   * @param {string} tree the tree's id
   * @param {Carried} carried
   * @returns {boolean} whether it has to be loaded
   */
  add(tree, carried) {
    const known = this.#carried.get(tree);
    if (known && known.text === carried.text && known.address === carried.address) return false;
    this.#carried.set(tree, carried);
    return true;
  }

  /** @param {string} tree @param {Carried} carried @returns {boolean} whether the page still has the tree in this form */
  has(tree, carried) {
    return this.#carried.get(tree) === carried;
  }

  /** @param {string} tree @returns {EngineState} what a running engine can do with it */
  stateOf(tree) {
    if (this.#broken.has(tree)) return "failed";
    return this.#carried.get(tree) === this.#loaded.get(tree)?.carried ? "ready" : "loading";
  }

  /** @returns {[string, Carried][]} all trees, by id */
  get all() {
    return [...this.#carried];
  }

  /** @returns {[string, Carried][]} those that could not be loaded */
  get broken() {
    return this.all.filter(([tree]) => this.#broken.has(tree));
  }

  /** @returns {string[]} the texts of those that the worker has */
  get texts() {
    return [...this.#loaded.values()].map(({ text }) => text);
  }

  /** @param {string} tree a tree that is tried, for the first time or again */
  tried(tree) {
    this.#broken.delete(tree);
  }

  /** @param {string} tree @param {Carried} carried @param {string} text its JSON text, which the worker has taken */
  loaded(tree, carried, text) {
    this.#loaded.set(tree, { carried, text });
  }

  /** @param {string} tree a tree that could not be loaded */
  failed(tree) {
    this.#broken.add(tree);
  }

  /** Forgets what was loaded, since a new worker has nothing yet. */
  unload() {
    this.#loaded.clear();
  }
}
