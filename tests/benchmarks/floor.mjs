// The minimum for any start of Pyodide: compile its module, and load its script.
const assets = new URL("./assets/fingerpost/", self.location.href);
const ready = Promise.all([
  WebAssembly.compileStreaming(fetch(new URL("pyodide.asm.wasm", assets))),
  import(new URL("engine-worker.mjs", assets).href),
]);

self.addEventListener("message", async () => {
  await ready;
  self.postMessage("done");
});
