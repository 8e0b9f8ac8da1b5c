// The engine's worker: runs the engine in Pyodide, and answers calls of its only entry point, the door.
//
// The build puts Pyodide's own scripts into it, so that one digest holds for all that the worker runs.
import { loadPyodide } from "fingerpost-pyodide";
import { MixedBuilds, manifestOfServer } from "./checked-files.mjs";
import { EngineFiles } from "./engine-files.mjs";
import { serveFiles } from "./pyodide-patches.mjs";
import { restore, store } from "./snapshots.mjs";

/** @typedef {import("./messages.mjs").Call} Call */
/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {import("./messages.mjs").Manifest} Manifest */
/** @typedef {(method: string, payload: string) => string} Door */

/** The scripts that the page has fetched by the time the worker starts, or fetches meanwhile. */
const BESIDE = ["engine-worker.mjs", "with-engine.mjs"];
/** Python imports from a wheel without unpacking it, since a wheel is a zip file. */
const ENGINE = "/lib/fingerpost.whl";
/** Delay before the snapshot is stored, in milliseconds, so that the first answers come first. */
const STORE_AFTER = 500;

/** The number of known calls that check a snapshot: the tree, the first question and a result. */
const ASKED_AGAIN = 3;

/** @param {FromWorker} message */
const send = (message) => self.postMessage(message);

/**
 * Starts Python with the files of one build.
 * @param {string} folder their address
 * @param {Manifest} manifest
 * @param {boolean} snapshots whether to start from a snapshot, and to make one
 * @param {RequestCache} cache
 * @returns {Promise<Door>}
 */
async function boot(folder, manifest, snapshots, cache) {
  const files = new EngineFiles(folder, manifest, cache, (done, total) => send({ type: "progress", done, total }));
  files.arrived(...BESIDE);
  const compiled = files.compiled("pyodide.asm.wasm");
  compiled.catch(() => {}); // reported where it is awaited
  const [library, engine, known, stored] = await Promise.all([
    files.bytes("python_stdlib.zip"),
    files.bytes(manifest.wheel),
    files.bytes("known-answer.json"),
    snapshots ? restore(folder, manifest.build) : "refused",
  ]);
  serveFiles(library, compiled);
  const memory = typeof stored === "string" ? undefined : stored;
  if (memory) send({ type: "restoring" });
  const [python] = await Promise.all([
    loadPyodide({
      indexURL: folder,
      packageBaseUrl: folder,
      lockFileContents: /** @type {any} */ (manifest.packages),
      // The same for every reader, so that the snapshot contains nothing about the browser.
      env: { HOME: "/home/pyodide", LANG: "en_GB.UTF-8" },
      _makeSnapshot: stored === "none",
      _loadSnapshot: memory,
    }),
    compiled, // if this fails, Pyodide waits for ever
  ]);
  python.FS.writeFile(ENGINE, new Uint8Array(engine));
  if (!memory) python.pyimport("sys").path.append(ENGINE);
  const { call } = python.pyimport("fingerpost.door");
  if (!proven(call, JSON.parse(new TextDecoder().decode(known)), memory ? ASKED_AGAIN : undefined)) {
    throw memory ? new Error("the engine's snapshot gave a wrong answer") : new MixedBuilds("the known answer");
  }
  if (stored === "none") {
    // Taken now rather than when the page is idle: nothing about the reader has reached Python yet.
    const made = /** @type {Uint8Array<ArrayBuffer>} */ (python.makeMemorySnapshot());
    setTimeout(() => store(folder, manifest.build, made), STORE_AFTER);
  }
  send({ type: "ready", build: manifest.build, restored: memory !== undefined });
  return call;
}

/**
 * Repeats calls of the build, and compares the answers, before any reader's call.
 * @param {Door} call
 * @param {{ calls: [string, string][], answers: string[] }} known
 * @param {number} [limit] how many of the calls to make; all by default
 * @returns {boolean} whether the answers are the same
 */
function proven(call, { calls, answers }, limit) {
  return calls.slice(0, limit).every(([method, payload], index) => call(method, payload) === answers[index]);
}

/** @param {import("./messages.mjs").Start} start */
async function start({ folder = ownFolder(), manifest, snapshots }) {
  try {
    return await boot(folder, manifest, snapshots, "default");
  } catch (fault) {
    if (!(fault instanceof MixedBuilds)) throw fault;
    // A new build was published while the files were being fetched, or a cache held a file of an earlier one.
    console.info(`decision-tree: files of two builds met (${fault.message}); asking the server again`);
    return await boot(folder, await manifestOfServer(folder), false, "reload");
  }
}

/** The folder of this script if it has an address of its own, as for a page of an earlier version. */
const ownFolder = () => new URL("./", import.meta.url).href;

/** @type {Promise<Door> | undefined} */
let door;

self.addEventListener("message", async (event) => {
  /** @type {import("./messages.mjs").Start | Call} */
  const message = event.data;
  try {
    if (message.type === "start") {
      door = start(message);
      await door;
    } else {
      const call = await door;
      if (call) send({ type: "answer", id: message.id, result: call(message.method, message.payload) });
    }
  } catch (fault) {
    send({ type: "failed", reason: String(/** @type {any} */ (fault)?.message ?? fault) });
  }
});
