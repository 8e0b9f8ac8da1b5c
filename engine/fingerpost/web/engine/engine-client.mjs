// The page's connection to the engine: one worker for the whole visit, across all pages of the site.
import { manifest } from "fingerpost-manifest";
import { atHome } from "../home.mjs";
import { importChecked } from "./checked-module.mjs";
import { Silence } from "./silence.mjs";
import { fetchTreeFile } from "./tree-file.mjs";
import { Trees } from "./trees.mjs";
import { WorkerConnection } from "./worker-connection.mjs";
import { folder } from "./worker-script.mjs";

/** @typedef {import("./messages.mjs").EngineState} EngineState */
/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {import("./trees.mjs").Carried} Carried */
/** @typedef {import("./worker-connection.mjs").Call} Call */
/** @typedef {typeof import("../element/decision-tree/with-engine.mjs")} Help */

/** The wait for a new worker before the page says that the engine is loading, in milliseconds. */
const TOLD_AFTER = 1_500;

export class EngineClient extends EventTarget {
  /** @type {EngineState} */
  state = "none";
  /** False on a site without the engine, where the trees work as links. */
  available = true;
  /** The share of the engine's bytes that have arrived, from 0 to 1. */
  progress = 0;
  /** The reason for a failure, for the console. */
  reason = "";
  /** True if the engine started from an earlier visit's snapshot; undefined before that. @type {boolean | undefined} */
  restored;
  /** The module with everything that pages do with the engine, once both are ready. @type {Promise<Help>} */
  helped = new Promise((resolve) => {
    this.addEventListener("change", () => this.state === "ready" && this.#help && resolve(this.#help));
  });

  /** The same module; it may arrive before the engine is ready. @type {Help | undefined} */
  #help;
  /** @type {WorkerConnection | undefined} */
  #connection;
  #starts = 0;
  /** The trees passed to `load`, to load them again into a new worker. */
  #trees = new Trees();
  /** Tells that a new worker takes its time. */
  #slow = new Silence(() => this.#enter("loading"));

  /**
   * @param {string} tree the tree's id
   * @returns {EngineState} "loading" also if only the tree is still to come, and "failed" if only the tree is broken
   */
  stateFor(tree) {
    return this.state === "ready" ? this.#trees.stateOf(tree) : this.state;
  }

  /** Starts the worker unless it is running already; after a failure, starts a new one. */
  start() {
    if (!this.available || this.state === "loading" || this.state === "ready") return;
    this.progress = 0;
    this.#enter("loading");
    this.#trees.unload();
    this.#connect(true);
    this.#fetchHelp();
    for (const [tree, carried] of this.#trees.all) this.#load(tree, carried);
  }

  /** Tries again what has failed: the start, or the loading of a tree. */
  retry() {
    if (this.state !== "ready") {
      this.start();
      return;
    }
    for (const [tree, carried] of this.#trees.broken) this.#load(tree, carried, "reload");
    this.dispatchEvent(new Event("change"));
  }

  /** Fetches the module that uses the engine, while the engine starts. */
  async #fetchHelp() {
    const start = ++this.#starts;
    try {
      this.#help ??= await importChecked("with-engine.mjs");
      this.#becomeReady();
    } catch (fault) {
      // Not through #fail: a new worker without the snapshot would not help.
      if (start === this.#starts && this.state === "loading") this.#giveUp(String(fault));
    }
  }

  /** Reports that the engine is ready, once both the worker and the module that uses it are. */
  #becomeReady() {
    if (!this.#connection || this.restored === undefined || !this.#help) return;
    this.#connection.started();
    this.#slow.end();
    this.#enter("ready");
  }

  /** @param {boolean} snapshots whether the worker may start from a snapshot, which only our own site stores */
  #connect(snapshots) {
    this.restored = undefined;
    this.#connection = new WorkerConnection(snapshots && atHome, (message) => this.#hear(message));
  }

  /**
   * Loads a compiled tree into the engine, now or when it starts.
   * @param {string} tree the tree's id
   * @param {Carried} carried the tree as the page carries it
   */
  load(tree, carried) {
    if (this.#trees.add(tree, carried) && this.#connection) this.#load(tree, carried);
  }

  /** @param {string} tree @param {Carried} carried @param {RequestCache} [cache] */
  async #load(tree, carried, cache = this.#starts > 1 ? "reload" : "default") {
    const start = this.#starts;
    this.#trees.tried(tree);
    const isCurrent = () => start === this.#starts && this.#connection && this.#trees.has(tree, carried);
    try {
      // A text is passed on at once, before the calls that need the tree.
      const text = carried.text ?? (await fetchTreeFile(carried.address, cache));
      if (!isCurrent()) return;
      const loaded = await this.#post("load", text);
      if (!isCurrent()) return;
      if (loaded.tree !== tree) throw new Error(`its file has the tree '${loaded.tree}'`);
      this.#trees.loaded(tree, carried, text);
    } catch (fault) {
      if (!isCurrent()) return;
      // The engine runs: other trees, and those of other pages, still work.
      this.#trees.failed(tree);
      console.warn(`decision-tree: the tree '${tree}' could not be loaded: ${fault}`);
    }
    this.dispatchEvent(new Event("change"));
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
      const call = { method, payload, resolve, reject };
      if (this.#connection) this.#connection.ask(call);
      else if (this.state === "ready") this.#startAgain([call], true);
      else reject(new Error("the engine is not running"));
    });
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "failed") this.#fail(message.reason);
    if (message.type === "ready") {
      this.restored = message.restored;
      // If the server has another build than this page, instant navigation must load the next page as a whole.
      if (atHome) document.documentElement.toggleAttribute("data-outdated", message.build !== manifest.build);
      this.#becomeReady();
    }
    if (message.type === "progress") {
      this.progress = Math.min(1, message.done / message.total);
      this.dispatchEvent(new Event("progress"));
    }
  }

