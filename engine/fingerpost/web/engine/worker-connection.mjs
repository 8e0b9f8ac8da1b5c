// One worker with the engine: what it has been asked, and how long it may be silent.
import { manifest } from "fingerpost-manifest";

/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {{ method: string, payload: string, resolve: (result: any) => void, reject: (fault: Error) => void }} Call */

/** Longest silence of a worker that owes something, in milliseconds. Pyodide's start can hang without an error. */
const SILENCE_LIMIT = 20_000;

/** The same while it starts from a snapshot, which takes a fraction of a second where it works. */
const RESTORE_LIMIT = 10_000;

export class WorkerConnection {
  /** Whether its start is still awaited, with all that comes beside it. */
  starting = true;
  /** Whether it is starting from the snapshot of an earlier visit. */
  restoring = false;

  #worker = new Worker(new URL(`./engine-worker.mjs?${manifest.build}`, import.meta.url), { type: "module" });
  #report;
  /** Calls without an answer so far. @type {Map<number, Call>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;

  /**
   * @param {boolean} snapshots whether the worker may start from a snapshot, and make one
   * @param {(message: FromWorker) => void} report hears all that is no answer to a call, and of silence as a failure
   */
  constructor(snapshots, report) {
    this.#report = report;
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", ({ message }) => this.#fail(message || "the worker did not load"));
    this.#worker.postMessage({ type: "start", manifest, snapshots });
    this.#watch();
  }

  /** The start is complete: from now on only calls are owed. */
  started() {
    this.starting = false;
    this.#watch();
  }

  /** @param {Call} call */
  ask(call) {
    const id = ++this.#lastId;
    this.#waiting.set(id, call);
    this.#worker.postMessage({ type: "call", id, method: call.method, payload: call.payload });
    this.#watch();
  }

  /** Ends the worker. @returns {Call[]} the calls that it has not answered */
  end() {
    this.#worker.terminate();
    const asked = [...this.#waiting.values()];
    this.#waiting.clear();
    this.started();
    return asked;
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "restoring") this.restoring = true;
    if (message.type === "ready") this.restoring = false;
    if (message.type === "answer") this.#answer(message.id, JSON.parse(message.result));
    this.#watch();
    if (message.type !== "answer") this.#report(message);
  }

  /** @param {number} id @param {any} result */
  #answer(id, result) {
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (result.error) call?.reject(new Error(`${result.error.code}: ${result.error.message}`));
    else call?.resolve(result);
  }

  /** Restarts the watchdog while the worker owes something, and stops it otherwise. */
  #watch() {
    clearTimeout(this.#watchdog);
    if (!this.starting && this.#waiting.size === 0) return;
    this.#watchdog = setTimeout(() => this.#fail("no sign of life"), this.restoring ? RESTORE_LIMIT : SILENCE_LIMIT);
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#report({ type: "failed", reason });
  }
}
