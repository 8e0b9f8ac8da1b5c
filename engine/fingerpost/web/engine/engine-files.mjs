// Fetches the engine's files for the worker: all at once, counted, and checked against the digests of the build.

import { digestOf } from "./digest.mjs";

/** @typedef {import("./messages.mjs").Manifest} Manifest */

const folder = new URL("./", import.meta.url);
// The browser's own: pyodide-patches.mjs replaces it for Pyodide.
const fetch = self.fetch.bind(self);

/** Raised when the server returns a file of another build. */
export class MixedBuilds extends Error {}

/** The step in which progress is reported, as a share of all bytes. */
const STEP = 0.02;

export class EngineFiles {
  /** @type {Manifest} */
  #manifest;
  /** @type {RequestCache} */
  #cache;
  #count;

  /**
   * @param {Manifest} manifest
   * @param {RequestCache} cache `reload` bypasses the browser's cache
   * @param {(done: number, total: number) => void} report called with the number of bytes that have arrived
   */
  constructor(manifest, cache, report) {
    this.#manifest = manifest;
    this.#cache = cache;
    const sizes = Object.values(manifest.files).map(({ bytes }) => bytes);
    this.#count = counter(
      sizes.reduce((total, bytes) => total + bytes, 0),
      report,
    );
  }

  /**
   * Returns an address with the file's digest, so that the browser's cache cannot return a file of another build.
   * @param {string} name
   */
  #address(name) {
    return new URL(`${name}?${this.#facts(name).sha256.slice(0, 12)}`, folder).href;
  }

  /** @param {string} name */
  #facts(name) {
    const facts = this.#manifest.files[name];
    if (!facts) throw new MixedBuilds(name);
    return facts;
  }

  /** @param {string} name */
  #fetch(name) {
    return fetched(name, this.#address(name), this.#cache);
  }

  /**
   * @param {string} name
   * @returns {Promise<Response>} a response whose bytes are counted as they arrive
   */
  async response(name) {
    const response = await this.#fetch(name);
    if (!response.body) return response;
    const counted = new TransformStream({
      transform: (chunk, controller) => {
        this.#count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counted), response);
  }

  /**
   * @param {string} name
   * @returns {Promise<ArrayBuffer>} the file, checked against its digest
   */
  async bytes(name) {
    const content = await (await this.#fetch(name)).arrayBuffer();
    const { bytes, sha256 } = this.#facts(name);
    this.#count(bytes);
    if (content.byteLength !== bytes || (await digestOf(content, sha256)) !== sha256) throw new MixedBuilds(name);
    return content;
  }

  /**
   * @param {string} name
   * @returns {Promise<any>} the module
   */
  async module(name) {
    const module = await import(this.#address(name));
    this.#count(this.#facts(name).bytes);
    return module;
  }
}

/**
 * @param {number} total
 * @param {(done: number, total: number) => void} report
 * @returns {(bytes: number) => void} a function that counts arriving bytes, and reports them step by step
 */
function counter(total, report) {
  let done = 0;
  let reported = 0;
  return (bytes) => {
    done += bytes;
    if (done < total && done < reported + total * STEP) return;
    reported = done;
    report(done, total);
  };
}

/** @returns {Promise<Manifest>} the manifest that the server has now, past any cache */
export async function manifestOfServer() {
  return (await fetched("manifest.json", new URL("manifest.json", folder), "reload")).json();
}

/**
 * @param {string} name
 * @param {string | URL} address
 * @param {RequestCache} cache
 */
async function fetched(name, address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}