  /**
   * Starts a new worker if that can help. A call that has ended two workers is not passed to a third.
   * @param {string} reason
   */
  #fail(reason) {
    const { restoring = false, starting = true } = this.#connection ?? {};
    const asked = this.#disconnect();
    if (restoring) {
      console.info(`decision-tree: starting without the snapshot of an earlier visit: ${reason}`);
      this.#startAgain(asked, false);
      refuseSnapshot();
    } else if (starting || asked.some(({ again }) => again)) {
      this.#giveUp(reason, asked);
    } else {
      console.info(`decision-tree: the engine ended, and starts again for the next answer: ${reason}`);
      if (asked.length > 0) this.#startAgain(asked, true);
    }
  }

  /**
   * Passes the trees and open calls to a new worker.
   * @param {Call[]} asked
   * @param {boolean} snapshots as for `#connect`
   */
  #startAgain(asked, snapshots) {
    this.#connect(snapshots);
    this.#slow.begin(TOLD_AFTER);
    for (const text of this.#trees.texts) this.#post("load", text).catch(() => {}); // its calls fail, too
    for (const call of asked) this.#connection?.ask({ ...call, again: true });
  }

  /**
   * @param {string} reason
   * @param {Call[]} asked the calls without an answer
   */
  #giveUp(reason, asked = this.#disconnect()) {
    this.#slow.end();
    this.reason = reason;
    this.#enter("failed");
    for (const call of asked) call.reject(new Error(reason));
    console.warn(`decision-tree: the engine could not run: ${reason}`);
  }

  /** @returns {Call[]} the calls that the worker had not answered */
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

/** Has the next visit start without the snapshot that this one could not start from. */
async function refuseSnapshot() {
  const { refuse } = await import("./snapshots.mjs");
  await refuse(folder, manifest.build);
}

/** The only engine of the page. Modules are evaluated once, so it outlives instant navigation. */
export const engine = new EngineClient();
