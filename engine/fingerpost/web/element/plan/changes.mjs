// Changes the plan through the engine. Other tabs may change it, too: a change counts from the plan that is stored when
// it is written, or it is made again.
import { today } from "../record/files.mjs";

/** @typedef {import("../../engine/engine-client.mjs").EngineClient} EngineClient */
/** @typedef {import("./storage.mjs").PlanStorage} PlanStorage */

/** @typedef {Record<string, unknown> & { op: string }} Operation as the engine takes it */

/**
 * A plan as the engine draws it. A part of its HTML is empty if the page has said that it knows it. found: what could not
 * be read of a plan that another page has stored.
 * @typedef {{ plan: string, undo: Operation[], said: string, trouble: string[], found: string[],
 *   html: { head: string, needs: [id: string, hash: string, html: string][], foot: string,
 *     hash: { head: string, foot: string } } }} Drawn
 */

/**
 * The page that shows the plan. known: the hashes of what it shows, by the ids of needs and the names of other parts.
 * @typedef {{ known(): Record<string, string>, show(drawn: Drawn): void }} Shown
 */

/** How often a change is made again at most: other tabs would have to write without a pause. */
const MOST_ATTEMPTS = 20;

export class PlanChanges {
  /** The plan that was drawn last. It still counts if the storage is cleared, unless another tab has done that. */
  seen = "";

  #engine;
  #tree;
  #storage;
  #shown;
  /** The last change. @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @param {EngineClient} engine
   * @param {string} tree the tree's id
   * @param {PlanStorage} storage
   * @param {Shown} [shown]
   */
  constructor(engine, tree, storage, shown) {
    this.#engine = engine;
    this.#tree = tree;
    this.#storage = storage;
    this.#shown = shown;
  }

  /**
   * Makes changes after all that were asked for before, and shows the plan.
   * @param {Operation[]} operations none only to show it
   * @returns {Promise<Drawn>} rejected when the engine fails
   */
  make(operations) {
    const made = this.#last.then(() => alone(this.#storage.key, () => this.#make(operations)));
    this.#last = made.catch(() => {});
    return made;
  }

  /** @returns {Promise<string>} the plan after all changes that were asked for */
  async text() {
    await this.#last;
    return this.#before;
  }

  get #before() {
    return this.#storage.text || this.seen;
  }

  /** @param {Operation[]} operations @returns {Promise<Drawn>} */
  async #make(operations) {
    /** @type {string[]} */
    const found = [];
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const before = this.#before;
      if (before !== this.seen) found.push(...(await this.#check(before)));
      if (this.#before !== before) continue;
      const known = this.#shown?.known() ?? {};
      const how = { known, now: Date.now(), date: today() };
      const drawn = await this.#engine.call("plan", { tree: this.#tree, plan: before, do: operations, ...how });
      if (drawn.refused !== undefined) throw new Error(drawn.refused);
      if (this.#before !== before) continue;
      if (operations.length > 0 && drawn.plan !== before) this.#storage.set(drawn.plan);
      this.seen = this.#storage.text || drawn.plan;
      this.#shown?.show(drawn);
      return { ...drawn, found };
    }
    throw new Error("other tabs change the plan all the time");
  }

  /**
   * Checks a plan that does not come from here. What cannot be read of it is stored apart before anything is written.
   * @param {string} text
   * @returns {Promise<string[]>} what cannot be read
   */
  async #check(text) {
    if (text === "") return [];
    const { refused, plan, trouble = [] } = await this.#engine.call("plan_open", { tree: this.#tree, text });
    const found = refused === undefined ? trouble : [refused];
    if (found.length > 0 && this.#storage.text === text) {
      this.#storage.isFree = this.#storage.setAside(text);
      this.#storage.set(plan ?? "");
    }
    if (found.length === 0) this.seen = text;
    return found;
  }
}

/**
 * Does work while no other tab does work of the same name, where the browser can see to that.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function alone(name, work) {
  return navigator.locks ? await navigator.locks.request(name, work) : await work();
}
