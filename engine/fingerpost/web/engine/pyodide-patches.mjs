// Changes to Pyodide's surroundings in the worker, each with the condition for its removal.

/**
 * Serves Pyodide the files that have already been fetched: all at once, counted, and checked by their digests.
 *
 * Needed for as long as `loadPyodide` fetches by itself: it names files without a digest, so a browser may return one of
 * another build from its cache, and it asks for the module and the library only after its script has run. Can go when
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
