// Runs the engine under Pyodide in Node: answers the calls in a file, and lists the modules imported from zip files.
// Usage: node run_engine.mjs PYODIDE LIBRARY ENGINE CALLS RESULT; writes {"answers": [...], "modules": [...],
// "milliseconds": [...]}, the last with the time that each call took.
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, library, engine, calls, result] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({
  indexURL: `${folder}/`,
  stdLibURL: library,
  env: { PYTHONHASHSEED: "0" },
  stdout: () => {},
});
python.FS.writeFile("/lib/fingerpost.whl", new Uint8Array(await readFile(engine)));
python.FS.writeFile(
  "/lib/imported_modules.py",
  await readFile(new URL("imported_modules.py", import.meta.url), "utf8"),
);
const path = python.pyimport("sys").path;
path.append("/lib/fingerpost.whl");
path.append("/lib");
const call = python.pyimport("fingerpost.door").call;
const milliseconds = [];
const answers = JSON.parse(await readFile(calls, "utf8")).map(([method, payload]) => {
  const began = performance.now();
  const answer = call(method, payload);
  milliseconds.push(performance.now() - began);
  return answer;
});
const modules = JSON.parse(python.pyimport("imported_modules").names());
await writeFile(result, JSON.stringify({ answers, modules, milliseconds }));
