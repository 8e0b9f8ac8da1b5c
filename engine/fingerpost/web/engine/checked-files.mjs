// Fetches files of the engine, each checked against the digest that the build gave it.

import { digestOf } from "./digest.mjs";

/** @typedef {import("./messages.mjs").Manifest} Manifest */

// The browser's own: pyodide-patches.mjs replaces it for Pyodide.
const fetch = globalThis.fetch.bind(globalThis);

/** Raised if a file is not of the build that asks for it: of another one, or damaged on the way. */
export class MixedBuilds extends Error {}

/**
 * Returns what the build says about a file.
 * @param {Manifest} manifest
 * @param {string} name
 */
export function factsOf(manifest, name) {
  const facts = manifest.files[name];
  if (!facts) throw new MixedBuilds(name);
  return facts;
}

/**
 * Asks for a file of a build. Its digest is part of the address, so that the browser's cache cannot return a file of
 * another build.
 * @param {string} folder the address of the engine's files
 * @param {Manifest} manifest
 * @param {string} name
 * @param {RequestCache} cache `reload` bypasses the browser's cache
 * @returns {Promise<Response>}
 */
export function request(folder, manifest, name, cache) {
  return fetched(name, `${folder}${name}?${factsOf(manifest, name).sha256.slice(0, 12)}`, cache);
}

/**
 * Waits for the whole of a file.
 * @param {Response} response
 * @param {Manifest} manifest
 * @param {string} name
 * @returns {Promise<ArrayBuffer>} rejected with `MixedBuilds` if it is not the file of this build
 */
export async function checked(response, manifest, name) {
  const content = await response.arrayBuffer();
  const { bytes, sha256 } = factsOf(manifest, name);
  if (content.byteLength !== bytes || (await digestOf(content, sha256)) !== sha256) throw new MixedBuilds(name);
  return content;
}

/**
 * @param {string} folder the address of the engine's files
 * @returns {Promise<Manifest>} the manifest that the server has now, past any cache
 */
export async function manifestOfServer(folder) {
  return (await fetched("manifest.json", `${folder}manifest.json`, "reload")).json();
}

/**
 * @param {string} name
 * @param {string} address
 * @param {RequestCache} cache
 */
async function fetched(name, address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}
