// The engine as the page sees it: one worker for the whole visit, whatever page of the site is shown.

/** @typedef {import("./messages.mjs").EngineState} EngineState */
/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {{ resolve: (result: any) => void, reject: (fault: Error) => void }} Waiting */

/** Longest silence of a worker that owes something, in milliseconds. Pyodide's start can hang without an error. */
const SILENCE_LIMIT = 20_000;

export class EngineClient extends EventTarget {
  /** @type {EngineState} */
  state = "none";
  /** Share of the engine's bytes that have arrived, from 0 to 1. */
  progress = 0;
  /** Why the engine failed, for the console. */
  reason = "";

  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;
  /** Trees given to `load`: a fresh worker is given them again. @type {Map<string, string>} */
  #trees = new Map();

  /** Starts the worker unless it runs already; after a failure, starts afresh. */
  start() {
    if (this.state === "loading" || this.state === "ready") return;
    this.progress = 0;
    this.#enter("loading");
    try {
      this.#worker = new Worker(new URL("./engine-worker.mjs", import.meta.url), { type: "module" });
    } catch (fault) {
      this.#fail(String(fault));
      return;
    }
    this.#worker.addEventListener("message", (event) => this.#hear(event.data));
    this.#worker.addEventListener("error", (event) => this.#fail(event.message || "the worker did not load"));
    this.#watch();
    for (const payload of this.#trees.values()) this.#post("load", payload).catch(() => {});
  }

  /**
   * Gives the engine a compiled tree.
   * @param {string} tree the tree's id
   * @param {string} payload JSON text, as the page carries it
   */
  load(tree, payload) {
    if (this.#trees.get(tree) === payload) return;
    this.#trees.set(tree, payload);
    if (this.#worker) this.#post("load", payload).catch(() => {});
  }

  /**
   * @param {string} method
   * @param {object} parameters
   * @returns {Promise<any>} the method's result; rejected when the engine fails or refuses
   */
  call(method, parameters) {
    return this.#post(method, JSON.stringify(parameters));
  }

  /**
   * @param {string} method
   * @param {string} payload
   * @returns {Promise<any>}
   */
  #post(method, payload) {
    return new Promise((resolve, reject) => {
      if (!this.#worker) {
        reject(new Error("the engine is not running"));
        return;
      }
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, method, payload });
      this.#watch();
    });
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "failed") {
      this.#fail(message.reason);
      return;
    }
    if (message.type === "ready") this.#enter("ready");
    if (message.type === "progress") {
      this.progress = Math.min(1, message.done / message.total);
      this.dispatchEvent(new Event("progress"));
    }
    if (message.type === "answer") {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      const result = JSON.parse(message.result);
      if (result.error) waiting?.reject(new Error(`${result.error.code}: ${result.error.message}`));
      else waiting?.resolve(result);
    }
    this.#watch();
  }

  /** Restarts the watchdog while the worker owes something, and stops it otherwise. */
  #watch() {
    clearTimeout(this.#watchdog);
    if (this.state === "loading" || this.#waiting.size > 0) {
      this.#watchdog = setTimeout(() => this.#fail("no sign of life"), SILENCE_LIMIT);
    }
  }

  /** @param {string} reason */
  #fail(reason) {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.reason = reason;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#enter("failed");
    for (const call of waiting) call.reject(new Error(reason));
    console.warn(`decision-tree: the engine could not run: ${reason}`);
  }

  /** @param {EngineState} state */
  #enter(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** The one engine of the page; modules are evaluated once, so it outlives instant navigation. */
export const engine = new EngineClient();
