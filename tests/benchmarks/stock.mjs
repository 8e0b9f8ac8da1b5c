// Starts the engine as most sites would: npm's own Pyodide in a module worker, with the engine unpacked into it.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const engine = fetch(new URL("./engine.whl", self.location.href)).then((got) => got.arrayBuffer());
const loading = loadPyodide({ indexURL: new URL("./pyodide/", self.location.href).href });

self.addEventListener("message", async ({ data }) => {
  const python = await loading;
  python.unpackArchive(await engine, "zip");
  const { call } = python.pyimport("fingerpost.door");
  let answer = "";
  for (const [method, payload] of data) answer = call(method, payload);
  self.postMessage(answer);
});
