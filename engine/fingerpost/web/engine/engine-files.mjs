// The engine's files for the worker: fetched all at once, counted, and checked against the digests of the build.

import { checked, factsOf, request } from "./checked-files.mjs";

/** @typedef {import("./messages.mjs").Manifest} Manifest */

/** The step in which progress is reported, as a share of all bytes. */
const STEP = 0.02;

export class EngineFiles {
  #folder;
  #manifest;
  #cache;
  #count;

  /**
   * @param {string} folder their address
   * @param {Manifest} manifest
   * @param {RequestCache} cache `reload` bypasses the browser's cache
   * @param {(done: number, total: number) => void} report called with the number of bytes that have arrived
   */
  constructor(folder, manifest, cache, report) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.#cache = cache;
    const sizes = Object.values(manifest.files).map(({ bytes }) => bytes);
    this.#count = counter(
      sizes.reduce((total, bytes) => total + bytes, 0),
      report,
    );
  }

  /**
   * Notes that the page has fetched files.
   * @param {...string} names
   */
  arrived(...names) {
    for (const name of names) this.#count(factsOf(this.#manifest, name).bytes);
  }

  /** @param {string} name @returns {Promise<ArrayBuffer>} the file, checked against its digest */
  async bytes(name) {
    const content = await checked(await this.#request(name), this.#manifest, name);
    this.arrived(name);
    return content;
  }

  /**
   * Compiles a file while its bytes arrive, unless the host does not know WebAssembly's type.
   * @param {string} name
   * @returns {Promise<WebAssembly.Module>} once the digest, which only the whole file has, is found to be right
   */
  async compiled(name) {
    const response = await this.#request(name);
    const streams = response.headers.get("Content-Type") === "application/wasm";
    const whole = checked(this.#counted(streams ? response.clone() : response), this.#manifest, name);
    const compiling = streams
      ? WebAssembly.compileStreaming(response)
      : whole.then((content) => WebAssembly.compile(content));
    compiling.catch(() => {}); // a file of another build may not compile: its digest tells
    await whole;
    return compiling;
  }

  /** @param {string} name */
  #request(name) {
    return request(this.#folder, this.#manifest, name, this.#cache);
  }

  /** @param {Response} response @returns {Response} one whose bytes are counted as they arrive */
  #counted(response) {
    if (!response.body) return response;
    const counting = new TransformStream({
      transform: (chunk, controller) => {
        this.#count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counting));
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
