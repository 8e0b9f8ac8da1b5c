// Leaves exports that nobody asks for, and what only they reach, out of a WebAssembly module.
// Usage: node shake_module.mjs MODULE NAMES; NAMES is a JSON file with the list of all names that are asked for.
// Prints the names that the module imports and exports then, as JSON: two lists.
import { readFile, writeFile } from "node:fs/promises";
import binaryen from "binaryen";

const { Features } = binaryen;
// What Pyodide's module uses beyond WebAssembly 1.0. Nothing newer: a browser may have that, or not.
const FEATURES =
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.SignExt |
  Features.ExceptionHandling |
  Features.ReferenceTypes |
  Features.Multivalue;

const [file = "", names = ""] = process.argv.slice(2);
const bytes = await readFile(file);
const whole = await WebAssembly.compile(bytes);
const asked = new Set(JSON.parse(await readFile(names, "utf8")));
for (const { module, name } of WebAssembly.Module.imports(whole)) {
  // Emscripten's table of addresses: what the module takes from there is looked for among its own exports.
  if (module.startsWith("GOT.")) asked.add(name);
}

const shaken = binaryen.readBinary(bytes, FEATURES);
for (const { name } of WebAssembly.Module.exports(whole)) {
  // The script puts an underscore before most names.
  if (!asked.has(name) && !asked.has(`_${name}`)) shaken.removeExport(name);
}
shaken.runPasses(["remove-unused-module-elements"]);
if (!shaken.validate()) throw new Error("the module is no longer valid");
const written = shaken.emitBinary();
await writeFile(file, written);
const left = await WebAssembly.compile(written);
const interfaces = [WebAssembly.Module.imports(left), WebAssembly.Module.exports(left)];
process.stdout.write(JSON.stringify(interfaces.map((list) => list.map(({ name }) => name))));
