// What most sites do: npm's own Pyodide in a module worker, and the engine unpacked into it.
import { loadPyodide } from "./pyodide/pyodide.mjs";

self.addEventListener("message", async ({ data }) => {
  const folder = new URL("./pyodide/", self.location.href).href;
  const engine = fetch(new URL("./engine.whl", self.location.href)).then((got) => got.arrayBuffer());
  const python = await loadPyodide({ indexURL: folder });
  python.unpackArchive(await engine, "zip");
  const { call } = python.pyimport("fingerpost.browser");
  let answer = "";
  for (const [method, payload] of data) answer = call(method, payload);
  self.postMessage(answer);
});
