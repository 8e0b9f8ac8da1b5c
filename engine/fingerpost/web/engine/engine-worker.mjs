// The engine's worker: runs the engine in Pyodide, and answers calls of its only entry point, the door.
import { EngineFiles, MixedBuilds, manifestOfServer } from "./engine-files.mjs";
import { serveFiles } from "./pyodide-patches.mjs";
import { restore, store } from "./snapshots.mjs";

/** @typedef {import("./messages.mjs").Call} Call */
/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {import("./messages.mjs").Manifest} Manifest */
/** @typedef {(method: string, payload: string) => string} Door */

const folder = new URL("./", import.meta.url);
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
 * @param {Manifest} manifest
 * @param {boolean} snapshots whether to start from a snapshot, and to make one
 * @param {RequestCache} cache
 * @returns {Promise<Door>}
 */
async function boot(manifest, snapshots, cache) {
  const files = new EngineFiles(manifest, cache, (done, total) => send({ type: "progress", done, total }));
  const compiled = files.response("pyodide.asm.wasm").then(compile);
  compiled.catch(() => {}); // reported where it is awaited
  const [{ loadPyodide }, , library, engine, known, stored] = await Promise.all([
    files.module("pyodide.mjs"),
    files.module("pyodide.asm.js"),
    files.bytes("python_stdlib.zip"),
    files.bytes(manifest.wheel),
    files.bytes("known-answer.json"),
    snapshots ? restore(manifest.build) : "refused",
  ]);
  serveFiles(library, compiled);
  const memory = typeof stored === "string" ? undefined : stored;
  if (memory) send({ type: "restoring" });
  const [python] = await Promise.all([
    loadPyodide({
      indexURL: folder.href,
      packageBaseUrl: folder.href,
      lockFileContents: manifest.packages,
      // The same for every reader, so that the snapshot contains nothing about the browser.
      env: { HOME: "/home/pyodide", LANG: "en_GB.UTF-8" },
      _makeSnapshot: stored === "none",
      _loadSnapshot: memory,
    }),
    compiled, // if this fails, Pyodide waits for ever
  ]);
  python.FS.writeFile(ENGINE, new Uint8Array(engine));
  const sys = python.pyimport("sys");
  // A snapshot also contains the state of the random numbers.
  if (memory) sys.modules.get("random")?.seed();
  else sys.path.append(ENGINE);
  const { call } = python.pyimport("fingerpost.door");
  if (!proven(call, JSON.parse(new TextDecoder().decode(known)), memory ? ASKED_AGAIN : undefined)) {
    throw memory ? new Error("the engine's snapshot gave a wrong answer") : new MixedBuilds("the known answer");
  }
  if (stored === "none") {
    // Taken now rather than when the page is idle: nothing about the reader has reached Python yet.
    const made = python.makeMemorySnapshot();
    setTimeout(() => store(manifest.build, made), STORE_AFTER);
  }
  send({ type: "ready", build: manifest.build, restored: memory !== undefined });
  return call;
}

/**
 * Compiles while the bytes arrive, unless the host does not know WebAssembly's type.
 * @param {Response} response
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(response) {
  const known = response.headers.get("Content-Type") === "application/wasm";
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
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
async function start({ manifest, snapshots }) {
  try {
    return await boot(manifest, snapshots, "default");
  } catch (fault) {
    if (!(fault instanceof MixedBuilds)) throw fault;
    // A new build was published while the files were being fetched, or a cache held a file of an earlier one.
    console.info(`decision-tree: files of two builds met (${fault.message}); asking the server again`);
    return await boot(await manifestOfServer(), false, "reload");
  }
}

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
