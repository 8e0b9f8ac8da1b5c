// The least that any start of Pyodide takes: its module compiled, its script read.
self.addEventListener("message", async () => {
  const assets = new URL("./assets/fingerpost/", self.location.href);
  await Promise.all([
    WebAssembly.compileStreaming(fetch(new URL("pyodide.asm.wasm", assets))),
    import(new URL("pyodide.asm.js", assets).href),
  ]);
  self.postMessage("done");
});
