// The connection to one worker with the engine: its open calls, and a limit to its silence.
import { Silence } from "./silence.mjs";
import { folder, workerScript } from "./worker-script.mjs";

/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {import("./worker-script.mjs").WorkerScript} WorkerScript */

/**
 * again: an earlier worker has been asked, and ended without an answer.
 * @typedef {{ method: string, payload: string, resolve: (result: any) => void, reject: (fault: Error) => void,
 *   again?: boolean }} Call
 */

/** The longest silence of a worker that starts, in milliseconds. Pyodide's start can hang without an error. */
const START_LIMIT = 20_000;

/** The same during a start from a snapshot, which takes a fraction of a second if it works. */
const RESTORE_LIMIT = 10_000;

/** The same before an answer, which takes a few milliseconds. Browsers do not tell that a worker has ended. */
const ANSWER_LIMIT = 2_000;

/** The same if an earlier worker has been asked in vain: it may only have been slow. */
const SECOND_LIMIT = 4_000;

/** The limit in use: longer where a second worker was slow, too. */
let answerLimit = ANSWER_LIMIT;

/** What even a slow worker reads of a call, in characters per millisecond. Trees and records can be large. */
const READS = 25;

/** The number of the last call, of whichever worker. */
let lastId = 0;

export class WorkerConnection {
  /** True until the start is complete, including everything that is fetched beside the worker. */
  starting = true;
  /** True while it is starting from the snapshot of an earlier visit. */
  restoring = false;

  /** @type {Worker | undefined} */
  #worker;
  #report;
  /** The calls that have no answer yet. @type {Map<number, Call>} */
  #waiting = new Map();
  #silence = new Silence(() => this.#fail("no sign of life"));
  /** The time of the last sign of life, on the clock that never jumps. */
  #lastSign = 0;

  /**
   * @param {boolean} snapshots whether the worker may start from a snapshot, and make one
   * @param {(message: FromWorker) => void} report called with every message but answers; silence counts as a failure
   */
  constructor(snapshots, report) {
    this.#report = report;
    this.#watch();
    this.#open(snapshots).catch((fault) => this.#fail(String(fault)));
  }

  /** @param {boolean} snapshots */
  async #open(snapshots) {
    const script = await workerScript();
    try {
      this.#start(script, snapshots, script.blob);
    } catch {
      this.#startFromAddress(script, snapshots);
    }
  }

  /**
   * @param {WorkerScript} script
   * @param {boolean} snapshots
   * @param {string} address the `blob:` address of the script, or its own: an earlier version's policy, which a cache
   *   may have, allows no other
   */
  #start(script, snapshots, address) {
    if (!this.starting) return; // ended meanwhile
    const worker = new Worker(address, { type: "module" });
    const isOwn = address === script.address;
    let spoke = false;
    worker.addEventListener("message", ({ data }) => {
      spoke = true;
      this.#hear(data);
    });
    worker.addEventListener("error", ({ message }) => {
      if (isOwn || spoke) this.#fail(message || "the worker did not load");
      else this.#startFromAddress(script, snapshots);
    });
    worker.postMessage({ type: "start", folder, manifest: script.manifest, snapshots });
    this.#worker = worker;
    for (const [id, call] of this.#waiting) this.#post(id, call);
  }

  /** @param {WorkerScript} script @param {boolean} snapshots */
  #startFromAddress(script, snapshots) {
    try {
      this.#start(script, snapshots, script.address);
    } catch (fault) {
      this.#fail(String(fault)); // on a page of another origin, for one
    }
  }

  /** Notes that the start is complete: from now on, silence counts only during calls. */
  started() {
    this.starting = false;
    this.#watch();
  }

  /** @param {Call} call */
  ask(call) {
    const id = ++lastId;
    this.#waiting.set(id, call);
    this.#post(id, call);
    this.#watch();
  }

  /** Ends the worker. @returns {Call[]} the calls that it has not answered */
  end() {
    this.#report = () => {};
    this.#worker?.terminate();
    this.#worker = undefined;
    const asked = [...this.#waiting.values()];
    this.#waiting.clear();
    this.started();
    return asked;
  }

  /** @param {number} id @param {Call} call */
  #post(id, { method, payload }) {
    this.#worker?.postMessage({ type: "call", id, method, payload });
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
    // It took as long as with the worker before, which had not ended.
    if (call?.again && performance.now() - this.#lastSign > ANSWER_LIMIT) answerLimit = SECOND_LIMIT;
    if (result.error) call?.reject(new Error(`${result.error.code}: ${result.error.message}`));
    else call?.resolve(result);
  }

  /** Waits anew while the worker has work to do, and not otherwise. */
  #watch() {
    this.#lastSign = performance.now();
    const calls = [...this.#waiting.values()];
    if (this.restoring) this.#silence.begin(RESTORE_LIMIT);
    else if (this.starting) this.#silence.begin(START_LIMIT);
    else if (calls.length === 0) this.#silence.end();
    else {
      const limit = calls.some(({ again }) => again) ? SECOND_LIMIT : answerLimit;
      this.#silence.begin(calls.reduce((sum, { payload }) => sum + payload.length / READS, limit));
    }
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#report({ type: "failed", reason });
  }
}
