// Packs a copy of the engine's memory without its empty pages, which are most of it: less to read, and to check.
//
// The packed form is a list of 32-bit numbers (the copy's length, the number of pages in use, and the position of each
// of them), followed by the bytes of these pages.

/** The size of WebAssembly's pages, in bytes. A copy's last page may be shorter: Pyodide puts a few bytes first. */
const PAGE = 65_536;

/** @param {number} page @param {number} length of the copy */
const sizeOf = (page, length) => Math.min(PAGE, length - page * PAGE);

/**
 * @param {Uint8Array<ArrayBuffer>} memory of a length that 8 divides, in a buffer of its own
 * @returns {Uint8Array<ArrayBuffer>} the memory packed
 */
export function pack(memory) {
  const { buffer, length } = memory;
  const used = [];
  for (let page = 0; page * PAGE < length; page++) {
    if (new BigUint64Array(buffer, page * PAGE, sizeOf(page, length) / 8).some((bytes) => bytes !== 0n))
      used.push(page);
  }
  const head = new Uint32Array([length, used.length, ...used]);
  const packed = new Uint8Array(used.reduce((size, page) => size + sizeOf(page, length), head.byteLength));
  packed.set(new Uint8Array(head.buffer));
  for (const [place, page] of used.entries()) {
    packed.set(memory.subarray(page * PAGE, (page + 1) * PAGE), head.byteLength + place * PAGE);
  }
  return packed;
}

/**
 * @param {ArrayBuffer} packed
 * @returns {Uint8Array<ArrayBuffer> | undefined} the memory; undefined if this is not a packed memory
 */
export function unpack(packed) {
  if (packed.byteLength < 8) return undefined;
  const [length = 0, count = 0] = new Uint32Array(packed, 0, 2);
  const start = 8 + 4 * count;
  if (packed.byteLength < start) return undefined;
  const used = new Uint32Array(packed, 8, count);
  if (packed.byteLength !== used.reduce((size, page) => size + sizeOf(page, length), start)) return undefined;
  const memory = new Uint8Array(length);
  for (const [place, page] of used.entries()) {
    memory.set(new Uint8Array(packed, start + place * PAGE, sizeOf(page, length)), page * PAGE);
  }
  return memory;
}
