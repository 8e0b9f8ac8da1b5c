// The engine's files as the worker fetches them: all at once, counted, and each the one that the build names.

/** @typedef {import("./messages.mjs").Manifest} Manifest */

const folder = new URL("./", import.meta.url);

/** The server gave a file of another build. */
export class MixedBuilds extends Error {}

/** How much has to arrive before it is told again, as a share of everything. */
const STEP = 0.02;

export class EngineFiles {
  /** @type {Manifest} */
  #manifest;
  /** @type {RequestCache} */
  #cache;
  #done = 0;
  #told = 0;
  #total = 0;
  /** @type {(done: number, total: number) => void} */
  #report;

  /**
   * @param {Manifest} manifest
   * @param {RequestCache} cache `reload` asks the server whatever is stored
   * @param {(done: number, total: number) => void} report hears of the bytes that have arrived
   */
  constructor(manifest, cache, report) {
    this.#manifest = manifest;
    this.#cache = cache;
    this.#report = report;
    for (const { bytes } of Object.values(manifest.files)) this.#total += bytes;
  }

  /** @returns {Promise<Manifest>} what the server has now, whatever was stored before */
  static async manifestOfServer() {
    return (await answered("manifest.json", fetch(new URL("manifest.json", folder), { cache: "reload" }))).json();
  }

  /**
   * The digest in the address keeps a file of another build from being taken out of the browser's cache.
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
    return answered(name, fetch(this.#address(name), { cache: this.#cache }));
  }

  /**
   * @param {string} name
   * @returns {Promise<Response>} an answer whose bytes are counted as they arrive
   */
  async response(name) {
    const response = await this.#fetch(name);
    if (!response.body) return response;
    const counter = new TransformStream({
      transform: (chunk, controller) => {
        this.#count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), response);
  }

  /**
   * @param {string} name
   * @returns {Promise<ArrayBuffer>} the file, which is the one that the build names
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

  /** @param {number} bytes */
  #count(bytes) {
    this.#done += bytes;
    if (this.#done < this.#total && this.#done < this.#told + this.#total * STEP) return;
    this.#told = this.#done;
    this.#report(this.#done, this.#total);
  }
}

/**
 * @param {BufferSource} content
 * @param {string} otherwise what to return where the browser computes no digests: on a site without https
 * @returns {Promise<string>} the SHA-256, in hexadecimal digits
 */
export async function digestOf(content, otherwise = "") {
  if (!globalThis.crypto?.subtle) return otherwise;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {string} name
 * @param {Promise<Response>} fetched
 */
async function answered(name, fetched) {
  const response = await fetched;
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}
