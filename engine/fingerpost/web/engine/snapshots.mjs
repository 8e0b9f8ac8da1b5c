// Stores a snapshot of the engine's memory after its start in this browser, for the next visit.
//
// It is taken before anything about the reader has reached the engine, so it contains no answers. On any doubt it is
// discarded: a start without it only takes longer.
import { digestOf } from "./digest.mjs";
import { pack, unpack } from "./sparse-memory.mjs";

const CACHE = "fingerpost-engine-memory";
const LENGTH = "X-Length";
const DIGEST = "X-Digest";

/** Stored in place of a snapshot that the engine could not start from, so that it is not tried at every visit. */
const REFUSED = "refused";

/**
 * Returns the snapshot's address in the cache. The folder is part of it, because several sites can share one origin.
 * @param {string} folder the address of the engine's files
 * @param {string} build
 */
const addressOf = (folder, build) => `${folder}memory/${build}`;

/** @returns {Promise<Cache | undefined>} undefined if the browser stores nothing for this site */
async function open() {
  try {
    return await globalThis.caches?.open(CACHE);
  } catch {
    return undefined;
  }
}

/**
 * Returns the stored snapshot of a build.
 * @param {string} folder
 * @param {string} build
 * @returns {Promise<Uint8Array | "none" | "refused">} "refused": make none for this build
 */
export async function restore(folder, build) {
  try {
    const cache = await open();
    if (!cache) return REFUSED;
    const stored = await cache.match(addressOf(folder, build));
    if (!stored) return "none";
    if (stored.headers.get(LENGTH) === REFUSED) return REFUSED;
    const packed = await stored.arrayBuffer();
    const whole = stored.headers.get(LENGTH) === `${packed.byteLength}`;
    const memory = whole && stored.headers.get(DIGEST) === (await digestOf(packed)) && unpack(packed);
    if (memory) return memory;
    await cache.delete(addressOf(folder, build));
    return "none";
  } catch (fault) {
    console.warn(`decision-tree: the engine's snapshot could not be read: ${fault}`);
    return REFUSED;
  }
}

/**
 * Stores a snapshot, and deletes those of other builds.
 * @param {string} folder
 * @param {string} build
 * @param {Uint8Array<ArrayBuffer>} memory
 */
export async function store(folder, build, memory) {
  const packed = pack(memory);
  const digest = await digestOf(packed, REFUSED);
  if (digest === REFUSED) return;
  await put(folder, build, packed, { [LENGTH]: `${packed.length}`, [DIGEST]: digest });
}

/**
 * Records that this browser can't start from a snapshot of this build.
 * @param {string} folder
 * @param {string} build
 */
export async function refuse(folder, build) {
  await put(folder, build, new Uint8Array(), { [LENGTH]: REFUSED });
}

/**
 * @param {string} folder
 * @param {string} build
 * @param {Uint8Array<ArrayBuffer>} packed
 * @param {Record<string, string>} headers
 */
async function put(folder, build, packed, headers) {
  try {
    const cache = await open();
    if (!cache) return;
    const ours = addressOf(folder, "");
    for (const { url } of await cache.keys()) {
      if (url.startsWith(ours) && url !== addressOf(folder, build)) await cache.delete(url);
    }
    await cache.put(addressOf(folder, build), new Response(packed, { headers }));
  } catch (fault) {
    console.info(`decision-tree: the engine's snapshot is not stored for the next visit: ${fault}`);
  }
}
