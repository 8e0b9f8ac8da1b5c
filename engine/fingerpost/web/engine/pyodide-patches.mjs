// Changes to what Pyodide finds in its worker, with the condition for their removal.

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
