// The engine's worker: Pyodide with the engine inside, answering calls of its one door.
import { EngineFiles, MixedBuilds, manifestOfServer } from "./engine-files.mjs";
import { serveFiles } from "./pyodide-patches.mjs";
import { keep, recall } from "./snapshots.mjs";

/** @typedef {import("./messages.mjs").Call} Call */
/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {import("./messages.mjs").Manifest} Manifest */
/** @typedef {(method: string, payload: string) => string} Door */

const folder = new URL("./", import.meta.url);
/** Python imports from a wheel as it is, since a wheel is a zip file. */
const ENGINE = "/lib/fingerpost.whl";
/** How long storing the snapshot waits for the first answers, in milliseconds. */
const KEEP_AFTER = 500;

/** How many of the known calls a snapshot is asked again: the tree, the first question and a result. */
const ASKED_AGAIN = 3;

/** @param {FromWorker} message */
const tell = (message) => self.postMessage(message);

/**
 * Starts Python with the files of one build.
 * @param {Manifest} manifest
 * @param {boolean} snapshots whether to start from a snapshot, and to make one
 * @param {RequestCache} cache
 * @returns {Promise<Door>}
 */
async function boot(manifest, snapshots, cache) {
  const files = new EngineFiles(manifest, cache, (done, total) => tell({ type: "progress", done, total }));
  const compiled = files.response("pyodide.asm.wasm").then(compile);
  compiled.catch(() => {}); // reported where it is awaited
  const [{ loadPyodide }, , library, engine, known, kept] = await Promise.all([
    files.module("pyodide.mjs"),
    files.module("pyodide.asm.js"),
    files.bytes("python_stdlib.zip"),
    files.bytes(manifest.wheel),
    files.bytes("known-answer.json"),
    snapshots ? recall(manifest.build) : "refused",
  ]);
  serveFiles(library, compiled);
  const memory = typeof kept === "string" ? undefined : kept;
  if (memory) tell({ type: "restoring" });
  const [python] = await Promise.all([
    loadPyodide({
      indexURL: folder.href,
      packageBaseUrl: folder.href,
      lockFileContents: manifest.packages,
      // The same for every reader: nothing about the browser gets into the snapshot.
      env: { HOME: "/home/pyodide", LANG: "en_GB.UTF-8" },
      _makeSnapshot: kept === "none",
      _loadSnapshot: memory,
    }),
    compiled, // Pyodide waits for ever when this fails
  ]);
  python.FS.writeFile(ENGINE, new Uint8Array(engine));
  const sys = python.pyimport("sys");
  // A snapshot has the state of the random numbers, too.
  if (memory) sys.modules.get("random")?.seed();
  else sys.path.append(ENGINE);
  const { call } = python.pyimport("fingerpost.door");
  if (!proven(call, JSON.parse(new TextDecoder().decode(known)), memory ? ASKED_AGAIN : undefined)) {
    throw memory ? new Error("a kept memory gave a wrong answer") : new MixedBuilds("the known answer");
  }
  if (kept === "none") {
    // Now, and not when there is time: nothing of the reader has reached Python yet.
    const made = python.makeMemorySnapshot();
    setTimeout(() => keep(manifest.build, made), KEEP_AFTER);
  }
  tell({ type: "ready", build: manifest.build, restored: memory !== undefined });
  return call;
}

/**
 * Compiles while the bytes arrive, except from a host that does not know WebAssembly's type.
 * @param {Response} response
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(response) {
  const known = response.headers.get("Content-Type") === "application/wasm";
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Asks what the build has asked, before any reader does.
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
    // The site was published anew while it was being fetched, or a cache held a file of an earlier build.
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
      if (call) tell({ type: "answer", id: message.id, result: call(message.method, message.payload) });
    }
  } catch (fault) {
    tell({ type: "failed", reason: String(/** @type {any} */ (fault)?.message ?? fault) });
  }
});
