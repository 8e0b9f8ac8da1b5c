// The connection to one worker with the engine: its open calls, and a limit to its silence.
import { manifest } from "fingerpost-manifest";

/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {{ method: string, payload: string, resolve: (result: any) => void, reject: (fault: Error) => void }} Call */

/** The longest silence of a worker with work to do, in milliseconds. Pyodide's start can hang without an error. */
const SILENCE_LIMIT = 20_000;

/** The same during a start from a snapshot, which takes a fraction of a second if it works. */
const RESTORE_LIMIT = 10_000;

export class WorkerConnection {
  /** True until the start is complete, including everything that is fetched beside the worker. */
  starting = true;
  /** True while it is starting from the snapshot of an earlier visit. */
  restoring = false;

  #worker;
  #report;
  /** The calls that have no answer yet. @type {Map<number, Call>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;

  /**
   * @param {string} script the address of the worker's script
   * @param {boolean} snapshots whether the worker may start from a snapshot, and make one
   * @param {(message: FromWorker) => void} report called with every message but answers; silence counts as a failure
   */
  constructor(script, snapshots, report) {
    this.#worker = new Worker(script, { type: "module" });
    this.#report = report;
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", ({ message }) => this.#fail(message || "the worker did not load"));
    this.#worker.postMessage({ type: "start", manifest, snapshots });
    this.#watch();
  }

  /** Notes that the start is complete: from now on, the watchdog runs only during calls. */
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

  /** Restarts the watchdog while the worker has work to do, and stops it otherwise. */
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
