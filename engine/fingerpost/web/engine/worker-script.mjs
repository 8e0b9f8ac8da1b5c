// The script of the engine's worker: fetched once for the whole visit, and checked before any of it runs.
//
// Workers start from a `blob:` address. Their policy is that of the page, whatever the host sends with its files.
import { manifest } from "fingerpost-manifest";
import { checked, MixedBuilds, manifestOfServer, request } from "./checked-files.mjs";

/** @typedef {import("./messages.mjs").Manifest} Manifest */

/** The address of the engine's files. */
export const folder = new URL("./", import.meta.url).href;

const NAME = "engine-worker.mjs";

/**
 * blob: the address of the script as it was fetched; address: its own; manifest: that of its build.
 * @typedef {{ blob: string, address: string, manifest: Manifest }} WorkerScript
 */

/** @type {Promise<WorkerScript> | undefined} */
let script;

/** @returns {Promise<WorkerScript>} rejected if the server does not send the script of one build */
export function workerScript() {
  script ??= fetchScript(manifest, "default").catch((fault) => {
    if (!(fault instanceof MixedBuilds)) throw fault;
    // A new build was published after the page was fetched, or a cache held the script of an earlier one.
    console.info(`decision-tree: ${NAME} is not of this page's build; asking the server again`);
    return manifestOfServer(folder).then((current) => fetchScript(current, "reload"));
  });
  script.catch(() => {
    script = undefined;
  });
  return script;
}

/**
 * @param {Manifest} build
 * @param {RequestCache} cache
 * @returns {Promise<WorkerScript>}
 */
async function fetchScript(build, cache) {
  const response = await request(folder, build, NAME, cache);
  const { url } = response;
  const content = await checked(response, build, NAME);
  return { blob: URL.createObjectURL(new Blob([content], { type: "text/javascript" })), address: url, manifest: build };
}
