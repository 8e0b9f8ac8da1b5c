// Runs the engine under Pyodide in Node: answers the calls of a file, and lists the modules imported from zip files.
// Usage: node run_engine.mjs PYODIDE LIBRARY ENGINE CALLS RESULT; writes {"answers": [...], "modules": [...]}.
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
python.runPython('import sys; sys.path.append("/lib/fingerpost.whl")');
const call = python.pyimport("fingerpost.browser").call;
const answers = JSON.parse(await readFile(calls, "utf8")).map(([method, payload]) => call(method, payload));
// Python carries a few modules inside itself; what counts is what came from the zip files.
const modules = JSON.parse(
  python.runPython(`
import json, zipimport
json.dumps(sorted(
    name for name, module in sys.modules.items()
    if isinstance(getattr(getattr(module, "__spec__", None), "loader", None), zipimport.zipimporter)
))`),
);
await writeFile(result, JSON.stringify({ answers, modules }));
