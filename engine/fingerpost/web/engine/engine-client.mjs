// The engine as the page sees it: one worker for the whole visit, whatever page of the site is shown.
import { manifest } from "fingerpost-manifest";
import { WorkerConnection } from "./worker-connection.mjs";

/** @typedef {import("./messages.mjs").EngineState} EngineState */
/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {import("./worker-connection.mjs").Call} Call */
/** @typedef {typeof import("../element/decision-tree/with-engine.mjs")} Help */

export class EngineClient extends EventTarget {
  /** @type {EngineState} */
  state = "none";
  /** Whether the site has an engine, as its pages say; without one the trees work as links. */
  available = true;
  /** Share of the engine's bytes that have arrived, from 0 to 1. */
  progress = 0;
  /** Why the engine failed, for the console. */
  reason = "";
  /** Whether the engine started from an earlier visit's snapshot; undefined until it has. @type {boolean | undefined} */
  restored;
  /** What the pages do with a running engine, as soon as there is one. @type {Promise<Help>} */
  helped = new Promise((resolve) => {
    this.addEventListener("change", () => this.state === "ready" && this.#help && resolve(this.#help));
  });

  /** It is there before the engine is ready. @type {Help | undefined} */
  #help;
  /** @type {WorkerConnection | undefined} */
  #connection;
  #starts = 0;
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
    this.#connect({ snapshots: true });
    if (!this.#connection) return;
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
      this.#help ??= await import(address.href);
      this.#becomeReady();
    } catch (fault) {
      // Not as a fault of a snapshot, which a fresh worker would put right.
      if (start === this.#starts && this.state === "loading") this.#giveUp(String(fault));
    }
  }

  /** The engine is ready when both have come: the worker, and what the pages do with it. */
  #becomeReady() {
    if (!this.#connection || this.restored === undefined || !this.#help) return;
    this.#connection.started();
    this.#enter("ready");
  }

  /** @param {{ snapshots: boolean }} how */
  #connect({ snapshots }) {
    this.restored = undefined;
    try {
      this.#connection = new WorkerConnection(snapshots, (message) => this.#hear(message));
    } catch (fault) {
      this.#giveUp(String(fault));
    }
  }

  /**
   * Gives the engine a compiled tree.
   * @param {string} tree the tree's id
   * @param {string} payload JSON text, as the page carries it
   */
  load(tree, payload) {
    if (this.#trees.get(tree) === payload) return;
    this.#trees.set(tree, payload);
    if (this.#connection) this.#post("load", payload).catch(() => {});
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
      if (this.#connection) this.#connection.ask({ method, payload, resolve, reject });
      else reject(new Error("the engine is not running"));
    });
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "failed") this.#fail(message.reason);
    if (message.type === "ready") {
      this.restored = message.restored;
      // The server has another build than this page: whoever swaps pages in place loads the next one whole.
      document.documentElement.toggleAttribute("data-outdated", message.build !== manifest.build);
      this.#becomeReady();
    }
    if (message.type === "progress") {
      this.progress = Math.min(1, message.done / message.total);
      this.dispatchEvent(new Event("progress"));
    }
  }

  /** @param {string} reason */
  #fail(reason) {
    if (!this.#connection?.restoring) {
      this.#giveUp(reason);
      return;
    }
    console.info(`decision-tree: starting without what an earlier visit kept: ${reason}`);
    this.#startWithoutSnapshot();
  }

  /** A fresh worker takes over all that was asked of one that could not start from its snapshot. */
  async #startWithoutSnapshot() {
    const asked = this.#disconnect();
    this.#connect({ snapshots: false });
    for (const call of asked) this.#connection?.ask(call);
    const { refuse } = await import("./snapshots.mjs");
    await refuse(manifest.build);
  }

  /** @param {string} reason */
  #giveUp(reason) {
    const asked = this.#disconnect();
    this.reason = reason;
    this.#enter("failed");
    for (const call of asked) call.reject(new Error(reason));
    console.warn(`decision-tree: the engine could not run: ${reason}`);
  }

  /** @returns {Call[]} what the worker had not answered */
  #disconnect() {
    const asked = this.#connection?.end() ?? [];
    this.#connection = undefined;
    return asked;
  }

  /** @param {EngineState} state */
  #enter(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** The one engine of the page; modules are evaluated once, so it outlives instant navigation. */
export const engine = new EngineClient();
