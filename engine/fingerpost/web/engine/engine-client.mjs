// The engine as the page sees it: one worker for the whole visit, whatever page of the site is shown.
import { manifest } from "fingerpost-manifest";

/** @typedef {import("./messages.mjs").EngineState} EngineState */
/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {typeof import("../element/decision-tree/with-engine.mjs")} Help */
/** @typedef {{ method: string, payload: string }} Asked */
/** @typedef {Asked & { resolve: (result: any) => void, reject: (fault: Error) => void }} Waiting */

/** Longest silence of a worker that owes something, in milliseconds. Pyodide's start can hang without an error. */
const SILENCE_LIMIT = 20_000;

/** The same while it starts from a kept memory, which takes a fraction of a second where it works. */
const RESTORE_LIMIT = 10_000;

export class EngineClient extends EventTarget {
  /** @type {EngineState} */
  state = "none";
  /** Whether the site has an engine, as its pages say; without one the trees work as links. */
  available = true;
  /** Share of the engine's bytes that have arrived, from 0 to 1. */
  progress = 0;
  /** Why the engine failed, for the console. */
  reason = "";
  /** Whether the engine started from what an earlier visit kept. */
  restored = false;
  /** What the pages do with a running engine; it is there before the engine is ready. @type {Help | undefined} */
  help;

  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  #starts = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;
  #restoring = false;
  /** Whether the worker has started. */
  #started = false;
  /** Trees given to `load`: a fresh worker is given them again. @type {Map<string, string>} */
  #trees = new Map();

  /** Whether the page has to do without the engine, for all that is known. */
  get isMissing() {
    return !this.available || this.state === "failed";
  }

  /** Starts the worker unless it runs already; after a failure, starts afresh. */
  start() {
    if (!this.available || this.state === "loading" || this.state === "ready") return;
    this.progress = 0;
    this.#enter("loading");
    if (!this.#startWorker({ snapshots: true })) return;
    this.#fetchHelp();
    for (const payload of this.#trees.values()) this.#post("load", payload).catch(() => {});
  }

  /** Fetches what the pages do with the engine, while the engine starts. */
  async #fetchHelp() {
    const start = ++this.#starts;
    // A browser may remember that a module did not load: another try asks for another address.
    const again = start > 1 ? `-${start}` : "";
    const address = new URL(`./with-engine.mjs?${manifest.build}${again}`, import.meta.url);
    try {
      this.help ??= await import(address.href);
      this.#becomeReady();
    } catch (fault) {
      if (start !== this.#starts || this.state !== "loading") return;
      // Not as a fault of a kept memory, which a fresh worker would mend.
      this.#restoring = false;
      this.#fail(String(fault));
    }
  }

  /** The engine is ready when both have come: the worker, and what the pages do with it. */
  #becomeReady() {
    if (this.#started && this.help) this.#enter("ready");
  }

  /**
   * @param {{ snapshots: boolean }} how
   * @returns {boolean} whether there is a worker now
   */
  #startWorker({ snapshots }) {
    this.#restoring = false;
    this.#started = false;
    try {
      const address = new URL(`./engine-worker.mjs?${manifest.build}`, import.meta.url);
      const worker = new Worker(address, { type: "module" });
      worker.addEventListener("message", (event) => this.#hear(event.data));
      worker.addEventListener("error", (event) => this.#fail(event.message || "the worker did not load"));
      worker.postMessage({ type: "start", manifest, snapshots });
      this.#worker = worker;
    } catch (fault) {
      this.#fail(String(fault));
      return false;
    }
    this.#watch();
    return true;
  }

  /** A memory kept by an earlier visit could not be started from: a fresh worker takes over all that was asked. */
  async #startWithoutSnapshot() {
    this.#worker?.terminate();
    this.#worker = undefined;
    const asked = [...this.#waiting.values()];
    this.#waiting.clear();
    if (!this.#startWorker({ snapshots: false })) return;
    for (const waiting of asked) this.#ask(waiting);
    const { refuse } = await import("./snapshots.mjs");
    await refuse(manifest.build);
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
      if (this.#worker) this.#ask({ method, payload, resolve, reject });
      else reject(new Error("the engine is not running"));
    });
  }

  /** @param {Waiting} waiting */
  #ask(waiting) {
    const id = ++this.#lastId;
    this.#waiting.set(id, waiting);
    this.#worker?.postMessage({ type: "call", id, method: waiting.method, payload: waiting.payload });
    this.#watch();
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "failed") {
      this.#fail(message.reason);
      return;
    }
    if (message.type === "restoring") this.#restoring = true;
    if (message.type === "ready") {
      this.#restoring = false;
      this.restored = message.restored;
      // The server has another build than this page: whoever swaps pages in place loads the next one whole.
      document.documentElement.toggleAttribute("data-outdated", message.build !== manifest.build);
      this.#started = true;
      this.#becomeReady();
    }
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
      const limit = this.#restoring ? RESTORE_LIMIT : SILENCE_LIMIT;
      this.#watchdog = setTimeout(() => this.#fail("no sign of life"), limit);
    }
  }

  /** @param {string} reason */
  #fail(reason) {
    clearTimeout(this.#watchdog);
    if (this.#restoring) {
      console.info(`decision-tree: starting without what an earlier visit kept: ${reason}`);
      this.#startWithoutSnapshot();
      return;
    }
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = false;
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
