// Takes what the reader types into the fields of a plan. It is stored after a pause, or at once when the page is left.
import { needOf } from "./needs.mjs";

/** @typedef {import("./changes.mjs").Operation} Operation */
/** @typedef {import("./storage.mjs").PlanStorage} PlanStorage */

/** The pause after the last key before what was typed is stored, in milliseconds. */
const PAUSE = 400;

export class Typed {
  #storage;
  #make;
  #fail;
  /** What is not stored yet, by field. @type {Map<string, Operation>} */
  #pending = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} element the page element
   * @param {PlanStorage} storage
   * @param {(operations: Operation[]) => Promise<unknown>} make changes the plan
   * @param {(fault: unknown) => void} fail called when that fails; what was typed is stored all the same
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, storage, make, fail, signal) {
    this.#storage = storage;
    this.#make = make;
    this.#fail = fail;
    element.addEventListener("input", (event) => this.#take(event), { signal });
    element.addEventListener("change", (event) => operationOf(event.target) && this.send(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.#store(), { signal });
    window.addEventListener("pagehide", () => this.#store(), { signal });
    signal.addEventListener("abort", () => this.#store());
  }

  /** Stores what was typed, through the engine. It counts as typed until the engine has answered. */
  async send() {
    clearTimeout(this.#timer);
    const sent = [...this.#pending];
    if (sent.length === 0) return;
    try {
      await this.#make(sent.map(([, operation]) => operation));
    } catch (fault) {
      this.#store();
      this.#fail(fault);
      return;
    }
    for (const [field, operation] of sent) {
      if (this.#pending.get(field) === operation) this.#pending.delete(field);
    }
  }

  /** @param {Event} event */
  #take({ target }) {
    const operation = operationOf(target);
    if (!operation) return;
    const { value: _, ...field } = operation;
    this.#pending.set(JSON.stringify(field), operation);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), PAUSE);
  }

  /** Stores what was typed without the engine, which would answer too late. */
  #store() {
    if (this.#pending.size === 0) return;
    const text = withTyped(this.#storage.text, [...this.#pending.values()]);
    if (text !== undefined) this.#storage.set(text);
  }
}

/**
 * @param {EventTarget | null} field
 * @returns {Operation | undefined} undefined unless it is a field of the plan that the reader types into
 */
function operationOf(field) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return undefined;
  const { value, dataset } = field;
  if (dataset.planTitle !== undefined) return { op: "title", value };
  const id = needOf(field);
  if (id && dataset.planField !== undefined) return { op: "change", id, field: dataset.planField, value };
  const confirmation = dataset.planNote;
  return id && confirmation !== undefined ? { op: "note", id, confirmation, value } : undefined;
}

/**
 * @param {string} text a plan as it is stored
 * @param {Operation[]} operations
 * @returns {string | undefined} the plan with what was typed; undefined if it cannot be read
 */
function withTyped(text, operations) {
  try {
    const plan = JSON.parse(text);
    for (const { op, id, field, confirmation, value } of operations) {
      const need = plan.needs.find((/** @type {{ id: unknown }} */ each) => each.id === id);
      if (op === "title") plan.title = value;
      if (need && op === "change") need[String(field)] = value;
      if (need && op === "note") {
        // Not by assignment, since an id may also be the name of a property that every object has.
        const noted = new Map(Object.entries(need.confirmations ?? {}));
        noted.set(String(confirmation), { confirmed: false, ...noted.get(String(confirmation)), note: value });
        need.confirmations = Object.fromEntries(noted);
      }
    }
    return JSON.stringify(plan);
  } catch {
    return undefined;
  }
}
