// The need of the plan that each decision of this tab belongs to, so that it is saved there and not added again.
import { keyOfSetting, read, write } from "../storage.mjs";

export class NeedsOfDecisions {
  /** @type {Map<string, string>} */
  #needs = new Map();
  #key;

  /** @param {string} tree the tree's id */
  constructor(tree) {
    this.#key = `${keyOfSetting("plan-needs")} ${tree}`;
    try {
      this.#needs = new Map(JSON.parse(read("sessionStorage", this.#key) ?? "[]"));
    } catch {
      // The entry is damaged: the decisions can be added to the plan again.
    }
  }

  /** @param {string} decision @returns {string | undefined} the id of its need */
  get(decision) {
    return this.#needs.get(decision);
  }

  /** @param {string} decision @param {string | undefined} need its id; undefined if it has none any more */
  set(decision, need) {
    if (need === undefined) this.#needs.delete(decision);
    else this.#needs.set(decision, need);
    write("sessionStorage", this.#key, JSON.stringify([...this.#needs]));
  }
}
