// The engine's worker: Pyodide with the wheel inside, answering calls of its one door.
import { loadPyodide } from "./pyodide.mjs";

/** @typedef {import("./messages.mjs").FromWorker} FromWorker */
/** @typedef {{ files: Record<string, { bytes: number }>, wheel: string }} Manifest */

const folder = new URL("./", import.meta.url);

/** @param {FromWorker} message */
const tell = (message) => self.postMessage(message);

/**
 * Counts the bytes of every file that Pyodide fetches, so that the page can show real progress.
 * @param {Manifest} manifest
 */
function reportProgress(manifest) {
  const plainFetch = self.fetch;
  const total = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  self.fetch = async (...request) => {
    const response = await plainFetch(...request);
    if (!response.ok || !response.body) return response;
    const counter = new TransformStream({
      transform(chunk, controller) {
        done += chunk.byteLength;
        tell({ type: "progress", done, total });
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), response);
  };
}

/**
 * @param {string} name
 * @returns {Promise<Response>}
 */
async function fetchFile(name) {
  const response = await fetch(new URL(name, folder));
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}

/** @returns {Promise<(method: string, payload: string) => string>} */
async function boot() {
  /** @type {Manifest} */
  const manifest = await (await fetchFile("manifest.json")).json();
  reportProgress(manifest);
  const wheel = fetchFile(manifest.wheel).then((response) => response.arrayBuffer());
  wheel.catch(() => {}); // reported where it is awaited
  const pyodide = await loadPyodide({ indexURL: folder.href });
  pyodide.unpackArchive(await wheel, "wheel");
  return pyodide.pyimport("fingerpost.browser").call;
}

const door = boot();
door.then(
  () => tell({ type: "ready" }),
  (fault) => tell({ type: "failed", reason: String(fault?.message ?? fault) }),
);

self.addEventListener("message", async (event) => {
  /** @type {import("./messages.mjs").Call} */
  const { id, method, payload } = event.data;
  try {
    tell({ type: "answer", id, result: (await door)(method, payload) });
  } catch (fault) {
    tell({ type: "failed", reason: String(fault) });
  }
});
