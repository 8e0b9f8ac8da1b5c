// Runs pieces of Python one after another in one Pyodide, in Node, and prints what each came to, as JSON.
// Usage: node run_python.mjs PYODIDE LIBRARY PIECES; PIECES is a JSON file with a list of texts.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, library, pieces] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const printed = [];
const python = await loadPyodide({
  indexURL: `${folder}/`,
  stdLibURL: library,
  env: { PYTHONHASHSEED: "0" },
  stdout: (line) => printed.push(line),
  stderr: (line) => printed.push(`error: ${line}`),
});
const results = [];
for (const piece of JSON.parse(await readFile(pieces, "utf8"))) {
  printed.length = 0;
  let result;
  try {
    result = String(await python.runPythonAsync(piece));
  } catch (fault) {
    result = `${fault.name}: ${fault.message.trim().split("\n").at(-1)}`;
  }
  results.push([...printed, result]);
}
process.stdout.write(JSON.stringify(results), () => process.exit());
