// The engine's memory as it is once it has started, kept in this browser for the next visit.
//
// It is taken before the engine has heard anything of the reader, so it holds no answers. Whatever is doubtful about
// it is thrown away: a start without it only takes longer.
import { digestOf } from "./engine-files.mjs";
import { pack, unpack } from "./sparse-memory.mjs";

const CACHE = "fingerpost-engine-memory";
const LENGTH = "X-Length";
const DIGEST = "X-Digest";

/** Kept in the place of a memory that could not be started from, so that it is not tried at every visit. */
const REFUSED = "refused";

/**
 * The page's folder is part of the address: several sites can share one origin.
 * @param {string} build
 */
const addressOf = (build) => new URL(`memory/${build}`, import.meta.url).href;

/** @returns {Promise<Cache | undefined>} undefined where the browser keeps nothing for this site */
async function open() {
  try {
    return await globalThis.caches?.open(CACHE);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} build
 * @returns {Promise<Uint8Array | "none" | "refused">} "refused": make none for this build
 */
export async function recall(build) {
  try {
    const cache = await open();
    if (!cache) return REFUSED;
    const kept = await cache.match(addressOf(build));
    if (!kept) return "none";
    if (kept.headers.get(LENGTH) === REFUSED) return REFUSED;
    const packed = await kept.arrayBuffer();
    const whole = kept.headers.get(LENGTH) === `${packed.byteLength}`;
    const memory = whole && kept.headers.get(DIGEST) === (await digestOf(packed)) && unpack(packed);
    if (memory) return memory;
    await cache.delete(addressOf(build));
    return "none";
  } catch (fault) {
    console.warn(`decision-tree: what was kept of the engine could not be read: ${fault}`);
    return REFUSED;
  }
}

/**
 * Keeps the memory, and forgets those of other builds.
 * @param {string} build
 * @param {Uint8Array<ArrayBuffer>} memory
 */
export async function keep(build, memory) {
  const packed = pack(memory);
  const digest = await digestOf(packed, REFUSED);
  if (digest === REFUSED) return;
  await put(build, packed, { [LENGTH]: `${packed.length}`, [DIGEST]: digest });
}

/**
 * Remembers that this browser can't start from a kept memory of this build.
 * @param {string} build
 */
export async function refuse(build) {
  await put(build, new Uint8Array(), { [LENGTH]: REFUSED });
}

/**
 * @param {string} build
 * @param {Uint8Array<ArrayBuffer>} packed
 * @param {Record<string, string>} headers
 */
async function put(build, packed, headers) {
  try {
    const cache = await open();
    if (!cache) return;
    const ours = new URL("memory/", import.meta.url).href;
    for (const { url } of await cache.keys()) {
      if (url.startsWith(ours) && url !== addressOf(build)) await cache.delete(url);
    }
    await cache.put(addressOf(build), new Response(packed, { headers }));
  } catch (fault) {
    console.info(`decision-tree: the engine's start is not kept for the next visit: ${fault}`);
  }
}
