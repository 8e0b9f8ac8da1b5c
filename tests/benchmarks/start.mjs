// Starts the engine once, as the worker does on a first visit, and prints the cost as JSON: milliseconds of processor
// time, and the length of the copy of the memory.
// Usage: node start.mjs PYODIDE LIBRARY WHEEL KNOWN_ANSWER.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, library, wheel, known] = process.argv.slice(2, 6).map((path) => resolve(path));
const engine = await readFile(wheel);
const { calls, answers } = JSON.parse(await readFile(known, "utf8"));
const { info } = JSON.parse(await readFile(`${folder}/pyodide-lock.json`, "utf8"));
const before = process.cpuUsage();
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({
  indexURL: `${folder}/`,
  stdLibURL: library,
  lockFileContents: { info, packages: {} },
  env: { HOME: "/home/pyodide", LANG: "en_GB.UTF-8" },
  _makeSnapshot: true,
});
python.FS.writeFile("/lib/fingerpost.whl", new Uint8Array(engine));
python.pyimport("sys").path.append("/lib/fingerpost.whl");
const { call } = python.pyimport("fingerpost.door");
if (!calls.every(([method, payload], index) => call(method, payload) === answers[index])) throw new Error("wrong answer");
const memory = python.makeMemorySnapshot();
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ ms: (user + system) / 1000, memory: memory.length }), () => process.exit());
