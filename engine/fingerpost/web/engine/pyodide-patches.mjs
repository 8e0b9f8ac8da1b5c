// Changes to what Pyodide finds in its worker. Each says what it is for and when it can go.

/** A module that only wraps a function is shorter than this, in bytes. */
const SMALL = 200;

/**
 * Gives Pyodide its files from what has been fetched already: all at once, counted, and checked by their digests.
 *
 * Needed for as long as `loadPyodide` fetches by itself: it names files without a digest, so a browser may take one of
 * another build out of its cache, and it asks for the module and the library only after its script has run. Can go when
 * Pyodide takes a compiled module and the library's bytes as options.
 * @param {ArrayBuffer} library
 * @param {Promise<WebAssembly.Module>} compiled
 */
export function serveFiles(library, compiled) {
  self.fetch = async (request) => new Response(String(request).endsWith("python_stdlib.zip") ? library : null);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/** Compiles each kind of small module once: Pyodide makes some 40 bytes for each of its 260 functions in JavaScript. */
export function compileOnce() {
  const { Module } = WebAssembly;
  /** @type {Map<string, WebAssembly.Module>} */
  const known = new Map();
  WebAssembly.Module = new Proxy(Module, {
    construct(_, [bytes]) {
      if (bytes.length > SMALL) return new Module(bytes);
      const kind = String(bytes);
      const module = known.get(kind) ?? new Module(bytes);
      known.set(kind, module);
      return module;
    },
  });
}

/** @returns {() => void} puts back everything that may be changed here */
export function remember() {
  const {
    fetch,
    WebAssembly: { instantiateStreaming, Module },
  } = self;
  return () => {
    self.fetch = fetch;
    Object.assign(WebAssembly, { instantiateStreaming, Module });
  };
}
