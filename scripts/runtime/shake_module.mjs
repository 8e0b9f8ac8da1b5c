// Removes exports that nobody uses, and everything that only they reach, from a WebAssembly module.
// Usage: node shake_module.mjs MODULE NAMES; NAMES is a JSON file with the list of all names that are used.
// Prints the names that the module then imports and exports, as JSON: two lists.
import { readFile, writeFile } from "node:fs/promises";
import binaryen from "binaryen";

const { Features } = binaryen;
// The features beyond WebAssembly 1.0 that Pyodide's module uses, and no newer ones, which a browser may lack.
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
  // Emscripten's table of addresses: it looks these imports up among the module's own exports.
  if (module.startsWith("GOT.")) asked.add(name);
}

const shaken = binaryen.readBinary(bytes, FEATURES);
for (const { name } of WebAssembly.Module.exports(whole)) {
  // The script puts an underscore before most names.
  if (!asked.has(name) && !asked.has(`_${name}`)) shaken.removeExport(name);
}
shaken.runPasses(["remove-unused-module-elements"]);
if (!shaken.validate()) throw new Error("the module is no longer valid");
const binary = shaken.emitBinary();
await writeFile(file, binary);
const left = await WebAssembly.compile(binary);
const interfaces = [WebAssembly.Module.imports(left), WebAssembly.Module.exports(left)];
process.stdout.write(JSON.stringify(interfaces.map((list) => list.map(({ name }) => name))));
